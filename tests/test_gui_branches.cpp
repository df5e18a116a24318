// Branches, comparing, small multiples and the film dialog as a person uses them, on a virtual display.
#include <QTest>

#include "app/shell/film_dialog.h"
#include "core/session/branch.h"
#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

class BranchesTest : public QObject, LiveWindow {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(keepsToItself(settings_)); }
    void init() {
        QVERIFY(opens({1280, 720}));
        document().seek(30);
        QTRY_VERIFY_WITH_TIMEOUT(document().session().step == 30 && document().lastStep() == 30, kWaitMs);
    }
    void cleanup() { destroy(window_); }

    void aChangeInThePastForks() {
        goTo(20);
        document().set("beta", 2.0);
        QCOMPARE(document().session().branches.size(), std::size_t(1));
        QCOMPARE(document().session().name, std::string("B"));
        document().set("beta", 3.0);                                   // still the same branch: nothing has been played since
        QCOMPARE(document().session().branches.size(), std::size_t(1));
        window_->commands().run("run.play");
        QTRY_VERIFY_WITH_TIMEOUT(document().session().step > 25, kWaitMs);
        window_->commands().run("run.play");
        QTRY_VERIFY_WITH_TIMEOUT(gl().ui().views.parting.has_value(), kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(gl().ui().views.parting->subtitle, std::string("they part at step 20"), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(besideIsAt(document().session().step), kWaitMs);   // linked in time
        QCOMPARE(gl().ui().scenes.size(), std::size_t(2));
        QVERIFY(gl().ui().scenes[0].camera == gl().ui().scenes[1].camera);          // and in camera

        window_->commands().run("branch.switch");
        QCOMPARE(document().session().name, std::string("A"));
        QVERIFY(document().undo());
        QCOMPARE(document().session().name, std::string("B"));
        while (document().undo()) {}
        QVERIFY(document().session().branches.empty() && document().session().view.compared.empty());
    }

    void aChangeWhileARecordingReplaysForks() {
        goTo(0);
        window_->commands().run("run.play");
        QTRY_VERIFY_WITH_TIMEOUT(document().session().step > 3, kWaitMs);
        document().set("beta", 2.0, true);
        for (int i = 0; i < 5; ++i) {   // a drag goes on while it plays
            QTest::qWait(60);
            document().set("beta", 2.1 + i, true);
        }
        document().endEdit();
        window_->commands().run("run.play");
        QCOMPARE(document().session().branches.size(), std::size_t(1));
    }

    void aChangeAtTheEndDoesNotFork() {
        document().set("beta", 2.0);
        QVERIFY(document().session().branches.empty());
        QVERIFY(gl().ui().views.sides.empty());
    }

    void everyWayOfComparingIsPainted() {
        goTo(12);
        document().set("beta", 4.0);
        for (const char* how : {"overlay", "difference", "beside"}) {
            document().compareWith("A", how);
            gl().wake();
            QTRY_VERIFY_WITH_TIMEOUT(std::string(how) == "beside" || gl().ui().views.composed.has_value(), kWaitMs);
            QTest::qWait(100);
            QVERIFY2(coloursIn(gl().grabFramebuffer()) > 200, how);
        }
        document().compareWith("", "");
        gl().wake();
        QTRY_VERIFY_WITH_TIMEOUT(gl().ui().views.sides.empty(), kWaitMs);
    }

    void branchesAreSavedAndOpened() {
        goTo(12);
        document().set("beta", 4.0);
        document().renameBranch("A", "plain");
        const std::filesystem::path file = std::filesystem::path(settings_.path().toStdString()) / "b.engram";
        QVERIFY(window_->savePath(file));
        const Session saved = document().session();
        window_->openPath(file);
        QTRY_VERIFY_WITH_TIMEOUT(document().frame() && document().session().branches == saved.branches, kWaitMs);
        QCOMPARE(document().session().view.compared, std::string("plain"));
        document().addBranch(loadSession(file), "other");              // any session compares
        QCOMPARE(document().session().branches.size(), std::size_t(2));
        document().removeBranch("other");
        document().removeBranch("B");                                  // the one at hand: the other takes its place
        QCOMPARE(document().session().branches.size(), std::size_t(0));
    }

    void shiftAndADragShowSmallMultiples() {
        const Rect row = gl().ui().parameters.drawn.at("beta");
        shiftDrag({int(row.x + row.width * 0.3), int(row.bottom() - 10)}, {int(row.x + row.width * 0.9), int(row.bottom() - 10)});
        QTRY_COMPARE_WITH_TIMEOUT(gl().ui().views.sides.size(), std::size_t(6), kWaitMs);
        QCOMPARE(std::get<double>(document().values().at("beta")), 13.0);            // the value stayed
        QTRY_VERIFY_WITH_TIMEOUT(allSidesAreAt(30), kWaitMs);
        const Rect count = gl().ui().parameters.drawn.at("count");
        shiftDrag({int(count.x + count.width * 0.1), int(count.bottom() - 10)},
                  {int(count.x + count.width * 0.4), int(count.bottom() - 10)});
        QTRY_COMPARE_WITH_TIMEOUT(gl().ui().views.sides.size(), std::size_t(9), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(allSidesAreAt(30), kWaitMs);
        const Session last = *gl().ui().views.sides.back().session;
        const Rect scene = gl().ui().layout.scene;
        QTest::mouseMove(&gl(), {int(scene.right() - 60), int(scene.bottom() - 40)});
        QTest::qWait(80);
        QTest::mouseClick(&gl(), Qt::LeftButton, Qt::NoModifier, {int(scene.right() - 60), int(scene.bottom() - 40)});
        QTRY_VERIFY_WITH_TIMEOUT(document().session().view.grid.empty(), kWaitMs);
        QVERIFY(sameRun(document().session(), last));
        QVERIFY(document().undo());
        QCOMPARE(std::get<double>(document().values().at("beta")), 13.0);
    }

    void theFilmDialogKeepsKeysInTheSession() {
        window_->commands().run("file.film");
        auto* dialog = window_->findChild<FilmDialog*>();
        QVERIFY(dialog && dialog->isVisible());
        QCOMPARE(dialog->tracks().film().last, std::int64_t(30));
        QVERIFY(document().session().view.film == FilmLayout());       // looking changes nothing
        Camera camera;
        camera.azimuthDeg = 12;
        Blueprint view = document().session().view;
        view.cameras[heroPanel(document().session(), document().experiment())] = camera;
        document().look(view);
        press(*dialog, "Camera key");
        QCOMPARE(document().session().view.film.cameras.size(), std::size_t(1));
        QCOMPARE(document().session().view.film.cameras[0].camera.azimuthDeg, 12.0);
        press(*dialog, "Parameter key");
        QCOMPARE(document().session().view.film.params.size(), std::size_t(1));
        const std::filesystem::path film = std::filesystem::path(settings_.path().toStdString()) / "frames/";
        for (QLineEdit* field : dialog->findChildren<QLineEdit*>())
            if (field->text().endsWith(".mp4")) field->setText(QString::fromStdString(film.string()));
        Blueprint small = document().session().view;
        small.film.width = 64, small.film.height = 36, small.film.seconds = 0.5;
        document().look(small);
        dialog->follow();                                              // takes up what the session holds
        QCOMPARE(dialog->tracks().film().width, 64);
        dialog->close();
        QTRY_VERIFY(!window_->findChild<FilmDialog*>());
        window_->commands().run("file.film");                          // opens with what the session holds
        dialog = window_->findChild<FilmDialog*>();
        QCOMPARE(dialog->tracks().film().width, 64);
        for (QLineEdit* field : dialog->findChildren<QLineEdit*>())
            if (field->text().endsWith(".mp4")) field->setText(QString::fromStdString(film.string()));
        press(*dialog, "Make film");
        QTRY_VERIFY_WITH_TIMEOUT(std::filesystem::exists(film.parent_path() / "frame_000001.png"), kWaitMs);
    }

private:
    void goTo(std::int64_t step) {
        document().seek(step);
        QTRY_VERIFY_WITH_TIMEOUT(document().frame() && document().frame()->moment.step == step, kWaitMs);
    }
    bool besideIsAt(std::int64_t step) {
        gl().wake();
        return !document().companions().empty() && document().companions()[0]->frame() &&
               document().companions()[0]->frame()->moment.step == step;
    }
    bool allSidesAreAt(std::int64_t step) {
        gl().wake();
        for (const auto& companion : document().companions())
            if (!companion->frame() || companion->frame()->moment.step != step) return false;
        return true;
    }
    static std::size_t coloursIn(const QImage& image) {
        std::set<QRgb> colours;
        for (int x = 0; x < image.width(); x += 5)
            for (int y = 0; y < image.height(); y += 5) colours.insert(image.pixel(x, y));
        return colours.size();
    }
    void shiftDrag(QPoint from, QPoint to) {
        QTest::mouseMove(&gl(), from);
        QTest::qWait(80);
        QTest::keyPress(&gl(), Qt::Key_Shift);
        QTest::qWait(80);
        QTest::mousePress(&gl(), Qt::LeftButton, Qt::ShiftModifier, from);
        QTest::qWait(80);
        for (int i = 1; i <= 6; ++i) {
            QTest::mouseMove(&gl(), from + (to - from) * i / 6);
            QTest::qWait(40);
        }
        QTest::mouseRelease(&gl(), Qt::LeftButton, Qt::ShiftModifier, to);
        QTest::keyRelease(&gl(), Qt::Key_Shift);
        QTest::qWait(120);
    }
    static void press(QWidget& in, const QString& text) {
        for (QPushButton* button : in.findChildren<QPushButton*>())
            if (button->text() == text) return button->click();
        QFAIL(qPrintable("no button " + text));
    }
};

int main(int argc, char** argv) { return test::windowMain<BranchesTest>(argc, argv, "engram-branches-test"); }
#include "test_gui_branches.moc"
