// Similarities of all states with all memories: xi.g or -|xi - g|^2 / 2.
#include "compute/product.glsl"

layout(std430, binding = 0) readonly buffer Memories { float memories[]; };
layout(std430, binding = 2) readonly buffer Activations { float activations[]; };
layout(std430, binding = 3) writeonly buffer Scores { float scores[]; };

void main() {
    ivec2 me = ivec2(gl_LocalInvocationID.xy);
    ivec2 corner = ivec2(gl_WorkGroupID.xy) * kTile;  // first memory, first state
    bool distances = similarity == kDistance;
    clearSums();
    for (int first = 0; first < featureCount; first += kDepth) {
        sync();
        int n = first + me.x;
        for (int i = 0; i < kEach; ++i) {
            int across = me.y + kSide * i, memory = corner.x + across, state = corner.y + across;
            left[me.x][across] = n < featureCount && memory < memoryCount ? memories[memory * featureCount + n] : 0.0;
            right[me.x][across] = n < featureCount && state < stateCount ? activations[state * featureCount + n] : 0.0;
        }
        sync();
        if (distances)
            addSquaredDifferences();
        else
            addProducts();
    }
    for (int j = 0; j < kEach; ++j)
        for (int i = 0; i < kEach; ++i) {
            int memory = corner.x + me.x + kSide * i, state = corner.y + me.y + kSide * j;
            if (memory < memoryCount && state < stateCount)
                scores[state * memoryCount + memory] = distances ? -0.5 * sum[i][j] : sum[i][j];
        }
}
