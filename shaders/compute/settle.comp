// After a step: states in which no entry moved by the tolerance have settled.
#include "compute/model.glsl"
#include "compute/progress.glsl"

layout(local_size_x = 128) in;

uniform int stepNumber;

void main() {
    int state = int(gl_GlobalInvocationID.x);
    if (state >= stateCount || !isMoving(state)) return;
    if (progress[state].moved < magnitude(tolerance)) progress[state].taken = stepNumber;
    progress[state].moved = 0u;
}
