// The table of compute kernels: plain functions on raw pointers, compiled once per instruction set from core/compute/kernels/ and
// chosen at run time. The units behind it see neither Eigen nor std templates, so no code of a newer set can leak into the program.
#pragma once

#include <cstdint>

namespace engram {

enum class FeatureKind { Identity, LogCosh, Spherical };
struct FeatureLaw {
    FeatureKind kind;
    float slope;
};

enum class HiddenKind { Softmax, Power, Exponential };
struct HiddenLaw {
    HiddenKind kind;
    float beta;
    int order;
    bool rectified;
};

// Weights f as a kernel leaves them: the true ones are `factor` times what is stored, `sum` is their true sum.
struct Weights {
    float factor, sum;
};

// Functions applied to every entry by itself; core/learn/functions.cpp holds them in double.
enum class Function { Exp, Log, Tanh, Sigmoid, Relu, Silu, Softplus, Sin, Cos, Square, Sqrt };
constexpr int kFunctionCount = 11;

// A step of Adam (Kingma & Ba 2015): m and v are drawn towards g and g^2, then w <- keep w - rate m / (sqrt(v) scale + epsilon).
struct AdamStep {
    float towardsMean, towardsSquare;   // 1 - beta1, 1 - beta2
    float rate, scale, epsilon;         // both with the bias corrections in them
    float decay, keep;                  // g grows by decay w before all else
};

// A batch of states of at most kMostFewFeatures features, and what to do with it; vectorised across states.
constexpr int kMostFewFeatures = 4;
struct FewStates {
    FeatureLaw features;
    HiddenLaw hidden;
    bool distance;
    const float* memories;       // memory k at memories + k featureCount
    int featureCount, memoryCount;
    float* states;               // state q at states + q stride
    long stride;
    int count;
    float rate, tolerance;       // a negative tolerance never stops a state
    int mostSteps;
    int* steps;                  // may be null
    float* scratch;              // fewScratch(count, memoryCount) floats, aligned
};

// Up to 64 binary cues on their way through synchronous updates; core/compute/recall_trials.cpp sets it up and says what it computes.
// Neurons are bytes of 0 or 1, lane q belongs to cue q. A group is four rows (features, or memories) whose 16 combinations are tabulated; a
// choice says, in bytes from the start of the table, which combination of its group a memory (a feature) has.
struct RecallBatch {
    static constexpr int kCues = 64, kMostFeatureGroups = 28, kMemoryGroups = 16;   // groups in a table, which the first-level cache holds
    enum Shape { Linear, Square, Table };

    int featureCount, memoryCount, cueCount;
    int firstMemory;                                // above 0: `sums` already hold the memories before it, of the same cues
    const std::uint16_t* byMemory;                  // memories x groups of features
    const std::uint16_t* byFeature;                 // tables of memories x features x kMemoryGroups
    long byMemoryStride, byFeatureStride;           // from a memory to the next, from a table to the next
    int featureGroupsAtOnce;                        // groups of features in a table
    const std::int32_t* columnSums;                 // sum over memories of xi_i

    // field_i = scale sum_mu xi_i w + offset columnSum_i - sigma_i sum_mu self, w and self functions of the Hamming distance
    Shape shape;
    int centre;                                     // for Square: w = k (k + N mod 2) - centre with k = N/2 - distance
    const std::int32_t* weights;                    // for Table: by distance
    const std::int64_t* selfWeights;
    std::int64_t scale, offset, mostWeight;
    bool wide;                                      // sums need 64 bits

    std::uint8_t *up, *own;                         // the cues and the patterns they are to recall: features (up to a multiple of 16) x kCues
    std::uint16_t* distances;                       // memories x kCues
    std::uint8_t* table;                            // kMostFeatureGroups x 16 rows of 64 bytes, aligned
    std::int16_t* narrow;                           // features x 32, aligned
    void* sums;                                     // features x kCues, 32 or 64 bits
    std::uint8_t* changed;                          // kCues: whether the update changed a neuron
    std::uint16_t* misses;                          // kCues: neurons of `up` that differ from `own`
};

// Rows of `count` numbers, `stride` apart; a stride is whole vectors, and what a row has beyond its count is 0 and stays 0.
//   normalise      standard = (x - mean) inverse, inverse = 1 / sqrt(var + epsilon), g = gamma standard + delta
//   normaliseBack  dx += gamma inverse (dg - mean(dg) - standard mean(dg standard)), dDelta += dg; returns the sum of dg standard
//   attend         each row s of similarities becomes softmax(beta (s + barrier)), row r without its entry r unless `self`; a row that is
//                  barred all along becomes 0. The barrier has the layout of s; null for none.
//   attendBack     d <- p (beta d - sum(p beta d)), the slopes of the softmax times beta
struct TokenRows {
    int rows, count;
    long stride;
};

struct Kernels {
    const char* name;
    int lanes;                   // floats in a vector
    int panelWidth;              // columns of a packed panel of `product`

    // c (rows x columns) = start + a (rows x depth) b; b in panels of panelWidth columns, each depth x panelWidth, zero-padded;
    // start is one row or null for zeros. Rows of c are as wide as the panels. A row is rounded in the same way wherever it stands.
    void (*product)(const float* a, long strideA, int rows, const float* panels, int depth, int panelCount, const float* start,
                    float* c, long strideC);

    // The same with a the other way round: entry (r, k) at a + k strideA + r.
    void (*flippedProduct)(const float* a, long strideA, int rows, const float* panels, int depth, int panelCount, const float* start,
                           float* c, long strideC);

    // Both once more, added to what c holds.
    void (*productOnto)(const float* a, long strideA, int rows, const float* panels, int depth, int panelCount, float* c, long strideC);
    void (*flippedProductOnto)(const float* a, long strideA, int rows, const float* panels, int depth, int panelCount, float* c, long strideC);

    // Rows of tokens and of attention, see TokenRows.
    void (*normalise)(const TokenRows&, const float* x, float gamma, const float* delta, float epsilon, float* standard, float* g, float* inverse);
    float (*normaliseBack)(const TokenRows&, const float* dg, const float* standard, const float* inverse, float gamma, float* dDelta, float* dx);
    void (*attend)(const TokenRows&, float beta, bool self, const float* barrier, float* s);
    void (*attendBack)(const TokenRows&, float beta, const float* p, float* d);
    void (*rectify)(const TokenRows&, float* r);                           // max(r, 0)
    void (*rectifyBack)(const TokenRows&, const float* r, float* d);       // d where r > 0, else 0

    // y = f(x), at most 1e-6 off relative to 1 + |y|; not a number where x is none or outside the domain. Then dx = f'(x) dy, or added to dx.
    void (*apply)(Function, const float* x, int count, float* y);
    void (*applyBack)(Function, const float* x, const float* y, const float* dy, int count, bool add, float* dx);
    void (*adam)(const AdamStep&, const float* g, int count, float* w, float* m, float* v);

    // Rows of similarities s + shift: L_h, and f in its place. With Softmax both are safe for any s.
    float (*hiddenPotential)(const HiddenLaw&, const float* s, int count, float shift);
    Weights (*hiddenWeights)(const HiddenLaw&, float* s, int count, float shift);
    void (*features)(const FeatureLaw&, const float* v, int count, float* g);
    float (*featureEnergy)(const FeatureLaw&, const float* v, int count);                             // v.g - L_v
    void (*pullBack)(const FeatureLaw&, const float* v, const float* g, float* d, int count);         // d <- Hessian of L_v times d
    float (*move)(float rate, float factor, const float* target, float* v, int count);                // returns the largest move
    void (*combine)(float a, const float* x, float b, const float* y, float* out, int count);         // a x + b y
    float (*dot)(const float* x, const float* y, int count);
    int (*largest)(const float* s, const float* scale, int count);           // first index of the largest s scale; scale may be null
    int (*atLeast)(const float* s, int count, float least, int* kept);       // indices of s >= least, in order
    void (*addRows)(const float* weights, const int* kept, int keptCount, const float* rows, int width, float* out);
    void (*exps)(const float* x, float shift, int count, float* out);        // exp(x + shift), at most 2 ulp off
    void (*logs)(const float* x, int count, float* out);                     // of positive normal x, at most 2 ulp off

    void (*fewSettle)(const FewStates&);
    void (*fewNearest)(const FewStates&, int* nearest);

    void (*recallUpdate)(const RecallBatch&);      // sets up, changed and misses
    void (*recallDistances)(const RecallBatch&);
    void (*recallMisses)(const RecallBatch&);

    float (*multiplyAdds)(long rounds);   // 24 lanes rounds operations
};

constexpr long fewScratch(long count, long memoryCount) {
    return (kMostFewFeatures + 2) * (count + 32) + (16 + kMostFewFeatures) * memoryCount + 2 * kMostFewFeatures * (memoryCount / 16 + 32);
}

namespace x86_64 { const Kernels& kernels(); }
namespace x86_64_v3 { const Kernels& kernels(); }
namespace x86_64_v4 { const Kernels& kernels(); }

}  // namespace engram
