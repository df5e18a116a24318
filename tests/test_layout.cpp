// The layout of the window: the table of sizes and every rule of collapsing, without a window.
#include <QTest>

#include "app/shell/layout.h"

using namespace engram;

namespace {

bool within(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() + 1e-9 && inner.bottom() <= outer.bottom() + 1e-9;
}

bool apart(const Rect& a, const Rect& b) {
    return a.right() <= b.x + 1e-9 || b.right() <= a.x + 1e-9 || a.bottom() <= b.y + 1e-9 || b.bottom() <= a.y + 1e-9;
}

}  // namespace

class LayoutTest : public QObject {
    Q_OBJECT

private slots:
    void sizesOfTheTable() {
        const Layout big = layout(1920, 1080), small = layout(1280, 720);
        QCOMPARE(big.gallery.width, 200.0);
        QCOMPARE(big.scene.width, 1392.0);
        QCOMPARE(big.scene.height, 668.0);
        QCOMPARE(big.instruments.at(0).height, 252.0);
        QCOMPARE(big.parameters.width, 328.0);
        QCOMPARE(big.timeline.height, 108.0);
        QCOMPARE(small.gallery.width, 64.0);
        QCOMPARE(small.scene.width, 952.0);
        QCOMPARE(small.scene.height, 396.0);
        QCOMPARE(small.instruments.at(0).height, 188.0);
        QCOMPARE(small.parameters.width, 264.0);
        QCOMPARE(small.timeline.height, 84.0);
    }

    void collapsesOneStepAtATime_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("gallery");
        QTest::addColumn<int>("parameters");
        QTest::addColumn<int>("instruments");
        QTest::addColumn<bool>("tabs");
        const auto row = [](const char* name, int w, int h, GalleryForm g, ParametersForm p, int instruments, bool tabs) {
            QTest::newRow(name) << w << h << int(g) << int(p) << instruments << tabs;
        };
        row("two columns", 2560, 1440, GalleryForm::TwoColumns, ParametersForm::Full, 3, false);
        row("all", 1600, 900, GalleryForm::Column, ParametersForm::Full, 3, false);
        row("rail", 1599, 900, GalleryForm::Rail, ParametersForm::Full, 3, false);
        row("compact parameters", 1359, 900, GalleryForm::Rail, ParametersForm::Compact, 3, false);
        row("drawer", 1179, 900, GalleryForm::Rail, ParametersForm::Drawer, 3, false);
        row("beside a lesson", 908, 720, GalleryForm::Rail, ParametersForm::Drawer, 3, false);
        row("low", 1400, 560, GalleryForm::Rail, ParametersForm::Full, 3, false);
        row("tabs by width", 839, 700, GalleryForm::Rail, ParametersForm::Drawer, 1, true);
        row("scene only by width", 799, 700, GalleryForm::Hidden, ParametersForm::Hidden, 0, true);
        row("scene only by height", 1400, 559, GalleryForm::Hidden, ParametersForm::Hidden, 0, true);
    }
    void collapsesOneStepAtATime() {
        QFETCH(int, width);
        QFETCH(int, height);
        QFETCH(int, gallery);
        QFETCH(int, parameters);
        QFETCH(int, instruments);
        QFETCH(bool, tabs);
        const Layout l = layout(width, height);
        QCOMPARE(int(l.galleryForm), gallery);
        QCOMPARE(int(l.parametersForm), parameters);
        QCOMPARE(int(l.instruments.size()), instruments);
        QCOMPARE(l.tabs, tabs);
        QCOMPARE(l.energyLine, !tabs);
    }

    // Where there is room for the scene alone, parameters come when they are asked for.
    void theDrawerOpensInSmallWindows() {
        LayoutWish wish;
        wish.drawer = true;
        const Layout small = layout(640, 340, wish);
        QVERIFY(small.parametersForm == ParametersForm::Drawer && small.instruments.empty());
        QVERIFY(within(small.parameters, {0, 0, 640, 340}) && small.parameters.height > 150);
        wish.heroOnly = true;
        QVERIFY(layout(640, 340, wish).parametersForm == ParametersForm::Hidden);
        wish.heroOnly = false;
        QVERIFY(layout(1600, 900, wish).parametersForm == ParametersForm::Full);
    }

    // Where they stand beside the scene, it takes their room while they are put away.
    void parametersGiveTheirRoomToTheScene() {
        const Layout with = layout(1600, 900), without = layout(1600, 900, {.docked = false});
        QVERIFY(without.parametersForm == ParametersForm::Hidden);
        QCOMPARE(without.scene.width, with.scene.width + with.parameters.width);
        QVERIFY(layout(1100, 900, {.docked = false}).parametersForm == ParametersForm::Drawer);
    }

    // Parameters and instruments side by side, also where the window does not fill the projector.
    void theProjectorHasRoomForAll() {
        for (const auto& [w, h] : {std::pair{1600.0, 900.0}, std::pair{1920.0, 1080.0}}) {
            const Layout l = layout(w, h, {.preset = Preset::Projector});
            QCOMPARE(l.instruments.size(), std::size_t(2));
            QVERIFY(!l.tabs && l.parametersForm == ParametersForm::Compact);
            QVERIFY(l.scene.height >= 0.45 * h && l.scene.width >= 0.7 * w);
        }
    }

    void subtitlesShortenThenVanish() {
        QVERIFY(layout(1500, 900).subtitles == Subtitles::Full);
        QVERIFY(layout(1499, 900).subtitles == Subtitles::Short);
        QVERIFY(layout(1100, 900).subtitles == Subtitles::None);
    }

    void regionsTileTheWindow() {
        for (Preset preset : {Preset::Desk, Preset::Projector})
            for (double w = 480; w <= 4000; w += 97)
                for (double h = 360; h <= 2200; h += 83) {
                    const Layout l = layout(w, h, {.preset = preset});
                    std::vector<Rect> regions{l.menu, l.gallery, l.scene, l.timeline, l.status};
                    if (l.parametersForm == ParametersForm::Full || l.parametersForm == ParametersForm::Compact)
                        regions.push_back(l.parameters);
                    regions.insert(regions.end(), l.instruments.begin(), l.instruments.end());
                    double area = 0;
                    for (std::size_t i = 0; i < regions.size(); ++i) {
                        QVERIFY(within(regions[i], {0, 0, w, h}));
                        QVERIFY(regions[i].width >= 0 && regions[i].height >= 0);
                        area += regions[i].width * regions[i].height;
                        for (std::size_t j = 0; j < i; ++j) QVERIFY(apart(regions[i], regions[j]));
                    }
                    QVERIFY(std::abs(area - w * h) < 1e-6 * w * h);
                }
    }

    void sceneIsTheHero() {
        for (double w = 1280; w <= 2560; w += 64)
            for (double h = 720; h <= 1440; h += 60) {
                const Layout l = layout(w, h);
                QVERIFY2(l.scene.width >= 0.52 * w, qPrintable(QString("%1 x %2").arg(w).arg(h)));
                QVERIFY2(l.scene.height >= 0.5 * h, qPrintable(QString("%1 x %2").arg(w).arg(h)));
                QVERIFY(l.parameters.width >= 264 && l.parameters.width <= 360);
                QVERIFY(l.instruments[0].height >= 188 && l.instruments[0].height <= 0.3 * h);
                QVERIFY(l.timeline.height >= 84 && l.timeline.height <= 120);
            }
    }

    void presetsScaleEverything() {
        const Layout projector = layout(1920, 1080, {.preset = Preset::Projector});
        QCOMPARE(projector.scale, 1.6);
        QCOMPARE(projector.menu.height, 28 * 1.6);
        QCOMPARE(projector.gallery.width, 0.0);
        QVERIFY(projector.instruments.size() <= 2);
        const Layout huge = layout(3840, 2160), plain = layout(2560, 1440);
        QCOMPARE(huge.scale, 1.5);
        QCOMPARE(huge.scene.width, 1.5 * plain.scene.width);
    }

    void wishesAreHeard() {
        QVERIFY(layout(1920, 1080, {.instruments = false}).instruments.empty());
        const Layout hero = layout(1920, 1080, {.heroOnly = true});
        QCOMPARE(hero.scene.width, 1920.0);
        QVERIFY(hero.timeline.height > 0);
        const Layout shares = layout(1920, 1080, {.instrumentShares = {1, 3}});
        QCOMPARE(shares.instruments.at(0).width, 348.0);
        QCOMPARE(shares.instruments.at(1).width, 1044.0);
    }
};

QTEST_GUILESS_MAIN(LayoutTest)
#include "test_layout.moc"
