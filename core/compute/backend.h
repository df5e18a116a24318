// Backend: the compute layer that all experiments share. It works in float on batches of states of the reduced dynamics (hidden
// neurons eliminated) of a layer of memories; the double reference it is checked against is core/compute/reference.h.
//
//     E(v) = [v.g - L_v(v)] - L_h(xi g)               similarity Dot       (Krotov & Hopfield 2021, tau_h -> 0), g = dL_v/dv
//     E(v) = -L_h(-|xi_mu - g|^2 / 2)                 similarity Distance
//     target(v) = sum_mu f_mu xi_mu                   f = dL_h at the similarities; Distance divides by sum_mu f_mu
//     one step: v <- v + rate (target(v) - v)         rate 1 with softmax is attention: modern Hopfield retrieval
//
// A batch is a matrix of features x states, one state a column and so contiguous. On the processor no call allocates once it is warm.
// A wrong request (sizes that do not fit each other or the machine, a model that is not one) is a usage error that names the size.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/model/lagrangian.h"

namespace engram {

using FloatMatrix = Eigen::MatrixXf;
using FloatBatch = Eigen::Ref<FloatMatrix, 0, Eigen::OuterStride<>>;
using ConstFloatBatch = Eigen::Ref<const FloatMatrix, 0, Eigen::OuterStride<>>;

enum class Similarity { Dot, Distance };

struct MemoryModel {
    Similarity similarity = Similarity::Dot;
    Lagrangian features = Identity{};     // Identity, LogCosh or Spherical
    Lagrangian hidden = Softmax{};        // Softmax, Power or Exponential
};

// Memories as a backend keeps them (packed, on the device); immutable, made by Backend::prepare.
class Memories {
public:
    virtual ~Memories() = default;
    int featureCount() const { return featureCount_; }
    int memoryCount() const { return memoryCount_; }

protected:
    Memories(int featureCount, int memoryCount) : featureCount_(featureCount), memoryCount_(memoryCount) {}

private:
    int featureCount_, memoryCount_;
};

// A plane origin + x u + y w through the space of features, with a grid of columns x rows points: x of column i is x0 + i dx.
struct PlaneGrid {
    Eigen::VectorXf origin, u, w;
    float x0 = 0, dx = 0, y0 = 0, dy = 0;
    int columns = 0, rows = 0;
};

class Backend {
public:
    virtual ~Backend() = default;
    virtual std::string device() const = 0;         // "x86-64-v3, 2 threads" or the name of the GPU

    // `memories` is features x memories, one memory a column. Throws, naming the size, where it does not fit.
    virtual std::shared_ptr<const Memories> prepare(const ConstFloatBatch& memories) = 0;

    virtual void energies(const MemoryModel&, const Memories&, const ConstFloatBatch& states, Eigen::Ref<Eigen::VectorXf> result) = 0;
    virtual void gradients(const MemoryModel&, const Memories&, const ConstFloatBatch& states, FloatBatch result) = 0;  // dE/dv
    virtual void descend(const MemoryModel&, const Memories&, float rate, int steps, FloatBatch states) = 0;

    // Steps each state until no entry moves by `tolerance` in a step, or `mostSteps` are done. `steps` says how many each took;
    // negative: not settled after mostSteps. A state stops on its own, with the value after its last step.
    virtual void settle(const MemoryModel&, const Memories&, float rate, int mostSteps, float tolerance, FloatBatch states,
                        Eigen::Ref<Eigen::VectorXi> steps) = 0;

    // The memory of the largest cosine (Dot) or the smallest distance (Distance) to every state: the first of equal ones.
    virtual void nearest(const MemoryModel&, const Memories&, const ConstFloatBatch& states, Eigen::Ref<Eigen::VectorXi> memory) = 0;

    // E on the grid, row-major: point (column i, row j) at j * columns + i. With Identity and Spherical features overlaps are affine
    // in the coordinates, so a point costs as much as there are memories.
    virtual void landscape(const MemoryModel&, const Memories&, const PlaneGrid&, Eigen::Ref<Eigen::VectorXf> result) = 0;
};

// The processor: the best instruction set this machine has, or the one ENGRAM_ISA names (x86-64, v3, v4).
std::unique_ptr<Backend> makeCpuBackend();

struct CpuOptions {
    std::string isa;              // empty: as above
    float skipWeightsBelow = 0;   // softmax weights below it are left out of a step, whose error they then bound, and where it can be told
                                  // beforehand not computed; 0 keeps all
};
std::unique_ptr<Backend> makeCpuBackend(const CpuOptions& options);

}  // namespace engram
