#include "app/panels/toast.h"

#include <algorithm>

#include "app/widgets/press.h"

namespace engram {

namespace {

// A card as wide as its sentence needs, its lower edge at a share of the scene's height. Whether it was pressed.
bool card(Ui& ui, const char* name, const std::string& sentence, double share) {
    const Font font = ui.font(14);
    const Rect& scene = ui.layout.scene;
    const double width = std::min(ui.fonts.width(sentence, font) + ui.px(1), scene.width - ui.px(96));
    const double height = wrappedHeight(ui, width, sentence, font);
    const Rect box{scene.x + (scene.width - width) / 2 - ui.px(16), scene.y + share * scene.height - height - ui.px(40), width + ui.px(32),
                   height + ui.px(20)};
    const Region region(ui, name, box, Ground::Floating);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 from{float(box.x), float(box.y)}, to{float(box.right()), float(box.bottom())};
    list.AddRectFilled(from, to, packed(ui.theme->raised), float(ui.px(8)));
    list.AddRect(from, to, packed(ui.theme->border), float(ui.px(8)));
    wrapped(ui, {box.x + ui.px(16), box.y + ui.px(10), width, height}, sentence, font, ui.theme->textPrimary);
    return press("card", box).clicked;
}

}  // namespace

void toast(Ui& ui) {
    if (ui.message.empty()) return;
    if (ui.seconds >= ui.messageUntil || card(ui, "toast", ui.message, 1)) ui.message.clear();
}

void busy(Ui& ui) {
    constexpr double kLookAgainSecs = 0.1;
    if (ui.document.isShown()) return;
    ui.wakeIn(kLookAgainSecs);  // it may have been a moment until now
    if (const std::string what = ui.document.underway(); !what.empty()) card(ui, "busy", what + "…", 0.5);
}

}  // namespace engram
