// Contour lines and rasters: lines are where the level is, borders are thin and dark, what was painted is remembered.
#include <QtTest>

#include <cmath>

#include "render/figure/contours.h"
#include "render/figure/raster.h"
#include "tests/fields.h"

using namespace engram;

class TestContours : public QObject {
    Q_OBJECT
private slots:
    void contoursAreWhereTheyShouldBe() {
        const std::vector<ContourLine> circle = contourLines(fieldOf(81, 1, [](double x, double y) { return std::hypot(x, y); }), 0.5);
        QCOMPARE(circle.size(), std::size_t(1));
        QVERIFY(circle[0].closed);
        for (Pt p : circle[0].points) QVERIFY(std::abs(std::hypot(p.x, p.y) - 0.5) < 1e-3);

        const std::vector<ContourLine> straight = contourLines(fieldOf(20, 1, [](double x, double) { return x; }), 0.25);
        QCOMPARE(straight.size(), std::size_t(1));
        QVERIFY(!straight[0].closed);
        for (Pt p : straight[0].points) QVERIFY(std::abs(p.x - 0.25) < 1e-6);

        QCOMPARE(contourLines(fieldOf(41, 1, [](double x, double y) { return x * x - y * y; }), 0.1).size(), std::size_t(2));
        QVERIFY(contourLines(fieldOf(9, 1, [](double, double) { return 0; }), 1).empty());
        for (const ContourLine& line : contourLines(fieldOf(9, 1, [](double x, double y) { return x > 0.5 ? NAN : y; }), 0.1))
            QVERIFY(!line.closed);
        QVERIFY(contourLines(Field{}, 0).empty());
    }

    void simplifyingKeepsTheShape() {
        std::vector<Pt> arc;
        for (int i = 0; i <= 400; ++i) arc.push_back({std::cos(i * 0.01), std::sin(i * 0.01)});
        const std::vector<Pt> few = simplified(arc, 0.001);
        QVERIFY(few.size() < 100 && few.size() > 8);
        QVERIFY(few.front().x == arc.front().x && few.back().y == arc.back().y);
        for (Pt p : few) QVERIFY(std::abs(std::hypot(p.x, p.y) - 1) < 1e-9);
    }

    void basinsHaveDarkEdges() {
        Basins basins{
            fieldOf(21, 1, [](double x, double) { return x < 0 ? 0 : 3; }), fieldOf(21, 1, [](double, double) { return 0.2; }), {}, {}, {}};
        const Raster raster = paintBasins(basins, theme("dark"), 200, 200, 1.5);
        const auto red = [&](int x) { return int(raster->rgba[4 * (100 * 200 + std::size_t(x))]); };
        const Rgba left = basinColour(theme("dark").category[0], 0.2), right = basinColour(theme("dark").category[3], 0.2);
        QVERIFY(std::abs(red(20) - 255 * left.r) < 4 && std::abs(red(180) - 255 * right.r) < 4);
        int dark = 0;
        for (int x = 0; x < 200; ++x) dark += red(x) < std::min(red(20), red(180)) - 10;
        QVERIFY(dark >= 1 && dark <= 3);
    }

    void theSameRasterIsRemembered() {
        const Picture picture = pictureOf(8, 8);
        QCOMPARE(paintPicture(picture, theme("dark")).get(), paintPicture(picture, theme("dark")).get());
        QVERIFY(paintPicture(picture, theme("dark")) != paintPicture(picture, theme("print")));
        QVERIFY(!paintPicture(Picture{}, theme("dark")));
        Picture lying = picture;
        lying.width = 9;
        QVERIFY(!paintPicture(lying, theme("dark")));
    }
};

QTEST_GUILESS_MAIN(TestContours)
#include "test_contours.moc"
