#include "core/data/table.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/data/table_cells.h"

namespace engram {

namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t(1) << 26;

std::vector<std::size_t> featureColumns(const TableCells& cells, const std::string& name, LabelColumn labels,
                                        const std::vector<int>& wanted) {
    const std::size_t width = cells.width();
    const std::size_t labelAt = labels == LabelColumn::First ? 0 : labels == LabelColumn::Last ? width - 1 : width;
    std::vector<std::size_t> columns;
    for (const int column : wanted) {
        if (column < 1 || std::size_t(column) > width)
            usage(name + " has " + std::to_string(width) + " columns, and no column " + std::to_string(column));
        if (std::size_t(column - 1) == labelAt)
            usage("column " + std::to_string(column) + " of " + name +
                  " holds the labels, which are never a feature; set labels=none to use it");
        if (std::ranges::find(columns, std::size_t(column - 1)) != columns.end())
            usage("column " + std::to_string(column) + " of " + name + " is chosen twice");
        columns.push_back(std::size_t(column - 1));
    }
    if (wanted.empty())
        for (std::size_t c = 0; c < width; ++c)
            if (c != labelAt) columns.push_back(c);
    if (columns.size() > std::size_t(kMostTableFeatures))
        usage(name + " has " + std::to_string(columns.size()) + " features; up to " + std::to_string(kMostTableFeatures) +
              " are read, so choose some with columns");
    if (columns.empty()) fail(name + " has one column, and that holds the labels; set labels=none to cluster by it");
    return columns;
}

}  // namespace

Table parseTable(std::string_view text, const std::string& name, LabelColumn labels, const std::vector<int>& wanted) {
    const TableCells cells = cellsOf(text, name);
    const std::vector<std::size_t> columns = featureColumns(cells, name, labels, wanted);
    if (cells.rows.size() < 2) fail(name + " has one row of numbers; clusters need at least two points");
    Table table;
    table.points.resize(Eigen::Index(columns.size()), Eigen::Index(cells.rows.size()));
    for (std::size_t f = 0; f < columns.size(); ++f) {
        table.features.push_back(columnName(cells, columns[f]));
        for (std::size_t r = 0; r < cells.rows.size(); ++r) {
            const std::string& cell = cells.rows[r].cells[columns[f]];
            const std::optional<double> value = numberOf(cell);
            if (!value)
                fail(name + ", line " + std::to_string(cells.rows[r].line) + ", " + table.features.back() + " (column " +
                     std::to_string(columns[f] + 1) +
                     "): " + (isMissing(cell) ? "a number is missing" : "\"" + cell + "\" is not a number") +
                     "; fill it in, or leave the column out with columns");
            table.points(Eigen::Index(f), Eigen::Index(r)) = *value;
        }
        const auto row = table.points.row(Eigen::Index(f));
        if (row.maxCoeff() == row.minCoeff())
            table.remarks.push_back(table.features.back() + " is the same in all rows and tells points apart by nothing");
    }
    if (columns.size() == 1) table.remarks.push_back("There is one feature: points lie on a line");
    if (labels != LabelColumn::None) {
        std::map<std::string, int> numbers;
        for (const TableCells::Row& row : cells.rows) {
            const std::string& cell = labels == LabelColumn::First ? row.cells.front() : row.cells.back();
            const auto [at, isNew] = numbers.emplace(cell, int(numbers.size()));
            if (isNew) table.classNames.push_back(cell);
            table.classes.push_back(at->second);
        }
        if (table.classNames.size() == cells.rows.size())
            table.remarks.push_back("Every row has a label of its own: the column that was taken for labels may be a feature");
    }
    return table;
}

Table readTable(const std::filesystem::path& path, LabelColumn labels, const std::vector<int>& columns) {
    return parseTable(readFile(path, kMostBytes), path.filename().string(), labels, columns);
}

Vector standardise(Matrix& points) {
    const Vector largest = points.cwiseAbs().rowwise().maxCoeff();  // of each feature before it is centred: rounding is relative to it
    points.colwise() -= points.rowwise().mean().eval();
    Vector deviation = (points.rowwise().squaredNorm() / double(points.cols())).cwiseSqrt();
    for (Eigen::Index j = 0; j < points.rows(); ++j)
        if (deviation[j] <= 1e-12 * largest[j]) deviation[j] = 1, points.row(j).setZero();
    points.array().colwise() /= deviation.array();
    return deviation;
}

TablePreview previewTable(const std::filesystem::path& path, int mostRows) {
    const std::string name = path.filename().string();
    try {
        return previewText(readFile(path, kMostBytes), name, mostRows);
    } catch (const Error& error) {
        TablePreview none;
        none.wrong = error.what();
        return none;
    }
}

TablePreview previewText(std::string_view text, const std::string& name, int mostRows) {
    constexpr std::size_t kMostDistinct = 1000;
    TablePreview preview;
    TableCells cells;
    try {
        cells = cellsOf(text, name);
    } catch (const Error& error) {
        preview.wrong = error.what();
        return preview;
    }
    preview.rows = long(cells.rows.size()), preview.hasHeader = !cells.header.empty();
    for (std::size_t r = 0; r < std::min(cells.rows.size(), std::size_t(mostRows)); ++r) preview.firstRows.push_back(cells.rows[r].cells);
    for (std::size_t c = 0; c < cells.width(); ++c) {
        TablePreview::Column column{columnName(cells, c), TablePreview::Kind::Whole, 0, 0, cells.rows.front().cells[c]};
        std::map<std::string, bool> distinct;
        for (const TableCells::Row& row : cells.rows) {
            const std::string& cell = row.cells[c];
            if (distinct.size() < kMostDistinct) distinct.emplace(cell, true);
            if (isMissing(cell)) {
                ++column.missing;
                continue;
            }
            const std::optional<double> value = numberOf(cell);
            if (!value)
                column.kind = TablePreview::Kind::Words;
            else if (*value != std::round(*value) && column.kind == TablePreview::Kind::Whole)
                column.kind = TablePreview::Kind::Numbers;
        }
        column.distinct = int(distinct.size());
        preview.columns.push_back(std::move(column));
    }
    if (preview.rows < 2) preview.wrong = name + " has one row of numbers; clusters need at least two points";
    return preview;
}

}  // namespace engram
