// Matrix products by tiles: a work group of 16 x 16 brings slices of both factors, 16 deep, into shared memory, and each invocation
// gathers EACH x EACH entries, 16 apart so that neighbours read neighbouring banks and write neighbouring words. EACH 4 reuses most;
// smaller ones make more work groups of a small product.
#include "compute/model.glsl"

const int kSide = 16, kEach = EACH, kTile = kSide * kEach, kDepth = 16;
layout(local_size_x = 16, local_size_y = 16) in;

shared float left[kDepth][kTile + 1], right[kDepth][kTile + 1];  // one more, so that columns start in different banks
float sum[kEach][kEach];

void clearSums() {
    for (int i = 0; i < kEach; ++i)
        for (int j = 0; j < kEach; ++j) sum[i][j] = 0.0;
}

void readSlices(int depth, out float a[kEach], out float b[kEach]) {
    ivec2 me = ivec2(gl_LocalInvocationID.xy);
    for (int i = 0; i < kEach; ++i) {
        a[i] = left[depth][me.x + kSide * i];
        b[i] = right[depth][me.y + kSide * i];
    }
}

void addProducts() {
    float a[kEach], b[kEach];
    for (int depth = 0; depth < kDepth; ++depth) {
        readSlices(depth, a, b);
        for (int i = 0; i < kEach; ++i)
            for (int j = 0; j < kEach; ++j) sum[i][j] += a[i] * b[j];
    }
}

// |a - b|^2: exact near a memory, where |a|^2 - 2ab + |b|^2 is not.
void addSquaredDifferences() {
    float a[kEach], b[kEach];
    for (int depth = 0; depth < kDepth; ++depth) {
        readSlices(depth, a, b);
        for (int i = 0; i < kEach; ++i)
            for (int j = 0; j < kEach; ++j) {
                float difference = a[i] - b[j];
                sum[i][j] += difference * difference;
            }
    }
}
