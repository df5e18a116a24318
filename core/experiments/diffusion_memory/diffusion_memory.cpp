#include "core/experiments/diffusion_memory/diffusion_memory.h"

#include "core/base/asset.h"
#include "core/experiments/diffusion_memory/draw.h"

namespace engram {

namespace {

using namespace diffusion_memory;

// In the order of MeasureIndex.
std::vector<Measure> measures() {
    return {
        {"energy_am", "Energy of the memory", "",
         "Mean of E at fixed β over the particles followed in double precision, weight 1/K inside."},
        {"energy_dm", "Energy of the diffusion", "", "Mean of E(x, t) at the present noise, weight 1/K inside."},
        {"rises_am", "Rises of the memory", "", "Steps of single particles in which E at fixed β rose. Theory: none."},
        {"rises_dm", "Rises of the diffusion", "", "Steps in which E(x, t) rose, weight 1/K inside. Theory: none along the exact flow."},
        {"rises_dm_sum", "Rises without the weight", "", "The same without the weight 1/K: what the additive constant makes of it."},
        {"rises_frozen", "Rises of the frozen energy", "",
         "Steps of the flow that climb in the landscape frozen at t_eval: the landscape moves."},
        {"on_memory", "On a memory", "", "Share of diffusing particles within 1e-3 of a stored point."},
        {"on_nearest", "On the nearest", "", "Share nearest to the memory that was nearest to their start: basins are not Voronoi cells."},
        {"effective_memories", "Effective memories", "", "exp of the entropy of the weights of particle 1."},
        {"minima", "Minima", "", "Local minima of the energy at t_eval, for points of the plane; none for pictures."},
        {"corrugation", "Corrugation", "", "Highest less lowest of the valley's floor around the middle, at t_eval; none for pictures."},
        {"loss", "Loss", "", "Of the trained score, 1 where nothing is known; none while the score is exact."},
    };
}

std::vector<PanelInfo> panels() {
    const std::vector<std::string> pictures = {"data=glyphs", "count=12", "sigma_max=20", "rho=7", "beta_fixed=0.05", "particles=4"};
    const std::vector<std::string> learns = {"score=trained", "jitter=0", "iterations=500", "levels=11", "particles=200"};
    PanelInfo trained{"trained", "Trained score", true, learns};
    trained.beside = "exact";
    PanelInfo memory{"memory", "Memory", true, {}};
    memory.beside = "diffusion", memory.slider = "blend";
    return {memory,
            {"memory_energy", "E(x), memory", false, {}},
            {"diffusion_energy", "E(x, t), diffusion", false, {}},
            {"weights", "Weights", false, {}},
            {"recognition", "Recognition", false, {}},
            {"training", "Loss", false, learns},
            {"diffusion", "Diffusion", true, {}},
            {"basins", "Basins of the noise", true, {"data=circle_random", "jitter=0"}},
            {"bifurcation", "Where minima lie", true, {"data=two", "jitter=0", "sigma_max=2"}},
            {"potential", "Energy along the axis", false, {"data=two", "jitter=0", "sigma_max=2"}},
            {"ring", "The floor of the valley", true, {"data=circle_random", "jitter=0"}},
            {"pictures", "Particle 1", true, pictures},
            trained,
            {"exact", "Exact score", true, learns}};
}

std::vector<Example> examples() {
    return {
        {"two_rules",
         "Two rules, one landscape",
         "The same noise under descent at fixed β and under the probability flow: they agree, and part.",
         "memory",
         {}},
        {"pitchfork",
         "The pitchfork",
         "Two memories: one well above σ = a, two below. Scrub through it.",
         "bifurcation",
         {"data=two", "jitter=0", "sigma_max=2", "particles=40"}},
        {"not_voronoi",
         "Not Voronoi cells",
         "Nine points anywhere on a circle, and where noise flows. Drag them.",
         "basins",
         {"data=circle_random", "jitter=0", "sigma_max=2"}},
        {"ring",
         "From wells to a ring",
         "A thousand points on a circle: at t = 0.15 the wells have merged into a valley.",
         "ring",
         {"data=circle_random", "jitter=0", "count=1000", "particles=2000"}},
        {"memorises",
         "Nine points: it memorises",
         "A network learns nine points, live: its samples end on them.",
         "trained",
         {"score=trained", "jitter=0", "particles=300", "t_eval=0.02"}},
        {"generalises",
         "A thousand points: a ring",
         "The same network and a thousand points: what it generates is new, and lies on the circle.",
         "trained",
         {"score=trained", "data=circle_random", "jitter=0", "count=1000", "particles=300"}},
        {"recognition",
         "The moment of recognition",
         "A glyph out of pure noise: suddenly one memory is left.",
         "pictures",
         {"data=glyphs", "count=12", "sigma_max=20", "rho=7", "beta_fixed=0.05", "particles=4"}},
    };
}

// Descent at fixed beta; with a trained score the particles go back to the start in between.
std::string neverRises(const Params& p) { return p.score == Score::Exact ? "energy_am" : ""; }

}  // namespace

Experiment diffusionMemory() {
    Defined<Params, State> d;
    d.about.id = "diffusion_memory";
    d.about.title = "Diffusion beside memory";
    d.about.paper =
        "Hoover et al., Memory in Plain Sight: A Survey of the Uncanny Resemblances between Diffusion Models and Associative Memories, "
        "2023";
    d.about.summary = "One landscape, two rules: energy descent at fixed β, and the probability flow of diffusion, from the same noise.";
    d.about.measures = measures();
    d.about.panels = panels();
    d.about.examples = examples();
    d.about.reads = {"data"};
    d.about.lesson = std::string(asset("core/experiments/diffusion_memory/lesson.md"));
    d.schema = schema();
    d.neverRises = neverRises;
    d.init = init;
    d.step = diffusion_memory::step;
    d.measure = measure;
    d.draw = diffusion_memory::draw;
    d.settled = settled;
    d.look = look;
    d.keepViews = keepViews;
    d.poke = poke;
    d.changed = changed;
    d.bytes = bytes;
    return d.experiment();
}

}  // namespace engram
