#include "core/data/table_cells.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "core/base/csv.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/data/table.h"

namespace engram {

namespace {

constexpr std::size_t kMostColumns = 20000, kMostCells = 20'000'000;

// The first of these that the first line holds; blanks, however many, where it holds none.
char separatorOf(std::string_view line) {
    for (const char c : {'\t', ';', ','})
        if (line.find(c) != std::string_view::npos) return c;
    return ' ';
}

std::vector<std::string> cellsOfLine(std::string_view line, char separator, const std::string& name, long number) {
    std::vector<std::string> cells;
    if (separator == ',') {
        auto fields = csvFields(line);
        if (!fields) fail(name + " has quotes in line " + std::to_string(number) + " that do not match; quote whole cells");
        cells = std::move(*fields);
    } else {
        for (const std::string& cell : split(line, separator))
            if (separator != ' ' || !cell.empty()) cells.push_back(cell);
    }
    for (std::string& cell : cells) cell = std::string(trimmed(cell));
    return cells;
}

}  // namespace

bool isMissing(std::string_view cell) {
    std::string lower(cell);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return lower.empty() || lower == "?" || lower == "na" || lower == "n/a" || lower == "nan" || lower == "null";
}

std::optional<double> numberOf(std::string_view cell) {
    if (!cell.empty() && cell.front() == '+') cell.remove_prefix(1);
    const std::optional<double> value = parseReal(cell);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::string columnName(const TableCells& cells, std::size_t column) {
    if (column < cells.header.size() && !cells.header[column].empty()) return cells.header[column];
    return "column " + std::to_string(column + 1);
}

TableCells cellsOf(std::string_view text, const std::string& name) {
    if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
    if (text.find('\0') != std::string_view::npos) fail(name + " is not a table of text: it holds bytes that no text has");
    TableCells table;
    char separator = 0;
    std::size_t cellCount = 0;
    long number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        std::string line(trimmed(text.substr(at, end - at)));
        // A tab at the end of a line is an empty cell, which trimming would lose.
        if (separator == '\t' || separator == 0) {
            std::string_view raw = text.substr(at, end - at);
            while (!raw.empty() && (raw.back() == '\r' || raw.back() == ' ')) raw.remove_suffix(1);
            if (!line.empty()) line = std::string(raw);
        }
        at = end + 1, ++number;
        if (trimmed(line).empty()) continue;
        if (separator == 0) separator = separatorOf(line);
        std::vector<std::string> cells = cellsOfLine(line, separator, name, number);
        if (cells.size() > kMostColumns)
            fail(name + " has " + std::to_string(cells.size()) + " columns; up to " + std::to_string(kMostColumns) + " are read");
        if ((cellCount += cells.size()) > kMostCells) fail(name + " holds more than " + std::to_string(kMostCells) + " cells; cut it down");
        const bool first = table.rows.empty() && table.header.empty();
        while (!first && cells.size() > table.width() && cells.back().empty()) cells.pop_back();  // left over by a spreadsheet
        if (!first && cells.size() != table.width())
            fail(name + " has " + std::to_string(cells.size()) + " cells in line " + std::to_string(number) + ", but " +
                 std::to_string(table.width()) + " in the lines above");
        // A line of names is one without a number in it; "Na" may be one, and pandas leaves the first empty.
        const auto isNumber = [](const std::string& cell) { return numberOf(cell).has_value(); };
        if (first && std::ranges::none_of(cells, isNumber) && !std::ranges::all_of(cells, isMissing))
            table.header = std::move(cells);
        else if (table.rows.size() == std::size_t(kMostTableRows))
            fail(name + " has more than " + std::to_string(kMostTableRows) + " rows; cut it down");
        else
            table.rows.push_back({number, std::move(cells)});
    }
    if (table.rows.empty()) fail(name + (table.header.empty() ? " is empty" : " has no line of numbers under its names"));
    return table;
}

}  // namespace engram
