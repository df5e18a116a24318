// The scene that frames are timed with, drawn without a window and within one.
#include <cmath>

#include "app/bench/child.h"
#include "app/bench/workloads.h"
#include "core/view/theme.h"
#include "render/headless.h"

namespace engram::bench {

namespace {

constexpr double kHalfWidth = 2, kDegreesAFrame = 1;

double energyAt(double x, double y) {
    double energy = 0.12 * (x * x + y * y);
    for (int k = 0; k < 8; ++k) {
        const double angle = 1.085 * k, radius = 0.5 + 0.09 * k;
        const double dx = x - radius * std::cos(angle), dy = y - radius * std::sin(angle);
        energy -= (0.35 + 0.03 * k) * std::exp(-9 * (dx * dx + dy * dy));
    }
    return energy;
}

Surface wells(int grid) {
    Surface surface;
    std::vector<float> values;
    for (int j = 0; j < grid; ++j)
        for (int i = 0; i < grid; ++i)
            values.push_back(float(energyAt(kHalfWidth * (2.0 * i / (grid - 1) - 1), kHalfWidth * (2.0 * j / (grid - 1) - 1))));
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    surface.low = surface.floor = *low, surface.high = *high;
    surface.energy = {grid, grid, -kHalfWidth, kHalfWidth, -kHalfWidth, kHalfWidth, share(std::move(values))};
    surface.knee = 0.3, surface.zScale = 0.8, surface.contourStep = 0.05;
    surface.fogStart = 1.6, surface.fogEnd = 2;
    return surface;
}

// A spiral that shivers, so that hardly a piece of it is straight.
Lines trail(int pieces) {
    std::vector<Vec3> at;
    for (int i = 0; i <= pieces; ++i) {
        const double t = double(i) / pieces, angle = 40 * t, radius = 1.2 * (1 - 0.7 * t) + 0.1 * std::sin(300 * t);
        at.push_back({float(radius * std::cos(angle)), float(radius * std::sin(angle)), 0});
    }
    return {share(std::move(at)), {Ink::State}, LineKind::Trail, 1.75f, true};
}

struct Film {
    Scene scene = frameScene();
    Shot shot{kFrameWidth, kFrameHeight, 1, 1};
    Studio studio;
    std::vector<std::uint8_t> rgba = std::vector<std::uint8_t>(std::size_t(kFrameWidth) * kFrameHeight * 4);
    int frames = 0;

    void take(const Camera& camera) { studio.take(scene, camera, theme("dark"), shot, rgba.data()); }

    void fixed() {
        shot.moving = false;
        take(scene.camera);
    }
    // The newest point comes and goes, so the whole trail is laid out and uploaded in every frame.
    void growing() {
        auto& lines = std::get<Lines>(scene.marks[1]);
        std::vector<Vec3> at = *lines.at;
        ++frames % 2 ? at.pop_back() : at.push_back({0.3f, -0.2f, 0});
        lines.at = share(std::move(at));
        fixed();
    }
    void orbit(bool moving) {
        shot.moving = moving;
        Camera camera = scene.camera;
        camera.azimuthDeg += kDegreesAFrame * ++frames;
        take(camera);
    }
    nlohmann::json check() const {
        double sum = 0;
        for (const std::uint8_t byte : rgba) sum += byte;
        return {{"mean_byte", sum / double(rgba.size())}};
    }
};

void addWindow(std::vector<Variant>& variants) {
    const struct {
        const char *name, *task, *note;
    } rows[] = {{"window fixed", "frame fixed", "a whole window with panels, from one frame on screen to the next"},
                {"window orbit", "frame orbit", "as above while the camera goes round"},
                {"window scrub", "frame scrub", "a recorded run dragged from step to step: from one moment on screen to the next"}};
    for (const auto& row : rows) {
        const auto told = std::make_shared<nlohmann::json>();
        variants.push_back({row.name,
                            [told, task = row.task] { *told = measuredByChild(task); },
                            [told] {
                                return nlohmann::json{{"frames", told->at("frames")}, {"device", told->at("device")}};
                            },
                            1,
                            "frame/s",
                            {},
                            row.note,
                            1,
                            [told] { return told->at("seconds").get<double>(); }});
    }
}

}  // namespace

Scene frameScene(int grid, int pieces) {
    Scene scene;
    scene.marks = {wells(grid), trail(pieces)};
    for (int k = 0; k < 6; ++k) {
        Pin pin;
        pin.at = {float(0.8 * std::cos(k)), float(0.8 * std::sin(k)), 0};
        pin.paint = categoryPaint(k);
        pin.onSurface = true;
        scene.marks.push_back(pin);
    }
    scene.marks.push_back(Tag{{1.2f, 0, 0}, Spot::Cue, {Ink::Cue}, "", "", true});
    return scene;
}

Workload frame() {
    const auto film = std::make_shared<Film>();
    const auto check = [film] { return film->check(); };
    constexpr int kFrames = 10;
    Workload workload{"frame", "a frame of 1280 x 720 with an energy surface and a long trail",
                      {{"width", kFrameWidth}, {"height", kFrameHeight}, {"grid", 256}, {"trail", 10'000}, {"degrees", kDegreesAFrame}},
                      {{"scene fixed", [film] { film->fixed(); }, check, 1, "frame/s", {}, "nothing changes; read back", kFrames},
                       {"scene growing", [film] { film->growing(); }, check, 1, "frame/s", {}, "the trail changes; read back", kFrames},
                       {"scene orbit", [film] { film->orbit(true); }, check, 1, "frame/s", {}, "the camera goes round; read back", kFrames},
                       {"scene orbit still", [film] { film->orbit(false); }, check, 1, "frame/s", {},
                        "as above, each picture as fine as one at rest", kFrames}},
                      film->studio.device()};
    if (hasDisplay()) addWindow(workload.variants);
    return workload;
}

}  // namespace engram::bench
