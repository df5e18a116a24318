#include "core/compute/bit_rows.h"

#include <string>

#include "core/base/error.h"

namespace engram {

BitRows::BitRows(int featureCount, std::int64_t rowCount)
    : featureCount_(featureCount), stride_((std::int64_t(featureCount) + 63) / 64 * 8), rowCount_(rowCount) {
    const std::string size = std::to_string(rowCount) + " patterns of " + std::to_string(featureCount) + " neurons";
    if (featureCount < 1 || featureCount > 65535) usage(size + ": a pattern has 1 to 65535 neurons");
    if (rowCount < 0 || rowCount > (std::int64_t(1) << 36) / stride_) usage(size + " are more than fit in 64 GB");
    bytes_.resize(std::size_t(stride_ * rowCount));
}

void BitRows::set(std::int64_t row, int i, bool up) {
    std::uint8_t& byte = bytes(row)[i / 8];
    byte = std::uint8_t(up ? byte | 1 << (i % 8) : byte & ~(1 << (i % 8)));
}

}  // namespace engram
