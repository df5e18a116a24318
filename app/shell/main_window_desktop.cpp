// What a desktop and the person in front of it expect of the window: its place, what it is made of, and that it says when it is in safe
// mode.
#include <QApplication>
#include <QDataStream>
#include <QLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QResizeEvent>
#include <QScreen>
#include <QStatusBar>
#include <algorithm>

#include "app/shell/about.h"
#include "app/shell/main_window.h"

namespace engram {

namespace {

constexpr QSize kUsualSize(1600, 900), kFrame(16, 56);  // what a desktop may put round a window
constexpr int kMostScreens = 4;                         // side by side under one window

// Whether it can be what QWidget::saveGeometry has written, on whatever screens there were then.
bool canBeGeometry(const QByteArray& kept) {
    QDataStream in(kept);
    in.setVersion(QDataStream::Qt_4_0);
    quint32 magic = 0;
    quint16 major = 0, minor = 0;
    QRect frame, normal;
    qint32 number = 0, screenWidth = 0;
    quint8 maximized = 0, fullScreen = 0;
    in >> magic >> major >> minor >> frame >> normal >> number >> maximized >> fullScreen >> screenWidth;
    constexpr quint32 kMagic = 0x1D9D0CB;
    return in.status() == QDataStream::Ok && magic == kMagic && major >= 2 && screenWidth > 0 && normal.isValid() &&
           normal.width() / kMostScreens <= screenWidth;
}

bool isOnAScreen(const QRect& place) {
    return std::ranges::any_of(QGuiApplication::screens(), [&](const QScreen* screen) {
        const QRect room = screen->availableGeometry();
        return room.intersects(place) && place.size().boundedTo(room.size()) == place.size();
    });
}

}  // namespace

// As it was left. Where the screens are others now and have no room for that, in the usual place.
void MainWindow::takePlace() {
    const QRect room = screen()->availableGeometry();
    const QSize usual = kUsualSize.boundedTo(room.size());
    resize(usual);
    const QByteArray kept = preferences_.geometry();
    if (!kept.isEmpty() && canBeGeometry(kept) && restoreGeometry(kept) && isOnAScreen(geometry())) return;
    if (!kept.isEmpty()) setGeometry({room.topLeft(), usual});
    if (!kept.isEmpty() && !canBeGeometry(kept)) preferences_.distrust("geometry");
    if ((kUsualSize + kFrame).boundedTo(room.size()) != kUsualSize + kFrame) setWindowState(windowState() | Qt::WindowMaximized);
}

// The name of the document in the middle, where menus and device leave that free, else between them.
void MainWindow::placeName(int height) {
    constexpr int kGap = 8, kLeastWidth = 80, kLeastWithDevice = 800;
    device_->setVisible(width() >= kLeastWithDevice * gl_->windowLayout().scale);
    const QList<QAction*> menus = menuBar()->actions();
    const int from = menus.empty() ? 0 : menuBar()->actionGeometry(menus.last()).right() + kGap;
    const int to = (device_->isHidden() ? width() : device_->x()) - kGap;
    const int half = std::min({width() / 6, width() / 2 - from, to - width() / 2});
    const bool fits = half > documentName_->sizeHint().width() / 2;
    documentName_->setGeometry(fits ? width() / 2 - half : from, 0, fits ? 2 * half : to - from, height);
    documentName_->setVisible(to - from >= kLeastWidth);
}

// The name and the device in the corners, once the bar has its height.
void MainWindow::placeCorners() {
    layout()->activate();
    QResizeEvent again(menuBar()->size(), menuBar()->size());
    QApplication::sendEvent(menuBar(), &again);
    placeName(qRound(gl_->windowLayout().menu.height) - 1);
}

// Where a document without a file of its own comes from is what a person knows it by.
QString MainWindow::title() const {
    const std::filesystem::path& figure = document_->figure();
    if (!document_->path().empty() || figure.empty()) return QString::fromStdString(document_->name());
    return tr("from %1").arg(QString::fromStdString(figure.filename().string()));
}

void MainWindow::sayTrouble() {
    auto* box = new QMessageBox(QMessageBox::Warning, tr("Cannot open"), startTrouble_.join(QStringLiteral("\n\n")), QMessageBox::Ok, this);
    box->setObjectName(QStringLiteral("startTrouble"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

bool MainWindow::saveOverChanges() {
    QMessageBox box(QMessageBox::Question, tr("Changed on disk"),
                    tr("%1 was written by something else since it was opened here.").arg(QString::fromStdString(document_->name())),
                    QMessageBox::Cancel, this);
    const auto* over = box.addButton(tr("Write over it"), QMessageBox::DestructiveRole);
    QPushButton* elsewhere = box.addButton(tr("Save as…"), QMessageBox::AcceptRole);
    box.setDefaultButton(elsewhere);
    box.exec();
    if (box.clickedButton() == over) return savePath(document_->path());
    return box.clickedButton() == elsewhere && saveAs();
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
