// Synchronous recall of up to 64 binary cues at once, a cue a lane. Both products of an update are sums of +-1 times something, so
// four rows at a time are tabulated in their 16 combinations (the four Russians' method) and a sum is one vector addition for four
// of its terms: bytes for Hamming distances, 16-bit words for weighted sums. All sums are exact.
#pragma once

#include "core/compute/kernels.h"
#include "core/compute/kernels/simd.h"

namespace engram::ENGRAM_KERNELS {

using Bytes = unsigned char __attribute__((vector_size(kLanes * 4), may_alias));
using Words = short __attribute__((vector_size(kLanes * 4), may_alias));
constexpr int kRow = 64;                              // bytes of a table row: cues in bytes, half of them in words
constexpr int kRowVectors = kRow / (kLanes * 4);
constexpr int kCues = RecallBatch::kCues, kGroups = RecallBatch::kGroups;
using Short = short;

// table[b] of a group = base + the steps of those of its four rows whose bit is set in b, lane by lane.
template <class Vector>
ENGRAM_INLINE void tabulate(unsigned char* table, const Vector* base, const Vector (*step)[kRowVectors]) {
    Vector* rows = reinterpret_cast<Vector*>(table);
    for (int i = 0; i < kRowVectors; ++i) rows[i] = base[i];
    for (int j = 0; j < 4; ++j)
        for (int b = 0; b < 1 << j; ++b)
            for (int i = 0; i < kRowVectors; ++i) rows[((1 << j) + b) * kRowVectors + i] = rows[b * kRowVectors + i] + step[j][i];
}

// The sum of the table rows that `choices` names, one a group.
template <class Vector>
ENGRAM_INLINE void sumOfRows(const unsigned short* choices, int groupCount, const unsigned char* table, Vector* total) {
    Vector sums[kRowVectors]{};
    for (int g = 0; g < groupCount; ++g) {
        const Vector* row = reinterpret_cast<const Vector*>(table + choices[g]);
#pragma GCC unroll 4
        for (int i = 0; i < kRowVectors; ++i) sums[i] += row[i];
    }
    for (int i = 0; i < kRowVectors; ++i) total[i] = sums[i];
}

static void distances(const RecallBatch& b) {
    const int groups = (b.featureCount + 3) / 4;
    for (int first = 0; first < groups; first += kGroups) {
        const int count = groups - first < kGroups ? groups - first : kGroups;
        for (int g = 0; g < count; ++g) {
            const Bytes* up = reinterpret_cast<const Bytes*>(b.up + (first + g) * 4L * kCues);
            Bytes base[kRowVectors]{}, step[4][kRowVectors];     // a bit differs from a neuron that is up, or from one that is not
            for (int j = 0; j < 4; ++j)
                for (int i = 0; i < kRowVectors; ++i) {
                    const Bytes x = up[j * kRowVectors + i];
                    base[i] += x;
                    step[j][i] = 1 - (x + x);
                }
            tabulate(b.table + g * 16L * kRow, base, step);
        }
        for (int k = 0; k < b.memoryCount; ++k) {
            Bytes part[kRowVectors];
            sumOfRows(b.byMemory + long(k) * b.byMemoryStride + first, count, b.table, part);
            const unsigned char* lane = reinterpret_cast<const unsigned char*>(part);
            unsigned short* distance = b.distances + long(k) * kCues;
            if (first == 0) for (int q = 0; q < kCues; ++q) distance[q] = lane[q];
            else for (int q = 0; q < kCues; ++q) distance[q] = (unsigned short)(distance[q] + lane[q]);
        }
    }
}

// Adds the words that weigh memories first .. first + 4 count of 32 cues to the sums of all features, times 256^digit.
template <class Sum>
static void addWords(const RecallBatch& b, int first, int count, int half, int digit, const short* words) {
    for (int g = 0; g < count; ++g) {
        const Words* weight = reinterpret_cast<const Words*>(words + g * 4L * 32);
        Words base[kRowVectors]{}, step[4][kRowVectors];
        for (int j = 0; j < 4; ++j)
            for (int i = 0; i < kRowVectors; ++i) {
                const Words x = weight[j * kRowVectors + i];
                base[i] -= x;
                step[j][i] = x + x;
            }
        tabulate(b.table + g * 16L * kRow, base, step);
    }
    for (int i = 0; i < b.featureCount; ++i) {
        Words part[kRowVectors];
        sumOfRows(b.byFeature + long(i) * b.byFeatureStride + first / 4, count, b.table, part);
        const short* lane = reinterpret_cast<const short*>(part);
        Sum* sums = static_cast<Sum*>(b.sums) + long(i) * kCues + half * 32;
        if (digit == 0) for (int q = 0; q < 32; ++q) sums[q] += lane[q];
        else for (int q = 0; q < 32; ++q) sums[q] += Sum(lane[q]) * (Sum(1) << (8 * digit));
    }
}

// The weights of one block of memories and 32 cues. In one pass where no sum of a cue can leave 16 bits, else digit by digit.
template <class Sum>
static void addBlock(const RecallBatch& b, int first, int count, int half) {
    alignas(64) int weight[kGroups * 4 * 32];
    alignas(64) short words[kGroups * 4 * 32];
    alignas(64) int bound[32] = {};
    const int half0 = b.featureCount / 2, odd = b.featureCount % 2;
    for (int k = 0; k < count * 4; ++k) {
        int* w = weight + k * 32;
        if (first + k >= b.memoryCount) {
            for (int q = 0; q < 32; ++q) w[q] = 0;
            continue;
        }
        const unsigned short* d = b.distances + long(first + k) * kCues + half * 32;
        switch (b.shape) {
            case RecallBatch::Linear: for (int q = 0; q < 32; ++q) w[q] = half0 - d[q]; break;
            case RecallBatch::Square: for (int q = 0; q < 32; ++q) w[q] = (half0 - d[q]) * (half0 - d[q] + odd); break;
            case RecallBatch::Table: for (int q = 0; q < 32; ++q) w[q] = b.weights[d[q]]; break;
        }
        for (int q = 0; q < 32; ++q) bound[q] += w[q] < 0 ? -w[q] : w[q];
    }
    // Where a bound itself could overflow, weights are far above one digit anyway.
    bool narrow = b.mostWeight < 4000000;
    for (int q = 0; q < 32; ++q) narrow = narrow && bound[q] < 32768;
    if (narrow) {
        for (int i = 0; i < count * 4 * 32; ++i) words[i] = Short(weight[i]);
        return addWords<Sum>(b, first, count, half, 0, words);
    }
    for (int digit = 0; digit < 5; ++digit) {
        int left = 0;
        for (int i = 0; i < count * 4 * 32; ++i) {
            const int low = ((weight[i] + 128) & 255) - 128;   // -128..127
            words[i] = Short(low);
            weight[i] = int((long(weight[i]) - low) >> 8);
            left |= weight[i];
        }
        addWords<Sum>(b, first, count, half, digit, words);
        if (left == 0) break;
    }
}

// One update of all cues; sets b.changed[q].
template <class Sum>
static void update(const RecallBatch& b) {
    distances(b);
    Sum* sums = static_cast<Sum*>(b.sums);
    const int halves = b.cueCount > 32 ? 2 : 1;
    for (long i = 0; i < long(b.featureCount) * kCues; ++i) sums[i] = 0;
    for (int half = 0; half < halves; ++half)
        for (int first = 0; first < b.memoryCount; first += kGroups * 4) {
            const int left = (b.memoryCount - first + 3) / 4;
            addBlock<Sum>(b, first, left < kGroups ? left : kGroups, half);
        }
    Sum self[kCues] = {};
    if (b.shape == RecallBatch::Table) {
        for (int k = 0; k < b.memoryCount; ++k)
            for (int q = 0; q < kCues; ++q) self[q] += Sum(b.selfWeights[b.distances[long(k) * kCues + q]]);
    } else if (b.shape == RecallBatch::Linear) {
        for (int q = 0; q < kCues; ++q) self[q] = b.memoryCount;
    } else {
        // 2 sum_mu m_mu, from sum_mu m_mu = sum_i sigma_i columnSum_i
        for (int i = 0; i < b.featureCount; ++i)
            for (int q = 0; q < kCues; ++q) self[q] += Sum(b.columnSums[i]) * (4 * b.up[long(i) * kCues + q] - 2);
    }
    unsigned char changed[kCues] = {};
    for (int i = 0; i < b.featureCount; ++i) {
        unsigned char* up = b.up + long(i) * kCues;
        const Sum* sum = sums + long(i) * kCues;
        const Sum common = Sum(b.offset) * Sum(b.columnSums[i]), scale = Sum(b.scale);
        for (int q = 0; q < kCues; ++q) {
            const Sum field = scale * sum[q] + common - self[q] * (2 * up[q] - 1);
            const unsigned char next = (unsigned char)((field > 0) | ((field == 0) & up[q]));
            changed[q] |= (unsigned char)(next ^ up[q]);
            up[q] = next;
        }
    }
    for (int q = 0; q < kCues; ++q) b.changed[q] = changed[q];
}

static void recallUpdate(const RecallBatch& b) { b.wide ? update<long>(b) : update<int>(b); }
static void recallDistances(const RecallBatch& b) { distances(b); }

}  // namespace engram::ENGRAM_KERNELS
