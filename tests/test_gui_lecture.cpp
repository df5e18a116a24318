// A lecture as a professor gives it: the one that comes with the program, from start to end by the keys of a clicker, a picture of every
// scene; votes, detours, notes, a lecture of one's own, and one with a scene that cannot be shown.
#include <QMenuBar>
#include <QTest>
#include <numeric>
#include <set>

#include "app/find/finding.h"
#include "app/lecture/lectern.h"
#include "core/base/file.h"
#include "core/session/edit.h"
#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

namespace {

constexpr double kAtOnce = 1e6;  // steps a second: a test does not wait for what an audience watches

}  // namespace

class LectureTest : public QObject, LiveWindow {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(keepsToItself(settings_)); }
    void init() {
        const QByteArray test = QTest::currentTestFunction();   // some pictures are looked at, and a lesson needs room beside it
        const bool whole = test.startsWith("theShipped") || test.startsWith("theLesson") || test.startsWith("terms");
        QVERIFY(opens(whole ? QSize(1920, 1080) : QSize(1280, 720)));
    }
    void cleanup() { destroy(window_); }

    void theShippedLectureRunsByClickerKeysAlone() {
        document().set("count", std::int64_t(20));  // what was open, unsaved
        const Session before = document().session();
        press(Qt::Key_F5);
        QTRY_VERIFY(lecture());
        QTRY_COMPARE(gl().size(), window_->size());
        QVERIFY(window_->isFullScreen());
        const std::size_t scenes = lecture()->lesson().scenes.size();
        int votes = 0;
        for (std::size_t i = 0; i < scenes; ++i) {
            QCOMPARE(lecture()->at(), i);
            QVERIFY(lecture()->phase() == (lecture()->scene().ask ? Lecture::Phase::Asking : Lecture::Phase::Shown));
            rest();
            if (lecture()->scene().ask) voteAndPlayOn(), ++votes;
            picture("scene");
            QVERIFY2(gl().ui().message.empty(), gl().ui().message.c_str());
            press(Qt::Key_PageDown);
        }
        QVERIFY(votes >= 2);
        QCOMPARE(lecture()->at(), scenes - 1);
        QVERIFY(gl().ui().message.find("last scene") != std::string::npos);
        press(Qt::Key_PageUp);
        QCOMPARE(lecture()->at(), scenes - 2);
        press(Qt::Key_F5, Qt::ShiftModifier);
        QCOMPARE(lecture()->at(), scenes - 2);
        press(Qt::Key_F5);
        QCOMPARE(lecture()->at(), std::size_t(0));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!lecture());
        QVERIFY(!window_->isFullScreen() && window_->menuBar()->isVisible());
        QVERIFY(static_cast<const Course&>(document().session()) == static_cast<const Course&>(before));
        QVERIFY(document().changed());
        QVERIFY(document().undo());
    }

    void blackAndWhite() {
        press(Qt::Key_F5);
        QTRY_VERIFY(lecture());
        rest();
        const auto centre = [&] { return gl().grabFramebuffer().pixelColor(gl().width() / 2, gl().height() / 2); };
        for (const auto& [key, colour] : {std::pair{Qt::Key_B, Qt::black}, {Qt::Key_Period, Qt::black}, {Qt::Key_W, Qt::white}}) {
            press(key);
            QTRY_COMPARE(centre(), QColor(colour));
            press(key);
            QTRY_VERIFY(centre() != QColor(colour));
        }
        press(Qt::Key_B);
        press(Qt::Key_PageDown);  // what is behind it first
        QCOMPARE(lecture()->at(), std::size_t(0));
        QVERIFY(lecture()->blank() == Lecture::Blank::None);
    }

    void aDetourGlidesBack() {
        window_->lectern().give(lectureOf("## A\n    show surface\n    step 20\n    pin beta\n    say Turn it.\n"));
        rest();
        QTRY_COMPARE(document().session().step, std::int64_t(20));
        const Session planned = document().session();
        QVERIFY(!lecture()->strays());
        drag(gl(), {gl().width() * 3 / 4, 280}, {gl().width() * 3 / 4 + 80, 300});  // the camera
        QTRY_VERIFY(lecture()->strays());
        picture("detour");
        press(Qt::Key_Home);
        QTRY_VERIFY(!lecture()->strays() && !gl().ui().scene.move);
        rest();
        QVERIFY(!lecture()->strays());

        document().set("beta", 40.0, true);  // as the pinned slider does
        QTRY_VERIFY(lecture()->strays());
        QTest::qWait(100);
        press(Qt::Key_Home);
        QVERIFY(static_cast<const Course&>(document().session()) == static_cast<const Course&>(planned));
        QVERIFY(lecture()->glideLeft() > 0);
        QTRY_COMPARE(lecture()->glideLeft(), 0.0);
        rest();
        QCOMPARE(document().session().step, std::int64_t(20));
        QVERIFY(!lecture()->strays());
    }

    // The run is seen to go back through what it has recorded, and then to be the planned one.
    void theRunScrubsBackFromADetour() {
        window_->lectern().give(lectureOf("## A\n    show surface\n    step 20\n    pin beta\n    say Turn it.\n"));
        rest();
        QTRY_COMPARE(document().session().step, std::int64_t(20));
        const Session planned = document().session();
        const auto stray = [&] {
            document().set("beta", 40.0, true);
            document().endEdit();
            document().seek(90);
            QTRY_VERIFY_WITH_TIMEOUT(document().frame()->moment.step == 90 && !document().frame()->busy, kWaitMs);
            QTRY_VERIFY(lecture()->strays());
        };
        stray();
        std::vector<std::int64_t> seen;
        const auto watch = connect(&gl(), &GlWidget::frameTaken, this, [&] { seen.push_back(document().frame()->moment.step); });
        press(Qt::Key_Home);
        QVERIFY(lecture()->strays() && lecture()->glideLeft() > 0);
        QTRY_VERIFY(!lecture()->strays() && lecture()->glideLeft() == 0);
        rest();
        disconnect(watch);
        QVERIFY(static_cast<const Course&>(document().session()) == static_cast<const Course&>(planned));
        QCOMPARE(document().session().step, std::int64_t(20));
        QVERIFY(std::ranges::is_sorted(seen, std::greater<>()));
        QVERIFY(std::ranges::any_of(seen, [](std::int64_t step) { return step > 20 && step < 90; }));

        gl().ui().stillness = true;   // at once
        stray();
        press(Qt::Key_Home);
        QVERIFY(!lecture()->strays() && lecture()->glideLeft() == 0);
        QVERIFY(static_cast<const Course&>(document().session()) == static_cast<const Course&>(planned));
        rest();
        QCOMPARE(document().session().step, std::int64_t(20));
        gl().ui().stillness = false;
    }

    void panelsThatBelongTogetherStandSideBySide() {
        window_->lectern().give(lectureOf("## A\n    experiment diffusion_memory\n    show memory diffusion\n    say Two rules.\n"
                                          "## B\n    show memory\n    say One.\n"));
        rest();
        QTRY_COMPARE(gl().ui().scenes.size(), std::size_t(2));
        const ScenePaint &left = gl().ui().scenes[0], &right = gl().ui().scenes[1];
        QVERIFY(left.camera == right.camera);
        QVERIFY(left.rect.x > 0.4 * gl().width() && left.rect.right() <= right.rect.x && right.rect.right() <= gl().width());
        picture("pair");
        press(Qt::Key_PageDown);
        rest();
        QTRY_COMPARE(gl().ui().scenes.size(), std::size_t(1));
        press(Qt::Key_Escape);
        QTRY_VERIFY(!lecture());
        document().replace(stagingOf(lectureOf("## A\n    experiment diffusion_memory\n    show memory diffusion\n"), 0).session, "Try");
        const std::vector<std::string> row = instrumentPanels(gl().ui());
        QVERIFY(std::ranges::find(row, "diffusion") == row.end());   // it is large already
    }

    void thePinnedSliderIsTheOnlyControl() {
        window_->lectern().give(lectureOf("## A\n    show surface\n    pin beta\n    say Turn it.\n"));
        rest();
        QVERIFY(gl().ui().layout.parameters.width == 0);
        const Value before = document().values().at("beta");
        const double unit = gl().height() / 1080.0;
        const int y = int(gl().height() - 84 * unit), right = int(gl().width() - 200 * unit);
        for (int up = -12; up < 48 && document().values().at("beta") == before; up += 6)   // the track is somewhere in the control
            drag(gl(), {right - 120, y - up}, {right, y - up});
        QVERIFY(document().values().at("beta") != before);
        QTRY_VERIFY(lecture()->strays());
    }

    void notesStandInASecondWindow() {
        press(Qt::Key_F5);
        QTRY_VERIFY(lecture());
        rest();
        press(Qt::Key_N);
        QTRY_VERIFY(window_->lectern().notes());
        SpeakerWindow& notes = *window_->lectern().notes();
        QVERIFY(QTest::qWaitForWindowExposed(&notes));
        QVERIFY(!notes.notes().isEmpty());
        if (const QString folder = shots(); !folder.isEmpty()) notes.grab().save(folder + "/notes.png");
        QTest::keyClick(&notes, Qt::Key_PageDown);  // a clicker goes to whatever window is in front
        QCOMPARE(lecture()->at(), std::size_t(1));
        QTest::keyClick(&notes, Qt::Key_Escape);
        QTRY_VERIFY(!lecture());
        QVERIFY(!window_->lectern().notes());
    }

    void theMomentBecomesAScene() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("mine.md").toStdString();
        document().set("beta", 5.0);
        QTRY_VERIFY(document().frame() && !document().frame()->busy);
        window_->lectern().addScene(file);
        document().seek(30);
        QTRY_COMPARE_WITH_TIMEOUT(document().session().step, std::int64_t(30), kWaitMs);
        rest();
        document().set("beta", 40.0);  // on the way: an order, which goes into a file beside it
        window_->lectern().addScene(file);
        QVERIFY(std::filesystem::exists(folder.filePath("mine-2.engram").toStdString()));
        const Session moment = document().session();
        window_->lectern().give(file);
        QCOMPARE(lecture()->lesson().scenes.size(), std::size_t(2));
        for (const LessonScene& scene : lecture()->lesson().scenes) QCOMPARE(scene.trouble, std::string());
        QCOMPARE(asReal(document().values().at("beta")), 5.0);
        press(Qt::Key_PageDown);
        QVERIFY(document().session().orders == moment.orders);
        QCOMPARE(document().session().step, moment.step);
    }

    void aSceneThatCannotBeShownIsSaidAndLeftOut() {
        window_->lectern().give(lectureOf("## A\n    show surface\n## B\n    data gone.gz\n## C\n    format 7\n## D\n    show plane\n"));
        rest();
        press(Qt::Key_PageDown);
        QCOMPARE(lecture()->at(), std::size_t(3));
        QVERIFY2(gl().ui().message.find("talk.md, line ") == 0, gl().ui().message.c_str());
        press(Qt::Key_PageUp);
        QCOMPARE(lecture()->at(), std::size_t(0));
        QVERIFY_EXCEPTION_THROWN(window_->lectern().give(lectureOf("## A\n    shw\n")), std::exception);
    }

    void theLessonStandsBesideTheView() {
        press(Qt::Key_F4);
        LessonPanel& panel = window_->lectern().panel();
        QTRY_VERIFY(panel.isVisible());
        QCOMPARE(panel.lesson().title, std::string("Dense memory"));
        QTRY_VERIFY(gl().width() + panel.width() <= window_->width());
        rest();
        if (const QString folder = shots(); !folder.isEmpty()) window_->grab().save(folder + "/lesson.png");
        panel.goTo(1);
        emit panel.tried(1, 0);
        QCOMPARE(asReal(document().values().at("beta")), 2.0);
        QCOMPARE(document().undoCount(), 1);  // one step, however many commands
        QVERIFY(document().undo());
    }

    void termsLightUpWithTheirSliders() {
        press(Qt::Key_F4);
        LessonPanel& panel = window_->lectern().panel();
        QTRY_VERIFY(panel.isVisible());
        panel.goTo(1);
        rest();
        FormulaView* formula = panel.formulas().at(0);
        QVERIFY(formula->formula().params() == (std::vector<std::string>{"beta", "count"}));
        const QImage dark = formula->grab().toImage();
        const Rect row = gl().ui().parameters.drawn.at("beta");
        QTest::mouseMove(&gl(), QPoint(int(row.x + row.width / 2), int(row.y + 10)));
        QTRY_COMPARE(gl().ui().parameters.pointed, std::string("beta"));
        QTRY_VERIFY(formula->grab().toImage() != dark);
        QTest::mouseMove(&gl(), {400, 300});
        QTRY_VERIFY(formula->grab().toImage() == dark);

        const QRectF r = formula->drawnAt();  // the other way: over the formula until a term is hit
        for (double x = 0; x < 1 && gl().ui().parameters.lit != "beta"; x += 0.004)
            for (const double y : {0.2, 0.35, 0.5, 0.65, 0.8})
                QTest::mouseMove(formula, (r.topLeft() + QPointF(x * r.width(), y * r.height())).toPoint());
        QCOMPARE(gl().ui().parameters.lit, std::string("beta"));
    }

    void termsLightUpWithTheNativePanelToo() {
        press(Qt::Key_F4);
        LessonPanel& panel = window_->lectern().panel();
        QTRY_VERIFY(panel.isVisible());
        panel.goTo(1);
        window_->commands().run("view.mirror");
        rest();
        ParameterForm& form = window_->finding().form();
        FormulaView* formula = panel.formulas().at(0);
        QTest::mouseMove(&gl(), {300, 300});
        const QImage dark = formula->grab().toImage();
        QWidget* beta = form.control("beta");
        form.ensureWidgetVisible(beta);
        QTest::mouseMove(beta, beta->rect().center());
        QTRY_VERIFY(formula->grab().toImage() != dark);
        QTest::mouseMove(&gl(), {300, 300});
        QTRY_VERIFY(formula->grab().toImage() == dark);
        beta->setFocus();   // and by keys
        QTRY_VERIFY(formula->grab().toImage() != dark);
        gl().setFocus();
        QTRY_VERIFY(formula->grab().toImage() == dark);

        const auto labels = form.findChildren<QLabel*>();
        const auto name = std::ranges::find_if(labels, [&](const QLabel* label) { return label->buddy() == beta; });
        QVERIFY(name != labels.end());
        const QImage plain = (*name)->grab().toImage();
        emit formula->pointed("beta");
        QVERIFY((*name)->grab().toImage() != plain);
        emit formula->pointed("");
        QVERIFY((*name)->grab().toImage() == plain);
        window_->commands().run("view.mirror");
    }

private:
    Lecture* lecture() { return window_->lectern().lecture(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&gl(), Qt::Key(key), modifiers); }

    static Lesson lectureOf(const std::string& scenes) {
        return checkedLesson("# T\n    experiment dense_memory\n" + scenes, "talk.md", {});
    }

    // Until what plays has come to its end and the picture is whole.
    void rest() {
        QTest::qWait(60);
        document().pace(kAtOnce);
        const bool wasStill = QTest::qWaitFor(
            [&] {
                const auto frame = document().frame();
                return frame && !frame->busy && !document().playing() && sameRun(frame->session, document().session()) &&
                       !gl().ui().scene.move;
            },
            1200);
        if (!wasStill && lecture()) document().play(false);  // a flow that goes on for long
        QTest::qWait(180);
    }

    void voteAndPlayOn() {
        for (const int digit : {Qt::Key_1, Qt::Key_2, Qt::Key_2, Qt::Key_1, Qt::Key_1, Qt::Key_3}) press(digit);
        press(Qt::Key_Backspace);
        QCOMPARE(std::accumulate(lecture()->votes().begin(), lecture()->votes().end(), 0), 5);
        QCOMPARE(lecture()->rightAnswer(), -1);
        for (const SceneMark& mark : sceneMarks())
            if (const Pin* pin = std::get_if<Pin>(&mark)) QVERIFY2(pin->value.empty(), "an overlap gives the answer away");
        picture("vote");
        press(Qt::Key_PageDown);
        QVERIFY(lecture()->phase() == Lecture::Phase::PlayingOn);
        press(Qt::Key_PageDown);  // in a hurry
        QTRY_VERIFY_WITH_TIMEOUT(lecture()->phase() == Lecture::Phase::Answered, kWaitMs);
        QVERIFY(lecture()->rightAnswer() >= 0);
        rest();
    }

    std::vector<SceneMark> sceneMarks() {
        const auto* scene = std::get_if<Scene>(&lecture()->view().staged.at(0).panel.content);
        return scene ? scene->marks : std::vector<SceneMark>();
    }

    // Where whoever wants to look at the pictures has asked for them.
    QString shots() const {
        const QString folder = qEnvironmentVariable("ENGRAM_SHOTS");
        return folder.isEmpty() ? pictures_.path() : folder;
    }

    void picture(const QString& what) {
        const QImage image = gl().grabFramebuffer();
        std::set<QRgb> colours;
        for (int x = 0; x < image.width(); x += 9)
            for (int y = 0; y < image.height(); y += 9) colours.insert(image.pixel(x, y));
        QVERIFY2(colours.size() > 40, "the scene is painted");
        QVERIFY(image.save(QStringLiteral("%1/%2-%3.png").arg(shots()).arg(lecture()->at() + 1, 2, 10, QLatin1Char('0')).arg(what)));
    }

    QTemporaryDir pictures_;
};

int main(int argc, char** argv) { windowMain<LectureTest>(argc, argv, "engram_lecture_test"); }
#include "test_gui_lecture.moc"
