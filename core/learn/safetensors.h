// Named arrays in a file, in the safetensors format (Hugging Face): eight bytes with the length of a JSON header, the header, then the
// numbers, row-major. Nothing of a file is believed before it is checked, and no memory is taken for what a header merely claims.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace engram {

enum class TensorType { F32, F64 };

struct StoredTensor {
    TensorType type = TensorType::F32;
    std::vector<std::int64_t> shape;   // of any rank; empty for a number
    std::string bytes;                 // little-endian, row-major

    std::int64_t count() const;        // of numbers
    double at(std::int64_t index) const;
};

struct StoredTensors {
    std::string name;                                // of the file, for errors
    std::map<std::string, StoredTensor> tensors;
    std::map<std::string, std::string> metadata;
};

StoredTensors readSafetensors(const std::filesystem::path& path, std::uint64_t mostBytes = std::uint64_t(1) << 30);
StoredTensors parseSafetensors(std::string_view bytes, const std::string& name);   // throws, naming file, tensor and reason
std::string safetensorsBytes(const StoredTensors& tensors);
void writeSafetensors(const std::filesystem::path& path, const StoredTensors& tensors);   // atomic

}  // namespace engram
