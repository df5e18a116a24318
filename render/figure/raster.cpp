#include "render/figure/raster.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/base/parallel.h"
#include "render/figure/memory.h"

namespace engram {

namespace {

constexpr int kRowBlock = 16;

std::uint8_t byte(float v) { return std::uint8_t(std::clamp(v, 0.0f, 1.0f) * 255 + 0.5f); }

void put(Pixels& pixels, std::size_t index, Rgba c) {
    std::uint8_t* p = &pixels.rgba[4 * index];
    p[0] = byte(c.r), p[1] = byte(c.g), p[2] = byte(c.b), p[3] = byte(c.a);
}

Pixels blank(int width, int height) {
    return {width, height, std::vector<std::uint8_t>(std::size_t(4) * std::size_t(width) * std::size_t(height))};
}

bool complete(const Field& f) {
    return f.values && f.columns > 1 && f.rows > 1 && f.values->size() >= std::size_t(f.columns) * std::size_t(f.rows);
}

Rgba mixed(Rgba a, Rgba b, float share) {
    return {a.r + (b.r - a.r) * share, a.g + (b.g - a.g) * share, a.b + (b.b - a.b) * share, a.a + (b.a - a.a) * share};
}

constexpr std::size_t kPicturesKept = 160;  // forty bars, tiles, pins
constexpr std::size_t kMapsKept = 4;        // megabytes each, and anew with every move of a slider
constexpr std::size_t kSmallKept = 16;

// What a raster was made of: the values, the numbers beside them, the names of theme and map.
using Source = std::tuple<Shared<float>, Shared<float>, std::vector<double>, std::string, std::string>;

template <class Make>
Raster remembered(std::size_t most, Source source, Make make) {
    thread_local Memory<Source, Raster> memory(most);  // one for each kind of raster, as each has a Make of its own
    return memory.get(std::move(source), make);
}

std::vector<double> numbersOf(const Field& f) { return {double(f.columns), double(f.rows), f.x0, f.x1, f.y0, f.y1}; }

Raster freshPicture(const Picture& picture, const Theme& theme) {
    const std::size_t count = std::size_t(picture.width) * std::size_t(picture.height);
    auto out = std::make_shared<Pixels>(blank(picture.width, picture.height));
    const ColourMap& map = colourMap(theme.mapName(picture.map));
    const bool inverted = theme.name == "print" && picture.map == "ink";
    const float span = picture.high > picture.low ? picture.high - picture.low : 1;
    for (std::size_t i = 0; i < count; ++i) {
        const float share = std::clamp(((*picture.pixels)[i] - picture.low) / span, 0.0f, 1.0f);
        put(*out, i, sample(map, inverted ? 1 - share : share));
    }
    return out;
}

Raster freshHeatmap(const Heatmap& map, const Theme& theme, int width, int height) {
    const Field& f = map.field;
    auto out = std::make_shared<Pixels>(blank(width, height));
    const ColourMap& colours = colourMap(theme.mapName(map.map));
    const double span = map.high > map.low ? map.high - map.low : 1;
    forBlocks(height, kRowBlock, [&](int begin, int end) {
        for (int row = begin; row < end; ++row)
            for (int column = 0; column < width; ++column) {
                const double x = f.x0 + (f.x1 - f.x0) * (column + 0.5) / width, y = f.y1 - (f.y1 - f.y0) * (row + 0.5) / height;
                const double value = f.at(x, y);
                if (!std::isfinite(value)) continue;
                const double share = std::clamp((value - map.low) / span, 0.0, 1.0);
                put(*out, std::size_t(row) * width + column, sample(colours, map.mapLow + (map.mapHigh - map.mapLow) * share));
            }
    });
    return out;
}

// Weights of the neighbours along one axis, and how they change: a 1-4-6-4-1 blur followed by linear interpolation. It rounds off
// the steps of the grid without moving a straight border.
constexpr int kReach = 6;
struct Kernel {
    float weight[kReach], slope[kReach];
    explicit Kernel(float t) {
        constexpr float kBlur[kReach + 1] = {0, 1 / 16.f, 4 / 16.f, 6 / 16.f, 4 / 16.f, 1 / 16.f, 0};
        for (int k = 0; k < kReach; ++k) weight[k] = (1 - t) * kBlur[k + 1] + t * kBlur[k], slope[k] = kBlur[k] - kBlur[k + 1];
    }
};

class BasinPainter {
public:
    BasinPainter(const Basins& basins, const Theme& theme, Pixels& out, double edge)
        : ends_(basins.ends), tone_(basins.tone), theme_(theme), out_(out), edge_(edge) {
        // Where ink is black the areas are washed out towards the ground, so that the state stands out on the deepest tone.
        const float wash = theme.name == "dark" ? 0 : 0.5f;
        for (int t = 0; t < kTones; ++t) {
            const double tone = double(t) / (kTones - 1);
            for (int c = 0; c < 10; ++c) shades_[c][t] = mixed(basinColour(theme.category[c], tone), theme.scene, wash);
            nowhere_[t] = mixed(basinColour(theme.axis, tone), theme.scene, wash);
        }
        for (int row = 0; row < ends_.rows; ++row)
            for (int column = 0; column < ends_.columns; ++column) inside_.push_back(isInside(column, row));
    }

    void row(int row) {
        const double y = (1 - (row + 0.5) / out_.height) * (ends_.rows - 1);
        for (int column = 0; column < out_.width; ++column) {
            const double x = (column + 0.5) / out_.width * (ends_.columns - 1);
            put(out_, std::size_t(row) * out_.width + column, at(x, y));
        }
    }

private:
    static constexpr int kTones = 64;
    static constexpr int kMostLabels = kReach * kReach;

    int label(int column, int row) const {
        column = std::clamp(column, 0, ends_.columns - 1), row = std::clamp(row, 0, ends_.rows - 1);
        return int(std::lround((*ends_.values)[std::size_t(row) * ends_.columns + column]));
    }

    Rgba shade(int label, double x, double y) const {
        const double u = ends_.x0 + (ends_.x1 - ends_.x0) * x / (ends_.columns - 1),
                     v = ends_.y0 + (ends_.y1 - ends_.y0) * y / (ends_.rows - 1);
        const int t = std::clamp(int(tone_.at(u, v) * (kTones - 1) + 0.5), 0, kTones - 1);
        return label < 0 ? nowhere_[t] : shades_[label % 10][t];
    }

    int neighbour(int column, int row, int k) const { return label(column - 2 + k % kReach, row - 2 + k / kReach); }

    bool isInside(int column, int row) const {
        for (int k = 0; k < kMostLabels; ++k)
            if (neighbour(column, row, k) != label(column, row)) return false;
        return true;
    }

    Rgba at(double x, double y) const {
        const int column = std::min(int(x), ends_.columns - 2), row = std::min(int(y), ends_.rows - 2);
        if (inside_[std::size_t(row) * ends_.columns + column]) return shade(label(column, row), x, y);
        int labels[kMostLabels];
        for (int k = 0; k < kMostLabels; ++k) labels[k] = neighbour(column, row, k);
        return nearBorder(labels, float(x - column), float(y - row), x, y);
    }

    // Which label weighs most here, and how near the line is on which the second one draws level.
    Rgba nearBorder(const int (&labels)[kMostLabels], float tx, float ty, double x, double y) const {
        const Kernel across(tx), along(ty);
        struct Share {
            int label;
            float weight = 0, dx = 0, dy = 0;
        };
        Share shares[kMostLabels];
        int count = 0;
        for (int k = 0; k < kMostLabels; ++k) {
            int s = 0;
            while (s < count && shares[s].label != labels[k]) ++s;
            if (s == count) shares[count++] = {labels[k]};
            shares[s].weight += across.weight[k % kReach] * along.weight[k / kReach];
            shares[s].dx += across.slope[k % kReach] * along.weight[k / kReach];
            shares[s].dy += across.weight[k % kReach] * along.slope[k / kReach];
        }
        std::partial_sort(shares, shares + 2, shares + count, [](const Share& a, const Share& b) { return a.weight > b.weight; });
        const float perPixelX = float(ends_.columns - 1) / float(out_.width), perPixelY = float(ends_.rows - 1) / float(out_.height);
        const float slope = std::hypot((shares[0].dx - shares[1].dx) * perPixelX, (shares[0].dy - shares[1].dy) * perPixelY);
        const float distance = (shares[0].weight - shares[1].weight) / std::max(slope, 1e-6f);
        const float cover = std::clamp(float(edge_) / 2 + 0.5f - distance, 0.0f, 1.0f);
        const Rgba line = theme_.name == "dark" ? theme_.scene : theme_.textPrimary;
        return mixed(shade(shares[0].label, x, y), line, 0.9f * cover);
    }

    const Field &ends_, &tone_;
    const Theme& theme_;
    Pixels& out_;
    double edge_;
    Rgba shades_[10][kTones], nowhere_[kTones];
    std::vector<bool> inside_;  // by cell: all neighbours end at the same memory
};

Raster freshBasins(const Basins& basins, const Theme& theme, int width, int height, double edge) {
    auto out = std::make_shared<Pixels>(blank(width, height));
    BasinPainter painter(basins, theme, *out, edge);
    forBlocks(height, kRowBlock, [&](int begin, int end) {
        for (int row = begin; row < end; ++row) painter.row(row);
    });
    return out;
}

// Radial: nearly full up to a third of the way, then smoothly to nothing at the sides.
Raster freshCorner(Rgba ground, Corner corner, double across, double down) {
    constexpr int kSide = 64;
    constexpr float kFull = 0.9f;  // words of the second rank keep a contrast of 4.5 : 1 over any colour
    auto out = std::make_shared<Pixels>(blank(kSide, kSide));
    const auto beyond = [](double at, double full) { return std::max(0.0, (at - full) / std::max(1e-6, 1 - full)); };
    for (int row = 0; row < kSide; ++row)
        for (int column = 0; column < kSide; ++column) {
            const double u = (corner == Corner::BottomRight ? kSide - 1 - column : column) / double(kSide - 1);
            const double v = (corner == Corner::TopLeft ? row : kSide - 1 - row) / double(kSide - 1);
            const float t = std::min(1.0f, float(std::hypot(beyond(u, across), beyond(v, down))));
            put(*out, std::size_t(row) * kSide + column, {ground.r, ground.g, ground.b, kFull * (1 - t * t * (3 - 2 * t))});
        }
    return out;
}

Raster freshRamp(const ColourMap& map, double low, double high) {
    constexpr int kSteps = 256;
    auto out = std::make_shared<Pixels>(blank(kSteps, 1));
    for (int i = 0; i < kSteps; ++i) put(*out, std::size_t(i), sample(map, low + (high - low) * i / (kSteps - 1)));
    return out;
}

}  // namespace

Raster paintPicture(const Picture& p, const Theme& theme) {
    if (!p.pixels || p.width <= 0 || p.height <= 0 || p.pixels->size() < std::size_t(p.width) * std::size_t(p.height)) return nullptr;
    return remembered(kPicturesKept, {p.pixels, nullptr, {double(p.width), double(p.height), p.low, p.high}, theme.name, p.map},
                      [&] { return freshPicture(p, theme); });
}

Raster paintHeatmap(const Heatmap& map, const Theme& theme, int width, int height) {
    if (!complete(map.field)) return nullptr;
    std::vector<double> numbers = numbersOf(map.field);
    numbers.insert(numbers.end(), {map.low, map.high, map.mapLow, map.mapHigh, double(width), double(height)});
    return remembered(kMapsKept, {map.field.values, nullptr, std::move(numbers), theme.name, map.map},
                      [&] { return freshHeatmap(map, theme, width, height); });
}

Raster paintBasins(const Basins& basins, const Theme& theme, int width, int height, double edge) {
    if (!complete(basins.ends) || !complete(basins.tone)) return nullptr;
    std::vector<double> numbers = numbersOf(basins.ends);
    const std::vector<double> tones = numbersOf(basins.tone);
    numbers.insert(numbers.end(), tones.begin(), tones.end());
    numbers.insert(numbers.end(), {edge, double(width), double(height)});
    return remembered(kMapsKept, {basins.ends.values, basins.tone.values, std::move(numbers), theme.name, "basins"},
                      [&] { return freshBasins(basins, theme, width, height, edge); });
}

Raster paintCorner(Rgba ground, Corner corner, double across, double down) {
    constexpr double kStep = 1.0 / 64;  // finer shares look alike
    across = std::ceil(std::clamp(across, 0.0, 1.0) / kStep) * kStep, down = std::ceil(std::clamp(down, 0.0, 1.0) / kStep) * kStep;
    const std::vector<double> numbers{ground.r, ground.g, ground.b, double(corner), across, down};
    return remembered(kSmallKept, {nullptr, nullptr, numbers, "corner", ""}, [&] { return freshCorner(ground, corner, across, down); });
}

Raster paintRamp(const std::string& name, double low, double high) {
    return remembered(kSmallKept, {nullptr, nullptr, {low, high}, "ramp", name}, [&] { return freshRamp(colourMap(name), low, high); });
}

Pixels enlarged(const Pixels& pixels) {
    constexpr int kWanted = 224;
    const int times = std::max(1, kWanted / std::max({pixels.width, pixels.height, 1}));
    Pixels out = blank(pixels.width * times, pixels.height * times);
    for (int row = 0; row < out.height; ++row)
        for (int column = 0; column < out.width; ++column) {
            const std::size_t from = std::size_t(row / times) * pixels.width + column / times;
            std::copy_n(pixels.rgba.data() + 4 * from, 4, out.rgba.data() + 4 * (std::size_t(row) * out.width + column));
        }
    return out;
}

Rgba scrimShade(const ScrimItem& scrim, float u, float v) {
    Rgba shade = mixed(mixed(scrim.corners[0], scrim.corners[1], u), mixed(scrim.corners[3], scrim.corners[2], u), v);
    shade.a = 1 - (1 - shade.a) * (1 - shade.a);
    return shade;
}

Pixels paintScrim(const ScrimItem& scrim, int size) {
    Pixels out = blank(size, size);
    for (int row = 0; row < size; ++row)
        for (int column = 0; column < size; ++column) {
            // Painted larger, its outermost pixels reach the edges: so they have the shade of the edges, and nothing steps there.
            const float u = float(column) / float(size - 1), v = float(row) / float(size - 1);
            put(out, std::size_t(row) * size + column, scrimShade(scrim, u, v));
        }
    return out;
}

}  // namespace engram
