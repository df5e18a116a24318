#include "app/shell/sharp_text.h"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace engram {

namespace {

constexpr int kCorners = 6;  // of the two triangles of a letter

// As ImDrawList lays a letter: an upright rectangle of the font's picture, round from its upper left.
bool isLetter(const ImDrawIdx* index, const ImDrawVert* vertices) {
    constexpr std::array<int, kCorners> kRound{0, 1, 2, 0, 2, 3};
    for (int i = 0; i < kCorners; ++i)
        if (index[i] != index[0] + kRound[std::size_t(i)]) return false;
    const ImDrawVert* v = vertices + index[0];
    return v[0].uv.x != v[2].uv.x && v[0].uv.y != v[2].uv.y && v[0].pos.y == v[1].pos.y && v[2].pos.y == v[3].pos.y;
}

void sharpen(ImDrawList& list, const ImDrawCmd& command, double density) {
    ImDrawVert* vertices = list.VtxBuffer.Data + command.VtxOffset;
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawIdx* end = index + command.ElemCount;
    while (end - index >= kCorners) {
        if (!isLetter(index, vertices)) {
            index += kCorners / 2;
            continue;
        }
        ImDrawVert* v = vertices + *index;
        const float shift = float(std::round(v->pos.y * density) / density) - v->pos.y;
        std::for_each(v, v + 4, [shift](ImDrawVert& corner) { corner.pos.y += shift; });
        index += kCorners;
    }
}

}  // namespace

void sharpenText(ImDrawData& frame, double density) {
    if (density == std::floor(density)) return;
    const ImTextureID fonts = ImGui::GetIO().Fonts->TexID;
    for (int i = 0; i < frame.CmdListsCount; ++i)
        for (const ImDrawCmd& command : frame.CmdLists[i]->CmdBuffer)
            if (command.UserCallback == nullptr && command.GetTexID() == fonts) sharpen(*frame.CmdLists[i], command, density);
}

}  // namespace engram
