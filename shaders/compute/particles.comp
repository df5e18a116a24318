// States of few features (FEATURES, 1 to 4): one invocation keeps a state in registers and walks through all steps of a round alone;
// memories come by way of shared memory, a group's worth at a time.
#include "compute/progress.glsl"
#include "compute/tally.glsl"

const int kGroup = 128;
layout(local_size_x = 128) in;

layout(std430, binding = 0) readonly buffer Memories { float memories[]; };
layout(std430, binding = 1) buffer States { float states[]; };
layout(std430, binding = 6) writeonly buffer Results { float results[]; };

uniform float rate;
uniform int stepNumber, stepCount;  // steps done before this round, and in it

shared float near[kGroup * FEATURES];
shared bool anyMoving;

struct Heard {
    Tally tally;
    float pull[FEATURES];  // sum of f_mu xi_mu, relative as the sum of the tally
};

float v[FEATURES], g[FEATURES];
float lengthOfState;

void activateFeatures() {
    float squares = 0.0;
    for (int n = 0; n < FEATURES; ++n) squares += v[n] * v[n];
    lengthOfState = sqrt(squares);
    for (int n = 0; n < FEATURES; ++n) {
        g[n] = v[n];
        if (features == kLogCosh) g[n] = tanhOf(v[n]);
        if (features == kSpherical) g[n] = squares > 0.0 ? v[n] / lengthOfState : 0.0;
    }
}

float similarityTo(int slot) {
    float sum = 0.0;
    for (int n = 0; n < FEATURES; ++n) {
        float xi = near[slot * FEATURES + n], difference = xi - g[n];
        sum += similarity == kDot ? xi * g[n] : -0.5 * difference * difference;
    }
    return sum;
}

// All invocations of the group must come here together: it holds barriers.
Heard listen() {
    Heard heard;
    heard.tally = emptyTally();
    for (int n = 0; n < FEATURES; ++n) heard.pull[n] = 0.0;
    int me = int(gl_LocalInvocationID.x);
    for (int first = 0; first < memoryCount; first += kGroup) {
        int here = min(kGroup, memoryCount - first);
        sync();
        for (int i = me; i < here * FEATURES; i += kGroup) near[i] = memories[first * FEATURES + i];
        sync();
        for (int slot = 0; slot < here; ++slot) {
            float keep, gain;
            add(heard.tally, similarityTo(slot), keep, gain);
            for (int n = 0; n < FEATURES; ++n) heard.pull[n] = heard.pull[n] * keep + gain * near[slot * FEATURES + n];
        }
    }
    return heard;
}

// The largest change of an entry, as bits.
uint moveBy(Heard heard) {
    Weighing w = weighing(heard.tally);
    if (similarity == kDistance && w.total == 0.0) return 0u;  // nothing pulls
    uint moved = 0u;
    for (int n = 0; n < FEATURES; ++n) {
        float before = v[n];
        v[n] += rate * (heard.pull[n] * w.scale - before);
        moved = max(moved, magnitude(v[n] - before));
    }
    return moved;
}

float energy(Heard heard) {
    float own = 0.0;
    if (similarity == kDot && features != kSpherical)
        for (int n = 0; n < FEATURES; ++n) own += features == kIdentity ? 0.5 * v[n] * v[n] : v[n] * g[n] - logCoshOf(v[n]);
    return own - potential(heard.tally);
}

void writeGradient(int state, Heard heard) {
    Weighing w = weighing(heard.tally);
    float d[FEATURES], along = 0.0;
    for (int n = 0; n < FEATURES; ++n) {
        d[n] = (similarity == kDot ? v[n] : g[n] * w.total) - heard.pull[n] * w.scale;
        along += g[n] * d[n];
    }
    for (int n = 0; n < FEATURES; ++n) {
        float slopeOfG = features == kLogCosh ? slope * (1.0 - g[n] * g[n]) * d[n] : d[n];
        if (features == kSpherical) slopeOfG = lengthOfState > 0.0 ? (d[n] - g[n] * along) / lengthOfState : 0.0;
        results[state * FEATURES + n] = slopeOfG;
    }
}

void walk(int state, bool inside) {
    int taken = 0;
    bool moving = inside && isMoving(state);
    for (int i = 1; i <= stepCount; ++i) {
        sync();
        if (gl_LocalInvocationID.x == 0u) anyMoving = false;
        sync();
        if (moving) anyMoving = true;
        sync();
        if (!anyMoving) break;  // the same for the whole group
        activateFeatures();
        Heard heard = listen();
        if (moving && moveBy(heard) < magnitude(tolerance) && settling != 0) {
            moving = false;
            taken = stepNumber + i;
        }
    }
    if (!inside) return;
    for (int n = 0; n < FEATURES; ++n) states[state * FEATURES + n] = v[n];
    if (taken != 0) progress[state].taken = taken;
}

void main() {
    int state = int(gl_GlobalInvocationID.x);
    bool inside = state < stateCount;
    for (int n = 0; n < FEATURES; ++n) v[n] = inside ? states[state * FEATURES + n] : 0.0;
    if (task == kStep) {
        walk(state, inside);
        return;
    }
    activateFeatures();
    Heard heard = listen();
    if (!inside) return;
    if (task == kEnergy)
        results[state] = energy(heard);
    else
        writeGradient(state, heard);
}
