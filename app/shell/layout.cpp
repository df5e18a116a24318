#include "app/shell/layout.h"

#include <algorithm>
#include <cmath>

namespace engram {
namespace {

constexpr double kMenu = 28, kStatus = 24, kRail = 64, kColumn = 200, kTwoColumns = 376;
constexpr double kLeastParameters = 264, kMostParameters = 360;
constexpr double kLeastBeside = 1180, kLeastBesideProjected = 960;  // widths with room for the parameters beside the scene
constexpr double kLeastRow = 840, kLeastHeight = 560;               // for instruments side by side, and for any
constexpr double kRowShare = 0.3, kRowShareProjected = 0.26;        // of the height
constexpr double kProjectorScale = 1.6, kHugeScreenScale = 1.5;

struct Knot {
    double at, value;
};

// Piecewise linear, flat outside the knots, whole pixels.
double through(double at, const std::vector<Knot>& knots) {
    if (at <= knots.front().at) return knots.front().value;
    for (std::size_t i = 1; i < knots.size(); ++i)
        if (at <= knots[i].at) {
            const Knot &a = knots[i - 1], &b = knots[i];
            return std::round(a.value + (b.value - a.value) * (at - a.at) / (b.at - a.at));
        }
    return knots.back().value;
}

double scaleFor(double width, double height, Preset preset) {
    if (preset == Preset::Projector) return kProjectorScale;
    return width >= 3840 && height >= 2160 ? kHugeScreenScale : 1;
}

GalleryForm galleryFor(double width, bool bare, Preset preset) {
    if (bare || preset == Preset::Projector) return GalleryForm::Hidden;
    if (width < 1600) return GalleryForm::Rail;
    return width < 2560 ? GalleryForm::Column : GalleryForm::TwoColumns;
}

double galleryWidth(GalleryForm form) {
    switch (form) {
        case GalleryForm::Hidden:
            return 0;
        case GalleryForm::Rail:
            return kRail;
        case GalleryForm::Column:
            return kColumn;
        case GalleryForm::TwoColumns:
            return kTwoColumns;
    }
    return 0;
}

ParametersForm parametersFor(double width, bool bare, const LayoutWish& wish) {
    if (bare) return ParametersForm::Hidden;
    if (width < (wish.preset == Preset::Projector ? kLeastBesideProjected : kLeastBeside)) return ParametersForm::Drawer;
    if (!wish.docked) return ParametersForm::Hidden;
    return width < 1360 ? ParametersForm::Compact : ParametersForm::Full;
}

std::vector<Rect> splitRow(Rect row, const std::vector<double>& shares) {
    double total = 0;
    for (double share : shares) total += share;
    std::vector<Rect> cells;
    double x = row.x, passed = 0;
    for (double share : shares) {
        passed += share;
        const bool last = cells.size() + 1 == shares.size();
        const double right = last ? row.right() : row.x + std::round(row.width * passed / total);
        cells.push_back({x, row.y, right - x, row.height});
        x = right;
    }
    return cells;
}

void scaleRect(Rect& r, double k) { r = {r.x * k, r.y * k, r.width * k, r.height * k}; }

Layout atScaleOne(double w, double h, const LayoutWish& wish) {
    Layout l;
    const bool tiny = w < 800 || h < kLeastHeight, bare = tiny || wish.heroOnly;
    l.tabs = w < kLeastRow || h < kLeastHeight;
    l.energyLine = !l.tabs;
    l.subtitles = w < 1180 ? Subtitles::None : w < 1500 ? Subtitles::Short : Subtitles::Full;
    l.galleryForm = galleryFor(w, bare, wish.preset);
    l.parametersForm = tiny && wish.drawer && !wish.heroOnly ? ParametersForm::Drawer : parametersFor(w, bare, wish);
    l.transportWidth = w < 1600 ? 190 : 250;

    const double galleryW = galleryWidth(l.galleryForm);
    const double parametersW = std::clamp(std::round(kLeastParameters + (w - 1280) * 0.1), kLeastParameters, kMostParameters);
    const double dockedW = l.parametersForm == ParametersForm::Full || l.parametersForm == ParametersForm::Compact ? parametersW : 0;
    const double timelineH = through(h, {{720, 84}, {1080, 108}, {1440, 120}});
    const double workTop = kMenu, workBottom = h - kStatus, timelineTop = workBottom - timelineH;

    auto shares = wish.instrumentShares;
    if (wish.preset == Preset::Projector && shares.size() > 2) shares.resize(2);
    const bool hasRow = wish.instruments && !bare && !shares.empty();
    const double share = wish.preset == Preset::Projector ? kRowShareProjected : kRowShare;
    const double rowH = hasRow ? std::min(through(h, {{720, 188}, {1080, 252}, {1440, 320}}), std::floor(share * h)) : 0;

    l.menu = {0, 0, w, kMenu};
    l.status = {0, workBottom, w, kStatus};
    l.gallery = {0, workTop, galleryW, workBottom - workTop};
    l.timeline = {galleryW, timelineTop, w - galleryW, timelineH};
    l.scene = {galleryW, workTop, w - galleryW - dockedW, timelineTop - workTop - rowH};
    if (l.parametersForm != ParametersForm::Hidden) l.parameters = {w - parametersW, workTop, parametersW, timelineTop - workTop};
    if (hasRow) {
        const Rect row{l.scene.x, l.scene.bottom(), l.scene.width, rowH};
        l.instruments = l.tabs ? std::vector<Rect>{row} : splitRow(row, shares);
    }
    return l;
}

// Text is read from the last row: all sizes are the projector's and follow the height.
Layout lectureLayout(double width, double height) {
    Layout l;
    l.scale = kProjectorScale * height / 1080;
    l.scene = {0, 0, width, height};
    l.galleryForm = GalleryForm::Hidden, l.parametersForm = ParametersForm::Hidden;
    l.energyLine = false;
    return l;
}

}  // namespace

Layout layout(double width, double height, const LayoutWish& wish) {
    if (wish.lecture) return lectureLayout(width, height);
    const double k = scaleFor(width, height, wish.preset);
    Layout l = atScaleOne(width / k, height / k, wish);
    l.scale = k;
    l.transportWidth *= k;
    for (Rect* r : {&l.menu, &l.gallery, &l.scene, &l.parameters, &l.timeline, &l.status}) scaleRect(*r, k);
    for (Rect& r : l.instruments) scaleRect(r, k);
    return l;
}

}  // namespace engram
