// The 36 settings of the published search, learned one after the other, and other ways to cluster the same points.
#include <chrono>

#include "core/experiments/clam/views.h"
#include "core/model/spectral.h"
#include "core/model/ward.h"

namespace engram::clam {

namespace {

constexpr auto kSlice = std::chrono::milliseconds(25);
constexpr double kBetas[] = {1.1, 1.5, 1.9, 2.4}, kRates[] = {0.001, 0.01, 0.1};
constexpr MaskValue kValues[] = {MaskValue::Mean, MaskValue::Least, MaskValue::Most};
constexpr int kNeighbours = 10, kMostWardPoints = 6000;

ClamRecipe recipeAt(const SettingsView& view, int number) {
    const Setting setting = settingAt(number);
    ClamRecipe recipe = view.recipe;
    recipe.rule.beta = float(setting.beta), recipe.rate = setting.rate, recipe.value = setting.value;
    return recipe;
}

bool same(const ClamRecipe& a, const ClamRecipe& b) {
    return a.clusters == b.clusters && a.rule.steps == b.rule.steps && a.rule.alpha == b.rule.alpha && a.mask == b.mask &&
           a.batch == b.batch && a.start == b.start;
}

}  // namespace

Setting settingAt(int number) {
    return {kBetas[number / (SettingsView::kRates * SettingsView::kValues)], kRates[number / SettingsView::kValues % SettingsView::kRates],
            kValues[number % SettingsView::kValues]};
}

int bestSetting(const SettingsView& view, bool allUsed, int clusters) {
    int best = -1;
    for (int i = 0; i < int(view.outcomes.size()); ++i) {
        const Scores& s = view.outcomes[std::size_t(i)].scores;
        if (allUsed ? s.used < clusters : s.used < 2) continue;
        if (best < 0 || s.silhouette > view.outcomes[std::size_t(best)].scores.silhouette) best = i;
    }
    return best;
}

bool lookAtSettings(const Params& p, State& s) {
    const ClamRecipe recipe = recipeOf(p);
    const bool fits = s.settings && s.settings->world == s.world && s.settings->epochs == p.epochs && same(s.settings->recipe, recipe);
    if (fits && int(s.settings->outcomes.size()) == SettingsView::kAll) return false;
    auto view = fits ? std::make_shared<SettingsView>(*s.settings) : std::make_shared<SettingsView>();
    if (!fits) view->world = s.world, view->recipe = recipe, view->epochs = p.epochs;
    const auto end = std::chrono::steady_clock::now() + kSlice;
    while (int(view->outcomes.size()) < SettingsView::kAll && std::chrono::steady_clock::now() < end) {
        const int number = int(view->outcomes.size());
        if (!view->at) view->at.emplace(s.world->fast, recipeAt(*view, number), s.seed);
        while (view->at->epochs() < p.epochs && std::chrono::steady_clock::now() < end) view->at->epoch();
        if (view->at->epochs() < p.epochs) break;
        const CompletionRule& rule = view->at->recipe().rule;
        const Clam clam{view->at->kept(), double(rule.beta), double(rule.alpha), rule.steps};
        view->outcomes.push_back({scoresOf(*s.world, assign(clam, s.world->points)), view->at->loss()});
        view->at.reset();
    }
    s.settings = view;
    return int(view->outcomes.size()) < SettingsView::kAll;
}

bool lookAtRivals(const Params& p, State& s) {
    const bool fits = s.rivals && s.rivals->world == s.world && s.rivals->beta == p.beta;
    if (fits && s.rivals->done) return false;
    auto view = fits ? std::make_shared<RivalsView>(*s.rivals) : std::make_shared<RivalsView>();
    if (!fits) view->world = s.world, view->beta = p.beta;
    const Matrix& x = s.world->points;
    const auto add = [&](const char* name, const Labels& labels) { view->rivals.push_back({name, scoresOf(*s.world, labels)}); };
    switch (view->rivals.size()) {
        case 0:
            view->rivals.push_back({"k-means", s.kmeans->iterates.back().scores});
            break;
        case 1:
            add("soft k-means", softKMeans(x, plusPlus(x, p.clusters, s.seed, 0), p.beta).labels);
            break;
        case 2:
            if (x.cols() > kMostWardPoints)
                view->missing = "Ward and spectral clustering are left out: there are too many points", view->done = true;
            else
                add("Ward", ward(x, p.clusters));
            break;
        case 3:
            if (x.cols() > kMostSpectralPoints)
                view->missing = "Spectral clustering is left out: there are too many points";
            else
                add("spectral", spectral(x, p.clusters, kNeighbours, s.seed));
            view->done = true;
            break;
        default:
            view->done = true;
    }
    s.rivals = view;
    return !view->done;
}

}  // namespace engram::clam
