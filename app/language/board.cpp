// What a drawn moment says.
#include "core/view/board.h"

#include <algorithm>
#include <array>
#include <span>

#include "app/language/books.h"
#include "app/language/language.h"

namespace engram {

namespace {

// Panels in which any words may stand: those of a text that is read; on their axes the columns of a table.
constexpr std::array<std::string_view, 9> kOfTexts{"ribbon", "calyx", "cloud", "raster", "senses", "map", "kmeans", "nearest", "documents"};
constexpr std::array<std::string_view, 2> kOfTables{"map", "kmeans"};

bool isOne(const std::string& panel, std::span<const std::string_view> of) { return std::ranges::find(of, panel) != of.end(); }
Book bookOfMarks(const Panel& panel) { return isOne(panel.id, kOfTexts) ? Book::Words : Book::Marks; }
Book bookOfAxes(const Panel& panel) { return isOne(panel.id, kOfTables) ? Book::Words : Book::Core; }

template <class... F>
struct Cases : F... {
    using F::operator()...;
};

void eachText(Scene& scene, const SayText& say) {
    for (Sentence& note : scene.notes)
        for (Words& words : note) say(words.text, Book::Core);
    if (scene.key) say(scene.key->label, Book::Core);
    const Cases cases{[&](Pin& pin) { say(pin.name, Book::Marks); },
                      [&](Tag& tag) { say(tag.name, Book::Core), say(tag.value, Book::Core); },
                      [&](Sheet& sheet) { say(sheet.name, Book::Core), say(sheet.value, Book::Core); }, [](auto&) {}};
    for (SceneMark& mark : scene.marks) std::visit(cases, mark);
}

void eachText(Plot& plot, Book axes, Book marks, const SayText& say) {
    for (Axis* axis : {&plot.x, &plot.y}) say(axis->label, axes), say(axis->unit, Book::Core);
    const Cases cases{[&](Heatmap& heat) { say(heat.label, Book::Core); },
                      [&](Curve& curve) { say(curve.label, Book::Core); },
                      [&](Scatter& scatter) { say(scatter.label, Book::Core); },
                      [&](Basins& basins) {
                          for (std::string& name : basins.names) say(name, marks);
                      },
                      [&](Bars& bars) {
                          for (Bar& bar : bars.bars) say(bar.label, marks);
                      },
                      [&](Note& note) { say(note.text, marks); },
                      [&](Word& word) { say(word.text, Book::Words); },
                      [](auto&) {}};
    for (PlotMark& mark : plot.marks) std::visit(cases, mark);
}

}  // namespace

void eachText(Panel& panel, const SayText& say) {
    say(panel.title, Book::Whole);
    say(panel.subtitle, Book::Core);
    say(panel.hint, Book::Whole);
    const Cases cases{[&](Absent& absent) { say(absent.reason, Book::Whole); }, [&](Scene& scene) { eachText(scene, say); },
                      [&](Plot& plot) { eachText(plot, bookOfAxes(panel), bookOfMarks(panel), say); },
                      [&](Tiles& tiles) {
                          for (Tile& tile : tiles.tiles) say(tile.title, Book::Core), say(tile.caption, Book::Marks);
                      }};
    std::visit(cases, panel.content);
}

void eachTip(Panel& panel, const SayText& say) {
    const Cases cases{[&](Inset& inset) { say(inset.label, bookOfMarks(panel)); },
                      [&](Cells& cells) {
                          for (std::string& label : cells.labels) say(label, bookOfMarks(panel));
                      },
                      [&](Sheet& sheet) { say(sheet.pointing.reading, Book::Core); }, [](auto&) {}};
    if (Plot* plot = std::get_if<Plot>(&panel.content))
        for (PlotMark& mark : plot->marks) std::visit(cases, mark);
    if (Scene* scene = std::get_if<Scene>(&panel.content))
        for (SceneMark& mark : scene->marks) std::visit(cases, mark);
    if (Tiles* tiles = std::get_if<Tiles>(&panel.content))
        for (Tile& tile : tiles->tiles) say(tile.pointing.reading, Book::Core);
}

// Tips are put into words when the pointer asks for one: there may be one for each of hundreds of cells.
std::string spokenTip(const Panel& panel, const std::string& tip) { return spoken(tip, bookOfMarks(panel)); }

void speakIn(Panel& panel) {
    if (!speaksEnglish()) eachText(panel, [](std::string& text, Book book) { text = spoken(text, book); });
}

void speakIn(Board& board) {
    for (Panel& panel : board.panels) speakIn(panel);
}

}  // namespace engram
