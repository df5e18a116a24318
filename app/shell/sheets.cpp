#include "app/shell/sheets.h"

#include <QDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QScreen>
#include <algorithm>
#include <vector>

#include "app/language/language.h"
#include "app/shell/region_keys.h"
#include "app/shell/small_screen.h"

namespace engram {

namespace {

struct KeyLine {
    QString keys, text;
};
struct Section {
    QString title;
    std::vector<KeyLine> lines;
    double height() const { return double(lines.size()) + 2; }  // in lines, with its heading
};

Section& sectionOf(std::vector<Section>& sections, const QString& title) {
    for (Section& section : sections)
        if (section.title == title) return section;
    return sections.emplace_back(Section{title, {}});
}

QString shown(const std::string& keys) { return QKeySequence(QString::fromStdString(keys)).toString(QKeySequence::NativeText); }

// Arrows as arrows: they are read at a glance, and pairs of keys stay short.
QString shown(const RegionKey& entry) {
    QStringList all;
    for (const char* key : entry.keys)
        all.append(shown(key).replace(QLatin1String("Left"), QStringLiteral("←")).replace(QLatin1String("Right"), QStringLiteral("→"))
                       .replace(QLatin1String("Up"), QStringLiteral("↑")).replace(QLatin1String("Down"), QStringLiteral("↓")));
    return all.join(QStringLiteral("  "));
}

QString sectionTitle(const RegionKey& entry) {
    if (entry.state == KeyState::Lecture) return QObject::tr("In a lecture");
    if (entry.state == KeyState::Hand) return QObject::tr("Taking things by keys");
    return entry.region ? spokenCommand(regionName(*entry.region)) : QObject::tr("Everywhere");
}

std::vector<Section> sectionsOf(const Commands& commands) {
    std::vector<Section> sections;
    for (const Command& command : commands.all()) {
        if (command.keys.empty()) continue;
        const QString also = command.alsoKeys.empty() ? QString() : QStringLiteral(",  ") + shown(command.alsoKeys);
        sectionOf(sections, spokenCommand(command.menu)).lines.push_back({shown(command.keys) + also, spokenCommand(command.text)});
    }
    for (const RegionKey& entry : regionKeys())
        sectionOf(sections, sectionTitle(entry)).lines.push_back({shown(entry), spokenCommand(entry.text)});
    sections.push_back({QObject::tr("Mouse"),
                        {{QObject::tr("Drag, right drag, wheel"), QObject::tr("Turn, pan, zoom")},
                         {QObject::tr("Double click, Ctrl+click"), QObject::tr("Type a value")},
                         {QObject::tr("Shift+drag over a slider"), QObject::tr("A range for small multiples")}}});
    return sections;
}

void addSection(QGridLayout& grid, const Section& section, int column) {
    int row = grid.property("row").toInt();
    auto* title = new QLabel(section.title);
    title->setObjectName(QStringLiteral("galleryTitle"));
    grid.setRowMinimumHeight(row, row > 0 ? 12 : 0);
    grid.addWidget(title, ++row, column, 1, 2);
    for (const KeyLine& line : section.lines) {
        auto* keys = new QLabel(line.keys);
        keys->setObjectName(QStringLiteral("quiet"));
        grid.addWidget(keys, ++row, column);
        grid.addWidget(new QLabel(line.text), row, column + 1);
    }
    grid.setProperty("row", row + 1);
}

}  // namespace

void showShortcuts(const Commands& commands, QWidget* parent) {
    QDialog sheet(parent);
    sheet.setObjectName(QStringLiteral("shortcuts"));
    sheet.setWindowTitle(QObject::tr("Shortcuts"));
    auto* row = new QHBoxLayout(&sheet);
    row->setContentsMargins(24, 24, 24, 24);
    row->setSpacing(40);
    const std::vector<Section> sections = sectionsOf(commands);
    constexpr int kColumnWidth = 380, kMostColumns = 3;
    const int columns = std::clamp(sheet.screen()->availableGeometry().width() / kColumnWidth, 1, kMostColumns);
    double all = 0, used = 0;
    for (const Section& section : sections) all += section.height();
    QGridLayout* grid = nullptr;
    for (const Section& section : sections) {
        if (!grid || used + section.height() / 2 > all / columns * row->count()) {
            auto* column = new QVBoxLayout;
            grid = new QGridLayout;
            grid->setHorizontalSpacing(16);
            grid->setVerticalSpacing(6);
            column->addLayout(grid);
            column->addStretch();
            row->addLayout(column);
        }
        addSection(*grid, section, 0);
        used += section.height();
    }
    scrollWhereSmall(sheet);
    sheet.exec();
}

}  // namespace engram
