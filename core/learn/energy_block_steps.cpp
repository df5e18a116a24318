#include "core/learn/energy_block_steps.h"

namespace engram {

namespace {

struct KindSizes {
    std::size_t standard, inverse, joined, sight, similarity;

    explicit KindSizes(const BlockShape& s)
        : standard(std::size_t(s.tokens * s.tokenStride())),
          inverse(Pieces::rounded(std::size_t(s.tokens))),
          joined(std::size_t(s.tokens * s.joinedStride())),
          sight(std::size_t(s.sizes.heads * s.tokens * s.sightStride())),
          similarity(std::size_t(s.tokens * s.memoryStride())) {}
    std::size_t ofStep() const { return 2 * standard + inverse + 2 * joined + sight + similarity; }
};

std::size_t across(const BlockShape& s) { return Pieces::rounded(packedSize(s.sizes.headWidth, s.tokens, s.panel)); }
std::size_t down(const BlockShape& s) { return Pieces::rounded(packedSize(s.tokens, s.sizes.headWidth, s.panel)); }

}  // namespace

// Of the way back, one step more: slopes of the things a step left behind are written where the step after it had left its own.
std::size_t BlockRecord::floats(const BlockShape& s, int keptSteps, bool backward) {
    const KindSizes kind(s);
    std::size_t count = kind.ofStep() * std::size_t(keptSteps + backward) + kind.standard + across(s) + 2 * down(s);
    if (backward)
        count += Pieces::rounded(std::size_t(s.width()) * std::size_t(s.tokens)) + 2 * kind.standard + kind.joined +
                 std::size_t(s.tokens * s.sightStride()) + across(s) + 2 * down(s) +
                 Pieces::rounded(packedSize(2 * s.tokens, s.width(), s.panel));
    return count;
}

BlockRecord::BlockRecord(const BlockShape& s, int keptSteps, bool backward, float* start) : shape_(s) {
    const KindSizes kind(s);
    const auto steps = std::size_t(keptSteps + backward);
    Pieces pieces(start);
    first_.standard = pieces.take(kind.standard * steps);
    first_.g = pieces.take(kind.standard * steps);
    first_.inverse = pieces.take(kind.inverse * steps);
    first_.joined = pieces.take(kind.joined * steps);
    first_.drawn = pieces.take(kind.joined * steps);
    first_.sight = pieces.take(kind.sight * steps);
    first_.similarity = pieces.take(kind.similarity * steps);
    x = pieces.take(kind.standard);
    keysAcross = pieces.take(across(s)), keysDown = pieces.take(down(s)), queriesDown = pieces.take(down(s));
    if (!backward) return;
    slope = pieces.take(std::size_t(s.width()) * std::size_t(s.tokens));
    dx = pieces.take(kind.standard), dg = pieces.take(kind.standard);
    joinedSlope = pieces.take(kind.joined);
    sightSlope = pieces.take(std::size_t(s.tokens * s.sightStride()));
    dotsAcross = pieces.take(across(s)), keyDots = pieces.take(down(s)), queryDots = pieces.take(down(s));
    factors = pieces.take(packedSize(2 * s.tokens, s.width(), s.panel));
}

BlockStep BlockRecord::at(int t) const {
    const KindSizes kind(shape_);
    const auto n = std::size_t(t);
    return {first_.standard + n * kind.standard,    first_.g + n * kind.standard,   first_.inverse + n * kind.inverse,
            first_.joined + n * kind.joined,        first_.drawn + n * kind.joined, first_.sight + n * kind.sight,
            first_.similarity + n * kind.similarity};
}

void BlockPacked::attend(const BlockRecord& record, const BlockStep& step, int head) const {
    const int n = shape.tokens, rows = shape.sizes.headWidth, panel = shape.panel;
    const long stride = shape.joinedStride(), sights = shape.sightStride();
    const float *key = step.joined + 2 * head * rows, *query = key + rows;
    float *p = step.sight + head * n * sights, *asKey = step.drawn + 2 * head * rows, *asQuery = asKey + rows;
    packColumns(key, stride, rows, n, panel, record.keysAcross);
    k.product(query, stride, n, record.keysAcross, rows, panelsOf(n, panel), nullptr, p, sights);
    k.attend(shape.sightRows(), rule.beta, rule.selfAttention, barred ? barrier.data() : nullptr, p);
    packRows(query, stride, n, rows, panel, record.queriesDown);
    k.flippedProduct(p, sights, n, record.queriesDown, n, panelsOf(rows, panel), nullptr, asKey, stride);
    packRows(key, stride, n, rows, panel, record.keysDown);
    k.product(p, sights, n, record.keysDown, n, panelsOf(rows, panel), nullptr, asQuery, stride);
}

void BlockPacked::forward(const BlockRecord& record, int t, float* x) const {
    const BlockStep step = record.at(t);
    const int n = shape.tokens, joined = shape.joined(), memories = shape.sizes.memories, out = panelsOf(shape.width(), shape.panel);
    const long stride = shape.tokenStride();
    k.normalise(shape.tokenRows(), x, gamma, delta.data(), rule.epsilon, step.standard, step.g, step.inverse);
    if (joined > 0) {
        k.product(step.g, stride, n, joinedUp, shape.width(), panelsOf(joined, shape.panel), nullptr, step.joined, shape.joinedStride());
        for (int head = 0; head < shape.sizes.heads; ++head) attend(record, step, head);
        k.productOnto(step.drawn, shape.joinedStride(), n, joinedBack, joined, out, x, stride);
    }
    if (memories > 0) {
        const long similarities = shape.memoryStride();
        k.product(step.g, stride, n, memoriesUp, shape.width(), panelsOf(memories, shape.panel), nullptr, step.similarity, similarities);
        k.rectify(shape.memoryRows(), step.similarity);
        k.productOnto(step.similarity, similarities, n, memoriesBack, memories, out, x, stride);
    }
}

// With v the slope of the loss and dots the rates along v: dA = beta (K. Q + K Q.), Gamma = P (dA - sum P dA),
// dK = Gamma Q + P Q., dQ = Gamma K + P K.
void BlockPacked::attendBack(const BlockRecord& record, const BlockStep& step, float* drawnSlope, int head) const {
    const int n = shape.tokens, rows = shape.sizes.headWidth, panel = shape.panel, out = panelsOf(rows, panel);
    const long stride = shape.joinedStride(), sights = shape.sightStride();
    const float *key = step.joined + 2 * head * rows, *query = key + rows;
    const float *keyDot = record.joinedSlope + 2 * head * rows, *queryDot = keyDot + rows;
    const float* p = step.sight + head * n * sights;
    float *d = record.sightSlope, *keySlope = drawnSlope + 2 * head * rows, *querySlope = keySlope + rows;
    packColumns(key, stride, rows, n, panel, record.keysAcross);
    packColumns(keyDot, stride, rows, n, panel, record.dotsAcross);
    k.product(query, stride, n, record.dotsAcross, rows, panelsOf(n, panel), nullptr, d, sights);
    k.productOnto(queryDot, stride, n, record.keysAcross, rows, panelsOf(n, panel), d, sights);
    k.attendBack(shape.sightRows(), rule.beta, p, d);
    packRows(query, stride, n, rows, panel, record.queriesDown);
    packRows(queryDot, stride, n, rows, panel, record.queryDots);
    k.flippedProduct(d, sights, n, record.queriesDown, n, out, nullptr, keySlope, stride);
    k.flippedProductOnto(p, sights, n, record.queryDots, n, out, keySlope, stride);
    packRows(key, stride, n, rows, panel, record.keysDown);
    packRows(keyDot, stride, n, rows, panel, record.keyDots);
    k.product(d, sights, n, record.keysDown, n, out, nullptr, querySlope, stride);
    k.productOnto(p, sights, n, record.keyDots, n, out, querySlope, stride);
}

// The gradient of a stack of weights W is [what it drew; slopes of W g]^T [v; g], one product; slopes lie behind what was drawn.
void BlockPacked::backward(const BlockRecord& record, int t, float* dx, BlockSums& sums) const {
    const BlockStep step = record.at(t), next = record.at(t + 1);
    const int n = shape.tokens, width = shape.width(), joined = shape.joined(), memories = shape.sizes.memories, panel = shape.panel;
    const int out = panelsOf(width, panel);
    const long stride = shape.tokenStride(), joinedStride = shape.joinedStride(), similarities = shape.memoryStride();
    for (int p = 0; p < out; ++p) {  // each panel holds v, then g
        const int first = p * panel, present = std::min(panel, width - first);
        float* to = record.factors + long(first) * 2 * n;
        packRows(dx + first, stride, n, present, panel, to);
        packRows(step.g + first, stride, n, present, panel, to + long(n) * panel);
    }
    if (joined == 0) std::fill_n(record.dg, n * stride, 0.0f);
    if (joined > 0) {
        k.product(dx, stride, n, joinedUp, width, panelsOf(joined, panel), nullptr, record.joinedSlope, joinedStride);
        for (int head = 0; head < shape.sizes.heads; ++head) attendBack(record, step, next.drawn, head);
        k.flippedProductOnto(step.drawn, joinedStride, joined, record.factors, 2 * n, out, sums.joined, stride);
        k.product(next.drawn, joinedStride, n, joinedBack, joined, out, nullptr, record.dg, stride);
    }
    if (memories > 0) {
        k.product(dx, stride, n, memoriesUp, width, panelsOf(memories, panel), nullptr, next.similarity, similarities);
        k.rectifyBack(shape.memoryRows(), step.similarity, next.similarity);
        k.flippedProductOnto(step.similarity, similarities, memories, record.factors, 2 * n, out, sums.memories, stride);
        k.productOnto(next.similarity, similarities, n, memoriesBack, memories, out, record.dg, stride);
    }
    sums.gamma += k.normaliseBack(shape.tokenRows(), record.dg, step.standard, step.inverse, gamma, sums.delta, dx);
}

}  // namespace engram
