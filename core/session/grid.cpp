#include "core/session/grid.h"

#include <algorithm>

#include "core/base/error.h"

namespace engram {

namespace {

constexpr std::size_t kMostAlone = 3;   // columns of a single axis

// The session started from another value; what was changed of this parameter on the way no longer applies.
Session startedFrom(Session session, const std::string& id, const Value& value) {
    session.values[id] = value;
    for (Order& order : session.orders)
        if (auto* set = std::get_if<Values>(&order.what)) set->erase(id);
    std::erase_if(session.orders, [](const Order& order) {
        const auto* set = std::get_if<Values>(&order.what);
        return set && set->empty();
    });
    return session;
}

std::string labelOf(const ParamSpec& spec, const ParamTable& params, const Value& value) {
    return (spec.symbol.empty() ? spec.label : spec.symbol) + " " + params.print(spec, value);
}

}  // namespace

void checkGrid(const std::vector<GridAxis>& grid, const Experiment& experiment) {
    if (grid.size() > 2) usage("a grid has one or two axes, not " + std::to_string(grid.size()));
    std::size_t cells = 1;
    for (const GridAxis& axis : grid) {
        const ParamSpec& spec = experiment.params.at(axis.id);
        if (axis.values.empty()) usage("the grid axis " + axis.id + " has no values");
        for (const Value& value : axis.values) experiment.params.checked(spec, value);
        cells *= axis.values.size();
        if (cells > std::size_t(kMostGridCells))
            usage("a grid of more than " + std::to_string(kMostGridCells) + " runs is too large to look at; sweep instead");
    }
    if (grid.size() == 2 && grid[0].id == grid[1].id) usage("both axes of the grid are " + grid[0].id);
}

std::vector<GridCell> gridCells(const Session& session, const Experiment& experiment) {
    const std::vector<GridAxis>& grid = session.view.grid;
    std::vector<GridCell> cells;
    if (grid.empty()) return cells;
    Session base = session;
    base.branches.clear(), base.name.clear();
    base.view.grid.clear(), base.view.compared.clear();
    const std::vector<Value> alone(1);
    for (const Value& down : grid.size() > 1 ? grid[1].values : alone)
        for (const Value& across : grid[0].values) {
            GridCell cell{startedFrom(base, grid[0].id, across), labelOf(experiment.params.at(grid[0].id), experiment.params, across)};
            if (grid.size() > 1) {
                cell.session = startedFrom(std::move(cell.session), grid[1].id, down);
                cell.label += ", " + labelOf(experiment.params.at(grid[1].id), experiment.params, down);
            }
            cells.push_back(std::move(cell));
        }
    return cells;
}

int gridColumns(const std::vector<GridAxis>& grid) {
    if (grid.empty()) return 1;
    const std::size_t count = grid[0].values.size();
    if (grid.size() > 1 || count <= kMostAlone) return int(count);
    return int(count == 4 ? 2 : kMostAlone);
}

}  // namespace engram
