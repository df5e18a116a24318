// Camera, colours, fields and boards: what every picture of the program rests on.
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/view/board.h"
#include "core/view/theme.h"
#include "tests/refusal.h"

using namespace engram;
using engram::test::messageOf;

namespace {

double distance(Rgba a, Rgba b) { return std::max({std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)}); }

Rgba bytes(int r, int g, int b) { return {static_cast<float>(r) / 255, static_cast<float>(g) / 255, static_cast<float>(b) / 255, 1}; }

// WCAG 2 relative luminance and contrast.
double luminance(Rgba c) {
    const auto linear = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}
double contrast(Rgba a, Rgba b) {
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

std::vector<Vec3> cloud(int count, std::uint64_t stream, double spread) {
    Random random(11, stream);
    std::vector<Vec3> points;
    for (int i = 0; i < count; ++i) {
        Vec3 p;
        for (float& x : p) x = static_cast<float>(spread * random.normal());
        points.push_back(p);
    }
    return points;
}

// A view in which everything is easy: straight along +y, 90 degrees, 200 x 200 px.
Camera plainCamera() {
    Camera camera;
    camera.distance = 10;
    camera.azimuthDeg = camera.elevationDeg = 0;
    camera.fovDeg = 90;
    return camera;
}

Field slope() {
    return {.columns = 3, .rows = 2, .x0 = 0, .x1 = 2, .y0 = 0, .y1 = 1, .values = share(std::vector<float>{0, 1, 4, 10, 11, 14})};
}

}  // namespace

class TestView : public QObject {
    Q_OBJECT

private slots:
    void projectsByHand() {
        const Projected centre = project(plainCamera(), 200, 200, {0, 0, 0});
        QCOMPARE(centre.x, 100.0);
        QCOMPARE(centre.y, 100.0);
        QCOMPARE(centre.depth, 10.0);
        const Projected corner = project(plainCamera(), 200, 200, {5, 0, 2});  // right and up, at depth 10 where 1 unit is 10 px
        QVERIFY(std::abs(corner.x - 150) < 1e-9);
        QVERIFY(std::abs(corner.y - 80) < 1e-9);
    }

    void shiftMovesThePicture() {
        Camera camera = plainCamera();
        camera.shiftX = 0.25;
        camera.shiftY = -0.1;
        const Projected centre = project(camera, 200, 200, {0, 0, 0});
        QVERIFY(std::abs(centre.x - 150) < 1e-9);
        QVERIFY(std::abs(centre.y - 80) < 1e-9);
    }

    void eyeLooksAtTheTargetFromTheFront() {
        const Camera camera;  // azimuth -24, elevation 40: before the plane, to the left, above
        const auto from = eye(camera);
        QVERIFY(from[0] < 0 && from[1] < 0 && from[2] > 0);
        QVERIFY(std::abs(std::hypot(from[0], from[1], from[2]) - camera.distance) < 1e-12);
    }

    void unprojectUndoesProject() {
        Random random(3, 0);
        for (int i = 0; i < 200; ++i) {
            Camera camera;
            camera.azimuthDeg = random.uniform(-180, 180);
            camera.elevationDeg = random.uniform(5, 90);
            camera.shiftX = random.uniform(-0.2, 0.2);
            camera.target = {0.5f, -1, 0.25f};
            const auto x = static_cast<float>(random.uniform(-1, 1)), y = static_cast<float>(random.uniform(-1, 1)), z = -0.5f;
            const Projected at = project(camera, 1280, 720, {x, y, z});
            double backX = 0, backY = 0;
            QVERIFY(unproject(camera, 1280, 720, at.x, at.y, z, backX, backY));
            QVERIFY(std::abs(backX - x) < 1e-9 && std::abs(backY - y) < 1e-9);
        }
    }

    void skyMeetsNoPlane() {
        Camera camera;
        camera.elevationDeg = 5;
        double x = 0, y = 0;
        QVERIFY(!unproject(camera, 1280, 720, 640, 0, 0, x, y));
        QVERIFY(unproject(camera, 1280, 720, 640, 700, 0, x, y));
    }

    void framingContainsAllPointsAndIsTight() {
        for (const double margin : {0.0, 0.06, 0.2})
            for (int i = 0; i < 24; ++i) {
                const auto points = cloud(40, static_cast<std::uint64_t>(i), i % 2 ? 0.3 : 20);
                Camera camera;
                camera.azimuthDeg = i * 15;
                camera.elevationDeg = 5 + 3 * i;
                camera.shiftX = i % 3 == 0 ? -0.15 : 0;
                const double width = 1280, height = i % 4 ? 720 : 1900;
                const Camera best = framed(camera, width, height, points.data(), 40, margin);
                QCOMPARE(best.azimuthDeg, camera.azimuthDeg);
                QCOMPARE(best.elevationDeg, camera.elevationDeg);
                double slack = 1;
                for (const Vec3& point : points) {
                    const Projected at = project(best, width, height, point);
                    QVERIFY(at.depth > 0);
                    slack = std::min({slack, at.x / width, 1 - at.x / width, at.y / height, 1 - at.y / height});
                }
                QVERIFY2(slack > margin - 1e-4, qPrintable(QString::number(slack)));
                QVERIFY2(slack < margin + 1e-4, qPrintable(QString::number(slack)));  // one point lies on the edge: no closer camera
            }
    }

    void framingFewPoints() {
        const Vec3 one{3, 4, 5};
        const Camera camera = framed(Camera{}, 800, 600, &one, 1, 0.1);
        QCOMPARE(camera.distance, Camera{}.distance);
        QVERIFY(std::abs(project(camera, 800, 600, one).x - 400) < 1e-3);
        QCOMPARE(framed(Camera{}, 800, 600, nullptr, 0, 0.1), Camera{});
        QCOMPARE(framed(Camera{}, 0, 0, &one, 1, 0.1), Camera{});
    }

    void themesCarryTheirTokens() {
        QCOMPARE(themeNames(), (std::vector<std::string>{"dark", "light", "print"}));
        QVERIFY(distance(theme("dark").scene, bytes(0x09, 0x0b, 0x10)) < 1e-6);
        QVERIFY(distance(theme("light").meaning[1], bytes(0x99, 0x5e, 0x00)) < 1e-6);
        QVERIFY(distance(theme("print").category[9], bytes(0x87, 0x6c, 0x30)) < 1e-6);
        QCOMPARE(theme("light").surfaceMapRange[1], 0.97f);
        QCOMPARE(theme("dark").shadeStrength, 1.0f);
        QCOMPARE(theme("print").shadeStrength, 0.8f);
        QVERIFY(messageOf([] { theme("drak"); }).find("dark") != std::string::npos);
    }

    void inksHaveTheirColours() {
        const Theme& dark = theme("dark");
        QVERIFY(distance(dark.colour({Ink::Cue}), bytes(0xf7, 0xb9, 0x4f)) < 1e-6);
        QVERIFY(distance(dark.colour({Ink::Predicted}), bytes(0xe1, 0x9a, 0xe5)) < 1e-6);
        QVERIFY(distance(dark.colour({Ink::TextSecondary}), dark.textSecondary) < 1e-6);
        QVERIFY(distance(dark.colour(categoryPaint(12)), dark.category[2]) < 1e-6);
        QCOMPARE(dark.colour(categoryPaint(0, 0.25f)).a, 0.25f);
        QCOMPARE(dark.mapName("signed"), std::string("tide_dark"));
        QCOMPARE(theme("print").mapName("signed"), std::string("tide_light"));
        QCOMPARE(dark.mapName("ember"), std::string("ember"));
    }

    void textIsReadableOnEveryGround() {
        for (const std::string& name : themeNames()) {
            const Theme& look = theme(name);
            for (const Rgba& ground : {look.scene, look.window, look.panel, look.raised, look.control})
                for (const Rgba& text : {look.textPrimary, look.textSecondary, look.textTertiary})
                    QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(QString::number(contrast(text, ground))));
            QVERIFY(contrast(look.textOnAccent, look.accent) >= 4.5);
            for (const Rgba& ground : {look.scene, look.panel, look.raised})
                for (const Rgba& mark : look.meaning) QVERIFY(contrast(mark, ground) >= 4.5);
            for (const Rgba& mark : look.category) QVERIFY(contrast(mark, look.scene) >= 3);
        }
    }

    void colourMapsEndWhereTheirFilesEnd() {
        const ColourMap& deep = colourMap("deep");
        QVERIFY(distance(deep.front(), bytes(21, 11, 58)) < 1e-6);
        QVERIFY(distance(sample(deep, 0), deep.front()) < 1e-6);
        QVERIFY(distance(sample(deep, 1), deep.back()) < 1e-6);
        QVERIFY(distance(sample(deep, -3), deep.front()) < 1e-6);
        QVERIFY(distance(sample(deep, 7), deep.back()) < 1e-6);
        QVERIFY(distance(sample(deep, std::numeric_limits<double>::quiet_NaN()), deep.front()) < 1e-6);
        const Rgba between = sample(deep, 100.5 / 255);
        QVERIFY(std::abs(between.g - (deep[100].g + deep[101].g) / 2) < 1e-6);
        const ColourMap& orbit = colourMap("orbit");
        QVERIFY(distance(orbit.front(), orbit.back()) < 0.03);  // cyclic
        QVERIFY(messageOf([] { colourMap("dep"); }).find("deep") != std::string::npos);
    }

    void sequentialMapsRiseInLightness_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"deep", "ember", "ink"}) QTest::newRow(name) << name;
    }
    void sequentialMapsRiseInLightness() {
        QFETCH(QString, name);
        const ColourMap& map = colourMap(name.toStdString());
        for (std::size_t i = 8; i < map.size(); i += 8) QVERIFY(toOklab(map[i]).l > toOklab(map[i - 8]).l);
    }

    void oklabIsKnownAndReversible() {
        const Oklab white = toOklab({1, 1, 1, 1});
        QVERIFY(std::abs(white.l - 1) < 1e-4 && std::abs(white.a) < 1e-4 && std::abs(white.b) < 1e-4);
        const Oklab red = toOklab({1, 0, 0, 1});  // values of the paper's reference code
        QVERIFY(std::abs(red.l - 0.62796f) < 1e-4 && std::abs(red.a - 0.22486f) < 1e-4 && std::abs(red.b - 0.12585f) < 1e-4);
        for (int r = 0; r < 256; r += 15)
            for (int g = 0; g < 256; g += 15)
                for (int b = 0; b < 256; b += 15) {
                    const Rgba colour = bytes(r, g, b);
                    QVERIFY(distance(fromOklab(toOklab(colour)), colour) < 1.0 / 512);
                }
        QCOMPARE(fromOklab(white, 0.5f).a, 0.5f);
    }

    void gamutCutKeepsHueAndLightness() {
        const Oklab wild{0.6f, 0.4f, 0.3f};
        const Rgba cut = fromOklab(wild);
        for (const float c : {cut.r, cut.g, cut.b}) QVERIFY(c >= 0 && c <= 1);
        const Oklab back = toOklab(cut);
        QVERIFY(std::abs(back.l - wild.l) < 0.01);
        QVERIFY(std::abs(std::atan2(back.b, back.a) - std::atan2(wild.b, wild.a)) < 0.03);
        QVERIFY(std::hypot(back.a, back.b) > 0.15);  // no greyer than it must be
    }

    void slowBasinsAreDarkerOfTheSameHue() {
        for (const Rgba& category : theme("dark").category) {
            const Oklab own = toOklab(category), fast = toOklab(basinColour(category, 0)), slow = toOklab(basinColour(category, 1));
            QVERIFY(std::abs(fast.l - (0.35f * own.l + 0.65f * 0.66f - 0.05f)) < 0.01);
            QVERIFY(std::abs(slow.l - (0.35f * own.l + 0.65f * 0.23f - 0.05f)) < 0.01);
            QVERIFY(own.a * slow.a + own.b * slow.b > 0.97f * std::hypot(own.a, own.b) * std::hypot(slow.a, slow.b));
        }
    }

    void fieldsAreBilinearAndClamped() {
        const Field field = slope();
        QCOMPARE(field.at(0, 0), 0.0);
        QCOMPARE(field.at(2, 1), 14.0);
        QCOMPARE(field.at(0.5, 0.5), 5.5);
        QCOMPARE(field.at(1.5, 0), 2.5);
        QCOMPARE(field.at(-9, -9), 0.0);
        QCOMPARE(field.at(99, 99), 14.0);
        QCOMPARE(Field{}.at(0, 0), 0.0);
    }

    void heightsAreLogarithmicAboveTheFloor() {
        Surface surface;
        surface.floor = 0.5;
        surface.knee = 0.1;
        surface.zScale = 3;
        surface.energy = slope();
        QCOMPARE(surfaceHeight(surface, -2), -2.0);
        QCOMPARE(surfaceHeight(surface, 0.5), 0.5);
        QVERIFY(std::abs(surfaceHeight(surface, 1.5) - (0.5 + 0.1 * std::log(11.0))) < 1e-12);
        QCOMPARE(surfaceZ(surface, 2, 0), 3 * surfaceHeight(surface, 4));
    }

    void basinsAreReadOut() {
        const auto field = [](std::vector<float> values) { return Field{2, 1, -1, 1, -1, 1, share(std::move(values))}; };
        const Basins basins{field({1, -1}), field({0, 1}), field({2, 2}), {"3", "8"}, "τ"};
        QCOMPARE(readOut(basins, -0.9, 0), std::string("goes to memory 8 in 2.0 τ"));
        QCOMPARE(readOut(basins, 0.9, 0), std::string("reaches no memory in 2.0 τ"));
        QVERIFY(readOut(basins, 1.1, 0).empty());
        // One row of samples, at -1, -0.5 .. 1; from -0.4 the nearest with another end is at 0.5, and from 0.9 at 0.
        const auto row = [](std::vector<float> values) { return Field{5, 1, -1, 1, -1, 1, share(std::move(values))}; };
        Basins wide{row({1, 1, 1, 0, 0}), row({0, 0, 0, 0, 0}), row({2, 2, 2, 2, 2}), {"3", "8"}, "τ", 0.3, 2};
        QCOMPARE(readOut(wide, -0.4, -1), std::string("goes to memory 8 in 7 steps; switches to 3 at 45 % noise"));
        QCOMPARE(readOut(wide, 0.9, -1), std::string("goes to memory 3 in 7 steps; switches to 8 at 45 % noise"));
        wide.stepTime = 2;
        wide.ends = row({1, 1, 1, 1, -1});
        QCOMPARE(readOut(wide, 0, -1), std::string("goes to memory 8 in 1 step; to no memory at 50 % noise"));
        wide.ends = row({1, 1, 1, 1, 1});            // nothing else in sight
        QCOMPARE(readOut(wide, 0, -1), std::string("goes to memory 8 in 1 step"));
        QVERIFY(readOut(Basins{}, 0, 0).empty());
    }

    void boardsFindTheirPanels() {
        Board board;
        board.panels.resize(2);
        board.panels[0].id = "landscape";
        board.panels[1].id = "energy";
        QCOMPARE(board.find("energy"), &board.panels[1]);
        QVERIFY(!board.find("ener"));
    }
};

QTEST_GUILESS_MAIN(TestView)
#include "test_view.moc"
