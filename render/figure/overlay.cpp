// The words of a scene: pins' pictures and names, tags of cue and state, notes and colour key in the corners.
#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "render/figure/key.h"
#include "render/figure/layout.h"
#include "render/figure/pen.h"
#include "render/figure/raster.h"
#include "render/figure/room.h"

namespace engram {

namespace {

constexpr double kStem = 66, kPicture = 34, kFrame = 2, kLift = 0.012;
constexpr double kCorner = 20, kKeyWidth = 190;

class Overlay {
public:
    Overlay(const Scene& scene, const Camera& camera, Rect rect, LaidOut& out, const Style& style, const TextMetrics& metrics,
            const std::vector<Rect>& taken)
        : scene_(scene), camera_(camera), rect_(rect), out_(out), pen_(out.list, style, metrics), room_(inset(rect, pen_.space(4))) {
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
    }

private:
    struct Spotted {
        Pt at;
        double depth = 0;
        bool seen = false;
    };

    Spotted spot(Vec3 at, bool onSurface) const {
        if (onSurface && surface_) at[2] = float(surfaceZ(*surface_, at[0], at[1]) + kLift);
        const Projected p = project(camera_, rect_.width, rect_.height, at);
        const Pt place{rect_.x + p.x, rect_.y + p.y};
        return {place, p.depth, p.depth > 0 && rect_.contains(place) && !(globe_ && behindGlobe(at))};
    }

    // On the unit sphere a point is seen where its outward direction looks towards the eye.
    bool behindGlobe(Vec3 at) const {
        const std::array<double, 3> from = eye(camera_);
        const double square = double(at[0]) * at[0] + double(at[1]) * at[1] + double(at[2]) * at[2];
        return square <= 1.2 && at[0] * from[0] + at[1] * from[1] + at[2] * from[2] < square;
    }

    void keepOffPaths() {
        for (const SceneMark& mark : scene_.marks) {
            if (const Lines* l = std::get_if<Lines>(&mark); l && l->kind == LineKind::Trail && l->at) {
                std::vector<Pt> path;
                for (const Vec3& v : *l->at)
                    if (const Spotted s = spot(v, l->onSurface); s.depth > 0 && std::isfinite(s.at.x + s.at.y)) path.push_back(s.at);
                room_.takeLine(path, pen_.mark(8));
            }
            if (const Tag* t = std::get_if<Tag>(&mark))
                if (const Spotted s = spot(t->at, t->onSurface); s.seen) room_.takeDisc(s.at, pen_.mark(9));
            if (const Pin* p = std::get_if<Pin>(&mark))
                if (const Spotted s = spot(p->at, p->onSurface); s.seen) {
                    room_.take({s.at.x - pen_.mark(9), s.at.y - pen_.mark(5.5), pen_.mark(18), pen_.mark(11)});
                    room_.takeLine({s.at, {s.at.x, s.at.y - pen_.mark(kStem)}}, pen_.mark(2));
                    room_.take(inset(head(s.at), -pen_.mark(kFrame)));
                }
        }
    }

    std::vector<const Pin*> pinsFarFirst() const {
        std::vector<const Pin*> pins;
        for (const SceneMark& mark : scene_.marks)
            if (const Pin* p = std::get_if<Pin>(&mark); p && spot(p->at, p->onSurface).seen) pins.push_back(p);
        std::stable_sort(pins.begin(), pins.end(),
                         [&](const Pin* a, const Pin* b) { return spot(a->at, a->onSurface).depth > spot(b->at, b->onSurface).depth; });
        return pins;
    }

    // The picture at the head of the stem.
    Rect head(Pt foot) const {
        const double side = pen_.mark(kPicture);
        return {foot.x - side / 2, foot.y - pen_.mark(kStem) - side, side, side};
    }

    void drawPicture(const Pin& pin) {
        const Rect at = head(spot(pin.at, pin.onSurface).at);
        const Rgba colour = pen_.colour(pin.paint);
        if (const Raster picture = paintPicture(pin.picture, pen_.theme())) {
            pen_.framedImage(at, picture, colour, pen_.mark(kFrame), pen_.mark(4));
            return;
        }
        const Pt centre{at.x + at.width / 2, at.bottom() - pen_.mark(12)};
        pen_.ring(centre, pen_.mark(11), pen_.theme().scene, {colour, pen_.mark(2.2), {}});
    }

    struct PlateWords {
        std::string name, value;
        Rgba nameColour;
    };

    // A plate with a name in strong text and a value beside it, at the first free of the places that `round` proposes. One that is
    // not next to `owner` is tied to it.
    template <class Places>
    void drawPlate(const PlateWords& words, const Rect& owner, Places round) {
        const double size = pen_.style().body, padding = pen_.space(8), gap = 0.45 * size;
        const Font strong{size, Weight::Bold}, plain{size};
        const double nameWidth = pen_.width(words.name, strong), valueWidth = words.value.empty() ? 0 : gap + pen_.width(words.value, plain);
        const auto at = room_.place(round(nameWidth + valueWidth + 2 * padding, 1.65 * size));
        if (!at) return;
        tie(*at, owner);
        pen_.box(*at, withAlpha(pen_.theme().panel, 0.86f), pen_.space(4));
        const double baseline = at->y + at->height / 2 + kMiddle * size;
        pen_.text({at->x + padding, baseline}, words.name, strong, words.nameColour);
        pen_.text({at->x + padding + nameWidth + gap, baseline}, words.value, plain, pen_.theme().textSecondary);
    }

    void tie(const Rect& plate, const Rect& owner) {
        const Pt from{std::clamp(owner.x + owner.width / 2, plate.x, plate.right()), std::clamp(owner.y + owner.height / 2, plate.y, plate.bottom())};
        const Pt to{std::clamp(from.x, owner.x, owner.right()), std::clamp(from.y, owner.y, owner.bottom())};
        if (std::hypot(to.x - from.x, to.y - from.y) < pen_.mark(12)) return;
        pen_.line(from, to, {withAlpha(pen_.theme().textSecondary, 0.7f), pen_.style().axis, {}});
    }

    void drawPinLabel(const Pin& pin) {
        if (pin.name.empty() && pin.value.empty()) return;
        const Rect picture = inset(head(spot(pin.at, pin.onSurface).at), -pen_.mark(kFrame));
        const double gap = pen_.space(5);
        drawPlate({pin.name, pin.value, pen_.theme().textPrimary}, picture, [&](double w, double h) {
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

    void drawTagLabel(const Tag& tag) {
        const Spotted s = spot(tag.at, tag.onSurface);
        if (!s.seen || (tag.name.empty() && tag.value.empty())) return;
        const Rgba colour = tag.spot == Spot::State ? pen_.theme().textPrimary : pen_.labelColour(tag.paint);
        const double r = pen_.mark(tag.spot == Spot::State ? 9 : 7);
        drawPlate({tag.name, tag.value, colour}, {s.at.x - r, s.at.y - r, 2 * r, 2 * r},
                  [&](double w, double h) { return placesRound(s.at, w, h, pen_.mark(tag.spot == Spot::State ? 13 : 11), 5); });
    }

    // Notes stand bottom left, the key bottom right; where both do not fit side by side the notes stand above the key.
    void drawCorners() {
        const double edge = pen_.space(14), line = 1.4 * pen_.style().small;
        std::optional<Rect> key;
        if (scene_.key) {
            const double side = pen_.space(24), width = std::min(pen_.space(kKeyWidth), rect_.width - 2 * side), height = keyHeight(pen_);
            key = Rect{rect_.right() - side - width, rect_.bottom() - edge - height, width, height};
        }
        double width = 0;
        for (const Sentence& sentence : scene_.notes) width = std::max(width, sentenceWidth(sentence));
        Rect notes{rect_.x + pen_.space(kCorner), 0, width, line * double(scene_.notes.size())};
        const bool stacked = key && notes.right() + pen_.space(kCorner) > key->x;
        notes.y = (stacked ? key->y : rect_.bottom()) - edge - notes.height;
        if (key) drawScrim(*key, false);
        if (width > 0) drawScrim(notes, true);
        if (key) drawKey(pen_, *scene_.key, *key), room_.take(inset(*key, -pen_.space(8)));
        if (width > 0) drawNotes(notes, line), room_.take(inset(notes, -pen_.space(8)));
    }

    void drawNotes(const Rect& block, double line) {
        const double size = pen_.style().small;
        double y = block.y + line / 2 + kMiddle * size;
        for (const Sentence& sentence : scene_.notes) {
            double x = block.x;
            for (const Words& words : sentence) {
                const Font font{size, words.strong ? Weight::Medium : Weight::Regular};
                pen_.text({x, y}, words.text, font, pen_.colour(words.paint));
                x += pen_.width(words.text, font);
            }
            y += line;
        }
    }

    double sentenceWidth(const Sentence& sentence) const {
        return std::accumulate(sentence.begin(), sentence.end(), 0.0, [&](double sum, const Words& w) {
            return sum + pen_.width(w.text, {pen_.style().small, w.strong ? Weight::Medium : Weight::Regular});
        });
    }

    // A soft ground behind the words of a corner.
    void drawScrim(const Rect& words, bool left) {
        const double across = (left ? words.right() - rect_.x : rect_.right() - words.x) * 1.9, up = (rect_.bottom() - words.y) * 2.1;
        const double width = std::min(across, rect_.width), height = std::min(up, rect_.height);
        pen_.image({left ? rect_.x : rect_.right() - width, rect_.bottom() - height, width, height}, paintCorner(pen_.theme().scene, left), true);
    }

    const Scene& scene_;
    const Camera& camera_;
    Rect rect_;
    LaidOut& out_;
    Pen pen_;
    Room room_;
    const Surface* surface_ = nullptr;
    bool globe_ = false;
};

}  // namespace

LaidOut overlay(const Scene& scene, const Camera& camera, Rect rect, const Style& style, const TextMetrics& metrics, const std::vector<Rect>& taken) {
    LaidOut out;
    out.list.width = rect.width, out.list.height = rect.height;
    Overlay(scene, camera, rect, out, style, metrics, taken).draw();
    return out;
}

}  // namespace engram
