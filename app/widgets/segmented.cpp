// A few choices side by side, the chosen one in the accent.
#include "app/language/language.h"
#include "app/widgets/param_row.h"

namespace engram {

namespace {
constexpr double kLabelHeight = 26, kBarHeight = 30, kGapAfter = 8;
}

ParamEdit segmentedRow(Ui& ui, const ParamRow& row) {
    ParamEdit edit;
    if (!row.leads) {
        const Rect words = takeRow(ui, kLabelHeight);
        label(ui, words.x, words.y + words.height / 2 + ui.px(1), shownLabel(row.spec), labelFont(ui, row), labelColour(ui, row));
    }
    const Rect bar = takeRow(ui, kBarHeight);
    takeRow(ui, kGapAfter);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Theme& t = *ui.theme;
    list.AddRectFilled({float(bar.x), float(bar.y)}, {float(bar.right()), float(bar.bottom())}, packed(t.control), float(ui.px(6)));
    const double inset = ui.px(2), cell = (bar.width - 2 * inset) / double(row.spec.choices.size());
    for (std::size_t i = 0; i < row.spec.choices.size(); ++i) {
        const Choice& choice = row.spec.choices[i];
        const Rect r{bar.x + inset + cell * double(i), bar.y + inset, cell, bar.height - 2 * inset};
        const bool chosen = std::get<std::string>(row.value) == choice.id;
        ImGui::PushID(int(i));
        const Press p = press("choice", r);
        const Rgba ground = chosen ? (p.hovered ? t.accentHover : t.accent) : t.hover;
        if (chosen || p.hovered)
            list.AddRectFilled({float(r.x), float(r.y)}, {float(r.right()), float(r.bottom())}, packed(ground), float(ui.px(4)));
        const Rgba ink = chosen ? t.textOnAccent : t.textSecondary;
        label(ui, r.x + r.width / 2, r.y + r.height / 2, spoken(choice.label), ui.font(14, chosen ? Weight::Bold : Weight::Regular), ink,
              Anchor::Middle);
        if (p.clicked && !chosen) edit.value = choice.id;
        tip(ui, p, choice.help.empty() ? helpText(row.spec) : spoken(choice.help));
        ImGui::PopID();
    }
    return edit;
}

}  // namespace engram
