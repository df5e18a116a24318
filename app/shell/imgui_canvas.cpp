#include "app/shell/imgui_canvas.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "render/figure/raster.h"

namespace engram {
namespace {

// A path with an infinite or absurd coordinate would cover the window with one triangle.
bool isPaintable(Pt p) { return std::isfinite(p.x) && std::isfinite(p.y) && std::abs(p.x) < 1e6 && std::abs(p.y) < 1e6; }

std::vector<ImVec2> paintable(const std::vector<Pt>& points) {
    std::vector<ImVec2> result;
    result.reserve(points.size());
    for (Pt p : points)
        if (isPaintable(p)) result.push_back(toVec(p));
    return result;
}

}  // namespace

ImU32 packed(Rgba colour, float alpha) { return ImGui::ColorConvertFloat4ToU32({colour.r, colour.g, colour.b, colour.a * alpha}); }

void ImguiCanvas::paint(const DrawList& list) {
    for (const DrawItem& item : list.items) std::visit([this](const auto& one) { paint(one); }, item);
}

void ImguiCanvas::text(Pt baseline, const std::string& text, Font font, Rgba colour, Anchor anchor) {
    const Fonts::Face face = fonts_->face(font);
    if (!face.font) return;
    const double shift = anchor == Anchor::Left ? 0 : anchor == Anchor::Middle ? 0.5 : 1;
    if (shift > 0) baseline.x -= shift * fonts_->width(text, font);
    target_->AddText(face.font, face.size, {float(baseline.x), float(baseline.y) - face.ascent}, packed(colour), text.data(),
                     text.data() + text.size());
}

void ImguiCanvas::polyline(const std::vector<Pt>& points, bool closed, const Stroke& stroke) {
    if (stroke.width <= 0 || stroke.colour.a <= 0) return;
    if (!stroke.dash.empty()) return dashed(points, closed, stroke);
    const auto path = paintable(points);
    if (path.size() < 2) return;
    target_->AddPolyline(path.data(), int(path.size()), packed(stroke.colour), closed ? ImDrawFlags_Closed : ImDrawFlags_None,
                         float(stroke.width));
}

void ImguiCanvas::dashed(const std::vector<Pt>& points, bool closed, const Stroke& stroke) {
    double period = 0;
    for (double part : stroke.dash) period += part;
    Stroke solid = stroke;
    solid.dash.clear();
    if (period <= 0.1) return polyline(points, closed, solid);
    std::size_t part = 0;
    double left = stroke.dash[0];
    std::vector<Pt> dash;
    const auto flush = [&] {
        if (part % 2 == 0 && dash.size() > 1) polyline(dash, false, solid);
        dash.clear();
    };
    const std::size_t count = points.size() + (closed && !points.empty() ? 1 : 0);
    for (std::size_t i = 1; i < count; ++i) {
        const Pt a = points[i - 1], b = points[i % points.size()];
        const double length = std::hypot(b.x - a.x, b.y - a.y);
        if (!isPaintable(a) || !isPaintable(b) || length <= 0) continue;
        if (dash.empty()) dash.push_back(a);
        double done = 0;
        while (length - done > left) {
            done += left;
            const Pt cut{a.x + (b.x - a.x) * done / length, a.y + (b.y - a.y) * done / length};
            dash.push_back(cut);
            flush();
            part = (part + 1) % (stroke.dash.size() % 2 ? 2 * stroke.dash.size() : stroke.dash.size());
            left = std::max(stroke.dash[part % stroke.dash.size()], 1e-3);
            dash.push_back(cut);
        }
        left -= length - done;
        dash.push_back(b);
    }
    flush();
}

void ImguiCanvas::paint(const PathItem& item) {
    if (item.filled) {
        const auto path = paintable(item.points);
        if (path.size() > 2) target_->AddConvexPolyFilled(path.data(), int(path.size()), packed(item.fill));
    }
    if (item.stroked) polyline(item.points, item.closed, item.stroke);
}

void ImguiCanvas::paint(const DiscItem& item) {
    if (!isPaintable(item.centre)) return;
    if (item.filled) target_->AddCircleFilled(toVec(item.centre), float(item.radius), packed(item.fill));
    if (!item.stroked) return;
    if (item.stroke.dash.empty()) {
        target_->AddCircle(toVec(item.centre), float(item.radius), packed(item.stroke.colour), 0, float(item.stroke.width));
        return;
    }
    std::vector<Pt> ring;
    for (int i = 0; i < 48; ++i) {
        const double angle = i * 2 * 3.14159265358979 / 48;
        ring.push_back({item.centre.x + item.radius * std::cos(angle), item.centre.y + item.radius * std::sin(angle)});
    }
    polyline(ring, true, item.stroke);
}

void ImguiCanvas::paint(const RectItem& item) {
    const ImVec2 from{float(item.rect.x), float(item.rect.y)}, to{float(item.rect.right()), float(item.rect.bottom())};
    if (item.filled) target_->AddRectFilled(from, to, packed(item.fill), float(item.radius));
    if (!item.stroked) return;
    if (item.stroke.dash.empty()) {
        target_->AddRect(from, to, packed(item.stroke.colour), float(item.radius), 0, float(item.stroke.width));
        return;
    }
    const Rect& r = item.rect;
    polyline({{r.x, r.y}, {r.right(), r.y}, {r.right(), r.bottom()}, {r.x, r.bottom()}}, true, item.stroke);
}

void ImguiCanvas::paint(const TextItem& item) {
    if (!isPaintable(item.at)) return;
    if (item.halo)
        for (int dx = -1; dx <= 1; ++dx)
            for (int dy = -1; dy <= 1; ++dy)
                if (dx || dy) text({item.at.x + dx, item.at.y + dy}, item.text, item.font, item.haloColour, item.anchor);
    text(item.at, item.text, item.font, item.colour, item.anchor);
}

void ImguiCanvas::paint(const ImageItem& item) {
    const unsigned int name = textures_->of(item.pixels, item.smooth);
    if (!name) return;
    target_->AddImage(reinterpret_cast<ImTextureID>(std::uintptr_t(name)), {float(item.rect.x), float(item.rect.y)},
                      {float(item.rect.right()), float(item.rect.bottom())});
}

// One quad would show its diagonal: a grid of them comes close to a smooth fall-off.
void ImguiCanvas::paint(const ScrimItem& item) {
    constexpr int kColumns = 12, kRows = 8;
    const Rect& r = item.rect;
    const auto place = [&](int i, int j) { return ImVec2(float(r.x + r.width * i / kColumns), float(r.y + r.height * j / kRows)); };
    const auto shade = [&](int i, int j) { return packed(scrimShade(item, float(i) / kColumns, float(j) / kRows)); };
    const auto covers = [&](int i, int j) { return (shade(i, j) >> IM_COL32_A_SHIFT & 0xff) > 0; };
    for (int i = 0; i < kColumns; ++i)
        for (int j = 0; j < kRows; ++j)
            if (covers(i, j) || covers(i + 1, j) || covers(i + 1, j + 1) || covers(i, j + 1))
                target_->AddRectFilledMultiColor(place(i, j), place(i + 1, j + 1), shade(i, j), shade(i + 1, j), shade(i + 1, j + 1),
                                                 shade(i, j + 1));
}

void ImguiCanvas::paint(const ClipItem& item) {
    if (item.push)
        target_->PushClipRect({float(item.rect.x), float(item.rect.y)}, {float(item.rect.right()), float(item.rect.bottom())}, true);
    else
        target_->PopClipRect();
}

}  // namespace engram
