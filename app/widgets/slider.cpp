// Label left, value right, a track beneath. A drag moves the value within the soft range; double click, Ctrl+click or Enter types one
// within the hard range.
#include <algorithm>
#include <cmath>
#include <utility>

#include <imgui.h>
#include <imgui_stdlib.h>

#include "app/panels/views.h"
#include "app/widgets/param_row.h"
#include "app/widgets/track.h"

namespace engram {

namespace {

constexpr double kTextHeight = 22, kTrackHeight = 20;

// Shift and a drag over the track choose a range instead of a value: the run at several values of it, side by side.
bool drawRange(Ui& ui, const ParamRow& row, const Press& track, Rect line) {
    RangeDrag& range = ui.range;
    const double place = std::clamp((ImGui::GetIO().MousePos.x - line.x) / line.width, 0.0, 1.0);
    if (track.held && range.id.empty() && ImGui::GetIO().KeyShift && ImGui::IsMouseClicked(ImGuiMouseButton_Left))
        range = {row.spec.id, place, place};
    if (range.id != row.spec.id) {
        if (!ImGui::IsMouseDown(ImGuiMouseButton_Left) && !ImGui::IsMouseReleased(ImGuiMouseButton_Left)) range = {};   // its row is gone
        return false;
    }
    if (track.held) range.to = place;
    const float left = float(line.x + line.width * std::min(range.from, range.to)),
                right = float(line.x + line.width * std::max(range.from, range.to));
    const float middle = float(line.y + line.height / 2), half = float(ui.px(7));
    ImGui::GetWindowDrawList()->AddRectFilled({left, middle - half}, {right + 1, middle + half}, packed(ui.theme->accent, 0.45f),
                                              float(ui.px(3)));
    if (track.held) return true;
    const RangeDrag done = std::exchange(range, {});
    if (std::abs(done.to - done.from) * line.width > ui.px(8))
        addGridAxis(ui, row.spec, std::min(done.from, done.to), std::max(done.from, done.to));
    return true;
}

std::optional<std::string> typingField(Ui& ui, Rect rect) {
    ImGui::SetCursorScreenPos({float(rect.x), float(rect.y)});
    ImGui::SetNextItemWidth(float(rect.width));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {float(ui.px(6)), float(ui.px(2))});
    if (ui.typing.justOpened) ImGui::SetKeyboardFocusHere();
    const bool entered =
        ImGui::InputText("##typed", &ui.typing.text, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    const bool left = !ui.typing.justOpened && ImGui::IsItemDeactivated();
    ImGui::PopStyleVar();
    ui.typing.justOpened = false;
    if (!entered && !left) return std::nullopt;
    const std::string text = ui.typing.text;
    ui.typing = {};
    return entered ? std::optional(text) : std::nullopt;
}

}  // namespace

void startTyping(Ui& ui, const ParamRow& row) {
    ui.typing = {row.spec.id, ui.document.experiment().params.print(row.spec, row.value), true};
}

ParamEdit headRow(Ui& ui, const ParamRow& row) {
    const Rect words = takeRow(ui, kTextHeight);
    const double middle = words.y + words.height / 2;
    const std::string shown = shownValue(row.spec, row.value);
    const Font valueFont = ui.font(14, Weight::Medium);
    const double valueWidth = std::min(ui.fonts.width(shown, valueFont), 0.55 * words.width);
    const double room = words.width - valueWidth - ui.px(row.changed ? 40 : 12);
    rowLabel(ui, row, words.x, middle, room, labelColour(ui, row));

    ParamEdit edit;
    const bool typing = ui.typing.id == row.spec.id;
    if (typing) {
        const ImVec2 after = ImGui::GetCursorScreenPos();
        edit.typed = typingField(ui, {words.right() - ui.px(96), words.y - ui.px(1), ui.px(96), words.height});
        ImGui::SetCursorScreenPos(after);
    } else {
        label(ui, words.right(), middle, fitted(ui, shown, valueFont, valueWidth + 1), valueFont, ui.theme->textPrimary, Anchor::Right);
        if (resetArrow(ui, row, words.right() - valueWidth, middle)) edit.value = row.spec.fallback;
    }
    if (!typing) {
        const Press value = press("value", {words.right() - valueWidth, words.y, valueWidth, words.height});
        if (value.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
        if (value.doubleClicked || (value.clicked && ImGui::GetIO().KeyCtrl)) startTyping(ui, row);
    }
    tip(ui, press("label", {words.x, words.y, room, words.height}), helpText(row.spec));
    return edit;
}

ParamEdit sliderRow(Ui& ui, const ParamRow& row) {
    ParamEdit edit = headRow(ui, row);
    const bool typing = ui.typing.id == row.spec.id;
    const Rect line = takeRow(ui, kTrackHeight);
    const Press track = press("track", line);
    if (drawRange(ui, row, track, line)) {
        // the value stays
    } else if (track.held && ImGui::GetIO().KeyCtrl && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        startTyping(ui, row);
    } else if (track.held && !typing) {
        edit.value = trackValue(row.spec, (ImGui::GetIO().MousePos.x - line.x) / line.width);
        edit.dragging = true;
    }
    const Value shownNow = edit.value.value_or(row.value);
    drawTrack(ui, line, trackPlace(row.spec, asReal(shownNow)), trackPlace(row.spec, asReal(row.spec.fallback)),
              track.hovered || track.held);
    tip(ui, track, helpText(row.spec));
    return edit;
}

}  // namespace engram
