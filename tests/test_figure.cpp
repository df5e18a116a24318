// Figures as laid out: ticks, labels that never overlap, everything at its place and size.
#include <QtTest>

#include <cmath>

#include "core/base/random.h"
#include "render/figure/layout.h"
#include "render/figure/room.h"
#include "tests/drawn.h"
#include "tests/fields.h"

using namespace engram;
using namespace engram::test;

namespace {

const Rect kRect{10, 20, 420, 260};

Plot energyPlot() {
    Plot plot;
    plot.x = {"time", "τ", 0, 9}, plot.y = {"", "", -1.25, 0.75};
    plot.marks = {curveOf("features", 91, 9, [](double t) { return 0.5 - 0.4 * std::exp(-t); }),
                  curveOf("hidden", 91, 9, [](double) { return 0.0; }),
                  curveOf("sum E", 91, 9, [](double t) { return -0.5 + 0.8 * std::exp(-t); })};
    plot.now = 2.2;
    return plot;
}

Scene sceneOf(std::uint64_t seed, int pins) {
    Random random(seed, 0);
    Scene scene;
    const auto place = [&] { return Vec3{float(random.uniform(-1.2, 1.2)), float(random.uniform(-1.2, 1.2)), 0}; };
    for (int i = 0; i < pins; ++i) {
        Pin pin;
        pin.at = place(), pin.paint = categoryPaint(i), pin.picture = pictureOf(4, 4), pin.name = "memory " + std::to_string(i),
        pin.value = "0.98";
        scene.marks.push_back(pin);
    }
    Lines trail;
    trail.kind = LineKind::Trail;
    std::vector<Vec3> points{place()};
    for (int i = 0; i < 20; ++i)
        points.push_back({points.back()[0] + float(random.uniform(-0.1, 0.15)), points.back()[1] + float(random.uniform(-0.15, 0.1)), 0});
    const Vec3 from = points.front(), to = points.back();
    trail.at = share(std::move(points));
    scene.marks.push_back(trail);
    scene.marks.push_back(Tag{from, Spot::Cue, {Ink::Cue}, "cue", "", false});
    scene.marks.push_back(Tag{to, Spot::State, {Ink::State}, "state", "step 22", false});
    scene.notes = {{{"Plane through memories 3, 8 and 5"}}, {{"12 %", {Ink::Cue}, true}, {" of the state lies outside it"}}};
    scene.key = ColourKey{"energy E", "deep", 0, 1, {-0.5, 0, 0.1}, {0, 0.8, 1}, true};
    return scene;
}

bool disjoint(const std::vector<Rect>& rects) {
    for (std::size_t i = 0; i < rects.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (overlap(rects[i], rects[j])) return false;
    return true;
}

bool textsDisjoint(const DrawList& list) {
    std::vector<Rect> rects;
    for (const TextItem& t : itemsOf<TextItem>(list)) rects.push_back(rectOf(t));
    return disjoint(rects);
}

}  // namespace

class TestFigure : public QObject {
    Q_OBJECT
private slots:
    void ticksAreNice() {
        Random random(1, 1);
        for (int trial = 0; trial < 3000; ++trial) {
            const double low = random.uniform(-1, 1) * std::pow(10, random.uniform(-6, 6)), span = std::pow(10, random.uniform(-6, 6));
            if (std::abs(low) > 1e8 * span) continue;
            const Axis axis{"", "", low, low + span};
            const std::vector<double> at = ticks(axis);
            QVERIFY2(at.size() >= 3 && at.size() <= 6, qPrintable(QString("%1 ticks from %2 over %3").arg(at.size()).arg(low).arg(span)));
            const double step = at[1] - at[0], mantissa = step / std::pow(10, std::floor(std::log10(step) + 1e-6));
            QVERIFY(std::abs(mantissa - 1) < 1e-3 || std::abs(mantissa - 2) < 1e-3 || std::abs(mantissa - 2.5) < 1e-3 ||
                    std::abs(mantissa - 5) < 1e-3);
            QVERIFY(at.front() >= low - 1e-6 * span && at.back() <= low + span * (1 + 1e-6));
        }
        QCOMPARE(ticks({"", "", 0, 1}, 4), (std::vector<double>{0, 0.5, 1}));
        QCOMPARE(ticks({"", "", 1, 1000, Scale::Log}).size(), std::size_t(4));
        QVERIFY(ticks({"", "", 1, 1}).empty());
        QVERIFY(ticks({"", "", -1, 10, Scale::Log}).empty());
    }

    void tickLabelsReadWell() {
        QCOMPARE(tickLabel(-0.5, 0.5), std::string("−0.5"));
        QCOMPARE(tickLabel(1, 0.25), std::string("1"));
        QCOMPARE(tickLabel(0, 0.1), std::string("0"));
        QCOMPARE(tickLabel(1e-17, 0.1), std::string("0"));
        QCOMPARE(tickLabel(0.001, 0), std::string("0.001"));
        QCOMPARE(tickLabel(1e-5, 0), std::string("10⁻⁵"));
        QCOMPARE(tickLabel(2.5e6, 5e5), std::string("2.5·10⁶"));
    }

    void frameConvertsBothWays() {
        const LaidOut out = layoutPlot(energyPlot(), kRect, windowStyle(theme("dark"), 1), kMetrics);
        const Pt p = out.frame.toDrawing(4.5, 0.1), back = out.frame.toData(p);
        QVERIFY(std::abs(back.x - 4.5) < 1e-9 && std::abs(back.y - 0.1) < 1e-9);
        QVERIFY(out.frame.area.contains(p));
        PlotFrame log{{0, 0, 100, 100}, {"", "", 0.01, 100, Scale::Log}, {"", "", 1, 10, Scale::Log}};
        QVERIFY(std::abs(log.toDrawing(1, 10).x - 50) < 1e-9 && std::abs(log.toDrawing(1, 10).y) < 1e-9);
    }

    void spreadingKeepsApartAndInside() {
        Random random(2, 0);
        for (int trial = 0; trial < 500; ++trial) {
            std::vector<double> wanted;
            for (int i = 0; i < 6; ++i) wanted.push_back(random.uniform(0, 100));
            const std::vector<double> got = spread(wanted, 12, 0, 100);
            for (std::size_t i = 0; i < got.size(); ++i) {
                QVERIFY(got[i] > -1e-9 && got[i] < 100 + 1e-9);
                for (std::size_t j = 0; j < i; ++j) {
                    QVERIFY(std::abs(got[i] - got[j]) > 12 - 1e-6);
                    QCOMPARE(got[i] < got[j], wanted[i] < wanted[j]);
                }
            }
        }
        QCOMPARE(spread({10, 50}, 12, 0, 100), (std::vector<double>{10, 50}));
    }

    void labelsOfCurvesNeverOverlap() {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            Random random(seed, 3);
            Plot plot;
            plot.x = {"time", "τ", 0, 9}, plot.y = {"", "", -1, 1};
            const int count = 1 + int(seed % 6);
            for (int k = 0; k < count; ++k) {
                const double a = random.uniform(-1, 1), b = random.uniform(-1, 1), c = random.uniform(0.2, 3);
                const double end = seed % 3 == 0 ? random.uniform(2, 9) : 9;
                plot.marks.push_back(
                    curveOf("curve " + std::to_string(k), 60, end, [=](double t) { return a * std::sin(c * t) + b * std::exp(-t); }));
            }
            for (const Rect& rect : {Rect{0, 0, 425, 212}, Rect{0, 0, 225, 148}, Rect{5, 7, 900, 600}})
                for (const Style& style : {windowStyle(theme("dark"), 1), paperStyle(theme("print"))}) {
                    const LaidOut out = layoutPlot(plot, rect, style, kMetrics);
                    QVERIFY2(textsDisjoint(out.list),
                             qPrintable(QString("seed %1, width %2: %3").arg(seed).arg(rect.width).arg(textsOf(out.list).join(" | "))));
                }
        }
    }

    void curvesAreNamedDirectly() {
        const QStringList texts = textsOf(layoutPlot(energyPlot(), {0, 0, 323, 220}, windowStyle(theme("dark"), 1), kMetrics).list);
        for (const char* name : {"features", "hidden", "sum E", "time, τ", "−0.5"}) QVERIFY2(texts.contains(name), name);
    }

    void labelsOfScenesNeverOverlap() {
        for (std::uint64_t seed = 0; seed < 120; ++seed) {
            const Scene scene = sceneOf(seed, 1 + int(seed % 7));
            for (const Rect& rect : {Rect{0, 0, 1392, 668}, Rect{30, 10, 952, 396}, Rect{0, 0, 500, 400}}) {
                const LaidOut out = overlay(scene, scene.camera, rect, windowStyle(theme("dark"), 1), kMetrics);
                std::vector<Rect> plates;   // of the names: what is rounded by 4 and filled with the plate's colour
                for (const RectItem& r : itemsOf<RectItem>(out.list))
                    if (r.filled && r.fill.a < 0.9f) plates.push_back(r.rect);
                QVERIFY(!plates.empty());
                QVERIFY2(disjoint(plates), qPrintable(QString("seed %1 at width %2").arg(seed).arg(rect.width)));
                for (const SceneMark& mark : scene.marks) checkClear(mark, scene.camera, rect, plates);
            }
        }
    }

    void overlayKeepsOffWhatIsTaken() {
        const Scene scene = sceneOf(4, 3);
        const Rect rect{0, 0, 952, 396}, title{0, 0, 952, 200};
        for (const RectItem& r :
             itemsOf<RectItem>(overlay(scene, scene.camera, rect, windowStyle(theme("dark"), 1), kMetrics, {title}).list))
            if (r.fill.a < 0.9f) QVERIFY(!overlap(r.rect, title));
    }

    void notesAndKeyAreAlwaysThere() {
        for (double width : {1392.0, 420.0, 260.0}) {
            const Scene scene = sceneOf(1, 3);
            const LaidOut out = overlay(scene, scene.camera, {0, 0, width, 500}, windowStyle(theme("light"), 1), kMetrics);
            const QStringList texts = textsOf(out.list);
            const QString all = texts.join(' ').simplified();   // wrapped where the view is narrow
            for (const char* text : {"Plane through memories 3, 8 and 5", "12 % of the state lies outside it", "energy E", "−0.5"})
                QVERIFY2(all.contains(text), text);
        }
    }

    void wordsOfFiguresKeepInside() {
        const Panel a{"a", "Recall", "", false, sceneWithSurface()}, b{"b", "Energy", "never rises", false, energyPlot()};
        for (const auto& [width, height] : {std::pair{238.0, 198.0}, {238.0, 142.0}, {85.0, 71.0}, {113.0, 113.0}, {493.0, 142.0}})
            for (const std::vector<const Panel*>& panels : {std::vector{&a}, {&b}, {&a, &b}, {&a, &b, &b, &b}}) {
                if (double(panels.size()) * 5000 > width * height) continue;   // less than about 25 mm x 25 mm a panel: no promise
                for (const TextItem& t : itemsOf<TextItem>(figure(panels, width, height, paperStyle(theme("print")), kMetrics, {}))) {
                    const Rect ink = rectOf(t);
                    const QString where = QString("%1 at %5, %6 in %2 x %3 of %4")
                                              .arg(t.text.c_str())
                                              .arg(width)
                                              .arg(height)
                                              .arg(panels.size())
                                              .arg(ink.x)
                                              .arg(ink.y);
                    QVERIFY2(ink.x >= -1 && ink.right() <= width + 1 && ink.y >= -1 && ink.bottom() <= height + 1, qPrintable(where));
                }
            }
    }

    void panelsKeepInside() {
        const Panel panel{"energy", "Energy", "never rises, 0 of 90 steps", false, energyPlot()};
        for (const Rect& rect : {Rect{0, 0, 455, 252}, Rect{3, 4, 278, 252}, Rect{0, 0, 323, 188}, Rect{0, 0, 140, 120}})
            for (double scale : {1.0, 1.6, 2.0}) {
                const Rect r{rect.x * scale, rect.y * scale, rect.width * scale, rect.height * scale};
                for (const TextItem& t : itemsOf<TextItem>(layoutPanel(panel, r, windowStyle(theme("dark"), scale), kMetrics).list)) {
                    const Rect ink = rectOf(t);
                    QVERIFY2(ink.x >= r.x - 1 && ink.right() <= r.right() + 1 && ink.y >= r.y - 1 && ink.bottom() <= r.bottom() + 1,
                             t.text.c_str());
                }
            }
    }

    void subtitlesShortenThenVanish() {
        Panel panel{"a", "Energy", "never rises, 0 of 90 steps", false, Absent{"no reason"}};
        const auto subtitle = [&](double width) {
            return textsOf(layoutPanel(panel, {0, 0, width, 100}, windowStyle(theme("dark"), 1), kMetrics).list).value(1);
        };
        QCOMPARE(subtitle(400), QString("never rises, 0 of 90 steps"));
        QCOMPARE(subtitle(200), QString("never rises"));
        QCOMPARE(subtitle(110), QString("no reason"));
    }

    void tilesShareOneSizeAndAreHit() {
        Tiles tiles;
        for (const char* name : {"cue", "state", "nearest memory"})
            tiles.tiles.push_back({pictureOf(28, 28), name, "caption", {Ink::Cue}, name[0] == 'c'});
        const LaidOut out = layoutTiles(tiles, kRect, windowStyle(theme("dark"), 1), kMetrics);
        const std::vector<ImageItem> images = itemsOf<ImageItem>(out.list);
        QCOMPARE(images.size(), std::size_t(3));
        for (const ImageItem& i : images) QVERIFY(!i.smooth && i.rect.width == images[0].rect.width && i.rect.width == i.rect.height);
        QCOMPARE(out.hits.size(), std::size_t(3));
        QCOMPARE(out.hits[0].item, 0);
        QCOMPARE(out.hits[1].item, -1);
        QCOMPARE(out.hits[0].pictureWidth, 28);
    }

    void markersCanBeDragged() {
        Plot plot;
        plot.equalAspect = true, plot.x = {"", "", -1, 1, Scale::Linear, false}, plot.y = plot.x;
        plot.marks.push_back(Marker{0.5, 0.5, categoryPaint(2), {}, "3", false, 7});
        const LaidOut out = layoutPlot(plot, kRect, windowStyle(theme("dark"), 1), kMetrics);
        QCOMPARE(out.hits.size(), std::size_t(1));
        QCOMPARE(out.hits[0].item, 7);
        QVERIFY(out.hits[0].rect.contains(out.frame.toDrawing(0.5, 0.5)));
        QCOMPARE(out.frame.area.width, out.frame.area.height);
    }

    void risingPiecesAreShown() {
        Plot plot = energyPlot();
        std::get<Curve>(plot.marks[2]).rising = {4, 5, 6};
        const Rgba red = theme("dark").colour({Ink::Rising});
        int triangles = 0, pieces = 0;
        for (const PathItem& p : itemsOf<PathItem>(layoutPlot(plot, kRect, windowStyle(theme("dark"), 1), kMetrics).list)) {
            triangles += p.filled && p.fill.r == red.r && p.points.size() == 3;
            pieces += p.stroked && p.stroke.colour.r == red.r && p.points.size() == 4;
        }
        QCOMPARE(triangles, 1);
        QCOMPARE(pieces, 1);
    }

    void gapsStayGapsAndLogsStayFinite() {
        Plot plot;
        plot.x = {"", "", 0, 1}, plot.y = {"", "", 1e-3, 1, Scale::Log};
        plot.marks.push_back(curveOf("", 50, 1, [](double x) { return x > 0.4 && x < 0.6 ? -1.0 : 0.1; }));
        int pieces = 0;
        for (const PathItem& p : itemsOf<PathItem>(layoutPlot(plot, kRect, windowStyle(theme("dark"), 1), kMetrics).list))
            if (p.stroke.width > 1.5) {
                ++pieces;
                for (Pt q : p.points) QVERIFY(std::isfinite(q.x) && std::isfinite(q.y));
            }
        QCOMPARE(pieces, 2);
    }

    void longCurvesAreThinned() {
        Plot plot;
        plot.x = {"", "", 0, 1}, plot.y = {"", "", -1, 1};
        plot.marks.push_back(curveOf("", 200000, 1, [](double x) { return std::sin(4000 * x); }));
        std::size_t most = 0;
        double top = 1e9;
        for (const PathItem& p : itemsOf<PathItem>(layoutPlot(plot, kRect, windowStyle(theme("dark"), 1), kMetrics).list))
            if (most = std::max(most, p.points.size()); p.points.size() > 10)
                for (Pt q : p.points) top = std::min(top, q.y);
        QVERIFY(most > 400 && most < 5000);
        QVERIFY(std::abs(top - layoutPlot(plot, kRect, windowStyle(theme("dark"), 1), kMetrics).frame.area.y) < 1);   // peaks are kept
    }

    void flatScenesAreMaps() {
        Scene scene = sceneOf(1, 2);
        Plot plot;
        QVERIFY(!flatten(scene, theme("print"), plot));   // nothing to see from above
        Surface surface;
        surface.energy = fieldOf(31, 2, [](double x, double y) { return x * x + y * y; });
        surface.fogStart = 1.5;
        scene.marks.push_back(surface);
        QVERIFY(flatten(scene, theme("print"), plot));
        QVERIFY(plot.equalAspect && std::holds_alternative<Heatmap>(plot.marks.front()));
        QCOMPARE(plot.x.high, 1.5);
        int markers = 0, journeys = 0;
        for (const PlotMark& m : plot.marks) markers += std::holds_alternative<Marker>(m), journeys += std::holds_alternative<Journey>(m);
        QCOMPARE(markers, 2);
        QCOMPARE(journeys, 1);
        scene.marks.push_back(Globe{});
        QVERIFY(!flatten(scene, theme("print"), plot));
    }

    void nothingOnPaperIsSmallerThanSixPoints() {
        const Panel a{"a", "Recall", "", false, sceneWithSurface()}, b{"b", "Energy", "", false, energyPlot()};
        for (const char* name : {"print", "dark", "light"}) {
            const DrawList list = figure({&a, &b}, 238, 170, paperStyle(theme(name)), kMetrics, [](const Scene&, double, double) {
                return Pixels{1, 1, {0, 0, 0, 255}};
            });
            for (const TextItem& t : itemsOf<TextItem>(list)) QVERIFY2(t.font.size >= 6, t.text.c_str());
            const QStringList texts = textsOf(list);
            for (const char* text : {"a", "b", "Recall", "Energy", "features"}) QVERIFY2(texts.contains(text), text);
            QVERIFY2(texts.join(' ').simplified().contains("12 % of the state lies outside it"), qPrintable(texts.join(' ')));
        }
    }

private:
    static Scene sceneWithSurface() {
        Scene scene = sceneOf(1, 2);
        Surface surface;
        surface.energy = fieldOf(31, 2, [](double x, double y) { return x * x + y * y; });
        surface.contourStep = 0.2;
        scene.marks.push_back(surface);
        return scene;
    }

    // No plate lies on a pin's picture, the trail or the state.
    void checkClear(const SceneMark& mark, const Camera& camera, const Rect& rect, const std::vector<Rect>& plates) {
        const auto place = [&](Vec3 v) {
            const Projected p = project(camera, rect.width, rect.height, v);
            return Pt{rect.x + p.x, rect.y + p.y};
        };
        for (const Rect& plate : plates) {
            if (const Pin* pin = std::get_if<Pin>(&mark))
                if (const Pt foot = place(pin->at); rect.contains(foot)) QVERIFY(!overlap(plate, {foot.x - 17, foot.y - 100, 34, 34}));
            if (const Lines* l = std::get_if<Lines>(&mark))
                for (std::size_t i = 1; i < l->at->size(); ++i)
                    QVERIFY(!clipped(place((*l->at)[i - 1]), place((*l->at)[i]), plate).has_value());
            if (const Tag* tag = std::get_if<Tag>(&mark))
                if (const Pt at = place(tag->at); rect.contains(at)) QVERIFY(!plate.contains(at));
        }
    }
};

QTEST_GUILESS_MAIN(TestFigure)
#include "test_figure.moc"
