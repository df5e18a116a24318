#include "app/panels/camera_control.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace engram {
namespace {

constexpr double kTurnPerPx = 0.35, kTiltPerPx = 0.25, kKeyTurn = 6, kKeyTilt = 3, kKeyPan = 40;
constexpr double kZoomStep = 1.12, kLeastElevation = 4, kMostElevation = 90, kTopElevation = 89, kFrameMargin = 0.12;
constexpr double kEdgePx = 24, kTitlePx = 64, kPicturePx = 106;
constexpr double kRetreat = 1.05;
constexpr int kMostRetreats = 14;
constexpr double kPi = 3.14159265358979;

double eased(double u) { return u * u * (3 - 2 * u); }

Camera between(const Camera& a, const Camera& b, double u) {
    Camera c = b;
    const auto mix = [u](double from, double to) { return from + (to - from) * u; };
    for (std::size_t i = 0; i < 3; ++i) c.target[i] = float(mix(a.target[i], b.target[i]));
    c.distance = mix(a.distance, b.distance);
    c.azimuthDeg = mix(a.azimuthDeg, b.azimuthDeg);
    c.elevationDeg = mix(a.elevationDeg, b.elevationDeg);
    c.shiftX = mix(a.shiftX, b.shiftX);
    c.shiftY = mix(a.shiftY, b.shiftY);
    return c;
}

const Surface* surfaceOf(const Scene& scene) {
    for (const SceneMark& mark : scene.marks)
        if (const auto* surface = std::get_if<Surface>(&mark)) return surface;
    return nullptr;
}

Vec3 lifted(const Surface* surface, Vec3 at, bool onSurface) {
    if (onSurface && surface) at[2] = float(surfaceZ(*surface, at[0], at[1]));
    return at;
}

// What must stay in sight: cue, state, and the feet of the memories.
struct Landmark {
    Vec3 at;
    bool hasPicture = false;  // on a stem, so many pixels above
};

std::vector<Landmark> landmarks(const Scene& scene) {
    const Surface* surface = surfaceOf(scene);
    std::vector<Landmark> found;
    for (const SceneMark& mark : scene.marks) {
        if (const auto* tag = std::get_if<Tag>(&mark)) found.push_back({lifted(surface, tag->at, tag->onSurface), false});
        if (const auto* pin = std::get_if<Pin>(&mark)) found.push_back({lifted(surface, pin->at, pin->onSurface), true});
    }
    return found;
}

// Inside the view, clear of the edges and, with the picture on its stem, of the title.
bool isInSight(const Camera& camera, const Landmark& mark, Rect rect, double scale) {
    const Projected q = project(camera, rect.width, rect.height, mark.at);
    const double edge = kEdgePx * scale, top = mark.hasPicture ? (kTitlePx + kPicturePx) * scale : edge;
    return q.depth > 0 && q.x > edge && q.x < rect.width - edge && q.y > top && q.y < rect.height - edge;
}

bool showsAll(const Camera& camera, const std::vector<Landmark>& marks, Rect rect, double scale) {
    return std::all_of(marks.begin(), marks.end(), [&](const Landmark& mark) { return isInSight(camera, mark, rect, scale); });
}

// Where the experiment wants the scene to open, drawn back where this window would cut something off.
Camera openingCamera(const Scene& scene, Rect rect, double scale) {
    const auto marks = landmarks(scene);
    if (marks.empty() || showsAll(scene.camera, marks, rect, scale)) return scene.camera;
    std::vector<Vec3> points;
    for (const Landmark& mark : marks) points.push_back(mark.at);
    Camera camera = framed(scene.camera, rect.width, rect.height, points.data(), int(points.size()), kFrameMargin);
    camera.distance = std::max(camera.distance, scene.camera.distance);
    for (int i = 0; i < kMostRetreats && !showsAll(camera, marks, rect, scale); ++i) camera.distance *= kRetreat;
    return camera;
}

void orbit(Camera& c, double azimuthDeg, double elevationDeg) {
    c.azimuthDeg = std::remainder(c.azimuthDeg + azimuthDeg, 360);
    c.elevationDeg = std::clamp(c.elevationDeg + elevationDeg, kLeastElevation, kMostElevation);
}

// Moves the target over the ground so that what is under the pointer follows it.
void pan(Camera& c, double dx, double dy, double height) {
    const double perPx = 2 * c.distance * std::tan(c.fovDeg * kPi / 360) / height;
    const double a = c.azimuthDeg * kPi / 180, steep = std::max(0.35, std::sin(c.elevationDeg * kPi / 180));
    const double right = -dx * perPx, ahead = dy * perPx / steep;
    c.target[0] += float(right * std::cos(a) + ahead * std::sin(a));
    c.target[1] += float(-right * std::sin(a) + ahead * std::cos(a));
}

void zoom(Camera& c, double steps) { c.distance = std::clamp(c.distance * std::pow(kZoomStep, -steps), 0.2, 200.0); }

void followMouse(Camera& c, const Press& area, Rect rect) {
    const ImGuiIO& io = ImGui::GetIO();
    if (area.hovered && io.MouseWheel != 0) zoom(c, io.MouseWheel);
    const bool other = area.hovered && (ImGui::IsMouseDown(ImGuiMouseButton_Right) || ImGui::IsMouseDown(ImGuiMouseButton_Middle));
    if (!area.held && !other) return;
    if (other || io.KeyShift)
        pan(c, io.MouseDelta.x, io.MouseDelta.y, rect.height);
    else
        orbit(c, -io.MouseDelta.x * kTurnPerPx, io.MouseDelta.y * kTiltPerPx);
}

void followKeys(Camera& c, const CameraWish& wish, Rect rect) {
    orbit(c, wish.turn * kKeyTurn, wish.tilt * kKeyTilt);
    if (wish.panX || wish.panY) pan(c, -wish.panX * kKeyPan, -wish.panY * kKeyPan, rect.height);
    if (wish.zoom) zoom(c, wish.zoom);
}

void glideTo(Ui& ui, const Camera& from, const Camera& to) { ui.scene.move = CameraMove{from, to, ui.seconds, 0.6}; }

}  // namespace

Camera steerCamera(Ui& ui, const std::string& panel, const Scene& scene, Rect rect, const Press& area) {
    Blueprint view = ui.document.session().view;
    const auto kept = view.cameras.find(panel);
    const auto opening = ui.scene.opening.try_emplace(panel, scene.camera).first;
    if (kept == view.cameras.end() && !showsAll(opening->second, landmarks(scene), rect, ui.layout.scale))
        opening->second = openingCamera(scene, rect, ui.layout.scale);
    const Camera before = kept != view.cameras.end() ? kept->second : opening->second;
    Camera camera = before;

    const CameraWish wish = std::exchange(ui.scene.wish, {});
    followMouse(camera, area, rect);
    followKeys(camera, wish, rect);
    if (area.doubleClicked || wish.frameAll) {
        opening->second = openingCamera(scene, rect, ui.layout.scale);
        glideTo(ui, before, opening->second);
    } else if (wish.toggleTop) {
        Camera there = before;
        there.elevationDeg = before.elevationDeg > 80 ? scene.camera.elevationDeg : kTopElevation;
        glideTo(ui, before, there);
    } else if (!(camera == before)) {
        ui.scene.move.reset();
    }
    if (ui.scene.move) {
        const double u = std::clamp((ui.seconds - ui.scene.move->start) / ui.scene.move->seconds, 0.0, 1.0);
        camera = between(ui.scene.move->from, ui.scene.move->to, eased(u));
        if (u >= 1) ui.scene.move.reset();
        ui.wakeIn(0);
    }
    if (!(camera == before)) {
        view.cameras[panel] = camera;
        ui.document.look(view);
    }
    return camera;
}

}  // namespace engram
