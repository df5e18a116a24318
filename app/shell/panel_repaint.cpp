#include "app/shell/panel_repaint.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>
#include <string_view>

namespace engram {

namespace {

template <class T>
std::size_t hashOf(const ImVector<T>& values) {
    return std::hash<std::string_view>()({reinterpret_cast<const char*>(values.Data), std::size_t(values.Size) * sizeof(T)});
}

std::size_t hashOf(const ImDrawList& list) {
    std::size_t hash = hashOf(list.VtxBuffer) * 31 + hashOf(list.IdxBuffer);
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const ImVec4 clip = command.ClipRect;
        for (const float value : {clip.x, clip.y, clip.z, clip.w, float(command.ElemCount)}) hash = hash * 31 + std::hash<float>()(value);
    }
    return hash;
}

PanelRepaint::Box reachOf(const ImDrawList& list) {
    constexpr float kFar = std::numeric_limits<float>::max();
    PanelRepaint::Box box{kFar, kFar, -kFar, -kFar}, clips = box;
    const auto grow = [](PanelRepaint::Box& b, float left, float top, float right, float bottom) {
        b = {std::min(b.left, left), std::min(b.top, top), std::max(b.right, right), std::max(b.bottom, bottom)};
    };
    for (const ImDrawVert& v : list.VtxBuffer) grow(box, v.pos.x, v.pos.y, v.pos.x, v.pos.y);
    for (const ImDrawCmd& command : list.CmdBuffer)
        grow(clips, command.ClipRect.x, command.ClipRect.y, command.ClipRect.z, command.ClipRect.w);
    return {std::max(box.left, clips.left), std::max(box.top, clips.top), std::min(box.right, clips.right),
            std::min(box.bottom, clips.bottom)};
}

bool usesFontsAlone(const ImDrawList& list) {
    const ImTextureID fonts = ImGui::GetIO().Fonts->TexID;
    return std::ranges::all_of(list.CmdBuffer, [&](const ImDrawCmd& c) { return c.GetTexID() == fonts && c.UserCallback == nullptr; });
}

// The opaque rectangle of one colour that a list begins with, if it does and nothing of the list lies outside of it.
std::optional<PanelRepaint::Ground> groundOf(const ImDrawList& list, const PanelRepaint::Box& reach) {
    if (list.CmdBuffer.empty() || list.CmdBuffer[0].ElemCount < 6 || list.VtxBuffer.Size < 4) return {};
    const ImVec2 plain = ImGui::GetIO().Fonts->TexUvWhitePixel;
    const ImDrawVert* v = list.VtxBuffer.Data;  // corners as AddRectFilled lays them: round from the upper left
    for (int i = 0; i < 4; ++i)
        if (v[i].col != v[0].col || v[i].uv.x != plain.x || v[i].uv.y != plain.y) return {};
    constexpr ImDrawIdx kCorners[6] = {0, 1, 2, 0, 2, 3};
    if (!std::equal(kCorners, kCorners + 6, list.IdxBuffer.Data)) return {};
    if (v[0].pos.x != v[3].pos.x || v[1].pos.x != v[2].pos.x || v[0].pos.y != v[1].pos.y || v[2].pos.y != v[3].pos.y) return {};
    const bool opaque = (v[0].col >> IM_COL32_A_SHIFT & 0xff) == 0xff;
    const PanelRepaint::Box box{v[0].pos.x, v[0].pos.y, v[2].pos.x, v[2].pos.y};
    const ImVec4 clip = list.CmdBuffer[0].ClipRect;
    const bool whole = clip.x <= box.left && clip.y <= box.top && clip.z >= box.right && clip.w >= box.bottom;
    const bool holds = reach.left >= box.left && reach.top >= box.top && reach.right <= box.right && reach.bottom <= box.bottom;
    if (!opaque || !whole || !holds) return {};
    return PanelRepaint::Ground{box, v[0].col};
}

}  // namespace

std::vector<PanelRepaint::Ground> PanelRepaint::reduce(ImDrawData& frame, const std::vector<Box>& scenes) {
    std::vector<Seen> now;
    std::vector<std::optional<Ground>> grounds;
    for (int i = 0; i < frame.CmdListsCount; ++i) {
        const ImDrawList& list = *frame.CmdLists[i];
        const Box reach = reachOf(list);
        grounds.push_back(groundOf(list, reach));
        now.push_back({list._OwnerName ? list._OwnerName : "", hashOf(list), reach, grounds.back() && usesFontsAlone(list)});
    }
    const auto touched = [&](const Seen& one) {
        const auto meets = [&](const Seen& other) { return other.name != one.name && other.reach.meets(one.reach); };
        return std::ranges::any_of(now, meets) || std::ranges::any_of(before_, meets) ||
               std::ranges::any_of(scenes, [&](const Box& scene) { return scene.meets(one.reach); });
    };
    const auto stands = [&](const Seen& one) {
        const auto same = std::ranges::find(before_, one.name, &Seen::name);
        return one.covers && same != before_.end() && same->covers && same->hash == one.hash && !touched(one);
    };
    std::vector<Ground> cleared;
    drawn_.clear();
    for (std::size_t i = 0; i < now.size(); ++i) {
        if (stands(now[i])) continue;
        ImDrawList* list = frame.CmdLists[int(i)];
        if (grounds[i] && !touched(now[i])) {
            cleared.push_back(*grounds[i]);
            list->CmdBuffer[0].IdxOffset += 6;
            list->CmdBuffer[0].ElemCount -= 6;
        }
        drawn_.push_back(list);
    }
    before_ = std::move(now);
    frame.CmdLists = drawn_.data();
    frame.CmdListsCount = int(drawn_.size());
    return cleared;
}

}  // namespace engram
