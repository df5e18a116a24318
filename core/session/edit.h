// How a session changes: one value set, one poke made. A change at the start, or one that starts the run anew, changes the start
// values; a live change later on becomes an order at that step, and what came after it is forgotten.
#pragma once

#include <string_view>

#include "core/session/session.h"

namespace engram {

Session edited(const Session& session, const Experiment& experiment, std::string_view paramId, const Value& value, std::int64_t atStep);
Session poked(const Session& session, const Poke& poke, std::int64_t atStep);

// The session as shown by a figure of one moment: the step set, later orders dropped.
Session at(const Session& session, std::int64_t step);

}  // namespace engram
