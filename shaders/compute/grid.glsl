// A part of a landscape's grid: points firstPoint, firstPoint + 1, ... row by row.
#include "compute/model.glsl"

uniform int firstPoint, columns;
uniform vec2 gridStart, gridStep;

vec2 gridPoint(int index) {
    int point = firstPoint + index;
    return gridStart + vec2(point % columns, point / columns) * gridStep;
}
