// The words of a scene: pins' pictures and names, tags of cue and state, notes and colour key in the corners.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/view/framing.h"
#include "render/figure/key.h"
#include "render/figure/layout.h"
#include "render/figure/pen.h"
#include "render/figure/raster.h"
#include "render/figure/room.h"

namespace engram {

namespace {

constexpr double kPicture = 34, kDisc = 22, kFrame = 2, kLift = 0.012;

class Overlay {
public:
    Overlay(const Scene& scene, const Camera& camera, Rect rect, LaidOut& out, const Style& style, const TextMetrics& metrics,
            const std::vector<Rect>& taken)
        : scene_(scene),
          camera_(camera),
          rect_(rect),
          out_(out),
          pen_(out.list, style, metrics),
          room_(inset(rect, pen_.space(4))),
          stem_(pen_.mark(stemHeight(rect.height / pen_.mark(1)))) {
        for (const Rect& r : taken) room_.take(r);
        for (const SceneMark& mark : scene.marks) {
            if (const Surface* s = std::get_if<Surface>(&mark)) surface_ = s;
            if (std::holds_alternative<Globe>(mark)) globe_ = true;
        }
    }

    void draw() {
        drawCorners();
        keepOffPaths();
        const std::vector<const Pin*> pins = pinsFarFirst();
        for (const Pin* pin : pins) drawPicture(*pin);
        for (const Pin* pin : pins) drawPinLabel(*pin);
        for (const SceneMark& mark : scene_.marks)
            if (const Tag* tag = std::get_if<Tag>(&mark)) drawTagLabel(*tag);
        for (const SceneMark& mark : scene_.marks)
            if (const Sheet* sheet = std::get_if<Sheet>(&mark)) drawSheetLabel(*sheet);
        for (const Plate& plate : plates_) tie(plate.rect, plate.owner);  // below all plates
        for (const Plate& plate : plates_) drawPlate(plate);
    }

private:
    struct Spotted {
        Pt at;
        double depth = 0;
        bool seen = false;
    };

    // `lift`: how far above its place the mark still shows, in px.
    Spotted spot(Vec3 at, bool onSurface, double lift = 0) const {
        if (onSurface && surface_) at[2] = float(surfaceZ(*surface_, at[0], at[1]) + kLift);
        const Projected p = project(camera_, rect_.width, rect_.height, at);
        const Pt place{rect_.x + p.x, rect_.y + p.y};
        return {place, p.depth, p.depth > 0 && rect_.contains(place) && !(globe_ && behindGlobe(at) && onGlobe({place.x, place.y - lift}))};
    }

    // On the unit sphere a point is seen where its outward direction looks towards the eye.
    bool behindGlobe(Vec3 at) const {
        const std::array<double, 3> from = eye(camera_);
        const double square = double(at[0]) * at[0] + double(at[1]) * at[1] + double(at[2]) * at[2];
        return square <= 1.2 && at[0] * from[0] + at[1] * from[1] + at[2] * from[2] < square;
    }

    // Whether a place of the view lies on the disc that the unit sphere covers.
    bool onGlobe(Pt place) const {
        const Projected centre = project(camera_, rect_.width, rect_.height, {0, 0, 0});
        const double focal = 0.5 * rect_.height / std::tan(camera_.fovDeg * std::numbers::pi / 360);
        const double radius = focal / std::sqrt(std::max(1e-6, centre.depth * centre.depth - 1));
        return std::hypot(place.x - rect_.x - centre.x, place.y - rect_.y - centre.y) < radius;
    }

    Spotted spot(const Pin& pin) const { return spot(pin.at, pin.onSurface, stem_ + pen_.mark(kPicture / 2)); }

    void keepOffPaths() {
        for (const SceneMark& mark : scene_.marks) {
            if (const Lines* l = std::get_if<Lines>(&mark); l && l->kind == LineKind::Trail && l->at) {
                constexpr std::size_t kEnough = 1000;  // points, to keep labels off a path of any length
                std::vector<Pt> path;
                for (std::size_t i = 0; i < l->at->size(); i += 1 + l->at->size() / kEnough)
                    if (const Spotted s = spot((*l->at)[i], l->onSurface); s.depth > 0 && std::isfinite(s.at.x + s.at.y))
                        path.push_back(s.at);
                room_.takeLine(path, pen_.mark(8));
            }
            if (const Tag* t = std::get_if<Tag>(&mark))
                if (const Spotted s = spot(t->at, t->onSurface); s.seen) room_.takeDisc(s.at, pen_.mark(9));
            if (const Pin* p = std::get_if<Pin>(&mark))
                if (const Spotted s = spot(*p); s.seen) {
                    room_.take({s.at.x - pen_.mark(9), s.at.y - pen_.mark(5.5), pen_.mark(18), pen_.mark(11)});
                    room_.takeLine({s.at, {s.at.x, s.at.y - stem_}}, pen_.mark(2));
                    room_.take(inset(head(*p), -pen_.mark(kFrame)));
                }
        }
    }

    std::vector<const Pin*> pinsFarFirst() const {
        std::vector<const Pin*> pins;
        for (const SceneMark& mark : scene_.marks)
            if (const Pin* p = std::get_if<Pin>(&mark); p && spot(*p).seen) pins.push_back(p);
        std::stable_sort(pins.begin(), pins.end(), [&](const Pin* a, const Pin* b) { return spot(*a).depth > spot(*b).depth; });
        return pins;
    }

    // The picture, or the numbered disc, at the head of the stem.
    Rect head(const Pin& pin) const {
        const Pt foot = spot(pin).at;
        const double side = pen_.mark(pin.picture.pixels ? kPicture : kDisc);
        return {foot.x - side / 2, foot.y - stem_ - side, side, side};
    }

    void drawPicture(const Pin& pin) {
        const Rect at = head(pin);
        const Rgba colour = pen_.colour(pin.paint);
        out_.hits.push_back({at, -1, pin.picture.width, pin.picture.height, pin.value.empty() ? pin.name : pin.name + ": " + pin.value});
        if (const Raster picture = paintPicture(pin.picture, pen_.theme())) {
            pen_.framedImage(at, picture, colour, pen_.mark(kFrame), pen_.mark(4));
            return;
        }
        const Pt centre{at.x + at.width / 2, at.y + at.height / 2};
        pen_.ring(centre, at.width / 2, pen_.theme().scene, {colour, pen_.mark(2.2), {}});
        const std::string number = pin.name.substr(pin.name.find_last_of(' ') + 1);  // of "memory 8"
        const Font font{pen_.style().small, Weight::Bold};
        if (pen_.width(number, font) < pen_.mark(18))
            pen_.text({centre.x, centre.y + kMiddle * font.size}, number, font, pen_.theme().textPrimary, Anchor::Middle);
    }

    // A name in strong text and a value beside it.
    struct Plate {
        std::string name, value;
        Rgba colour;  // of the name
        Rect owner;   // what it names; a plate that is not next to it is tied to it
        Rect rect;
    };

    double padding() const { return pen_.space(8); }
    double valueGap() const { return 0.45 * pen_.style().body; }
    Font strong() const { return {pen_.style().body, Weight::Bold}; }
    Font plain() const { return {pen_.style().body}; }

    // Puts the plate at the first free of the places that `round` proposes.
    template <class Places>
    bool place(Plate plate, Places round) {
        const double value = plate.value.empty() ? 0 : valueGap() + pen_.width(plate.value, plain());
        const auto at = room_.place(round(pen_.width(plate.name, strong()) + value + 2 * padding(), 1.65 * pen_.style().body));
        if (!at) return false;
        plate.rect = *at;
        plates_.push_back(std::move(plate));
        return true;
    }

    void drawPlate(const Plate& plate) {
        pen_.box(plate.rect, withAlpha(pen_.theme().panel, 0.86f), pen_.space(4));
        const double x = plate.rect.x + padding(), baseline = plate.rect.y + plate.rect.height / 2 + kMiddle * pen_.style().body;
        pen_.text({x, baseline}, plate.name, strong(), plate.colour);
        pen_.text({x + pen_.width(plate.name, strong()) + valueGap(), baseline}, plate.value, plain(), pen_.theme().textSecondary);
    }

    void tie(const Rect& plate, const Rect& owner) {
        const Pt from{std::clamp(owner.x + owner.width / 2, plate.x, plate.right()),
                      std::clamp(owner.y + owner.height / 2, plate.y, plate.bottom())};
        const Pt to{std::clamp(from.x, owner.x, owner.right()), std::clamp(from.y, owner.y, owner.bottom())};
        if (std::hypot(to.x - from.x, to.y - from.y) < pen_.mark(12)) return;
        pen_.line(from, to, {withAlpha(pen_.theme().textSecondary, 0.7f), pen_.style().axis, {}});
    }

    void drawPinLabel(const Pin& pin) {
        if (pin.name.empty() && pin.value.empty()) return;
        const Rect picture = inset(head(pin), -pen_.mark(kFrame));
        const double gap = pen_.space(5);
        place({pin.name, pin.value, pen_.theme().textPrimary, picture, {}}, [&](double w, double h) {
            std::vector<Rect> places;
            const double middle = picture.y + (picture.height - h) / 2;
            for (double shift : {0.0, -0.7, 0.7, -1.4, 1.4, 2.1}) {
                places.push_back({picture.right() + gap, middle + shift * h, w, h});
                places.push_back({picture.x - gap - w, middle + shift * h, w, h});
            }
            const double least = rect_.x + gap, most = rect_.right() - gap - w;
            for (double up : {1.0, 2.2})
                for (double x : {picture.x + (picture.width - w) / 2, picture.x, picture.right() - w})
                    places.push_back({std::max(least, std::min(x, most)), picture.y - up * (h + gap), w, h});
            for (double down : {0.0, 1.1}) {
                places.push_back({picture.x + picture.width / 2 + gap, picture.bottom() + gap + down * h, w, h});
                places.push_back({picture.x + picture.width / 2 - gap - w, picture.bottom() + gap + down * h, w, h});
            }
            return places;
        });
    }

    std::array<Pt, 4> outline(const Sheet& sheet) const {
        const auto on = [&](float u, float v) {
            Vec3 at = sheet.corner;
            for (std::size_t i = 0; i < 3; ++i) at[i] += u * sheet.across[i] + v * sheet.down[i];
            return spot(at, false).at;
        };
        return {on(0, 0), on(1, 0), on(1, 1), on(0, 1)};
    }

    // Whether a rectangle lies on any sheet, or touches one.
    bool onSheet(const Rect& r) const {
        return std::any_of(scene_.marks.begin(), scene_.marks.end(), [&](const SceneMark& mark) {
            const Sheet* sheet = std::get_if<Sheet>(&mark);
            if (!sheet) return false;
            const std::array<Pt, 4> corners = outline(*sheet);
            const Pt middle{r.x + r.width / 2, r.y + r.height / 2};
            int left = 0;
            for (std::size_t i = 0; i < 4; ++i) {
                const Pt a = corners[i], b = corners[(i + 1) % 4];
                if (clipped(a, b, r)) return true;
                left += (b.x - a.x) * (middle.y - a.y) - (b.y - a.y) * (middle.x - a.x) > 0;
            }
            return left == 0 || left == 4;
        });
    }

    // Beside the left edge, or else beside or under the sheet; with its value where there is room for both, and never over a sheet.
    void drawSheetLabel(const Sheet& sheet) {
        if (sheet.name.empty() && sheet.value.empty()) return;
        const std::array<Pt, 4> corners = outline(sheet);
        const Pt edge{0.4 * corners[0].x + 0.6 * corners[3].x, 0.4 * corners[0].y + 0.6 * corners[3].y};
        if (!rect_.contains(edge)) return;
        const auto byX = [](Pt a, Pt b) { return a.x < b.x; };
        const auto byY = [](Pt a, Pt b) { return a.y < b.y; };
        const Pt left = *std::min_element(corners.begin(), corners.end(), byX),
                 right = *std::max_element(corners.begin(), corners.end(), byX),
                 highest = *std::min_element(corners.begin(), corners.end(), byY),
                 lowest = *std::max_element(corners.begin(), corners.end(), byY);
        const double gap = pen_.space(10);
        const auto round = [&](double w, double h) {
            std::vector<Rect> places;
            for (const double down : {-0.5, 0.5, -1.5}) places.push_back({edge.x - gap - w, edge.y + down * h, w, h});
            places.push_back({left.x - gap - w, left.y - h / 2, w, h});
            places.push_back({right.x + gap, right.y - h / 2, w, h});
            places.push_back({lowest.x - w / 2, lowest.y + gap, w, h});
            std::erase_if(places, [&](const Rect& r) { return onSheet(r); });
            return places;
        };
        const Rect owner{left.x, highest.y, right.x - left.x, lowest.y - highest.y};
        if (!place({sheet.name, sheet.value, pen_.theme().textPrimary, owner, {}}, round) && !sheet.value.empty())
            place({sheet.name, {}, pen_.theme().textPrimary, owner, {}}, round);
    }

    void drawTagLabel(const Tag& tag) {
        const Spotted s = spot(tag.at, tag.onSurface);
        if (!s.seen || (tag.name.empty() && tag.value.empty())) return;
        const Rgba colour = tag.spot == Spot::State ? pen_.theme().textPrimary : pen_.labelColour(tag.paint);
        const double r = pen_.mark(tag.spot == Spot::State ? 9 : 7);
        place({tag.name, tag.value, colour, {s.at.x - r, s.at.y - r, 2 * r, 2 * r}, {}},
              [&](double w, double h) { return placesRound(s.at, w, h, pen_.mark(tag.spot == Spot::State ? 13 : 11), 5); });
    }

    // What a label centred under the key may take without leaving the view.
    double keyRoom(const Rect& key) const {
        const double middle = key.x + key.width / 2;
        return 2 * std::min(middle - rect_.x, rect_.right() - middle);
    }

    void drawCorners() {
        const Corners corners = cornersOf(scene_, rect_, pen_);
        if (corners.key) drawScrim(*corners.key, false);
        if (corners.notes.width > 0) drawScrim(corners.notes, true);
        if (corners.key) drawKey(pen_, *scene_.key, *corners.key, keyRoom(*corners.key)), room_.take(inset(*corners.key, -pen_.space(8)));
        if (corners.notes.width > 0) drawNotes(corners), room_.take(inset(corners.notes, -pen_.space(8)));
    }

    void drawNotes(const Corners& corners) {
        const Rect& block = corners.notes;
        const double size = pen_.style().small;
        double y = block.y + corners.line / 2 + kMiddle * size;
        for (const Sentence& sentence : corners.lines) {
            double x = block.x;
            for (const Words& words : sentence) {
                const Font font{size, words.strong ? Weight::Medium : Weight::Regular};
                pen_.text({x, y}, words.text, font, pen_.colour(words.paint));
                x += pen_.width(words.text, font);
            }
            y += corners.line;
        }
    }

    // A soft ground behind the words of a corner.
    void drawScrim(const Rect& words, bool left) {
        const double edge = pen_.space(8), across = (left ? words.right() - rect_.x : rect_.right() - words.x) + edge,
                     up = rect_.bottom() - words.y + edge;
        const double width = std::min(across + pen_.space(90), rect_.width), height = std::min(up + pen_.space(60), rect_.height);
        pen_.image({left ? rect_.x : rect_.right() - width, rect_.bottom() - height, width, height},
                   paintCorner(pen_.theme().scene, left ? Corner::BottomLeft : Corner::BottomRight, across / width, up / height), true);
    }

    const Scene& scene_;
    const Camera& camera_;
    Rect rect_;
    LaidOut& out_;
    Pen pen_;
    Room room_;
    double stem_;
    std::vector<Plate> plates_;
    const Surface* surface_ = nullptr;
    bool globe_ = false;
};

}  // namespace

LaidOut overlay(const Scene& scene, const Camera& camera, Rect rect, const Style& style, const TextMetrics& metrics,
                const std::vector<Rect>& taken) {
    LaidOut out;
    out.list.width = rect.width, out.list.height = rect.height;
    Overlay(scene, camera, rect, out, style, metrics, taken).draw();
    return out;
}

}  // namespace engram
