// The energy transformer: twelve steps of a batch, and the gradient of a loss through all of them.
#include <algorithm>
#include <cmath>

#include "core/bench/recipe.h"
#include "core/bench/workload.h"
#include "core/compute/backend.h"
#include "core/learn/energy_block.h"

namespace engram::bench {

namespace {

constexpr int kTokens = 65, kWidth = 128, kHeads = 4, kHeadWidth = 32, kMemories = 512, kSteps = 12, kBatch = 16;
constexpr float kAlpha = 0.1f, kEpsilon = 1e-5f;

struct Data {
    Parameters<float> parameters;
    BlockTensors tensors;
    EnergyBlock block{{kWidth, kHeads, kHeadWidth, kMemories}};
    FloatMatrix start{kWidth, kTokens*kBatch}, goal{kWidth, kTokens*kBatch}, end{kWidth, kTokens*kBatch};
    double loss = 0;

    Data() {
        TensorLayout layout;
        tensors = addEnergyBlock(layout, "block", {kWidth, kHeads, kHeadWidth, kMemories});
        parameters = Parameters<float>(std::make_shared<TensorLayout>(layout));
        const float scale = float(1 / std::sqrt(double(kWidth)));
        fill(1100, scale, parameters.tensor(tensors.queries));
        fill(1101, scale, parameters.tensor(tensors.keys));
        fill(1102, scale, parameters.tensor(tensors.memories));
        parameters.tensor(tensors.gamma).setOnes();
        fill(1103, 1, start);
        fill(1104, 1, goal);
    }
    static void fill(std::uint64_t stream, float scale, Eigen::Ref<FloatMatrix> m) {
        for (Eigen::Index i = 0; i < m.size(); ++i) m.data()[i] = recipe::normal(stream, std::uint64_t(i)) * scale;
    }

    // Packing the weights is part of the work, as they change with every step of training.
    void load() { block.load(valuesOf(parameters, tensors), {kTokens, kSteps, kAlpha, 0, kEpsilon, false}); }
    void forward() {
        load();
        block.run(kBatch, start.data(), end.data());
    }
    void train() {
        load();
        loss = block.train(
            kBatch, start.data(),
            [this](int sample, const float* xT, float* slope) {
                constexpr int kSize = kWidth * kTokens;
                const float* wanted = goal.data() + long(sample) * kSize;
                double sum = 0;
                for (int i = 0; i < kSize; ++i) {
                    const float d = xT[i] - wanted[i];
                    sum += double(d) * double(d);
                    slope[i] = d * (2.0f / (kSize * kBatch));
                }
                return sum / (kSize * kBatch);
            },
            gradientsOf(parameters, tensors), nullptr, end.data());
    }

    // Of a sample, by the reference.
    double meanEnergy(const FloatMatrix& x) const {
        const EnergyTransformer model = modelOf(parameters, tensors);
        double total = 0;
        for (int b = 0; b < kBatch; ++b) total += energy(model, {}, x.middleCols(b * kTokens, kTokens).cast<Real>()).total();
        return total / kBatch;
    }
    nlohmann::json checkForward() const {
        return {{"energy_start", meanEnergy(start)},
                {"energy_end", meanEnergy(end)},
                {"proj_x", recipe::projection(end.data(), end.size())},
                {"norm_x", recipe::norm(end.data(), end.size())}};
    }
    nlohmann::json checkTrain() {
        nlohmann::json check{
            {"loss", loss}, {"proj_x", recipe::projection(end.data(), end.size())}, {"norm_x", recipe::norm(end.data(), end.size())}};
        const auto norm = [&](const char* name, int tensor) {
            const auto gradient = parameters.gradient(tensor);
            check[std::string("grad_norm_") + name] = recipe::norm(gradient.data(), gradient.size());
        };
        norm("W_Q", tensors.queries), norm("W_K", tensors.keys), norm("Xi", tensors.memories);
        norm("gamma", tensors.gamma), norm("delta", tensors.delta);
        const auto memories = parameters.gradient(tensors.memories);
        check["grad_gamma"] = parameters.gradient(tensors.gamma)(0, 0);
        check["proj_grad_Xi"] = recipe::projection(memories.data(), memories.size());
        return check;
    }
};

}  // namespace

// Products alone, of all tokens: forward 2 ways through 2 H Y columns of weights, 2 through M, and 3 of tokens with tokens in each head;
// the way back 4, 4 and 6. Bytes: what training keeps of a step and reads again, where that does not fit the cache of a core.
Workload et() {
    const auto data = std::make_shared<Data>();
    const double joined = 4.0 * kBatch * kTokens * kHeads * kHeadWidth * kWidth, memories = 2.0 * kBatch * kTokens * kMemories * kWidth,
                 attention = 2.0 * kBatch * kHeads * kTokens * kTokens * kHeadWidth;
    const double forward = kSteps * (2 * joined + 2 * memories + 3 * attention),
                 back = kSteps * (4 * joined + 4 * memories + 6 * attention);
    const double kept = 4.0 * kSteps * kBatch * kTokens * (2 * kWidth + 4 * kHeads * kHeadWidth + kHeads * kTokens + kMemories);
    return {"et",
            "Energy Transformer block, forward and training step",
            {{"tokens", kTokens},
             {"D", kWidth},
             {"H", kHeads},
             {"Y", kHeadWidth},
             {"M", kMemories},
             {"T", kSteps},
             {"batch", kBatch},
             {"alpha", kAlpha},
             {"eps", kEpsilon}},
            {{"engram-fwd",
              [data] { data->forward(); },
              [data] { return data->checkForward(); },
              double(kBatch),
              "sample/s",
              {forward, 4.0 * 2 * kWidth * kTokens * kBatch},
              "forward, weights packed each time",
              3},
             {"engram-train",
              [data] { data->train(); },
              [data] { return data->checkTrain(); },
              double(kBatch),
              "sample/s",
              {forward + back, 2 * kept},
              "forward, loss and the gradients of all weights by the closed adjoint",
              3}}};
}

}  // namespace engram::bench
