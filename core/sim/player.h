// A session being run on the calling thread: its Run, with the session's orders given at their steps. The worker and the command
// line run sessions through this alone, so both make the same trace to the bit.
#pragma once

#include <memory>

#include "core/session/session.h"

namespace engram {

inline constexpr std::int64_t kMostOwnSteps = 100'000;   // a run that never settles ends here

class Player {
public:
    explicit Player(const Session& session);          // at step 0, orders of step 0 given; throws where it cannot start

    const Session& session() const { return session_; }
    std::int64_t step() const { return run_->stepCount(); }
    bool settled() const { return run_->settled(); }
    const Trace& trace() const { return run_->trace(); }

    void advance();                                   // one step, then the orders due there
    void goTo(std::int64_t step);                     // forward only
    void goToEnd(std::int64_t mostSteps);             // until settled
    bool lookOn(const std::set<std::string>& panels) { return run_->look(panels); }   // a slice; true while there is more to do
    void look(const std::set<std::string>& panels) { while (run_->look(panels)) {} }
    Snapshot snapshot() const { return run_->snapshot(); }

    // Takes up a session with the same start whose orders agree up to this moment; gives those that are due and new.
    // False, and nothing changed, where that is not so: then restore an earlier snapshot, or start anew.
    bool follow(const Session& session);
    // Goes to a moment recorded from a session that agrees with `session` up to that moment.
    void restore(const Snapshot& snapshot, const Session& session);

private:
    void giveDueOrders();
    void show();                                      // view parameters as the session has them now

    Session session_;
    std::unique_ptr<Run> run_;
    std::size_t given_ = 0;                           // orders given so far
};

// Where two sessions with the same start part: the first step at which their orders differ; -1 where they do not.
std::int64_t partingStep(const Session& a, const Session& b);
// The same experiment, files, seed and start values but for what is only view or only evaluates.
bool sameStart(const Session& a, const Session& b);

}  // namespace engram
