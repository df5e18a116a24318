// What an audience sees of a lecture holds at every moment: words that wait for the end, detours, a picture of the new size after every
// resize, notes that leave the slide free; and how a lecture of one's own is written.
#include <QInputDialog>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QTest>
#include <QTimer>

#include "app/export/qpainter_canvas.h"
#include "app/export/qt_metrics.h"
#include "app/lecture/lectern.h"
#include "core/sim/player.h"
#include "core/view/framing.h"
#include "core/view/theme.h"
#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

class StageTest : public QObject, LiveWindow {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(keepsToItself(settings_)); }
    void init() { QVERIFY(opens({1280, 720})); }
    void cleanup() { destroy(window_); }

    void wordsOfTheEndWaitForTheEnd() {
        const Lesson lesson = shippedLecture();
        const std::size_t scene = 2;
        QVERIFY(lesson.scenes[scene].ask && !lesson.scenes[scene].endings.empty());
        const Staging staging = stagingOf(lesson, scene);
        Player player(staging.session);
        player.look({"surface"});
        player.goTo(47);
        const Snapshot midway = player.snapshot();
        QVERIFY(!hasEnded(staging, midway));
        for (const std::string& caption : captionsAt(lesson, scene, staging, midway, false)) QVERIFY(caption.find("rest") == std::string::npos);
        player.goToEnd(2000);
        const Snapshot end = player.snapshot();
        QVERIFY(hasEnded(staging, end));
        const auto said = captionsAt(lesson, scene, staging, end, false);
        QCOMPARE(said.back(), lesson.scenes[scene].endings.back());
        QVERIFY(said.front().find(std::to_string(end.step)) != std::string::npos);
    }

    // On a detour only what is measured is said.
    void aDetourDoesNotSpeakForThePlan() {
        const Lesson lesson = shippedLecture();
        const std::size_t scene = sceneCalled(lesson, "Too warm");
        const Staging staging = stagingOf(lesson, scene);
        Player player(staging.session);
        player.goToEnd(2000);
        QCOMPARE(captionsAt(lesson, scene, staging, player.snapshot(), false).size(), std::size_t(2));
        const auto said = captionsAt(lesson, scene, staging, player.snapshot(), true);
        QCOMPARE(said.size(), std::size_t(1));
        QVERIFY(said[0].find("take part") != std::string::npos);

        ColumnText words;
        words.sentence = "Too warm", words.detour = true;
        bool isMarked = false;
        for (const DrawItem& item : column(words, 1280, 720, false, theme("dark"), QtMetrics()).items)
            if (const auto* text = std::get_if<TextItem>(&item)) {
                isMarked |= text->text == "Planned";
                if (text->text == words.sentence) QVERIFY(text->colour.a < 0.5f);
            }
        QVERIFY(isMarked);
    }

    void aDetourKeepsAllMemoriesInSight() {
        window_->lectern().give(shippedLecture(), sceneCalled(shippedLecture(), "Too warm"));
        rest();
        QVERIFY(!lecture()->departs());
        document().set("beta", 21.0, true);
        document().endEdit();
        QTRY_VERIFY(lecture()->departs() && lecture()->strays());
        rest();
        QTRY_VERIFY(!gl().ui().scenes.empty());
        const ScenePaint& paint = gl().ui().scenes[0];
        QVERIFY(showsAll(paint.camera, *paint.scene, paint.rect.width, paint.rect.height));
        const Panel* energy = gl().ui().board->find("energy");
        QVERIFY(energy);
        QVERIFY2(energy->subtitle.find("between changes by hand") != std::string::npos, energy->subtitle.c_str());
        picture("detour");
        press(Qt::Key_Home);
        QTRY_VERIFY(!lecture()->departs());
    }

    void nothingPopsUpOverTheSlide() {
        window_->lectern().give(lectureOf("## A\n    show surface\n    pin beta\n    say Turn it.\n"));
        rest();
        const double unit = gl().height() / 1080.0;
        const QPoint over(int(gl().width() - 300 * unit), int(gl().height() - 84 * unit));
        const QRect above(gl().width() / 2, 0, gl().width() / 2, int(gl().height() - 170 * unit));
        QTest::mouseMove(&gl(), {over.x(), gl().height() / 2});
        QTest::qWait(300);
        const QImage before = gl().grabFramebuffer().copy(above);
        for (int y = 0; y < 60; y += 20) {
            QTest::mouseMove(&gl(), over - QPoint(0, y));
            QTest::qWait(900);
            QVERIFY(gl().grabFramebuffer().copy(above) == before);
        }
    }

    void aPictureOfTheNewSizeFollowsEveryResize() {
        rest();
        for (const QSize size : {QSize(1500, 850), QSize(1024, 700), QSize(1366, 768)}) {
            const int painted = gl().paintCount();
            window_->resize(size);
            QTRY_COMPARE(gl().grabFramebuffer().size(), gl().size());
            QTRY_VERIFY(gl().paintCount() > painted);
            rest();
            QTRY_COMPARE(window_->size(), size);
            const auto onScreen = [&] { return window_->screen()->grabWindow(window_->winId()).toImage(); };
            const QPoint corner = gl().mapTo(window_.get(), QPoint(gl().width() - 4, gl().height() - 4));
            QTRY_COMPARE(onScreen().size(), size);
            QTRY_COMPARE(onScreen().pixelColor(corner), gl().grabFramebuffer().pixelColor(gl().width() - 4, gl().height() - 4));
        }
    }

    // The ground of the words ends softly: no line where one part of it meets the next, whatever the size of the picture.
    void theGroundOfTheWordsHasNoSeams_data() {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(960, 540), QSize(1280, 720), QSize(1366, 768), QSize(1920, 1080)})
            QTest::newRow(qPrintable(QString("%1x%2").arg(size.width()).arg(size.height()))) << size;
    }
    void theGroundOfTheWordsHasNoSeams() {
        QFETCH(QSize, size);
        QImage image(size, QImage::Format_RGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        ScaledPictures pictures;
        QPainterCanvas(painter, pictures).paint(column({}, size.width(), size.height(), false, theme("dark"), QtMetrics()));
        painter.end();
        const int y = size.height() / 2, steepest = 3 + 10 * 1080 / size.height();
        for (int x = 1; x < size.width(); ++x) {
            const int step = qGray(image.pixel(x, y)) - qGray(image.pixel(x - 1, y));
            QVERIFY2(step >= 0 && step <= steepest, qPrintable(QString("column %1: %2").arg(x).arg(step)));
        }
    }

    void notesLeaveTheSlideFree() {
        press(Qt::Key_F5);
        QTRY_VERIFY(lecture());
        rest();
        QVERIFY(!window_->lectern().notes());
        press(Qt::Key_N);
        QTRY_VERIFY(window_->lectern().notes() && window_->lectern().notes()->isVisible());
        const QRect screen = window_->screen()->geometry(), notes = window_->lectern().notes()->geometry();
        QVERIFY(notes.left() > screen.center().x() && notes.top() > screen.height() / 3 && screen.contains(notes));
        QVERIFY(gl().ui().message.find("One screen") != std::string::npos);
        press(Qt::Key_N);
        QTRY_VERIFY(!window_->lectern().notes());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!lecture());
        QVERIFY(gl().ui().message.empty());  // what was said of the lecture has gone with it

        window_->commands().run("lecture.notes");  // from the menu: they come with the next one
        press(Qt::Key_F5);
        QTRY_VERIFY(window_->lectern().notes());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!lecture());
    }

    void theFirstSceneHintsAtTheKeys() {
        press(Qt::Key_F5);
        QTRY_VERIFY(lecture());
        QVERIFY(lecture()->hintLeft() > 0);
        press(Qt::Key_PageDown);
        QCOMPARE(lecture()->hintLeft(), 0.0);
        press(Qt::Key_PageUp);
        QTRY_COMPARE_WITH_TIMEOUT(lecture()->hintLeft(), 0.0, 12'000);
    }

    void theSceneStandsAsBeforeTheLecture() {
        rest();
        const Camera before = camera();
        for (const bool lessonBefore : {false, true}) {
            if (lessonBefore) press(Qt::Key_F4), QTest::qWait(200), press(Qt::Key_F4);
            press(Qt::Key_F5);
            QTRY_VERIFY(lecture() && gl().size() == window_->size());
            rest();
            press(Qt::Key_Escape);
            QTRY_VERIFY(!lecture() && !window_->isFullScreen());
            QTRY_COMPARE(window_->size(), QSize(1280, 720));
            rest();
            QTRY_VERIFY2(isNear(camera(), before), lessonBefore ? "after the lesson was open" : "as the window started");
        }
    }

    void aSceneAsksForItsSentence() {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("mine.md").toStdString();
        rest();
        window_->lectern().saveAs(file);  // the one that comes with the program, to go on with
        const std::size_t shipped = shippedLecture().scenes.size();
        QString proposed;
        QTimer::singleShot(400, this, [&] {
            auto* dialog = qobject_cast<QInputDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            proposed = dialog->textValue();
            dialog->accept();
        });
        window_->commands().run("lecture.add");
        QVERIFY(!proposed.isEmpty());
        Lesson lesson = loadLesson(file);
        QCOMPARE(lesson.scenes.size(), shipped + 1);
        QCOMPARE(QString::fromStdString(lesson.scenes.back().title), proposed);
        QCOMPARE(lesson.scenes.back().trouble, std::string());
        QVERIFY_EXCEPTION_THROWN(window_->lectern().addScene(file, "one two three four five six seven eight nine ten"), std::exception);
        QCOMPARE(loadLesson(file).scenes.size(), shipped + 1);
    }

    void theButtonsOfALessonSayWhatTheyDo() {
        for (const Experiment& e : experiments())
            for (const LessonScene& scene : lessonOf(e).scenes)
                for (const LessonBlock& block : scene.blocks)
                    QVERIFY2(block.commands.empty() || !block.text.empty(), (e.id + ": " + scene.title).c_str());  // words come first
        press(Qt::Key_F4);
        LessonPanel& panel = window_->lectern().panel();
        QTRY_VERIFY(panel.isVisible());
        panel.goTo(1);
        const auto buttons = panel.findChildren<QPushButton*>();
        QVERIFY(buttons.size() >= 2);
        QCOMPARE(buttons[0]->text(), QString("Try it: β = 2"));
        QCOMPARE(buttons[1]->text(), QString("Try it: β = 40"));
    }

private:
    Lecture* lecture() { return window_->lectern().lecture(); }
    void press(int key) { QTest::keyClick(&gl(), Qt::Key(key)); }
    // To the eye: a scene that is framed anew comes to lie within a hundredth.
    static bool isNear(const Camera& a, const Camera& b) {
        double apart = 0;
        for (int i = 0; i < 3; ++i) apart = std::max(apart, std::abs(double(a.target[i]) - b.target[i]));
        return apart < 0.01 * b.distance && std::abs(a.distance / b.distance - 1) < 0.01 && a.azimuthDeg == b.azimuthDeg &&
               a.elevationDeg == b.elevationDeg;
    }
    Camera camera() { return gl().ui().scenes.empty() ? Camera() : gl().ui().scenes[0].camera; }

    static Lesson lectureOf(const std::string& scenes) { return checkedLesson("# T\n    experiment dense_memory\n" + scenes, "talk.md", {}); }
    static std::size_t sceneCalled(const Lesson& lesson, const std::string& title) {
        return std::size_t(std::ranges::find(lesson.scenes, title, &LessonScene::title) - lesson.scenes.begin());
    }

    static std::vector<std::string> captionsAt(const Lesson& lesson, std::size_t scene, const Staging& staging, const Snapshot& moment,
                                               bool detour) {
        const Experiment& e = experiment(staging.session.experiment);
        const Board board = e.draw(moment);
        const StagedPanel staged = stagedPanel(*board.find("surface"), false, false);
        return wordsOf({lesson, scene, staged, board, &moment, &e, {}, -1, false, hasEnded(staging, moment), detour}).captions;
    }

    void picture(const QString& what) {
        if (const QString folder = qEnvironmentVariable("ENGRAM_SHOTS"); !folder.isEmpty())
            gl().grabFramebuffer().save(folder + "/stage-" + what + ".png");
    }
};

int main(int argc, char** argv) { windowMain<StageTest>(argc, argv, "engram_stage_test"); }
#include "test_gui_stage.moc"
