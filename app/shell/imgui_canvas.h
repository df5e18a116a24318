// Paints draw lists with Dear ImGui: what layout made for a figure is painted in the window by the same items.
#pragma once

#include <imgui.h>

#include "app/shell/fonts.h"
#include "app/shell/textures.h"
#include "render/figure/draw_list.h"

namespace engram {

ImU32 packed(Rgba colour, float alpha = 1);
inline ImVec2 toVec(Pt p) { return {float(p.x), float(p.y)}; }

class ImguiCanvas {
public:
    ImguiCanvas(ImDrawList& target, const Fonts& fonts, Textures& textures) : target_(&target), fonts_(&fonts), textures_(&textures) {}

    void paint(const DrawList& list);
    void text(Pt baseline, const std::string& text, Font font, Rgba colour, Anchor anchor = Anchor::Left);
    void polyline(const std::vector<Pt>& points, bool closed, const Stroke& stroke);

private:
    void paint(const PathItem& item);
    void paint(const DiscItem& item);
    void paint(const RectItem& item);
    void paint(const TextItem& item);
    void paint(const ImageItem& item);
    void paint(const ScrimItem& item);
    void paint(const ClipItem& item);
    void dashed(const std::vector<Pt>& points, bool closed, const Stroke& stroke);

    ImDrawList* target_;
    const Fonts* fonts_;
    Textures* textures_;
};

}  // namespace engram
