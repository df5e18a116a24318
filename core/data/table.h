// Tables of numbers as text: cells between commas, semicolons, tabs or blanks, with or without a line of names, with or without a column
// of classes. What is no number is refused by row and column; sizes are checked before memory is taken.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/scalar.h"

namespace engram {

constexpr int kMostTableRows = 20000, kMostTableFeatures = 4096;

enum class LabelColumn { None, First, Last };

// Points as columns, a feature a row, in the order of the file.
struct Table {
    Matrix points;                        // features x points
    std::vector<std::string> features;    // their names: those of the file, or "column 1"
    std::vector<int> classes;             // of each point; empty without labels
    std::vector<std::string> classNames;  // by number, in the order in which they appear
    std::vector<std::string> remarks;     // sentences: what a user should know though nothing is wrong
};

// `columns`, counted from 1, are those to use as features; empty: all but the labels. Throws with a sentence that names row and column.
Table readTable(const std::filesystem::path& path, LabelColumn labels, const std::vector<int>& columns = {});
Table parseTable(std::string_view text, const std::string& name, LabelColumn labels, const std::vector<int>& columns = {});

// What a table looks like before it is read: for choosing columns.
struct TablePreview {
    enum class Kind { Numbers, Whole, Words };  // Whole: whole numbers only
    struct Column {
        std::string name;
        Kind kind = Kind::Numbers;
        int missing = 0, distinct = 0;  // cells; distinct ones, counted up to 1000
        std::string example;
    };
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> firstRows;
    long rows = 0;
    bool hasHeader = false;
    std::string wrong;  // what reading it would refuse, or empty
};
TablePreview previewTable(const std::filesystem::path& path, int mostRows = 20);
TablePreview previewText(std::string_view text, const std::string& name, int mostRows);

// Each feature to mean 0 and standard deviation 1 (divided by n); one that is the same everywhere becomes 0. Returns what was divided by.
Vector standardise(Matrix& points);

}  // namespace engram
