// The state of the hierarchical memory: the currents of all layers, and what was read of them. A value that copies fast, because all that
// is large is shared and immutable.
#pragma once

#include <memory>

#include "core/experiments/hierarchical_memory/world.h"

namespace engram::hierarchical_memory {

// All that curves, meters and measures need of one moment.
struct Reading {
    HierarchyEnergy energy;
    Vector dissipation;  // of each layer
    double slope = 0;    // dE/dt along the flow, by central difference
    double error = 0;    // mean square over the pixels, against what is to be found again
};

struct CountView;

struct State {
    std::shared_ptr<const World> world;
    std::shared_ptr<const Hierarchy> net;
    std::shared_ptr<const HierarchyState> x;
    std::shared_ptr<const Vector> cue;        // as it is after edits by hand; empty where there are no pixels
    std::shared_ptr<const Vector> completed;  // what the net with one hidden layer makes of the cue
    std::shared_ptr<const Reading> reading;
    std::shared_ptr<const Denoiser> denoiser;  // of task=denoise
    Inputs inputs;
    double time = 0;
    std::int64_t rises = 0;
    int pixel = 0;         // the one looked at while no neuron is named
    bool ranAway = false;  // too long a step, or an energy without a floor: no step was made since

    std::shared_ptr<const CountView> count;
};

State init(const Params& p, const Inputs& inputs);
void step(const Params& p, State& s);
std::vector<double> measure(const Params& p, const State& s);
bool settled(const Params& p, const State& s);
void changed(const Params& before, const Params& now, State& s);
void poke(const Params& p, State& s, const Poke& poke);
std::int64_t bytes(const State& s);

// What a layer would draw: its activity led down to the pixels through all synapses. Empty where the pixels make no picture.
Vector drawnBy(const State& s, const HierarchyState& g, int layer);

// How many of the pictures that were never stored are held and found again. Made by look().
struct CountView {
    std::shared_ptr<const World> world;
    std::shared_ptr<const Hierarchy> net;  // its laws and gains
    double noise = 0;
    int wanted = 0, tried = 0;
    int held = 0, found = 0;  // pictures that stay, and that come back from a cue as spoilt as the one shown
    int foundByStored = 0;
    double error = 0, errorOfStored = 0;  // sums over what was tried
};
bool lookAtCount(const Params& p, State& s);
bool countIsDone(const State& s);

}  // namespace engram::hierarchical_memory
