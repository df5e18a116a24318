// Branches of a session: courses that share a past, or none. All functions return the changed session; names that are not there
// are refused with the nearest one.
#pragma once

#include <string_view>

#include "core/session/session.h"

namespace engram {

// The course at hand is kept as a branch; what goes on is the same up to `atStep`, under the next free letter, with the kept branch
// shown beside it.
Session forked(const Session& session, std::int64_t atStep);
// Another session's course becomes a branch, shown beside the one at hand.
Session withBranch(const Session& session, const Course& course, const std::string& name);
Session switchedTo(const Session& session, std::string_view name);    // that branch is at hand, and the one before it a branch
Session withoutBranch(const Session& session, std::string_view name);
Session renamedBranch(const Session& session, std::string_view name, const std::string& newName);   // of a branch or the course at hand

const Branch& branchOf(const Session& session, std::string_view name);
// The branch as a session of its own, at the same moment and looked at in the same way.
Session sessionOf(const Session& session, const Branch& branch);

// What the second course has where it departs from the first, in a few words: "β 4.2 from step 40", "seed 8", "by hand from step 3".
std::string departure(const Course& from, const Course& to);
// The first step at which the orders of two courses differ; 0 where their starts do, -1 where nothing does.
std::int64_t departureStep(const Course& from, const Course& to);

}  // namespace engram
