// Curves: both energies, where minima lie, the floor of the ring.
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiments/diffusion_memory/draw.h"
#include "core/model/ring.h"
#include "core/view/plot_range.h"

namespace engram::diffusion_memory {

namespace {

constexpr double kRiseTolerance = 1e-5;  // energies of the way are floats

using Energies = Eigen::VectorXf Way::*;

// Curves are those of the numbered particles; counted are all that are followed in double precision.
std::string counted(std::int64_t rises, const Moment& m) {
    const std::int64_t particles = m.state.memory->tracked.cols(), all = m.state.level * particles;
    const std::string what = rises == 0 ? "falls in all " : "rises in " + std::to_string(rises) + " of ";
    return what + std::to_string(all) + " steps of " + std::to_string(particles) + (particles == 1 ? " particle" : " particles");
}

// `sumSigma`: with it -2 sigma^2 log K is added, the constant that the weight 1/K inside the logarithm takes away.
void addCurves(const Moment& m, int count, Energies which, Paint paint, bool dashed, double Way::*sumSigma, const char* label, Plot& plot,
               std::vector<double>& all) {
    const std::vector<const Way*> ways = waysOf(m.state);
    const double log = std::log(double(m.state.world->count()));
    for (int q = 0; q < count; ++q) {
        std::vector<double> x, y;
        Curve curve;
        for (std::size_t i = 0; i < ways.size(); ++i) {
            const double sigma = sumSigma ? ways[i]->*sumSigma : 0;
            x.push_back(double(i)), y.push_back(double((ways[i]->*which)[q]) - 2 * sigma * sigma * log);
            if (i > 0 && !ways[i]->altered && y[i] - y[i - 1] > kRiseTolerance * (1 + std::abs(y[i]))) curve.rising.push_back(int(i) - 1);
        }
        all.insert(all.end(), y.begin(), y.end());
        curve.label = q == 0 ? label : "";
        curve.x = share(std::move(x)), curve.y = share(std::move(y));
        curve.paint = paint, curve.dashed = dashed;
        plot.marks.push_back(std::move(curve));
    }
}

Panel energyPanel(const Moment& m, const char* id, const std::string& title, const std::string& subtitle, Plot plot,
                  const std::vector<double>& all) {
    plot.x = {"level", "", 0, double(steps(m.params)), Scale::Linear, true};
    plot.y = rangeAround(all);
    plot.now = double(m.state.level);
    return {id, title, subtitle, false, std::move(plot)};
}

Absent needsPlane() { return {"This is drawn for points of the plane. Set data=circle."}; }

Curve horizontal(double from, double to, double y, Paint paint, const std::string& label) {
    return {label, share(std::vector{from, to}), share(std::vector{y, y}), paint, false, true, {}};
}

// The closed form between two points: the middle, and from sigma = a downwards the fork.
void addPitchfork(const World& world, const BranchesView& view, Plot& plot) {
    const Eigen::Vector2d axis = axisOf(world), gap = world.points.col(1) - world.points.col(0);
    const double middle = axis.dot(Eigen::Vector2d(world.points.col(0) + world.points.col(1))) / 2, a = gap.norm() / 2;
    std::vector<double> sigmas, upper, lower;
    for (int i = 0; i <= 200; ++i) {
        const double sigma = a * std::pow(view.sigmaMin / a, i / 200.0), x = pitchfork(betaOf(sigma), a);
        sigmas.push_back(sigma), upper.push_back(middle + x), lower.push_back(middle - x);
    }
    const Shared<double> x = share(std::move(sigmas));
    plot.marks.push_back(horizontal(view.sigmaMin, a, middle, {Ink::Rising}, ""));
    plot.marks.push_back(
        Curve{"", share(std::vector{a, view.sigmaMax}), share(std::vector{middle, middle}), {Ink::Falling}, true, false, {}});
    plot.marks.push_back(Curve{"x = a tanh(2βax)", x, share(std::move(upper)), {Ink::Falling}, true, false, {}});
    plot.marks.push_back(Curve{"", x, share(std::move(lower)), {Ink::Falling}, true, false, {}});
    plot.marks.push_back(Note{a, middle, {Ink::Text}, "σ = a"});
}

}  // namespace

Panel memoryEnergyPanel(const Moment& m) {
    Plot plot;
    std::vector<double> all{0};
    const bool sum = m.params.constant == MixtureWeight::LeftOut;
    addCurves(m, numberedCount(m.state), &Way::memoryEnergy, {Ink::Falling}, false, sum ? &Way::fixed : nullptr, "", plot, all);
    return energyPanel(m, "memory_energy", "Memory: E(x)", counted(m.state.rises.memory, m), std::move(plot), all);
}

Panel diffusionEnergyPanel(const Moment& m) {
    Plot plot;
    std::vector<double> all{0};
    const bool sum = m.params.constant == MixtureWeight::LeftOut;
    addCurves(m, 1, &Way::frozenEnergy, {Ink::Predicted}, true, nullptr, "1, frozen", plot, all);
    addCurves(m, numberedCount(m.state), &Way::diffusionEnergy, {Ink::Falling}, false, sum ? &Way::sigma : nullptr, "E(x, t)", plot, all);
    const std::string about = sum ? ", weight 1/K left out: the constant, not the flow" : "";
    return energyPanel(m, "diffusion_energy", "Diffusion: E(x, t)",
                       counted(sum ? m.state.rises.diffusionSum : m.state.rises.diffusion, m) + about +
                           "; dashed: particle 1 in the landscape frozen " + frozenWords(m),
                       std::move(plot), all);
}

Panel branchesPanel(const Moment& m) {
    Panel panel{"bifurcation", "Where minima lie", "", true, needsPlane()};
    if (!planar(m.params)) return panel;
    panel.content = Absent{"It has not been computed yet"};
    if (!m.state.branches) return panel;
    const World& world = *m.state.world;
    const BranchesView& view = *m.state.branches;
    const double sigma = sigmaNow(m.state), reach = 1.4 * world.extent;
    Plot plot;
    plot.x = {"noise σ", "", view.sigmaMin, view.sigmaMax, Scale::Log, true};
    plot.y = {"place on the axis through memory " + world.names[world.count() == 2 ? 1 : 0], "", -reach, reach, Scale::Linear, true};
    plot.marks.push_back(
        Scatter{"", share(std::vector<double>(view.sigmas)), share(std::vector<double>(view.places)), {}, {Ink::Falling}, 5, false, {}});
    if (world.count() == 2 && world.coinciding == 0) addPitchfork(world, view, plot);
    if (sigma >= view.sigmaMin && sigma <= view.sigmaMax) {
        plot.now = sigma;
        const Eigen::Vector2f axis = axisOf(world).cast<float>();
        std::vector<double> x, y;
        for (Eigen::Index q = 0; q < m.state.way->diffusion.cols(); ++q)
            x.push_back(sigma), y.push_back(double(axis.dot(m.state.way->diffusion.col(q))));
        plot.marks.push_back(Scatter{"particles", share(std::move(x)), share(std::move(y)), {}, {Ink::State}, 6, false, {}});
    }
    panel.subtitle = timeWords(m) + "; one minimum where the noise is large, up to " + std::to_string(view.most) + " as it falls";
    panel.content = std::move(plot);
    return panel;
}

Panel potentialPanel(const Moment& m) {
    Panel panel{"potential", "Energy along the axis", "", false, needsPlane()};
    if (!planar(m.params)) return panel;
    panel.content = Absent{"It has not been computed yet"};
    if (!m.state.potential) return panel;
    const World& world = *m.state.world;
    const PotentialView& view = *m.state.potential;
    Plot plot;
    plot.x = {"place on the axis through memory " + world.names[world.count() == 2 ? 1 : 0],
              "",
              view.places->front(),
              view.places->back(),
              Scale::Linear,
              true};
    plot.y = {"", "", -0.1 * world.extent * world.extent, 1.9 * world.extent * world.extent, Scale::Linear, true};
    plot.marks.push_back(Curve{"memory", view.places, view.memory, {Ink::TextTertiary}, false, true, {}});
    plot.marks.push_back(Curve{"diffusion", view.places, view.diffusion, {Ink::Falling}, true, false, {}});
    panel.subtitle = timeWords(m);
    panel.content = std::move(plot);
    return panel;
}

Panel ringPanel(const Moment& m) {
    Panel panel{"ring", "The floor of the valley", "", true, needsPlane()};
    if (!planar(m.params)) return panel;
    const Valley& valley = m.state.frozen->valley;
    std::vector<double> angles, energies(valley.energy.begin(), valley.energy.end());
    for (std::size_t a = 0; a < energies.size(); ++a) angles.push_back(360.0 * double(a) / double(energies.size()));
    angles.push_back(360), energies.push_back(energies.front());
    const double beta = betaOf(sigmaAt(m.params, m.params.tEval)), radius = ringRadius(beta), endless = ringEnergy(radius, beta);
    Plot plot;
    plot.x = {"direction", "°", 0, 360, Scale::Linear, true};
    std::vector<double> all = energies;
    all.push_back(endless);
    plot.y = rangeAround(all);
    plot.y.label = "least E over the radius";
    plot.marks.push_back(Curve{"K = " + std::to_string(m.state.world->count()),
                               share(std::move(angles)),
                               share(std::move(energies)),
                               {Ink::Falling},
                               true,
                               false,
                               {}});
    const bool onCircle =
        (m.params.data == Data::Circle || m.params.data == Data::CircleRandom) && m.params.jitter == 0 && !m.state.world->edited;
    if (onCircle) plot.marks.push_back(horizontal(0, 360, endless, {Ink::Predicted}, "K = ∞"));
    panel.subtitle = frozenWords(m) + ": " + std::to_string(m.state.frozen->minima.cols()) + " minima, corrugation " +
                     significant(m.state.frozen->corrugation, 3);
    if (onCircle) panel.subtitle += "; the endless ring has its minimum at radius " + significant(radius, 4);
    panel.content = std::move(plot);
    return panel;
}

}  // namespace engram::diffusion_memory
