#include "core/learn/energy_block.h"

#include <cmath>
#include <limits>
#include <vector>

#include "core/base/error.h"
#include "core/compute/isa.h"
#include "core/learn/blocks.h"
#include "core/learn/energy_block_steps.h"

namespace engram {

namespace {

constexpr int kMostLanes = 16;                             // each holds gradients of all weights
constexpr std::size_t kMostFloats = std::size_t(1) << 30;  // of a sample at work

// Not threadScratch, and one for each way: a loss is called while a record is in use, and may need the other.
enum class Way { Run, Train };
template <Way>
float* recordMemory(std::size_t floatCount) {
    static thread_local AlignedFloats store;
    return store.grow(floatCount);
}

// Between a batch, tokens without gaps, and the rows of a record, whose gaps are zeros.
void unpackRows(const float* from, const BlockShape& shape, float* rows) {
    const long stride = shape.tokenStride();
    std::fill_n(rows, shape.tokens * stride, 0.0f);
    for (int r = 0; r < shape.tokens; ++r) std::copy_n(from + long(r) * shape.width(), shape.width(), rows + r * stride);
}
void packTokens(const float* rows, const BlockShape& shape, float* to) {
    for (int r = 0; r < shape.tokens; ++r) std::copy_n(rows + r * shape.tokenStride(), shape.width(), to + long(r) * shape.width());
}

}  // namespace

struct EnergyBlock::Packed : BlockPacked {
    using BlockPacked::BlockPacked;
    std::vector<AlignedFloats> laneStores{kMostLanes};
    std::vector<BlockSums> lanes{kMostLanes};
    std::vector<float> stacked;  // W_K and W_Q of each head, for packing
};

EnergyBlock::EnergyBlock(const TransformerSizes& s, const std::string& isa) : packed_(std::make_unique<Packed>(kernelsFor(isa))) {
    if (s.width < 2 || s.heads < 0 || s.headWidth < 1 || s.memories < 0)
        usage("an energy transformer of width " + std::to_string(s.width) + " with " + std::to_string(s.heads) + " heads of " +
              std::to_string(s.headWidth) + " and " + std::to_string(s.memories) + " memories cannot be made");
    packed_->shape.sizes = s;
}

EnergyBlock::~EnergyBlock() = default;

void EnergyBlock::load(const BlockNumbers<const float>& w, const BlockRule& rule, const TokenGraph& graph) {
    Packed& p = *packed_;
    if (rule.tokens < 1 || rule.steps < 1)
        usage(std::to_string(rule.tokens) + " tokens for " + std::to_string(rule.steps) + " steps cannot be run; both must be 1 or more");
    if (graph.size() > 0 && (graph.rows() != rule.tokens || graph.cols() != rule.tokens))
        usage("a graph of " + std::to_string(graph.rows()) + " x " + std::to_string(graph.cols()) + " does not fit " +
              std::to_string(rule.tokens) + " tokens");
    const TransformerSizes& s = p.shape.sizes;
    const int width = s.width, joined = p.shape.joined(), rows = s.headWidth, panel = p.shape.panel;
    p.shape.tokens = rule.tokens;
    p.rule = rule;
    if (rule.beta <= 0) p.rule.beta = 1 / std::sqrt(float(rows));
    p.gamma = *w.gamma;
    std::fill_n(p.delta.grow(std::size_t(p.shape.tokenStride())), p.shape.tokenStride(), 0.0f);
    std::copy_n(w.delta, width, p.delta.data());

    p.stacked.resize(std::size_t(width) * std::size_t(std::max(joined, s.memories)));
    const std::size_t up = Pieces::rounded(packedSize(width, joined, panel)), back = Pieces::rounded(packedSize(joined, width, panel)),
                      memoriesUp = Pieces::rounded(packedSize(width, s.memories, panel)),
                      memoriesBack = Pieces::rounded(packedSize(s.memories, width, panel));
    Pieces pieces(p.weights.grow(up + back + memoriesUp + memoriesBack));
    p.joinedUp = pieces.take(up), p.joinedBack = pieces.take(back);
    p.memoriesUp = pieces.take(memoriesUp), p.memoriesBack = pieces.take(memoriesBack);
    for (int h = 0; h < s.heads; ++h) {
        const std::size_t block = std::size_t(rows) * std::size_t(width), from = std::size_t(h) * block;
        std::copy_n(w.keys + from, block, p.stacked.data() + 2 * from);
        std::copy_n(w.queries + from, block, p.stacked.data() + 2 * from + block);
    }
    const auto scaled = [&](const float* from, std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) p.stacked[i] = rule.alpha * from[i];
        return p.stacked.data();
    };
    packColumns(p.stacked.data(), width, width, joined, panel, p.joinedUp);
    packRows(scaled(p.stacked.data(), std::size_t(width) * std::size_t(joined)), width, joined, width, panel, p.joinedBack);
    packColumns(w.memories, width, width, s.memories, panel, p.memoriesUp);
    packRows(scaled(w.memories, std::size_t(width) * std::size_t(s.memories)), width, s.memories, width, panel, p.memoriesBack);

    p.barred = graph.size() > 0;
    if (!p.barred) return;
    const long sights = p.shape.sightStride();
    float* barrier = p.barrier.grow(std::size_t(rule.tokens * sights));
    std::fill_n(barrier, rule.tokens * sights, 0.0f);
    for (int c = 0; c < rule.tokens; ++c)
        for (int b = 0; b < rule.tokens; ++b) barrier[c * sights + b] = graph(b, c) ? 0.0f : -std::numeric_limits<float>::infinity();
}

namespace {

std::size_t recordSize(const BlockShape& shape, int keptSteps, bool backward) {
    if (shape.tokens == 0) usage("an energy block must be loaded with weights before it is run");
    const std::size_t floats = BlockRecord::floats(shape, keptSteps, backward);
    if (floats > kMostFloats)
        usage(std::to_string(shape.tokens) + " tokens for " + std::to_string(keptSteps) + " steps would take " +
              std::to_string(floats >> 28) + " GiB a core; take fewer tokens or steps");
    return floats;
}

}  // namespace

void EnergyBlock::run(int samples, const float* x0, float* xT, float* path) {
    const Packed& p = *packed_;
    const std::size_t floats = recordSize(p.shape, 1, false);
    const long size = long(p.shape.width()) * p.shape.tokens;
    inBlocks(samples, 1, [&](int sample, int) {
        const BlockRecord record(p.shape, 1, false, recordMemory<Way::Run>(floats));
        unpackRows(x0 + sample * size, p.shape, record.x);
        float* states = path ? path + sample * size * (p.rule.steps + 1) : nullptr;
        for (int t = 0; t < p.rule.steps; ++t) {
            if (states) packTokens(record.x, p.shape, states + t * size);
            p.forward(record, 0, record.x);
        }
        if (states) packTokens(record.x, p.shape, states + p.rule.steps * size);
        packTokens(record.x, p.shape, xT + sample * size);
    });
}

double EnergyBlock::train(int samples, const float* x0, const Loss& loss, const BlockNumbers<float>& gradients, float* dx0, float* xT) {
    Packed& p = *packed_;
    const BlockShape& shape = p.shape;
    const std::size_t floats = recordSize(shape, p.rule.steps, true);
    const int width = shape.width(), joined = shape.joined(), memories = shape.sizes.memories, laneCount = std::min(samples, kMostLanes);
    const long size = long(width) * shape.tokens, stride = shape.tokenStride(), rows = joined + memories + 1;
    for (int i = 0; i < laneCount; ++i) p.laneStores[std::size_t(i)].grow(std::size_t(rows * stride));
    inBlocks(laneCount, 1, [&](int i, int) {
        BlockSums& sums = p.lanes[std::size_t(i)];
        float* store = p.laneStores[std::size_t(i)].data();
        std::fill_n(store, rows * stride, 0.0f);
        sums = {store, store + joined * stride, store + (joined + memories) * stride, 0, 0};
        const BlockRecord record(shape, p.rule.steps, true, recordMemory<Way::Train>(floats));
        for (int sample = i; sample < samples; sample += laneCount) {
            unpackRows(x0 + sample * size, shape, record.x);
            for (int t = 0; t < p.rule.steps; ++t) p.forward(record, t, record.x);
            float* end = xT ? xT + sample * size : record.dx;  // dx is free until the slope goes there
            packTokens(record.x, shape, end);
            const auto alone = [&] { sums.loss += loss(sample, end, record.slope); };
            withThreads(1, std::cref(alone));  // a thread that waits in it must not take up another lane
            unpackRows(record.slope, shape, record.dx);
            for (int t = p.rule.steps - 1; t >= 0; --t) p.backward(record, t, record.dx, sums);
            if (dx0) packTokens(record.dx, shape, dx0 + sample * size);
        }
    });

    const auto total = [&](long row, float scale, float* to) {
        std::fill_n(to, width, 0.0f);
        for (int i = 0; i < laneCount; ++i) {
            const float* from = p.laneStores[std::size_t(i)].data() + row * stride;
            for (int d = 0; d < width; ++d) to[d] += from[d];
        }
        for (int d = 0; d < width; ++d) to[d] *= scale;
    };
    constexpr int kRows = 32;
    inBlocks(int(rows), kRows, [&](int begin, int end) {
        const int headWidth = shape.sizes.headWidth;
        for (int row = begin; row < end; ++row) {
            const int head = row / (2 * headWidth), own = row % (2 * headWidth);
            if (row < joined)
                total(row, p.rule.alpha,
                      (own < headWidth ? gradients.keys : gradients.queries) + long(head * headWidth + own % headWidth) * width);
            else if (row < joined + memories)
                total(row, p.rule.alpha, gradients.memories + long(row - joined) * width);
            else
                total(row, 1, gradients.delta);
        }
    });
    double gamma = 0, value = 0;
    for (int i = 0; i < laneCount; ++i) gamma += p.lanes[std::size_t(i)].gamma, value += p.lanes[std::size_t(i)].loss;
    *gradients.gamma = float(gamma);
    return value;
}

}  // namespace engram
