// Which texture unit holds what, and a division that is safe for empty ranges.
#pragma once

namespace engram {

inline constexpr int kGroundUnit = 0;  // depth; colour while a picture is made smaller
inline constexpr int kRampUnit = 1;
inline constexpr int kValuesUnit = 2;  // grids of surfaces and globes, points of lines
inline constexpr int kShadesUnit = 3;  // normals and occlusion of a surface

inline double inverse(double range) { return range > 1e-9 ? 1 / range : 1e9; }

}  // namespace engram
