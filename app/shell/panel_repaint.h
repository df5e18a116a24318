// Leaves out of a frame of Dear ImGui what is on the screen already: lists of panels that did not change and that nothing else touches.
// What a list covers with one plain colour first, its ground, is cleared instead of drawn. Where a processor paints, panels that stand
// still would take more of its time than a scene that moves.
#pragma once

#include <imgui.h>

#include <string>
#include <vector>

namespace engram {

class PanelRepaint {
public:
    struct Box {
        float left = 0, top = 0, right = 0, bottom = 0;  // logical pixels, y down
        bool meets(const Box& other) const { return left < other.right && other.left < right && top < other.bottom && other.top < bottom; }
    };
    struct Ground {
        Box box;
        ImU32 colour = 0;
    };

    void forget() { before_.clear(); }  // the screen holds nothing that can be relied on

    // Takes out of `frame` what need not be drawn. `scenes` are painted anew in any case; lists with other textures than that of the
    // fonts are, too, since pictures change behind their names. Returns the grounds to clear before anything else.
    std::vector<Ground> reduce(ImDrawData& frame, const std::vector<Box>& scenes);

private:
    struct Seen {
        std::string name;
        std::size_t hash = 0;
        Box reach;
        bool covers = false;  // has a ground, and plain textures
    };
    std::vector<Seen> before_;
    std::vector<ImDrawList*> drawn_;
};

}  // namespace engram
