// The reduced dynamics of a dense system on the compute layer, in float: for pictures of many starts. The run itself, its energies and
// its measures stay in double.
#pragma once

#include <memory>
#include <optional>

#include "core/compute/backend.h"
#include "core/experiments/dense_memory/prepared.h"
#include "core/experiments/dense_memory/views.h"

namespace engram::dense_memory {

// The system as the compute layer knows it; none where it has an input, held neurons, broken symmetry or no diagonal.
std::optional<MemoryModel> memoryModel(const DenseSystem& system);

// Steps of `time` (in tau_f) until no entry moves by `tolerance`, or `mostSteps`: the states where they end, and the steps each took,
// negative where it did not settle.
struct Settled {
    Matrix states;
    Eigen::VectorXi steps;
};
Settled settled(const MemoryModel& model, const Memories& memories, const Matrix& starts, Real time, int mostSteps, Real tolerance);

// Energies on a square grid of the plane: row j, column i at (i, j) of `side` places from -reach to reach.
Matrix energyGridOf(const MemoryModel& model, const DenseSystem& system, const Plane& plane, int side, Real reach);

}  // namespace engram::dense_memory
