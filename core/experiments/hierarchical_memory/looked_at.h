// The neuron that is looked at: what it sees, what sees it, and what drives each of them. Neurons are numbered from 1 on through all
// layers, the pixels first; a neuron of a layer from 0 on in the order of the layer's state.
#pragma once

#include <string>
#include <vector>

#include "core/experiments/hierarchical_memory/state.h"

namespace engram::hierarchical_memory {

struct Place {
    int row = 0, column = 0, channel = 0, neuron = 0;
};

// A neuron in each layer: the one looked at, beneath it what drives it most, above it the strongest of those that see it.
struct Chain {
    int layer = 0;  // of the one looked at
    std::vector<Place> places;
    const Place& chosen() const { return places[std::size_t(layer)]; }
};
Chain chainOf(const Params& p, const State& s);

int numberOf(const Hierarchy& net, int layer, int neuron);
std::vector<int> strongestOverPixels(const State& s, int layer);  // numbers, one a pixel

struct Weighed {
    int neuron = 0;
    double weight = 0;
};
std::vector<Weighed> seenBy(const Hierarchy& net, int layer, int neuron);   // in the layer below, by the weights of the way up
std::vector<Weighed> thatSee(const Hierarchy& net, int layer, int neuron);  // in the layer above, by those of the way down

// Together they are tau dx/dt of a neuron that is not held.
struct Drives {
    double below = 0, above = 0, decay = 0;
    double sum() const { return below + above + decay; }
};
Drives drivesOf(const State& s, const HierarchyState& g, int layer, int neuron);

// The square of pixels that a place of a layer sees, in shares of the picture.
struct Square {
    double u0 = 0, v0 = 0, u1 = 1, v1 = 1;
};
Square squareOf(const State& s, int layer, const Place& place);

// Words: "stroke 5 at 2, 3"; what there is of the drives, "below 1.23, decay −0.80".
std::string neuronName(const Params& p, const State& s, int layer, const Place& place);
std::string drivesWords(const State& s, int layer, const Drives& drives);

}  // namespace engram::hierarchical_memory
