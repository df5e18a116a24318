#include "app/panels/scene.h"

#include <algorithm>
#include <iterator>

#include "app/panels/panel_view.h"
#include "app/panels/views.h"
#include "app/widgets/press.h"

namespace engram {
namespace {

constexpr double kTitleHeight = 62, kButton = 30, kButtonGap = 6;

double titleWidth(const Ui& ui, const Panel& panel) {
    return std::max(ui.fonts.width(panel.title, ui.font(20, Weight::Bold)), ui.fonts.width(windowSubtitle(panel), ui.font(14)));
}

DrawList titleScrim(const Ui& ui, const Panel& panel) {
    const Rgba full{ui.theme->scene.r, ui.theme->scene.g, ui.theme->scene.b, 0.9f}, none{full.r, full.g, full.b, 0};
    const Rect& r = ui.layout.scene;
    const ScrimItem corner{{r.x, r.y, std::max(ui.px(420), titleWidth(ui, panel) + ui.px(240)), ui.px(150)}, {full, none, none, none}};
    return {r.width, r.height, {corner, corner}};  // once falls off too fast to read the end of a long subtitle
}

void title(const Ui& ui, const Panel& panel) {
    const Rect& r = ui.layout.scene;
    const double left = r.x + ui.px(20), room = r.width - ui.px(40 + 5 * (kButton + kButtonGap));
    label(ui, left, r.y + ui.px(28), fitted(ui, panel.title, ui.font(20, Weight::Bold), room), ui.font(20, Weight::Bold),
          ui.theme->textPrimary);
    label(ui, left, r.y + ui.px(51), fitted(ui, windowSubtitle(panel), ui.font(14), room), ui.font(14), ui.theme->textSecondary);
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
    if (showsManyRuns(ui)) return viewsPanel(ui);
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
    if (isScene) ui.canvas().paint(titleScrim(ui, *panel));
    const double buttonsWidth = ui.px(5 * (kButton + kButtonGap) + 14);
    const Rect words{r.x, r.y, titleWidth(ui, *panel) + ui.px(36), ui.px(kTitleHeight)};
    const Rect buttons{r.right() - buttonsWidth, r.y, buttonsWidth, ui.px(kButton + 28)};
    showPanel(ui, "scene", *panel, isScene ? r : plotRect(ui), {words, buttons});
    list.ChannelsSetCurrent(1);
    title(ui, *panel);
    list.ChannelsMerge();
    if (ui.focusVisible && ui.focus == Focus::Scene)
        focusRing(ui, {r.x + ui.px(4), r.y + ui.px(4), r.width - ui.px(8), r.height - ui.px(8)});
}

}  // namespace engram
