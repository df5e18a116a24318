// The typefaces of the window, baked into the ImGui atlas at exactly the sizes used: Inter in three weights with DejaVu Sans for
// Greek, arrows and mathematics, digits all equally wide. Sizes are em sizes in logical pixels.
#pragma once

#include <string>
#include <vector>

#include "render/figure/draw_list.h"

struct ImFont;

namespace engram {

class Fonts {
public:
    // Bakes again only when something has changed; true when it did. `scale` enlarges the type, `density` is device pixels a pixel,
    // `more` are faces beside the usual ones, in logical pixels whatever the scale.
    bool bake(double scale, double density, const std::vector<Font>& more = {});

    struct Face {
        ImFont* font = nullptr;
        float size = 0;    // what ImDrawList::AddText takes, in logical pixels
        float ascent = 0;  // from the top of that box down to the baseline
    };
    Face face(Font font) const;  // the nearest one baked
    double width(const std::string& text, Font font) const;

private:
    struct Baked {
        Font font;
        ImFont* face = nullptr;
        float boxPerEm = 1;
    };
    std::vector<Baked> baked_;
    std::vector<Font> more_;
    double scale_ = 0, density_ = 0;
};

class ImguiMetrics final : public TextMetrics {
public:
    explicit ImguiMetrics(const Fonts& fonts) : fonts_(&fonts) {}
    double width(const std::string& text, Font font) const override { return fonts_->width(text, font); }

private:
    const Fonts* fonts_;
};

}  // namespace engram
