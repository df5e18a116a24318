// The real window in a test: settings of its own, shown and painted once, and files let go over it.
#pragma once

#include <QDir>
#include <QDropEvent>
#include <QMimeData>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include "app/shell/main_window.h"
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
    const bool painted = QTest::qWaitForWindowActive(window.get()) && QTest::qWaitFor([&] { return window->canvas().paintCount() > 0; }, kWaitMs);
    return painted ? std::move(window) : nullptr;
}

// Not closed but destroyed, as by a crash: what it left is taken away.
inline void destroy(std::unique_ptr<MainWindow>& window) {
    window.reset();
    QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).removeRecursively();
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
