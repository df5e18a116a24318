// One work group a state: its invocations share the entries of a column and fold what they found by halves.
#include "compute/model.glsl"

const int kGroup = 128;
layout(local_size_x = 128) in;

shared float folded[kGroup];

// The sum over the work group, the same for all of it.
float foldedSum(float mine) {
    int me = int(gl_LocalInvocationID.x);
    sync();  // the result before this one has been read
    folded[me] = mine;
    for (int span = kGroup / 2; span > 0; span /= 2) {
        sync();
        if (me < span) folded[me] += folded[me + span];
    }
    sync();
    return folded[0];
}
