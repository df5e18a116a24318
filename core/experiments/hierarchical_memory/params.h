// The parameters of the hierarchical memory, and what follows from them alone.
#pragma once

#include <vector>

#include "core/model/hierarchy.h"
#include "core/param/schema.h"

namespace engram::hierarchical_memory {

enum class Task { Composition, Random, Denoise };
enum class Law { Identity, Tanh, Sigmoid, Relu, Softmax, Spherical };

constexpr int kMostLayers = 5;

struct Params {
    Task task = Task::Composition;
    int layers = 3;

    int channels = 16, kernel = 7, stride = 7;  // strokes, and the square of pixels that one takes
    int rules = 32, parts = 2;                  // parts on a side; a part is two by two strokes
    int picture = 12;
    double noise = 0.3;
    int ambiguous = 2;

    std::vector<int> sizes = {12, 20, 15};  // of random layers

    std::vector<Law> lagrangians = {Law::Identity, Law::Softmax};
    std::vector<double> beta = {1, 6, 4};
    std::vector<double> tau = {1, 0.3, 0.1};

    Integrator integrator = Integrator::Block;
    double dt = 0.1;
    double feedback = 1, asymmetry = 0;
    int clamped = 0, solo = 0;  // number of a layer; 0: none

    int memories = 900, batch = 100, iterations = 3000;
    double learningRate = 1e-2;
    double sharpness = 40;

    int lookedAt = 0;  // number of a neuron; 0: the program picks a pixel
};

Schema<Params> schema();

// Of layer `a`, from 0.
template <class T>
T entryAt(const std::vector<T>& entries, int a) {
    return entries[std::min(std::size_t(a), entries.size() - 1)];
}

Lagrangian lawOf(const Params& p, int a);
bool holds(const Params& p, int a);  // the layer stands still
int layerCount(const Params& p);     // a trained memory has two
bool symmetric(const Params& p);     // there is an energy
bool neverRises(const Params& p);
std::int64_t weightCount(const Params& p);  // numbers in all synapses
// Neurons on a side of layer `a` of a composition: pixels, then places of strokes, of parts, of parts of parts.
int sideOf(const Params& p, int a);

}  // namespace engram::hierarchical_memory
