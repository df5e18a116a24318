#include "core/base/journal.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "core/base/error.h"
#include "core/base/file.h"

namespace engram {

namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t(4) << 30;

}  // namespace

Journal::Journal(const std::filesystem::path& path) : path_(path) {
    const auto refuse = [&](const std::string& why) {
        if (file_ >= 0) ::close(std::exchange(file_, -1));
        fail("cannot write " + path_.string() + ": " + why);
    };
    file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
    if (file_ < 0) refuse(std::strerror(errno));
    if (::flock(file_, LOCK_EX | LOCK_NB) != 0) refuse("another program is writing to it");
    try {
        found_ = readFile(path, kMostBytes);
    } catch (...) {
        ::close(std::exchange(file_, -1));
        throw;
    }
    const std::size_t whole = found_.find_last_of('\n') + 1;  // npos + 1 is 0
    if (whole == found_.size()) return;
    found_.resize(whole);
    if (::ftruncate(file_, off_t(whole)) != 0) refuse(std::strerror(errno));
}

Journal::~Journal() {
    if (file_ < 0) return;
    ::fsync(file_);
    ::close(file_);
}

void Journal::append(std::string_view lines) {
    while (!lines.empty()) {
        const ssize_t count = ::write(file_, lines.data(), lines.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) fail("cannot write " + path_.string() + ": " + std::strerror(errno));
        lines.remove_prefix(std::size_t(count));
    }
    dirty_ = true;
}

void Journal::syncIfDue() {
    if (dirty_ && std::chrono::steady_clock::now() - synced_ >= std::chrono::seconds(1)) sync();
}

void Journal::sync() {
    synced_ = std::chrono::steady_clock::now(), dirty_ = false;
    if (::fsync(file_) != 0) fail("cannot write " + path_.string() + ": " + std::strerror(errno));
}

void Journal::remove() {
    ::unlink(path_.c_str());
    ::close(std::exchange(file_, -1));
}

}  // namespace engram
