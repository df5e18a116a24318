#include "core/base/file.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/error.h"

namespace engram {

namespace {

std::string reason() { return std::strerror(errno); }

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    bool close() { return number_ < 0 || ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

// The unfinished file beside the target; gone again unless it was put in place.
struct Unfinished {
    std::string path;
    bool placed = false;
    ~Unfinished() {
        if (!placed) ::unlink(path.c_str());
    }
};

bool writeAll(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(std::size_t(count));
    }
    return true;
}

}  // namespace

std::string readHead(const std::filesystem::path& path, std::size_t bytes) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.number() < 0) fail("cannot open " + path.string() + ": " + reason());
    std::string head(bytes, '\0');
    const ssize_t got = ::read(file.number(), head.data(), head.size());
    if (got < 0) fail("cannot read " + path.string() + ": " + reason());
    head.resize(std::size_t(got));
    return head;
}

std::string readFile(const std::filesystem::path& path, std::uint64_t mostBytes) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.number() < 0) fail("cannot open " + path.string() + ": " + reason());
    struct stat about {};
    if (::fstat(file.number(), &about) != 0) fail("cannot read " + path.string() + ": " + reason());
    if (S_ISDIR(about.st_mode)) fail(path.string() + " is a folder, not a file");
    if (std::uint64_t(about.st_size) > mostBytes)
        fail(path.string() + " is too large: " + std::to_string(about.st_size) + " bytes, at most " + std::to_string(mostBytes));
    std::string bytes;
    bytes.reserve(std::size_t(about.st_size));
    char part[65536];
    while (true) {  // to the end, not to the stated size: pipes state none
        const ssize_t count = ::read(file.number(), part, sizeof part);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail("cannot read " + path.string() + ": " + reason());
        if (count == 0) return bytes;
        bytes.append(part, std::size_t(count));
        if (bytes.size() > mostBytes) fail(path.string() + " is too large: more than " + std::to_string(mostBytes) + " bytes");
    }
}

void writeFile(const std::filesystem::path& path, std::string_view bytes) {
    const auto refuse = [&](const std::string& why) { fail("cannot write " + path.string() + ": " + why); };
    if (path.empty()) fail("cannot write to an empty path");
    struct stat about {};
    if (::stat(path.c_str(), &about) == 0 && !S_ISREG(about.st_mode)) {
        if (S_ISDIR(about.st_mode)) refuse("it is a folder");
        Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));  // a pipe or /dev/full: nothing to replace
        if (device.number() < 0 || !writeAll(device.number(), bytes) || !device.close()) refuse(reason());
        return;
    }
    // One of this name can only be left from a process that died: numbers of processes come round again.
    Unfinished unfinished{unfinishedName(path).string()};
    ::unlink(unfinished.path.c_str());
    Descriptor file(::open(unfinished.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (file.number() < 0) refuse(reason());
    if (!writeAll(file.number(), bytes) || ::fsync(file.number()) != 0 || !file.close()) refuse(reason());
    if (::rename(unfinished.path.c_str(), path.c_str()) != 0) refuse(reason());
    unfinished.placed = true;
}

std::filesystem::path unfinishedName(const std::filesystem::path& target) {
    return target.string() + ".unfinished-" + std::to_string(::getpid());
}

std::string lowerEnding(const std::filesystem::path& path) {
    std::string text = path.extension().string();
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text.empty() ? text : text.substr(1);
}

}  // namespace engram
