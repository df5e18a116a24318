// Another run that goes along with the one at hand, on a thread of its own: a branch shown beside it, or a cell of small multiples. It
// is always sent to the step of the run at hand, so both stand at the same moment.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>

#include "core/sim/worker.h"

namespace engram {

class Companion {
public:
    explicit Companion(std::function<void()> published);   // `published` comes on the worker's thread

    // What it runs and where it stands from now on; cheap where nothing changed.
    void follow(const Session& session, const std::string& label, std::int64_t step, const std::set<std::string>& panels);
    bool refresh();                                        // true where a new frame was taken

    const std::string& label() const { return label_; }
    const Session& session() const { return session_; }
    std::shared_ptr<const Frame> frame() const { return frame_; }   // null until the first has come
    const Board& board() const { return board_; }                   // of that frame
    const std::string& trouble() const { return trouble_; }         // why there is none

private:
    Session session_;
    std::string label_, trouble_;
    std::int64_t asked_ = -1;
    std::set<std::string> panels_;
    std::shared_ptr<const Frame> frame_;
    Board board_;
    Worker worker_;
};

}  // namespace engram
