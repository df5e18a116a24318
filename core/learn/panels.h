// Packing for the product kernels: a right factor (depth x width) in panels of panelWidth columns, each depth x panelWidth, zero-padded.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>

namespace engram {

inline int panelsOf(int width, int panelWidth) { return (width + panelWidth - 1) / panelWidth; }
inline std::size_t packedSize(int depth, int width, int panelWidth) {
    return std::size_t(depth) * std::size_t(panelsOf(width, panelWidth) * panelWidth);
}

// Entry (k, j) at from + k stride + j.
inline void packRows(const float* from, long stride, int depth, int width, int panelWidth, float* to) {
    for (int first = 0; first < width; first += panelWidth, to += long(depth) * panelWidth) {
        const int present = std::min(panelWidth, width - first);
        if (present < panelWidth) std::memset(to, 0, sizeof(float) * panelWidth * std::size_t(depth));
        for (int k = 0; k < depth; ++k) std::memcpy(to + long(k) * panelWidth, from + k * stride + first, sizeof(float) * present);
    }
}

// Entry (k, j) at from + j stride + k; in squares, whose lines stay in the first-level cache on both sides.
inline void packColumns(const float* from, long stride, int depth, int width, int panelWidth, float* to) {
    constexpr int kSide = 16;
    for (int first = 0; first < width; first += panelWidth, to += long(depth) * panelWidth) {
        const int present = std::min(panelWidth, width - first);
        if (present < panelWidth) std::memset(to, 0, sizeof(float) * panelWidth * std::size_t(depth));
        for (int k0 = 0; k0 < depth; k0 += kSide)
            for (int j0 = 0; j0 < present; j0 += kSide)
                for (int j = j0; j < std::min(present, j0 + kSide); ++j)
                    for (int k = k0; k < std::min(depth, k0 + kSide); ++k) to[long(k) * panelWidth + j] = from[(first + j) * stride + k];
    }
}

}  // namespace engram
