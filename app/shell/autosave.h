// A copy of the unsaved session in the person's own folder, taken away on a clean exit: what is found there at the start was left
// by a crash. Several windows use a slot each, so that none takes another's copy.
#pragma once

#include <QLockFile>
#include <memory>
#include <optional>
#include <string>

namespace engram {

class Autosave {
public:
    // Takes a slot in `folder`. With `mayRestore` the first slot that a crash left behind is preferred.
    Autosave(const QString& folder, bool mayRestore);
    ~Autosave();  // lets a copy being written finish

    std::optional<std::string> left() const { return left_; }
    void keep(const std::string& session);  // writes on another thread when it differs from the last
    void discard();                         // saved or closed cleanly: nothing to restore

private:
    bool takeSlot(const QString& folder, int slot, bool mayRestore);

    QString file_;
    std::unique_ptr<QLockFile> lock_;
    std::optional<std::string> left_;
    std::string kept_;
};

}  // namespace engram
