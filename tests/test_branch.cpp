// Branches and small multiples as values: forking, switching, saving, comparing two runs in one picture.
#include <QTest>

#include "core/base/error.h"
#include "core/experiment/compare.h"
#include "core/session/branch.h"
#include "core/session/edit.h"
#include "core/session/grid.h"
#include "core/sim/player.h"
#include "tests/refusal.h"

using namespace engram;
using engram::test::messageOf;

namespace {

Session changedAt(const Session& session, std::int64_t step, const std::string& id, const Value& value) {
    return edited(session, experiment(session.experiment), id, value, step);
}

const ParamSpec* firstLive(const Experiment& e, Kind kind = Kind::Number) {
    for (const ParamSpec& spec : e.params.specs())
        if (spec.effect == Effect::Live && spec.kind == kind && e.params.idle(spec.id, e.params.defaults()).empty()) return &spec;
    return nullptr;
}

Value another(const ParamSpec& spec) {
    const double now = asReal(spec.fallback), there = spec.soft.high;
    return now == there ? spec.soft.low : there;
}

Snapshot momentOf(const Session& session, std::int64_t step, const std::string& panel) {
    Player player(session);
    player.goTo(step);
    player.look({panel});
    return player.snapshot();
}

}  // namespace

class BranchTest : public QObject {
    Q_OBJECT

private slots:
    void aForkKeepsBothCourses() {
        const Session start = changedAt(newSession("dense_memory"), 50, "beta", 4.0);
        const Session fork = forked(start, 40);
        QCOMPARE(fork.branches.size(), std::size_t(1));
        QCOMPARE(fork.name, std::string("B"));
        QCOMPARE(fork.branches[0].name, std::string("A"));
        QVERIFY(fork.orders.empty());                                  // what came after step 40 is the other branch's
        QVERIFY(fork.branches[0].orders == start.orders);
        QCOMPARE(fork.view.compared, std::string("A"));
        QCOMPARE(forked(fork, 10).name, std::string("C"));
        const Session back = switchedTo(fork, "A");
        QVERIFY(static_cast<const Course&>(back) == static_cast<const Course&>(start));
        QVERIFY(switchedTo(back, "B") == switchedTo(switchedTo(switchedTo(back, "B"), "A"), "B"));
        const Session alone = withoutBranch(back, "B");
        QVERIFY(alone.name.empty() && alone.branches.empty() && alone.view.compared.empty());
    }

    void branchesRunAlikeUntilTheyPart() {
        for (const Experiment& e : experiments()) {
            const ParamSpec* spec = firstLive(e);
            if (!spec) continue;
            const Session fork = changedAt(forked(newSession(e.id), 6), 6, spec->id, another(*spec));
            Player here(fork), there(sessionOf(fork, fork.branches[0]));
            here.goTo(12), there.goTo(12);
            const std::int64_t parting = partingOf(here.trace(), there.trace());
            QVERIFY2(parting < 0 || parting >= 6, qPrintable(QString::fromStdString(e.id)));   // the same noise before
            QCOMPARE(departureStep(fork.branches[0], fork), std::int64_t(6));
        }
    }

    void betaPartsTheDefaultRunAtTheStepOfTheChange() {
        const Session fork = changedAt(forked(newSession("dense_memory"), 6), 6, "beta", 2.0);
        Player here(fork), there(sessionOf(fork, fork.branches[0]));
        here.goTo(12), there.goTo(12);
        QCOMPARE(partingOf(here.trace(), there.trace()), std::int64_t(6));   // the energy depends on beta at once
    }

    void survivesItsText() {
        Session session = changedAt(forked(changedAt(newSession("dense_memory"), 9, "beta", 4.0), 5), 5, "beta", 20.0);
        session.branches[0].inputs.seed = 11;
        session.view.compare = "overlay";
        session.view.grid = {{"beta", {2.0, 5.0}}, {"count", {std::int64_t(3), std::int64_t(5)}}};
        const std::string text = toToml(session);
        QVERIFY(fromToml(text, "test") == session);
        QCOMPARE(toToml(fromToml(text, "test")), text);
    }

    void refusesDamagedBranches() {
        const std::string head = "format = 1\nexperiment = \"dense_memory\"\n", branch = "[[branches]]\nexperiment = \"dense_memory\"\n";
        const auto says = [&](const std::string& text) { return messageOf([&] { fromToml(text, "x.engram"); }); };
        QCOMPARE(says(head + "name = \"A\"\n" + branch + "name = \"A\"\n"), std::string("x.engram: two branches are named A"));
        QCOMPARE(says(head + branch + "name = \"B\"\n"),
                 std::string("x.engram: the course at hand needs a name beside branches, and only then"));
        QVERIFY(says(head + "name = \"A\"\n" + branch + "name = \"B\"\nbta = 2\n").find("bta") != std::string::npos);
        QVERIFY(says(head + "[view]\ncompared = \"Z\"\n").find("no branch named Z") != std::string::npos);
        QVERIFY(says(head + "[[view.grid]]\nid = \"bta\"\nvalues = [1]\n").find("bta") != std::string::npos);
        QVERIFY(says(head + "[[view.grid]]\nid = \"beta\"\nvalues = []\n").find("no values") != std::string::npos);
        QCOMPARE(messageOf([] { switchedTo(forked(newSession("dense_memory"), 2), "AA"); }),
                 std::string("no branch named AA; did you mean A"));
        QVERIFY(!messageOf([] { renamedBranch(forked(newSession("dense_memory"), 2), "A", "B"); }).empty());
        QVERIFY(!messageOf([] { renamedBranch(forked(newSession("dense_memory"), 2), "A", ""); }).empty());
    }

    void departureSaysWhatChanged() {
        const Session start = newSession("dense_memory");
        QCOMPARE(departure(start, start), std::string("the same"));
        QCOMPARE(departure(start, changedAt(start, 40, "beta", 4.2)), std::string("β 4.2 from step 40"));
        QCOMPARE(departure(changedAt(start, 40, "beta", 4.2), start), std::string("β 13 from step 40"));
        Session other = start;
        other.inputs.seed = 8;
        QCOMPARE(departure(start, other), std::string("seed 8"));
    }

    void aGridIsOneSessionACell() {
        Session session = changedAt(newSession("dense_memory"), 12, "beta", 4.0);
        const Experiment& e = experiment(session.experiment);
        QVERIFY(gridCells(session, e).empty());
        session.view.grid = {{"beta", {2.0, 5.0, 10.0}}, {"count", {std::int64_t(3), std::int64_t(5)}}};
        const std::vector<GridCell> cells = gridCells(session, e);
        QCOMPARE(cells.size(), std::size_t(6));
        QCOMPARE(gridColumns(session.view.grid), 3);
        QCOMPARE(std::get<double>(cells[2].session.values.at("beta")), 10.0);
        QCOMPARE(std::get<std::int64_t>(cells[5].session.values.at("count")), std::int64_t(5));
        for (const GridCell& cell : cells) {
            QVERIFY(cell.session.orders.empty());                      // the order set the axis itself
            QVERIFY(cell.session.view.grid.empty());
            Player(cell.session).goTo(3);
        }
        session.view.grid[0].values.assign(26, 2.0);
        QVERIFY(messageOf([&] { checkGrid(session.view.grid, e); }).find("sweep instead") != std::string::npos);
        QVERIFY(!messageOf([&] { checkGrid({{"beta", {2.0}}, {"beta", {3.0}}}, e); }).empty());
    }

    void everyPanelOverlaysAndSubtracts() {
        for (const Experiment& e : experiments())
            for (const PanelInfo& info : e.panels) {
                Session session = newSession(e.id);
                for (const std::string& assignment : info.example) e.params.set(session.values, assignment);
                const Board a = e.draw(momentOf(session, 4, info.id)), b = e.draw(momentOf(session, 9, info.id));
                const Panel *first = a.find(info.id), *second = b.find(info.id);
                QVERIFY2(first && second, qPrintable(QString::fromStdString(info.id)));
                QCOMPARE(overlaid(*first, *second, "B").content.index(), first->content.index());
                const Panel same = difference(*first, *first);
                if (const Plot* plot = std::get_if<Plot>(&same.content))
                    for (const PlotMark& mark : plot->marks) {
                        if (const Curve* curve = std::get_if<Curve>(&mark))
                            for (const double v : *curve->y) QVERIFY(v == 0 || std::isnan(v));
                        if (const Heatmap* map = std::get_if<Heatmap>(&mark))
                            for (const float v : *map->field.values) QVERIFY(v == 0 || std::isnan(v));
                    }
                if (const Tiles* tiles = std::get_if<Tiles>(&same.content))
                    for (const Tile& tile : tiles->tiles)
                        for (const float v : *tile.picture.pixels) QCOMPARE(v, 0.0f);
            }
    }

    void overlaySceneHoldsBothStates() {
        const Experiment& e = experiment("dense_memory");
        const std::string hero = e.panels.front().id;
        const Session session = newSession(e.id);
        const Board a = e.draw(momentOf(session, 4, hero)), b = e.draw(momentOf(session, 20, hero));
        const Panel both = overlaid(*a.find(hero), *b.find(hero), "B");
        const auto states = [](const Panel& panel) {
            const Scene& scene = std::get<Scene>(panel.content);
            return std::count_if(scene.marks.begin(), scene.marks.end(), [](const SceneMark& mark) {
                const Tag* tag = std::get_if<Tag>(&mark);
                return tag && tag->spot != Spot::Cue;
            });
        };
        QCOMPARE(states(both), states(*a.find(hero)) + 1);
    }

    void partingPanelMarksTheStep() {
        const Experiment& e = experiment("dense_memory");
        const Session fork = changedAt(forked(newSession(e.id), 6), 6, "beta", 2.0);
        Player here(fork), there(sessionOf(fork, fork.branches[0]));
        here.goTo(12), there.goTo(12);
        const Panel panel = partingPanel(e, 0, here.trace(), there.trace(), "B", "A");
        QCOMPARE(panel.subtitle, std::string("they part at step 6"));
        const Plot& plot = std::get<Plot>(panel.content);
        QCOMPARE(std::count_if(plot.marks.begin(), plot.marks.end(), [](const PlotMark& m) { return std::holds_alternative<Curve>(m); }),
                 2);
        QCOMPARE(partingPanel(e, 0, here.trace(), here.trace(), "B", "A").subtitle, std::string("the same so far"));
    }
};

QTEST_GUILESS_MAIN(BranchTest)
#include "test_branch.moc"
