#include "app/panels/scene.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "app/language/language.h"
#include "app/panels/panel_view.h"
#include "app/panels/parameters.h"
#include "app/panels/views.h"
#include "app/widgets/param_row.h"
#include "app/widgets/track.h"
#include "core/base/error.h"
#include "render/figure/raster.h"
#include "render/figure/wrapping.h"

namespace engram {
namespace {

constexpr double kTitleHeight = 62, kButton = 30, kButtonGap = 6, kStrip = 40;

double titleWidth(const Ui& ui, const Panel& panel) {
    return std::max(ui.fonts.width(panel.title, ui.font(20, Weight::Bold)), ui.fonts.width(windowSubtitle(panel), ui.font(14)));
}

// The ground that all words in the corners of a scene have.
DrawList titleScrim(const Ui& ui, const Panel& panel, const Rect& r) {
    const double across = std::min(titleWidth(ui, panel) + ui.px(32), r.width), down = ui.px(kTitleHeight + 6);
    const double width = std::min(across + ui.px(120), r.width), height = std::min(down + ui.px(80), r.height);
    return {r.width,
            r.height,
            {ImageItem{{r.x, r.y, width, height}, paintCorner(ui.theme->scene, Corner::TopLeft, across / width, down / height), true}}};
}

void title(const Ui& ui, const Panel& panel, const Rect& r, double buttons) {
    const double left = r.x + ui.px(20), room = r.width - ui.px(40), beside = room - buttons;  // the subtitle lies below the buttons
    label(ui, left, r.y + ui.px(28), fitted(ui, panel.title, ui.font(20, Weight::Bold), beside), ui.font(20, Weight::Bold),
          ui.theme->textPrimary);
    std::vector<std::string> clauses = byClauses(windowSubtitle(panel));
    std::erase_if(clauses, [&](const std::string& c) { return ui.fonts.width(c, ui.font(14)) > room; });
    if (!clauses.empty()) label(ui, left, r.y + ui.px(51), clauses.front(), ui.font(14), ui.theme->textSecondary);
}

void viewButtons(Ui& ui, bool isScene) {
    struct Button {
        Icon icon;
        const char *command, *help;
        bool sceneOnly;
    };
    const Button buttons[] = {
        {Icon::Home, "view.home", QT_TRANSLATE_NOOP("Panels", "Frame everything\nHome"), true},
        {Icon::Cube, "view.top", QT_TRANSLATE_NOOP("Panels", "From above, and back\nT"), true},
        {ui.scene.labels ? Icon::Eye : Icon::EyeOff, "view.labels", QT_TRANSLATE_NOOP("Panels", "Show or hide labels\nL"), true},
        {Icon::Camera, "file.export", QT_TRANSLATE_NOOP("Panels", "Export figure\nCtrl+E"), false},
        {Icon::Enlarge, "view.hero", QT_TRANSLATE_NOOP("Panels", "The scene alone, and back\nF"), false},
        {Icon::Sliders, "view.parameters", QT_TRANSLATE_NOOP("Panels", "Parameters\nP"), false}};
    const Rect& r = ui.layout.scene;
    double x = r.right() - ui.px(14);
    for (auto it = std::rbegin(buttons); it != std::rend(buttons); ++it) {
        if ((it->sceneOnly && !isScene) || (it->icon == Icon::Sliders && parametersShown(ui))) continue;
        x -= ui.px(kButton);
        if (iconButton(ui, it->command, it->icon, {x, r.y + ui.px(14), ui.px(kButton), ui.px(kButton)}, utf8(Panels::tr(it->help))))
            ui.command(it->command);
        x -= ui.px(kButtonGap);
    }
}

// A plot or tiles in the large region stand free of the title, in the middle.
Rect plotRect(const Ui& ui, const Rect& r) {
    return {r.x + ui.px(20), r.y + ui.px(kTitleHeight + 12), r.width - ui.px(44), r.height - ui.px(kTitleHeight + 32)};
}

// `buttons`: how wide the buttons in its upper right corner are.
void panelIn(Ui& ui, const char* place, const Panel& panel, const Rect& r, double buttons, const Showing& showing) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSetCurrent(0);
    const bool isScene = std::holds_alternative<Scene>(panel.content);
    if (isScene)
        ui.canvas().paint(titleScrim(ui, panel, r));
    else
        list.AddRectFilled({float(r.x), float(r.y)}, {float(r.right()), float(r.bottom())}, packed(ui.theme->scene));
    std::vector<Rect> taken{{r.x, r.y, titleWidth(ui, panel) + ui.px(36), ui.px(kTitleHeight)}};
    if (buttons > 0) taken.push_back({r.right() - buttons, r.y, buttons, ui.px(kButton + 28)});
    showPanel(ui, place, panel, isScene ? r : plotRect(ui, r), taken, showing);
    list.ChannelsSetCurrent(1);
    title(ui, panel, r, buttons);
}

// What leads from one panel to the other: its name, a slider, its value.
void sliderBeneath(Ui& ui, const ParamSpec& spec, const Rect& r) {
    const Theme& t = *ui.theme;
    ImGui::GetWindowDrawList()->AddRectFilled({float(r.x), float(r.y)}, {float(r.right()), float(r.bottom())}, packed(t.panel));
    ImGui::GetWindowDrawList()->AddRectFilled({float(r.x), float(r.y)}, {float(r.right()), float(r.y + 1)}, packed(t.border));
    const Value value = ui.document.values().at(spec.id);
    const double middle = r.y + r.height / 2, left = r.x + 0.32 * r.width, right = r.x + 0.72 * r.width;
    const Rect track{left, middle - ui.px(10), right - left, ui.px(20)};
    const Press p = press("slider beneath", track);
    Value shown = value;
    if (p.held) {
        shown = trackValue(spec, (ImGui::GetIO().MousePos.x - track.x) / track.width);
        try {
            if (shown != value) ui.document.set(spec.id, shown, true);
        } catch (const Error& error) {
            ui.say(spoken(error.what()));
        }
    }
    const double place = trackPlace(spec, asReal(shown));
    ui.stop({track.x + place * track.width, track.y, 0, track.height});
    drawTrack(ui, track, place, trackPlace(spec, asReal(spec.fallback)), p.hovered || p.held);
    label(ui, left - ui.px(16), middle, fitted(ui, shownLabel(spec), ui.font(14, Weight::Medium), left - r.x - ui.px(36)),
          ui.font(14, Weight::Medium), t.textPrimary, Anchor::Right);
    label(ui, right + ui.px(16), middle, shownValue(spec, shown), ui.font(14, Weight::Medium), t.textPrimary);
    tip(ui, p, helpText(spec));
}

// Two panels that belong together, side by side with one camera.
void pair(Ui& ui, const Panel& left, const Panel& right, double buttons) {
    Rect r = ui.layout.scene;
    if (const std::string& slider = ui.document.experiment().panel(left.id).slider; !slider.empty()) {
        r.height -= ui.px(kStrip);
        sliderBeneath(ui, ui.document.experiment().params.at(slider), {r.x, r.bottom(), r.width, ui.px(kStrip)});
    }
    const double middle = std::round(r.x + r.width / 2);
    const Scene *first = std::get_if<Scene>(&left.content), *second = std::get_if<Scene>(&right.content);
    panelIn(ui, "scene", left, {r.x, r.y, middle - r.x, r.height}, 0,
            {0, true, true, 1, first && second ? Alongside{second} : Alongside{}});
    panelIn(ui, "beside", right, {middle, r.y, r.right() - middle, r.height}, buttons,
            {0, !first, true, 1, first && second ? Alongside{first} : Alongside{}});
    ImGui::GetWindowDrawList()->AddRectFilled({float(middle), float(r.y)}, {float(middle + 1), float(r.bottom())},
                                              packed(ui.theme->border));
}

}  // namespace

void scenePanel(Ui& ui) {
    if (showsManyRuns(ui)) return viewsPanel(ui);
    const Rect& r = ui.layout.scene;
    const Region region(ui, "scene", r, Ground::Bare);
    const std::vector<std::string> shown = heroPanels(ui.document.session(), ui.document.experiment());
    const Panel* panel = ui.board ? ui.board->find(shown.front()) : nullptr;
    const Panel* second = panel && shown.size() > 1 ? ui.board->find(shown[1]) : nullptr;
    if (!panel)
        return ImGui::GetWindowDrawList()->AddRectFilled({float(r.x), float(r.y)}, {float(r.right()), float(r.bottom())},
                                                         packed(ui.theme->scene));

    // What is pressed first wins, what is painted last lies on top: so the buttons come before the scene, on their own layer.
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    viewButtons(ui, std::holds_alternative<Scene>(panel->content));
    const double buttons = ui.px((parametersShown(ui) ? 5 : 6) * (kButton + kButtonGap) + 14);
    second ? pair(ui, *panel, *second, buttons) : panelIn(ui, "scene", *panel, r, buttons, {});
    list.ChannelsMerge();
    if (ui.focusVisible && ui.focus == Focus::Scene)
        focusRing(ui, {r.x + ui.px(4), r.y + ui.px(4), r.width - ui.px(8), r.height - ui.px(8)});
}

}  // namespace engram
