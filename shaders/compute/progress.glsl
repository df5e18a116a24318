// Of settling: how far a state moved in this step and, once it has come to rest, after how many steps (0: still moving).
// Magnitudes of floats order like their bits, and a NaN above all of them: such a state never comes to rest.
struct Progress {
    uint moved;
    int taken;
};
layout(std430, binding = 7) buffer Settling { Progress progress[]; };

uniform int settling;  // 0: all states take all steps
uniform float tolerance;

uint magnitude(float change) { return floatBitsToUint(change) & 0x7fffffffu; }
bool isMoving(int state) { return settling == 0 || progress[state].taken == 0; }
void noteMove(int state, float change) {
    if (settling != 0) atomicMax(progress[state].moved, magnitude(change));
}
