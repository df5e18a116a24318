#include "app/shell/sheets.h"

#include <QDialog>
#include <QGridLayout>
#include <QKeySequence>
#include <QLabel>
#include <QMessageBox>
#include <vector>

#include "core/base/version.h"

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
            {"Double click, Ctrl+click", "Parameters: type a value"},
            {"PgDn, PgUp", "Lecture: next, previous scene; plays on after a vote"},
            {"B or .   W or ,", "Lecture: black, white screen, and back"},
            {"1 2 3 …", "Lecture: a vote; Backspace takes one back"},
            {"Home", "Lecture: from a detour back to the plan"},
            {"N", "Lecture: notes in a second window"},
            {"Esc", "Lecture: leave it"}};
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

void showAbout(const std::string& device, QWidget* parent) {
    const QString text =
        QStringLiteral("<b>Engram %1</b><br>A laboratory for associative memories<br><br>Scenes are painted by %2")
            .arg(QString::fromLatin1(version()), QString::fromStdString(device.empty() ? "nothing yet" : device).toHtmlEscaped());
    QMessageBox::about(parent, QStringLiteral("About Engram"), text);
}

}  // namespace engram
