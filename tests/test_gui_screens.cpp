// The window on several screens, each of its own scale: it is moved between them while a run plays, screens come and go, lectures use
// two of them, and dialogs stand on one that is too small.
#include <QDialog>
#include <QFile>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWindow>

#include "app/lecture/lectern.h"
#include "app/lecture/screens.h"
#include "app/widgets/track.h"
#include "tests/live_window.h"
#include "tests/own_desktop.h"

using namespace engram;
using namespace engram::test;

namespace {

constexpr QRect kBeside(1280, 0, 2560, 1440), kBelow(0, 1440, 1920, 1080);  // beside and below the first, in pixels of the device
constexpr QSize kSize(1200, 640);

OwnDesktop* desktop = nullptr;

QScreen* screenAt(int number) {
    for (QScreen* screen : QGuiApplication::screens())
        if (screen->name() == OwnDesktop::output(number)) return screen;
    return nullptr;
}

// The share of pixels that differ by more than rounding does.
double differing(const QImage& a, const QImage& b) {
    if (a.size() != b.size()) return 1;
    qint64 count = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            const auto far = [](int u, int v) { return std::abs(u - v) > 2; };
            count += far(qRed(p), qRed(q)) || far(qGreen(p), qGreen(q)) || far(qBlue(p), qBlue(q));
        }
    return double(count) / (double(a.width()) * a.height());
}

}  // namespace

class ScreensTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        if (!desktop->trouble().isEmpty()) QSKIP(qPrintable(desktop->trouble()));
        QVERIFY(keepsToItself(settings_));
    }
    void init() {
        for (const int more : {1, 2}) desktop->unplug(more);
        QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::screens().size(), 1, kWaitMs);
        QFile::remove(settings_.filePath("engram/engram.conf"));
        desktop->input({"mousemove", "5", "795"});  // over nothing
    }
    void cleanup() { destroy(window_); }

    void aWindowThatMovesIsAsSharpAsOneStartedThere_data() {
        QTest::addColumn<int>("screen");
        QTest::newRow("200 %") << 1;
        QTest::newRow("150 %") << 2;
    }
    void aWindowThatMovesIsAsSharpAsOneStartedThere() {
        QFETCH(int, screen);
        plugAll();
        const double scale = OwnDesktop::kScales[std::size_t(screen)];
        start(0);
        rest();
        const QImage before = gl().grabFramebuffer();
        QCOMPARE(before.size(), gl().size());
        move(screen);
        const QImage moved = gl().grabFramebuffer();
        QCOMPARE(gl().ui().density, scale);
        QCOMPARE(moved.size(), gl().size() * scale);
        move(0);
        QVERIFY2(differing(gl().grabFramebuffer(), before) < 1e-3, "back where it was, it looks as it did");
        destroy(window_);
        start(screen);
        rest();
        QCOMPARE(gl().grabFramebuffer().size(), moved.size());
        keep(moved, "moved");
        keep(gl().grabFramebuffer(), "started");
        QVERIFY2(differing(gl().grabFramebuffer(), moved) < 1e-3, "as one that was started there");
    }

    void aRunPlaysOnWhileTheWindowWanders() {
        plugAll();
        start(0);
        document().play(true);
        for (const int screen : {1, 0, 2, 1, 2, 0}) {
            const int painted = gl().paintCount();
            window_->move(screenAt(screen)->availableGeometry().topLeft() + QPoint(20, 30));
            QTRY_COMPARE_WITH_TIMEOUT(window_->screen(), screenAt(screen), kWaitMs);
            QTRY_VERIFY_WITH_TIMEOUT(gl().paintCount() > painted + 2, kWaitMs);
            QCOMPARE(gl().ui().density, OwnDesktop::kScales[std::size_t(screen)]);
        }
        QVERIFY(document().frame()->moment.step > 0);
    }

    void theMouseHitsWhatIsUnderIt() {
        plugAll();
        start(0);
        for (const int screen : {1, 2, 0}) {
            move(screen);
            const auto& params = document().experiment().params;
            for (const double place : {0.3, 0.7}) {
                const Rect row = gl().ui().parameters.drawn.at("beta");
                click({row.x + place * row.width, row.y + 32});
                QTRY_VERIFY_WITH_TIMEOUT(std::abs(trackPlace(*params.find("beta"), asReal(document().values().at("beta"))) - place) < 0.02,
                                         kWaitMs);
            }
        }
    }

    void thePlaceIsKeptWhereItsScreenIs() {
        plugAll();
        start(1);
        const QRect place = window_->geometry();
        restart();
        QTRY_COMPARE_WITH_TIMEOUT(window_->geometry(), place, kWaitMs);
        QCOMPARE(window_->screen(), screenAt(1));
        window_->showMaximized();
        QTRY_VERIFY_WITH_TIMEOUT(window_->width() > place.width(), kWaitMs);
        QTest::qWait(200);
        restart();
        QTRY_VERIFY_WITH_TIMEOUT(window_->isMaximized() && window_->screen() == screenAt(1), kWaitMs);
        window_->showNormal();
        QTRY_COMPARE_WITH_TIMEOUT(window_->geometry(), place, kWaitMs);
    }

    void aScreenThatIsGoneTakesNoWindowWithIt() {
        plugAll();
        start(1);
        window_->close();
        destroy(window_);
        for (const int more : {1, 2}) QVERIFY(desktop->unplug(more));
        QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::screens().size(), 1, kWaitMs);
        open();
        QTRY_VERIFY_WITH_TIMEOUT(screenAt(0)->geometry().contains(window_->geometry()), kWaitMs);
        QVERIFY2(gl().ui().message.empty(), gl().ui().message.c_str());  // that is no damage
    }

    void slidesGoToTheOtherScreenAndNotesStay() {
        plugAll();
        start(0);
        const QRect place = window_->geometry();
        QTest::keyClick(&gl(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(window_->geometry(), screenAt(1)->geometry(), kWaitMs);
        QVERIFY(window_->isFullScreen());
        QTRY_COMPARE_WITH_TIMEOUT(gl().size(), window_->size(), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(notes() && notes()->screen() == screenAt(0) && notes()->isMaximized(), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(notes()->height() > 700, kWaitMs);  // of 800
        picture("lecture");

        desktop->input({"mousemove", "600", "500", "click", "1"});  // into the notes
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), static_cast<QWidget*>(notes()), kWaitMs);
        desktop->input({"key", "Next"});
        QTRY_COMPARE_WITH_TIMEOUT(lecture()->at(), std::size_t(1), kWaitMs);
        desktop->input({"mousemove", QString::number(kBeside.center().x()), "400", "click", "1"});  // into the slides
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), static_cast<QWidget*>(window_.get()), kWaitMs);
        desktop->input({"key", "Next"});
        QTRY_COMPARE_WITH_TIMEOUT(lecture()->at(), std::size_t(2), kWaitMs);

        desktop->input({"key", "s"});
        QTRY_COMPARE_WITH_TIMEOUT(window_->geometry(), screenAt(0)->geometry(), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(window_->isFullScreen() && notes()->screen() == screenAt(1) && notes()->isMaximized(), kWaitMs);
        picture("swapped");
        desktop->input({"key", "s"});
        QTRY_COMPARE_WITH_TIMEOUT(window_->geometry(), screenAt(1)->geometry(), kWaitMs);

        QTRY_VERIFY_WITH_TIMEOUT(QApplication::activeWindow(), kWaitMs);
        desktop->input({"key", "Escape"});
        QTRY_VERIFY_WITH_TIMEOUT(!lecture() && !notes(), kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(window_->geometry(), place, kWaitMs);
        QVERIFY(!window_->isFullScreen() && window_->screen() == screenAt(0));
    }

    void screensComeAndGoDuringALecture() {
        start(0);
        const QRect place = window_->geometry();
        QTest::keyClick(&gl(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(window_->geometry(), screenAt(0)->geometry(), kWaitMs);
        QVERIFY(!notes());
        QVERIFY(desktop->plug(1, kBeside));  // the projector wakes up
        QTRY_VERIFY_WITH_TIMEOUT(screenAt(1) && window_->geometry() == screenAt(1)->geometry(), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(notes() && notes()->screen() == screenAt(0), kWaitMs);
        QVERIFY(desktop->unplug(1));
        QTRY_COMPARE_WITH_TIMEOUT(window_->geometry(), screenAt(0)->geometry(), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(window_->isFullScreen() && !notes(), kWaitMs);
        QTest::keyClick(&gl(), Qt::Key_Escape);
        QTRY_COMPARE_WITH_TIMEOUT(window_->geometry(), place, kWaitMs);
    }

    // The notes would be on the wall.
    void aScreenThatShowsTheSameIsNoSecondOne() {
        QVERIFY(desktop->plug(1, {0, 0, 1280, 800}));
        QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::screens().size(), 2, kWaitMs);
        start(0);
        QTest::keyClick(&gl(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(lecture() && window_->isFullScreen(), kWaitMs);
        QTest::qWait(500);
        QVERIFY(!notes());
        QTest::keyClick(&gl(), Qt::Key_N);  // asked for, they stand before the slides
        QTRY_VERIFY_WITH_TIMEOUT(notes() && notes()->isVisible(), kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), static_cast<QWidget*>(notes()), kWaitMs);
        desktop->input({"mousemove", "10", "10", "click", "1"});  // into the slides
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::activeWindow(), static_cast<QWidget*>(window_.get()), kWaitMs);
        picture("notes-before-slides");
        QTest::keyClick(&gl(), Qt::Key_S);
        QTRY_VERIFY_WITH_TIMEOUT(gl().ui().message.find("second screen") != std::string::npos, kWaitMs);
        QTest::keyClick(&gl(), Qt::Key_N);
        QTRY_VERIFY_WITH_TIMEOUT(!notes(), kWaitMs);
    }

    void closedDuringALectureTheWindowComesBackWhereItWas() {
        plugAll();
        start(0);
        const QRect place = window_->geometry();
        QTest::keyClick(&gl(), Qt::Key_F5);
        QTRY_COMPARE_WITH_TIMEOUT(window_->geometry(), screenAt(1)->geometry(), kWaitMs);
        restart();
        QTRY_COMPARE_WITH_TIMEOUT(window_->geometry(), place, kWaitMs);
        QVERIFY(!window_->isFullScreen());
    }

    void dialogsFitASmallScreen_data() {
        QTest::addColumn<QString>("command");
        for (const char* command : {"file.export", "file.film", "file.samples", "help.shortcuts", "help.about"})
            QTest::newRow(command) << QString(command);
    }
    // 640 x 360 pixels of the layout: 1280 x 720 at 200 %.
    void dialogsFitASmallScreen() {
        QFETCH(QString, command);
        QVERIFY(desktop->plug(1, {1280, 0, 1280, 720}));
        QTRY_VERIFY_WITH_TIMEOUT(screenAt(1), kWaitMs);
        open();
        window_->move(screenAt(1)->availableGeometry().topLeft());
        QTRY_COMPARE_WITH_TIMEOUT(window_->screen(), screenAt(1), kWaitMs);
        window_->showMaximized();
        QTRY_VERIFY_WITH_TIMEOUT(document().frame(), kWaitMs);
        rest();
        picture("small");
        const QRect screen = screenAt(1)->geometry(), window = window_->geometry();  // half a pixel may be rounded up
        QVERIFY2(screen.adjusted(0, 0, 0, 1).contains(window), qPrintable(QString("%1 %2 %3 %4 on %5 %6 %7 %8").arg(window.x()).arg(window.y()).arg(window.width())
                     .arg(window.height()).arg(screen.x()).arg(screen.y()).arg(screen.width()).arg(screen.height())));
        QDialog* dialog = nullptr;
        QTimer looks;
        QObject::connect(&looks, &QTimer::timeout, [&] {
            dialog = window_->findChild<QDialog*>();
            if (!dialog || !dialog->isVisible() || !dialog->windowHandle()->isExposed()) return;
            looks.stop();
            QTest::qWait(400);
            checkDialog(*dialog);
            picture(command);
            dialog->close();
        });
        looks.start(50);
        window_->commands().run(command.toStdString());
        QTRY_VERIFY_WITH_TIMEOUT(dialog && !looks.isActive(), kWaitMs);
    }

    void screensAreChosenAsLecturersExpect() {
        const QRect own(0, 0, 1280, 800), wall(1280, 0, 1920, 1080), third(3200, 0, 1920, 1080);
        const auto choice = [](const std::vector<QRect>& screens, int window, bool swapped = false) {
            const ScreenChoice c = chooseScreens(screens, window, swapped);
            return std::pair(c.slides, c.notes);
        };
        QCOMPARE(choice({own}, 0), std::pair(0, -1));
        QCOMPARE(choice({own, wall}, 0), std::pair(1, 0));
        QCOMPARE(choice({own, wall}, 1), std::pair(1, 0));  // it stands there already
        QCOMPARE(choice({own, wall}, 0, true), std::pair(0, 1));
        QCOMPARE(choice({own, own}, 1), std::pair(1, -1));  // both show the same
        QCOMPARE(choice({own, own, wall}, 1), std::pair(2, 0));
        QCOMPARE(choice({own, wall, third}, 2), std::pair(2, 0));
        QCOMPARE(choice({own, wall, third}, 0), std::pair(1, 0));
    }

private:
    GlWidget& gl() { return window_->canvas(); }
    Document& document() { return window_->document(); }
    Lecture* lecture() { return window_->lectern().lecture(); }
    SpeakerWindow* notes() { return window_->lectern().notes(); }

    void plugAll() {
        QVERIFY(desktop->plug(1, kBeside) && desktop->plug(2, kBelow));
        QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::screens().size(), 3, kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(screenAt(1)->devicePixelRatio(), 2.0, kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(screenAt(2)->devicePixelRatio(), 1.5, kWaitMs);
    }
    // As its preferences say.
    void open() {
        window_ = std::make_unique<MainWindow>(WindowOptions{});
        window_->show();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QTRY_VERIFY_WITH_TIMEOUT(gl().paintCount() > 0, kWaitMs);
    }
    void start(int screen) {
        window_ = std::make_unique<MainWindow>(WindowOptions{});
        window_->setWindowState(Qt::WindowNoState);
        window_->setGeometry({screenAt(screen)->availableGeometry().topLeft() + QPoint(20, 40), kSize});
        window_->show();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        QTRY_VERIFY_WITH_TIMEOUT(gl().paintCount() > 0, kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(window_->screen(), screenAt(screen), kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(window_->size(), kSize, kWaitMs);  // on the way there it is as many pixels of the other scale
    }
    void restart() {
        window_->close();
        destroy(window_);
        open();
    }
    void move(int screen) {
        window_->move(screenAt(screen)->availableGeometry().topLeft() + QPoint(20, 20));
        QTRY_COMPARE_WITH_TIMEOUT(window_->screen(), screenAt(screen), kWaitMs);
        rest();
    }

    // At a place of the canvas, by the mouse of the system.
    void click(QPointF at) {
        const QScreen& screen = *window_->screen();
        const QPointF global = gl().mapToGlobal(at), corner = screen.geometry().topLeft();
        const QPoint device = (corner + (global - corner) * screen.devicePixelRatio()).toPoint();
        desktop->input({"mousemove", QString::number(device.x()), QString::number(device.y())});
        QTest::qWait(100);
        desktop->input({"click", "1"});
    }

    // Until the worker is idle and nothing was painted for a while.
    void rest() {
        constexpr int kRestMs = 4 * kWaitMs;
        QElapsedTimer limit;
        limit.start();
        for (int painted = -1; limit.elapsed() < kRestMs; painted = gl().paintCount()) {
            const auto frame = document().frame();
            if (frame && !frame->busy && sameRun(frame->session, document().session()) && painted == gl().paintCount()) return;
            QTest::qWait(400);
        }
        QFAIL("the window does not come to rest");
    }

    // Within the screen, and each of its controls stands in the dialog or can be scrolled to.
    void checkDialog(const QDialog& dialog) {
        const QRect room = dialog.screen()->availableGeometry();
        QCOMPARE(dialog.screen(), screenAt(1));
        QVERIFY2(room.contains(dialog.frameGeometry()), qPrintable(QStringLiteral("%1 x %2").arg(dialog.width()).arg(dialog.height())));
        const QScrollArea* page = dialog.findChild<QScrollArea*>();
        QVERIFY(page);
        for (const QWidget* control : page->widget()->findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
            if (!control->isVisibleTo(&dialog)) continue;
            const QRect place(control->mapTo(page->widget(), QPoint()), control->size());
            QVERIFY(page->widget()->rect().contains(place));
        }
        const QSize beyond = page->widget()->size() - page->viewport()->size();
        QVERIFY(page->verticalScrollBar()->maximum() >= beyond.height() && page->horizontalScrollBar()->maximum() >= beyond.width());
    }

    // Where whoever wants to look at the pictures has asked for them.
    void picture(const QString& name) {
        if (const QString folder = qEnvironmentVariable("ENGRAM_SHOTS"); !folder.isEmpty())
            desktop->photograph(folder + '/' + name + ".png");
    }
    void keep(const QImage& image, const QString& name) {
        if (const QString folder = qEnvironmentVariable("ENGRAM_SHOTS"); !folder.isEmpty())
            image.save(QStringLiteral("%1/%2-%3.png").arg(folder, name).arg(image.width()));
    }

    QTemporaryDir settings_;
    std::unique_ptr<MainWindow> window_;
};

int main(int argc, char** argv) {
    OwnDesktop screens;
    desktop = &screens;
    windowMain<ScreensTest>(argc, argv, "engram-screens-test");
}

#include "test_gui_screens.moc"
