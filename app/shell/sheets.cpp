#include "app/shell/sheets.h"

#include <QDialog>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <vector>

namespace engram {

namespace {

struct KeyLine {
    QString keys, text;
};

// What the regions of the GL widget understand by themselves.
std::vector<KeyLine> regionKeys() {
    return {{"Tab", "Next region"},
            {"← → ↑ ↓", "Scene: orbit; parameters: choose and change; timeline: step"},
            {"Shift + arrows", "Scene: pan; parameters: a tenth of a step"},
            {"+  −", "Scene: zoom"},
            {"Home", "Scene: frame everything"},
            {"Enter", "Parameters: type a value"},
            {"Backspace", "Parameters: back to the default"},
            {"Drag, right drag, wheel", "Scene: orbit, pan, zoom"},
            {"Double click, Ctrl+click", "Parameters: type a value"}};
}

std::vector<KeyLine> commandKeys(const Commands& commands) {
    std::vector<KeyLine> lines;
    for (const Command& command : commands.all())
        if (!command.keys.empty()) {
            const QKeySequence keys(QString::fromStdString(command.keys));
            lines.push_back({keys.toString(QKeySequence::NativeText), QString::fromStdString(command.text)});
        }
    return lines;
}

void fillColumn(QGridLayout& grid, const std::vector<KeyLine>& lines, int column) {
    int row = 0;
    for (const KeyLine& line : lines) {
        auto* keys = new QLabel(line.keys);
        QFont bold = keys->font();
        bold.setWeight(QFont::DemiBold);
        keys->setFont(bold);
        grid.addWidget(keys, row, column);
        grid.addWidget(new QLabel(line.text), row++, column + 1);
    }
    grid.setColumnMinimumWidth(column, 120);
}

}  // namespace

void showShortcuts(const Commands& commands, QWidget* parent) {
    QDialog sheet(parent);
    sheet.setWindowTitle(QStringLiteral("Shortcuts"));
    auto* grid = new QGridLayout(&sheet);
    grid->setContentsMargins(24, 24, 24, 24);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    fillColumn(*grid, commandKeys(commands), 0);
    grid->setColumnMinimumWidth(2, 24);
    fillColumn(*grid, regionKeys(), 3);
    sheet.exec();
}

}  // namespace engram
