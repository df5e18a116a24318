// The scene renderer, without a window: what is drawn, where it lands, and what it leaves behind.
#include <QTest>
#include <cmath>
#include <set>

#include "tests/render_scenes.h"

using namespace engram;
using namespace engram::testing;

class TestRender : public QObject {
    Q_OBJECT
private slots:
    void everyMarkChangesThePicture_data();
    void everyMarkChangesThePicture();
    void thePictureIsNotBlank();
    void theSameSceneGivesTheSamePicture();
    void changesReachThePicture();
    void marksLandWhereProjectSays_data();
    void marksLandWhereProjectSays();
    void themesDiffer();
    void lightComesFromTheLeft();
    void hiddenMarksAreDimmed();
    void marksBehindTheGlobeAreHidden();
    void linesAreAsWideAsTheySay();
    void linesAnswerDegenerateInput();
    void badRequestsAreRefused();
};

void TestRender::everyMarkChangesThePicture_data() {
    QTest::addColumn<int>("index");
    const char* names[] = {"surface", "globe", "points", "trail", "crowd", "plain", "ahead", "pin", "cue", "state", "branch"};
    for (int i = 0; i < 11; ++i) QTest::newRow(names[i]) << i;
}

void TestRender::everyMarkChangesThePicture() {
    QFETCH(int, index);
    const auto tag = [](Spot spot) { return Tag{{0.2f, 0, 0}, spot, {Ink::Cue}, "", "", true}; };
    Pin pin;
    pin.at = {-0.7f, 0, 0};
    pin.paint = categoryPaint(2);
    const SceneMark marks[] = {
        surfaceOf(twoWells),   globe(), onePoint({0, 0, 0.2f}), line(LineKind::Trail), line(LineKind::Crowd), line(LineKind::Plain),
        line(LineKind::Ahead), pin,     tag(Spot::Cue),         tag(Spot::State),      tag(Spot::Branch)};
    Scene before;
    if (index >= 2) before.marks.push_back(surfaceOf(twoWells));
    QVERIFY(differences(shot(before), shot(with(before, marks[index]))) > 20);
}

void TestRender::thePictureIsNotBlank() {
    const Pixels image = shot(fullScene());
    QCOMPARE(image.width, kWidth);
    QCOMPARE(image.height, kHeight);
    std::set<std::array<std::uint8_t, 3>> colours;
    for (std::size_t at = 0; at < image.rgba.size(); at += 4) {
        colours.insert({image.rgba[at], image.rgba[at + 1], image.rgba[at + 2]});
        QCOMPARE(int(image.rgba[at + 3]), 255);
    }
    QVERIFY(colours.size() > 1000);
}

void TestRender::theSameSceneGivesTheSamePicture() {
    const Scene scene = fullScene();
    const Pixels first = shot(scene);
    QCOMPARE(differences(first, shot(scene)), 0);
    shot(Scene{{globe()}, {}, {}, {}});  // something else in between
    QCOMPARE(differences(first, shot(scene)), 0);
}

// What is kept from frame to frame must not outlive what it was made from.
void TestRender::changesReachThePicture() {
    Bench kept;
    const Viewport view{0, 0, kWidth, kHeight, 1, 2};
    const auto agrees = [&](const Scene& scene, const Theme& look) {
        kept.target.bind();
        kept.renderer.draw(scene, scene.camera, look, view);
        const Pixels old = kept.read();
        Renderer fresh;
        fresh.draw(scene, scene.camera, look, view);
        return differences(old, kept.read()) == 0;
    };
    Scene scene = fullScene();
    QVERIFY(agrees(scene, theme("dark")));
    scene.camera.azimuthDeg += 30;
    QVERIFY(agrees(scene, theme("dark")));
    QVERIFY(agrees(scene, theme("light")));
    std::get<Surface>(scene.marks[0]).energy = grid(61, 41, hill);
    QVERIFY(agrees(scene, theme("light")));
    std::get<Surface>(scene.marks[0]).zScale = 0.4;
    QVERIFY(agrees(scene, theme("light")));
    std::get<Lines>(scene.marks[1]).at = share(std::vector<Vec3>{{1, 1, 0}, {-1, 0, 0}});
    std::get<Points>(scene.marks[3]).paint = categoryPaint(4);
    QVERIFY(agrees(scene, theme("light")));
    scene.marks.erase(scene.marks.begin() + 1);
    QVERIFY(agrees(scene, theme("dark")));
}

void TestRender::marksLandWhereProjectSays_data() {
    QTest::addColumn<double>("azimuth");
    QTest::addColumn<double>("elevation");
    QTest::addColumn<double>("shiftX");
    QTest::addColumn<double>("shiftY");
    QTest::newRow("opening") << -24.0 << 40.0 << 0.0 << 0.0;
    QTest::newRow("from the side") << 75.0 << 15.0 << 0.0 << 0.0;
    QTest::newRow("straight down") << 10.0 << 90.0 << 0.0 << 0.0;
    QTest::newRow("shifted") << -24.0 << 40.0 << 0.12 << -0.09;
}

void TestRender::marksLandWhereProjectSays() {
    QFETCH(double, azimuth);
    QFETCH(double, elevation);
    QFETCH(double, shiftX);
    QFETCH(double, shiftY);
    Camera camera;
    camera.target = {0.1f, -0.05f, 0.1f};
    camera.azimuthDeg = azimuth;
    camera.elevationDeg = elevation;
    camera.shiftX = shiftX;
    camera.shiftY = shiftY;
    for (const Vec3 at : {Vec3{0, 0, 0}, Vec3{0.6f, 0.3f, 0.2f}, Vec3{-0.7f, -0.2f, 0.4f}}) {
        const Pixels image = shot(Scene{{onePoint(at, 12)}, {}, {}, {}}, camera);
        const double ground = brightness(image, 0, 0);
        double sum = 0, x = 0, y = 0;
        for (int v = 0; v < kHeight; ++v)
            for (int u = 0; u < kWidth; ++u) {
                const double weight = brightness(image, u, v) - ground;
                sum += weight;
                x += weight * (u + 0.5);
                y += weight * (v + 0.5);
            }
        QVERIFY(sum > 0);
        const Projected expected = project(camera, kWidth, kHeight, at);
        QVERIFY2(std::hypot(x / sum - expected.x, y / sum - expected.y) < 0.1, qPrintable(QString("%1 %2").arg(x / sum).arg(y / sum)));
    }
}

void TestRender::themesDiffer() {
    std::vector<Pixels> images;
    for (const std::string& name : themeNames()) {
        images.push_back(shot(fullScene(), name));
        const Rgba ground = theme(name).scene;
        const Pixels empty = shot(Scene{}, name);
        QCOMPARE(int(empty.rgba[0]), int(std::lround(ground.r * 255)));
        QCOMPARE(int(empty.rgba[2]), int(std::lround(ground.b * 255)));
    }
    QCOMPARE(int(images.size()), 3);
    for (int i = 0; i < 3; ++i) QVERIFY(differences(images[std::size_t(i)], images[std::size_t((i + 1) % 3)]) > kWidth * kHeight / 4);
}

void TestRender::lightComesFromTheLeft() {
    Surface surface = surfaceOf(hill);
    surface.low = 5;  // one hue everywhere: all differences are shading
    surface.high = 6;
    Scene scene{{surface}, {}, {}, {}};
    for (const double azimuth : {-24.0, 100.0}) {
        scene.camera.azimuthDeg = azimuth;
        const double a = azimuth * M_PI / 180;
        const auto flank = [&](double right) {
            const double x = right * std::cos(a), y = right * std::sin(a);
            return meanBrightness(shot(scene), project(scene.camera, kWidth, kHeight, {float(x), float(y), float(hill(x, y))}), 3);
        };
        QVERIFY2(flank(-0.45) > flank(0.45) + 12, "the flank towards the light must be brighter");
    }
}

void TestRender::hiddenMarksAreDimmed() {
    Scene scene{{surfaceOf(ridge)}, {}, {}, {}};
    scene.camera.azimuthDeg = 0;
    scene.camera.elevationDeg = 30;
    const Pixels bare = shot(scene);
    const auto change = [&](Vec3 at) {
        const Projected place = project(scene.camera, kWidth, kHeight, at);
        return meanBrightness(shot(with(scene, onePoint(at, 12))), place, 2) - meanBrightness(bare, place, 2);
    };
    const double front = change({0, -0.8f, 0.02f}), behind = change({0, 0.8f, 0.02f});
    QVERIFY(behind > 8);          // not lost
    QVERIFY(front > 2 * behind);  // but dim
}

void TestRender::marksBehindTheGlobeAreHidden() {
    Scene scene{{globe()}, {}, {}, {}};
    scene.camera.azimuthDeg = 0;
    scene.camera.elevationDeg = 0;
    const Pixels bare = shot(scene);
    QVERIFY(differences(bare, shot(with(scene, onePoint({0, -1, 0})))) > 20);
    QCOMPARE(differences(bare, shot(with(scene, onePoint({0, 1, 0})))), 0);
}

void TestRender::linesAreAsWideAsTheySay() {
    Scene scene;
    scene.camera = Camera{};
    scene.camera.azimuthDeg = 0;
    Lines lines;
    lines.at = share(std::vector<Vec3>{{-1, 0, 0}, {0, 0, 0}, {1, 0, 0}});
    lines.paint = {Ink::State};
    lines.widthPx = 6;
    scene.marks = {lines};
    const Pixels image = shot(scene);
    const double ground = brightness(image, 0, 0), full = brightness(image, kWidth / 2 + 20, kHeight / 2);
    double width = 0;
    for (int v = 0; v < kHeight; ++v) width += (brightness(image, kWidth / 2 + 20, v) - ground) / (full - ground);
    QVERIFY2(std::abs(width - 6) < 0.3, qPrintable(QString::number(width)));
}

void TestRender::linesAnswerDegenerateInput() {
    const float nan = std::nanf("");
    const Pixels empty = shot(Scene{});
    for (const auto& points : {std::vector<Vec3>{}, std::vector<Vec3>{{0, 0, 0}}, std::vector<Vec3>{{0, 0, 0}, {0, 0, 0}},
                               std::vector<Vec3>{{nan, 0, 0}, {nan, nan, nan}, {0, 0, 0}}}) {
        Lines lines;
        lines.at = share(std::vector<Vec3>(points));
        lines.kind = LineKind::Plain;
        QCOMPARE(differences(empty, shot(Scene{{lines}, {}, {}, {}})), 0);
    }
    QCOMPARE(differences(empty, shot(Scene{{Lines{}, Points{}}, {}, {}, {}})), 0);
}

void TestRender::badRequestsAreRefused() {
    const Scene scene;
    QVERIFY(refusal([&] { renderScene(scene, scene.camera, theme("dark"), 9000, 100, 1, 2); }).find("9000 x 100") != std::string::npos);
    QVERIFY(!refusal([&] { renderScene(scene, scene.camera, theme("dark"), 0, 100, 1, 1); }).empty());
    Surface torn = surfaceOf(hill);
    torn.energy.rows += 1;
    const std::string sentence = refusal([&] { shot(Scene{{torn}, {}, {}, {}}); });
    QVERIFY2(sentence.find("81 x 82") != std::string::npos, sentence.c_str());
    Points points = onePoint({0, 0, 0});
    points.paints = share(std::vector<Paint>(3));
    QVERIFY(refusal([&] { shot(Scene{{points}, {}, {}, {}}); }).find("3 colours") != std::string::npos);
    QVERIFY(differences(shot(Scene{}), shot(fullScene())) > 1000);  // and the next picture is whole again
}

QTEST_GUILESS_MAIN(TestRender)
#include "test_render.moc"
