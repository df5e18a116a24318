#include "core/experiments/diffusion_memory/params.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"

namespace engram::diffusion_memory {

namespace {

constexpr double kMemoryTime = 12;  // in all, of dx/dtau = xhat - x: enough to arrive

void dataGroup(Schema<Params>& s) {
    s.group("Memories");
    s.choice("data", &Params::data, "Data",
             {{"two", "two", "Two points: the pitchfork."},
              {"circle", "circle", "Equally spaced: by symmetry, basins are Voronoi cells, but for the jitter."},
              {"circle_random", "random circle", "Anywhere on the circle: basins are not Voronoi cells."},
              {"grid", "grid", "A square grid."},
              {"spiral", "spiral", "Along a spiral."},
              {"mouse", "by hand", "Begins as the random circle: drag points in the basins, click beside them for more."},
              {"glyphs", "glyphs", "Digits and letters drawn by the program."},
              {"idx", "IDX file", "Images of a file given as data, plain or gzipped."}})
        .help("What is stored.");
    s.integer("count", &Params::count, "Memories")
        .symbol("K")
        .soft(1, 1000)
        .hard(1, kMostMemories)
        .log()
        .help("How many are stored. On a circle, many become a ring.");
    s.real("jitter", &Params::jitter, "Jitter").soft(0, 0.3).hard(0, 2).help("Every stored point is displaced by this much, at random.");
    s.integer("size", &Params::size, "Picture side").unit("px").soft(8, 28).hard(4, 64).help("Side of a drawn picture.");
}

void noiseGroup(Schema<Params>& s) {
    s.group("Noise");
    s.choice("process", &Params::process, "Process",
             {{"VE", "VE", "Variance exploding: x = x₀ + σ ε."},
              {"VP", "VP", "Variance preserving: x = a x₀ + s ε, a² + s² = 1. The same flow through a lens: x / a at σ = s / a."}})
        .view()
        .help("How noise is added. Both have the same trajectories once x is divided by a.");
    s.real("sigma_max", &Params::sigmaMax, "Largest noise")
        .symbol("σ_max")
        .soft(0.5, 80)
        .hard(1e-2, 1e3)
        .log()
        .help("Where the flow begins, at t = 1; σ² grows with t.");
    s.real("sigma_min", &Params::sigmaMin, "Smallest noise")
        .symbol("σ_min")
        .soft(1e-4, 0.1)
        .hard(1e-6, 1e2)
        .log()
        .help("The last level before 0.");
    s.real("rho", &Params::rho, "Schedule exponent")
        .symbol("ρ")
        .soft(1, 10)
        .hard(0.5, 50)
        .help("Levels are equally spaced in σ to the power 1/ρ: large exponents stay long at little noise.");
    s.integer("levels", &Params::levels, "Noise levels")
        .soft(2, 401)
        .hard(2, 2001)
        .help("From σ_max down to σ = 0; a step takes the next.");
    s.choice("sampler", &Params::sampler, "Sampler",
             {{"euler", "Euler", "First order; the DDIM step."},
              {"heun", "Heun", "Second order: two looks a step."},
              {"maruyama", "Euler–Maruyama", "The reversed stochastic equation: noise on the way."},
              {"one_step", "one step", "DDIM from σ_max to 0 at once: exactly one update of the modern Hopfield network."}})
        .help("How the flow is followed.");
}

void rulesGroup(Schema<Params>& s) {
    s.group("Two rules");
    s.real("blend", &Params::blend, "β follows the noise")
        .soft(0, 1)
        .live()
        .help(
            "0: β is fixed, and the diffusion is the memory. 1: β = 1 / (2σ²) rises as the noise falls: the probability flow. All that "
            "differs between the two, with the exact score.");
    s.real("beta_fixed", &Params::betaFixed, "Fixed β")
        .soft(0.1, 1000)
        .hard(1e-3, 1e6)
        .log()
        .live()
        .help("Of the memory, on squared distances. On dot products, as in modern Hopfield networks, the same β is twice as large.");
    s.integer("particles", &Params::particles, "Particles")
        .soft(1, 2000)
        .hard(1, 20000)
        .log()
        .help(
            "Drawn from the noisy data at σ_max; both rules start from the same. The first 32, or 8 pictures, are followed in double "
            "precision.");
}

void scoreGroup(Schema<Params>& s) {
    s.group("Score");
    s.choice("score", &Params::score, "Score",
             {{"exact", "exact", "The softmax over stored points: always ends on one of them."},
              {"trained", "trained", "A network learns it while the particles go round: smoother, so that something new can appear."}})
        .help("Where the mean of the memories comes from.");
    s.integer("iterations", &Params::iterations, "Iterations")
        .soft(500, 50000)
        .hard(1, 1000000)
        .log()
        .help("Of the training, 50 a step, on batches of 512.");
    s.integer("width", &Params::width, "Width of the network").soft(16, 256).hard(4, 1024).log().help("Of each of its hidden layers.");
    s.real("learning_rate", &Params::learningRate, "Learning rate")
        .soft(1e-5, 1e-2)
        .hard(1e-7, 1e3)
        .log()
        .help("Of Adam, falling along a cosine.");
    s.real("ema", &Params::ema, "Averaging of weights")
        .soft(0, 0.9999)
        .help("Samples are drawn with an exponential average of the weights.");
}

void viewGroup(Schema<Params>& s) {
    s.group("Looking");
    s.real("t_eval", &Params::tEval, "Evaluation time")
        .symbol("t")
        .soft(1e-4, 1)
        .hard(1e-8, 1)
        .log()
        .live()
        .help("The frozen moment: minima, corrugation and the third energy are those of the landscape at this time.");
    s.choice("constant", &Params::constant, "Weight 1/K",
             {{"inside", "inside", "E = −2σ² log (1/K) Σ exp: never rises along the flow."},
              {"left_out", "left out", "E = −2σ² log Σ exp: may rise, an artefact of the constant."}})
        .view()
        .help("Energies of different times are defined only up to a function of time. This switch is that function.");
    s.choice("basins_of", &Params::basinsOf, "Basins of",
             {{"memory", "memory", "Descent at fixed β."}, {"diffusion", "diffusion", "The probability flow from σ_max."}})
        .view()
        .help("Whose ends colour the plane.");
}

std::string refusal(const Params& p) {
    if (p.sigmaMin >= p.sigmaMax)
        return "sigma_min=" + shortest(p.sigmaMin) + " is not below sigma_max=" + shortest(p.sigmaMax) +
               ": the noise has to fall on its way to 0";
    if (p.score == Score::Trained && !planar(p))
        return "score=trained learns points of the plane, not pictures: set data=circle, or score=exact";
    return {};
}

}  // namespace

bool planar(const Params& p) { return p.data != Data::Glyphs && p.data != Data::Idx; }

int steps(const Params& p) { return p.levels - 1; }

double sigmaAt(const Params& p, double t) { return p.sigmaMax * std::sqrt(t); }

Schedule scheduleOf(const Params& p) {
    const double fixed = sigmaOf(p.betaFixed), perStep = kMemoryTime / steps(p);
    Schedule schedule{{fixed, fixed, -std::expm1(-perStep)}, {}, {}};
    std::vector<double> flow = noiseLevels(p.sigmaMax, p.sigmaMin, p.rho, p.levels);
    if (p.sampler == Integration::OneStep) std::fill(flow.begin() + 1, flow.end(), 0.0);
    for (const double sigma : flow) {
        const bool noisy = sigma > 0 || p.blend == 0;
        schedule.sigmas.push_back(noisy ? std::exp((1 - p.blend) * std::log(fixed) + (p.blend > 0 ? p.blend * std::log(sigma) : 0)) : 0);
    }
    for (int i = 0; i < steps(p); ++i) {
        const double sigma = schedule.sigmas[std::size_t(i)], next = schedule.sigmas[std::size_t(i) + 1];
        Move move = schedule.memory;
        if (p.blend == 1)
            move = sigma > 0 ? flowMove(sigma, next) : Move{0, 0, 0};  // one step took it all
        else if (p.blend > 0) {
            const double time = std::log(flow[std::size_t(i)] / flow[std::size_t(i) + 1]);  // of dx/dtau = xhat - x; endless on the last
            move = sigma > 0 ? Move{sigma, next, -std::expm1(-std::pow(perStep, 1 - p.blend) * std::pow(time, p.blend))} : Move{0, 0, 0};
        }
        schedule.diffusion.push_back(move);
    }
    return schedule;
}

Schema<Params> schema() {
    Schema<Params> s;
    rulesGroup(s);
    dataGroup(s);
    noiseGroup(s);
    scoreGroup(s);
    viewGroup(s);
    s.idle("count", [](const Params& p) { return std::string(p.data == Data::Two ? "There are two points" : ""); });
    s.idle("size", [](const Params& p) { return std::string(p.data == Data::Glyphs ? "" : "Only drawn pictures have a size to choose"); });
    s.idle("jitter", [](const Params& p) { return std::string(planar(p) ? "" : "Pictures stay as they are"); });
    s.idle("basins_of", [](const Params& p) { return std::string(planar(p) ? "" : "Basins are drawn for points of the plane"); });
    for (const char* id : {"iterations", "width", "learning_rate", "ema"})
        s.idle(id, [](const Params& p) { return std::string(p.score == Score::Trained ? "" : "The exact score needs no training"); });
    s.refuse(refusal);
    return s;
}

}  // namespace engram::diffusion_memory
