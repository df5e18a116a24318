#include "app/panels/camera_control.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "core/base/eased.h"
#include "core/view/framing.h"

namespace engram {
namespace {

constexpr double kTurnPerPx = 0.35, kTiltPerPx = 0.25, kKeyTurn = 6, kKeyTilt = 3, kKeyPan = 40;
constexpr double kZoomStep = 1.12, kLeastElevation = 4, kMostElevation = 90, kTopElevation = 89;
constexpr double kPi = 3.14159265358979;

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
    for (const int button : {ImGuiMouseButton_Left, ImGuiMouseButton_Right, ImGuiMouseButton_Middle})
        if (ImGui::IsMouseClicked(button)) return;   // how the pointer came here is no drag
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

void glideTo(Ui& ui, const Camera& from, const Camera& to) { ui.scene.move = CameraMove{from, to, ui.seconds, ui.stillness ? 0 : 0.6}; }

// As the scene stood before a lecture, once it has that size again.
std::optional<Camera> setAside(Ui& ui, const std::string& panel) {
    auto& aside = ui.scene.aside;
    if (!aside || ui.lecture || aside->width != ui.layout.scene.width || aside->height != ui.layout.scene.height) return {};
    const auto known = aside->opening.extract(panel);
    return known ? std::optional(known.mapped()) : std::nullopt;
}

}  // namespace

Camera steerCamera(Ui& ui, const std::string& panel, const Scene& scene, Rect rect, const Press& area, bool leads,
                   const Alongside& others) {
    Blueprint view = ui.document.session().view;
    const auto kept = view.cameras.find(panel);
    const auto framedNow = [&] { return openingCamera(scene, rect.width, rect.height, ui.layout.scale, others, ui.scene.staged); };
    const auto openedNow = [&] {
        const std::optional<Camera> before = setAside(ui, panel);
        return before ? *before : framedNow();
    };
    const auto opening = ui.scene.opening.find(panel) != ui.scene.opening.end() ? ui.scene.opening.find(panel)
                                                                                : ui.scene.opening.emplace(panel, openedNow()).first;
    const bool showsPart = ui.scene.staged.angles && ui.scene.staged.angles->distance < 1;  // as the lecture wants it
    if (leads && kept == view.cameras.end() && !showsPart &&
        !showsAll(opening->second, scene, rect.width, rect.height, others))
        opening->second = framedNow();
    const Camera before = kept != view.cameras.end() ? kept->second : opening->second;
    Camera camera = before;

    const CameraWish wish = std::exchange(ui.scene.wish, {});
    followMouse(camera, area, rect);
    followKeys(camera, wish, rect);
    if (area.doubleClicked || wish.frameAll) {
        opening->second = framedNow();
        glideTo(ui, before, opening->second);
    } else if (wish.toggleTop) {
        Camera there = before;
        there.elevationDeg = before.elevationDeg > 80 ? scene.camera.elevationDeg : kTopElevation;
        glideTo(ui, before, there);
    } else if (!(camera == before)) {
        ui.scene.move.reset();
    }
    if (ui.scene.move) {
        const CameraMove& move = *ui.scene.move;
        const double u = move.seconds > 0 ? std::clamp((ui.seconds - move.start) / move.seconds, 0.0, 1.0) : 1;
        camera = between(move.from, move.to, eased(u));
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
