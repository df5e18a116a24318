// Figures as scripts make them: every panel of every experiment that is listed, written by the program itself, twice the same. One program
// a format does it, so that they run beside each other.
#pragma once

#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/bytes_of.h"
#include "tests/program.h"

namespace engram::test {

inline void everyPanelRendersTheSameBytesTwice(const char* ending) {
    QTemporaryDir folder;
    const QJsonArray all = objectOf(program({"list", "--json"}).out)["experiments"].toArray();
    QVERIFY(!all.isEmpty());
    for (const auto& e : all)
        for (const auto& panel : e.toObject()["panels"].toArray()) {
            QByteArray first;
            for (int time = 0; time < 2; ++time) {
                const QString path = folder.filePath(QString("%1-%2.%3").arg(panel.toString()).arg(time).arg(ending));
                const QString id = e.toObject()["id"].toString();
                const Ended ended = program({"render", id, "--panel", panel.toString(), "--at", "12", "-o", path});
                QVERIFY2(ended.code == 0, qPrintable(ended.err));
                const QByteArray bytes = bytesOf(path);
                QVERIFY2(bytes.size() > 1000, qPrintable(path));
                if (time == 0) first = bytes;
                QVERIFY2(bytes == first, qPrintable(path));
                QVERIFY(!bytes.contains(folder.path().toUtf8()));
            }
        }
}

}  // namespace engram::test
