#include "app/widgets/icon.h"

#include <cmath>
#include <initializer_list>

namespace engram {
namespace {

constexpr double kGrid = 16, kPi = 3.14159265358979;

// A pen on the icon's own grid.
class IconPen {
public:
    IconPen(ImDrawList& list, Pt centre, double size, Rgba colour)
        : list_(list), origin_{centre.x - size / 2, centre.y - size / 2}, unit_(size / kGrid), colour_(packed(colour)) {}

    void line(std::initializer_list<Pt> points, bool closed = false) {
        for (Pt p : points) list_.PathLineTo(at(p));
        list_.PathStroke(colour_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width());
    }
    void fill(std::initializer_list<Pt> points) {
        for (Pt p : points) list_.PathLineTo(at(p));
        list_.PathFillConvex(colour_);
    }
    void box(Rect r, double radius) {
        list_.AddRect(at({r.x, r.y}), at({r.right(), r.bottom()}), colour_, float(radius * unit_), 0, width());
    }
    void bar(Rect r) { list_.AddRectFilled(at({r.x, r.y}), at({r.right(), r.bottom()}), colour_, float(unit_ * 0.6)); }
    void ring(Pt centre, double radius) { list_.AddCircle(at(centre), float(radius * unit_), colour_, 0, width()); }
    void disc(Pt centre, double radius) { list_.AddCircleFilled(at(centre), float(radius * unit_), colour_); }
    void arc(Pt centre, double radius, double fromDeg, double toDeg) {
        list_.PathArcTo(at(centre), float(radius * unit_), float(fromDeg * kPi / 180), float(toDeg * kPi / 180), 20);
        list_.PathStroke(colour_, ImDrawFlags_None, width());
    }

private:
    ImVec2 at(Pt p) const { return {float(origin_.x + p.x * unit_), float(origin_.y + p.y * unit_)}; }
    float width() const { return float(1.35 * unit_); }

    ImDrawList& list_;
    Pt origin_;
    double unit_;
    ImU32 colour_;
};

void eye(IconPen& pen) {
    pen.arc({8, 12.4}, 8, 213, 327);
    pen.arc({8, 3.6}, 8, 33, 147);
    pen.ring({8, 8}, 2.2);
}

}  // namespace

void drawIcon(ImDrawList& list, Icon icon, Pt centre, double size, Rgba colour) {
    IconPen pen(list, centre, size, colour);
    switch (icon) {
        case Icon::Home:
            pen.line({{1.6, 8}, {8, 2}, {14.4, 8}});
            pen.line({{3.6, 7}, {3.6, 13.6}, {6.4, 13.6}, {6.4, 9.8}, {9.6, 9.8}, {9.6, 13.6}, {12.4, 13.6}, {12.4, 7}});
            break;
        case Icon::Cube:
            pen.line({{8, 1.6}, {13.8, 4.8}, {13.8, 11.2}, {8, 14.4}, {2.2, 11.2}, {2.2, 4.8}}, true);
            pen.line({{2.2, 4.8}, {8, 8}, {13.8, 4.8}});
            pen.line({{8, 8}, {8, 14.4}});
            break;
        case Icon::Eye:
            eye(pen);
            break;
        case Icon::EyeOff:
            eye(pen);
            pen.line({{3, 13.4}, {13, 2.6}});
            break;
        case Icon::Camera:
            pen.box({1.6, 4.4, 12.8, 9}, 1.6);
            pen.line({{5.4, 4.4}, {6.6, 2.6}, {9.4, 2.6}, {10.6, 4.4}});
            pen.ring({8, 8.8}, 2.5);
            break;
        case Icon::Enlarge:
            for (double sx : {-1.0, 1.0})
                for (double sy : {-1.0, 1.0})
                    pen.line({{8 + sx * 2.4, 8 + sy * 5.8}, {8 + sx * 5.8, 8 + sy * 5.8}, {8 + sx * 5.8, 8 + sy * 2.4}});
            break;
        case Icon::Search:
            pen.ring({7, 7}, 4.6);
            pen.line({{10.4, 10.4}, {14, 14}});
            break;
        case Icon::Sliders:
            for (const auto& [y, knob] : {std::pair{3.6, 10.2}, std::pair{8.0, 5.0}, std::pair{12.4, 9.2}}) {
                pen.line({{2, y}, {knob - 1.7, y}});
                pen.line({{knob + 1.7, y}, {14, y}});
                pen.ring({knob, y}, 1.7);
            }
            break;
        case Icon::Reset:
            pen.arc({8, 8.6}, 4.8, -150, 130);
            pen.line({{2.6, 3}, {3.4, 6.6}, {7, 6}});
            break;
        case Icon::ToStart:
            pen.bar({2.4, 3, 1.7, 10});
            pen.fill({{9, 3}, {9, 13}, {4.4, 8}});
            pen.fill({{14, 3}, {14, 13}, {9.4, 8}});
            break;
        case Icon::Back:
            pen.bar({3.4, 3, 1.7, 10});
            pen.fill({{12.6, 3}, {12.6, 13}, {6, 8}});
            break;
        case Icon::Forward:
            pen.bar({10.9, 3, 1.7, 10});
            pen.fill({{3.4, 3}, {10, 8}, {3.4, 13}});
            break;
        case Icon::Play:
            pen.fill({{4.6, 2.6}, {13.4, 8}, {4.6, 13.4}});
            break;
        case Icon::Pause:
            pen.bar({3.8, 3, 2.9, 10});
            pen.bar({9.3, 3, 2.9, 10});
            break;
        case Icon::Chevron:
            pen.line({{4, 6.2}, {8, 10.2}, {12, 6.2}});
            break;
        case Icon::ChevronRight:
            pen.line({{6.2, 4}, {10.2, 8}, {6.2, 12}});
            break;
        case Icon::Cross:
            pen.line({{4, 4}, {12, 12}});
            pen.line({{12, 4}, {4, 12}});
            break;
    }
}

}  // namespace engram
