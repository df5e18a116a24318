// Synchronous recall of up to 64 binary cues at once, a cue a lane. Both products of an update are sums of +-1 times something, so
// four rows at a time are tabulated in their 16 combinations (the four Russians' method) and a sum is one vector addition for four
// of its terms: bytes for Hamming distances, 16-bit words for weighted sums. Only vectors that hold cues are worked on. All sums are
// exact: words are moved to wider sums before a sum of magnitudes leaves them.
#pragma once

#include "core/compute/kernels.h"
#include "core/compute/kernels/simd.h"

namespace engram::ENGRAM_KERNELS {

using Bytes = unsigned char __attribute__((vector_size(kLanes * 4), may_alias));
using Words = short __attribute__((vector_size(kLanes * 4), may_alias));
using Magnitudes = unsigned short __attribute__((vector_size(kLanes * 4), may_alias));
constexpr int kRow = 64;                              // bytes of a table row: cues in bytes, half of them in words
constexpr int kRowVectors = kRow / (kLanes * 4);
constexpr int kWordLanes = 2 * kLanes, kHalf = 32;    // words in a vector, in a row
constexpr int kCues = RecallBatch::kCues, kGroups = RecallBatch::kMemoryGroups;
constexpr int kMostWord = 32767;

// table[b] of a group = base + the steps of those of its four rows whose bit is set in b, lane by lane.
template <class Vector, int Used>
ENGRAM_INLINE void tabulate(unsigned char* table, const Vector* base, const Vector (*step)[Used]) {
    Vector* rows = reinterpret_cast<Vector*>(table);
#pragma GCC unroll 4
    for (int i = 0; i < Used; ++i) {
        Vector entry[16];
        entry[0] = base[i];
#pragma GCC unroll 4
        for (int j = 0; j < 4; ++j)
#pragma GCC unroll 8
            for (int b = 0; b < 1 << j; ++b) entry[(1 << j) + b] = entry[b] + step[j][i];
#pragma GCC unroll 16
        for (int b = 0; b < 16; ++b) rows[b * kRowVectors + i] = entry[b];
    }
}

// Adds the table rows that `choices` names, one a group; groups come in fours.
template <class Vector, int Used>
ENGRAM_INLINE void addFour(const unsigned short* choices, const unsigned char* table, Vector* sums) {
#pragma GCC unroll 4
    for (int g = 0; g < 4; ++g) {
        const Vector* row = reinterpret_cast<const Vector*>(table + choices[g]);
#pragma GCC unroll 4
        for (int i = 0; i < Used; ++i) {
            sums[i] += row[i];
            __asm__("" : "+x"(sums[i]));   // in this order: else all rows are looked up first, and registers run out
        }
    }
}
// Count is that of groups where it is known beforehand, else 0.
template <class Vector, int Used, int Count>
ENGRAM_INLINE void addChosen(const unsigned short* choices, int groupCount, const unsigned char* table, Vector* total) {
    Vector sums[Used];
#pragma GCC unroll 4
    for (int i = 0; i < Used; ++i) sums[i] = total[i];
    if constexpr (Count > 0) {
#pragma GCC unroll 4
        for (int g = 0; g < Count; g += 4) addFour<Vector, Used>(choices + g, table, sums);
    } else {
        for (int g = 0; g < groupCount; g += 4) addFour<Vector, Used>(choices + g, table, sums);
    }
#pragma GCC unroll 4
    for (int i = 0; i < Used; ++i) total[i] = sums[i];
}

template <int Used>
static void distances(const RecallBatch& b) {
    const int groups = (b.featureCount + 15) / 16 * 4;
    for (int first = 0; first < groups; first += b.featureGroupsAtOnce) {
        const int count = groups - first < b.featureGroupsAtOnce ? groups - first : b.featureGroupsAtOnce;
        for (int g = 0; g < count; ++g) {
            const Bytes* up = reinterpret_cast<const Bytes*>(b.up + (first + g) * 4L * kCues);
            Bytes base[Used]{}, step[4][Used];     // a bit differs from a neuron that is up, or from one that is not
            for (int j = 0; j < 4; ++j)
                for (int i = 0; i < Used; ++i) {
                    const Bytes x = up[j * kRowVectors + i];
                    base[i] += x;
                    step[j][i] = 1 - (x + x);
                }
            tabulate<Bytes, Used>(b.table + g * 16L * kRow, base, step);
        }
        for (int k = b.firstMemory; k < b.memoryCount; ++k) {
            Bytes part[Used]{};
            addChosen<Bytes, Used, 0>(b.byMemory + long(k) * b.byMemoryStride + first, count, b.table, part);
            const unsigned char* lane = reinterpret_cast<const unsigned char*>(part);
            unsigned short* distance = b.distances + long(k) * kCues;
            if (first == 0) for (int q = 0; q < Used * kLanes * 4; ++q) distance[q] = lane[q];
            else for (int q = 0; q < Used * kLanes * 4; ++q) distance[q] = (unsigned short)(distance[q] + lane[q]);
        }
    }
}

static void recallDistances(const RecallBatch& b) {
    const int used = (b.cueCount + 4 * kLanes - 1) / (4 * kLanes);
    if (used == 1) return distances<1>(b);
    if constexpr (kRowVectors > 1) if (used == 2) return distances<2>(b);
    if constexpr (kRowVectors > 2) return used == 3 ? distances<3>(b) : distances<4>(b);
}

// Words that weigh memories first .. first + 4 groups of half of the cues, and the sum of their magnitudes by lane, at most 65535.
template <int Used>
static void weighNarrow(const RecallBatch& b, int first, int groups, int lane0, Words* words, Magnitudes* bound) {
    const short half = short(b.featureCount / 2), odd = short(b.featureCount % 2), centre = short(b.centre);
    for (int i = 0; i < Used; ++i) bound[i] = Magnitudes{};
    for (int k = 0; k < groups * 4; ++k) {
        Words* w = words + k * kRowVectors;
        const Words* distance = reinterpret_cast<const Words*>(b.distances + long(first + k) * kCues + lane0);
#pragma GCC unroll 4
        for (int i = 0; i < Used; ++i) {
            if (first + k < b.firstMemory || first + k >= b.memoryCount) {
                w[i] = Words{};
                continue;
            }
            const Words x = half - distance[i];
            w[i] = b.shape == RecallBatch::Linear ? x : x * (x + odd) - centre;
            const Magnitudes more = bound[i] + Magnitudes(w[i] < 0 ? -w[i] : w[i]);
            bound[i] = more | Magnitudes(more < bound[i]);     // never less than before: it stays at the most
        }
    }
}

// The same where a weight, or the square it is made of, may not fit a word; returns the largest sum of magnitudes.
static long weighWide(const RecallBatch& b, int first, int groups, int lane0, int lanes, int* weight) {
    const int half = b.featureCount / 2, odd = b.featureCount % 2;
    long bound[kHalf] = {};
    for (int k = 0; k < groups * 4; ++k) {
        int* w = weight + k * kHalf;
        const unsigned short* d = b.distances + long(first + k) * kCues + lane0;
        for (int q = 0; q < kHalf; ++q) w[q] = 0;
        if (first + k < b.firstMemory || first + k >= b.memoryCount) continue;
        if (b.shape == RecallBatch::Table) for (int q = 0; q < lanes; ++q) w[q] = b.weights[d[q]];
        else if (b.shape == RecallBatch::Linear) for (int q = 0; q < lanes; ++q) w[q] = half - d[q];
        else for (int q = 0; q < lanes; ++q) w[q] = (half - d[q]) * (half - d[q] + odd) - b.centre;
        for (int q = 0; q < lanes; ++q) bound[q] += w[q] < 0 ? -long(w[q]) : w[q];
    }
    long most = 0;
    for (int q = 0; q < lanes; ++q) most = bound[q] > most ? bound[q] : most;
    return most;
}

// Adds the weights of the memories of table `block` to the narrow sums of all features.
template <int Used>
static void addWords(const RecallBatch& b, int block, int groups, const Words* words) {
    for (int g = 0; g < groups; ++g) {
        const Words* weight = words + g * 4L * kRowVectors;
        Words base[Used]{}, step[4][Used];
        for (int j = 0; j < 4; ++j)
            for (int i = 0; i < Used; ++i) {
                const Words x = weight[j * kRowVectors + i];
                base[i] -= x;
                step[j][i] = x + x;
            }
        tabulate<Words, Used>(b.table + g * 16L * kRow, base, step);
    }
    const unsigned short* choices = b.byFeature + block * b.byFeatureStride;
    for (int i = 0; i < b.featureCount; ++i, choices += kGroups) {
        Words* narrow = reinterpret_cast<Words*>(b.narrow + long(i) * kHalf);
        if (groups == kGroups) addChosen<Words, Used, kGroups>(choices, groups, b.table, narrow);
        else addChosen<Words, Used, 0>(choices, groups, b.table, narrow);
    }
}

// Moves the narrow sums, times 256^digit, to the others.
template <class Sum>
static void flush(const RecallBatch& b, int lane0, int lanes, int digit) {
    for (int i = 0; i < b.featureCount; ++i) {
        short* narrow = b.narrow + long(i) * kHalf;
        Sum* sums = static_cast<Sum*>(b.sums) + long(i) * kCues + lane0;
        for (int q = 0; q < lanes; ++q) {
            sums[q] += Sum(narrow[q]) * (Sum(1) << (8 * digit));
            narrow[q] = 0;
        }
    }
}

// Weighted sums of the cues from lane0 on, in so many vectors.
template <class Sum, int Used>
static void addHalf(const RecallBatch& b, int lane0) {
    constexpr int kMemories = kGroups * 4, kUsedLanes = Used * kWordLanes;
    Words words[kMemories * kRowVectors];
    int weight[kMemories * kHalf];
    const int lanes = b.cueCount - lane0 < kUsedLanes ? b.cueCount - lane0 : kUsedLanes;
    const bool fits = b.shape != RecallBatch::Table && b.mostWeight + b.centre <= kMostWord;
    int total[kUsedLanes] = {};    // bounds of what is in the narrow sums
    const auto empty = [&] {
        flush<Sum>(b, lane0, kUsedLanes, 0);
        for (int q = 0; q < kUsedLanes; ++q) total[q] = 0;
    };
    for (int first = b.firstMemory / kMemories * kMemories; first < b.memoryCount; first += kMemories) {
        const int left = (b.memoryCount - first + 15) / 16 * 4, groups = left < kGroups ? left : kGroups;
        int most = kMostWord + 1, fullest = 0;
        if (fits) {
            Magnitudes bound[Used];
            weighNarrow<Used>(b, first, groups, lane0, words, bound);
            const unsigned short* lane = reinterpret_cast<const unsigned short*>(bound);
            most = 0;
            for (int q = 0; q < lanes; ++q) {
                most = lane[q] > most ? lane[q] : most;
                fullest = total[q] + lane[q] > fullest ? total[q] + lane[q] : fullest;
            }
            if (most <= kMostWord) {
                if (fullest > kMostWord) empty();
                for (int q = 0; q < lanes; ++q) total[q] += lane[q];
                addWords<Used>(b, first / kMemories, groups, words);
                continue;
            }
        }
        empty();
        const bool oneWord = weighWide(b, first, groups, lane0, lanes, weight) <= kMostWord;
        for (int digit = 0; digit < 5; ++digit) {
            int remains = 0;
            short* word = reinterpret_cast<short*>(words);
            for (int i = 0; i < groups * 4 * kHalf; ++i) {
                const int low = oneWord ? weight[i] : ((weight[i] + 128) & 255) - 128;   // a digit is -128..127
                word[i] = short(low);
                weight[i] = int((long(weight[i]) - low) >> 8);
                remains |= weight[i];
            }
            addWords<Used>(b, first / kMemories, groups, words);
            flush<Sum>(b, lane0, kUsedLanes, digit);
            if (remains == 0 || oneWord) break;
        }
    }
    empty();
}

template <class Sum>
static void addAll(const RecallBatch& b) {
    const long count = long(b.featureCount) * kHalf;
    short* narrow = b.narrow;
    for (long i = 0; i < count; ++i) narrow[i] = 0;
    for (int lane0 = 0; lane0 < b.cueCount; lane0 += kHalf) {
        const int used = (b.cueCount - lane0 + kWordLanes - 1) / kWordLanes;
        if (used == 1 || kRowVectors == 1) addHalf<Sum, 1>(b, lane0);
        else if (used == 2 || kRowVectors == 2) addHalf<Sum, kRowVectors < 2 ? 1 : 2>(b, lane0);
        else if (used == 3) addHalf<Sum, kRowVectors < 3 ? 1 : 3>(b, lane0);
        else addHalf<Sum, kRowVectors < 4 ? 1 : 4>(b, lane0);
    }
}

static void recallMisses(const RecallBatch& b) {
    for (int q = 0; q < kCues; ++q) b.misses[q] = 0;
    for (int first = 0; first < b.featureCount; first += 255) {
        const int end = b.featureCount - first < 255 ? b.featureCount : first + 255;
        unsigned char part[kCues] = {};
        for (int i = first; i < end; ++i)
            for (int q = 0; q < kCues; ++q) part[q] = (unsigned char)(part[q] + (b.up[long(i) * kCues + q] ^ b.own[long(i) * kCues + q]));
        for (int q = 0; q < kCues; ++q) b.misses[q] = (unsigned short)(b.misses[q] + part[q]);
    }
}

// The cues after an update whose sums are there.
template <class Sum, int Lanes>
static void decide(const RecallBatch& b, const Sum* self) {
    int changed[Lanes] = {}, next[Lanes];
    for (int i = 0; i < b.featureCount; ++i) {
        unsigned char* __restrict up = b.up + long(i) * kCues;
        const Sum* __restrict sum = static_cast<const Sum*>(b.sums) + long(i) * kCues;
        const Sum common = Sum(b.offset) * Sum(b.columnSums[i]), scale = Sum(b.scale);
        for (int q = 0; q < Lanes; ++q) {
            const int was = up[q];
            const Sum field = scale * sum[q] + common - self[q] * (2 * was - 1);
            next[q] = int(field > 0) | (int(field == 0) & was);
            changed[q] |= next[q] ^ was;
        }
        for (int q = 0; q < Lanes; ++q) up[q] = (unsigned char)next[q];
    }
    for (int q = 0; q < Lanes; ++q) b.changed[q] = (unsigned char)changed[q];
}

// One update of all cues.
template <class Sum>
static void update(const RecallBatch& b) {
    recallDistances(b);
    Sum* sums = static_cast<Sum*>(b.sums);
    const long count = b.firstMemory > 0 ? 0 : long(b.featureCount) * kCues;
    for (long i = 0; i < count; ++i) sums[i] = 0;
    addAll<Sum>(b);
    Sum self[kCues] = {};
    if (b.shape == RecallBatch::Table) {
        for (int k = 0; k < b.memoryCount; ++k)
            for (int q = 0; q < b.cueCount; ++q) self[q] += Sum(b.selfWeights[b.distances[long(k) * kCues + q]]);
    } else if (b.shape == RecallBatch::Linear) {
        for (int q = 0; q < kCues; ++q) self[q] = b.memoryCount;
    } else {
        // 2 sum_mu m_mu, from sum_mu m_mu = sum_i sigma_i columnSum_i
        for (int i = 0; i < b.featureCount; ++i) {
            const unsigned char* up = b.up + long(i) * kCues;
            const int sum = b.columnSums[i];
            for (int q = 0; q < kCues; ++q) self[q] += sum * (4 * up[q] - 2);
        }
    }
    b.cueCount > kHalf ? decide<Sum, kCues>(b, self) : decide<Sum, kHalf>(b, self);
    recallMisses(b);
}

static void recallUpdate(const RecallBatch& b) { b.wide ? update<long>(b) : update<int>(b); }

}  // namespace engram::ENGRAM_KERNELS
