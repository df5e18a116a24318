// Yes or no: a sliding switch at the right of its label.
#include "app/widgets/param_row.h"

namespace engram {

namespace {
constexpr double kRowHeight = 32, kWidth = 34, kHeight = 20;
}

ParamEdit switchRow(Ui& ui, const ParamRow& row) {
    ParamEdit edit;
    const Rect line = takeRow(ui, kRowHeight);
    const double middle = line.y + line.height / 2;
    const bool on = std::get<bool>(row.value);
    const Theme& t = *ui.theme;
    label(ui, line.x, middle, fitted(ui, shownLabel(row.spec), labelFont(ui, row), line.width - ui.px(kWidth + 12)), labelFont(ui, row),
          labelColour(ui, row));
    const Press p = press("switch", line);
    const Rect body{line.right() - ui.px(kWidth), middle - ui.px(kHeight) / 2, ui.px(kWidth), ui.px(kHeight)};
    const Rgba ground = on ? (p.hovered ? t.accentHover : t.accent) : t.hover;
    const double radius = body.height / 2, knobX = on ? body.right() - radius : body.x + radius;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({float(body.x), float(body.y)}, {float(body.right()), float(body.bottom())}, packed(ground), float(radius));
    list.AddCircleFilled({float(knobX), float(middle)}, float(radius - ui.px(3)), packed(on ? t.textOnAccent : t.textPrimary));
    if (p.clicked) edit.value = !on;
    tip(ui, p, helpText(row.spec));
    return edit;
}

}  // namespace engram
