// The program as a script starts it: no display, its output, messages and exit code read.
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QStringList>

namespace engram::test {

struct Ended {
    int code = -1;  // -2: it crashed
    QByteArray out;
    QString err;
};

inline Ended program(const QStringList& arguments, const QString& folder = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) environment.remove(name);
    process.setProcessEnvironment(environment);
    if (!folder.isEmpty()) process.setWorkingDirectory(folder);
    process.start(ENGRAM_PROGRAM, arguments);
    if (!process.waitForFinished(120'000)) return {};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2, process.readAllStandardOutput(),
            QString::fromUtf8(process.readAllStandardError())};
}

inline QJsonObject objectOf(const QByteArray& json) { return QJsonDocument::fromJson(json).object(); }

}  // namespace engram::test
