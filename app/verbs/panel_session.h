// A session that can show a panel: as it is, or completed by the panel's example where the session leaves that open.
#pragma once

#include <set>

#include "core/session/session.h"

namespace engram {

// Runs `session` to `step` (or, below 0, to its own end) and makes what the panels draw. Where a panel is absent and its example
// only sets parameters outside `fixedIds`, the example is applied and said on stderr. Throws usage with the panel's reason else.
Snapshot momentFor(Session& session, const std::vector<std::string>& panels, std::int64_t step, const std::set<std::string>& fixedIds);

}  // namespace engram
