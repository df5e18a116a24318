// What is stored: points of the plane, or pictures as vectors of pixels from -1 to 1.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/compute/backend.h"
#include "core/experiment/experiment.h"
#include "core/experiments/diffusion_memory/params.h"
#include "core/model/plane.h"

namespace engram::diffusion_memory {

struct World {
    Matrix points;  // features x memories
    std::vector<std::string> names;
    int width = 0, height = 0;  // of a picture; 0 for points
    Plane plane;                // what scenes show: the plane itself, or the one through the first three pictures
    double extent = 1;          // how far the memories lie from the middle of that plane
    int coinciding = 0;         // memories that lie where another does
    bool edited = false;        // a point was moved or added by hand

    int count() const { return int(points.cols()); }
    bool hasPictures() const { return width > 0; }
    Eigen::Vector2d placeOf(const ConstBatch& x) const;  // on the plane
};

// Throws with one sentence where a file is missing, too short or not of pictures.
std::shared_ptr<const World> makeWorld(const Params& p, const Inputs& inputs);
// With memory `item` moved; the one after the last is added.
std::shared_ptr<const World> moved(const World& world, int item, const Eigen::Vector2d& to);

Picture pictureOf(const World& world, const ConstBatch& x);  // empty for points
int nearestMemory(const World& world, const ConstBatch& x);

}  // namespace engram::diffusion_memory
