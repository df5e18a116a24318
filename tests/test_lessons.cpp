// Every command of every lesson, in order: what is set can be set, and what is shown can be drawn.
#include <QtTest>

#include "core/base/text.h"
#include "core/session/edit.h"
#include "core/sim/player.h"

using namespace engram;

namespace {

constexpr int kSteps = 3;  // of a scene that plays: enough for its pictures to be those of a run

// Lines of a code block: indented by four spaces.
std::vector<std::string> commandsOf(const std::string& lesson) {
    std::vector<std::string> commands;
    for (const std::string& line : split(lesson, '\n'))
        if (line.starts_with("    ")) commands.push_back(line.substr(4));
    return commands;
}

}  // namespace

class TestLessons : public QObject {
    Q_OBJECT

private slots:
    void everyCommandOfEveryLessonHolds() {
        for (const Experiment& e : experiments()) {
            QVERIFY2(!e.lesson.empty(), e.id.c_str());
            Session session = newSession(e.id);
            std::string hero = heroPanel(session, e);
            for (const std::string& command : commandsOf(e.lesson)) {
                const std::vector<std::string> words = split(command, ' ');
                const std::string where = e.id + ": " + command;
                if (words[0] == "set") {
                    for (std::size_t i = 1; i < words.size(); ++i) e.params.set(session.values, words[i]);
                    e.params.demand(session.values);
                } else if (words[0] == "show") {
                    QVERIFY2(words.size() == 2, where.c_str());
                    hero = e.panel(words[1]).id;
                } else {
                    QVERIFY2(command == "play", where.c_str());
                }
                if (words[0] == "set") continue;
                Player player(session);
                player.goTo(kSteps);
                player.look({hero});
                const Board board = e.draw(player.snapshot());
                const Panel* panel = board.find(hero);
                QVERIFY2(panel && !std::holds_alternative<Absent>(panel->content), where.c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestLessons)
#include "test_lessons.moc"
