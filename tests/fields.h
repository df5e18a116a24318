// Small fields and pictures for tests of what is drawn from them.
#pragma once

#include <functional>

#include "core/view/marks.h"

namespace engram {

// `side` x `side` values of f on the square of half width `reach`.
inline Field fieldOf(int side, double reach, const std::function<double(double, double)>& f) {
    Field field{side, side, -reach, reach, -reach, reach, nullptr};
    std::vector<float> values;
    for (int j = 0; j < side; ++j)
        for (int i = 0; i < side; ++i) values.push_back(float(f(reach * (2.0 * i / (side - 1) - 1), reach * (2.0 * j / (side - 1) - 1))));
    field.values = share(std::move(values));
    return field;
}

inline Picture pictureOf(int width, int height) {
    Picture p;
    p.width = width, p.height = height;
    p.pixels = share(std::vector<float>(std::size_t(width) * std::size_t(height), 0.5f));
    return p;
}

}  // namespace engram
