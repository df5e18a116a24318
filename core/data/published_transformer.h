// The image model of the Energy Transformer as its authors published it: a .npz of twelve arrays (github.com/bhoov/energy-transformer-jax,
// checkpoints/plaindict_ckpt.npz). Patches are rows of normalised pixels; the weights were trained with self-attention.
#pragma once

#include "core/data/npy.h"

namespace engram {

struct PublishedTransformer {
    int width = 0, heads = 0, headWidth = 0, memoryCount = 0;  // D, H, Y, M
    int patchSize = 0, tokens = 0;                             // numbers in a patch; patches and the class token

    // Row-major.
    std::vector<float> queries, keys;         // H x Y x D
    std::vector<float> memories;              // M x D, a memory a row; the file has D x M
    std::vector<float> encoder, encoderBias;  // patchSize x D, D: tokens = patches encoder + bias
    std::vector<float> decoder, decoderBias;  // D x patchSize, patchSize: patches = layer norm of tokens, times decoder, + bias
    float gamma = 1;
    std::vector<float> delta;                  // D
    std::vector<float> classToken, maskToken;  // D
    std::vector<float> positions;              // tokens x D
};

// Throws, naming the array that is missing or of a wrong shape.
PublishedTransformer publishedTransformer(const NpzArchive& archive);

}  // namespace engram
