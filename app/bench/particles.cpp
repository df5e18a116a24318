// Many particles that flow down an energy in the plane, each in the colour of the well it started nearest to: a step of all, then a
// picture of all.
#include "app/bench/workloads.h"
#include "core/bench/recipe.h"
#include "core/compute/backend.h"
#include "core/view/theme.h"
#include "render/headless.h"

namespace engram::bench {

namespace {

constexpr int kCount = 50'000, kMemories = 64, kStepsALife = 200;
constexpr float kBeta = 100, kRate = 0.02f;

struct Flow {
    FloatMatrix memories{2, kMemories}, states{2, kCount};
    Eigen::VectorXi nearest{kCount};
    std::unique_ptr<Backend> backend = makeCpuBackend();
    MemoryModel model{Similarity::Distance, Identity{}, Softmax{2 * kBeta}};
    std::shared_ptr<const Memories> packed;
    Scene scene;
    Studio studio;
    std::vector<std::uint8_t> rgba = std::vector<std::uint8_t>(std::size_t(kFrameWidth) * kFrameHeight * 4);
    int age = 0;

    Flow() {
        for (int p = 0; p < 2 * kMemories; ++p) memories.data()[p] = recipe::uniform(500, std::uint64_t(p)) * 2 - 1;
        packed = backend->prepare(memories);
        scatter();
        backend->nearest(model, *packed, states, nearest);
        Points points;
        std::vector<Paint> paints;
        for (int p = 0; p < kCount; ++p) paints.push_back(categoryPaint(nearest[p]));
        points.paints = share(std::move(paints));
        points.sizePx = 2;
        points.onSurface = true;
        scene = frameScene(256, 1);
        scene.marks.resize(1);
        scene.marks.emplace_back(std::move(points));
    }

    void scatter() {
        for (int p = 0; p < 2 * kCount; ++p) states.data()[p] = recipe::uniform(501, std::uint64_t(p)) * 2 - 1;
    }

    void step() {
        if (++age % kStepsALife == 0) scatter();
        backend->descend(model, *packed, kRate, 1, states);
    }

    void draw() {
        std::vector<Vec3> at(kCount);
        for (int p = 0; p < kCount; ++p) at[std::size_t(p)] = {states(0, p), states(1, p), 0};
        std::get<Points>(scene.marks[1]).at = share(std::move(at));
        studio.take(scene, scene.camera, theme("dark"), {kFrameWidth, kFrameHeight, 1, 1}, rgba.data());
    }

    nlohmann::json check() const {
        return {{"mean_abs", states.cast<double>().cwiseAbs().mean()}, {"norm", recipe::norm(states.data(), std::size_t(states.size()))}};
    }
};

}  // namespace

Workload particles() {
    const auto flow = std::make_shared<Flow>();
    const auto check = [flow] { return flow->check(); };
    constexpr int kFrames = 10;
    return {
        "particles",
        "50,000 particles that flow in the plane, drawn at 1280 x 720",
        {{"count", kCount}, {"K", kMemories}, {"beta", kBeta}, {"rate", kRate}, {"width", kFrameWidth}, {"height", kFrameHeight}},
        {{"step", [flow] { flow->step(); }, check, 1, "frame/s", {}, "a step of the flow alone", kFrames},
         {"picture", [flow] { flow->draw(); }, check, 1, "frame/s", {}, "upload, picture and reading back alone", kFrames},
         {"step and picture", [flow] { flow->step(), flow->draw(); }, check, 1, "frame/s", {}, "what a film of the flow needs", kFrames}},
        flow->studio.device()};
}

}  // namespace engram::bench
