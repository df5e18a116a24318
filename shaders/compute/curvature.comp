// dE/dv from dE/dg: times the Hessian of L_v. Identity features need no such pass.
#include "compute/fold.glsl"

layout(std430, binding = 1) readonly buffer States { float states[]; };
layout(std430, binding = 2) readonly buffer Activations { float activations[]; };
layout(std430, binding = 6) buffer Gradients { float gradients[]; };

void main() {
    int first = int(gl_WorkGroupID.x) * featureCount, me = int(gl_LocalInvocationID.x);
    float squares = 0.0, along = 0.0;
    for (int at = first + me; at < first + featureCount; at += kGroup) {
        squares += states[at] * states[at];
        along += activations[at] * gradients[at];
    }
    if (features == kSpherical) {
        squares = foldedSum(squares);
        along = foldedSum(along);
    }
    for (int at = first + me; at < first + featureCount; at += kGroup) {
        float g = activations[at], d = gradients[at];
        if (features == kLogCosh) gradients[at] = slope * (1.0 - g * g) * d;
        if (features == kSpherical) gradients[at] = squares > 0.0 ? (d - g * along) * inversesqrt(squares) : 0.0;
    }
}
