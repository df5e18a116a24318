// One pass over the similarities of a state: how they become weights, and the energy of the state.
#include "compute/fold.glsl"
#include "compute/tally.glsl"

layout(std430, binding = 3) readonly buffer Scores { float scores[]; };
layout(std430, binding = 4) readonly buffer OwnParts { float ownParts[]; };
layout(std430, binding = 5) writeonly buffer Weighings { Weighing weighings[]; };
layout(std430, binding = 6) writeonly buffer Energies { float energies[]; };

shared Tally tallies[kGroup];

void main() {
    int state = int(gl_WorkGroupID.x), me = int(gl_LocalInvocationID.x);
    Tally mine = emptyTally();
    for (int memory = me; memory < memoryCount; memory += kGroup) add(mine, scores[state * memoryCount + memory]);
    tallies[me] = mine;
    for (int span = kGroup / 2; span > 0; span /= 2) {
        sync();
        if (me < span) tallies[me] = merged(tallies[me], tallies[me + span]);
    }
    if (me != 0) return;  // the first invocation has written the whole itself
    if (task == kEnergy)
        energies[state] = (similarity == kDot ? ownParts[state] : 0.0) - potential(tallies[0]);
    else
        weighings[state] = weighing(tallies[0]);
}
