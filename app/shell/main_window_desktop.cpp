// What a desktop and the person in front of it expect of the window: its place, what it is made of, and that it says when it is in safe
// mode.
#include <QScreen>
#include <QStatusBar>

#include "app/shell/about.h"
#include "app/shell/main_window.h"

namespace engram {

namespace {
constexpr QSize kUsualSize(1600, 900);
}

// As it was left, unless no screen has room for that.
void MainWindow::takePlace() {
    const QRect room = screen()->availableVirtualGeometry();
    const QSize usual = kUsualSize.boundedTo(room.size());
    resize(usual);
    const QByteArray kept = preferences_.geometry();
    if (kept.isEmpty() || (restoreGeometry(kept) && room.intersects(geometry()) && size().boundedTo(room.size()) == size())) return;
    preferences_.distrust("geometry");
    setGeometry({room.topLeft(), usual});
}

void MainWindow::saySafeMode() {
    auto* label = new QLabel(tr("Safe mode"), this);
    label->setObjectName(QStringLiteral("safeMode"));
    label->setToolTip(tr("Preferences and what a crash left stay as they are and play no part; everything is computed on the CPU"));
    statusBar()->addPermanentWidget(label);
}

void MainWindow::showAbout() {
    const auto [major, minor] = gl_->format().version();
    const QString device = QString::fromStdString(gl_->device());
    const QString painter = device.isEmpty() ? device : tr("%1, OpenGL %2.%3").arg(device).arg(major).arg(minor);
    auto* dialog = new AboutDialog(programFacts(painter), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

}  // namespace engram
