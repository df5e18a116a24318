// What a run is about and does not change while it goes on: the network as it is built, where it starts, and what is to be found again.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/experiments/hierarchical_memory/denoiser.h"
#include "core/experiments/hierarchical_memory/grammar.h"

namespace engram::hierarchical_memory {

struct World {
    Hierarchy net;                             // its weights; laws, time constants and gains are set by netOf
    HierarchyState start;                      // the pixels show the cue, all other layers are silent
    int width = 0, height = 0;                 // of the picture that the pixels make; 0: they make none
    Grammar grammar;                           // of a composition
    Composition truth;                         // what the cue is made from
    Matrix stored;                             // a picture a row: what a net with one hidden layer and as many weights can hold
    int pixel = 0;                             // one that is worth looking at
    std::shared_ptr<const Pictures> pictures;  // to learn from
    bool hasPictures() const { return width > 0; }
    bool isComposition() const { return grammar.strokes.size() > 0; }
};
std::shared_ptr<const World> makeWorld(const Params& p, const Inputs& inputs);

// The network of a world under these parameters.
std::shared_ptr<const Hierarchy> netOf(const Params& p, const World& world);

// A picture with ambiguous strokes and noise, and the cells that are ambiguous.
struct Cue {
    Vector pixels;
    std::vector<std::pair<int, int>> ambiguous;  // the cell, from 0 row by row, and the wrong stroke
};
Cue makeCue(const Params& p, const Grammar& grammar, const Composition& truth, Random random);

// The net with one hidden layer: where it goes from a cue, and how many pictures it stores.
int storedCount(const Params& p);
Vector completedByStored(const Params& p, const Matrix& stored, const Vector& cue);

// The stroke that each cell of the picture holds by the second layer.
Eigen::MatrixXi strokesSeen(const Params& p, const Vector& x);

Picture pictureOf(const World& world, const Vector& pixels);
double pixelTop(const World& world);  // the brightest pixel that pictures are shown with

}  // namespace engram::hierarchical_memory
