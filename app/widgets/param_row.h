// One parameter as a row of controls: what the widgets of all kinds are given, and what they give back.
#pragma once

#include <optional>
#include <string>

#include "app/widgets/press.h"

namespace engram {

struct ParamRow {
    const ParamSpec& spec;
    Value value;
    bool changed = false;  // differs from the default
    bool idle = false;     // plays no part: shown, not touchable
    bool focused = false;  // by the keyboard
    bool leads = false;    // first of its group, whose heading names it
    int entryCount = 0;    // of a list: entries that play a part
};

struct ParamEdit {
    std::optional<Value> value;  // moved or chosen
    bool dragging = false;       // the mouse is still down: one undo step with what follows
    std::optional<std::string> typed;
};

ParamEdit paramWidget(Ui& ui, const ParamRow& row);  // by kind

ParamEdit idleRow(Ui& ui, const ParamRow& row);       // of any kind that plays no part
ParamEdit headRow(Ui& ui, const ParamRow& row);       // label and value alone, which can be typed
void startTyping(Ui& ui, const ParamRow& row);        // in the head of the row
ParamEdit sliderRow(Ui& ui, const ParamRow& row);     // real and whole numbers
ParamEdit listRow(Ui& ui, const ParamRow& row);       // an entry each of several things
ParamEdit segmentedRow(Ui& ui, const ParamRow& row);  // up to four choices that fit beside each other
ParamEdit comboRow(Ui& ui, const ParamRow& row);      // other choices
ParamEdit switchRow(Ui& ui, const ParamRow& row);     // yes or no

bool segmentsFit(const Ui& ui, const ParamSpec& spec, double width);
std::string shownLabel(const ParamSpec& spec);                      // "Inverse temperature β"
std::string shownValue(const ParamSpec& spec, const Value& value);  // "13.0", with the unit
std::string helpText(const ParamSpec& spec);                        // help, unit, range and effect

// The look of a label, the same in all rows.
Font labelFont(const Ui& ui, const ParamRow& row);
Rgba labelColour(const Ui& ui, const ParamRow& row);
// The label of a row within `room`; the index of a symbol such as τ_f stands lower and smaller.
void rowLabel(const Ui& ui, const ParamRow& row, double x, double middleY, double room, Rgba colour);
// The arrow back to the default, left of a value that ends at `right`; true when pressed.
bool resetArrow(const Ui& ui, const ParamRow& row, double right, double middleY);

}  // namespace engram
