// Which of the pictures that nobody stored are memories: random compositions, left alone and spoilt like the cue, each followed to its
// rest.
#include <chrono>

#include "core/experiments/hierarchical_memory/state.h"

namespace engram::hierarchical_memory {

namespace {

constexpr int kWanted = 200, kMostSteps = 200;
constexpr double kStep = 0.5, kAtRest = 1e-5;
constexpr auto kSlice = std::chrono::milliseconds(25);
constexpr std::uint64_t kPictureStream = 2'000'000'000, kSpoilStream = 2'100'000'000;

HierarchyState atRest(const Hierarchy& net, const World& world, const Vector& pixels) {
    HierarchyState x = world.start;
    x[0] = pixels;
    for (int i = 0; i < kMostSteps; ++i) {
        const HierarchyState before = x;
        step(net, Integrator::Block, kStep, x);
        double moved = 0;
        for (std::size_t a = 0; a < x.size(); ++a) moved = std::max(moved, (x[a] - before[a]).cwiseAbs().maxCoeff());
        if (!(moved > kAtRest)) break;
    }
    return x;
}

bool fits(const State& s, const CountView& view) { return view.world == s.world && view.net == s.net; }

}  // namespace

bool countIsDone(const State& s) { return s.count && fits(s, *s.count) && s.count->tried == s.count->wanted; }

bool lookAtCount(const Params& p, State& s) {
    if (!s.world->isComposition() || countIsDone(s)) return false;
    auto view = std::make_shared<CountView>(s.count && fits(s, *s.count) ? *s.count
                                                                         : CountView{s.world, s.net, p.noise, kWanted, 0, 0, 0, 0, 0, 0});
    const auto end = std::chrono::steady_clock::now() + kSlice;
    Hierarchy free = *s.net;
    free.held.clear();  // a layer that is muted by hand says nothing of what is a memory
    const World& world = *s.world;
    do {
        const auto number = std::uint64_t(view->tried);
        const Composition truth = compose(p, world.grammar, Random(s.inputs.seed, kPictureStream + number));
        const Cue cue = makeCue(p, world.grammar, truth, Random(s.inputs.seed, kSpoilStream + number));
        view->held += strokesSeen(p, atRest(free, world, truth.pixels)[1]) == truth.strokes;
        const HierarchyState found = atRest(free, world, cue.pixels);
        view->found += strokesSeen(p, found[1]) == truth.strokes;
        view->error += (activations(free, found)[0] - truth.pixels).squaredNorm() / double(truth.pixels.size());
        const Vector stored = completedByStored(p, world.stored, cue.pixels);
        const double error = (stored - truth.pixels).squaredNorm() / double(truth.pixels.size());
        view->errorOfStored += error;
        view->foundByStored += error * double(truth.pixels.size()) < 0.5;  // less than half a stroke away
        ++view->tried;
    } while (view->tried < view->wanted && std::chrono::steady_clock::now() < end);
    s.count = view;
    return view->tried < view->wanted;
}

}  // namespace engram::hierarchical_memory
