// The cells of a table of text, for table.cpp only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace engram {

struct TableCells {
    struct Row {
        long line = 0;  // in the file, from 1
        std::vector<std::string> cells;
    };
    std::vector<std::string> header;  // empty where there is none
    std::vector<Row> rows;

    std::size_t width() const { return rows.empty() ? header.size() : rows.front().cells.size(); }
};

// Throws where the text is empty, binary, too long, or its rows are of different lengths.
TableCells cellsOf(std::string_view text, const std::string& name);
bool isMissing(std::string_view cell);                  // empty, "?", "NA", "nan"
std::optional<double> numberOf(std::string_view cell);  // finite ones
std::string columnName(const TableCells& cells, std::size_t column);

}  // namespace engram
