// Where the memories pull each state, sum_mu f_mu xi_mu, and what the task makes of it: a step of the state or dE/dg.
#include "compute/product.glsl"
#include "compute/progress.glsl"
#include "compute/tally.glsl"

layout(std430, binding = 0) readonly buffer Memories { float memories[]; };
layout(std430, binding = 1) buffer States { float states[]; };
layout(std430, binding = 2) readonly buffer Activations { float activations[]; };
layout(std430, binding = 3) readonly buffer Scores { float scores[]; };
layout(std430, binding = 5) readonly buffer Weighings { Weighing weighings[]; };
layout(std430, binding = 6) writeonly buffer Gradients { float gradients[]; };

uniform float rate;

void finish(int n, int state, float pulled) {
    int at = state * featureCount + n;
    float total = weighings[state].total;
    if (task == kGradient) {
        gradients[at] = similarity == kDot ? states[at] - pulled : activations[at] * total - pulled;
    } else if (isMoving(state) && (similarity == kDot || total != 0.0)) {
        float before = states[at], after = before + rate * (pulled - before);
        states[at] = after;
        noteMove(state, after - before);
    }
}

void main() {
    ivec2 me = ivec2(gl_LocalInvocationID.xy);
    ivec2 corner = ivec2(gl_WorkGroupID.xy) * kTile;  // first feature, first state
    int index = int(gl_LocalInvocationIndex);
    clearSums();
    for (int first = 0; first < memoryCount; first += kDepth) {
        sync();
        for (int i = 0; i < kEach; ++i) {
            // Each factor is read along its columns, as it lies in memory.
            int place = index + kSide * kSide * i, depth = place / kTile, n = corner.x + place % kTile, memory = first + depth;
            left[depth][place % kTile] = n < featureCount && memory < memoryCount ? memories[memory * featureCount + n] : 0.0;

            int across = me.y + kSide * i, state = corner.y + across;
            memory = first + me.x;
            float f = 0.0;
            if (memory < memoryCount && state < stateCount)
                f = weight(scores[state * memoryCount + memory], weighings[state].shift) * weighings[state].scale;
            right[me.x][across] = f;
        }
        sync();
        addProducts();
    }
    for (int j = 0; j < kEach; ++j)
        for (int i = 0; i < kEach; ++i) {
            int n = corner.x + me.x + kSide * i, state = corner.y + me.y + kSide * j;
            if (n < featureCount && state < stateCount) finish(n, state, sum[i][j]);
        }
}
