// What moves the neurons over one pixel, what each layer loses, and the energy by its named parts.
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiment/trace_curve.h"
#include "core/experiments/hierarchical_memory/draw.h"
#include "core/view/plot_range.h"

namespace engram::hierarchical_memory {

namespace {

constexpr double kRiseTolerance = 1e-9;

// Pieces of the thinned curve in which the energy rose by a step; changes by hand are no steps.
std::vector<int> risingPieces(const Trace& trace, const std::vector<int>& entries) {
    std::vector<int> pieces;
    for (std::size_t k = 0; k + 1 < entries.size(); ++k)
        for (int i = entries[k]; i < entries[k + 1]; ++i) {
            const bool edited = std::find(trace.edits().begin(), trace.edits().end(), i + 1) != trace.edits().end();
            const double now = trace.at(i + 1, kEnergy);
            if (edited || !(now - trace.at(i, kEnergy) > kRiseTolerance * (1 + std::abs(now)))) continue;
            pieces.push_back(int(k));
            break;
        }
    return pieces;
}

Axis timeAxis(const Moment& m) {
    double end = 80 * m.params.dt;
    while (end < m.state.time) end *= 2;
    return {"time", "τ", 0, end, Scale::Linear, true};
}

Absent needsDynamics() { return {"The trained memory makes one step at a time. Set task=composition or task=random."}; }

// How well sum and slope agree; nothing to say once both have died away.
std::string exactness(double gap, double slope) {
    return std::abs(slope) < 1e-6 ? "" : " to " + significant(gap / std::abs(slope), 1) + " of it";
}

// Shorter than its name in full: the groups stand close.
std::string groupName(const Moment& m, int layer, const Place& place) {
    if (m.params.task == Task::Random) return "neuron " + std::to_string(place.neuron + 1);
    return layer == 0 ? "pixel" : (layer == 1 ? "stroke " : "rule ") + std::to_string(place.channel + 1);
}

}  // namespace

Panel drivesPanel(const Moment& m) {
    Panel panel{"drives", "Drives", "", false, needsDynamics()};
    if (m.state.denoiser) return panel;
    const HierarchyState g = activations(*m.state.net, *m.state.x);
    Bars bars;
    std::vector<double> all{0};
    Plot plot;
    std::vector<Note> groups;
    const Chain chain = chainOf(m.params, m.state);
    for (int a = 0; a < layersOf(m); ++a) {
        const Place& place = chain.places[std::size_t(a)];
        const Drives d = drivesOf(m.state, g, a, place.neuron);
        if (a > 0) bars.bars.push_back({0, {Ink::Text, 0, 0}, {}, "", 0});
        const auto first = double(bars.bars.size());
        const auto add = [&](bool has, double drive, Ink ink, const char* label) {  // in each group at the same place, be it empty
            bars.bars.push_back(has ? Bar{drive, {ink}, {}, label, 0} : Bar{0, {Ink::Text, 0, 0}, {}, "", 0});
        };
        add(a > 0, d.below, Ink::Cue, "below");
        add(a + 1 < layersOf(m), d.above, Ink::Memory, "above");
        bars.bars.push_back({d.decay, {Ink::TextTertiary}, {}, "decay", 0});
        groups.push_back(Note{
            (first + double(bars.bars.size())) / 2, 0, {a == chain.layer ? Ink::Cue : Ink::TextSecondary}, groupName(m, a, place), true});
        for (const double v : {d.below, d.above, d.decay}) all.push_back(v);
    }
    const double most =
        std::max(1.0, std::abs(*std::max_element(all.begin(), all.end(), [](double a, double b) { return std::abs(a) < std::abs(b); })));
    const double nice = std::ceil(most * 2) / 2;
    plot.y = {"", "", -nice, 1.5 * nice, Scale::Linear, true};
    plot.x = {"", "", 0, double(bars.bars.size()), Scale::Linear, false};
    plot.marks.push_back(std::move(bars));
    for (Note& note : groups) {
        note.y = 1.35 * nice;
        plot.marks.push_back(std::move(note));
    }
    panel.subtitle = std::string("add up to nothing at rest, unless held") +
                     (m.params.feedback == 1 ? "" : "; feedback " + significant(m.params.feedback, 2));
    panel.content = std::move(plot);
    return panel;
}

Panel mixerPanel(const Moment& m) {
    Panel panel{"mixer", "Time-scale mixer", "", false, needsDynamics()};
    if (m.state.denoiser) return panel;
    const Reading& r = *m.state.reading;
    Bars bars;
    double most = 0;
    for (int i = 0; i < m.trace.size(); ++i)
        for (int a = 0; a < layersOf(m); ++a) most = std::max(most, m.trace.at(i, kDissipation + a));
    for (int a = 0; a < layersOf(m); ++a) {
        const bool mute = holds(m.params, a);
        bars.bars.push_back({r.dissipation[a],
                             mute ? Paint{Ink::TextTertiary} : categoryPaint(a),
                             {},
                             layerName(m, a) + (mute ? ", mute" : " τ " + shortest(entryAt(m.params.tau, a))),
                             0});
    }
    bars.bars.push_back({r.dissipation.sum(), {Ink::Predicted}, {}, "sum", 0});
    bars.bars.push_back({-r.slope, {Ink::True}, {}, "−dE/dt", 0});
    for (const Bar& bar : bars.bars) most = std::max(most, bar.value);
    Plot plot;
    // Meters move over decades; below a millionth of the loudest they rest.
    const double top = std::pow(10, std::ceil(std::log10(std::max(most, 1e-9)) + 0.1));
    plot.y = {"", "", top * 1e-6, top, Scale::Log, true};
    plot.x = {"", "", 0, double(bars.bars.size()), Scale::Linear, false};
    plot.marks.push_back(std::move(bars));
    const double gap = std::abs(r.dissipation.sum() + r.slope);
    panel.subtitle = symmetric(m.params) ? "what each layer loses; the sum is −dE/dt" + exactness(gap, r.slope)
                                         : "symmetry is broken: the sum is not −dE/dt";
    panel.content = std::move(plot);
    return panel;
}

Panel ratePanel(const Moment& m) {
    Panel panel{"rate", "dE/dt", "", false, needsDynamics()};
    if (m.state.denoiser) return panel;
    const std::vector<int> entries = drawnEntries(m.trace);
    const Shared<double> time = columnOf(m.trace, entries, kTime), slope = columnOf(m.trace, entries, kSlope);
    std::vector<double> sum(entries.size()), all{0};
    Plot plot;
    for (int a = 0; a < layersOf(m); ++a) {
        const Shared<double> lost = columnOf(m.trace, entries, kDissipation + a, -1);
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += (*lost)[i];
        plot.marks.push_back(Curve{layerName(m, a), time, lost, categoryPaint(a), false, false, {}});
    }
    all.insert(all.end(), sum.begin(), sum.end());
    all.insert(all.end(), slope->begin(), slope->end());
    plot.marks.push_back(Curve{"measured", time, slope, {Ink::True}, true, false, {}});
    plot.marks.push_back(Curve{"sum", time, share(std::move(sum)), {Ink::Predicted}, false, true, {}});
    plot.x = timeAxis(m), plot.y = rangeAround(all);
    plot.now = m.state.time;
    panel.subtitle = symmetric(m.params) ? "dashed: the sum over layers; solid: measured along the flow"
                                         : "symmetry is broken: sum and measured slope part";
    panel.content = std::move(plot);
    return panel;
}

Panel energyPanel(const Moment& m) {
    Panel panel{"energy", "Energy", "", false, needsDynamics()};
    if (m.state.denoiser) return panel;
    const std::vector<int> entries = drawnEntries(m.trace);
    const Shared<double> time = columnOf(m.trace, entries, kTime);
    Plot plot;
    std::vector<double> all{0};
    const auto add = [&](const std::string& label, int measure, Paint paint, bool strong, bool dashed) {
        Curve curve{label, time, columnOf(m.trace, entries, measure), paint, strong, dashed, {}};
        if (strong) curve.rising = risingPieces(m.trace, entries);
        all.insert(all.end(), curve.y->begin(), curve.y->end());
        plot.marks.push_back(std::move(curve));
    };
    for (int a = 0; a < layersOf(m); ++a) add(layerName(m, a), kLayerEnergy + a, categoryPaint(a), false, false);
    for (int a = 0; a + 1 < layersOf(m); ++a)
        add("synapse " + std::to_string(a + 1) + "–" + std::to_string(a + 2), kSynapseEnergy + a, categoryPaint(a), false, true);
    add("sum E", kEnergy, {Ink::Falling}, true, false);
    plot.x = timeAxis(m), plot.y = rangeAround(all);
    plot.now = m.state.time;
    const std::int64_t steps = m.trace.size() - 1;
    const std::string counted = std::to_string(m.state.rises) + " of " + std::to_string(steps) + (steps == 1 ? " step" : " steps");
    const std::size_t edits = m.trace.edits().size();
    const std::string byHand = edits == 0 ? "" : "; changed by hand at " + std::to_string(edits) + (edits == 1 ? " step" : " steps");
    const bool claimed = neverRises(m.params) && m.state.rises == 0;
    panel.subtitle = (claimed               ? "never rises, " + counted
                      : symmetric(m.params) ? "rises in " + counted
                                            : "not a Lyapunov function, symmetry is broken; rises in " + counted) +
                     byHand;
    panel.content = std::move(plot);
    return panel;
}

}  // namespace engram::hierarchical_memory
