// How colours look to other eyes: Machado, Oliveira and Fernandes 2009, severity 1, and luminance alone. A matrix on linear light, so one
// pass over a finished picture shows all of it.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "core/view/theme.h"

namespace engram {

enum class Vision { Usual, Deuteranopia, Protanopia, Tritanopia, Greyscale };

const std::array<float, 9>& visionMatrix(Vision vision);  // row by row, on linear sRGB; each row sums to 1: greys stay
const char* visionName(Vision vision);                    // "deuteranopia"
const std::vector<Vision>& visions();                     // the usual one first

Rgba seen(Rgba colour, Vision vision);
Theme seen(const Theme& theme, Vision vision);  // all of its colours

void see(std::span<std::uint8_t> rgba, Vision vision);      // pixels, in place

}  // namespace engram
