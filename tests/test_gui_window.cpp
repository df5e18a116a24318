// The window as a person uses it, on a virtual display: first frame, a slider drag, play, scrub, keys, files, themes and rest.
#include <QDir>
#include <QLabel>
#include <QMenuBar>
#include <QSignalSpy>
#include <QTest>

#include "app/panels/parameters.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/session/recipe.h"
#include "render/figure/svg.h"
#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

namespace {

constexpr double kParametersTop = 12, kSearchHeight = 38;

}  // namespace

class WindowTest : public QObject, LiveWindow {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(keepsToItself(settings_)); }
    void init() { QVERIFY(opens({1600, 900}) && atRest(*window_)); }
    void cleanup() { destroy(window_); }

    void firstFrameIsTheLaboratory() {
        QVERIFY(!gl().device().empty());
        QVERIFY(!gl().sentence().empty());
        QCOMPARE(window_->windowTitle(), QString("untitled.engram[*]"));
        QVERIFY(!window_->isWindowModified());
        const QImage image = gl().grabFramebuffer();
        QCOMPARE(image.size(), gl().size() * gl().devicePixelRatio());
        std::set<QRgb> colours;
        for (int x = 0; x < image.width(); x += 7)
            for (int y = 0; y < image.height(); y += 7) colours.insert(image.pixel(x, y));
        QVERIFY2(colours.size() > 500, "the scene is painted");
    }

    void sliderDragIsOneUndoStep() {
        const auto [id, track] = firstSlider();
        const Value before = document().values().at(id);
        const double y = track.y + track.height / 2;
        drag(gl(), QPoint(int(track.x + track.width * 0.3), int(y)), QPoint(int(track.x + track.width * 0.8), int(y)));
        QTRY_VERIFY(document().values().at(id) != before);
        QCOMPARE(document().undoCount(), 1);
        QVERIFY(document().changed());
        QTRY_VERIFY(window_->isWindowModified());
        QVERIFY(document().undoLabel().find("→") != std::string::npos);
        window_->commands().run("edit.undo");
        QCOMPARE(document().values().at(id), before);
        QVERIFY(!document().changed());
        window_->commands().run("edit.redo");
        QVERIFY(document().values().at(id) != before);
    }

    void keysPlayAndStep() {
        document().seek(0);
        rest();
        QTest::keyClick(&gl(), Qt::Key_Period);
        QTRY_COMPARE(document().session().step, std::int64_t(1));
        QTest::keyClick(&gl(), Qt::Key_Period);
        QTRY_COMPARE(document().session().step, std::int64_t(2));
        QTest::keyClick(&gl(), Qt::Key_Comma);
        QTRY_COMPARE(document().session().step, std::int64_t(1));
        QTest::keyClick(&gl(), Qt::Key_Space);
        QTRY_VERIFY(document().session().step > 5);
        QTest::keyClick(&gl(), Qt::Key_Space);
        QTRY_VERIFY(!document().playing());
        QVERIFY(!document().changed());
    }

    void scrubbingGoesBack() {
        document().seek(40);
        QTRY_VERIFY_WITH_TIMEOUT(document().frame()->moment.step >= 20 && !document().frame()->busy, kWaitMs);
        rest();
        const std::int64_t last = document().lastStep();
        const Rect r = gl().ui().layout.timeline;
        const int y = int(r.y + 30), left = int(r.x + gl().ui().layout.transportWidth + 40);
        drag(gl(), QPoint(left + 200, y), QPoint(left, y));
        QTRY_VERIFY(document().session().step < last);
        QCOMPARE(document().lastStep(), last);
    }

    void typingGoesToTheField() {
        const Rect r = gl().ui().layout.parameters;
        const QPoint field(int(r.x + 80), int(r.y + kParametersTop + 16));
        QTest::mouseMove(&gl(), field);
        QTest::qWait(50);
        QTest::mouseClick(&gl(), Qt::LeftButton, Qt::NoModifier, field);
        QTRY_VERIFY(gl().wantsText());
        QTest::keyClicks(&gl(), "zz y. ,q");  // Space, full stop and comma are letters here
        QTRY_COMPARE(gl().ui().parameters.search, std::string("zz y. ,q"));
        QVERIFY(!document().playing());
        QTest::keyClick(&gl(), Qt::Key_Backspace);
        QTest::keyClick(&gl(), Qt::Key_Backspace);
        QTRY_COMPARE(gl().ui().parameters.search, std::string("zz y. "));
    }

    void savesAndReopensTheMoment() {
        const auto [id, track] = firstSlider();
        const double y = track.y + track.height / 2;
        drag(gl(), QPoint(int(track.x + track.width * 0.3), int(y)), QPoint(int(track.x + track.width * 0.7), int(y)));
        document().seek(7);
        QTRY_COMPARE(document().frame()->moment.step, std::int64_t(7));
        rest();
        const Session saved = document().session();
        const std::filesystem::path file = settings_.filePath("half-an-8.engram").toStdString();
        QVERIFY(window_->savePath(file));
        QVERIFY(!document().changed());
        QCOMPARE(window_->windowTitle(), QString("half-an-8.engram[*]"));

        window_ = std::make_unique<MainWindow>(WindowOptions{.files = {file}, .experiment = {}});
        window_->show();
        QTRY_VERIFY_WITH_TIMEOUT(document().frame() && document().frame()->moment.step == 7, kWaitMs);
        QVERIFY(document().session() == saved);
        QVERIFY(!document().changed());
    }

    void parametersAreShownAndHidden() {
        const Command& command = *window_->commands().find("view.parameters");
        const double scene = gl().ui().layout.scene.width;
        QVERIFY(command.ticked());
        QTest::keyClick(&gl(), Qt::Key_P);
        QTRY_VERIFY(gl().ui().layout.scene.width > scene);
        QVERIFY(!command.ticked());
        QTest::keyClick(&gl(), Qt::Key_P);
        QTRY_COMPARE(gl().ui().layout.scene.width, scene);
        QVERIFY(command.ticked());
        window_->resize(1000, 700);  // a drawer
        QTRY_VERIFY(gl().ui().layout.parametersForm == ParametersForm::Drawer);
        QTest::keyClick(&gl(), Qt::Key_P);
        QTRY_VERIFY(!command.ticked() && !gl().ui().parameters.drawerOpen);
        QTest::keyClick(&gl(), Qt::Key_P);
        QTRY_VERIFY(command.ticked() && gl().ui().parameters.drawerOpen);
    }

    void theProjectorKeepsTheNameInItsLine() {
        const auto* brand = window_->findChild<QLabel*>("brand");
        const auto isInLine = [&] {
            const QRect bar = window_->menuBar()->rect();
            return std::abs(brand->geometry().center().y() - bar.center().y()) <= 1 && brand->height() >= bar.height() - 2;
        };
        QTRY_VERIFY(isInLine());
        const int before = window_->menuBar()->height();
        for (const bool larger : {true, false}) {
            window_->commands().run("view.projector");
            QTRY_VERIFY((window_->menuBar()->height() > before) == larger);
            QTRY_VERIFY2(isInLine(), larger ? "on" : "off");
        }
    }

    // A hand's work counts as a change, and the parameters say so.
    void whatIsPaintedIsAChange() {
        QVERIFY(touchedPanel(document().session()).empty());
        document().poke({.panel = "recall", .item = 0, .x = 5, .y = 5, .radius = 3, .value = 1});
        QCOMPARE(touchedPanel(document().session()), std::string("recall"));
    }

    void aFigureGivesItsNameToTheWindow() {
        const std::string figure = settings_.filePath("fig.png").toStdString();
        writeFile(figure, toPng(Pixels{2, 2, std::vector<std::uint8_t>(16, 255)}, 0, recipeOf(document().session())));
        window_->openPath(figure);
        QCOMPARE(window_->windowTitle(), QString("from fig.png[*]"));
        QCOMPARE(document().name(), std::string("untitled.engram"));
    }

    void aCrashLosesNothing() {
        const auto [id, track] = firstSlider();
        const double y = track.y + track.height / 2;
        drag(gl(), QPoint(int(track.x + track.width * 0.3), int(y)), QPoint(int(track.x + track.width * 0.6), int(y)));
        rest();
        const Session lost = document().session();
        const QDir folder(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
        const std::string copy = folder.filePath("autosave-0.engram").toStdString();
        QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(copy) && readFile(copy, 1 << 20) == toToml(lost), kWaitMs);
        window_.reset();
        window_ = std::make_unique<MainWindow>(WindowOptions{});
        QVERIFY(sameRun(document().session(), lost));
        QVERIFY(document().changed());

        window_->savePath(settings_.filePath("kept.engram").toStdString());
        QVERIFY(!folder.exists("autosave-0.engram"));
    }

    void badFilesLeaveTheSessionAlone() {
        const Session before = document().session();
        const std::string file = settings_.filePath("bad.engram").toStdString();
        writeFile(file, "format = 1\nexperiment = \"nonsense\"\n");
        window_->openPath(file);
        QVERIFY(document().session() == before);
        QVERIFY(!gl().ui().message.empty());
        window_->openPath("/nowhere/at/all.engram");
        QVERIFY(document().session() == before);
        QVERIFY(gl().ui().message.find("all.engram") != std::string::npos);
    }

    void droppedImagesBecomeTheMemories() {
        QTemporaryDir folder;
        const QString path = folder.filePath("twelve-images-idx3-ubyte");
        std::string images("\0\0\x08\x03\0\0\0\x0c\0\0\0\x08\0\0\0\x08", 16);  // twelve of 8 x 8
        for (int i = 0; i < 12 * 64; ++i) images += char((i * 37 + i / 64 * 11) % 251);
        writeFile(path.toStdString(), images);
        QVERIFY(drop(*window_, path));
        const auto patterns = [this] { return document().frame()->session.values.at("patterns"); };
        QTRY_VERIFY_WITH_TIMEOUT(patterns() == Value(std::string("idx")), kWaitMs);
        QVERIFY(document().undo());
        QTRY_VERIFY_WITH_TIMEOUT(patterns() == Value(std::string("glyphs")), kWaitMs);
    }

    void refusalsStayInPlace() {
        const ParamSpec& spec = *document().experiment().params.find(firstSlider().first);
        QVERIFY_THROWS_EXCEPTION(Error, document().set(spec.id, spec.hard.high * 10 + 1));
        QVERIFY(!document().changed());
        QCOMPARE(document().undoCount(), 0);
    }

    void themesChangeBothHalves() {
        std::set<QRgb> grounds, menus;
        for (const char* name : {"dark", "light", "print"}) {
            window_->commands().run(std::string("view.theme.") + name);
            rest();
            const Rect r = gl().ui().layout.parameters;
            grounds.insert(gl().grabFramebuffer().pixel(int(r.x + 6), int(r.y + 4)));
            menus.insert(window_->menuBar()->grab().toImage().pixel(window_->width() / 4, 4));
            QCOMPARE(document().session().view.theme, std::string(name));
        }
        QCOMPARE(grounds.size(), std::size_t(3));
        QCOMPARE(menus.size(), std::size_t(3));
        QCOMPARE(document().undoCount(), 0);
        window_->commands().run("view.theme.dark");
    }

    void restsWhenNothingChanges() {
        const int before = gl().paintCount();
        QTest::qWait(1000);
        QCOMPARE(gl().paintCount(), before);
    }

    void theSameMomentIsTheSamePicture() {
        const QImage first = gl().grabFramebuffer();
        gl().wake();
        rest();
        QCOMPARE(gl().grabFramebuffer(), first);
    }

    // Panels that stand are left as they are on the screen: it must be what painting all of them would give.
    void whatStandsIsWhatPaintingAnewGives() {
        for (int i = 0; i < 3; ++i) QTest::keyClick(&gl(), Qt::Key_Period);
        rest();
        const QImage kept = gl().grabFramebuffer();
        gl().applyPreferences();  // lays out anew, and then nothing on the screen is relied on
        QCOMPARE(gl().grabFramebuffer(), kept);
    }

    // While the camera moves, a picture may be coarser; at rest nothing of that is left.
    void aTurnThereAndBackEndsInTheSamePicture() {
        gl().ui().focus = Focus::Scene;
        const auto turn = [&](std::initializer_list<Qt::Key> keys) {
            for (const Qt::Key key : keys) {
                QTest::keyClick(&gl(), key);
                QTest::qWait(40);
            }
            rest();
            return gl().grabFramebuffer();
        };
        const QImage before = turn({Qt::Key_Right});
        QVERIFY(turn({Qt::Key_Right, Qt::Key_Right}) != before);
        QCOMPARE(turn({Qt::Key_Left, Qt::Key_Left}), before);
    }

    // Two panels that belong together share one camera, whichever of them is turned.
    void panelsSideBySideShareOneCamera() {
        document().start(newSession("diffusion_memory"));
        rest();
        QCOMPARE(gl().ui().scenes.size(), std::size_t(2));
        const Rect right = gl().ui().scenes[1].rect;
        const QPoint from(int(right.x + right.width / 2), int(right.y + right.height * 0.8));
        drag(gl(), from, from + QPoint(60, 20));
        rest();
        QCOMPARE(document().session().view.cameras.size(), std::size_t(1));
        QVERIFY(document().session().view.cameras.count("memory") == 1);
        QVERIFY(gl().ui().scenes[0].camera == gl().ui().scenes[1].camera);
    }

    // A press on empty ground puts a memory there and takes hold of it.
    void aPressBesideTheMemoriesAddsOne() {
        Session session = newSession("diffusion_memory");
        session.view.hero = "basins";
        document().start(session);
        rest();
        const Rect& scene = gl().ui().layout.scene;
        const QPoint middle(int(scene.x + scene.width / 2), int(scene.y + scene.height / 2 + 30));
        drag(gl(), middle, middle + QPoint(25, 15));
        rest();
        const auto count = [&] {
            const Plot& plot = std::get<Plot>(gl().ui().board->find("basins")->content);
            return std::count_if(plot.marks.begin(), plot.marks.end(),
                                 [](const PlotMark& mark) { return std::holds_alternative<Marker>(mark); });
        };
        QTRY_COMPARE_WITH_TIMEOUT(count(), std::ptrdiff_t(10), kWaitMs);
        QCOMPARE(document().undoCount(), 1);
        window_->commands().run("edit.undo");
        rest();
        QTRY_COMPARE_WITH_TIMEOUT(count(), std::ptrdiff_t(9), kWaitMs);
    }

    void cameraFollowsTheKeysAndIsNoEdit() {
        gl().ui().focus = Focus::Scene;
        const QImage before = gl().grabFramebuffer();
        QTest::keyClick(&gl(), Qt::Key_Right);
        rest();
        QVERIFY(gl().grabFramebuffer() != before);
        QCOMPARE(document().session().view.cameras.size(), std::size_t(1));
        QCOMPARE(document().undoCount(), 0);
        QVERIFY(!document().changed());
    }

    void unknownCommandsAreRefused() { QVERIFY_THROWS_EXCEPTION(Error, window_->commands().run("run.paly")); }

private:
    // The first real parameter of the panel that is not a choice, found by searching for it alone.
    std::pair<std::string, Rect> firstSlider() {
        const auto& table = document().experiment().params;
        for (const ParamSpec& spec : table.specs()) {
            if (spec.kind != Kind::Number || !table.idle(spec.id, document().values()).empty()) continue;
            gl().ui().parameters.search = spec.label;
            gl().wake();
            rest();
            const Rect& r = gl().ui().layout.parameters;
            const double rowTop = r.y + kParametersTop + kSearchHeight + 32;
            return {spec.id, {r.x + 16, rowTop + 22, r.width - 40, 20}};
        }
        return {};
    }
};

int main(int argc, char** argv) { return engram::test::windowMain<WindowTest>(argc, argv, "engram-test"); }

#include "test_gui_window.moc"
