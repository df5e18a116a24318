// Kernels of masked attractor recursions (ClAM, Saha et al. 2023) and of their gradient: a vector holds one coordinate of as many samples
// as it has lanes. Compiled once an instruction set, beside the table of core/compute/kernels.h.
#pragma once

namespace engram {

// A group of at most `lanes` samples, one a lane: coordinate j of lane q at j lanes + q. The first `moving` coordinates are hidden in a
// sample at least; the others stay where they are, and their part in the logits is in `base`. Prototypes and moving coordinates are padded
// to multiples of four: prototypes with base -1e30, coordinates with zeros.
struct AttractGroup {
    int prototypes, moving, steps;
    float alpha, beta;
    const float* rho;     // prototype k at rho + k moving
    const float* base;    // prototypes x lanes
    const float* hidden;  // moving x lanes: alpha where hidden, else 0
    float* v;             // (steps + 1) x moving x lanes: the first is the start, all others are made
    float* s;             // steps x prototypes x lanes
    // On the way back: `slope` is dL/dv at the end and becomes dL/dv at the start.
    float* slope;   // moving x lanes
    float *u, *dl;  // as v (without the first) and as s
};

struct AttractKernels {
    const char* name;
    int lanes;
    void (*forward)(const AttractGroup&);
    // Then gradient[k moving + j] = dL/drho but for what comes through |rho|^2, and dlSum[k lanes + q] = sum over steps of dl.
    void (*backward)(const AttractGroup&, float* gradient, float* dlSum);
};

namespace x86_64 {
const AttractKernels& attractKernels();
}
namespace x86_64_v3 {
const AttractKernels& attractKernels();
}
namespace x86_64_v4 {
const AttractKernels& attractKernels();
}

// As kernelsFor in isa.h; and those of the set below it, for few samples.
const AttractKernels& attractKernelsFor(const char* isa);
const AttractKernels& narrower(const AttractKernels& kernels);

}  // namespace engram
