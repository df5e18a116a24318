// Room for labels: remembers what is taken and finds the first free place among candidates, so that labels never overlap.
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include "render/figure/draw_list.h"

namespace engram {

bool overlap(const Rect& a, const Rect& b);
// The part of a segment inside the rectangle.
std::optional<std::pair<Pt, Pt>> clipped(Pt from, Pt to, const Rect& rect);

class Room {
public:
    explicit Room(Rect bounds) : bounds_(bounds) {}

    void take(const Rect& rect) { rects_.push_back(rect); }
    void takeDisc(Pt centre, double radius) { take({centre.x - radius, centre.y - radius, 2 * radius, 2 * radius}); }
    void takeLine(const std::vector<Pt>& points, double width);
    enum class Mind { All, NoLines };   // NoLines: a label may lie on a curve, but on nothing else
    bool isFree(const Rect& rect, Mind mind = Mind::All) const;
    // Takes and returns the first free candidate.
    std::optional<Rect> place(const std::vector<Rect>& candidates, Mind mind = Mind::All);

private:
    struct Segment {
        Pt from, to;
        double half = 0;
    };
    Rect bounds_;
    std::vector<Rect> rects_;
    std::vector<Segment> segments_;
};

// Places for a label of this size round a point, nearest first: right, left, above, below, corners, then further out.
std::vector<Rect> placesRound(Pt at, double width, double height, double clearance, int circles = 4);

// Moves values apart to at least `gap`, as little as possible, within low..high.
std::vector<double> spread(std::vector<double> values, double gap, double low, double high);

}  // namespace engram
