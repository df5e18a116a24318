// What a file holds, to be compared; nothing where there is none.
#pragma once

#include <QByteArray>
#include <QFile>

namespace engram::test {

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace engram::test
