#include "app/panels/toast.h"

#include <algorithm>

#include "app/widgets/press.h"

namespace engram {

void toast(Ui& ui) {
    if (ui.message.empty()) return;
    if (ui.seconds >= ui.messageUntil) {
        ui.message.clear();
        return;
    }
    const Font font = ui.font(14);
    const Rect& scene = ui.layout.scene;
    const double width = std::min(ui.fonts.width(ui.message, font) + ui.px(1), scene.width - ui.px(96));
    const double height = wrappedHeight(ui, width, ui.message, font);
    const Rect box{scene.x + (scene.width - width) / 2 - ui.px(16), scene.bottom() - height - ui.px(40), width + ui.px(32),
                   height + ui.px(20)};
    const Region region(ui, "toast", box, Ground::Floating);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 from{float(box.x), float(box.y)}, to{float(box.right()), float(box.bottom())};
    list.AddRectFilled(from, to, packed(ui.theme->raised), float(ui.px(8)));
    list.AddRect(from, to, packed(ui.theme->border), float(ui.px(8)));
    wrapped(ui, {box.x + ui.px(16), box.y + ui.px(10), width, height}, ui.message, font, ui.theme->textPrimary);
    if (press("dismiss", box).clicked) ui.message.clear();
}

}  // namespace engram
