// A list: its name and the whole value, to be typed at once, then a row for each entry that plays a part.
#include <algorithm>

#include <imgui.h>

#include "app/language/language.h"
#include "app/widgets/param_row.h"
#include "app/widgets/track.h"
#include "core/param/list.h"

namespace engram {

namespace {

constexpr double kEntryHeight = 26, kNameWidth = 58, kValueWidth = 52;

// A fader in one line: name, track, value. `typed` becomes true where a hand wants to type the value.
ParamEdit faderRow(Ui& ui, const ParamRow& row, bool& typed) {
    const Rect line = takeRow(ui, kEntryHeight);
    const double middle = line.y + line.height / 2, left = line.x + ui.px(kNameWidth), right = line.right() - ui.px(kValueWidth);
    label(ui, line.x, middle, fitted(ui, spoken(row.spec.label), ui.font(12), ui.px(kNameWidth - 6)), ui.font(12), ui.theme->textSecondary);
    const Rect track{left, middle - ui.px(10), std::max(ui.px(20), right - left - ui.px(8)), ui.px(20)};
    const Press p = press("track", track);
    ParamEdit edit;
    const Press value = press("value", {right, line.y, line.right() - right, line.height});
    const bool withKey = ImGui::GetIO().KeyCtrl;
    if (value.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    typed |= value.doubleClicked || (withKey && (value.clicked || (p.held && ImGui::IsMouseClicked(ImGuiMouseButton_Left))));
    if (p.held && !withKey) {
        edit.value = trackValue(row.spec, (ImGui::GetIO().MousePos.x - track.x) / track.width);
        edit.dragging = true;
    }
    const Value now = edit.value.value_or(row.value);
    drawTrack(ui, track, trackPlace(row.spec, asReal(now)), trackPlace(row.spec, asReal(row.spec.fallback)), p.hovered || p.held);
    label(ui, line.right(), middle, shownValue(row.spec, now), ui.font(12, Weight::Medium), ui.theme->textPrimary, Anchor::Right);
    tip(ui, p, helpText(row.spec));
    return edit;
}

}  // namespace

ParamEdit listRow(Ui& ui, const ParamRow& row) {
    ParamEdit edit = headRow(ui, row);
    const std::vector<Value> entries = entriesOf(row.spec, std::get<std::string>(row.value), row.entryCount);
    bool typed = false;
    for (int i = 0; i < row.entryCount; ++i) {
        const ParamSpec spec = entryOf(row.spec, i);
        const ParamRow part{spec, entries[std::size_t(i)], false, false, false, false, 0};
        ImGui::PushID(i);
        const ParamEdit moved = spec.kind == Kind::Choice ? comboRow(ui, part) : faderRow(ui, part, typed);
        ImGui::PopID();
        if (!moved.value) continue;
        edit.value = withEntry(row.value, i, ui.document.experiment().params.print(spec, *moved.value), row.entryCount);
        edit.dragging = moved.dragging;
    }
    if (typed) startTyping(ui, row);  // the whole list, in its head
    return edit;
}

}  // namespace engram
