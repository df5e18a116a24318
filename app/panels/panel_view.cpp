#include "app/panels/panel_view.h"

#include <algorithm>
#include <cmath>

#include "app/language/language.h"
#include "app/panels/camera_control.h"
#include "app/widgets/press.h"
#include "core/base/error.h"
#include "core/view/pointing.h"

namespace engram {
namespace {

constexpr double kBrushRadius = 1.6;  // tile pixels
constexpr std::size_t kMostStops = 60;
constexpr double kStill = 4;          // a press that moves less is no drag

Pt mouse() { return {ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y}; }

const Hit* hitAt(const LaidOut& out, Pt at) {
    const auto it = std::find_if(out.hits.rbegin(), out.hits.rend(), [&](const Hit& hit) { return hit.rect.contains(at); });
    return it == out.hits.rend() ? nullptr : &*it;
}

const Hit* hitOf(const LaidOut& out, int item) {
    const auto it = std::find_if(out.hits.begin(), out.hits.end(), [&](const Hit& hit) { return hit.item == item; });
    return it == out.hits.end() ? nullptr : &*it;
}

Pt toTile(const Hit& hit, Pt at) {
    return {(at.x - hit.rect.x) / hit.rect.width * hit.pictureWidth, (at.y - hit.rect.y) / hit.rect.height * hit.pictureHeight};
}

// The stroke since the last frame, in dabs no farther apart than the brush is wide.
void paintStroke(Ui& ui, const Panel& panel, const Hit& hit) {
    const Pt to = toTile(hit, mouse()), from = ui.drag.last.value_or(to);
    const double length = std::hypot(to.x - from.x, to.y - from.y);
    if (ui.drag.last && length < 0.25) return;
    const bool erases = ImGui::IsMouseDown(ImGuiMouseButton_Right) || ImGui::GetIO().KeyAlt;
    const int dabs = std::max(1, int(std::ceil(length / kBrushRadius)));
    for (int i = 1; i <= dabs; ++i) {
        const double u = double(i) / dabs;
        ui.document.poke(
            {panel.id, hit.item, from.x + (to.x - from.x) * u, from.y + (to.y - from.y) * u, kBrushRadius, erases ? 0.0 : 1.0});
    }
    ui.drag.last = to;
}

void dragMarker(Ui& ui, const Panel& panel, const LaidOut& out) {
    const Pt to = out.frame.toData(mouse());
    if (ui.drag.last && ui.drag.last->x == to.x && ui.drag.last->y == to.y) return;
    ui.document.poke({panel.id, ui.drag.item, to.x, to.y, 0, 0});
    ui.drag.last = to;
}

void editByHand(Ui& ui, const std::string& place, const Panel& panel, const LaidOut& out) {
    const Hit* hit = ui.drag.place == place ? hitOf(out, ui.drag.item) : nullptr;
    if (!hit) return;
    if (hit->pictureWidth > 0)
        paintStroke(ui, panel, *hit);
    else
        dragMarker(ui, panel, out);
}

// Where a start at the pointer would end.
std::string basinTip(const Panel& panel, const LaidOut& out) {
    const auto* plot = std::get_if<Plot>(&panel.content);
    if (!plot || !out.frame.area.contains(mouse())) return {};
    const Pt at = out.frame.toData(mouse());
    for (const PlotMark& mark : plot->marks)
        if (const auto* basins = std::get_if<Basins>(&mark)) return spoken(readOut(*basins, at.x, at.y));
    return {};
}

// The item that a press at the pointer takes hold of; -1: none.
int itemAt(const Panel& panel, const LaidOut& out, const Hit* under) {
    if (under) return under->item;
    const auto* plot = std::get_if<Plot>(&panel.content);
    return plot && out.frame.area.contains(mouse()) ? plot->groundItem : -1;
}

// What the hand walks along: what can be taken or tells something, unless that is a crowd; then, and where places tell it, the middle.
void addStops(Ui& ui, const Panel& panel, const LaidOut& out) {
    const bool crowd = out.hits.size() > kMostStops;
    for (const Hit& hit : out.hits)
        if (hit.item >= 0 || !hit.pointing.param.empty() || (!crowd && !hit.tip.empty())) ui.stop(hit.rect);
    const auto* plot = std::get_if<Plot>(&panel.content);
    if (!plot) return;
    const bool places = std::ranges::any_of(plot->marks, [](const PlotMark& m) { return std::holds_alternative<Basins>(m); });
    if (crowd || places || plot->groundItem >= 0) ui.stop(out.frame.area);
}

// Those of a scene: sheets whose pixels choose something.
void addStops(Ui& ui, const Scene& scene, const Camera& camera, Rect rect) {
    for (const SceneMark& mark : scene.marks) {
        const auto* sheet = std::get_if<Sheet>(&mark);
        if (!sheet || sheet->pointing.param.empty()) continue;
        Vec3 middle = sheet->corner;
        for (std::size_t k = 0; k < 3; ++k) middle[k] += (sheet->across[k] + sheet->down[k]) / 2;
        const Projected at = project(camera, rect.width, rect.height, middle);
        ui.stop({rect.x + at.x, rect.y + at.y, 0, 0});
    }
}

bool isStill(const Ui& ui) { return ImGui::GetIO().MouseDragMaxDistanceSqr[0] < ui.px(kStill) * ui.px(kStill); }

// A pixel of a picture under the pointer: what it chooses is shown while the pointer is there, and kept by a press.
void pointAt(Ui& ui, const Press& p, const Pointing& pointing, const Picture& picture, int column, int row) {
    const auto value = chosenAt(pointing, picture, column, row);
    if (!value) return;
    ui.pointed = {pointing.param, *value};
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (ui.drawn == ui.pointed) tip(ui, p, spoken(pointing.reading));
    if (!p.clicked || !isStill(ui)) return;
    try {
        ui.document.set(pointing.param, std::int64_t(*value));
    } catch (const Error& error) {
        ui.say(spoken(error.what()));
    }
}

void pointAt(Ui& ui, const Press& p, const Scene& scene, const Camera& camera, Rect rect) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool turns = (p.held && !isStill(ui)) || io.MouseDown[ImGuiMouseButton_Right] || io.MouseDown[ImGuiMouseButton_Middle];
    if (!p.hovered || turns) return;
    const auto hit = sheetUnder(scene, camera, rect.width, rect.height, mouse().x - rect.x, mouse().y - rect.y);
    if (hit) pointAt(ui, p, hit->sheet->pointing, hit->sheet->picture, hit->column, hit->row);
}

void pointAt(Ui& ui, const Press& p, const Hit& tile) {
    const Pt at = toTile(tile, mouse());
    pointAt(ui, p, tile.pointing, {tile.pictureWidth, tile.pictureHeight, {}}, int(std::floor(at.x)), int(std::floor(at.y)));
}

void interact(Ui& ui, const std::string& place, const Panel& panel, const LaidOut& out, Rect rect, bool edits) {
    const Press p = press(("panel " + place).c_str(), rect);
    addStops(ui, panel, out);
    const bool right = p.hovered && ImGui::IsMouseDown(ImGuiMouseButton_Right);
    const Hit* under = p.hovered ? hitAt(out, mouse()) : nullptr;
    if (edits && under && under->item >= 0)
        ImGui::SetMouseCursor(under->pictureWidth > 0 ? ImGuiMouseCursor_Hand : ImGuiMouseCursor_ResizeAll);
    if (under && edits && !under->pointing.param.empty()) pointAt(ui, p, *under);
    else if (under) tip(ui, p, spokenTip(panel, under->tip));
    else if (p.hovered) tip(ui, p, basinTip(panel, out));
    if (!edits) return;
    if (!p.held && !right) {
        if (ui.drag.place == place) {
            ui.drag = {};
            ui.document.endEdit();  // the right button makes no item active, so nothing else would end the stroke
        }
        return;
    }
    if (const int item = right && !under ? -1 : itemAt(panel, out, under); ui.drag.place.empty() && item >= 0) {
        ui.drag = {place, item, std::nullopt};
        if (!under) dragMarker(ui, panel, out);   // from the next picture on there is something to drag
    }
    editByHand(ui, place, panel, out);
}

const LaidOut& laidOutOverlay(Ui& ui, const std::string& place, const std::string& panelId, const Scene& scene, const Camera& camera,
                              Rect rect, const std::vector<Rect>& taken, const Showing& showing) {
    const double scale = ui.layout.scale * showing.scale;
    const LayoutKey key{showing.number ? showing.number : ui.boardNumber, rect, scale, ui.density, ui.theme->name, panelId};
    LaidOutPanel& kept = ui.laidOut["overlay " + place];
    if (!(kept.key == key && kept.camera == camera)) {
        const Style style = showing.scale == 1 ? ui.style : windowStyle(*ui.theme, scale);
        kept = {key, overlay(scene, camera, rect, style, ImguiMetrics(ui.fonts), taken), camera};
    }
    return kept.out;
}

}  // namespace

std::string windowSubtitle(const Panel& panel) {
    return panel.hint.empty() || panel.subtitle.empty() ? panel.hint + panel.subtitle : panel.hint + "; " + panel.subtitle;
}

void showPanel(Ui& ui, const std::string& place, const Panel& panel, Rect rect, const std::vector<Rect>& taken, const Showing& showing) {
    if (const auto* scene = std::get_if<Scene>(&panel.content)) {
        const Press p = press(("scene " + place).c_str(), rect);
        const Camera camera =
            steerCamera(ui, cameraPanel(ui.document.experiment(), panel.id), *scene, rect, p, showing.leads, showing.others);
        if (showing.edits) addStops(ui, *scene, camera, rect), pointAt(ui, p, *scene, camera, rect);
        ui.scenes.push_back({place, scene, camera, rect, showing.scale});
        if (!ui.scene.labels) return;
        ImGui::PushClipRect({float(rect.x), float(rect.y)}, {float(rect.right()), float(rect.bottom())}, true);
        const LaidOut& out = laidOutOverlay(ui, place, panel.id, *scene, camera, rect, taken, showing);
        ui.canvas().paint(out.list);
        ImGui::PopClipRect();
        addStops(ui, panel, out);
        if (const Hit* pin = p.hovered ? hitAt(out, mouse()) : nullptr) tip(ui, p, pin->tip);
        return;
    }
    const LaidOut& out = laidOutPanel(ui, place, panel, rect, showing.number ? showing.number : ui.boardNumber);
    ui.canvas().paint(out.list);
    interact(ui, place, panel, out, rect, showing.edits);
}

}  // namespace engram
