// What a search by silhouette finds, with and without the demand that all clusters be used; and the rivals.
#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/text.h"
#include "core/experiments/clam/draw.h"
#include "core/view/plot_range.h"

namespace engram::clam {

namespace {

constexpr int kColumns = SettingsView::kRates * SettingsView::kValues, kRows = SettingsView::kBetas, kPixels = 16;

const char* valueWord(MaskValue value) { return value == MaskValue::Mean ? "mean" : value == MaskValue::Least ? "min" : "max"; }

// Equal cells; those that are not known, or not allowed, stay empty.
Panel searchPanel(const Moment& m, const char* id, const std::string& title, bool allUsed) {
    Panel panel{id, title, "", true, Absent{"It has not been computed yet"}};
    if (!m.state.settings) return panel;
    const SettingsView& view = *m.state.settings;
    double low = 1, high = -1;
    for (const SettingsView::Outcome& o : view.outcomes)
        low = std::min(low, o.scores.silhouette), high = std::max(high, o.scores.silhouette);
    const int best = bestSetting(view, allUsed, m.params.clusters), done = int(view.outcomes.size());
    std::vector<float> values(std::size_t(kColumns * kRows * kPixels * kPixels), std::numeric_limits<float>::quiet_NaN());
    Plot plot;
    Heatmap heat;
    heat.field = {kColumns * kPixels, kRows * kPixels, 0, double(kColumns), 0, double(kRows), {}};
    std::vector<Note> notes;
    for (int i = 0; i < done; ++i) {
        const Scores& s = view.outcomes[std::size_t(i)].scores;
        const int row = i / kColumns, column = i % kColumns;
        const bool allowed = allUsed ? s.used == m.params.clusters : s.used >= 2;
        for (int a = 0; allowed && a < kPixels; ++a)
            for (int b = 0; b < kPixels; ++b)
                values[std::size_t((row * kPixels + a) * kColumns * kPixels + column * kPixels + b)] = float(s.silhouette);
        notes.push_back({column + 0.12,
                         row + 0.5,
                         {i == best ? Ink::Text : Ink::TextSecondary},
                         std::to_string(s.used) + "/" + std::to_string(m.params.clusters)});
    }
    heat.field.values = share(std::move(values));
    heat.low = std::min(low, high), heat.high = high > low ? high : low + 1e-3;
    heat.mapLow = 0.15, heat.mapHigh = 0.85;
    heat.label = "silhouette";
    plot.marks.push_back(std::move(heat));
    if (best >= 0) {
        const double x = best % kColumns, y = best / kColumns;
        plot.marks.push_back(Curve{
            "", share(std::vector{x, x + 1, x + 1, x, x}), share(std::vector{y, y, y + 1, y + 1, y}), {Ink::Selected}, true, false, {}});
    }
    for (int row = 0; row < kRows; ++row)
        notes.push_back({-1.3, row + 0.5, {Ink::TextSecondary}, "β " + significant(settingAt(row * kColumns).beta, 2)});
    for (int column = 0; column < kColumns; ++column) {
        const Setting setting = settingAt(column);
        notes.push_back({column + 0.05, kRows + 0.25, {Ink::TextSecondary}, valueWord(setting.value)});
        if (column % SettingsView::kValues == 0)
            notes.push_back({column + 0.05, kRows + 0.7, {Ink::TextSecondary}, "rate " + shortest(setting.rate)});
    }
    for (Note& note : notes) plot.marks.push_back(std::move(note));
    plot.x = {"", "", -1.35, double(kColumns), Scale::Linear, false};
    plot.y = {"", "", 0, kRows + 0.95, Scale::Linear, false};
    panel.subtitle = "Published grid, " + std::to_string(view.epochs) + (view.epochs == 1 ? " epoch each: " : " epochs each: ") +
                     std::to_string(done) + " of " + std::to_string(SettingsView::kAll) + " learned";
    if (view.recipe.mask == 0) panel.subtitle += "; nothing is hidden, so mean, min and max are the same";
    if (best >= 0) {
        const Scores& s = view.outcomes[std::size_t(best)].scores;
        const Setting setting = settingAt(best);
        panel.subtitle += "; chosen: β = " + significant(setting.beta, 2) + ", rate " + shortest(setting.rate) + ", hidden at " +
                          valueWord(setting.value) + ", " + scoreWords(m, s);
    } else if (done == SettingsView::kAll) {
        panel.subtitle += allUsed ? "; none uses all clusters" : "; none uses two clusters";
    }
    panel.content = std::move(plot);
    return panel;
}

}  // namespace

Panel settingsPanel(const Moment& m) { return searchPanel(m, "settings", "Best silhouette, as published", false); }
Panel settingsUsedPanel(const Moment& m) { return searchPanel(m, "settings_used", "Best with all clusters used", true); }

Panel rivalsPanel(const Moment& m) {
    Panel panel{"rivals", "Other ways to cluster", "", false, Absent{"It has not been computed yet"}};
    if (!m.state.rivals) return panel;
    const bool known = !m.state.world->truth.empty();
    std::vector<RivalsView::Rival> all{{"ClAM", m.state.epoch->scores}};
    all.insert(all.end(), m.state.rivals->rivals.begin(), m.state.rivals->rivals.end());
    if (known) all.push_back({"the classes", m.state.world->known});
    Plot plot;
    std::vector<double> xs, ys;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Scores& s = all[i].scores;
        const double x = s.silhouette, y = known ? s.nmi : s.inertia;
        xs.push_back(x), ys.push_back(y);
        plot.marks.push_back(Scatter{"",
                                     share(std::vector{x}),
                                     share(std::vector{y}),
                                     {},
                                     i == 0 ? Paint{Ink::State} : categoryPaint(int(i)),
                                     i == 0 ? 12.0 : 9.0,
                                     false,
                                     {}});
        plot.marks.push_back(Note{x, y, {Ink::Text}, all[i].name + " " + std::to_string(s.used)});
    }
    plot.x = rangeAround(xs), plot.y = known ? Axis{"", "", 0, 1.08, Scale::Linear, true} : rangeAround(ys);
    plot.x.label = "silhouette", plot.y.label = known ? "NMI with the classes" : "inertia";
    panel.subtitle = "With the number of clusters used";
    if (!m.state.rivals->missing.empty()) panel.subtitle += ". " + m.state.rivals->missing;
    panel.content = std::move(plot);
    return panel;
}

}  // namespace engram::clam
