#include "core/data/glyphs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/data/glyph_skeletons.h"

namespace engram {
namespace {

using Point = std::array<double, 2>;

constexpr int kMostSize = 1024;
constexpr std::uint64_t kMostBytes = std::uint64_t{2} << 30;
constexpr std::string_view kOpening = "835012467924";  // the memories a first look is best at: an 8 that its right half calls a 3

char glyphName(int index) {
    const int opening = static_cast<int>(kOpening.size());
    if (index < opening) return kOpening[static_cast<std::size_t>(index)];
    return kGlyphNames[static_cast<std::size_t>(index - opening) % kGlyphNames.size()];
}

// One hand: how a skeleton is turned, sheared, scaled, moved and how thick the pen is. At amount 0 all hands are alike.
class Hand {
public:
    Hand(std::uint64_t seed, int index, double amount) : random_(seed, static_cast<std::uint64_t>(index)), amount_(amount) {
        const double angle = vary(0.10), shear = vary(0.12);
        const double wide = 1 + vary(0.07), tall = 1 + vary(0.07);
        matrix_ = {std::cos(angle) * wide, shear, std::sin(angle), std::cos(angle) * tall};
        offset_ = {vary(0.02), vary(0.02)};
        penRadius_ = 0.052 + std::abs(vary(0.012));
    }

    double penRadius() const { return penRadius_; }

    Stroke shaken(const Stroke& stroke) {
        Stroke result = stroke;
        for (Point& p : result)
            for (double& x : p) x += vary(0.012);
        return result;
    }

    Point place(const Point& p) const {
        constexpr double kShareOfBox = 0.82;
        const double x = p[0] - 0.5, y = p[1] - 0.5;
        return {(matrix_[0] * x + matrix_[1] * y) * kShareOfBox + 0.5 + offset_[0],
                (matrix_[2] * x + matrix_[3] * y) * kShareOfBox + 0.5 + offset_[1]};
    }

private:
    // Cut at two deviations: a glyph stays legible and inside its box.
    double vary(double deviation) { return amount_ * deviation * std::clamp(random_.normal(), -2.0, 2.0); }

    Random random_;
    double amount_;
    std::array<double, 4> matrix_{};
    Point offset_{};
    double penRadius_ = 0;
};

// Chaikin's corner cutting; the ends stay.
Stroke cornersCut(const Stroke& stroke) {
    Stroke result{stroke.front()};
    for (std::size_t i = 0; i + 1 < stroke.size(); ++i)
        for (const double t : {0.25, 0.75})
            result.push_back({std::lerp(stroke[i][0], stroke[i + 1][0], t), std::lerp(stroke[i][1], stroke[i + 1][1], t)});
    result.push_back(stroke.back());
    return result;
}

double squaredDistance(const Point& p, const Point& a, const Point& b) {
    const double dx = b[0] - a[0], dy = b[1] - a[1], px = p[0] - a[0], py = p[1] - a[1];
    const double length = dx * dx + dy * dy;
    const double t = length > 0 ? std::clamp((px * dx + py * dy) / length, 0.0, 1.0) : 0.0;
    const double ex = px - t * dx, ey = py - t * dy;
    return ex * ex + ey * ey;
}

// The squared distances of pixel centres to the strokes, up to a reach: pixels farther away are not visited.
class DistanceField {
public:
    DistanceField(int size, double reach)
        : size_(size), reach_(reach), squared_(static_cast<std::size_t>(size * size), std::numeric_limits<double>::infinity()) {}

    void addSegment(const Point& a, const Point& b) {
        const auto [left, right] = pixels(a[0], b[0]);
        const auto [top, bottom] = pixels(a[1], b[1]);
        for (int y = top; y <= bottom; ++y)
            for (int x = left; x <= right; ++x) {
                double& nearest = squared_[static_cast<std::size_t>(y * size_ + x)];
                nearest = std::min(nearest, squaredDistance({(x + 0.5) / size_, (y + 0.5) / size_}, a, b));
            }
    }

    double at(std::size_t pixel) const { return std::sqrt(squared_[pixel]); }

private:
    std::array<int, 2> pixels(double from, double to) const {
        const double low = (std::min(from, to) - reach_) * size_, high = (std::max(from, to) + reach_) * size_;
        return {std::max(0, static_cast<int>(std::floor(low))), std::min(size_ - 1, static_cast<int>(std::floor(high)))};
    }

    int size_;
    double reach_;
    std::vector<double> squared_;
};

void drawGlyph(char name, Hand hand, int size, float* pixels) {
    const double soft = 0.84 / size;  // the edge goes from ink to paper within a pixel
    DistanceField distance(size, hand.penRadius() + soft);
    for (const Stroke& skeleton : glyphStrokes(name)) {
        Stroke stroke = cornersCut(cornersCut(hand.shaken(skeleton)));
        for (Point& p : stroke) p = hand.place(p);
        for (std::size_t i = 0; i + 1 < stroke.size(); ++i) distance.addSegment(stroke[i], stroke[i + 1]);
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(size * size); ++i)
        pixels[i] = static_cast<float>(std::clamp((hand.penRadius() - distance.at(i)) / soft + 0.5, 0.0, 1.0));
}

}  // namespace

ImageSet drawGlyphs(int count, int size, std::uint64_t seed, double amount) {
    if (count < 1) usage("at least one glyph has to be drawn, not " + std::to_string(count));
    if (size < 1 || size > kMostSize) usage("glyphs cannot be drawn with a side of " + std::to_string(size) + "; 1 to 1024 is possible");
    if (!(amount >= 0 && amount <= 10)) usage("glyphs can be deformed by an amount of 0 to 10 only");
    const std::size_t area = static_cast<std::size_t>(size) * static_cast<std::size_t>(size);
    if (static_cast<std::size_t>(count) > kMostBytes / (area * sizeof(float)))
        usage(std::to_string(count) + " glyphs of side " + std::to_string(size) + " would take more than 2 GiB of memory");

    ImageSet set{.width = size, .height = size, .count = count, .pixels = {}, .names = {}};
    set.pixels.resize(static_cast<std::size_t>(count) * area);
    for (int i = 0; i < count; ++i) set.names.emplace_back(1, glyphName(i));
    forBlocks(count, 16, [&](int begin, int end) {
        for (int i = begin; i < end; ++i)
            drawGlyph(glyphName(i), Hand(seed, i, amount), size, set.pixels.data() + static_cast<std::size_t>(i) * area);
    });
    return set;
}

}  // namespace engram
