#include "app/widgets/param_row.h"

#include <algorithm>
#include <cmath>

#include "app/language/language.h"
#include "core/base/text.h"
#include "core/param/list.h"

namespace engram {

namespace {

constexpr int kMostSegments = 4;
constexpr int kDigits = 3;
constexpr double kIdleHeight = 22;

// Three digits, but no more decimals than the value has beyond two: 13.0, 0.54, 1.00, 0.005.
std::string tidyReal(double value) {
    const std::string exact = significant(value, kDigits), two = fixed(value, 2);
    return std::abs(value) < 1 && parseReal(shortest(value)) == std::round(value * 100) / 100 ? two : exact;
}

std::string rangeText(const ParamSpec& spec) {
    const Kind kind = spec.kind == Kind::List ? spec.each : spec.kind;
    if (kind != Kind::Int && kind != Kind::Number) return {};
    const bool whole = kind == Kind::Int;
    const std::string low = whole ? fixed(spec.hard.low, 0) : shortest(spec.hard.low);
    const std::string high =
        (whole ? fixed(spec.hard.high, 0) : shortest(spec.hard.high)) + (spec.unit.empty() ? "" : " " + spoken(spec.unit));
    const std::string usual = spec.kind == Kind::List ? std::get<std::string>(spec.fallback) : shortest(asReal(spec.fallback));
    const QString range = spec.kind == Kind::List ? Panels::tr("Each from %1 to %2; default %3") : Panels::tr("From %1 to %2; default %3");
    return utf8(range.arg(low.c_str(), high.c_str(), usual.c_str()));
}

// With the labels of choices, and room round the slashes.
std::string shownList(const ParamSpec& spec, const std::string& text) {
    std::vector<std::string> entries;
    for (const Value& entry : entriesOf(spec, text)) entries.push_back(shownValue(entryOf(spec, int(entries.size())), entry));
    return join(entries, " / ");
}

std::string effectText(Effect effect) {
    switch (effect) {
        case Effect::View:
            return utf8(Panels::tr("Changes only what is shown"));
        case Effect::Live:
            return utf8(Panels::tr("Applies at once"));
        case Effect::Restart:
            return utf8(Panels::tr("Restarts the run"));
    }
    return {};
}

}  // namespace

// One that plays no part takes one line, whatever its kind.
ParamEdit idleRow(Ui& ui, const ParamRow& row) {
    const Rect line = takeRow(ui, kIdleHeight);
    const double middle = line.y + line.height / 2;
    const std::string shown = shownValue(row.spec, row.value);
    const double room = line.width - ui.fonts.width(shown, ui.font(14)) - ui.px(12);
    rowLabel(ui, row, line.x, middle, room, ui.theme->textDisabled);
    label(ui, line.right(), middle, shown, ui.font(14), ui.theme->textDisabled, Anchor::Right);
    tip(ui, press("idle", line), helpText(row.spec));
    return {};
}

ParamEdit paramWidget(Ui& ui, const ParamRow& row) {
    if (row.idle) return idleRow(ui, row);
    switch (row.spec.kind) {
        case Kind::Bool:
            return switchRow(ui, row);
        case Kind::Int:
        case Kind::Number:
            return sliderRow(ui, row);
        case Kind::Choice:
            return segmentsFit(ui, row.spec, ImGui::GetContentRegionAvail().x) ? segmentedRow(ui, row) : comboRow(ui, row);
        case Kind::List:
            return listRow(ui, row);
    }
    return {};
}

bool segmentsFit(const Ui& ui, const ParamSpec& spec, double width) {
    if (int(spec.choices.size()) > kMostSegments) return false;
    const double cell = width / double(spec.choices.size()) - ui.px(8);
    for (const Choice& choice : spec.choices)
        if (ui.fonts.width(spoken(choice.label), ui.font(14, Weight::Bold)) > cell) return false;
    return true;
}

std::string shownLabel(const ParamSpec& spec) { return spoken(spec.label) + (spec.symbol.empty() ? "" : " " + spec.symbol); }

std::string shownValue(const ParamSpec& spec, const Value& value) {
    if (spec.kind == Kind::List) return shownList(spec, std::get<std::string>(value));
    if (const auto* id = std::get_if<std::string>(&value)) {
        const auto choice = std::find_if(spec.choices.begin(), spec.choices.end(), [&](const Choice& c) { return c.id == *id; });
        return choice == spec.choices.end() ? *id : spoken(choice->label);
    }
    if (const auto* yes = std::get_if<bool>(&value)) return utf8(*yes ? Panels::tr("on") : Panels::tr("off"));
    const std::string number = spec.kind == Kind::Int ? fixed(asReal(value), 0) : tidyReal(asReal(value));
    return spec.unit.empty() ? number : number + " " + spoken(spec.unit);
}

std::string helpText(const ParamSpec& spec) {
    std::string text = spoken(spec.help);
    for (const std::string& more : {rangeText(spec), effectText(spec.effect)})
        if (!more.empty()) text += (text.empty() ? "" : "\n") + more;
    return text;
}

Font labelFont(const Ui& ui, const ParamRow& row) { return ui.font(14, row.changed ? Weight::Medium : Weight::Regular); }

Rgba labelColour(const Ui& ui, const ParamRow& row) { return row.changed ? ui.theme->textPrimary : ui.theme->textSecondary; }

void rowLabel(const Ui& ui, const ParamRow& row, double x, double middleY, double room, Rgba colour) {
    const Font font = labelFont(ui, row);
    const std::string whole = shownLabel(row.spec);
    const std::size_t under = row.spec.symbol.empty() ? std::string::npos : whole.rfind('_');
    if (under == std::string::npos || ui.fonts.width(whole, font) > room)
        return label(ui, x, middleY, fitted(ui, whole, font, room), font, colour);
    const std::string base = whole.substr(0, under);
    label(ui, x, middleY, base, font, colour);
    label(ui, x + ui.fonts.width(base, font), middleY + ui.px(4), whole.substr(under + 1), ui.font(11), colour);
}

bool resetArrow(const Ui& ui, const ParamRow& row, double right, double middleY) {
    if (!row.changed) return false;
    const double size = ui.px(20);
    return iconButton(ui, "reset", Icon::Reset, {right - ui.px(8) - size, middleY - size / 2, size, size},
                      utf8(Panels::tr("Back to the default, %1").arg(shownValue(row.spec, row.spec.fallback).c_str())), false);
}

}  // namespace engram
