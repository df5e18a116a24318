// How it goes on beyond the trained depth: too long for every picture, so it is made by look() in slices.
#include <algorithm>
#include <chrono>
#include <cmath>

#include "core/experiments/energy_transformer/state.h"

namespace engram::energy_transformer {

namespace {

constexpr auto kSlice = std::chrono::milliseconds(25);
constexpr int kOthers = 16;

bool fits(const std::shared_ptr<const PastView>& view, const Params& p, const State& s) {
    return view && view->trained == s.trained && view->model == s.model && view->hidden == s.hidden && view->picture == picture(p, s) &&
           view->alpha == p.alpha && view->backtracking == p.backtracking;
}

Passed passedAt(const State& s, const PastView& view, double alpha) {
    const TransformerEnergy e = energy(*view.model, TokenGraph(), view.x);
    const Eigen::MatrixXf guess = decoded(*view.trained->completer, view.trained->weights, view.x.cast<float>());
    return {e.attention.sum(), e.memory.sum(), hiddenError(guess, s.world->heldOut(view.picture), *view.hidden), alpha, false};
}

// The others, with masks of their own, by the fast block: it knows the model as it was trained, with the step size at hand.
void lookAtOthers(const Params& p, const State& s, PastView& view) {
    const World& world = *s.world;
    const int tokens = world.cut.tokens();
    view.others = std::min(kOthers, world.heldCount());
    Mask hidden;
    for (int i = 0; i < view.others; ++i) {
        Params own = p;
        if (own.maskStyle == MaskStyle::Brush) own.maskStyle = MaskStyle::Scatter;
        const Mask mask = maskOf(own, world.cut, s.seed, i);
        hidden.insert(hidden.end(), mask.begin(), mask.end());
    }
    for (int t = 0; t <= kPastSteps; t = std::max(t + 1, t * 9 / 8)) view.steps.push_back(t);
    view.steps.back() = kPastSteps;
    BlockRule rule = ruleOf(p);
    rule.tokens = tokens;
    rule.beta = float(view.model->beta);
    EnergyBlock block(view.trained->completer->shape.sizes);
    const auto patches = world.held.leftCols(Eigen::Index(view.others) * tokens);
    for (const Eigen::MatrixXf& guess :
         completed(*view.trained->completer, block, rule, view.trained->weights, patches, hidden, view.steps))
        view.psnr.push_back(psnr(hiddenError(guess, patches, hidden)));
}

bool extend(const Params& p, State& s) {
    auto view = std::make_shared<PastView>();
    if (fits(s.past, p, s)) {
        *view = *s.past;
    } else {
        view->trained = s.trained, view->model = s.model, view->hidden = s.hidden;
        view->picture = picture(p, s), view->alpha = p.alpha, view->backtracking = p.backtracking;
        view->x = embedded(*s.trained->completer, s.trained->weights, s.world->heldOut(view->picture), *s.hidden).cast<Real>();
        view->way.push_back(passedAt(s, *view, 0));
    }
    const auto end = std::chrono::steady_clock::now() + kSlice;
    while (int(view->way.size()) <= kPastSteps && std::chrono::steady_clock::now() < end) {
        const double alpha = descended(p, *view->model, engram::look(*view->model, TokenGraph(), view->x), view->x);
        Passed passed = passedAt(s, *view, alpha);
        passed.rose = rose(view->way.back(), passed);
        view->way.push_back(passed);
    }
    if (int(view->way.size()) > kPastSteps && !view->whole) {
        if (view->model->promised() && p.activation == Activation::Relu && !p.backtracking) lookAtOthers(p, s, *view);
        view->whole = true;
    }
    s.past = view;
    return !view->whole;
}

}  // namespace

bool look(const Params& p, State& s, const std::set<std::string>& panels) {
    if (!panels.count("past") || (s.training && !s.training->finished())) return false;
    return !(fits(s.past, p, s) && s.past->whole) && extend(p, s);
}

void keepViews(const State& from, State& to) {
    if (from.trained == to.trained && from.model == to.model && from.hidden == to.hidden) to.past = from.past;
}

}  // namespace engram::energy_transformer
