#include <algorithm>
#include <cmath>

#include "core/data/picture_file.h"

namespace engram {
namespace {

// Which source samples one target sample averages, each with the share of it that is covered.
struct Cover {
    int first = 0;
    std::vector<float> shares;
};

std::vector<Cover> covers(int offset, int length, int size) {
    std::vector<Cover> result(static_cast<std::size_t>(size));
    const double step = static_cast<double>(length) / size;
    for (int i = 0; i < size; ++i) {
        const double low = i * step, high = std::min<double>(length, low + step);
        const int first = std::min(static_cast<int>(low), length - 1),
                  last = std::clamp(static_cast<int>(std::ceil(high)), first + 1, length);
        Cover& cover = result[static_cast<std::size_t>(i)];
        cover.first = offset + first;
        for (int k = first; k < last; ++k)
            cover.shares.push_back(static_cast<float>((std::min<double>(high, k + 1) - std::max<double>(low, k)) / (high - low)));
    }
    return result;
}

float average(const float* samples, std::size_t stride, const Cover& cover) {
    float sum = 0;
    for (std::size_t k = 0; k < cover.shares.size(); ++k)
        sum += cover.shares[k] * samples[(static_cast<std::size_t>(cover.first) + k) * stride];
    return sum;
}

}  // namespace

std::vector<float> fitSquare(const GreyPicture& picture, int size) {
    const int side = std::min(picture.width, picture.height);
    const auto columns = covers((picture.width - side) / 2, side, size), rows = covers((picture.height - side) / 2, side, size);
    const auto width = static_cast<std::size_t>(picture.width), height = static_cast<std::size_t>(picture.height),
               n = static_cast<std::size_t>(size);
    std::vector<float> narrow(height * n);
    for (std::size_t y = 0; y < height; ++y)
        for (std::size_t x = 0; x < n; ++x) narrow[y * n + x] = average(picture.pixels.data() + y * width, 1, columns[x]);
    std::vector<float> square(n * n);
    for (std::size_t y = 0; y < n; ++y)
        for (std::size_t x = 0; x < n; ++x) square[y * n + x] = average(narrow.data() + x, n, rows[y]);
    return square;
}

}  // namespace engram
