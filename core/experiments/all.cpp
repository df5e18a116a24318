// The list of all experiments, one line each, in the order of the gallery.
#include "core/experiment/experiment.h"
#include "core/experiments/clam/clam.h"
#include "core/experiments/dense_memory/dense_memory.h"
#include "core/experiments/diffusion_memory/diffusion_memory.h"
#include "core/experiments/energy_transformer/energy_transformer.h"
#include "core/experiments/fly_embedding/fly_embedding.h"
#include "core/experiments/hierarchical_memory/hierarchical_memory.h"

namespace engram {

namespace {

std::vector<Experiment>& list() {
    static std::vector<Experiment> all{
        denseMemory(),
        diffusionMemory(),
        hierarchicalMemory(),
        energyTransformer(),
        associativeClustering(),
        flyEmbedding(),
    };
    return all;
}

}  // namespace

const std::vector<Experiment>& experiments() { return list(); }

void addExperiment(Experiment experiment) { list().push_back(std::move(experiment)); }

}  // namespace engram
