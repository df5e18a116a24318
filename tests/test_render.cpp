// The scene renderer, without a window: what is drawn, where it lands, and what it leaves behind.
#include <QTest>
#include <cmath>
#include <set>

#include "render/marks/polyline.h"
#include "render/marks/relief_mesh.h"
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
    void aStudioThatKeepsDrawsWhatAFreshOneDraws();
    void aPictureAtRestForgetsThatItMoved();
    void longLinesLoseNothingThatShows();
    void meshesLieOnTheRelief();
    void marksLandWhereProjectSays_data();
    void marksLandWhereProjectSays();
    void themesDiffer();
    void lightComesFromTheLeft();
    void hiddenMarksAreDimmed();
    void marksBehindTheGlobeAreHidden();
    void sheetsShowTheirPixelsAndLieOverEachOther();
    void linesAreAsWideAsTheySay();
    void linesAnswerDegenerateInput();
    void badRequestsAreRefused();
};

void TestRender::everyMarkChangesThePicture_data() {
    QTest::addColumn<int>("index");
    const char* names[] = {"surface", "globe", "points", "trail", "crowd", "plain", "ahead", "pin", "cue", "state", "branch", "sheet"};
    for (int i = 0; i < 12; ++i) QTest::newRow(names[i]) << i;
}

Sheet checkers(float left = -0.5f, float level = 0.3f) {
    Sheet sheet;
    sheet.corner = {left, 0.5f, level};
    sheet.picture = {2, 2, share(std::vector<float>{0, 1, 1, 0})};
    return sheet;
}

void TestRender::everyMarkChangesThePicture() {
    QFETCH(int, index);
    const auto tag = [](Spot spot) { return Tag{{0.2f, 0, 0}, spot, {Ink::Cue}, "", "", true}; };
    Pin pin;
    pin.at = {-0.7f, 0, 0};
    pin.paint = categoryPaint(2);
    const SceneMark marks[] = {
        surfaceOf(twoWells),   globe(), onePoint({0, 0, 0.2f}), line(LineKind::Trail), line(LineKind::Crowd), line(LineKind::Plain),
        line(LineKind::Ahead), pin,     tag(Spot::Cue),         tag(Spot::State),      tag(Spot::Branch),     checkers()};
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
    const Viewport view{0, 0, kWidth, kHeight, 1, true};
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

Pixels taken(Studio& studio, const Scene& scene, const Camera& camera, const Shot& shot) {
    Pixels image{shot.width, shot.height, std::vector<std::uint8_t>(std::size_t(shot.width) * std::size_t(shot.height) * 4)};
    studio.take(scene, camera, theme("dark"), shot, image.rgba.data());
    return image;
}

// A film: first only the trail changes, then the camera, then size and averaging; each frame is what a single picture would be.
void TestRender::aStudioThatKeepsDrawsWhatAFreshOneDraws() {
    Studio kept;
    Scene scene = fullScene();
    Camera camera = scene.camera;
    Shot shot{kWidth, kHeight, 1, 1};
    const auto agrees = [&] {
        Studio fresh;
        const Pixels image = taken(kept, scene, camera, shot);
        return image.rgba == taken(fresh, scene, camera, shot).rgba && image.rgba == taken(kept, scene, camera, shot).rgba;
    };
    for (int i = 0; i < 3; ++i) {
        std::vector<Vec3> longer = *std::get<Lines>(scene.marks[2]).at;
        longer.push_back({0.8f, 0.3f + 0.1f * float(i), 0});
        std::get<Lines>(scene.marks[2]).at = share(std::move(longer));
        QVERIFY(agrees());
    }
    for (const bool moving : {true, false, true}) {
        shot.moving = moving;
        camera.azimuthDeg += 7;
        QVERIFY(agrees());
        camera.distance *= 0.45;  // lines are laid out anew
        QVERIFY(agrees());
    }
    shot = {kWidth / 2, kHeight, 1.5, 2};
    QVERIFY(agrees());
    const Pixels once = renderScene(scene, camera, theme("dark"), shot.width, shot.height, shot.scale, shot.supersample);
    QVERIFY(once.rgba == taken(kept, scene, camera, shot).rgba);
}

void TestRender::aPictureAtRestForgetsThatItMoved() {
    Studio orbiting, still;
    const Scene scene = fullScene();
    Camera camera = scene.camera;
    Pixels moving;
    for (int i = 0; i < 3; ++i) {
        camera.azimuthDeg += 5;
        moving = taken(orbiting, scene, camera, {kWidth, kHeight, 1, 1, true});
    }
    const Pixels fine = taken(still, scene, camera, {kWidth, kHeight, 1, 1});
    QVERIFY(taken(orbiting, scene, camera, {kWidth, kHeight, 1, 1}).rgba == fine.rgba);
    double sum = 0;
    for (std::size_t i = 0; i < fine.rgba.size(); ++i) sum += std::abs(int(fine.rgba[i]) - int(moving.rgba[i]));
    QVERIFY2(sum / double(fine.rgba.size()) < 2, "what moves looks like what stands");
}

// Points within a fifth of a pixel of the way between others are left out; so a line of many points looks like one of few.
void TestRender::longLinesLoseNothingThatShows() {
    const auto circle = [](int pieces) {
        std::vector<Vec3> at;
        for (int i = 0; i <= pieces; ++i) at.push_back({float(std::cos(6.0 * i / pieces)), float(std::sin(6.0 * i / pieces)), 0});
        Lines lines;
        lines.at = share(std::move(at));
        lines.paint = {Ink::State};
        return lines;
    };
    const Polyline all = polyline(circle(4000), nullptr), few = polyline(circle(4000), nullptr, 0.002f);
    QCOMPARE(int(all.stroke.size()), 4001);
    QVERIFY2(few.stroke.size() < 500, qPrintable(QString::number(few.stroke.size())));
    QVERIFY(few.stroke.front() == all.stroke.front() && few.stroke.back() == all.stroke.back());
    std::size_t piece = 0;
    for (const glm::vec4& point : all.stroke) {
        while (piece + 2 < few.stroke.size() && few.stroke[piece + 1].w < point.w) ++piece;
        const glm::vec4 a = few.stroke[piece], way = few.stroke[piece + 1] - a;
        const float share =
            std::clamp(glm::dot(glm::vec3(point - a), glm::vec3(way)) / glm::dot(glm::vec3(way), glm::vec3(way)), 0.0f, 1.0f);
        QVERIFY(glm::distance(glm::vec3(point), glm::vec3(a + share * way)) < 0.0021f);
    }
    QCOMPARE(int(polyline(line(LineKind::Trail), nullptr, 0.002f).steps.size()), 4);  // beads stay where the steps are
}

void TestRender::meshesLieOnTheRelief() {
    Surface surface = surfaceOf(twoWells);
    std::vector<float> heights;
    for (const float energy : *surface.energy.values) heights.push_back(float(worldZ(surface, energy)));
    const ReliefMesh mesh = reliefMesh(surface, heights);
    QVERIFY(mesh.indices.size() % 3 == 0 && mesh.indices.size() / 3 > 200);
    QVERIFY2(mesh.indices.size() / 3 < 2 * 80 * 80 / 2, "fewer triangles than half the cells have");
    double area = 0, worst = 0;
    for (std::size_t t = 0; t < mesh.indices.size(); t += 3) {
        const glm::vec3 a = mesh.vertices[mesh.indices[t]], b = mesh.vertices[mesh.indices[t + 1]], c = mesh.vertices[mesh.indices[t + 2]];
        const double twice = double(b.x - a.x) * (c.y - a.y) - double(c.x - a.x) * (b.y - a.y);
        QVERIFY(twice > 0);  // anticlockwise
        area += twice / 2;
        const glm::vec3 middle = (a + b + c) / 3.0f;
        worst = std::max(worst, std::abs(middle.z - surfaceZ(surface, -2 + 4 * middle.x, -2 + 4 * middle.y)));
    }
    QVERIFY2(worst < 3 * 4.0 / 2000, qPrintable(QString::number(worst)));
    QVERIFY(area > 0.75 && area < 1);  // all but the corners behind the fog

    surface.fogEnd = 100;
    const ReliefMesh whole = reliefMesh(surface, heights);
    area = 0;
    for (std::size_t t = 0; t < whole.indices.size(); t += 3) {
        const glm::vec3 a = whole.vertices[whole.indices[t]], b = whole.vertices[whole.indices[t + 1]],
                        c = whole.vertices[whole.indices[t + 2]];
        area += (double(b.x - a.x) * (c.y - a.y) - double(c.x - a.x) * (b.y - a.y)) / 2;
    }
    QVERIFY(std::abs(area - 1) < 1e-6);  // no gap and no overlap
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
    scene.camera.target[2] = float(worldZ(surface, 0));
    for (const double azimuth : {-24.0, 100.0}) {
        scene.camera.azimuthDeg = azimuth;
        const double a = azimuth * M_PI / 180;
        const auto flank = [&](double right) {
            const double x = right * std::cos(a), y = right * std::sin(a);
            return meanBrightness(shot(scene),
                                  project(scene.camera, kWidth, kHeight, {float(x), float(y), float(worldZ(surface, hill(x, y)))}), 3);
        };
        QVERIFY2(flank(-0.45) > flank(0.45) + 12, "the flank towards the light must be brighter");
    }
}

void TestRender::hiddenMarksAreDimmed() {
    const Surface surface = surfaceOf(ridge);
    const float ground = float(worldZ(surface, 0));
    Scene scene{{surface}, {}, {}, {}};
    scene.camera.target[2] = ground;
    scene.camera.azimuthDeg = 0;
    scene.camera.elevationDeg = 30;
    const Pixels bare = shot(scene);
    const auto change = [&](Vec3 at) {
        const Projected place = project(scene.camera, kWidth, kHeight, at);
        return meanBrightness(shot(with(scene, onePoint(at, 12))), place, 2) - meanBrightness(bare, place, 2);
    };
    const double front = change({0, -0.8f, ground + 0.02f}), behind = change({0, 0.8f, ground + 0.02f});
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

// Each quarter of a sheet has the colour of its pixel, whatever the order of the sheets; the nearer one covers the farther.
void TestRender::sheetsShowTheirPixelsAndLieOverEachOther() {
    Sheet low = checkers(-0.5f, 0), high = checkers(-0.5f, 0.8f);
    high.picture = {1, 1, share(std::vector<float>{1})};
    const auto brightAt = [](const Pixels& image, const Scene& scene, Vec3 at) {
        const Projected p = project(scene.camera, image.width, image.height, at);
        return int(image.rgba[std::size_t((int(p.y) * image.width + int(p.x)) * 4)]);
    };
    Scene scene;
    scene.marks = {low};
    scene.camera.elevationDeg = 89, scene.camera.azimuthDeg = 0;
    const Pixels alone = shot(scene);
    QVERIFY(brightAt(alone, scene, {0.25f, 0.25f, 0}) > 200 && brightAt(alone, scene, {-0.25f, 0.25f, 0}) < 60);
    QVERIFY(brightAt(alone, scene, {0.25f, -0.25f, 0}) < 60 && brightAt(alone, scene, {-0.25f, -0.25f, 0}) > 200);
    for (const bool first : {true, false}) {
        scene.marks = {first ? high : low, first ? low : high};
        const Pixels both = shot(scene);
        for (const float x : {-0.25f, 0.25f})
            for (const float y : {-0.25f, 0.25f}) QVERIFY(brightAt(both, scene, {x, y, 0.8f}) > 200);
    }
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
