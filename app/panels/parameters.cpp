#include "app/panels/parameters.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <set>
#include <utility>

#include "app/language/language.h"
#include "app/panels/views.h"
#include "app/widgets/param_row.h"
#include "app/widgets/track.h"
#include "core/base/error.h"

namespace engram {
namespace {

constexpr double kRefusalSecs = 10;

using Specs = std::vector<const ParamSpec*>;
struct Group {
    std::string name;
    Specs specs;
};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

std::vector<Group> groupsOf(const ParamTable& table) {
    std::vector<Group> groups;
    for (const ParamSpec& spec : table.specs()) {
        auto it = std::find_if(groups.begin(), groups.end(), [&](const Group& g) { return g.name == spec.group; });
        if (it == groups.end()) it = groups.insert(it, {spec.group, {}});
        it->specs.push_back(&spec);
    }
    return groups;
}

bool isChanged(const Ui& ui, const ParamSpec& spec) { return ui.document.values().at(spec.id) != spec.fallback; }

// What was changed by hand in a panel counts as one.
int changedCount(const Ui& ui) {
    const auto& specs = ui.document.experiment().params.specs();
    return int(std::count_if(specs.begin(), specs.end(), [&](const ParamSpec& s) { return isChanged(ui, s); })) +
           !touchedPanel(ui.document.session()).empty();
}

bool isListed(const Ui& ui, const ParamSpec& spec) {
    const ParametersState& state = ui.parameters;
    if (state.changedOnly && !isChanged(ui, spec)) return false;
    const bool compact = ui.layout.parametersForm == ParametersForm::Compact;
    if (compact && state.search.empty() && !ui.document.experiment().params.idle(spec.id, ui.document.values()).empty()) return false;
    return lower(spoken(spec.label) + " " + spec.label + " " + spec.symbol + " " + spec.id + " " + spoken(spec.group) + " " + spec.group)
               .find(lower(state.search)) != std::string::npos;
}

bool isFolded(const Ui& ui, const Group& group, bool first) {
    if (!ui.parameters.search.empty() || ui.parameters.changedOnly) return false;
    if (auto it = ui.parameters.folded.find(group.name); it != ui.parameters.folded.end()) return it->second;
    const bool unchanged = std::none_of(group.specs.begin(), group.specs.end(), [&](const ParamSpec* s) { return isChanged(ui, *s); });
    const bool viewOnly = std::all_of(group.specs.begin(), group.specs.end(), [](const ParamSpec* s) { return s->effect == Effect::View; });
    if (ui.layout.parametersForm == ParametersForm::Compact) return !first && unchanged;
    return ui.layout.subtitles != Subtitles::Full && viewOnly;
}

std::string effectNote(const Specs& specs) {
    const Effect effect = specs.front()->effect;
    const bool same = std::all_of(specs.begin(), specs.end(), [&](const ParamSpec* s) { return s->effect == effect; });
    if (!same || effect == Effect::View) return {};
    return utf8(effect == Effect::Restart ? Panels::tr("restarts the run") : Panels::tr("applies at once"));
}

// Applies a change, or keeps the sentence that says why it cannot be.
template <class Change>
void attempt(Ui& ui, const std::string& id, Change change) {
    try {
        change();
        ui.parameters.refusals.clear();
    } catch (const Error& error) {
        ui.parameters.refusals = {{id, spoken(error.what())}};
        ui.parameters.refusedAt = ui.document.values();
        ui.parameters.refusedUntil = ui.seconds + kRefusalSecs;
    }
}

// A refusal is about one attempt: it must not stand beside values that came later.
void forgetOldRefusals(Ui& ui) {
    if (ui.parameters.refusals.empty()) return;
    if (ui.seconds >= ui.parameters.refusedUntil || ui.document.values() != ui.parameters.refusedAt) return ui.parameters.refusals.clear();
    ui.wakeIn(ui.parameters.refusedUntil - ui.seconds);
}

// Choosing to read files before one is open opens one.
bool asksForFiles(const Ui& ui, const ParamSpec& spec, const Value& value) {
    static const std::set<std::string> kFromFiles{"idx", "images", "table", "text"};
    const bool chooses =
        (spec.id == "data" || spec.id == "patterns") && spec.kind == Kind::Choice && kFromFiles.contains(std::get<std::string>(value));
    return chooses && ui.document.session().inputs.data.empty();
}

void sentence(Ui& ui, const std::string& text, Rgba colour) {
    const Font font = ui.font(12);
    const double height = wrappedHeight(ui, ImGui::GetContentRegionAvail().x, text, font);
    const Rect row = takeRow(ui, height / ui.layout.scale + 6);
    wrapped(ui, row, text, font, colour);
}

// Values that say how something is drawn at the start do not hold for what a hand has made of it.
void sayTouched(Ui& ui) {
    const std::string panel = touchedPanel(ui.document.session());
    if (panel.empty()) return;
    const std::string title = spoken(ui.document.experiment().panel(panel).title);
    sentence(
        ui,
        utf8(Panels::tr("Changed by hand in “%1”: what is said there holds, and not what was set here for the start").arg(title.c_str())),
        ui.theme->textSecondary);
}

// `pointed` becomes the row under pointer or keyboard.
void drawRow(Ui& ui, const ParamSpec& spec, bool leads, std::string& pointed) {
    ImGui::PushID(spec.id.c_str());
    const ImVec2 top = ImGui::GetCursorScreenPos();
    const double width = ImGui::GetContentRegionAvail().x;
    const std::string idle = spoken(ui.document.experiment().params.idle(spec.id, ui.document.values()));
    const bool focused = ui.focusVisible && ui.focus == Focus::Parameters && ui.parameters.focusedRow == spec.id;
    const int entries = spec.kind == Kind::List ? ui.document.experiment().params.entryCount(spec.id, ui.document.values()) : 0;
    changeParameter(ui, spec,
                    paramWidget(ui, {spec, ui.document.values().at(spec.id), isChanged(ui, spec), !idle.empty(), focused, leads, entries}));
    if (!idle.empty()) sentence(ui, idle, ui.theme->textTertiary);
    if (auto it = ui.parameters.refusals.find(spec.id); it != ui.parameters.refusals.end())
        sentence(ui, std::string(it->second), ui.theme->colour({Ink::Rising}));
    const Rect row{top.x, top.y, width, ImGui::GetCursorScreenPos().y - top.y};
    ui.parameters.drawn[spec.id] = row;
    const ImVec2 low{float(row.x - ui.px(8)), float(row.y)}, high{float(row.right() + ui.px(8)), float(row.bottom())};
    if (!ImGui::IsAnyItemActive() && ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(low, high)) pointed = spec.id;
    if (focused) pointed = spec.id;
    if (ui.parameters.lit == spec.id)
        ImGui::GetWindowDrawList()->AddRectFilled(low, high, packed(ui.theme->accent, 0.22f), float(ui.px(4)));
    if (focused) {
        focusRing(ui, row);
        if (ui.parameters.revealFocus) ImGui::SetScrollFromPosY(top.y - ImGui::GetWindowPos().y, 0.4f);
        ui.parameters.revealFocus = false;
    }
    ImGui::PopID();
}

void searchField(Ui& ui) {
    const Rect row = takeRow(ui, 32);
    takeRow(ui, 6);
    const Theme& t = *ui.theme;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({float(row.x), float(row.y)}, {float(row.right()), float(row.bottom())}, packed(t.control), float(ui.px(6)));
    drawIcon(list, Icon::Search, {row.x + ui.px(17), row.y + row.height / 2}, ui.px(14), t.textTertiary);

    const std::string count = utf8(Panels::tr("%1 changed").arg(changedCount(ui)));
    const double countWidth = ui.fonts.width(count, ui.font(12, Weight::Medium)) + ui.px(16);
    const Rect chip{row.right() - countWidth - ui.px(3), row.y + ui.px(4), countWidth, row.height - ui.px(8)};
    const Press p = press("changed", chip);
    bool& only = ui.parameters.changedOnly;
    if (p.clicked) only = !only;
    if (only || p.hovered)
        list.AddRectFilled({float(chip.x), float(chip.y)}, {float(chip.right()), float(chip.bottom())},
                           packed(only ? t.accentQuiet : t.hover), float(ui.px(4)));
    label(ui, chip.x + chip.width / 2, row.y + row.height / 2, count, ui.font(12, Weight::Medium), t.accent, Anchor::Middle);
    tip(ui, p, utf8(only ? Panels::tr("Show all parameters") : Panels::tr("Show only what differs from the defaults")));

    const ImVec2 after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({float(row.x + ui.px(28)), float(row.y + ui.px(2))});
    const double room = row.width - countWidth - ui.px(36);
    ImGui::SetNextItemWidth(float(room));
    ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, packed(t.textTertiary));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {float(ui.px(4)), float(ui.px(6))});
    const std::string asks = utf8(Panels::tr("Find a parameter"));
    const std::string hint = ui.fonts.width(asks, ui.font(14)) < room ? asks : utf8(Panels::tr("Find"));
    ImGui::InputTextWithHint("##search", hint.c_str(), &ui.parameters.search);
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(2);
    ImGui::SetCursorScreenPos(after);
}

// The heading of a group; true when the group is open.
bool heading(Ui& ui, const Group& group, bool first) {
    const Theme& t = *ui.theme;
    if (!first) {
        const Rect gap = takeRow(ui, 20);
        const float y = float(std::round(gap.y + ui.px(8)));
        ImGui::GetWindowDrawList()->AddRectFilled({float(gap.x), y}, {float(gap.right()), y + 1}, packed(t.border));
    }
    const Rect row = takeRow(ui, 32);
    const double middle = row.y + row.height / 2 - ui.px(2);
    const bool folded = isFolded(ui, group, first);
    const Press p = press(("group " + group.name).c_str(), row);
    if (p.clicked) ui.parameters.folded[group.name] = !folded;
    label(ui, row.x, middle, spoken(group.name), ui.font(14, Weight::Bold), t.textPrimary);
    const std::string note = effectNote(group.specs);
    const bool arrow = folded || p.hovered;
    if (arrow)
        drawIcon(*ImGui::GetWindowDrawList(), folded ? Icon::ChevronRight : Icon::Chevron, {row.right() - ui.px(7), middle}, ui.px(12),
                 t.textTertiary);
    label(ui, row.right() - (arrow ? ui.px(20) : 0), middle, note, ui.font(12), t.textTertiary, Anchor::Right);
    return !folded;
}

Specs listedRows(const Ui& ui) {
    Specs rows;
    bool first = true;
    for (const Group& group : groupsOf(ui.document.experiment().params)) {
        if (!isFolded(ui, group, first))
            for (const ParamSpec* spec : group.specs)
                if (isListed(ui, *spec)) rows.push_back(spec);
        first = false;
    }
    return rows;
}

const ParamSpec* focusedSpec(const Ui& ui) { return ui.document.experiment().params.find(ui.parameters.focusedRow); }

}  // namespace

void parametersPanel(Ui& ui) {
    forgetOldRefusals(ui);
    const Region region(ui, "parameters", ui.layout.parameters, Ground::Scrolling);
    searchField(ui);
    sayTouched(ui);
    ui.parameters.drawn.clear();
    std::string pointed = ImGui::IsAnyItemActive() ? ui.parameters.pointed : std::string();  // a drag may leave its row
    bool first = true;
    for (const Group& group : groupsOf(ui.document.experiment().params)) {
        Specs rows;
        std::copy_if(group.specs.begin(), group.specs.end(), std::back_inserter(rows),
                     [&](const ParamSpec* s) { return isListed(ui, *s); });
        if (rows.empty()) continue;
        if (heading(ui, group, first))
            for (const ParamSpec* spec : rows) drawRow(ui, *spec, spec == group.specs.front(), pointed);
        first = false;
    }
    if (std::exchange(ui.parameters.pointed, pointed) != pointed) ui.points(pointed);
    if (ui.parameters.drawn.empty() && !ui.parameters.search.empty())
        sentence(ui, utf8(Panels::tr("No parameter is called so.")), ui.theme->textTertiary);
    takeRow(ui, 24);
    const Rect& r = ui.layout.parameters;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.PushClipRectFullScreen();
    list.AddRectFilled({float(r.x), float(r.y)}, {float(r.x) + 1, float(r.bottom())}, packed(ui.theme->border));
    list.PopClipRect();
}

void changeParameter(Ui& ui, const ParamSpec& spec, const ParamEdit& edit) {
    const bool moves = edit.value && *edit.value != ui.document.values().at(spec.id);
    if (moves && asksForFiles(ui, spec, *edit.value))
        return ui.command(std::get<std::string>(*edit.value) == "images" ? "file.openFolder" : "file.open");
    if (moves || edit.typed) attempt(ui, spec.id, [&] { applyEdit(ui.document, spec, edit); });
}

void applyEdit(Document& document, const ParamSpec& spec, const ParamEdit& edit) {
    if (edit.value && *edit.value != document.values().at(spec.id)) document.set(spec.id, *edit.value, edit.dragging);
    if (edit.typed) document.set(spec.id, document.experiment().params.parse(spec, *edit.typed));
}

void focusParameter(Ui& ui, const std::string& id) {
    ParametersState& state = ui.parameters;
    const bool hiddenElse =
        ui.layout.parametersForm == ParametersForm::Compact && !ui.document.experiment().params.idle(id, ui.document.values()).empty();
    state.search = hiddenElse ? id : std::string();
    state.changedOnly = false;
    state.folded[ui.document.experiment().params.at(id).group] = false;
    showParameters(ui, true);
    state.focusedRow = id;
    state.revealFocus = true;
    ui.focus = Focus::Parameters;
    ui.focusVisible = true;
}

std::string touchedPanel(const Session& session) {
    std::string panel;
    for (const Order& order : session.orders)
        if (const auto* poke = std::get_if<Poke>(&order.what); poke && order.at <= session.step) panel = poke->panel;
    return panel;
}

bool parametersShown(const Ui& ui) {
    const ParametersForm form = ui.layout.parametersForm;
    return form == ParametersForm::Drawer ? ui.parameters.drawerOpen : form != ParametersForm::Hidden && ui.parameters.docked;
}

void showParameters(Ui& ui, bool on) { ui.parameters.drawerOpen = ui.parameters.docked = on; }

void moveParameterFocus(Ui& ui, int rows) {
    const Specs listed = listedRows(ui);
    if (listed.empty()) return;
    const auto it = std::find(listed.begin(), listed.end(), focusedSpec(ui));
    const int at = it == listed.end() ? (rows > 0 ? -1 : int(listed.size())) : int(it - listed.begin());
    ui.parameters.focusedRow = listed[std::size_t(std::clamp(at + rows, 0, int(listed.size()) - 1))]->id;
    ui.parameters.revealFocus = true;
}

void nudgeFocusedParameter(Ui& ui, double steps) {
    const ParamSpec* spec = focusedSpec(ui);
    if (!spec || spec->kind == Kind::List) return;  // its entries are dragged, or typed together
    const Value now = ui.document.values().at(spec->id);
    Value next = now;
    if (spec->kind == Kind::Bool) {
        next = steps > 0;
    } else if (spec->kind == Kind::Choice) {
        const auto& all = spec->choices;
        const auto at =
            std::find_if(all.begin(), all.end(), [&](const Choice& c) { return c.id == std::get<std::string>(now); }) - all.begin();
        next = all[std::size_t(std::clamp<std::ptrdiff_t>(at + (steps > 0 ? 1 : -1), 0, std::ptrdiff_t(all.size()) - 1))].id;
    } else {
        next = trackStep(*spec, now, steps);
    }
    changeParameter(ui, *spec, {next, true, {}});
}

void resetFocusedParameter(Ui& ui) {
    if (const ParamSpec* spec = focusedSpec(ui)) changeParameter(ui, *spec, {spec->fallback, false, {}});
}

void typeFocusedParameter(Ui& ui) {
    const ParamSpec* spec = focusedSpec(ui);
    if (!spec || spec->kind == Kind::Bool || spec->kind == Kind::Choice) return;
    ui.typing = {spec->id, ui.document.experiment().params.print(*spec, ui.document.values().at(spec->id)), true};
}

void multiplyFocusedParameter(Ui& ui) {
    const ParamSpec* spec = focusedSpec(ui);
    if (spec && (spec->kind == Kind::Number || spec->kind == Kind::Int)) addGridAxis(ui, *spec, 0, 1);
}

}  // namespace engram
