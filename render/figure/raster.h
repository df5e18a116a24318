// What is painted pixel by pixel: pictures, heat maps, basins, the ramp of a colour bar, soft grounds. The same input gives the
// same raster object as long as it is remembered, so that canvases may keep textures by it.
#pragma once

#include <memory>

#include "core/view/board.h"
#include "render/figure/draw_list.h"

namespace engram {

using Raster = std::shared_ptr<const Pixels>;

// On paper a picture in ink is dark on white.
Raster paintPicture(const Picture& picture, const Theme& theme);
Raster paintHeatmap(const Heatmap& map, const Theme& theme, int width, int height);
// Borders between basins are smooth curves, drawn as dark lines `edge` pixels wide.
Raster paintBasins(const Basins& basins, const Theme& theme, int width, int height, double edge);
// A ground for words in the corner of a view: full over the shares `across` and `down` of it that they take, and soft beyond.
enum class Corner { TopLeft, BottomLeft, BottomRight };
Raster paintCorner(Rgba ground, Corner corner, double across, double down);
Raster paintRamp(const std::string& map, double low, double high);  // 256 x 1; `map` without a role
Pixels enlarged(const Pixels& pixels);                            // by whole numbers, so that its pixels stay sharp in any viewer
// At a place of the scrim from 0 to 1 across and down. It covers as two straight fall-offs would, one over the other: a single one is too
// thin to read the end of a long subtitle.
Rgba scrimShade(const ScrimItem& scrim, float u, float v);
Pixels paintScrim(const ScrimItem& scrim, int size);               // for canvases without four-colour quads

}  // namespace engram
