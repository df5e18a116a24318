// A file on its way in: it grows as NAME.part beside its place, hashed as it grows, and takes that place only when it is whole, with the
// size and the SHA-256 that were promised. What is missing stays missing; what is wrong is taken away.
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QLockFile>
#include <QString>
#include <memory>

namespace engram {

struct Promise {
    QString place;  // the full path
    qint64 bytes = 0;
    QByteArray sha256;  // 64 hexadecimal digits
};

class PartFile {
    Q_DECLARE_TR_FUNCTIONS(engram::PartFile)

public:
    explicit PartFile(Promise promise);

    bool isHere() const;  // at its place, whole: it is read for that
    // Makes the folder and takes up what an earlier attempt has left. All of these throw an Error with one sentence.
    void open();
    void append(const QByteArray& bytes);  // more than was promised is refused
    void finish();                         // checks, then puts it into its place
    void restart();                        // from nothing
    void close();                          // to be taken up another time
    void discard();                        // nothing stays; what another window has begun is left alone
    qint64 size() const { return size_; }
    bool isComplete() const { return size_ == promise_.bytes; }
    bool isRight() const { return hash_.result().toHex() == promise_.sha256; }
    QString name() const;

private:
    [[noreturn]] void giveUp(const QString& sentence);

    Promise promise_;
    QFile part_;
    std::unique_ptr<QLockFile> lock_;
    QCryptographicHash hash_{QCryptographicHash::Sha256};
    qint64 size_ = 0;
};

QString sizeText(qint64 bytes);  // "1.7 MB"

}  // namespace engram
