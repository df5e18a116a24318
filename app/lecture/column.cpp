#include "app/lecture/column.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "app/language/language.h"
#include "app/lecture/formula.h"
#include "core/view/theme.h"
#include "render/figure/raster.h"
#include "render/figure/wrapping.h"

namespace engram {

namespace {

// In 1080ths of the height.
constexpr double kLeft = 80, kTop = 96, kWide = 720, kSentence = 56, kQuestion = 34, kBody = 30, kSmall = 26;
constexpr double kPicture = 76, kCue = 206, kKey = 42, kRow = 96, kBar = 22, kBottom = 62, kDot = 6, kDotGap = 26, kFormulaEm = 38;
constexpr double kActionTop = 190, kScrimEnd = 60, kClear = 110;
constexpr double kNarrowShare = 0.44;  // of the width, on screens that are not wide
constexpr double kLine = 1.26;
constexpr double kLeastHalf = 0.42;  // of the height: narrower ones stand one above the other
constexpr double kHalfEdge = 40, kHalfTop = 160;
constexpr float kPlanned = 0.35f;  // of its strength keeps a sentence that is not about what is seen
constexpr double kSecondTop = 0.56, kSecondTopEarly = 0.44, kAboveSecond = 24;  // shares of the height; under many words and under few
constexpr double kHint = 22, kHintBaseline = 20;

Rgba faded(Rgba colour, float alpha) {
    colour.a = alpha;
    return colour;
}

class Column {
public:
    Column(double width, double height, bool hasSecond, const Theme& theme, const TextMetrics& metrics)
        : areas_(lectureAreas(width, height, hasSecond)), theme_(theme), metrics_(metrics), width_(width), height_(height), y_(px(kTop)) {
        list_.width = width, list_.height = height;
    }

    DrawList made(const ColumnText& text) {
        scrim();
        if (text.detour)
            this->text(areas_.column.x, areas_.column.y - px(12), utf8(Panels::tr("Planned")), kSmall, Weight::Medium, theme_.accent);
        words(text.sentence, kSentence, Weight::Bold, faded(theme_.textPrimary, text.detour ? kPlanned : 1));
        if (text.formula) formula(text.formula, text.density);
        if (!text.question.empty()) y_ += px(14), words(text.question, kQuestion, Weight::Regular, theme_.textSecondary);
        if (!text.answers.empty()) answers(text);
        y_ += px(16);
        for (const std::string& caption : text.captions) words(caption, kBody, Weight::Regular, theme_.textSecondary), y_ += px(6);
        wordsEnd_ = y_;
        dots(text);
        smallPrint(text);
        return std::move(list_);
    }
    double wordsEnd() const { return wordsEnd_; }

private:
    double px(double units) const { return units * areas_.unit; }

    void text(double x, double baseline, const std::string& words, double size, Weight weight, Rgba colour, Anchor anchor = Anchor::Left) {
        list_.items.push_back(TextItem{{x, baseline}, words, {px(size), weight}, colour, anchor, false, {}});
    }

    std::vector<std::string> linesOf(const std::string& words, Font font, double room) const {
        return words.empty() ? std::vector<std::string>() : wrappedLines(words, font, room, metrics_);
    }

    void words(const std::string& words, double size, Weight weight, Rgba colour) {
        for (const std::string& line : linesOf(words, {px(size), weight}, areas_.column.width)) {
            y_ += px(size) * kLine;
            text(areas_.column.x, y_ - 0.26 * px(size), line, size, weight, colour);
        }
    }

    // Ground that the words can be read on, whatever the scene behind them is.
    void scrim() {
        const Rgba full = faded(theme_.scene, 0.94f), none = faded(theme_.scene, 0);
        const double solid = std::round(areas_.column.right()), end = std::round(areas_.column.right() + px(kScrimEnd));  // whole pixels
        list_.items.push_back(ScrimItem{{0, 0, solid, height_}, {full, full, full, full}});
        list_.items.push_back(ScrimItem{{solid, 0, end - solid, height_}, {full, none, none, full}});
    }

    void formula(const std::shared_ptr<const Pixels>& pixels, double density) {
        y_ += px(26);
        double height = pixels->height / density, width = pixels->width / density;
        if (width > areas_.column.width) height *= areas_.column.width / width, width = areas_.column.width;
        list_.items.push_back(ImageItem{{areas_.column.x, y_, width, height}, pixels, true});
        y_ += height;
    }

    void frame(Rect r, Rgba colour, double stroke) { list_.items.push_back(RectItem{r, px(5), false, {}, true, {colour, px(stroke), {}}}); }

    void picture(const Picture& shown, Rect r, Rgba colour) {
        list_.items.push_back(ImageItem{r, paintPicture(shown, theme_), false});
        frame(r, colour, 3);
    }

    void answers(const ColumnText& said) {
        y_ += px(34);
        const double top = y_, left = areas_.column.x + (said.cue ? px(kCue + 36) : 0);
        if (said.cue) picture(*said.cue, {areas_.column.x, top, px(kCue), px(kCue)}, theme_.colour({Ink::Cue}));
        const int most = std::accumulate(said.answers.begin(), said.answers.end(), 1,
                                         [](int sum, const AnswerRow& a) { return std::max(sum, a.votes); });
        double words = 0;  // the widest answer without a picture
        for (const AnswerRow& a : said.answers)
            if (!a.picture.pixels) words = std::max(words, metrics_.width(a.text, {px(kBody), Weight::Medium}));
        for (std::size_t i = 0; i < said.answers.size(); ++i) answer(said, int(i), left, top + double(i) * px(kRow), words, most);
        y_ = top + std::max(said.cue ? px(kCue) : 0.0, double(said.answers.size()) * px(kRow) - px(kRow - kPicture)) + px(18);
    }

    void answer(const ColumnText& said, int index, double x, double y, double wordsWidth, int most) {
        const AnswerRow& a = said.answers[std::size_t(index)];
        const bool grey = said.right >= 0 && said.right != index, right = said.right == index;
        const Rgba colour = grey ? theme_.textTertiary : theme_.colour(a.paint), letters = grey ? theme_.textTertiary : theme_.textPrimary;
        const double middle = y + px(kPicture) / 2;
        const Rect key{x, middle - px(kKey) / 2, px(kKey), px(kKey)};
        frame(key, grey ? theme_.textTertiary : theme_.textSecondary, 1.5);
        text(key.x + key.width / 2, middle + px(9.5), std::to_string(index + 1), kSmall, Weight::Medium, letters, Anchor::Middle);
        x = key.right() + px(20);
        if (a.picture.pixels) {
            picture(a.picture, {x, y, px(kPicture), px(kPicture)}, colour);
            x += px(kPicture) + px(22);
        } else {
            text(x, middle + px(10.5), a.text, kBody, right ? Weight::Bold : Weight::Medium, letters);
            x += wordsWidth + px(24);
        }
        if (!said.counted) {
            if (right) tick({x + px(12), middle}, colour);
            return;
        }
        const double room = std::max(px(60), areas_.column.right() - x - px(96));
        const Rect track{x, middle - px(kBar) / 2, room, px(kBar)};
        list_.items.push_back(RectItem{track, px(kBar) / 2, true, faded(theme_.textTertiary, 0.35f), false, {}});
        if (a.votes > 0)
            list_.items.push_back(RectItem{
                {track.x, track.y, std::max(px(kBar), room * a.votes / most), track.height}, px(kBar) / 2, true, colour, false, {}});
        const std::string count = std::to_string(a.votes);
        text(track.right() + px(18), middle + px(11), count, kBody, Weight::Bold, letters);
        if (right) tick({track.right() + px(44) + metrics_.width(count, {px(kBody), Weight::Bold}), middle}, colour);
    }

    // Which answer was right is never said by colour alone.
    void tick(Pt at, Rgba colour) {
        list_.items.push_back(PathItem{{{at.x - px(9), at.y}, {at.x - px(2), at.y + px(8)}, {at.x + px(11), at.y - px(9)}},
                                       false,
                                       false,
                                       {},
                                       true,
                                       {colour, px(4.5), {}}});
    }

    void dots(const ColumnText& said) {
        double x = areas_.column.x + px(kDot);
        const double gap = std::min(px(kDotGap), areas_.column.width * 0.6 / said.sceneCount), y = height_ - px(kBottom);
        for (int i = 0; i < said.sceneCount; ++i) {
            const bool now = i == said.scene;
            if (now)
                list_.items.push_back(
                    RectItem{{x - px(kDot), y - px(kDot), gap + px(kDot), 2 * px(kDot)}, px(kDot), true, theme_.accent, false, {}});
            else
                list_.items.push_back(DiscItem{
                    {x, y}, px(kDot) * 0.9, true, i < said.scene ? theme_.textSecondary : faded(theme_.textTertiary, 0.5f), false, {}});
            x += now ? 1.8 * gap : gap;
        }
        const int votes =
            std::accumulate(said.answers.begin(), said.answers.end(), 0, [](int sum, const AnswerRow& a) { return sum + a.votes; });
        if (votes > 0)
            text(x + px(14), y + px(9), utf8(votes == 1 ? Panels::tr("1 vote") : Panels::tr("%1 votes").arg(votes)), kSmall,
                 Weight::Regular, theme_.textSecondary);
    }

    void smallPrint(const ColumnText& said) {
        double baseline = height_ - px(kBottom + 44);
        for (auto it = said.smallPrint.rbegin(); it != said.smallPrint.rend(); ++it) {
            const auto lines = linesOf(*it, {px(kSmall), Weight::Regular}, areas_.column.width);
            for (auto line = lines.rbegin(); line != lines.rend(); ++line, baseline -= px(kSmall) * kLine)
                text(areas_.column.x, baseline, *line, kSmall, Weight::Regular, theme_.textTertiary);
        }
    }

    LectureAreas areas_;
    const Theme& theme_;
    const TextMetrics& metrics_;
    double width_, height_, y_, wordsEnd_ = 0;
    DrawList list_;
};

}  // namespace

LectureAreas lectureAreas(double width, double height, bool hasSecond) {
    LectureAreas areas;
    const double u = areas.unit = height / 1080;
    const bool wide = width >= 1600 && width / height > 1.7;
    const double right = wide ? (kLeft + kWide) * u : kNarrowShare * width;
    areas.column = {kLeft * u, kTop * u, right - kLeft * u, height - 2 * kTop * u};
    areas.clearLeft = (right + kClear * u) / width;
    areas.action = {right + 70 * u, kActionTop * u, width - right - 130 * u, height - (kActionTop + 70) * u};
    if (hasSecond) areas.second = {areas.column.x, height * kSecondTop, areas.column.width, height * (1 - kSecondTop) - (kBottom + 130) * u};
    const double left = std::round(areas.clearLeft * width), half = std::round((width - left) / 2), middle = std::round(height / 2);
    if (half > kLeastHalf * height)
        areas.pair = {Rect{left, 0, half, height}, Rect{left + half, 0, width - left - half, height}};
    else
        areas.pair = {Rect{left, 0, width - left, middle}, Rect{left, middle, width - left, height - middle}};
    return areas;
}

Rect insideOf(const Rect& half, double u) {
    return {half.x + kHalfEdge * u, half.y + kHalfTop * u, half.width - 2 * kHalfEdge * u, half.height - (kHalfTop + 70) * u};
}

std::vector<Font> columnFonts(double height) {
    const double u = height / 1080;
    return {{kSentence * u, Weight::Bold}, {kQuestion * u, Weight::Regular}, {kBody * u, Weight::Regular}, {kBody * u, Weight::Medium},
            {kBody * u, Weight::Bold},     {kSmall * u, Weight::Regular},    {kSmall * u, Weight::Medium},  {kHint * u, Weight::Regular}};
}

std::shared_ptr<const Pixels> columnFormula(const std::string& name, double unit, const Theme& theme, const std::string& lit) {
    const Formula formula(name);
    return formula.pixels(kFormulaEm * unit * formula.size().height(), theme, lit);
}

DrawList actionTitle(const Panel& panel, const Rect& r, double u, const Theme& theme, const TextMetrics& metrics) {
    const auto fitted = [&](std::string text, Font font) {
        if (metrics.width(text, font) <= r.width) return text;
        while (!text.empty() && metrics.width(text + "…", font) > r.width)
            text.resize(text.find_last_of(' ') == std::string::npos ? 0 : text.find_last_of(' '));
        return text + "…";
    };
    DrawList list;
    list.items.push_back(TextItem{{r.x, r.y - 66 * u},
                                  fitted(panel.title, {kBody * u, Weight::Bold}),
                                  {kBody * u, Weight::Bold},
                                  theme.textPrimary,
                                  Anchor::Left,
                                  false,
                                  {}});
    std::vector<std::string> clauses = byClauses(panel.subtitle);
    std::erase_if(clauses, [&](const std::string& c) { return metrics.width(c, {kSmall * u}) > r.width; });
    if (!clauses.empty())
        list.items.push_back(TextItem{{r.x, r.y - 28 * u}, clauses.front(), {kSmall * u}, theme.textSecondary, Anchor::Left, false, {}});
    return list;
}

DrawList column(const ColumnText& text, double width, double height, bool hasSecond, const Theme& theme, const TextMetrics& metrics,
                double* wordsEnd) {
    Column column(width, height, hasSecond, theme, metrics);
    DrawList list = column.made(text);
    if (wordsEnd) *wordsEnd = column.wordsEnd();
    return list;
}

// One of two places, so that it does not move while numbers in the words change.
Rect secondUnder(const LectureAreas& areas, double wordsEnd, double height) {
    Rect r = areas.second;
    if (r.height <= 0 || wordsEnd + kAboveSecond * areas.unit > kSecondTopEarly * height) return r;
    r.height += r.y - kSecondTopEarly * height, r.y = kSecondTopEarly * height;
    return r;
}

DrawList keysHint(const LectureAreas& areas, double height, double strength, const Theme& theme) {
    DrawList list;
    list.items.push_back(TextItem{{areas.column.x, height - kHintBaseline * areas.unit},
                                  utf8(Panels::tr("Next: Page Down · Back: Page Up · Leave: Esc")),
                                  {kHint * areas.unit, Weight::Regular},
                                  faded(theme.textSecondary, float(strength)),
                                  Anchor::Left,
                                  false,
                                  {}});
    return list;
}

}  // namespace engram
