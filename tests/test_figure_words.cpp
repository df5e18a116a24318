// Names of curves that cannot be taken for another's, words of figures that are never cut, and grounds that words can be read on.
#include <QtTest>
#include <cmath>
#include <map>
#include <set>

#include "core/base/random.h"
#include "render/figure/layout.h"
#include "render/figure/pen.h"
#include "render/figure/raster.h"
#include "render/figure/room.h"
#include "render/figure/wrapping.h"
#include "tests/drawn.h"
#include "tests/fields.h"

using namespace engram;
using namespace engram::test;

namespace {

Rgba over(Rgba below, Rgba above) {
    return {above.r * above.a + below.r * (1 - above.a), above.g * above.a + below.g * (1 - above.a),
            above.b * above.a + below.b * (1 - above.a), 1};
}

// The drawing of curves that end at random places, all at one time or each at its own.
Plot randomCurves(std::uint64_t seed) {
    Random random(seed, 5);
    Plot plot;
    plot.x = {"time", "τ", 0, 9}, plot.y = {"", "", -1, 1};
    const bool together = seed % 2 == 0;
    for (int k = 0; k < 2 + int(seed % 4); ++k) {
        const double to = random.uniform(-0.9, 0.9), end = together ? 6 : random.uniform(3, 9);
        plot.marks.push_back(curveOf("curve " + std::to_string(k), 60, end, [=](double t) { return to * (1 - std::exp(-2 * t)); }));
        std::get<Curve>(plot.marks.back()).paint = categoryPaint(k);
    }
    return plot;
}

Tiles tilesOf(std::initializer_list<std::pair<const char*, const char*>> words) {
    Tiles tiles;
    for (const auto& [title, caption] : words) tiles.tiles.push_back({pictureOf(4, 4), title, caption, {Ink::Cue}});
    return tiles;
}

Scene mapScene() {
    Scene scene;
    Surface surface;
    surface.energy = fieldOf(31, 1, [](double x, double y) { return x * x + y * y; });
    scene.marks.push_back(surface);
    for (const auto& [x, y] : {std::pair{-0.9f, -0.9f}, {0.92f, 0.9f}, {0.95f, -0.2f}, {0.f, 0.97f}}) {
        Pin pin;
        pin.at = {x, y, 0}, pin.paint = categoryPaint(int(scene.marks.size())), pin.picture = pictureOf(4, 4), pin.name = "memory";
        scene.marks.push_back(pin);
    }
    scene.marks.push_back(Tag{{0.3f, 0.2f, 0}, Spot::Cue, {Ink::Cue}, "cue", "", false});
    scene.marks.push_back(Tag{{-0.3f, 0.1f, 0}, Spot::State, {Ink::State}, "state", "step 22", false});
    scene.key = ColourKey{"energy E, log above −0.31", "deep", 0, 1, {-0.5, 0.1}, {0, 1}, true};
    return scene;
}

}  // namespace

class TestFigureWords : public QObject {
    Q_OBJECT
private slots:
    // The name of a curve keeps to its side of the others: names in the order of ends that lie together, and by an end of its own no other
    // curve as near. Where that cannot be, all curves are named in the legend, which stands under the frame.
    void noNameCanBeTakenForAnothers() {
        int direct = 0;
        for (std::uint64_t seed = 0; seed < 80; ++seed) {
            const Plot plot = randomCurves(seed);
            for (const Rect& rect : {Rect{0, 0, 115, 78}, Rect{0, 0, 225, 148}, Rect{0, 0, 430, 110}, Rect{5, 7, 700, 400}})
                for (const Style& style : {windowStyle(theme("dark"), 1), paperStyle(theme("print"))}) {
                    if (!style.paper && rect.width < 200) continue;  // no window is so small
                    const LaidOut out = layoutPlot(plot, rect, style, kMetrics);
                    std::map<std::string, Rect> names;
                    for (const TextItem& t : itemsOf<TextItem>(out.list))
                        if (t.text.starts_with("curve")) names[t.text] = rectOf(t);
                    const QString where =
                        QString("seed %1, %2 x %3: %4").arg(seed).arg(rect.width).arg(rect.height).arg(textsOf(out.list).join(" | "));
                    QVERIFY2(names.size() == plot.marks.size(), qPrintable(where));
                    const bool legend = names.begin()->second.y > out.frame.area.bottom();
                    direct += !legend;
                    for (const PlotMark& a : plot.marks)
                        for (const PlotMark& b : plot.marks) checkPair(std::get<Curve>(a), std::get<Curve>(b), out, names, legend, where);
                }
        }
        QVERIFY2(direct > 400, qPrintable(QString::number(direct)));  // a legend is the last resort
    }

    void aLabelThatWasMovedIsTiedToItsCurve() {
        Plot plot;
        plot.x = {"", "", 0, 9}, plot.y = {"", "", -1, 1};
        for (int k = 0; k < 3; ++k) plot.marks.push_back(curveOf("curve " + std::to_string(k), 30, 9, [k](double) { return 0.01 * k; }));
        const DrawList list = layoutPlot(plot, {0, 0, 300, 200}, windowStyle(theme("dark"), 1), kMetrics).list;
        const Style style = windowStyle(theme("dark"), 1);
        int leaders = 0;
        for (const PathItem& p : itemsOf<PathItem>(list))
            leaders += p.points.size() == 2 && p.stroke.width == style.axis && std::abs(p.stroke.colour.a - 0.6f) < 1e-6f;
        QCOMPARE(leaders, 2);  // the one in the middle stays at its end
    }

    void wordsOfAFigureAreNeverCut() {
        const Tiles tiles = tilesOf({{"cue", "52 % hidden"}, {"state", "step 127"}, {"nearest memory", "8, overlap 1.00"}});
        Plot plot;
        plot.x = {"hidden over feature time", "τ", 0, 9};
        plot.y = {"wrong neurons after one update", "", -1, 1};
        plot.marks = {curveOf("features", 20, 9, [](double t) { return std::exp(-t); })};
        const Panel a{"a", "Recall from what is hidden", "", false, tiles}, b{"b", "Predicted and measured", "", false, plot},
            c{"c", "Dense memory", "", false, mapScene()};
        for (const auto& [width, height] : {std::pair{238.0, 170.0}, {493.0, 198.0}, {238.0, 240.0}})
            for (const std::vector<const Panel*>& panels : {std::vector{&a}, {&b}, {&a, &b}, {&a, &b, &b}, {&c, &a, &b}, {&a, &b, &c}}) {
                const DrawList list = figure(panels, width, height, paperStyle(theme("print")), kMetrics, {});
                QStringList words;
                for (const TextItem& t : itemsOf<TextItem>(list)) {
                    words << QString::fromStdString(t.text).split(' ');
                    QVERIFY2(!t.text.ends_with("…") && t.font.size > 5.999, t.text.c_str());
                    const Rect ink = rectOf(t);
                    QVERIFY2(ink.x > -1 && ink.right() < width + 1 && ink.y > -1 && ink.bottom() < height + 1, t.text.c_str());
                }
                const auto all = [&](const char* text) {
                    for (const QString& word : QString::fromUtf8(text).split(' '))
                        if (!words.contains(word)) return false;
                    return true;
                };
                for (const Panel* panel : panels) {
                    QVERIFY2(all(panel->title.c_str()), qPrintable(words.join(' ')));
                    if (panel == &a)
                        for (const Tile& t : tiles.tiles)
                            QVERIFY2(all(t.title.c_str()) && all(t.caption.c_str()), qPrintable(words.join(' ')));
                    if (panel == &b) QVERIFY2(all("hidden over feature time, τ") && all(plot.y.label.c_str()), qPrintable(words.join(' ')));
                    if (panel == &c) QVERIFY2(all("cue") && all("state"), qPrintable(words.join(' ')));
                }
            }
    }

    // At least 0.3 of the figure's width in a single column, wherever it comes first or last; pictures of memories stay on it.
    void aSceneBesideChartsIsLarge() {
        Plot plot;
        plot.x = {"time", "τ", 0, 9}, plot.y = {"", "", -1, 1};
        plot.marks = {curveOf("features", 20, 9, [](double t) { return std::exp(-t); })};
        const Panel map{"a", "Dense memory", "", false, mapScene()}, chart{"b", "Energy", "", false, plot};
        for (const std::vector<const Panel*>& panels : {std::vector{&map, &chart, &chart}, {&chart, &chart, &map}, {&map, &chart}}) {
            const DrawList list = figure(panels, 238, 170, paperStyle(theme("print")), kMetrics, {});
            const std::vector<ImageItem> images = itemsOf<ImageItem>(list);
            const Rect ground = std::max_element(images.begin(), images.end(), [](const ImageItem& a, const ImageItem& b) {
                                    return a.rect.width * a.rect.height < b.rect.width * b.rect.height;
                                })->rect;
            QVERIFY2(ground.width > 0.3 * 238 && ground.height > 0.3 * 170, qPrintable(QString::number(ground.width)));
            int pictures = 0;
            for (const ImageItem& image : images) {
                if (image.smooth || image.rect.width > 0.5 * ground.width) continue;
                ++pictures;
                QVERIFY(image.rect.x >= ground.x && image.rect.right() <= ground.right() && image.rect.y >= ground.y &&
                        image.rect.bottom() <= ground.bottom());
            }
            QCOMPARE(pictures, 4);
        }
    }

    void whatIsLeftOfAHintSaysTheSame() {
        QCOMPARE(byClauses("never rises, 0 of 90 steps; changed by hand"),
                 (std::vector<std::string>{"never rises, 0 of 90 steps; changed by hand", "never rises, 0 of 90 steps", "never rises"}));
        QCOMPARE(byClauses("from below, from above, and decay"), (std::vector<std::string>{"from below, from above, and decay"}));
        QCOMPARE(byClauses(""), (std::vector<std::string>{""}));
        Panel panel{"a", "Drives", "from below, from above, and decay", false, Absent{"no reason"}};
        for (const double width : {140.0, 200.0, 260.0})
            QVERIFY(!textsOf(layoutPanel(panel, {0, 0, width, 100}, windowStyle(theme("dark"), 1), kMetrics).list)
                         .join('|')
                         .contains("from below"));
    }

    // Bars of three kinds in groups: each kind is named once, in the legend, and no name lies on a bar.
    void barsOfKindsAreNamedInTheLegend() {
        Plot plot;
        Bars bars;
        const char* const kinds[] = {"below", "above", "decay"};
        for (int i = 0; i < 6; ++i) bars.bars.push_back({i % 2 ? -4.0 : 6.0, categoryPaint(i % 3), {}, kinds[i % 3], 0});
        plot.x = {"", "", 0, 6, Scale::Linear, false}, plot.y = {"", "", -6, 9, Scale::Linear, true};
        plot.marks = {bars, Note{1.5, 8.1, {}, "stroke 10", true}, Note{4.5, 8.1, {}, "rule 6", true}};
        for (const double width : {160.0, 250.0, 420.0}) {
            const LaidOut out = layoutPlot(plot, {0, 0, width, 140}, windowStyle(theme("dark"), 1), kMetrics);
            const QStringList texts = textsOf(out.list);
            for (const char* label : {"below", "above", "decay", "stroke 10", "rule 6"})
                QVERIFY2(texts.count(QString(label)) == 1, qPrintable(QString::number(width) + " " + texts.join('|')));
            for (const TextItem& t : itemsOf<TextItem>(out.list))
                for (const RectItem& bar : itemsOf<RectItem>(out.list))
                    if (bar.rect.height > 12) QVERIFY2(!overlap(rectOf(t), bar.rect), t.text.c_str());
        }
    }

    // Names that would touch in one row take two.
    void namesOfBarsGetASecondRow() {
        Plot plot;
        Bars bars;
        for (int i = 0; i < 5; ++i) bars.bars.push_back({1, {}, {}, "neuron " + std::to_string(i), 0});
        plot.x = {"", "", 0, 5, Scale::Linear, false}, plot.y = {"", "", 0, 1, Scale::Linear, true};
        plot.marks = {bars};
        for (const double width : {500.0, 300.0}) {
            std::set<double> rows;
            const DrawList list = layoutPlot(plot, {0, 0, width, 160}, windowStyle(theme("dark"), 1), kMetrics).list;
            for (const TextItem& t : itemsOf<TextItem>(list))
                if (t.text.starts_with("neuron")) rows.insert(t.at.y);
            QCOMPARE(textsOf(list).filter("neuron").size(), 5);
            QCOMPARE(rows.size(), width > 400 ? std::size_t(1) : std::size_t(2));
        }
    }

    // 4.5 : 1 for words of the second rank over the palest and the darkest ground, all over the part that words take.
    void wordsOverScenesHaveAGround() {
        for (const char* name : {"dark", "light", "print"}) {
            const Theme& t = theme(name);
            const Raster corner = paintCorner(t.scene, Corner::TopLeft, 0.7, 0.6);
            for (int row = 0; row < int(0.6 * corner->height); ++row)
                for (int column = 0; column < int(0.7 * corner->width); ++column) {
                    const auto* p = &corner->rgba[4 * (std::size_t(row) * std::size_t(corner->width) + std::size_t(column))];
                    const Rgba scrim{p[0] / 255.f, p[1] / 255.f, p[2] / 255.f, p[3] / 255.f};
                    for (const double at : {0.0, 0.5, 1.0}) {
                        const Rgba below = sample(colourMap(t.mapName("deep")), at);
                        QVERIFY2(contrast(t.textSecondary, over(below, scrim)) >= 4.5, name);
                    }
                }
            QCOMPARE(int(corner->rgba[4 * std::size_t(corner->width) * std::size_t(corner->height) - 1]), 0);  // and none at its far corner
        }
    }

private:
    static void checkPair(const Curve& a, const Curve& b, const LaidOut& out, const std::map<std::string, Rect>& names, bool legend,
                          const QString& where) {
        if (legend || a.label == b.label) return;
        const auto end = [&](const Curve& c) { return out.frame.toDrawing(c.x->back(), c.y->back()); };
        const Rect &nameA = names.at(a.label), &nameB = names.at(b.label);
        const Pt endA = end(a), endB = end(b);
        if (std::abs(endA.x - endB.x) < 0.5 && std::abs(endA.y - endB.y) > 0.5)  // in one column: in their order
            QVERIFY2((endA.y < endB.y) == (nameA.y < nameB.y), qPrintable(where));
        bool runsThrough = false;  // and no other curve runs through a name
        for (std::size_t i = 1; i < b.x->size(); ++i)
            runsThrough =
                runsThrough || clipped(out.frame.toDrawing((*b.x)[i - 1], (*b.y)[i - 1]), out.frame.toDrawing((*b.x)[i], (*b.y)[i]), nameA);
        QVERIFY2(!runsThrough, qPrintable(where));
    }
};

QTEST_GUILESS_MAIN(TestFigureWords)
#include "test_figure_words.moc"
