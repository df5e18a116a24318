// A desktop of its own for a test: an X server with up to three screens, each of its own scale, and a window manager. Screens are plugged
// in and pulled out as a person does, and its mouse and keys are those of the system: the window under the pointer gets them.
#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QRect>
#include <QTemporaryDir>
#include <QThread>
#include <array>
#include <csignal>
#include <memory>

#include <sys/prctl.h>

namespace engram::test {

class OwnDesktop {
public:
    static constexpr std::array<double, 3> kScales{1, 2, 1.5};

    // Before the application: Qt takes display and scales from the environment. Where a part is missing, `trouble` says which.
    OwnDesktop() : trouble_(QString::fromLatin1(begun())) {}

    const QString& trouble() const { return trouble_; }  // empty where all is well
    static QString output(int screen) { return QStringLiteral("DUMMY%1").arg(screen); }

    // In pixels of the device.
    bool plug(int screen, const QRect& place) {
        const QString mode = QStringLiteral("%1x%2-%3").arg(place.width()).arg(place.height()).arg(screen), name = output(screen);
        const int w = place.width(), h = place.height();
        QStringList line{"--newmode", mode, QString::number((w + 160) * (h + 30) * 60e-6)};
        for (const int n : {w, w + 48, w + 80, w + 160, h, h + 3, h + 8, h + 30}) line << QString::number(n);
        if (modes_.contains(mode) || call("xrandr", line)) call("xrandr", {"--addmode", name, mode}), modes_ << mode;
        return call("xrandr", {"--output", name, "--mode", mode, "--pos", QStringLiteral("%1x%2").arg(place.x()).arg(place.y())});
    }
    bool unplug(int screen) { return call("xrandr", {"--output", output(screen), "--off"}); }
    bool input(const QStringList& what) { return call("xdotool", what); }  // as xdotool says it
    bool photograph(const QString& file) { return call("import", {"-window", "root", file}); }

private:
    static constexpr int kStartMs = 20'000;
    static constexpr const char* kConfig = R"(
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "AutoAddGPU" "false"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 262144
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "1280x800"
    Virtual 8192 4096
  EndSubSection
EndSection
)";

    // What is missing; empty where nothing is.
    const char* begun() {
        const QString server = QFile::exists("/usr/lib/xorg/Xorg") ? "/usr/lib/xorg/Xorg" : "Xorg";
        QFile config(folder_.filePath("xorg.conf"));
        if (!config.open(QIODevice::WriteOnly) || config.write(kConfig) < 0) return "there is no folder to work in";
        config.close();
        server_ = begin(server, {"-displayfd", "1", "-config", config.fileName(), "-configdir", folder_.path(), "-logfile",
                                 folder_.filePath("log"), "-noreset", "-nolisten", "tcp"});
        if (!server_ || !server_->waitForReadyRead(kStartMs))
            return "there is no X server with screens to plug in (xserver-xorg-video-dummy)";
        qputenv("DISPLAY", ":" + server_->readLine().trimmed());
        QByteArray scales;
        for (std::size_t i = 0; i < kScales.size(); ++i) scales += output(int(i)).toUtf8() + '=' + QByteArray::number(kScales[i]) + ';';
        qputenv("QT_SCREEN_SCALE_FACTORS", scales);
        qputenv("QT_QPA_PLATFORM", "xcb");
        if (!plug(0, {0, 0, 1280, 800})) return "there is no xrandr (x11-xserver-utils)";
        const QString ready = folder_.filePath("managed");
        manager_ = begin("openbox", {"--sm-disable", "--startup", "touch " + ready});
        QElapsedTimer waited;
        for (waited.start(); manager_ && !QFile::exists(ready) && waited.elapsed() < kStartMs;) QThread::msleep(20);
        return QFile::exists(ready) ? "" : "there is no window manager (openbox)";
    }

    // It ends with this program, however that ends.
    static std::unique_ptr<QProcess> begin(const QString& program, const QStringList& arguments) {
        auto process = std::make_unique<QProcess>();
        process->setStandardErrorFile(QProcess::nullDevice());
        process->setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGTERM); });
        process->start(program, arguments);
        return process->waitForStarted() ? std::move(process) : nullptr;
    }
    static bool call(const QString& program, const QStringList& arguments) {
        QProcess process;
        process.start(program, arguments);
        return process.waitForFinished() && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    QTemporaryDir folder_;
    QStringList modes_;
    std::unique_ptr<QProcess> server_, manager_;
    QString trouble_;  // last: what it is made with comes before
};

}  // namespace engram::test
