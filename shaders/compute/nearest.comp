// The memory of the largest similarity to each state, the first of equal ones. Dot means the cosine; the length of the state is the
// same for all memories and left out.
#include "compute/fold.glsl"

layout(std430, binding = 0) readonly buffer Memories { float memories[]; };  // and behind them the squared length of each
layout(std430, binding = 3) readonly buffer Scores { float scores[]; };
layout(std430, binding = 6) writeonly buffer Nearest { int nearest[]; };

shared float best[kGroup];
shared int bestAt[kGroup];

void keepBetter(int slot, float score, int memory) {
    if (memory < memoryCount && (score > best[slot] || (score == best[slot] && memory < bestAt[slot]))) {
        best[slot] = score;
        bestAt[slot] = memory;
    }
}

void main() {
    int state = int(gl_WorkGroupID.x), me = int(gl_LocalInvocationID.x);
    best[me] = -3.4e38;
    bestAt[me] = memoryCount;  // none
    for (int memory = me; memory < memoryCount; memory += kGroup) {
        float score = scores[state * memoryCount + memory];
        if (similarity == kDot) {
            float squares = memories[featureCount * memoryCount + memory];
            score = squares > 0.0 ? score * inversesqrt(squares) : 0.0;
        }
        keepBetter(me, score, memory);
    }
    for (int span = kGroup / 2; span > 0; span /= 2) {
        sync();
        if (me < span) keepBetter(me, best[me + span], bestAt[me + span]);
    }
    if (me == 0) nearest[state] = bestAt[0];
}
