// The parameters of diffusion beside memory, and what follows from them alone.
#pragma once

#include <vector>

#include "core/model/diffusion.h"
#include "core/param/schema.h"

namespace engram::diffusion_memory {

enum class Data { Two, Circle, CircleRandom, Grid, Spiral, Mouse, Glyphs, Idx };
enum class Process { VarianceExploding, VariancePreserving };
enum class Integration { Euler, Heun, Maruyama, OneStep };
enum class Rule { Memory, Diffusion };
enum class Score { Exact, Trained };

constexpr int kMostMemories = 2000;

struct Params {
    Data data = Data::Circle;
    int count = 9;
    double jitter = 0.16;
    int size = 14;  // side of a glyph

    Process process = Process::VarianceExploding;
    Integration sampler = Integration::Heun;
    double sigmaMax = 1, sigmaMin = 0.002, rho = 3;
    int levels = 121;  // the last is sigma = 0

    double betaFixed = 12;  // on squared distances
    double blend = 1;
    int particles = 26;

    Score score = Score::Exact;
    int width = 128, iterations = 12000;
    double learningRate = 2e-3, ema = 0.999;

    double tEval = 0.15;
    MixtureWeight constant = MixtureWeight::Inside;
    Rule basinsOf = Rule::Diffusion;
};

Schema<Params> schema();

bool planar(const Params& p);               // points of the plane, not pictures
int steps(const Params& p);                 // from the first level to the last
double sigmaAt(const Params& p, double t);  // sigma(t)^2 = sigma_max^2 t

// The moves of both rules, one a step. That of the memory is the same at every step; that of the diffusion follows the noise as far as
// `blend` says: sigma and the time of a step are blended on logarithms, so that 0 is the memory and 1 the probability flow.
struct Schedule {
    Move memory;
    std::vector<Move> diffusion;
    std::vector<double> sigmas;  // of the diffusion, at every level
};
Schedule scheduleOf(const Params& p);

}  // namespace engram::diffusion_memory
