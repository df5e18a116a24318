// Many choices, or long ones: a button with the chosen one, and a menu.
#include <algorithm>

#include "app/language/language.h"
#include "app/widgets/param_row.h"

namespace engram {

namespace {
constexpr double kRowHeight = 36, kButtonHeight = 26;
}

ParamEdit comboRow(Ui& ui, const ParamRow& row) {
    ParamEdit edit;
    const Rect line = takeRow(ui, kRowHeight);
    const double middle = line.y + line.height / 2;
    const Theme& t = *ui.theme;
    std::vector<std::string> labels;
    int current = -1;
    for (const Choice& choice : row.spec.choices) {
        if (choice.id == std::get<std::string>(row.value)) current = int(labels.size());
        labels.push_back(spoken(choice.label));
    }
    const Font font = ui.font(14);
    const std::string shown = current >= 0 ? labels[std::size_t(current)] : std::string();
    const double labelWidth = ui.fonts.width(shownLabel(row.spec), labelFont(ui, row));
    const double width =
        std::clamp(ui.fonts.width(shown, font) + ui.px(42), ui.px(60), line.width - std::min(labelWidth, line.width / 2) - ui.px(12));
    const Rect button{line.right() - width, middle - ui.px(kButtonHeight) / 2, width, ui.px(kButtonHeight)};
    label(ui, line.x, middle, fitted(ui, shownLabel(row.spec), labelFont(ui, row), line.width - width - ui.px(8)), labelFont(ui, row),
          labelColour(ui, row));

    const Press p = press("button", button);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({float(button.x), float(button.y)}, {float(button.right()), float(button.bottom())},
                       packed(p.hovered ? t.hover : t.control), float(ui.px(4)));
    label(ui, button.x + ui.px(10), middle, fitted(ui, shown, font, width - ui.px(36)), font, t.textPrimary);
    drawIcon(list, Icon::Chevron, {button.right() - ui.px(15), middle}, ui.px(12), t.textTertiary);
    tip(ui, p, helpText(row.spec));
    if (p.clicked) ImGui::OpenPopup("choices");
    if (const auto chosen = choiceMenu(ui, "choices", button, labels, current)) edit.value = row.spec.choices[std::size_t(*chosen)].id;
    return edit;
}

}  // namespace engram
