// Runs of an experiment as its tests start them, from assignments as on the command line, and what was measured at their end.
#pragma once

#include "core/sim/player.h"

namespace engram::test {

inline std::vector<std::string> with(std::vector<std::string> assignments, std::initializer_list<std::string> more) {
    assignments.insert(assignments.end(), more);
    return assignments;
}

inline Session sessionWith(const std::string& id, const std::vector<std::string>& assignments) {
    const ParamTable& params = experiment(id).params;
    Session session = newSession(id);
    for (const std::string& assignment : assignments) params.set(session.values, assignment);
    params.demand(session.values);
    return session;
}

// To where it settles, or as many steps.
inline Player played(const Session& session, std::int64_t most = kMostOwnSteps) {
    Player player(session);
    player.goToEnd(most);
    return player;
}

inline double last(const Player& player, const std::string& measure) {
    return player.trace().at(player.trace().size() - 1, experiment(player.session().experiment).measure(measure));
}

}  // namespace engram::test
