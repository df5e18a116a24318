#include "render/figure/room.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engram {

bool overlap(const Rect& a, const Rect& b) { return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom(); }

std::optional<std::pair<Pt, Pt>> clipped(Pt from, Pt to, const Rect& r) {
    double enter = 0, leave = 1;
    const auto within = [&](double start, double delta, double low, double high) {
        if (delta == 0) return start >= low && start <= high;
        double a = (low - start) / delta, b = (high - start) / delta;
        if (a > b) std::swap(a, b);
        enter = std::max(enter, a), leave = std::min(leave, b);
        return enter <= leave;
    };
    if (!within(from.x, to.x - from.x, r.x, r.right()) || !within(from.y, to.y - from.y, r.y, r.bottom())) return std::nullopt;
    const auto at = [&](double share) { return Pt{from.x + share * (to.x - from.x), from.y + share * (to.y - from.y)}; };
    return std::pair{at(enter), at(leave)};
}

void Room::takeLine(const std::vector<Pt>& points, double width) {
    for (std::size_t i = 1; i < points.size(); ++i) segments_.push_back({points[i - 1], points[i], width / 2});
}

bool Room::isFree(const Rect& r, Mind mind) const {
    if (r.x < bounds_.x || r.y < bounds_.y || r.right() > bounds_.right() || r.bottom() > bounds_.bottom()) return false;
    if (std::any_of(rects_.begin(), rects_.end(), [&](const Rect& taken) { return overlap(taken, r); })) return false;
    return mind == Mind::NoLines || std::none_of(segments_.begin(), segments_.end(), [&](const Segment& s) {
        return clipped(s.from, s.to, {r.x - s.half, r.y - s.half, r.width + 2 * s.half, r.height + 2 * s.half}).has_value();
    });
}

std::optional<Rect> Room::place(const std::vector<Rect>& candidates, Mind mind) {
    for (const Rect& r : candidates)
        if (isFree(r, mind)) {
            take(r);
            return r;
        }
    return std::nullopt;
}

std::vector<Rect> placesRound(Pt at, double width, double height, double clearance, int circles) {
    static constexpr Pt kSides[] = {{1, 0}, {-1, 0}, {0, -1}, {0, 1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}};
    std::vector<Rect> places;
    for (int circle = 0; circle < circles; ++circle)
        for (const Pt& side : kSides) {
            const double reach = clearance + circle * 0.8 * height, diagonal = side.x != 0 && side.y != 0 ? 0.72 : 1;
            const Pt centre{at.x + side.x * (reach * diagonal + width / 2), at.y + side.y * (reach * diagonal + height / 2)};
            places.push_back({centre.x - width / 2, centre.y - height / 2, width, height});
        }
    return places;
}

std::vector<double> spread(std::vector<double> values, double gap, double low, double high) {
    const std::size_t count = values.size();
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });

    // Neighbours that touch become a block that sits at the mean of what its members want.
    struct Block {
        double sum;   // of value - offset in the block
        int size;
    };
    std::vector<Block> blocks;
    const auto start = [&](const Block& b) { return std::max(low, std::min(b.sum / b.size, high - (b.size - 1) * gap)); };
    for (std::size_t i : order) {
        blocks.push_back({values[i], 1});
        while (blocks.size() > 1) {
            const Block last = blocks.back();
            Block& before = blocks[blocks.size() - 2];
            if (start(before) + before.size * gap <= start(last) + 1e-9) break;
            before.sum += last.sum - double(before.size) * last.size * gap;
            before.size += last.size;
            blocks.pop_back();
        }
    }
    std::size_t next = 0;
    for (const Block& b : blocks)
        for (int k = 0; k < b.size; ++k) values[order[next++]] = start(b) + k * gap;
    return values;
}

}  // namespace engram
