// Patterns as a dense memory stores them, and cues made from them. Pictures come in as rows of pixels 0..1 and keep the way back.
#pragma once

#include <string>

#include "core/base/random.h"
#include "core/base/scalar.h"

namespace engram {

enum class Scaling { CentredUnit, Sign, Raw };
enum class Corruption { Flip, Mask, Noise };

// A memory a row. A pixel of memory m is offset[m] + gain[m] times its entry.
struct Patterns {
    Matrix rows;
    Vector offset, gain;
};

// CentredUnit: each pattern's own mean removed, unit length. Sign: -1 and 1 about its own mean. Throws, naming the pattern by `name`
// and its number, where a pattern has no contrast left to scale.
Patterns scaled(const Matrix& pictures, Scaling scaling, const std::string& name);

Vector flipped(const Vector& pattern, const Vector& flip);                  // entries with flip = 1 change sign
Vector masked(const Vector& pattern, const Vector& keep);                   // entries with keep = 0 become 0
Vector noisy(const Vector& pattern, Real sigma, const Vector& noise);

// A cue and which of its entries still are the pattern's own. `amount` is the chance that an entry is flipped or masked; noise has a
// standard deviation of `amount` times the root mean square of the pattern.
struct Cue {
    Vector v, known;
};
Cue corrupted(const Vector& pattern, Corruption kind, Real amount, Random random);

Real cosine(const Vector& a, const Vector& b);                              // 0 where one has no length
// exp of the entropy of |f| / sum |f|: 1 where one memory is active, K where all are alike.
Real effectiveCount(const Vector& f);

}  // namespace engram
