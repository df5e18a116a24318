#include "app/widgets/press.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "render/figure/wrapping.h"

namespace engram {

namespace {

constexpr float kTipSeconds = 0.5f;
constexpr double kLineHeight = 1.4, kMiddle = 0.36;  // the x-height's middle above the baseline, in em

std::vector<std::string> lines(const Ui& ui, const std::string& text, Font font, double width) {
    std::vector<std::string> all;
    for (const std::string& paragraph : split(text, '\n')) {
        const std::vector<std::string> wrapped = wrappedLines(paragraph, font, width, ImguiMetrics(ui.fonts));
        all.insert(all.end(), wrapped.begin(), wrapped.end());
    }
    return all;
}

}  // namespace

Press press(const char* id, Rect rect) {
    const ImVec2 cursor = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({float(rect.x), float(rect.y)});
    Press p;
    p.at = rect;
    p.clicked = ImGui::InvisibleButton(id, {float(std::max(rect.width, 1.0)), float(std::max(rect.height, 1.0))});
    p.hovered = ImGui::IsItemHovered();
    p.held = ImGui::IsItemActive();
    p.doubleClicked = p.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left);
    ImGui::SetCursorScreenPos(cursor);
    return p;
}

Rect takeRow(const Ui& ui, double heightAtScaleOne) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect row{at.x, at.y, ImGui::GetContentRegionAvail().x, ui.px(heightAtScaleOne)};
    ImGui::Dummy({float(row.width), float(row.height)});
    return row;
}

void label(const Ui& ui, double x, double middleY, const std::string& text, Font font, Rgba colour, Anchor anchor) {
    ui.canvas().text({x, middleY + kMiddle * font.size}, text, font, colour, anchor);
}

std::string fitted(const Ui& ui, const std::string& text, Font font, double width) {
    if (ui.fonts.width(text, font) <= width) return text;
    std::string cut = text;
    while (!cut.empty() && ui.fonts.width(cut + "…", font) > width) {
        do cut.pop_back();
        while (!cut.empty() && (static_cast<unsigned char>(cut.back()) & 0xC0) == 0x80);
        if (!cut.empty() && static_cast<unsigned char>(cut.back()) >= 0xC0) cut.pop_back();
    }
    return cut.empty() ? cut : cut + "…";
}

double wrapped(const Ui& ui, Rect rect, const std::string& text, Font font, Rgba colour) {
    double y = rect.y;
    for (const std::string& line : lines(ui, text, font, rect.width)) {
        label(ui, rect.x, y + kLineHeight * font.size / 2, line, font, colour);
        y += kLineHeight * font.size;
    }
    return y - rect.y;
}

double wrappedHeight(const Ui& ui, double width, const std::string& text, Font font) {
    return double(lines(ui, text, font, width).size()) * kLineHeight * font.size;
}

void focusRing(const Ui& ui, Rect around) {
    const float gap = float(ui.px(2));
    ImGui::GetWindowDrawList()->AddRect({float(around.x) - gap, float(around.y) - gap},
                                        {float(around.right()) + gap, float(around.bottom()) + gap},
                                        packed(ui.theme->colour({Ink::Selected})), float(ui.px(4)), 0, float(ui.px(2)));
}

void tip(const Ui& ui, const Press& over, const std::string& text) {
    if (!over.hovered || over.held || text.empty() || ui.lecture) return;  // an audience has no use for help, and it covers what is shown
    const float waited = ImGui::GetCurrentContext()->HoveredIdTimer;
    if (waited < kTipSeconds) return ui.wakeIn(kTipSeconds - waited);
    const Font font = ui.font(12);
    double longest = 0;
    for (const std::string& paragraph : split(text, '\n')) longest = std::max(longest, ui.fonts.width(paragraph, font));
    const double width = std::min(ui.px(280), longest + 1);
    const double padX = ui.px(10), padY = ui.px(7);
    if (const Rect& r = ui.layout.parameters; r.width > 0 && over.at.x >= r.x && over.at.y >= r.y && over.at.y < r.bottom()) {
        const double tall = wrappedHeight(ui, width, text, font) + 2 * padY;  // beside its row: the rows below are read as well
        const double low = std::max(r.y, std::min(over.at.y, r.bottom() - tall));
        ImGui::SetNextWindowPos({float(r.x - width - 2 * padX - ui.px(8)), float(low)});
    }
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {float(padX), float(padY)});
    ImGui::BeginTooltip();
    ImGui::GetWindowDrawList()->_FringeScale = float(1 / ui.density);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const double height = wrapped(ui, {at.x, at.y, width, 0}, text, font, ui.theme->textPrimary);
    ImGui::Dummy({float(width), float(height)});
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

bool iconButton(const Ui& ui, const char* id, Icon icon, Rect rect, const std::string& help, bool ground) {
    const Press p = press(id, rect);
    const Theme& t = *ui.theme;
    if (ground || p.hovered) {
        const Rgba fill = p.hovered ? t.hover : t.control;
        ImGui::GetWindowDrawList()->AddRectFilled({float(rect.x), float(rect.y)}, {float(rect.right()), float(rect.bottom())},
                                                  packed(fill, ground && !p.hovered ? 0.86f : 1), float(ui.px(4)));
    }
    const double size = std::min(ui.px(16), rect.width - ui.px(4));
    drawIcon(*ImGui::GetWindowDrawList(), icon, {rect.x + rect.width / 2, rect.y + rect.height / 2}, size,
             p.hovered ? t.textPrimary : t.textSecondary);
    tip(ui, p, help);
    return p.clicked;
}

std::optional<int> choiceMenu(Ui& ui, const char* id, Rect below, const std::vector<std::string>& items, int current) {
    if (!ImGui::IsPopupOpen(id)) return std::nullopt;
    const Font font = ui.font(14);
    double width = below.width;
    for (const std::string& item : items) width = std::max(width, ui.fonts.width(item, font) + ui.px(24));
    const float pad = float(ui.px(4));
    const double rowHeight = ui.px(28), height = rowHeight * double(items.size()) + 2 * pad;
    const ImVec2 screen = ImGui::GetIO().DisplaySize;
    const double x = std::min(below.x, screen.x - width - ui.px(4));
    const double y = below.bottom() + ui.px(2) + height > screen.y ? below.y - ui.px(2) - height : below.bottom() + ui.px(2);
    ImGui::SetNextWindowPos({float(x), float(y)});
    ImGui::SetNextWindowSize({float(width), float(height)});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, pad});
    std::optional<int> chosen;
    if (ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoScrollbar)) {
        ImGui::GetWindowDrawList()->_FringeScale = float(1 / ui.density);
        for (int i = 0; i < int(items.size()); ++i) {
            ImGui::PushID(i);
            const Rect row{x, y + pad + i * rowHeight, width, rowHeight};
            const Press p = press("item", row);
            ui.stop(row, true);
            if (p.hovered)
                ImGui::GetWindowDrawList()->AddRectFilled({float(row.x), float(row.y)}, {float(row.right()), float(row.bottom())},
                                                          packed(ui.theme->accentQuiet));
            label(ui, row.x + ui.px(12), row.y + row.height / 2, items[std::size_t(i)], i == current ? ui.font(14, Weight::Bold) : font,
                  ui.theme->textPrimary);
            if (p.clicked) chosen = i;
            ImGui::PopID();
        }
        if (chosen || ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ImGui::CloseCurrentPopup();
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
    return chosen;
}

}  // namespace engram
