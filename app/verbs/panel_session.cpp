#include "app/verbs/panel_session.h"

#include <cstdio>

#include "app/verbs/verbs.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/sim/player.h"

namespace engram {

namespace {

// The first panel that the board cannot show; null where all are there.
const Panel* firstAbsent(const Board& board, const std::vector<std::string>& panels) {
    for (const std::string& id : panels)
        if (const Panel* panel = board.find(id); panel && std::holds_alternative<Absent>(panel->content)) return panel;
    return nullptr;
}

// Whether any of the panels is absent is known at the start already; this saves a run that would be thrown away.
Board boardAtStart(const Session& session, const std::vector<std::string>& panels) {
    Player player(session);
    player.look({panels.begin(), panels.end()});
    return experiment(session.experiment).draw(player.snapshot());
}

}  // namespace

Snapshot momentFor(Session& session, const std::vector<std::string>& panels, std::int64_t step, const std::set<std::string>& fixedIds) {
    const Experiment& e = experiment(session.experiment);
    const Board start = boardAtStart(session, panels);
    if (const Panel* absent = firstAbsent(start, panels)) {
        const PanelInfo& info = e.panel(absent->id);
        std::vector<std::string> applied;
        for (const std::string& assignment : info.example)
            if (!fixedIds.contains(assignment.substr(0, assignment.find('=')))) {
                e.params.set(session.values, assignment);
                applied.push_back(assignment);
            }
        const Board again = boardAtStart(session, panels);
        if (const Panel* still = firstAbsent(again, panels)) {
            const std::string why = std::get<Absent>(still->content).reason;
            if (still->id == info.id) usage("panel " + still->id + ": " + why);
            usage("panels " + info.id + " and " + still->id + " cannot be shown together: " + info.id + " needs " +
                  join(info.example, " "));
        }
        std::fprintf(stderr, "panel %s is shown with %s\n", info.id.c_str(), join(applied, " ").c_str());
    }
    Player player(session);
    while (step >= 0 ? player.step() < step : player.step() < kMostOwnSteps && !player.settled()) {
        stopIfAsked();
        player.advance();
    }
    player.look({panels.begin(), panels.end()});
    session.step = player.step();
    return player.snapshot();
}

}  // namespace engram
