// The energy ledger, predicted and measured dE/dt, and the gap between full and reduced dynamics.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/text.h"
#include "core/experiment/trace_curve.h"
#include "core/experiments/dense_memory/draw.h"

namespace engram::dense_memory {

namespace {

constexpr double kRiseTolerance = 1e-9;   // of the largest magnitude of the trace

// Steps that raise the energy by more than rounding; steps into an entry changed by hand are not the dynamics' own.
std::vector<int> risingSteps(const Trace& trace) {
    std::vector<int> rising;
    double largest = 0;
    for (int i = 0; i < trace.size(); ++i) largest = std::max(largest, std::abs(trace.at(i, kEnergy)));
    for (int i = 0; i + 1 < trace.size(); ++i) {
        const bool edited = std::find(trace.edits().begin(), trace.edits().end(), i + 1) != trace.edits().end();
        if (!edited && trace.at(i + 1, kEnergy) - trace.at(i, kEnergy) > kRiseTolerance * largest) rising.push_back(i);
    }
    return rising;
}

// Pieces of the thinned curve that hold a rising step.
std::vector<int> risingPieces(const std::vector<int>& steps, const std::vector<int>& entries) {
    std::vector<int> pieces;
    for (const int step : steps) {
        const int piece = int(std::upper_bound(entries.begin(), entries.end(), step) - entries.begin()) - 1;
        if (pieces.empty() || pieces.back() != piece) pieces.push_back(piece);
    }
    return pieces;
}

std::string counted(std::size_t steps, int all) { return std::to_string(steps) + " of " + std::to_string(all) + " steps"; }

// Ranges stay put while a run plays: the time axis holds 90 steps and doubles, the other holds what is to be expected and grows by
// whole steps of its ticks.
Axis timeAxis(const Moment& m) {
    const bool sweeps = asynchronous(m.params);
    double end = 90 * (sweeps ? 1.0 / 9 : m.params.dt);
    while (end < m.state.time) end *= 2;
    return {"time", sweeps ? "sweeps" : "τ", 0, end, Scale::Linear, true};
}

Axis valueAxis(std::vector<double> values) {
    double low = 0, high = 0;
    for (const double v : values)
        if (std::isfinite(v)) low = std::min(low, v), high = std::max(high, v);
    if (low == high) high = low + 1;
    const std::vector<double> ticks = niceTicks(low, high, 4);
    const double step = ticks.size() > 1 ? ticks[1] - ticks[0] : high - low;
    const double margin = 0.04 * (high - low);
    return {"",
            "",
            low < 0 ? std::floor((low - margin) / step * 2) * step / 2 : 0,
            std::ceil((high + margin) / step * 2) * step / 2,
            Scale::Linear,
            true};
}

// The three terms and their sum once the memory of the cue shown is recalled.
std::vector<double> expectedTerms(const Moment& m) {
    const int own = memoryOf(m.state, cueShown(m.params, m.state));
    const DenseSystem system = systemForCue(m.state, cueShown(m.params, m.state));
    const EnergyTerms e = energy(system, onSlowManifold(system, m.state.stretch * m.state.world->patterns.rows.row(own).transpose()));
    return {e.feature[0], e.hidden[0], e.synapse[0], e.total()[0]};
}

// dE/dt by centred differences; no number where an edit lies between.
Shared<double> measuredPower(const Trace& trace, const std::vector<int>& entries) {
    std::vector<double> values;
    const auto edited = [&](int i) { return std::find(trace.edits().begin(), trace.edits().end(), i) != trace.edits().end(); };
    for (const int i : entries) {
        const bool inside = i > 0 && i + 1 < trace.size() && !edited(i) && !edited(i + 1);
        const double span = inside ? trace.at(i + 1, kTime) - trace.at(i - 1, kTime) : 0;
        values.push_back(span > 0 ? (trace.at(i + 1, kEnergy) - trace.at(i - 1, kEnergy)) / span
                                  : std::numeric_limits<double>::quiet_NaN());
    }
    return share(std::move(values));
}

}  // namespace

Panel energyPanel(const Moment& m) {
    const std::vector<int> entries = drawnEntries(m.trace), rising = risingSteps(m.trace);
    const Shared<double> time = columnOf(m.trace, entries, kTime);
    std::vector<double> values = expectedTerms(m);
    Plot plot;
    const auto add = [&](const char* label, int measure, Paint paint, bool strong) {
        Curve curve{label, time, columnOf(m.trace, entries, measure), paint, strong, false, {}};
        if (strong) curve.rising = risingPieces(rising, entries);
        values.insert(values.end(), curve.y->begin(), curve.y->end());
        plot.marks.push_back(std::move(curve));
    };
    add("features", kFeature, {Ink::TextSecondary}, false);
    add("hidden", kHidden, {Ink::Inhibitory}, false);
    add("synapses", kSynapse, {Ink::Excitatory}, false);
    add("sum E", kEnergy, {Ink::Falling}, true);
    plot.x = timeAxis(m), plot.y = valueAxis(std::move(values));
    plot.now = m.state.time;
    // What a hand did may raise the energy: it is said, so that a jump in the curve is not taken for the dynamics' own.
    const std::size_t edits = m.trace.edits().size();
    const std::string byHand = edits == 0 ? "" : "; changed by hand at " + std::to_string(edits) + (edits == 1 ? " step" : " steps");
    const std::string count = counted(rising.size(), m.trace.size() - 1) + byHand;
    std::string claim = "no guarantee; rises in ";
    if (neverRises(m.params)) claim = "rises in ";
    if (neverRises(m.params) && rising.empty()) claim = edits == 0 ? "never rises, " : "never rises between changes by hand, ";
    return {"energy", "Energy", claim + count, false, std::move(plot)};
}

Panel powerPanel(const Moment& m) {
    Panel panel{"power", "dE/dt", "predicted from both layers, and measured", false, Absent{}};
    const bool jumps = m.params.neurons == Neurons::Sign && (m.params.model == Model::A || m.params.model == Model::Hopfield);
    if (jumps) {
        panel.content = Absent{"Sign neurons move in jumps, which have no rate. Set neurons=smooth."};
        return panel;
    }
    const std::vector<int> entries = drawnEntries(m.trace);
    const Shared<double> time = columnOf(m.trace, entries, kTime), measured = measuredPower(m.trace, entries);
    std::vector<double> predicted;
    for (const int i : entries) predicted.push_back(-m.trace.at(i, kDissipation));
    std::vector<double> values = predicted;
    values.insert(values.end(), measured->begin(), measured->end());
    Plot plot;
    plot.x = timeAxis(m), plot.y = valueAxis(std::move(values));
    plot.marks.push_back(Curve{"measured", time, measured, {Ink::True}, false, false, {}});
    plot.marks.push_back(Curve{"predicted", time, share(std::move(predicted)), {Ink::Predicted}, false, true, {}});
    plot.now = m.state.time;
    panel.content = std::move(plot);
    return panel;
}

Panel gapPanel(const Moment& m) {
    Panel panel{"gap", "Full against reduced", "", false, Absent{"The comparison is not made yet."}};
    if (!m.state.gap) return panel;
    const GapView& view = *m.state.gap;
    if (!view.absent.empty()) {
        panel.content = Absent{view.absent};
        return panel;
    }
    const double first = view.tauRatios.front(), last = view.tauRatios.back();
    const auto [least, most] = std::minmax_element(view.gaps.begin(), view.gaps.end());
    Plot plot;
    plot.x = {"τ of hidden neurons / τ of features", "", first, last, Scale::Log, true};
    plot.y = {"gap after 1 τ", "", std::pow(10, std::floor(std::log10(std::max(*least, 1e-16)))),
              std::pow(10, std::ceil(std::log10(std::max(*most, 1e-15)) + 0.2)), Scale::Log, true};
    const double end = std::min(last, first * plot.y.high / view.gaps.front());
    plot.marks.push_back(Curve{"slope 1",
                               share(std::vector{first, end}),
                               share(std::vector{view.gaps.front(), view.gaps.front() * end / first}),
                               {Ink::Predicted},
                               false,
                               true,
                               {}});
    plot.marks.push_back(Scatter{"|full − reduced|", share(view.tauRatios), share(view.gaps), {}, {Ink::True}, 6, false, {}});
    plot.now = m.params.tauH / m.params.tauF;
    panel.subtitle = "slope " + fixed(view.slope, 2) + " below 0.01; theory 1";
    panel.content = std::move(plot);
    return panel;
}

}  // namespace engram::dense_memory
