#include "app/panels/instruments.h"

#include <algorithm>

#include "app/language/language.h"
#include "app/panels/panel_view.h"
#include "app/widgets/press.h"
#include "render/figure/wrapping.h"

namespace engram {
namespace {

constexpr double kPad = 16, kHead = 30;

double shareOf(const Panel* panel) {
    if (!panel) return 1;
    if (const auto* tiles = std::get_if<Tiles>(&panel->content))
        return 0.2 + 0.4 * double(std::clamp<std::size_t>(tiles->tiles.size(), 1, 4));
    const auto* plot = std::get_if<Plot>(&panel->content);
    const bool bars =
        plot && std::any_of(plot->marks.begin(), plot->marks.end(), [](const PlotMark& m) { return std::holds_alternative<Bars>(m); });
    return bars ? 0.85 : 1;
}

// What of a subtitle has room: whole clauses, or nothing.
std::string shortened(const Ui& ui, const std::string& subtitle, Font font, double room) {
    if (ui.layout.subtitles == Subtitles::None) return {};
    std::vector<std::string> clauses = byClauses(subtitle);
    if (ui.layout.subtitles == Subtitles::Short) clauses = {clauses.back()};
    const auto fits = std::find_if(clauses.begin(), clauses.end(), [&](const std::string& c) { return ui.fonts.width(c, font) <= room; });
    return fits == clauses.end() ? std::string() : *fits;
}

void choosePanel(Ui& ui, std::size_t slot, const std::vector<std::string>& shown, Rect head) {
    const auto& panels = ui.document.experiment().panels;
    std::vector<std::string> titles;
    int current = -1;
    for (const PanelInfo& panel : panels) {
        if (panel.id == shown[slot]) current = int(titles.size());
        titles.push_back(spoken(panel.title));
    }
    const auto chosen = choiceMenu(ui, "panels", head, titles, current);
    if (!chosen) return;
    Blueprint view = ui.document.session().view;
    view.instruments = shown;
    const std::string& wanted = panels[std::size_t(*chosen)].id;
    const auto elsewhere = std::find(view.instruments.begin(), view.instruments.end(), wanted);
    if (elsewhere != view.instruments.end()) *elsewhere = shown[slot];  // the two change places
    view.instruments[slot] = wanted;
    ui.document.look(view);
}

// Title, subtitle and the arrow of the slot's menu.
void head(Ui& ui, const Panel& panel, std::size_t slot, const std::vector<std::string>& shown, Rect r) {
    const Font strong = ui.font(14, Weight::Bold), small = ui.font(12);
    const double middle = r.y + ui.px(20), titleWidth = ui.fonts.width(panel.title, strong);
    const Rect name{r.x + ui.px(kPad), r.y + ui.px(8), titleWidth + ui.px(20), ui.px(24)};
    const Press p = press("title", name);
    ui.stop(name);
    label(ui, name.x, middle, panel.title, strong, ui.theme->textPrimary);
    if (p.hovered)
        drawIcon(*ImGui::GetWindowDrawList(), Icon::Chevron, {name.x + titleWidth + ui.px(10), middle}, ui.px(11), ui.theme->textSecondary);
    const double left = name.x + titleWidth + ui.px(p.hovered ? 20 : 10);
    const std::string subtitle = windowSubtitle(panel), said = shortened(ui, subtitle, small, r.right() - ui.px(kPad) - left);
    const std::string help = utf8(Panels::tr("Show something else here"));
    tip(ui, p, said == subtitle ? help : subtitle + "\n" + help);
    if (p.clicked) ImGui::OpenPopup("panels");
    choosePanel(ui, slot, shown, name);
    label(ui, left, middle, said, small, ui.theme->textTertiary);
}

void slotBody(Ui& ui, std::size_t slot, const std::vector<std::string>& shown, Rect r) {
    const bool parting = ui.views.parting && slot + 1 == shown.size();  // while branches are compared, the last place says where they part
    const Panel* panel = parting ? &*ui.views.parting : ui.board ? ui.board->find(shown[slot]) : nullptr;
    if (!panel) return;
    head(ui, *panel, slot, shown, r);
    const double top = ui.px(kHead);
    const Rect inside{r.x + ui.px(kPad), r.y + top, r.width - 2 * ui.px(kPad), r.height - top - ui.px(10)};
    showPanel(ui, "slot " + std::to_string(slot), *panel, inside, {}, {parting ? ui.views.number : 0, true, !parting, 1, {}});
}

int tabsBar(Ui& ui, const std::vector<std::string>& shown, Rect r) {
    int& tab = ui.instruments.tab;
    tab = std::clamp(tab, 0, int(shown.size()) - 1);
    double x = r.right() - ui.px(kPad);
    for (int i = int(shown.size()) - 1; i >= 0; --i) {
        const std::string name = spoken(ui.document.experiment().panel(shown[std::size_t(i)]).title);
        const double width = ui.fonts.width(name, ui.font(12, Weight::Medium)) + ui.px(16);
        const Rect cell{x - width, r.y + ui.px(8), width, ui.px(24)};
        ImGui::PushID(i);
        const Press p = press("tab", cell);
        ImGui::PopID();
        if (i == tab || p.hovered)
            ImGui::GetWindowDrawList()->AddRectFilled({float(cell.x), float(cell.y)}, {float(cell.right()), float(cell.bottom())},
                                                      packed(i == tab ? ui.theme->accentQuiet : ui.theme->control), float(ui.px(4)));
        label(ui, cell.x + width / 2, cell.y + cell.height / 2, name, ui.font(12, Weight::Medium), ui.theme->textPrimary, Anchor::Middle);
        if (p.clicked) tab = i;
        x -= width + ui.px(4);
    }
    return tab;
}

}  // namespace

std::vector<double> instrumentShares(const Ui& ui) {
    std::vector<double> shares;
    for (const std::string& id : instrumentPanels(ui)) shares.push_back(shareOf(ui.board ? ui.board->find(id) : nullptr));
    return shares;
}

void instrumentsPanel(Ui& ui) {
    const auto shown = instrumentPanels(ui);
    for (std::size_t i = 0; i < ui.layout.instruments.size() && i < shown.size(); ++i) {
        const Rect& r = ui.layout.instruments[i];
        const std::string name = "instrument " + std::to_string(i);
        const std::size_t slot = ui.layout.tabs ? std::size_t(std::clamp(ui.instruments.tab, 0, int(shown.size()) - 1)) : i;
        const Panel* panel = ui.board ? ui.board->find(shown[slot]) : nullptr;
        const bool isScene = panel && std::holds_alternative<Scene>(panel->content);
        const Region region(ui, name.c_str(), r, isScene ? Ground::Bare : Ground::Panel);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled({float(r.x), float(r.y)}, {float(r.right()), float(r.y) + 1}, packed(ui.theme->border));
        if (i > 0) list.AddRectFilled({float(r.x), float(r.y)}, {float(r.x) + 1, float(r.bottom())}, packed(ui.theme->border));
        if (ui.layout.tabs) tabsBar(ui, shown, r);
        slotBody(ui, slot, shown, r);
        if (ui.focusVisible && ui.focus == Focus::Instruments && i == 0)
            focusRing(ui, {r.x + ui.px(4), r.y + ui.px(4), r.width - ui.px(8), r.height - ui.px(8)});
    }
}

}  // namespace engram
