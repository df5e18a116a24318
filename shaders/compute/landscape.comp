// The energy on a plane, one invocation a point, where features are Identity or Spherical: what a memory contributes is affine in
// x and y, so the number of features no longer counts.
#include "compute/grid.glsl"
#include "compute/tally.glsl"

const int kGroup = 128;
layout(local_size_x = 128) in;

layout(std430, binding = 0) readonly buffer Memories { float memories[]; };  // and behind them the squared length of each
layout(std430, binding = 3) readonly buffer Overlaps { float overlaps[]; };  // of all memories with the origin, u and w
layout(std430, binding = 6) writeonly buffer Energies { float energies[]; };

uniform vec3 originProducts;  // o.o, o.u, o.w
uniform vec3 planeProducts;   // u.u, u.w, w.w

shared vec4 parts[kGroup];

// Similarity at (x, y): (a + b x + c y) / length + d. With Identity features, distances are taken from the origin, so that a plane
// near a memory stays exact.
vec4 memoryPart(int memory) {
    vec4 part = vec4(overlaps[memory], overlaps[memoryCount + memory], overlaps[2 * memoryCount + memory], 0.0);
    if (similarity == kDistance && features == kIdentity) part.yz -= originProducts.yz;
    if (similarity == kDistance && features == kSpherical) part.w = -0.5 * (1.0 + memories[featureCount * memoryCount + memory]);
    return part;
}

void main() {
    int point = int(gl_GlobalInvocationID.x), me = int(gl_LocalInvocationID.x);
    vec2 xy = gridPoint(min(point, stateCount - 1));
    float inPlane = dot(planeProducts, vec3(xy.x * xy.x, 2.0 * xy.x * xy.y, xy.y * xy.y));
    float squares = max(originProducts.x + 2.0 * dot(originProducts.yz, xy) + inPlane, 0.0);
    float scale = features == kIdentity ? 1.0 : squares > 0.0 ? inversesqrt(squares) : 0.0;
    float everywhere = similarity == kDistance && features == kIdentity ? -0.5 * inPlane : 0.0;
    if (similarity == kDistance && features == kSpherical && squares == 0.0) everywhere = 0.5;  // there g is 0, not of length 1

    Tally tally = emptyTally();
    for (int first = 0; first < memoryCount; first += kGroup) {
        sync();
        if (first + me < memoryCount) parts[me] = memoryPart(first + me);
        sync();
        int here = min(kGroup, memoryCount - first);
        for (int i = 0; i < here; ++i) add(tally, dot(parts[i].xyz, vec3(1.0, xy)) * scale + parts[i].w + everywhere);
    }
    float own = similarity == kDot && features == kIdentity ? 0.5 * squares : 0.0;
    if (point < stateCount) energies[point] = own - potential(tally);
}
