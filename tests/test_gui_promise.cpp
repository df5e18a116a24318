// The other half of the promise (see test_promise.cpp): the dummy experiment of one file and one line stands in the real window, its
// parameters in the panel, moved by the mouse, played, saved and opened again, with no other edit.
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/shell/main_window.h"
#include "tests/decay.h"
#include "tests/window_main.h"

using namespace engram;
using engram::test::decay;

namespace {

constexpr int kWaitMs = 30'000;

}  // namespace

class WindowPromise : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder_.path());
        addExperiment(decay());  // the one line
        window_ = std::make_unique<MainWindow>(WindowOptions{.files = {}, .experiment = "decay"});
        window_->resize(1600, 900);
        window_->show();
        QVERIFY(QTest::qWaitForWindowExposed(window_.get()));
        QTRY_VERIFY_WITH_TIMEOUT(gl().paintCount() > 0 && document().frame(), kWaitMs);
    }
    void cleanupTestCase() { window_.reset(); }

    void itsBoardIsShown() {
        QCOMPARE(document().session().experiment, std::string("decay"));
        QTRY_VERIFY_WITH_TIMEOUT(gl().sentence().starts_with("Step "), kWaitMs);
    }

    void itsParametersAreInThePanel() {
        for (const ParamSpec& spec : document().experiment().params.specs())
            QTRY_VERIFY2_WITH_TIMEOUT(gl().ui().parameters.drawn.contains(spec.id), spec.id.c_str(), kWaitMs);
    }

    void aDragOnItsSliderIsOneEdit() {
        constexpr double kTrackBelowLabel = 32;
        const Rect row = gl().ui().parameters.drawn.at("rate");
        const auto at = [&](double share) { return QPoint(int(row.x + share * row.width), int(row.y + kTrackBelowLabel)); };
        QTest::mouseMove(&gl(), at(0.5));
        QTest::qWait(60);
        QTest::mousePress(&gl(), Qt::LeftButton, Qt::NoModifier, at(0.5));
        for (double share : {0.4, 0.3, 0.2}) QTest::qWait(60), QTest::mouseMove(&gl(), at(share));
        QTest::qWait(60);
        QTest::mouseRelease(&gl(), Qt::LeftButton, Qt::NoModifier, at(0.2));
        QTRY_VERIFY(std::get<double>(document().values().at("rate")) < 0.4);
        QCOMPARE(document().undoCount(), 1);
    }

    void itPlaysAndComesBackFromAFile() {
        document().seek(3);
        QTRY_VERIFY_WITH_TIMEOUT(document().frame()->moment.step == 3 && !document().frame()->busy, kWaitMs);
        const std::string file = folder_.filePath("decay.engram").toStdString();
        QVERIFY(window_->savePath(file));
        const Session saved = document().session();
        window_ = std::make_unique<MainWindow>(WindowOptions{.files = {file}, .experiment = {}});
        window_->show();
        QTRY_VERIFY_WITH_TIMEOUT(document().frame() && document().frame()->moment.step == 3, kWaitMs);
        QVERIFY(document().session() == saved);
    }

private:
    GlWidget& gl() { return window_->canvas(); }
    Document& document() { return window_->document(); }

    QTemporaryDir folder_;
    std::unique_ptr<MainWindow> window_;
};

int main(int argc, char** argv) { return engram::test::windowMain<WindowPromise>(argc, argv, "engram-promise-test"); }

#include "test_gui_promise.moc"
