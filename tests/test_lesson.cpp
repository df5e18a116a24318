// The text of lessons and lectures: scenes, blocks and commands as they are read, and one clear sentence for everything that is wrong.
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/file.h"
#include "core/session/measured_text.h"
#include "core/session/staging.h"
#include "tests/refusal.h"

using namespace engram;
using engram::test::messageOf;

namespace {

const std::string kTalk = R"(# A talk

What it is about.

    experiment dense_memory

## One

Said first.

    set beta=2
    show plane
    say A memory is the bottom of a valley
    caption Overlap {overlap:.2f} at β = {beta}
    note Wait for the room to settle.
    minutes 1.5

Said later.

    set beta=40
    play 30

## Two

    set count=7
    step 12
    ask Which memory will it reach? | 3 | 8
    right nearest 3 | 8
    pin beta
)";

// The trouble of a single scene with these commands.
std::string troubleOf(const std::string& commands, const std::filesystem::path& folder = {}) {
    return checkedLesson("# T\n\n    experiment dense_memory\n\n## S\n\n" + commands, "talk.md", folder).scenes.at(0).trouble;
}

}  // namespace

class TestLesson : public QObject {
    Q_OBJECT

private slots:
    void scenesBlocksAndLines() {
        const Lesson lesson = parseLesson(kTalk, "talk.md");
        QCOMPARE(lesson.title, std::string("A talk"));
        QCOMPARE(lesson.opening.text, std::string("What it is about.\n"));
        QCOMPARE(lesson.scenes.size(), std::size_t(2));
        const LessonScene& one = lesson.scenes[0];
        QCOMPARE(one.title, std::string("One"));
        QCOMPARE(one.line, 7);
        QCOMPARE(one.blocks.size(), std::size_t(2));
        QCOMPARE(one.blocks[0].text, std::string("Said first.\n"));
        QCOMPARE(one.blocks[0].commands.size(), std::size_t(2));
        QCOMPARE(one.blocks[1].commands[0].rest, std::string("beta=40"));
        QCOMPARE(one.blocks[1].commands[0].line, 20);
        QCOMPARE(one.sentence, std::string("A memory is the bottom of a valley"));
        QCOMPARE(one.minutes, 1.5);
        QVERIFY(lesson.scenes[1].ask);
        QCOMPARE(lesson.scenes[1].ask->answers, (std::vector<std::string>{"3", "8"}));
        QCOMPARE(lesson.scenes[1].pins, std::vector<std::string>{"beta"});
    }

    void aSceneStartsFromThoseBeforeIt() {
        const Lesson lesson = checkedLesson(kTalk, "talk.md", {});
        for (const LessonScene& scene : lesson.scenes) QCOMPARE(scene.trouble, std::string());
        const auto beta = [](const Staging& s) { return asReal(s.session.values.at("beta")); };
        const Staging first = stagingOf(lesson, 0, 0), whole = stagingOf(lesson, 0), second = stagingOf(lesson, 1);
        QCOMPARE(beta(first), 2.0);
        QVERIFY(!first.plays);
        QCOMPARE(beta(whole), 40.0);
        QVERIFY(whole.plays);
        QCOMPARE(whole.until, std::optional<std::int64_t>(30));
        QCOMPARE(whole.session.step, std::int64_t(0));
        QCOMPARE(beta(second), 40.0);
        QCOMPARE(second.session.view.hero, std::string("plane"));
        QCOMPARE(second.session.step, std::int64_t(12));
        QVERIFY(!second.plays && !second.until);
    }

    void theRightAnswerIsTheNearest() {
        const Ask ask{"", {"all", "half", "none"}, "recalled", {1, 0.5, 0}};
        QCOMPARE(ask.rightAnswer(0.93), 0);
        QCOMPARE(ask.rightAnswer(0.4), 1);
        QCOMPARE(ask.rightAnswer(0), 2);
    }

    void captionsAreFilledFromTheRun() {
        const Experiment& e = experiment("dense_memory");
        Session session = newSession(e.id);
        const auto run = e.start(session.values, session.inputs);
        for (int i = 0; i < 5; ++i) run->step();
        const Snapshot moment = run->snapshot();
        QCOMPARE(filled("{step}: β = {beta}, model {model}, {count}", e, moment), std::string("5: β = 13.0, model B, 12"));
        const std::string energies = filled("{energy@0:.3f} {energy:.3f}", e, moment);
        QVERIFY2(
            energies.find(' ') != std::string::npos && energies.substr(0, energies.find(' ')) != energies.substr(energies.find(' ') + 1),
            energies.c_str());
        QVERIFY(filled("{overlap:%}", e, moment).ends_with(" %"));
        QCOMPARE(messageOf([&] { checkFields("{enrgy}", e); }), std::string("no measure or parameter named enrgy; did you mean energy"));
        QVERIFY(messageOf([&] { checkFields("{energy:.2}", e); }).find("format") != std::string::npos);
        QCOMPARE(messageOf([&] { checkFields("half {energy", e); }), std::string("a { is never closed"));
    }

    void whatIsWrongIsSaidWithItsLine_data() {
        QTest::addColumn<QString>("commands");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* commands, const char* sentence) { QTest::newRow(commands) << commands << sentence; };
        row("    shw plane", "talk.md, line 7: no command named shw; did you mean show");
        row("    set bta=3", "talk.md, line 7: no parameter named bta; did you mean beta");
        row("    set", "talk.md, line 7: set needs 1 or more words after it, not 0");
        row("    show plain", "talk.md, line 7: no panel named plain; did you mean plane");
        row("    step -1", "talk.md, line 7: a step is a number from 0 to 1000000, not -1");
        row("    experiment dense", "talk.md, line 7: no experiment named dense; did you mean dense_memory");
        row("    theme dusk", "talk.md, line 7: no theme named dusk; did you mean dark");
        row("    camera 20", "talk.md, line 7: camera needs 2 or more words after it, not 1");
        row("    camera 20 nan", "talk.md, line 7: the second angle of a camera is a number from 4 to 90, not nan");
        row("    pace fast", "talk.md, line 7: a pace is a number from 0.1 to 1000, not fast");
        row("    pause now", "talk.md, line 7: pause stands alone, without now");
        row("    seed x", "talk.md, line 7: a seed is a whole number, not x");
        row("    data /etc/digits.gz",
            "talk.md, line 7: /etc/digits.gz is named from the root of the disk; name it relative to the lesson, so that both can travel");
        row("    data nothing.gz", "talk.md, line 7: no file nothing.gz");
        row("    session nothing.engram", "talk.md, line 7: no file nothing.engram");
        row("    format 2", "talk.md, line 7: made for a newer version of engram (format 2, this one reads 1)");
        row("    format new", "talk.md, line 7: format needs a number, 1 or more, not new");
        row("    say one two three four five six seven eight nine ten",
            "talk.md, line 7: say has 10 words; from the last row at most 9 can be read");
        row("    say", "talk.md, line 7: say needs words after it");
        row("    pin beta order count", "talk.md, line 7: pin names 3 parameters; at most two have room");
        row("    minutes 0", "talk.md, line 7: minutes needs a number above 0, not 0");
        row("    ask Where?", "talk.md, line 7: ask needs a question and two to 5 answers, with | between them");
        row("    right overlap 1 | 0", "talk.md, line 7: right comes after the ask that it answers");
        row("    ask Where? | here | there\n    right nearest 3",
            "talk.md, line 8: right needs a measure and one number for each of the 2 answers, with | between them");
        row("    ask Where? | here | there\n    right nearest 3 | x", "talk.md, line 8: right: x is no number");
        row("    ask Where? | here | there", "talk.md, line 5: the scene asks, but no right says which answer is right");
        row("    ask Where? | here | there\n    right nearst 3 | 4", "talk.md, line 5: no measure named nearst; did you mean nearest");
        row("    pin bta", "talk.md, line 5: no parameter named bta; did you mean beta");
        row("    formula dense_memory/enrgy", "talk.md, line 5: no formula named dense_memory/enrgy; did you mean dense_memory/energy");
        row("    caption at {enrgy}", "talk.md, line 5: no measure or parameter named enrgy; did you mean energy");
    }
    void whatIsWrongIsSaidWithItsLine() {
        QFETCH(QString, commands);
        QFETCH(QString, sentence);
        QCOMPARE(QString::fromStdString(troubleOf(commands.toStdString())), sentence);
    }

    void aWrongSceneIsLeftOut() {
        const Lesson lesson = checkedLesson(
            "# T\n    experiment dense_memory\n## A\n    set beta=2\n## B\n    format 9\n    set beta=50\n## C\n    play\n", "talk.md", {});
        QVERIFY(lesson.scenes[0].trouble.empty());
        QVERIFY(lesson.scenes[1].trouble.find("newer version") != std::string::npos);
        QVERIFY(lesson.scenes[2].trouble.empty());
        QCOMPARE(asReal(stagingOf(lesson, 2).session.values.at("beta")), 2.0);
        QVERIFY(messageOf([&] { stagingOf(lesson, 1); }).find("line 6") != std::string::npos);
    }

    void whatIsNoLessonIsRefused() {
        const auto refused = [](const std::string& text) { return messageOf([&] { parseLesson(text, "talk.md"); }); };
        QVERIFY(refused("").find("talk.md, line 1: a lesson begins with its title") == 0);
        QVERIFY(refused("# Title\n").find("no scene") != std::string::npos);
        QVERIFY(refused(std::string("\0\xff\xfe", 3)).find("title") != std::string::npos);
        QCOMPARE(refused("# T\n    format 3\n## A\n"),
                 std::string("talk.md, line 2: made for a newer version of engram (format 3, this one reads 1)"));
        QCOMPARE(refused("# T\n    exprmnt x\n## A\n"), std::string("talk.md, line 2: no command named exprmnt; did you mean experiment"));
        QCOMPARE(checkedLesson("# T\n## A\n    set beta=2\n", "talk.md", {}).scenes[0].trouble,
                 std::string("talk.md, line 3: name an experiment first, like experiment dense_memory"));
        QCOMPARE(messageOf([] { loadLesson("no/such.md"); }), std::string("no file no/such.md"));
    }

    void aMomentBecomesAScene() {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        Session session = newSession("dense_memory");
        session.values["beta"] = 5.0, session.step = 9, session.inputs.seed = 3, session.view.hero = "plane";
        QVERIFY(!needsFile(session));
        writeFile(path / "talk.md", "# Mine\n\n" + sceneText(session, "Scene 1", path, ""));
        const Lesson lesson = loadLesson(path / "talk.md");
        QCOMPARE(lesson.scenes.at(0).trouble, std::string());
        const Staging staging = stagingOf(lesson, 0);
        QVERIFY(static_cast<const Course&>(staging.session) == static_cast<const Course&>(session));
        QCOMPARE(staging.session.step, std::int64_t(9));
        QCOMPARE(staging.session.view.hero, std::string("plane"));

        session.orders.push_back({4, Values{{"beta", 30.0}}});  // what only a file can say
        QVERIFY(needsFile(session));
        saveSession(session, path / "talk-2.engram");
        writeFile(path / "talk.md", "# Mine\n\n" + sceneText(session, "Scene 2", path, "talk-2.engram"));
        QVERIFY(static_cast<const Course&>(stagingOf(loadLesson(path / "talk.md"), 0).session) == static_cast<const Course&>(session));
    }
};

QTEST_GUILESS_MAIN(TestLesson)
#include "test_lesson.moc"
