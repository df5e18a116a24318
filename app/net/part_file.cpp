#include "app/net/part_file.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>
#include <algorithm>

#include "core/base/error.h"

namespace engram {

namespace {

constexpr qint64 kPiece = 1 << 16, kSpare = 1 << 20;  // bytes; what a disk keeps free

// The first `bytes` of a file; false where it has fewer.
bool hashFile(QFile& file, qint64 bytes, QCryptographicHash& hash) {
    for (qint64 left = bytes; left > 0;) {
        const QByteArray piece = file.read(std::min(left, kPiece));
        if (piece.isEmpty()) return false;
        hash.addData(piece);
        left -= piece.size();
    }
    return true;
}

}  // namespace

QString sizeText(qint64 bytes) { return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat); }

PartFile::PartFile(Promise promise) : promise_(std::move(promise)), part_(promise_.place + QStringLiteral(".part")) {}

QString PartFile::name() const { return QFileInfo(promise_.place).fileName(); }

bool PartFile::isHere() const {
    QFile file(promise_.place);
    if (file.size() != promise_.bytes || !file.open(QIODevice::ReadOnly)) return false;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return hashFile(file, promise_.bytes, hash) && hash.result().toHex() == promise_.sha256;
}

void PartFile::open() {
    const QFileInfo place(promise_.place);
    if (!QDir().mkpath(place.path())) fail(tr("The folder %1 cannot be made").arg(place.path()).toStdString());
    lock_ = std::make_unique<QLockFile>(promise_.place + QStringLiteral(".lock"));
    lock_->setStaleLockTime(0);  // stale only when its process is gone
    if (!lock_->tryLock(0)) {
        const bool isTaken = lock_->error() == QLockFile::LockFailedError;
        lock_.reset();
        fail((isTaken ? tr("%1 is being downloaded by another window") : tr("Nothing can be written to the folder of %1"))
                 .arg(name())
                 .toStdString());
    }
    // Each write goes to the disk by itself, so that a full one is noticed by the piece that did not fit.
    if (!part_.open(QIODevice::ReadWrite | QIODevice::Unbuffered)) giveUp(tr("%1 cannot be written: %2").arg(name(), part_.errorString()));
    size_ = part_.size();
    if (size_ > promise_.bytes || !hashFile(part_, size_, hash_)) restart();
    const QStorageInfo disk(place.path());
    const qint64 needed = promise_.bytes - size_;
    if (disk.isValid() && disk.bytesAvailable() < needed + kSpare)
        giveUp(tr("The disk of %1 has room for %2; %3 are needed").arg(place.path(), sizeText(disk.bytesAvailable()), sizeText(needed)));
}

void PartFile::append(const QByteArray& bytes) {
    if (size_ + bytes.size() > promise_.bytes)
        giveUp(tr("%1 is larger than the %2 promised; nothing of it was kept").arg(name(), sizeText(promise_.bytes)));
    if (part_.write(bytes) != bytes.size()) giveUp(tr("%1 cannot be written: %2").arg(name(), part_.errorString()));
    hash_.addData(bytes);
    size_ += bytes.size();
}

void PartFile::finish() {
    if (!isRight())
        giveUp(tr("What arrived as %1 is another file: its checksum is not the one promised. Nothing of it was kept").arg(name()));
    part_.close();
    QFile::remove(promise_.place);  // one that was not whole
    if (!part_.rename(promise_.place)) giveUp(tr("%1 cannot be put into its place: %2").arg(name(), part_.errorString()));
    lock_.reset();
}

void PartFile::restart() {
    part_.resize(0);
    part_.seek(0);
    hash_.reset();
    size_ = 0;
}

void PartFile::close() { part_.close(); }

void PartFile::discard() {
    part_.close();
    if (lock_) QFile::remove(part_.fileName());
    lock_.reset();
    size_ = 0;
}

void PartFile::giveUp(const QString& sentence) {
    discard();
    fail(sentence.toStdString());
}

}  // namespace engram
