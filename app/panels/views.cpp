#include "app/panels/views.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/language/language.h"
#include "app/panels/panel_view.h"
#include "app/widgets/param_row.h"
#include "app/widgets/track.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/experiment/compare.h"
#include "core/session/branch.h"
#include "core/session/grid.h"

namespace engram {
namespace {

constexpr double kBar = 40, kChip = 26, kButton = 28, kStill = 4, kSmallCell = 240, kSmallMarks = 0.7;
constexpr int kAlone = 6, kOfTwo = 3;        // values of a grid with one axis, and of each of two

struct View {
    std::string label;
    const Panel* panel = nullptr;            // null until its run has come
    std::uint64_t number = 0;
    const Session* session = nullptr;        // of a run that is not at hand
    bool atHand = false;
    std::string trouble = {};                // why there is no panel
};

void line(const Ui& ui, double x, double y, double width, double height) {
    ImGui::GetWindowDrawList()->AddRectFilled({float(x), float(y)}, {float(x + width), float(y + height)}, packed(ui.theme->border));
}

void ground(Rect r, Rgba colour, double radius = 0) {
    ImGui::GetWindowDrawList()->AddRectFilled({float(r.x), float(r.y)}, {float(r.right()), float(r.bottom())}, packed(colour),
                                              float(radius));
}

// ---- the bar above the views

// Buttons side by side that end at `right`; the index pressed.
std::optional<int> buttons(Ui& ui, const char* id, const std::vector<std::string>& names, int chosen, double& right, double middle) {
    std::optional<int> pressed;
    const Font font = ui.font(12, Weight::Medium);
    for (int i = int(names.size()) - 1; i >= 0; --i) {
        const double width = ui.fonts.width(names[std::size_t(i)], font) + ui.px(20);
        const Rect r{right - width, middle - ui.px(kButton) / 2, width, ui.px(kButton)};
        ImGui::PushID(i);
        const Press p = press(id, r);
        ui.stop(r);
        ImGui::PopID();
        if (i == chosen || p.hovered) ground(r, i == chosen ? ui.theme->accent : ui.theme->hover, ui.px(4));
        label(ui, r.x + width / 2, middle, names[std::size_t(i)], font, i == chosen ? ui.theme->textOnAccent : ui.theme->textSecondary,
              Anchor::Middle);
        if (p.clicked) pressed = i;
        right -= width + ui.px(4);
    }
    return pressed;
}

bool closeButton(Ui& ui, double& right, double middle, const std::string& help) {
    const double size = ui.px(kButton);
    const Rect r{right - size, middle - size / 2, size, size};
    const bool pressed = iconButton(ui, "close", Icon::Cross, r, help, false);
    ui.stop(r);
    right -= size + ui.px(10);
    return pressed;
}

void barTitle(const Ui& ui, Rect bar, const std::string& title, const std::string& note, double right) {
    const double x = bar.x + ui.px(20), middle = bar.y + bar.height / 2;
    const Font strong = ui.font(16, Weight::Bold), plain = ui.font(12);
    const std::string shown = fitted(ui, title, strong, right - x);
    label(ui, x, middle, shown, strong, ui.theme->textPrimary);
    const double after = x + ui.fonts.width(shown, strong) + ui.px(12);
    if (right - after > ui.px(60)) label(ui, after, middle, fitted(ui, note, plain, right - after), plain, ui.theme->textTertiary);
}

void compareBar(Ui& ui, Rect bar) {
    const Session& session = ui.document.session();
    const std::string compared = session.view.compared;
    static const std::vector<std::string> kIds = {"beside", "overlay", "difference"};
    double right = bar.right() - ui.px(14);
    const double middle = bar.y + bar.height / 2;
    if (closeButton(ui, right, middle, utf8(Panels::tr("Stop comparing")))) return ui.document.compareWith("", "");
    const int chosen = int(std::find(kIds.begin(), kIds.end(), session.view.compare) - kIds.begin());
    if (const auto pressed = buttons(ui, "mode", {utf8(Panels::tr("Beside")), utf8(Panels::tr("Overlay")), utf8(Panels::tr("Difference"))},
                                     chosen, right, middle))
        return ui.document.compareWith(compared, kIds[std::size_t(*pressed)]);
    const std::string parted = ui.views.parting ? ui.views.parting->subtitle : "";
    barTitle(ui, bar,
             utf8(Panels::tr("Branches %1 and %2").arg(std::min(session.name, compared).c_str(), std::max(session.name, compared).c_str())),
             parted, right);
}

std::string rangeText(const Ui& ui, const GridAxis& axis) {
    const ParamSpec& spec = ui.document.experiment().params.at(axis.id);
    return (spec.symbol.empty() ? spoken(spec.label) : spec.symbol) + " " + shownValue(spec, axis.values.front()) + " … " +
           shownValue(spec, axis.values.back());
}

// The measure shown, with a menu of the others, and a table to save once all runs are there.
void sweepTitle(Ui& ui, LiveSweep& sweep, Rect bar, double right) {
    const double middle = bar.y + bar.height / 2;
    if (sweep.finished())
        if (buttons(ui, "table", {utf8(Panels::tr("Save table…"))}, -1, right, middle)) ui.command("sweep.save");
    const auto& measures = ui.document.experiment().measures;
    const Font strong = ui.font(16, Weight::Bold);
    const std::string title = spoken(sweep.panel().title);
    const Rect name{bar.x + ui.px(20), middle - ui.px(13), ui.fonts.width(title, strong) + ui.px(24), ui.px(26)};
    const Press p = press("measure", name);
    ui.stop(name);
    if (p.hovered) ground({name.x - ui.px(6), name.y, name.width + ui.px(8), name.height}, ui.theme->hover, ui.px(4));
    drawIcon(*ImGui::GetWindowDrawList(), Icon::Chevron, {name.right() - ui.px(10), middle}, ui.px(11), ui.theme->textSecondary);
    tip(ui, p, utf8(Panels::tr("Show another measure")));
    if (p.clicked) ImGui::OpenPopup("measures");
    std::vector<std::string> labels;
    for (const Measure& m : measures) labels.push_back(spoken(m.label));
    if (const auto chosen = choiceMenu(ui, "measures", name, labels, sweep.measure())) sweep.show(*chosen);
    label(ui, name.x, middle, title, strong, ui.theme->textPrimary);
    const double after = name.right() + ui.px(12);
    label(ui, after, middle,
          fitted(ui, utf8(Panels::tr("%1; click a place to open its run").arg(sweep.panel().subtitle.c_str())), ui.font(12), right - after),
          ui.font(12), ui.theme->textTertiary);
}

void gridBar(Ui& ui, Rect bar) {
    const std::vector<GridAxis> grid = ui.document.session().view.grid;
    double right = bar.right() - ui.px(14);
    const double middle = bar.y + bar.height / 2;
    if (closeButton(ui, right, middle, utf8(Panels::tr("Back to one run")))) return ui.document.showGrid({});
    LiveSweep* sweep = ui.document.sweep();
    const auto pressed = buttons(ui, "shown", {utf8(Panels::tr("Runs")), utf8(Panels::tr("Sweep"))}, sweep ? 1 : 0, right, middle);
    if (pressed && *pressed == 0) ui.document.stopSweep();
    if (pressed && *pressed == 1 && !sweep) ui.document.startSweep();
    if (pressed) return;
    if (sweep) return sweepTitle(ui, *sweep, bar, right);
    std::string title = rangeText(ui, grid[0]);
    if (grid.size() > 1) title += ", " + rangeText(ui, grid[1]);
    barTitle(ui, bar, title,
             utf8(grid.size() > 1 ? Panels::tr("Click a run to take it")
                                  : Panels::tr("Click a run to take it; Shift and a drag over another slider adds an axis")),
             right);
}

// ---- one view

void chip(Ui& ui, const View& view, Rect cell) {
    const Font font = ui.font(12, Weight::Bold);
    const std::string text = fitted(ui, view.label, font, cell.width - ui.px(40));
    const Rect r{cell.x + ui.px(10), cell.y + ui.px(10), ui.fonts.width(text, font) + ui.px(view.atHand ? 30 : 18), ui.px(kChip)};
    ground(r, Rgba{ui.theme->panel.r, ui.theme->panel.g, ui.theme->panel.b, 0.88f}, ui.px(4));
    double x = r.x + ui.px(9);
    if (view.atHand) {
        ImGui::GetWindowDrawList()->AddCircleFilled({float(x + ui.px(3)), float(r.y + r.height / 2)}, float(ui.px(3.5)),
                                                    packed(ui.theme->accent));
        x += ui.px(12);
    }
    label(ui, x, r.y + r.height / 2, text, font, ui.theme->textPrimary);
}

// Pressed and let go at one place: a drag turns the camera instead.
bool clickedStill(const Ui& ui, Rect r) {
    const ImGuiIO& io = ImGui::GetIO();
    const float most = float(ui.px(kStill));
    return ImGui::IsWindowHovered(ImGuiHoveredFlags_AllowWhenBlockedByActiveItem) && ImGui::IsMouseReleased(ImGuiMouseButton_Left) &&
           io.MouseDragMaxDistanceSqr[0] < most * most && r.contains({io.MousePos.x, io.MousePos.y});
}

// Without words and colour key, which a small cell has no room for; kept while its run shows the same frame.
const Panel& slim(Ui& ui, std::size_t index, const View& view) {
    SlimPanel& kept = ui.views.slim[index];
    if (kept.number != view.number || kept.panel.id != view.panel->id || kept.label != view.label) {
        kept = {view.number, view.label, *view.panel};
        Scene& scene = std::get<Scene>(kept.panel.content);
        scene.notes.clear(), scene.key.reset();
        for (SceneMark& mark : scene.marks) {
            if (Pin* pin = std::get_if<Pin>(&mark)) pin->value.clear(), pin->name = pin->picture.pixels ? "" : pin->name;
            if (Tag* tag = std::get_if<Tag>(&mark)) tag->name.clear(), tag->value.clear();
        }
    }
    return kept.panel;
}

// `others`: where this view leads, the scenes of the views that follow its camera.
void showView(Ui& ui, std::size_t index, const View& view, Rect cell, bool leads, const Alongside& others = {}) {
    const std::string place = "view " + std::to_string(index);
    if (!view.panel) {
        ground(cell, ui.theme->scene);
        label(ui, cell.x + cell.width / 2, cell.y + cell.height / 2,
              view.trouble.empty() ? utf8(Panels::tr("running…")) : fitted(ui, view.trouble, ui.font(12), cell.width - ui.px(24)),
              ui.font(12), ui.theme->textTertiary, Anchor::Middle);
    } else if (std::holds_alternative<Scene>(view.panel->content)) {
        const bool small = cell.height < ui.px(kSmallCell);
        showPanel(ui, place, small ? slim(ui, index, view) : *view.panel, cell, {{cell.x, cell.y, cell.width * 0.6, ui.px(kChip + 16)}},
                  {view.number, leads, false, small ? kSmallMarks : 1, others});
    } else {
        ground(cell, ui.theme->scene);
        const double top = ui.px(kChip + 20), side = ui.px(16);
        showPanel(ui, place, *view.panel, {cell.x + side, cell.y + top, cell.width - 2 * side, cell.height - top - ui.px(12)}, {},
                  {view.number, leads, view.atHand, 1, {}});
    }
    chip(ui, view, cell);
}

// The large panel of a run: the same as of the run at hand, or where its experiment is another, that one's own.
const Panel* panelOf(const Ui& ui, const Session& session, const Board* board) {
    if (!board) return nullptr;
    const Session& here = ui.document.session();
    return board->find(heroPanel(session.experiment == here.experiment ? here : session, experiment(session.experiment)));
}

// Whether all that moves stands at the same places.
bool standAlike(const Panel& a, const Panel& b) {
    const Scene *first = std::get_if<Scene>(&a.content), *second = std::get_if<Scene>(&b.content);
    if (!first || !second || first->marks.size() != second->marks.size()) return false;
    for (std::size_t i = 0; i < first->marks.size(); ++i) {
        const Tag *one = std::get_if<Tag>(&first->marks[i]), *other = std::get_if<Tag>(&second->marks[i]);
        if (one && other && one->at != other->at) return false;
    }
    return true;
}

// The large panels of both runs; where two belong together, the one in which the runs differ.
std::array<const Panel*, 2> bothPanels(const Ui& ui, const SideView& side) {
    const Session& session = ui.document.session();
    const std::array<const Panel*, 2> large{panelOf(ui, session, ui.board), panelOf(ui, *side.session, side.board)};
    if (!large[0] || !large[1] || session.experiment != side.session->experiment || !standAlike(*large[0], *large[1])) return large;
    const std::string& beside = ui.document.experiment().panel(large[0]->id).beside;
    const Panel *here = ui.board->find(beside), *there = side.board->find(beside);
    return beside.empty() || !here || !there || standAlike(*here, *there) ? large : std::array{here, there};
}

void cells(Ui& ui, const std::vector<View>& views, int columns, Rect r) {
    const int rows = (int(views.size()) + columns - 1) / columns;
    std::optional<std::size_t> taken;
    const auto leader = std::size_t(std::find_if(views.begin(), views.end(), [](const View& v) { return v.panel; }) - views.begin());
    Alongside followers;
    for (std::size_t i = leader + 1; i < views.size(); ++i)
        if (const Scene* scene = views[i].panel ? std::get_if<Scene>(&views[i].panel->content) : nullptr) followers.push_back(scene);
    for (std::size_t i = 0; i < views.size(); ++i) {
        const int column = int(i) % columns, row = int(i) / columns;
        const double x0 = std::round(r.x + r.width * column / columns), x1 = std::round(r.x + r.width * (column + 1) / columns);
        const double y0 = std::round(r.y + r.height * row / rows), y1 = std::round(r.y + r.height * (row + 1) / rows);
        showView(ui, i, views[i], {x0, y0, x1 - x0, y1 - y0}, i == leader, i == leader ? followers : Alongside{});
        if (column > 0) line(ui, x0, y0, 1, y1 - y0);
        if (row > 0) line(ui, x0, y0, x1 - x0, 1);
        if (views[i].atHand || !views[i].session) continue;
        ui.stop({x0, y0, x1 - x0, y1 - y0});
        if (clickedStill(ui, {x0, y0, x1 - x0, y1 - y0})) taken = i;
    }
    if (!taken) return;
    if (ui.document.session().view.grid.empty()) return ui.document.switchTo(ui.document.session().view.compared);
    ui.document.adopt(*views[*taken].session);
}

// ---- two branches

void composed(Ui& ui, const SideView& side, Rect r) {
    const Session& session = ui.document.session();
    const auto [here, there] = bothPanels(ui, side);
    if (!here || !there) return ground(r, ui.theme->scene);
    const std::string key = session.view.compare + " " + std::to_string(ui.views.number) + " " + here->id;
    if (std::exchange(ui.views.composedOf, key) != key) {
        ui.views.composed = session.view.compare == "overlay" ? overlaid(*here, *there, side.label) : difference(*here, *there);
        speakIn(*ui.views.composed);
    }
    showView(ui, 0,
             {utf8((session.view.compare == "overlay" ? Panels::tr("%1 with %2") : Panels::tr("%1 minus %2"))
                       .arg(session.name.c_str(), side.label.c_str())),
              &*ui.views.composed, ui.views.number, nullptr, false},
             r, true);
}

void branches(Ui& ui, Rect r) {
    const SideView& side = ui.views.sides.front();
    const Session& session = ui.document.session();
    if (session.view.compare != "beside") return composed(ui, side, r);
    const auto panels = bothPanels(ui, side);
    const View here{session.name + "  " + spoken(departure(*side.session, session)), panels[0], ui.boardNumber, nullptr, true};
    const View there{
        side.label + "  " + spoken(departure(session, *side.session)), panels[1], side.number, side.session, false, side.trouble};
    std::vector<View> views{here, there};
    if (side.label < session.name) std::swap(views[0], views[1]);   // a branch keeps its place, whichever is at hand
    cells(ui, views, 2, r);
}

void sweepView(Ui& ui, const LiveSweep& sweep, Rect r) {
    ground(r, ui.theme->scene);
    const Panel& panel = sweep.panel();
    const double side = ui.px(24);
    const Rect inside{r.x + side, r.y + side, r.width - 2 * side, r.height - 2 * side};
    const LaidOut& out = laidOutPanel(ui, "sweep", panel, inside, sweep.number());
    ui.canvas().paint(out.list);
    const Press p = press("sweep", inside);
    ui.stop(out.frame.area);
    const Pt at{ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y};
    if (!p.hovered || !out.frame.area.contains(at) || std::holds_alternative<Absent>(panel.content)) return;
    const Pt data = out.frame.toData(at);
    const auto run = runAt(sweep.plan(), data.x, data.y);
    if (!run) return;
    const Session there = sweep.plan().session(*run);
    std::string what;
    for (const SweepAxis& axis : sweep.plan().axes) {
        const ParamSpec& spec = ui.document.experiment().params.at(axis.id);
        what += (what.empty() ? "" : ", ") + shownLabel(spec) + " " + shownValue(spec, there.values.at(axis.id));
    }
    const auto row = std::find_if(sweep.rows().begin(), sweep.rows().end(), [&](const SweepRow& x) { return x.run == *run; });
    if (row != sweep.rows().end())
        what += row->error.empty() ? "\n" + spoken(panel.title) + " " + significant(row->measures[std::size_t(sweep.measure())], 4)
                                   : "\n" + spoken(row->error);
    tip(ui, p, what);
    if (p.clicked) ui.document.adopt(there);
}

void multiples(Ui& ui, Rect r) {
    if (const LiveSweep* sweep = ui.document.sweep()) return sweepView(ui, *sweep, r);
    std::vector<View> views;
    for (const SideView& side : ui.views.sides)
        views.push_back({side.label, panelOf(ui, *side.session, side.board), side.number, side.session, false, side.trouble});
    cells(ui, views, gridColumns(ui.document.session().view.grid), r);
}

}  // namespace

bool showsManyRuns(const Ui& ui) { return !ui.views.sides.empty(); }

void viewsPanel(Ui& ui) {
    const Rect& r = ui.layout.scene;
    const Region region(ui, "scene", r, Ground::Bare);
    const Rect bar{r.x, r.y, r.width, ui.px(kBar)}, rest{r.x, r.y + bar.height, r.width, r.height - bar.height};
    const bool isGrid = !ui.document.session().view.grid.empty();
    ground(bar, ui.theme->panel);
    // The views first: what the bar does may take them away.
    isGrid ? multiples(ui, rest) : branches(ui, rest);
    line(ui, bar.x, bar.bottom() - 1, bar.width, 1);
    if (showsManyRuns(ui) && ui.document.session().view.grid.empty() == !isGrid) isGrid ? gridBar(ui, bar) : compareBar(ui, bar);
    if (ui.focusVisible && ui.focus == Focus::Scene)
        focusRing(ui, {r.x + ui.px(4), r.y + ui.px(4), r.width - ui.px(8), r.height - ui.px(8)});
}

void addGridAxis(Ui& ui, const ParamSpec& spec, double from, double to) {
    std::vector<GridAxis> grid = ui.document.session().view.grid;
    std::erase_if(grid, [&](const GridAxis& axis) { return axis.id == spec.id; });
    if (grid.size() > 1) grid.erase(grid.begin());
    const auto spread = [](const ParamSpec& s, double low, double high, int count) {
        std::vector<Value> values;
        for (int i = 0; i < count; ++i) {
            const Value value = trackValue(s, low + (high - low) * i / (count - 1));
            if (std::find(values.begin(), values.end(), value) == values.end())
                values.push_back(value);  // few whole numbers in a short range
        }
        return values;
    };
    const bool alone = grid.empty();
    grid.push_back({spec.id, spread(spec, from, to, alone ? kAlone : kOfTwo)});
    const ParamSpec& first = ui.document.experiment().params.at(grid[0].id);
    if (!alone && (first.kind == Kind::Number || first.kind == Kind::Int)) {
        const double low = trackPlace(first, asReal(grid[0].values.front())), high = trackPlace(first, asReal(grid[0].values.back()));
        grid[0].values = spread(first, low, high, kOfTwo);
    }
    try {
        ui.document.showGrid(grid);
    } catch (const Error& error) {
        ui.say(spoken(error.what()));
    }
}

}  // namespace engram
