// Activations g of the feature neurons, and of each state its own part of the energy: v.g - L_v(v).
#include "compute/fold.glsl"

layout(std430, binding = 1) readonly buffer States { float states[]; };
layout(std430, binding = 2) writeonly buffer Activations { float activations[]; };
layout(std430, binding = 4) writeonly buffer OwnParts { float ownParts[]; };

void main() {
    int state = int(gl_WorkGroupID.x), me = int(gl_LocalInvocationID.x);
    int first = state * featureCount;
    float squares = 0.0, own = 0.0;
    for (int n = me; n < featureCount; n += kGroup) {
        float v = states[first + n];
        squares += v * v;
        if (features == kLogCosh) {
            float g = tanhOf(v);
            activations[first + n] = g;
            own += v * g - logCoshOf(v);
        }
    }
    if (features == kLogCosh) {
        own = foldedSum(own);
    } else {
        float whole = foldedSum(squares);
        own = features == kIdentity ? 0.5 * whole : 0.0;  // spherical: |v| - |v|
        if (features == kSpherical) {
            float scale = whole > 0.0 ? inversesqrt(whole) : 0.0;
            for (int n = me; n < featureCount; n += kGroup) activations[first + n] = states[first + n] * scale;
        }
    }
    if (me == 0) ownParts[state] = own;
}
