#include "core/session/history.h"

namespace engram {

void History::reset(const Session& session) {
    entries_.assign(1, {session, {}, ++numbered_});
    at_ = 0;
    mergeKey_.clear();
}

void History::edit(const Session& session, const std::string& label, const std::string& mergeKey) {
    if (entries_.empty()) return reset(session);
    const bool goesOn = extends(mergeKey);
    mergeKey_ = mergeKey;
    if (goesOn) {
        entries_.resize(std::size_t(at_ + 1));
        entries_.back().session = session, entries_.back().label = label;
        return;
    }
    if (session == current()) return;
    entries_.resize(std::size_t(at_ + 1));
    entries_.push_back({session, label, ++numbered_});
    if (int(entries_.size()) > most_ + 1) entries_.erase(entries_.begin());
    at_ = int(entries_.size()) - 1;
}

const Session& History::before(const std::string& mergeKey) const {
    return entries_.at(std::size_t(extends(mergeKey) ? at_ - 1 : at_)).session;
}

bool History::undo(Session& session) {
    endMerge();
    if (at_ == 0) return false;
    session = entries_[std::size_t(--at_)].session;
    return true;
}

bool History::redo(Session& session) {
    endMerge();
    if (at_ + 1 >= int(entries_.size())) return false;
    session = entries_[std::size_t(++at_)].session;
    return true;
}

std::string History::undoLabel() const { return at_ > 0 ? entries_[std::size_t(at_)].label : std::string(); }
std::string History::redoLabel() const { return at_ + 1 < int(entries_.size()) ? entries_[std::size_t(at_ + 1)].label : std::string(); }

}  // namespace engram
