// A file that grows by lines and survives a crash: what was appended stays, and a torn last line is cut off when it is opened again.
// Locked, so that two programs never write to the same one.
#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

namespace engram {

class Journal {
public:
    explicit Journal(const std::filesystem::path& path);  // opened, or made; throws, naming the file, where it cannot be or is in use
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    const std::string& found() const { return found_; }  // what was in it, whole lines only
    void append(std::string_view lines);                 // with their line ends
    void syncIfDue();                                    // to the disk, at most once a second: to be called again and again
    void sync();
    void remove();  // the file is gone; nothing more can be appended

private:
    std::filesystem::path path_;
    int file_ = -1;
    std::string found_;
    bool dirty_ = false;
    std::chrono::steady_clock::time_point synced_ = std::chrono::steady_clock::now();
};

}  // namespace engram
