// What a run is about and does not change while it goes on: the memories, their pictures and names.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/experiments/dense_memory/params.h"

namespace engram::dense_memory {

struct World {
    int width = 0, height = 0;            // of a picture; 0 for points
    Patterns patterns;                    // memories, one a row
    std::vector<std::string> names;
    std::vector<Picture> pictures;        // of the first memories only; see pictureOf
    Vector lengths;                       // of the memories

    int memoryCount() const { return int(patterns.rows.rows()); }
    int featureCount() const { return int(patterns.rows.cols()); }
    bool hasPictures() const { return width > 0; }
};

// Loads or draws the patterns. Throws with one sentence where a file is missing or too short, or a pattern has nothing to store.
std::shared_ptr<const World> makeWorld(const Params& p, const Inputs& inputs);
// The same world with memory `item` moved, for points.
std::shared_ptr<const World> moved(const World& world, int item, const Vector& to);

// A state as a picture, by the way back of memory `memory`.
Picture pictureOf(const World& world, const Vector& v, int memory);
Picture memoryPicture(const World& world, int memory);    // empty for points

}  // namespace engram::dense_memory
