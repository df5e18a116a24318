#include "app/shell/window.h"

#include <QApplication>
#include <QSurfaceFormat>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include "app/bench/child.h"
#include "app/shell/about.h"
#include "app/shell/main_window.h"
#include "app/shell/safe_mode.h"

namespace engram {

void prepareWindow() {
    QCoreApplication::setAttribute(Qt::AA_ShareOpenGLContexts);
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);  // dialogs wear the same theme as the window
    QSurfaceFormat format;
    format.setVersion(4, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(0);  // what has depth is drawn into pictures of its own
    format.setStencilBufferSize(0);
    QSurfaceFormat::setDefaultFormat(format);
}

int runWindow(QApplication& application, const WindowOptions& options) {
    QApplication::setApplicationName(QStringLiteral("engram"));
    QApplication::setStyle(QStringLiteral("fusion"));
    QApplication::setWindowIcon(programIcon());
    QGuiApplication::setDesktopFileName(QStringLiteral("engram"));
    const auto forgotten = options.safeMode ? std::make_unique<ForgottenPreferences>() : nullptr;
    MainWindow window(options);
    bench::measureIfAsked(window);
    window.show();
    return application.exec();
}

void leave(int status) {
    std::fflush(nullptr);
    std::_Exit(status);
}

}  // namespace engram
