// The steps of core/learn/energy_block.h on one sample, for its own files only: what is packed once for all, the memory of a sample, one
// step down and the same step back.
#pragma once

#include "core/compute/aligned.h"
#include "core/compute/kernels.h"
#include "core/learn/energy_block.h"
#include "core/learn/panels.h"

namespace engram {

// Rows are tokens. Each kind of row has a stride of whole panels and a line more, so that columns do not meet in the same places of a
// cache.
struct BlockShape {
    TransformerSizes sizes;
    int tokens = 0, panel = 16;

    int width() const { return sizes.width; }
    int joined() const { return 2 * sizes.heads * sizes.headWidth; }  // K and Q of the first head, of the second, ...
    long tokenStride() const { return stride(width()); }
    // A head's panel may reach beyond its columns into the next head's, which follows and overwrites it; the last needs room.
    long joinedStride() const { return stride(joined() + panel); }
    long memoryStride() const { return stride(sizes.memories); }
    long sightStride() const { return stride(tokens); }

    TokenRows tokenRows() const { return {tokens, width(), tokenStride()}; }
    TokenRows memoryRows() const { return {tokens, sizes.memories, memoryStride()}; }
    TokenRows sightRows() const { return {tokens, tokens, sightStride()}; }

private:
    long stride(int columns) const {
        constexpr int kLine = 16;
        return long(Pieces::rounded(std::size_t(panelsOf(columns, panel) * panel))) + kLine;
    }
};

// What a step leaves behind, of each kind the rows of all tokens. The arrays of successive steps lie one after the other.
struct BlockStep {
    float *standard, *g, *inverse;  // the layer norm
    float* joined;                  // K and Q
    float* drawn;                   // Q P^T and K P: what a token gets as a key and as a query, before the way back
    float* sight;                   // P of each head, queries x keys
    float* similarity;              // max(Xi g, 0)
};

// The memory of one sample at work, out of one piece: as many steps as are to be kept, and what a step needs besides.
class BlockRecord {
public:
    BlockRecord(const BlockShape& shape, int keptSteps, bool backward, float* start);
    static std::size_t floats(const BlockShape& shape, int keptSteps, bool backward);
    BlockStep at(int t) const;

    float *x, *keysAcross, *keysDown, *queriesDown;  // a state; packed K^T, K and Q of a head
    float *slope, *dx, *dg, *joinedSlope, *sightSlope, *dotsAcross, *keyDots, *queryDots, *factors;  // on the way back only

private:
    const BlockShape shape_;
    BlockStep first_;
};

// The gradients a lane of samples adds up, rows as the weights are stacked.
struct BlockSums {
    float *joined, *memories, *delta;
    double gamma, loss;
};

struct BlockPacked {
    explicit BlockPacked(const Kernels& kernels) : k(kernels) { shape.panel = k.panelWidth; }

    const Kernels& k;
    BlockShape shape;
    BlockRule rule;
    float gamma = 1;
    AlignedFloats weights, delta, barrier;
    // W and Xi in panels: to go up from tokens, and back with alpha in them.
    float *joinedUp = nullptr, *joinedBack = nullptr, *memoriesUp = nullptr, *memoriesBack = nullptr;
    bool barred = false;

    void forward(const BlockRecord& record, int t, float* x) const;                     // x moves one step
    void backward(const BlockRecord& record, int t, float* dx, BlockSums& sums) const;  // dx goes one step back

private:
    void attend(const BlockRecord& record, const BlockStep& step, int head) const;
    void attendBack(const BlockRecord& record, const BlockStep& step, float* drawnSlope, int head) const;
};

}  // namespace engram
