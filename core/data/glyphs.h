// Hand-written digits and capitals drawn from stroke skeletons, in any number: sample data that needs no file. Glyph i depends
// on the seed and on i alone, so a longer set begins with the shorter one.
#pragma once

#include <cstdint>

#include "core/data/images.h"

namespace engram {

// `amount` scales the deformation: 0 gives the plain skeletons, 1 is lively handwriting. Names are the characters drawn.
ImageSet drawGlyphs(int count, int size, std::uint64_t seed, double amount);

}  // namespace engram
