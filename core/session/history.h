// Undo and redo over whole sessions. Edits that share a merge key (one drag of one slider) are one step until the drag ends.
#pragma once

#include <string>
#include <vector>

#include "core/session/session.h"

namespace engram {

class History {
public:
    explicit History(int most = 200) : most_(most) {}

    void reset(const Session& session);                       // a new document: nothing to undo
    // `label` says what was done ("β 3.2 → 13.0"). With a non-empty `mergeKey` equal to the last edit's, that edit is extended.
    void edit(const Session& session, const std::string& label, const std::string& mergeKey = {});
    const Session& before(const std::string& mergeKey) const;  // what an edit with that key would go from
    void endMerge() { mergeKey_.clear(); }                    // the mouse was released

    bool undo(Session& session);                              // false, and `session` untouched, where there is nothing to undo
    bool redo(Session& session);
    std::string undoLabel() const;                            // empty where there is nothing to undo
    std::string redoLabel() const;
    int undoCount() const { return at_; }
    // Of the edit that led here, or of the document as it was opened: no other has it, and a drag keeps it as long as it goes on.
    std::uint64_t number() const { return entries_.empty() ? 0 : entries_[std::size_t(at_)].number; }
    const Session& current() const { return entries_.at(std::size_t(at_)).session; }

private:
    bool extends(const std::string& mergeKey) const { return !mergeKey.empty() && mergeKey == mergeKey_ && at_ > 0; }

    struct Entry {
        Session session;
        std::string label;                                    // of the edit that led here
        std::uint64_t number = 0;
    };
    std::vector<Entry> entries_;
    std::uint64_t numbered_ = 0;                              // so far
    int at_ = 0, most_;
    std::string mergeKey_;
};

}  // namespace engram
