// The model and the sizes of a call as uniforms: each kernel is linked once and branches on them, all invocations alike. Numbers
// are those of the enums in render/compute/kernels.h. Formulas are those of core/compute/backend.h.
const int kDot = 0, kDistance = 1;
const int kIdentity = 0, kLogCosh = 1, kSpherical = 2;
const int kSoftmax = 0, kPower = 1, kExponential = 2;
const int kStep = 0, kEnergy = 1, kGradient = 2;

uniform int similarity, features, hidden, task;
uniform float slope;             // of LogCosh
uniform float beta;              // of Softmax and Exponential
uniform int order, rectified;    // of Power
uniform int featureCount, memoryCount, stateCount;

// barrier() alone orders execution; only with the fence is what was written to shared memory sure to be seen.
void sync() {
    memoryBarrierShared();
    barrier();
}

// exp(-2 |slope x|), from which tanh and log cosh follow without overflow.
float decay(float x) { return exp(-2.0 * abs(slope * x)); }
float tanhOf(float x) { return sign(x) * (1.0 - decay(x)) / (1.0 + decay(x)); }
float logCoshOf(float x) { return abs(x) + (log(1.0 + decay(x)) - log(2.0)) / slope; }
