// What a lecture is made of, without a window: the words beside a scene on screens of any shape, formulas and their terms, and the verb
// that makes a clip and a still of every scene.
#include <QDir>
#include <QImage>
#include <QPainter>
#include <QTemporaryDir>
#include <QtTest>
#include <set>

#include "app/export/qt_metrics.h"
#include "app/lecture/formula.h"
#include "app/lecture/staged_panel.h"
#include "app/lecture/way_back.h"
#include "app/shell/layout.h"
#include "core/base/asset.h"
#include "core/base/file.h"
#include "core/session/film_recipe.h"
#include "core/session/recipe.h"
#include "core/session/staging.h"
#include "core/sim/player.h"
#include "render/figure/raster.h"
#include "tests/program.h"
#include "tests/refusal.h"

using namespace engram;
using engram::test::Ended;
using engram::test::messageOf;
using engram::test::program;

namespace {

ColumnText longestText() {
    ColumnText text;
    text.sentence = "Nine words are the longest sentence a slide bears";
    text.question = "Which of these memories will the cue reach when it plays on?";
    for (const char* answer : {"three", "eight", "five", "seven", "none"}) text.answers.push_back({answer, {}, {}, 12});
    text.captions = {"Energy −0.501 at the start, −0.502 at step 120", "Overlap with the memory 0.98"};
    text.smallPrint = {"Plane through memories 8, 3 and 5", "83 % of the state lies outside it"};
    text.scene = 3, text.sceneCount = 12;
    return text;
}

// How much the column covers of what is behind it.
double groundAt(Pt at, const DrawList& list) {
    double most = 0;
    for (const DrawItem& item : list.items)
        if (const auto* scrim = std::get_if<ScrimItem>(&item); scrim && scrim->rect.contains(at))
            most = std::max(most, double(scrimShade(*scrim, float((at.x - scrim->rect.x) / scrim->rect.width),
                                                    float((at.y - scrim->rect.y) / scrim->rect.height)).a));
    return most;
}

}  // namespace

class TestLecture : public QObject {
    Q_OBJECT

private slots:
    void wordsFitScreensOfAnyShape_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        for (const auto& [w, h] : {std::pair{1920, 1080}, {1280, 720}, {1024, 768}, {3840, 2160}})
            QTest::newRow(qPrintable(QString("%1x%2").arg(w).arg(h))) << w << h;
    }
    void wordsFitScreensOfAnyShape() {
        QFETCH(int, width);
        QFETCH(int, height);
        const QtMetrics metrics;
        const LectureAreas areas = lectureAreas(width, height, false);
        QVERIFY(areas.column.right() <= 0.44 * width + 1);
        for (const Rect& half : areas.pair) {
            const Rect inside = insideOf(half, areas.unit);
            QVERIFY(half.x > areas.column.right() && half.right() <= width && half.bottom() <= height);
            QVERIFY(inside.width > 0.2 * height && inside.height > 0.2 * height);
        }
        QVERIFY(areas.pair[0].right() <= areas.pair[1].x || areas.pair[0].bottom() <= areas.pair[1].y);
        QVERIFY(areas.action.x > areas.column.right() && areas.action.right() < width && areas.action.bottom() < height);
        double lowest = 0;
        const DrawList list = column(longestText(), width, height, false, theme("dark"), metrics);
        for (const DrawItem& item : list.items) {
            const auto* text = std::get_if<TextItem>(&item);
            if (!text) continue;
            if (text->anchor == Anchor::Left)  // whatever the scene behind them is
                QVERIFY2(groundAt({text->at.x + metrics.width(text->text, text->font), text->at.y}, list) > 0.85, text->text.c_str());
            QVERIFY2(text->font.size >= 0.024 * height, text->text.c_str());  // read from the last row
            QVERIFY2(text->anchor != Anchor::Left || text->at.x + metrics.width(text->text, text->font) <= areas.clearLeft * width,
                     text->text.c_str());
            lowest = std::max(lowest, text->at.y);
        }
        QVERIFY(lowest < height);
        QCOMPARE(layout(width, height, {.preset = Preset::Projector, .lecture = true}).scene.width, double(width));
    }

    // While a vote is open nothing tells the answer: neither overlaps nor flow lines, nor the memory that the cue was made from.
    void anOpenVoteIsGuarded() {
        Session session = newSession("dense_memory");
        Player player(session);
        player.look({"surface", "plane"});
        const Board board = experiment("dense_memory").draw(player.snapshot());
        const auto lines = [](const Panel& panel) {
            const auto& marks = std::get<Scene>(panel.content).marks;
            return std::count_if(marks.begin(), marks.end(), [](const SceneMark& m) {
                return std::holds_alternative<Lines>(m) && std::get<Lines>(m).kind == LineKind::Crowd;
            });
        };
        const Panel& surface = *board.find("surface");
        QVERIFY(lines(surface) > 0);
        const StagedPanel open = stagedPanel(surface, true, false), closed = stagedPanel(surface, false, false);
        QCOMPARE(lines(open.panel), std::ptrdiff_t(0));
        QVERIFY(lines(closed.panel) > 0);
        for (const SceneMark& mark : std::get<Scene>(open.panel.content).marks)
            if (const Pin* pin = std::get_if<Pin>(&mark)) QVERIFY(pin->value.empty());
        QVERIFY(open.panel.subtitle.empty() && !closed.panel.subtitle.empty());
        const auto& marks = std::get<Plot>(stagedPanel(*board.find("plane"), true, false).panel.content).marks;
        QVERIFY(std::none_of(marks.begin(), marks.end(), [](const PlotMark& m) { return std::holds_alternative<Basins>(m); }));
        QVERIFY(!open.notes.empty());  // the catch stays on the screen
    }

    void everyFormulaCanBeDrawnAndItsTermsAreParameters() {
        std::set<std::string> experimentsSeen;
        for (const std::string& path : assetsUnder("assets/formulas/")) {
            if (!path.ends_with(".svg")) continue;
            const std::string name = path.substr(16, path.size() - 20);
            const Experiment& e = experiment(name.substr(0, name.find('/')));
            experimentsSeen.insert(e.id);
            const Formula formula(name);
            QVERIFY2(!formula.spoken().isEmpty(), name.c_str());
            for (const std::string& id : formula.params()) QVERIFY2(e.params.find(id), (name + " " + id).c_str());
            const auto plain = formula.pixels(80, theme("light"), "");
            QVERIFY2(std::any_of(plain->rgba.begin(), plain->rgba.end(), [](std::uint8_t v) { return v > 0; }), name.c_str());
            for (const std::string& id : formula.params())
                QVERIFY2(formula.pixels(80, theme("light"), id)->rgba != plain->rgba, (name + " " + id).c_str());
        }
        QCOMPARE(experimentsSeen.size(), experiments().size());
        QVERIFY(messageOf([] { Formula("dense_memory/none"); }).find("none") != std::string::npos);
    }

    // Back through the detour to where both runs are one, then on along the plan.
    void theWayBackLeadsThroughWhatBothRunsHave() {
        const Session plan = newSession("dense_memory");
        Session detour = plan;
        const auto is = [](WayBack::Place place, bool onPlan, std::int64_t step) { return place.onPlan == onPlan && place.step == step; };
        const WayBack same = wayBack(detour, 60, plan, 20);
        QVERIFY(is(same.at(0), false, 60) && is(same.at(0.5), false, 40) && is(same.at(1), true, 20));
        detour.orders = {{20, Values{{"beta", 40.0}}}};
        const WayBack departed = wayBack(detour, 50, plan, 30);
        QCOMPARE(departed.parting, std::int64_t(20));
        QVERIFY(is(departed.at(0.5), false, 30) && is(departed.at(0.75), true, 20) && is(departed.at(1), true, 30));
        QVERIFY(is(wayBack(detour, 20, plan, 20).at(0), true, 20));
        detour.inputs.seed = 8;
        QCOMPARE(wayBack(detour, 50, plan, 30).parting, std::int64_t(0));
        QVERIFY(is(wayBack(detour, 0, plan, 0).at(0), true, 0));
    }

    void panelsThatBelongTogetherAreBothInTheClip() {
        const auto staged = [](const std::string& experiment, const std::string& panels) {
            return stagingOf(checkedLesson("# T\n    experiment " + experiment + "\n## A\n    show " + panels + "\n", "t.md", {}), 0)
                .session;
        };
        const Session pair = staged("diffusion_memory", "memory diffusion"), apart = staged("dense_memory", "surface energy");
        QVERIFY((shownPanels(pair).large == std::vector<std::string>{"memory", "diffusion"}) && shownPanels(pair).withWords.empty());
        QVERIFY(shownPanels(apart).large == std::vector<std::string>{"surface"} && shownPanels(apart).withWords == "energy");
        QVERIFY(sceneText(pair, "A", {}, "").find("show memory diffusion\n") != std::string::npos);

        const QTemporaryDir folder;
        const QString one = "## One\n    say Two rules\n    step 4\n";
        for (const char* panels : {"memory", "memory diffusion"}) {
            const QString name = QString(panels).simplified().replace(' ', '-');
            writeFile(folder.filePath(name + ".md").toStdString(),
                      ("# Talk\n    experiment diffusion_memory\n    show " + QString(panels) + "\n" + one).toStdString());
            const Ended ended = program({"lecture", name + ".md", "-o", name, "--size", "640x360", "--fps", "1"}, folder.path());
            QVERIFY2(ended.code == 0, qPrintable(ended.err));
        }
        const QImage alone(folder.filePath("memory/01-one.png")), both(folder.filePath("memory-diffusion/01-one.png"));
        const LectureAreas areas = lectureAreas(640, 360, false);
        const auto coloursIn = [](const QImage& image, const Rect& r) {
            std::set<QRgb> colours;
            for (int x = int(r.x); x < int(r.right()); ++x)
                for (int y = int(r.y); y < int(r.bottom()); ++y) colours.insert(image.pixel(x, y));
            return colours.size();
        };
        for (const Rect& half : areas.pair) QVERIFY2(coloursIn(both, half) > 200, "each half shows its scene");
        QVERIFY(alone != both);
    }

    void oneCommandMakesClipsAndStills() {
        const QTemporaryDir folder;
        writeFile(folder.filePath("talk.md").toStdString(),
                  "# Talk\n    experiment dense_memory\n## One\n    say A valley\n    step 4\n## Two\n    show shw\n## Which one?\n    set "
                  "corruption=0.6\n    ask Where to? | 8 | 3\n"
                  "    right nearest 1 | 2\n    play 6\n    theme light\n    pace 60\n");
        const Ended ended = program({"lecture", "talk.md", "-o", "out", "--size", "320x180", "--fps", "3"}, folder.path());
        QVERIFY2(ended.code == 0, qPrintable(ended.err));
        QVERIFY2(ended.err.contains("talk.md, line 7: no panel named shw"), qPrintable(ended.err));
        QCOMPARE(QDir(folder.filePath("out")).entryList(QDir::Files),
                 (QStringList{"01-one.mp4", "01-one.png", "03-which-one.mp4", "03-which-one.png"}));
        const QImage still(folder.filePath("out/03-which-one.png"));
        QCOMPARE(still.size(), QSize(320, 180));
        QVERIFY(still.pixelColor(2, 2).lightness() > 200);
        const Session recipe = fromToml(recipeInFilm(folder.filePath("out/01-one.mp4").toStdString()), "clip");
        QCOMPARE(recipe.step, std::int64_t(4));
    }

    void whatCannotBeMadeIsSaid() {
        const QTemporaryDir folder;
        const auto refused = [&](const QStringList& arguments, int code, const char* words) {
            const Ended ended = program(QStringList{"lecture"} + arguments, folder.path());
            QCOMPARE(ended.code, code);
            QVERIFY2(ended.err.contains(words), qPrintable(ended.err));
        };
        refused({"none.md", "-o", "out"}, 1, "no file none.md");
        refused({"dense_memories", "-o", "out", "--size", "321x180"}, 2, "--size is two even numbers");
        refused({"dense_memories", "-o", "out", "--fps", "0"}, 2, "--fps is from 1 to 120");
        refused({"dense_memories"}, 2, "--output");
    }
};

QTEST_MAIN(TestLecture)
#include "test_lecture.moc"
