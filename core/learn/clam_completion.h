// The completion loss of ClAM and its gradient, in floats and fast: closed form, a vector of samples at a time, only over coordinates that
// are hidden in one of them (core/model/clam.h says what is computed, and is the reference). The same bits on any number of threads; a
// warm call allocates nothing.
#pragma once

#include <string>
#include <vector>

#include "core/compute/aligned.h"
#include "core/compute/attract.h"

namespace engram {

struct CompletionRule {
    int steps = 10;
    float alpha = 0.1f, beta = 2;
};

// Samples side by side, each of as many floats as there are features; `hidden` holds 1 where a coordinate is hidden, else 0, and may be
// null: all of them. `fill`, where given, is where hidden coordinates start, one number a feature; without it they start at x itself.
struct CompletionBatch {
    int count = 0;
    const float *x = nullptr, *hidden = nullptr, *fill = nullptr;
};

class Completion {
public:
    Completion(int features, int prototypes, const std::string& isa = {});  // isa as kernelsFor

    // rho: a prototype after the other. Returns the mean over all entries of hidden (x - v_T)^2 and SETS its gradient.
    double gradient(const float* rho, const CompletionRule& rule, const CompletionBatch& batch, float* dRho);
    // Where samples are after all steps.
    void settle(const float* rho, const CompletionRule& rule, const CompletionBatch& batch, float* ends);

    int features() const { return features_; }
    int prototypes() const { return prototypes_; }

private:
    // What one part of the groups of a batch works with; parts are spread over cores.
    struct Part {
        AlignedFloats memory;
        std::vector<float> moves;             // of each coordinate: in how many samples it is hidden
        std::vector<float> gradient, slopes;  // dL/drho; of a group: by kernels
        std::vector<int> order;               // coordinates, those that move first
        int moving = 0;
        double loss = 0;
    };
    AttractGroup pack(Part& part, const float* rho, const CompletionRule& rule, const CompletionBatch& batch, int first, bool back) const;
    void addGroup(Part& part, const float* rho, const CompletionRule& rule, const CompletionBatch& batch, int first) const;
    void prepare(const float* rho, int count);
    int partCount(int groups);

    const AttractKernels &wide_, &narrow_;
    const AttractKernels* kernels_;  // of the two: the narrower where all samples fit in one of its vectors
    int features_, prototypes_;
    std::vector<Part> parts_;
    std::vector<float> halfSquares_;  // of prototypes
};

}  // namespace engram
