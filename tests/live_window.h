// The real window in a test: settings of its own, shown and painted once, the mouse dragged and files let go over it.
#pragma once

#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/shell/main_window.h"
#include "tests/at_rest.h"
#include "tests/window_main.h"

namespace engram::test {

constexpr int kWaitMs = 30'000;

// Nothing of the person who runs the test is read or written.
inline bool keepsToItself(const QTemporaryDir& settings) {
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    return settings.isValid();
}

// Null where it does not come up.
inline std::unique_ptr<MainWindow> shownWindow(QSize size) {
    auto window = std::make_unique<MainWindow>(WindowOptions{});
    window->resize(size);
    window->show();
    if (!QTest::qWaitForWindowExposed(window.get())) return nullptr;
    window->activateWindow();
    const auto isPainted = [&] { return window->canvas().paintCount() > 0; };
    return QTest::qWaitForWindowActive(window.get()) && QTest::qWaitFor(isPainted, kWaitMs) ? std::move(window) : nullptr;
}

// Not closed but destroyed, as by a crash: what it left is taken away.
inline void destroy(std::unique_ptr<MainWindow>& window) {
    window.reset();
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
}

// What tests of the window share: each of their functions opens one, and cleanup() destroys it.
class LiveWindow {
protected:
    bool opens(QSize size) { return (window_ = shownWindow(size)) != nullptr; }
    GlWidget& gl() { return window_->canvas(); }
    Document& document() { return window_->document(); }
    void rest() { QVERIFY(atRest(*window_)); }

    QTemporaryDir settings_;
    std::unique_ptr<MainWindow> window_;
};

// As a hand does: no two moves come in one frame.
inline void drag(QWidget& on, QPoint from, QPoint to, int moves = 8) {
    QTest::mouseMove(&on, from);
    QTest::qWait(60);
    QTest::mousePress(&on, Qt::LeftButton, Qt::NoModifier, from);
    QTest::qWait(60);
    for (int i = 1; i <= moves; ++i) {
        QTest::mouseMove(&on, from + (to - from) * i / moves);
        QTest::qWait(30);
    }
    QTest::mouseRelease(&on, Qt::LeftButton, Qt::NoModifier, to);
    QTest::qWait(60);
}

// As the desktop does when a file is let go over the window. Whether it was taken.
inline bool drop(MainWindow& window, const QString& path) {
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(path)});
    const QPoint at(window.width() / 2, window.height() / 2);
    QDragEnterEvent enter(at, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    if (!enter.isAccepted()) return false;
    QDropEvent let(at, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &let);
    return true;
}

}  // namespace engram::test
