#include "app/panels/scene.h"

#include <cmath>

#include "app/panels/panel_view.h"
#include "app/widgets/press.h"

namespace engram {
namespace {

constexpr double kTitleHeight = 62, kButton = 30, kButtonGap = 6;

// Dark at the corner, gone at an ellipse: a grid of quads stands in for the radial gradient the draw list lacks.
void cornerScrim(const Ui& ui, Rect r) {
    constexpr int kColumns = 14, kRows = 8;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const auto shade = [&](int i, int j) {
        const double reach = std::hypot(double(i) / kColumns, double(j) / kRows);
        return packed(ui.theme->scene, float(0.9 * std::pow(std::max(0.0, 1 - reach), 1.3)));
    };
    for (int i = 0; i < kColumns; ++i)
        for (int j = 0; j < kRows; ++j) {
            const ImVec2 a{float(r.x + r.width * i / kColumns), float(r.y + r.height * j / kRows)};
            const ImVec2 b{float(r.x + r.width * (i + 1) / kColumns), float(r.y + r.height * (j + 1) / kRows)};
            list.AddRectFilledMultiColor(a, b, shade(i, j), shade(i + 1, j), shade(i + 1, j + 1), shade(i, j + 1));
        }
}

void title(const Ui& ui, const Panel& panel) {
    const Rect& r = ui.layout.scene;
    const double left = r.x + ui.px(20), room = r.width - ui.px(40 + 5 * (kButton + kButtonGap));
    label(ui, left, r.y + ui.px(28), fitted(ui, panel.title, ui.font(20, Weight::Bold), room), ui.font(20, Weight::Bold), ui.theme->textPrimary);
    label(ui, left, r.y + ui.px(51), fitted(ui, panel.subtitle, ui.font(14), room), ui.font(14), ui.theme->textSecondary);
}

void viewButtons(Ui& ui, bool isScene) {
    struct Button {
        Icon icon;
        const char *command, *help;
        bool sceneOnly;
    };
    const Button buttons[] = {{Icon::Home, "view.home", "Frame everything\nHome", true},
                              {Icon::Cube, "view.top", "From above, and back\nT", true},
                              {ui.scene.labels ? Icon::Eye : Icon::EyeOff, "view.labels", "Show or hide labels\nL", true},
                              {Icon::Camera, "file.export", "Export figure\nCtrl+E", false},
                              {Icon::Enlarge, "view.hero", "The scene alone, and back\nF", false}};
    const Rect& r = ui.layout.scene;
    double x = r.right() - ui.px(14);
    for (auto it = std::rbegin(buttons); it != std::rend(buttons); ++it) {
        if (it->sceneOnly && !isScene) continue;
        x -= ui.px(kButton);
        if (iconButton(ui, it->command, it->icon, {x, r.y + ui.px(14), ui.px(kButton), ui.px(kButton)}, it->help)) ui.command(it->command);
        x -= ui.px(kButtonGap);
    }
}

// A plot or tiles in the large region stand free of the title, in the middle.
Rect plotRect(const Ui& ui) {
    const Rect& r = ui.layout.scene;
    return {r.x + ui.px(20), r.y + ui.px(kTitleHeight + 12), r.width - ui.px(44), r.height - ui.px(kTitleHeight + 32)};
}

}  // namespace

void scenePanel(Ui& ui) {
    const Rect& r = ui.layout.scene;
    const Region region(ui, "scene", r, Ground::Bare);
    const Panel* panel = ui.board ? ui.board->find(heroPanel(ui.document.session(), ui.document.experiment())) : nullptr;
    const bool isScene = panel && std::holds_alternative<Scene>(panel->content);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (!isScene) list.AddRectFilled({float(r.x), float(r.y)}, {float(r.right()), float(r.bottom())}, packed(ui.theme->scene));
    if (!panel) return;

    // What is pressed first wins, what is painted last lies on top: so the buttons come before the scene, on their own layer.
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    viewButtons(ui, isScene);
    list.ChannelsSetCurrent(0);
    if (isScene) cornerScrim(ui, {r.x, r.y, ui.px(520), ui.px(130)});
    showPanel(ui, "scene", *panel, isScene ? r : plotRect(ui));
    list.ChannelsSetCurrent(1);
    title(ui, *panel);
    list.ChannelsMerge();
    if (ui.focusVisible && ui.focus == Focus::Scene) focusRing(ui, {r.x + ui.px(4), r.y + ui.px(4), r.width - ui.px(8), r.height - ui.px(8)});
}

}  // namespace engram
