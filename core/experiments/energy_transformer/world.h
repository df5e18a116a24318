// The pictures: those that are stored, which training and the baselines see, and those held out, which are completed. All cut into patches.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/experiment/experiment.h"
#include "core/experiments/energy_transformer/params.h"
#include "core/view/marks.h"

namespace engram::energy_transformer {

// Patches lie row by row, the pixels of a patch as well; pixels go from 0 (black) to 1.
struct Cut {
    int across = 7, side = 4;  // patches along a side of the picture, pixels along a side of a patch
    int tokens() const { return across * across; }
    int pixels() const { return side * side; }
    int picture() const { return across * side; }
    int patchAt(double x, double y) const;  // of a pixel of the picture; -1 outside
};

struct World {
    Cut cut;
    int width = 0, height = 0;       // of the pictures as they came; the rest is a black rim
    Eigen::MatrixXf stored, held;    // pixels x (tokens pictures)
    std::vector<std::string> names;  // of those held out
    Eigen::MatrixXf mean;            // of the stored, pixels x tokens

    int storedCount() const { return int(stored.cols()) / cut.tokens(); }
    int heldCount() const { return int(held.cols()) / cut.tokens(); }
    auto heldOut(int picture) const { return held.middleCols(Eigen::Index(picture) * cut.tokens(), cut.tokens()); }
};
// Throws with one sentence where a file is missing, holds too few pictures, or pictures that do not fit the patches.
std::shared_ptr<const World> makeWorld(const Params& p, const CompleterShape& shape, const Inputs& inputs);

Eigen::MatrixXf patchesOf(const float* pixels, int width, int height, const Cut& cut);  // of one picture of values 0 to 1
Picture pictureOf(const Cut& cut, const Eigen::Ref<const Eigen::MatrixXf>& patches);
Picture pictureOf(const Cut& cut, const Eigen::Ref<const Eigen::MatrixXf>& patches, const Mask& hidden);  // those as the map's middle grey

void scatter(Random& random, int tokens, int count, std::uint8_t* hidden);  // hides so many of them
Mask maskOf(const Params& p, const Cut& cut, std::uint64_t seed, int picture);

}  // namespace engram::energy_transformer
