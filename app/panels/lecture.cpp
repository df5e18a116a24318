#include "app/panels/lecture.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/language/language.h"
#include "app/lecture/lecture.h"
#include "app/lecture/staged_panel.h"
#include "app/panels/panel_view.h"
#include "app/panels/parameters.h"
#include "app/widgets/param_row.h"
#include "app/widgets/track.h"
#include "core/base/eased.h"
#include "core/base/error.h"

namespace engram {
namespace {

constexpr double kControlWidth = 560, kControlHeight = 84, kControlGap = 24, kEdge = 60, kFrame = 6;

double controlsHeight(std::size_t count) { return double(count) * (kControlHeight + kControlGap); }

void fill(Rect r, Rgba colour) {
    ImGui::GetWindowDrawList()->AddRectFilled({float(r.x), float(r.y)}, {float(r.right()), float(r.bottom())}, packed(colour));
}

// Kept while nothing it is made of has changed: scenes are painted from it after this frame was built.
const std::vector<StagedPanel>& stagedNow(Ui& ui, const std::vector<const Panel*>& large, bool guarded) {
    LectureView& view = ui.lecture->view();
    const bool hasControls = !ui.lecture->scene().pins.empty();
    std::string of = std::to_string(ui.boardNumber) + (guarded ? "?" : "") + (hasControls ? "+" : "");
    for (const Panel* panel : large) of += panel->id + " ";
    if (std::exchange(view.stagedOf, of) != of) view.staged = stagedPanels(large, guarded, hasControls);
    return view.staged;
}

std::shared_ptr<const Pixels> formulaNow(Ui& ui, double unit) {
    LectureView& view = ui.lecture->view();
    const auto& formulas = ui.lecture->scene().formulas;
    if (formulas.empty()) return nullptr;
    const std::string of = formulas.front() + " " + ui.parameters.pointed + " " + ui.theme->name + std::to_string(unit * ui.density);
    if (std::exchange(view.formulaOf, of) != of)
        view.formula = columnFormula(formulas.front(), unit * ui.density, *ui.theme, ui.parameters.pointed);
    return view.formula;
}

// The run at hand, once it is that of the scene.
const Snapshot* momentOf(const Ui& ui) {
    const auto frame = ui.document.frame();
    return frame && frame->session.experiment == ui.lecture->staging().session.experiment ? &frame->moment : nullptr;
}

ColumnText wordsNow(Ui& ui, const StagedPanel& staged, const LectureAreas& areas) {
    const Lecture& lecture = *ui.lecture;
    const bool asking = lecture.phase() == Lecture::Phase::Asking;
    ColumnText words = wordsOf({lecture.lesson(), lecture.at(), staged, *ui.board, momentOf(ui),
                                &experiment(lecture.staging().session.experiment), lecture.votes(), lecture.rightAnswer(), asking,
                                momentOf(ui) && hasEnded(lecture.staging(), *momentOf(ui)), lecture.departs()});
    words.formula = formulaNow(ui, areas.unit), words.density = ui.density;
    return words;
}

// Scenes fill the screen, with their action at the right; all else stands there.
void showHero(Ui& ui, const StagedPanel& staged, const LectureAreas& areas, bool guarded) {
    const Rect whole = ui.layout.scene;
    const Showing showing{2 * ui.boardNumber + (guarded ? 1 : 0), true, !guarded, 1, {}};
    if (std::holds_alternative<Scene>(staged.panel.content))
        return showPanel(ui, "lecture", staged.panel, whole, {{0, 0, areas.clearLeft * whole.width, whole.height}}, showing);
    fill(whole, ui.theme->scene);
    ui.canvas().paint(actionTitle(staged.panel, areas.action, areas.unit, *ui.theme, ImguiMetrics(ui.fonts)));
    showPanel(ui, "lecture", staged.panel, areas.action, {}, showing);
}

// Two that belong together, with one camera, as the window shows them.
void showPair(Ui& ui, const std::vector<StagedPanel>& staged, const LectureAreas& areas, bool guarded) {
    const Rect& whole = ui.layout.scene;
    fill({whole.x, whole.y, areas.pair[0].x, whole.height}, ui.theme->scene);
    const Scene *first = std::get_if<Scene>(&staged[0].panel.content), *second = std::get_if<Scene>(&staged[1].panel.content);
    for (std::size_t i = 0; i < 2; ++i) {
        const Panel& panel = staged[i].panel;
        const Rect &half = areas.pair[i], inside = insideOf(half, areas.unit);
        const bool isScene = std::holds_alternative<Scene>(panel.content);
        const Scene* other = i == 0 ? second : first;
        const Showing showing{2 * ui.boardNumber + (guarded ? 1 : 0), i == 0 || !first, !guarded, 1,
                              isScene && other ? Alongside{other} : Alongside{}};
        if (!isScene) fill(half, ui.theme->scene);
        showPanel(ui, i == 0 ? "lecture" : "lecture beside", panel, isScene ? half : inside,
                  {{half.x, half.y, half.width, inside.y - half.y}}, showing);
        ui.canvas().paint(actionTitle(panel, inside, areas.unit, *ui.theme, ImguiMetrics(ui.fonts)));
    }
    const Rect& last = areas.pair[1];  // a line between them
    const bool isBeside = last.y == areas.pair[0].y;
    fill({last.x, last.y, isBeside ? 1 : last.width, isBeside ? last.height : 1}, ui.theme->border);
}

void showSecond(Ui& ui, const Panel& panel, const Rect& r) {
    const LayoutKey key{ui.boardNumber, r, ui.layout.scale, ui.density, ui.theme->name, panel.id};
    LaidOutPanel& kept = ui.laidOut["lecture second"];
    if (!(kept.key == key)) kept = {key, layoutPanel(panel, r, ui.style, ImguiMetrics(ui.fonts))};
    ui.canvas().paint(kept.out.list);
}

// A control on its way back shows where it is on that way.
Value shownOnTheWay(const Ui& ui, const ParamSpec& spec, const Value& value) {
    const Values &tried = ui.lecture->glideFrom(), &planned = ui.lecture->glideTo();
    const auto from = tried.find(spec.id), to = planned.find(spec.id);
    const double left = ui.lecture->glideLeft();
    if (left <= 0 || spec.kind != Kind::Number || from == tried.end() || to == planned.end()) return value;
    const double a = trackPlace(spec, asReal(from->second)), b = trackPlace(spec, asReal(to->second)), u = eased(left);
    return trackValue(spec, b + (a - b) * u);
}

void control(Ui& ui, const ParamSpec& spec) {
    const Document& document = ui.document;
    const Value value = document.values().at(spec.id);
    const std::string idle = document.experiment().params.idle(spec.id, document.values());
    const int entries = spec.kind == Kind::List ? document.experiment().params.entryCount(spec.id, document.values()) : 0;
    ParamEdit edit = paramWidget(ui, {spec, shownOnTheWay(ui, spec, value), value != spec.fallback, !idle.empty(), false, true, entries});
    if (ui.lecture->glideLeft() > 0) edit.value.reset();  // it shows where it is on its way, which nobody has asked for
    try {
        applyEdit(ui.document, spec, edit);
    } catch (const Error& error) {
        ui.say(spoken(error.what()));
    }
}

void controls(Ui& ui, const LectureAreas& areas) {
    const auto& pins = ui.lecture->scene().pins;
    const ParamTable& params = ui.document.experiment().params;
    const double u = areas.unit, width = std::min(kControlWidth * u, areas.action.width),
                 height = controlsHeight(pins.size()) * u;
    if (pins.empty()) return;
    const Rect r{ui.layout.scene.right() - width - kEdge * u, ui.layout.scene.bottom() - height - (kEdge - kControlGap) * u, width, height};
    const Region region(ui, "lecture controls", r, Ground::Floating);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    Rgba ground = ui.theme->panel;
    ground.a = 0.9f;
    list.AddRectFilled({float(r.x), float(r.y)}, {float(r.right()), float(r.bottom())}, packed(ground), float(10 * u));
    double y = r.y + kControlGap / 2 * u;
    std::string pointed = ImGui::IsAnyItemActive() ? ui.parameters.pointed : std::string();
    for (const std::string& pin : pins) {
        const ParamSpec* spec = params.find(pin);
        if (!spec) continue;  // of an experiment that is still on its way in
        ImGui::PushID(pin.c_str());
        ImGui::SetCursorScreenPos({float(r.x + 24 * u), float(y)});
        ImGui::BeginChild("control", {float(width - 48 * u), float(kControlHeight * u)}, false,
                          ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoBackground);
        ImGui::GetWindowDrawList()->_FringeScale = float(1 / ui.density);
        if (!ImGui::IsAnyItemActive() && ImGui::IsWindowHovered()) pointed = pin;
        control(ui, *spec);
        ImGui::EndChild();
        ImGui::PopID();
        y += (kControlHeight + kControlGap) * u;
    }
    ui.parameters.pointed = pointed;  // its term in the formula lights up
}

void detourFrame(const Ui& ui, const LectureAreas& areas) {
    const Rect& r = ui.layout.scene;
    const float width = float(kFrame * areas.unit);
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRect({float(r.x) + width / 2, float(r.y) + width / 2}, {float(r.right()) - width / 2, float(r.bottom()) - width / 2},
                 packed(ui.theme->accent), 0, 0, width);
    const Font font{26 * areas.unit, Weight::Medium};
    const std::string words = utf8(Panels::tr("Detour · Home goes back"));
    const double wide = ui.fonts.width(words, font) + 36 * areas.unit, x = r.right() - wide - 24 * areas.unit, y = r.y + 24 * areas.unit;
    list.AddRectFilled({float(x), float(y)}, {float(x + wide), float(y + 46 * areas.unit)}, packed(ui.theme->accent),
                       float(8 * areas.unit));
    ImguiCanvas(list, ui.fonts, ui.textures).text({x + 18 * areas.unit, y + 32 * areas.unit}, words, font, ui.theme->textOnAccent);
}

}  // namespace

void lecturePanel(Ui& ui) {
    Lecture& lecture = *ui.lecture;
    lecture.update();
    const Rect& whole = ui.layout.scene;
    const ShownPanels shown = shownPanels(ui.document.session());
    LectureAreas areas = lectureAreas(whole.width, whole.height, !shown.withWords.empty());
    areas.action.height -= controlsHeight(lecture.scene().pins.size()) * areas.unit;   // a plot stands clear of them
    ui.scene.staged.clearLeft = shown.large.size() > 1 ? 0 : areas.clearLeft;
    const Region region(ui, "lecture", whole, Ground::Bare);
    if (lecture.blank() != Lecture::Blank::None) {
        const float light = lecture.blank() == Lecture::Blank::White ? 1.f : 0.f;
        return fill(whole, {light, light, light, 1});
    }
    std::vector<const Panel*> large;
    for (const std::string& id : shown.large)
        if (const Panel* panel = ui.board ? ui.board->find(id) : nullptr) large.push_back(panel);
    if (large.size() < shown.large.size()) return fill(whole, ui.theme->scene);
    const bool guarded = lecture.phase() == Lecture::Phase::Asking;
    const std::vector<StagedPanel>& staged = stagedNow(ui, large, guarded);
    staged.size() > 1 ? showPair(ui, staged, areas, guarded) : showHero(ui, staged[0], areas, guarded);
    const bool hasSecond = !shown.withWords.empty();
    double wordsEnd = 0;
    ui.canvas().paint(
        column(wordsNow(ui, staged[0], areas), whole.width, whole.height, hasSecond, *ui.theme, ImguiMetrics(ui.fonts), &wordsEnd));
    const Panel* second = hasSecond && !guarded ? ui.board->find(shown.withWords) : nullptr;
    if (second) showSecond(ui, *second, secondUnder(areas, wordsEnd, whole.height));
    controls(ui, areas);
    if (lecture.strays()) detourFrame(ui, areas);
    if (const double hint = lecture.hintLeft(); hint > 0) ui.canvas().paint(keysHint(areas, whole.height, hint, *ui.theme));
}

}  // namespace engram
