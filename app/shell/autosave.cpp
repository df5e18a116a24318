#include "app/shell/autosave.h"

#include <QDir>
#include <QFile>
#include <QThreadPool>

#include "core/base/error.h"
#include "core/base/file.h"

namespace engram {

namespace {

constexpr int kSlots = 16;
constexpr std::uint64_t kMostBytes = 16u << 20;

QThreadPool& writer() {
    static QThreadPool pool;
    pool.setMaxThreadCount(1);  // in order
    return pool;
}

}  // namespace

Autosave::Autosave(const QString& folder, bool mayRestore) {
    if (!QDir().mkpath(folder)) return;  // without a folder there is no backup; the work itself can still be saved
    for (int slot = 0; slot < kSlots && !lock_; ++slot) takeSlot(folder, slot, mayRestore);
}

Autosave::~Autosave() { writer().waitForDone(); }

bool Autosave::takeSlot(const QString& folder, int slot, bool mayRestore) {
    const QString file = QStringLiteral("%1/autosave-%2.engram").arg(folder).arg(slot);
    if (QFile::exists(file) && !mayRestore) return false;  // kept for a start that can take it up
    auto lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    lock->setStaleLockTime(0);  // stale only when its process is gone
    if (!lock->tryLock(0)) return false;
    if (QFile::exists(file)) {
        try {
            left_ = readFile(file.toStdString(), kMostBytes);
        } catch (const Error&) {
            left_.reset();  // unreadable: the same as nothing left
        }
    }
    file_ = file;
    lock_ = std::move(lock);
    return true;
}

void Autosave::keep(const std::string& session) {
    if (!lock_ || session == kept_) return;
    kept_ = session;
    writer().start([file = file_.toStdString(), session] {
        try {
            writeFile(file, session);
        } catch (const Error&) {
            // A full disk must not stop the work; saving by hand will say so.
        }
    });
}

void Autosave::discard() {
    writer().waitForDone();
    kept_.clear();
    if (lock_) QFile::remove(file_);
}

}  // namespace engram
