// Every block of every lesson, and every scene of the lectures that come with the program, carried out as the window does: what is set
// can be set, what is shown can be drawn, and every number in a caption is one that was measured.
#include <QtTest>

#include "core/base/asset.h"
#include "core/session/measured_text.h"
#include "core/session/staging.h"
#include "core/sim/player.h"

using namespace engram;

namespace {

constexpr std::int64_t kSteps = 3;  // of a block that plays: enough for its pictures to be those of a run

Lesson lecture(const std::string& name) { return checkedLesson(asset("assets/lectures/" + name + ".md"), name + ".md", {}); }

// Runs what was staged for a moment, and draws it.
void verifyShows(const Staging& staging, const LessonScene& scene, std::int64_t step, const std::string& where) {
    const Experiment& e = experiment(staging.session.experiment);
    Player player(staging.session);
    player.goTo(step);
    std::vector<std::string> shown = heroPanels(staging.session, e);
    shown.insert(shown.end(), staging.session.view.instruments.begin(), staging.session.view.instruments.end());
    player.look({shown.begin(), shown.end()});
    const Snapshot moment = player.snapshot();
    const Board board = e.draw(moment);
    for (const std::string& id : shown) {
        const Panel* panel = board.find(id);
        QVERIFY2(panel && !std::holds_alternative<Absent>(panel->content), (where + ": " + id).c_str());
    }
    for (const std::string& caption : scene.captions)
        QVERIFY2(filled(caption, e, moment).find("no number") == std::string::npos, where.c_str());
}

}  // namespace

class TestLessons : public QObject {
    Q_OBJECT

private slots:
    void everyBlockOfEveryLessonHolds() {
        for (const Experiment& e : experiments()) {
            const Lesson lesson = lessonOf(e);
            QVERIFY2(lesson.scenes.size() >= 5 && lesson.scenes.size() <= 11, e.id.c_str());
            for (std::size_t i = 0; i < lesson.scenes.size(); ++i) {
                const LessonScene& scene = lesson.scenes[i];
                QVERIFY2(scene.trouble.empty(), scene.trouble.c_str());
                for (std::size_t b = 0; b < scene.blocks.size(); ++b)
                    if (!scene.blocks[b].commands.empty()) verifyShows(stagingOf(lesson, i, b), scene, kSteps, e.id + ": " + scene.title);
            }
        }
    }

    void theLectureOnDenseMemoriesHolds() {
        const Lesson lesson = lecture("dense_memories");
        int votes = 0;
        for (std::size_t i = 0; i < lesson.scenes.size(); ++i) {
            const LessonScene& scene = lesson.scenes[i];
            QVERIFY2(scene.trouble.empty(), scene.trouble.c_str());
            QVERIFY2(!scene.sentence.empty() && !scene.notes.empty(), scene.title.c_str());
            const Staging staging = stagingOf(lesson, i);
            verifyShows(staging, scene, staging.session.step, scene.title);
            if (!scene.ask) continue;
            ++votes;
            Player player(staging.session);
            player.goToEnd(staging.until.value_or(kMostOwnSteps));
            const int measure = experiment(staging.session.experiment).measure(scene.ask->measure);
            const double measured = player.trace().at(player.trace().size() - 1, measure);
            const double off = std::abs(scene.ask->numbers[std::size_t(scene.ask->rightAnswer(measured))] - measured);
            QVERIFY2(off < 0.2, (scene.title + ": none of the answers is what happens").c_str());
        }
        QVERIFY(votes >= 2);
        QCOMPARE(lesson.minutes(), 10.0);
    }

    // Numbers are the run's: none is typed where one could be measured.
    void captionsOfLecturesTypeNoResults() {
        for (const LessonScene& scene : lecture("dense_memories").scenes)
            for (const std::string& caption : scene.captions) {
                QString words = QString::fromStdString(caption);
                words.remove(QRegularExpression("\\{[^}]*\\}"));
                QVERIFY2(!words.contains(QRegularExpression("\\d[.,]\\d")), caption.c_str());
            }
    }
};

QTEST_GUILESS_MAIN(TestLessons)
#include "test_lessons.moc"
