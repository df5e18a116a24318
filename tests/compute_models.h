// All combinations of a memory model that a Backend knows, with names, and random batches to try them on: shared by the tests of
// every backend.
#pragma once

#include <cmath>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/compute/backend.h"

namespace engram::compute_models {

struct Named {
    std::string name;
    MemoryModel model;
};

inline std::vector<Named> all() {
    const std::pair<const char*, Lagrangian> features[] = {{"Identity", Identity{}}, {"LogCosh", LogCosh{1.7}}, {"Spherical", Spherical{}}};
    const std::pair<const char*, Lagrangian> hidden[] = {{"Softmax", Softmax{4}},           {"Power2 rectified", Power{2, true}},
                                                         {"Power3 rectified", Power{3, true}}, {"Power2 plain", Power{2, false}},
                                                         {"Power3 plain", Power{3, false}},    {"Exponential", Exponential{0.8}}};
    std::vector<Named> models;
    for (const Similarity similarity : {Similarity::Dot, Similarity::Distance})
        for (const auto& [featureName, feature] : features)
            for (const auto& [hiddenName, law] : hidden)
                models.push_back({std::string(similarity == Similarity::Dot ? "Dot, " : "Distance, ") + featureName + ", " + hiddenName,
                                  {similarity, feature, law}});
    return models;
}

// Columns of normal numbers whose length is about 1.
inline FloatMatrix columns(int features, int count, std::uint64_t stream) {
    Random random(7, stream);
    FloatMatrix result(features, count);
    for (Eigen::Index i = 0; i < result.size(); ++i) result.data()[i] = float(random.normal() / std::sqrt(double(features)));
    return result;
}

inline PlaneGrid plane(int features, int columns, int rows) {
    PlaneGrid grid;
    const FloatMatrix axes = compute_models::columns(features, 3, 3);
    grid.origin = 0.2f * axes.col(0);
    grid.u = axes.col(1);
    grid.w = axes.col(2);
    grid.columns = columns;
    grid.rows = rows;
    grid.x0 = -1.4f, grid.dx = 2.8f / float(columns), grid.y0 = -1.2f, grid.dy = 2.5f / float(rows);
    return grid;
}

}  // namespace engram::compute_models
