// Colours by meaning, never by number: a mark says what it is, the theme says how that looks on dark, light and paper.
#pragma once

#include <cstdint>

namespace engram {

enum class Ink {
    Text, TextSecondary, TextTertiary, Axis, Grid, Accent,
    State, Cue, Memory, Falling, Rising, Excitatory, Inhibitory, Selected, True, Predicted,
    Category  // which one in Paint::category; colours repeat after ten
};

struct Paint {
    Ink ink = Ink::Text;
    int category = 0;  // from 0, with Ink::Category
    float alpha = 1;
};

inline Paint categoryPaint(int index, float alpha = 1) { return {Ink::Category, index, alpha}; }

}  // namespace engram
