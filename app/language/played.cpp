// What experiments say while they play.
#include <array>

#include "app/language/books.h"
#include "core/experiment/summary.h"
#include "core/sim/player.h"

namespace engram {

namespace {

constexpr int kMostLooks = 12;  // at what a panel makes slice by slice: by then it shows what it shows in the end
constexpr std::array<std::int64_t, 3> kMoments{0, 1, 3};

using Phrases = std::map<std::string, std::set<std::string>>;

void collect(const std::string& text, Book book, Phrases& phrases) {
    static Phrasebook core(nullptr, phrasesOf(Book::Core)), marks(nullptr, phrasesOf(Book::Marks));
    if (book == Book::Words) return;  // anything may stand there: what is the program's own is in the list
    if (book == Book::Whole && isWords(text)) phrases[contextOf(book)].insert(phraseOf(text));
    if (book != Book::Whole) (book == Book::Marks ? marks : core).collect(text, phrases[contextOf(book)]);
}

void listen(const Experiment& e, const Snapshot& moment, Phrases& phrases) {
    Board board = e.draw(moment);
    const auto hear = [&](const std::string& text, Book book) { collect(text, book, phrases); };
    for (Panel& panel : board.panels) {
        eachText(panel, hear);
        eachTip(panel, hear);
    }
    collect(runSummary(e, moment, board.sentence), Book::Core, phrases);
    collect(runSummary(e, moment, ""), Book::Core, phrases);
}

void play(const Experiment& e, const std::vector<std::string>& set, const std::set<std::string>& panels, Phrases& phrases) {
    Session session = newSession(e.id);
    for (const std::string& assignment : set) e.params.set(session.values, assignment);
    Player player(session);
    for (const std::int64_t moment : kMoments) {
        player.goTo(moment);
        for (int looks = 0; looks < kMostLooks && player.lookOn(panels); ++looks) {
        }
        listen(e, player.snapshot(), phrases);
    }
}

}  // namespace

std::map<std::string, std::set<std::string>> playedPhrases() {
    Phrases phrases;
    for (const Experiment& e : experiments()) {
        std::map<std::vector<std::string>, std::set<std::string>> panels;  // by what is set for them
        for (const PanelInfo& panel : e.panels) panels[panel.example].insert(panel.id);
        for (const Example& example : e.examples) panels[example.set].insert(example.panel);
        for (const auto& [set, shown] : panels) play(e, set, shown, phrases);
    }
    return phrases;
}

}  // namespace engram
