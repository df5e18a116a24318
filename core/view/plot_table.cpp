#include "core/view/plot_table.h"

#include <algorithm>
#include <map>

#include "core/base/csv.h"
#include "core/base/text.h"

namespace engram {

namespace {

struct Column {
    std::string name;
    std::vector<std::string> cells;
};

std::vector<std::string> texts(const Shared<double>& values) {
    std::vector<std::string> cells;
    if (values)
        for (const double value : *values) cells.push_back(shortest(value));
    return cells;
}

// Columns of one panel; two series of one name become "name" and "name 2".
struct AddSeries {
    std::vector<Column>& columns;
    const std::string& panel;
    std::map<std::string, int> seen = {};

    std::string series(const std::string& label, const char* kind) {
        const std::string name = panel + "/" + (label.empty() ? kind : label);
        const int count = ++seen[name];
        return count == 1 ? name : name + " " + std::to_string(count);
    }
    void pairs(const std::string& name, const Shared<double>& x, const Shared<double>& y) {
        columns.push_back({name + "/x", texts(x)});
        columns.push_back({name + "/y", texts(y)});
    }

    void operator()(const Curve& m) { pairs(series(m.label, "curve"), m.x, m.y); }
    void operator()(const Journey& m) { pairs(series("", "path"), m.x, m.y); }
    void operator()(const Scatter& m) {
        const std::string name = series(m.label, "points");
        pairs(name, m.x, m.y);
        if (!m.error.empty()) columns.push_back({name + "/error", texts(share(m.error))});
    }
    void operator()(const Bars& m) {
        const std::string name = series("", "bars");
        Column label{name + "/label", {}}, value{name + "/value", {}}, reference{name + "/reference", {}};
        for (const Bar& bar : m.bars)
            label.cells.push_back(bar.label), value.cells.push_back(shortest(bar.value)),
                reference.cells.push_back(shortest(bar.reference));
        columns.push_back(std::move(label)), columns.push_back(std::move(value));
        if (m.hasReference) columns.push_back(std::move(reference));
    }
    void operator()(const Heatmap&) const {}
    void operator()(const Basins&) const {}
    void operator()(const Marker&) const {}
    void operator()(const Inset&) const {}
    void operator()(const Note&) const {}
    void operator()(const Cells& m) {
        const std::string name = series("", "cells");
        pairs(name, m.x, m.y);
        if (!m.values) return;
        std::vector<std::string> cells;
        for (const float value : *m.values) cells.push_back(shortest(double(value)));
        columns.push_back({name + "/value", std::move(cells)});
    }
    void operator()(const Word&) const {}
};

}  // namespace

std::string plotCsv(const std::vector<const Panel*>& panels) {
    std::vector<Column> columns;
    for (const Panel* panel : panels)
        if (const Plot* plot = std::get_if<Plot>(&panel->content)) {
            AddSeries add{columns, panel->id};
            for (const PlotMark& mark : plot->marks) std::visit(add, mark);
        }
    std::size_t rows = 0;
    std::vector<std::string> names;
    for (const Column& column : columns) names.push_back(column.name), rows = std::max(rows, column.cells.size());
    if (columns.empty()) return {};
    std::string text = csvLine(names);
    for (std::size_t row = 0; row < rows; ++row) {
        std::vector<std::string> cells;
        for (const Column& column : columns) cells.push_back(row < column.cells.size() ? column.cells[row] : std::string());
        text += csvLine(cells);
    }
    return text;
}

}  // namespace engram
