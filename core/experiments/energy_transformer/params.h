// The parameters of the Energy Transformer, and what follows from them alone.
#pragma once

#include "core/experiments/energy_transformer/completer.h"
#include "core/param/schema.h"

namespace engram::energy_transformer {

enum class Data { Glyphs, Idx, Images };
enum class Fit { Pad, Refuse };
enum class WeightSource { Shipped, Trained, Drawn, Opposed };
enum class MaskStyle { Scatter, Block, Half, Brush };
enum class Activation { Relu, Cubic, Softmax };

struct Params {
    Data data = Data::Glyphs;
    int pictures = 2000, picture = 1;  // stored ones; which of those held out is completed
    int size = 28;                     // side, drawn or read from a folder
    Fit fit = Fit::Pad;

    MaskStyle maskStyle = MaskStyle::Scatter;
    double mask = 0.5;

    WeightSource weights = WeightSource::Shipped;
    int tokens = 196, width = 64, heads = 4, headWidth = 16, memories = 256;  // as the weights that ship
    int iterations = 14000, batch = 16;
    double learningRate = 1.2e-2;

    int depth = 6, past = 0;
    double alpha = 1, betaScale = 1;
    bool selfAttention = false;
    Activation activation = Activation::Relu;

    bool vectorGamma = false, keyTerm = true, untied = false, backtracking = false;

    int head = 1;
};

constexpr int kHeldOut = 64;  // pictures that are not stored
constexpr int kMostTokens = 256;
constexpr double kMemoryBeta = 20;  // of the softmax over memories, where that is the activation

Schema<Params> schema();

int patchesAcross(const Params& p);  // the root of `tokens`
TransformerSizes sizesOf(const Params& p);
BlockRule ruleOf(const Params& p);  // what training assumes: nothing broken

}  // namespace engram::energy_transformer
