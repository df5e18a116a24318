// What a state hears from its memories, gathered in one pass: similarities in, potential L_h and weights f_mu = dL_h out.
// Exponentials are kept relative to the largest similarity so far, so nothing overflows that need not (online softmax).
#include "compute/model.glsl"

struct Tally {
    float most;       // the largest similarity; exponentials only
    float sum;        // of the weights, relative to the largest
    float potential;  // Power only: of exponentials it follows from the sum
};

// How a similarity becomes the weight of its memory: times `scale` once it is taken relative to `shift`. `total` is their sum.
struct Weighing {
    float shift, scale, total;
};

Tally emptyTally() { return Tally(-3.4e38, 0.0, 0.0); }

float raised(float x, int exponent) {
    float result = 1.0;
    for (; exponent > 0; exponent >>= 1) {
        if ((exponent & 1) != 0) result *= x;
        x *= x;
    }
    return result;
}

float openPart(float s) { return rectified != 0 ? max(s, 0.0) : s; }

float weight(float s, float shift) { return hidden == kPower ? raised(openPart(s), order - 1) : exp(beta * (s - shift)); }

// Any sum of weighted things goes on as sum * keep + thing * gain.
void add(inout Tally tally, float s, out float keep, out float gain) {
    keep = 1.0;
    if (hidden == kPower) {
        gain = weight(s, 0.0);
        tally.potential += gain * openPart(s) / float(order);
    } else {
        gain = exp(-beta * abs(s - tally.most));
        if (s > tally.most) {
            keep = gain;
            gain = 1.0;
            tally.most = s;
        }
    }
    tally.sum = tally.sum * keep + gain;
}

void add(inout Tally tally, float s) {
    float keep, gain;
    add(tally, s, keep, gain);
}

Tally merged(Tally a, Tally b) {
    if (hidden == kPower) return Tally(a.most, a.sum + b.sum, a.potential + b.potential);
    float most = max(a.most, b.most);
    return Tally(most, a.sum * exp(beta * (a.most - most)) + b.sum * exp(beta * (b.most - most)), 0.0);
}

float potential(Tally tally) {
    if (hidden == kPower) return tally.potential;
    if (hidden == kSoftmax) return tally.most + log(tally.sum) / beta;
    return exp(beta * tally.most) * tally.sum / beta;
}

// A step by distance divides by the sum of the weights. Where that is 0 (rectified powers: every similarity is negative) so is the
// total, which says that nothing pulls.
Weighing weighing(Tally tally) {
    bool divided = hidden == kSoftmax || (similarity == kDistance && task == kStep);
    if (divided && tally.sum == 0.0) return Weighing(tally.most, 0.0, 0.0);
    float scale = divided ? 1.0 / tally.sum : hidden == kExponential ? exp(beta * tally.most) : 1.0;
    return Weighing(tally.most, scale, divided ? 1.0 : scale * tally.sum);
}
