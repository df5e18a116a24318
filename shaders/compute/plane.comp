// The points of a plane as states: origin + x u + y w, for features whose overlaps are not affine in x and y.
#include "compute/fold.glsl"
#include "compute/grid.glsl"

layout(std430, binding = 1) writeonly buffer States { float states[]; };
layout(std430, binding = 3) readonly buffer Plane { float plane[]; };  // origin, u, w

void main() {
    int state = int(gl_WorkGroupID.x);
    vec2 xy = gridPoint(state);
    for (int n = int(gl_LocalInvocationID.x); n < featureCount; n += kGroup)
        states[state * featureCount + n] = plane[n] + xy.x * plane[featureCount + n] + xy.y * plane[2 * featureCount + n];
}
