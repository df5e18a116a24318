// The experiment dense_memory as it is run: recall, refusals, honest marks, edits by hand, and the same trace for the same seed.
#include <QtTest/QtTest>

#include <cmath>
#include <cstdlib>
#include <filesystem>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "tests/dense.h"
#include "tests/shared_data.h"

using namespace engram;
using namespace engram::test;

namespace {

void steps(Run& run, int count) {
    for (int k = 0; k < count; ++k) run.step();
}

double last(const Run& run, const char* measure) { return run.trace().at(run.trace().size() - 1, dense().measure(measure)); }

std::set<std::string> allPanels() {
    std::set<std::string> ids;
    for (const PanelInfo& p : dense().panels) ids.insert(p.id);
    return ids;
}

Board boardOf(Run& run) {
    std::set<std::string> panels = allPanels();
    bool more = run.look(panels);
    panels.erase("capacity");   // takes seconds to fill in, the same for every run; its beginning is enough
    while (more) more = run.look(panels);
    return dense().draw(run.snapshot());
}

std::string refusalOf(const std::vector<std::string>& assignments, const Inputs& inputs = {}) {
    try {
        started(assignments, inputs);
    } catch (const Error& e) {
        return e.what();
    }
    return {};
}

int risingSteps(const Run& run) {
    double largest = 0;
    int rising = 0;
    const std::vector<double> e = run.trace().column(dense().measure("energy"));
    for (const double v : e) largest = std::max(largest, std::abs(v));
    for (std::size_t i = 1; i < e.size(); ++i) rising += e[i] - e[i - 1] > 1e-9 * largest;
    return rising;
}

const Curve* curveNamed(const Panel& panel, const std::string& label) {
    for (const PlotMark& mark : std::get<Plot>(panel.content).marks)
        if (const auto* curve = std::get_if<Curve>(&mark); curve && curve->label == label) return curve;
    return nullptr;
}

}  // namespace

class TestDenseMemory : public QObject {
    Q_OBJECT

private slots:
    void defaultSessionRecalls() {
        const auto run = started({});
        QVERIFY(last(*run, "overlap") < 0.8);
        while (!run->settled()) run->step();
        QVERIFY(run->stepCount() > 50 && run->stepCount() < 300);
        QVERIFY(last(*run, "overlap") > 0.99);
        QCOMPARE(last(*run, "recalled"), 1.0);
        QVERIFY(last(*run, "active_memories") < 1.5);
        QCOMPARE(last(*run, "energy"), last(*run, "energy_feature") + last(*run, "energy_hidden") + last(*run, "energy_synapse"));
    }

    void energyNeverRisesWhereItIsClaimed() {
        const std::vector<std::vector<std::string>> models{
            {"model=A"}, {"model=A", "order=4", "separation=plain"}, {"model=A", "separation=exp", "beta=0.5"}, {"model=A", "neurons=sign"},
            {"model=A", "neurons=sign", "diagonal=off"}, {"model=B"}, {"model=B", "clamp=on"}, {"model=B", "input=0.5"}, {"model=C"},
            {"model=C", "alpha=0"}, {"model=C", "separation=exp"}, {"model=hopfield"}, {"model=hopfield", "neurons=sign", "diagonal=off"}};
        for (const auto& model : models)
            for (const char* dt : {"dt=0.1", "dt=1", "dt=10"}) {
                auto set = model;
                set.insert(set.end(), {dt, "size=12", "cues=4"});
                QCOMPARE(dense().guarantees.neverRises(valuesWith(set)), std::string("energy"));
                const auto run = started(set);
                steps(*run, 60);
                QVERIFY2(std::isfinite(last(*run, "energy")) && risingSteps(*run) == 0, (model[0] + " " + model.back() + " " + dt).c_str());
            }
    }

    void nothingIsClaimedWithoutProof() {
        for (const auto& set : std::vector<std::vector<std::string>>{{"integrator=euler"},
                                                                     {"integrator=rk4"},
                                                                     {"asymmetry=0.1"},
                                                                     {"model=C", "clamp=on"},
                                                                     {"model=A", "separation=plain", "order=3"},
                                                                     {"model=hopfield", "diagonal=off"}})
            QVERIFY(dense().guarantees.neverRises(valuesWith(set)).empty());
    }

    void risingStepsAreMarked() {
        const auto run = started({"integrator=euler", "dt=1.5"});
        steps(*run, 60);
        const int rising = risingSteps(*run);
        QVERIFY(rising > 5);
        const Board board = boardOf(*run);
        const Panel& panel = *board.find("energy");
        QCOMPARE(int(curveNamed(panel, "sum E")->rising.size()), rising);
        QVERIFY(panel.subtitle.find(std::to_string(rising) + " of 60 steps") != std::string::npos);
    }

    void plainOddPowerRisesAndRectifiedDoesNot() {
        const std::vector<std::string> inverted{"model=A", "order=3", "size=12", "scaling=sign", "corruption_kind=flip", "corruption=0.9"};
        const auto risesWith = [&](const char* separation) {
            auto set = inverted;
            set.push_back(separation);
            const auto run = started(set);
            steps(*run, 60);
            return risingSteps(*run);
        };
        QVERIFY(risesWith("separation=plain") > 0);
        QCOMPARE(risesWith("separation=rectified"), 0);
    }

    void liveChangeIsNoRisingStep() {
        const auto run = started({});
        steps(*run, 30);
        run->set(valuesWith({"beta=60"}));      // the energy of the same state jumps
        steps(*run, 30);
        const Board board = boardOf(*run);
        QVERIFY(curveNamed(*board.find("energy"), "sum E")->rising.empty());
    }

    void dissipationIsTheFallOfTheEnergy() {
        for (const char* model : {"model=A", "model=B", "model=C", "model=hopfield"}) {
            const auto run = started({model, "size=12", "integrator=rk4", "dt=0.002", "cues=3"});
            steps(*run, 40);
            const Trace& t = run->trace();
            const int e = dense().measure("energy"), d = dense().measure("dissipation");
            for (int i = 1; i + 1 < t.size(); ++i) {
                const double measured = (t.at(i + 1, e) - t.at(i - 1, e)) / 0.004;
                QVERIFY2(std::abs(measured + t.at(i, d)) < 1e-3 * std::abs(t.at(i, d)), model);
            }
        }
    }

    void sameSeedSameTraceOnAnyNumberOfThreads() {
        const auto traceWith = [](int threads, std::uint64_t seed) {
            limitThreads(threads);
            Inputs inputs;
            inputs.seed = seed;
            const auto run = started({"cues=100", "size=16", "asymmetry=0.1"}, inputs);
            steps(*run, 12);
            limitThreads(0);
            std::vector<double> all;
            for (std::size_t m = 0; m < dense().measures.size(); ++m)
                for (const double v : run->trace().column(int(m))) all.push_back(v);
            return all;
        };
        QVERIFY(traceWith(1, 7) == traceWith(2, 7));
        QVERIFY(traceWith(1, 7) != traceWith(1, 8));
    }

    void restoredMomentGoesOnAlike() {
        const auto run = started({"patterns=points", "count=5"});
        steps(*run, 10);
        const Snapshot moment = run->snapshot();
        steps(*run, 10);
        const double end = last(*run, "energy");
        run->restore(moment);
        QCOMPARE(run->stepCount(), std::int64_t(10));
        steps(*run, 10);
        QCOMPARE(last(*run, "energy"), end);
    }

    void refusalsSayWhy() {
        QVERIFY(refusalOf({"patterns=idx"}).find("--data FILE") != std::string::npos);
        QVERIFY(refusalOf({"patterns=images"}).find("--data FOLDER") != std::string::npos);
        QVERIFY(refusalOf({"model=C", "separation=exp", "scaling=raw", "beta=100"}).find("overflows") != std::string::npos);
        QVERIFY(refusalOf({"integrator=euler", "dt=5"}).find("unbounded") != std::string::npos);
        QVERIFY(refusalOf({"integrator=rk4", "tau_h=0.001"}).find("unbounded") != std::string::npos);
        QVERIFY(refusalOf({"size=1"}).find("picture 0 has the same value everywhere") != std::string::npos);
        QVERIFY(refusalOf({"count=60000", "size=256"}).find("count=60000") != std::string::npos);
        Inputs missing;
        missing.data = "/nowhere/images.gz";
        QVERIFY(refusalOf({"patterns=idx"}, missing).find("/nowhere/images.gz") != std::string::npos);
        QVERIFY(refusalOf({"size=1", "scaling=raw", "count=2"}).empty());
    }

    void idleParametersSayWhy() {
        const ParamTable& table = dense().params;
        QCOMPARE(table.idle("order", valuesWith({})), std::string("Only models A and C have an order"));
        QVERIFY(table.idle("order", valuesWith({"model=A"})).empty());
        QVERIFY(!table.idle("beta", valuesWith({"model=hopfield"})).empty());
        QVERIFY(!table.idle("dt", valuesWith({"model=hopfield", "neurons=sign", "diagonal=off"})).empty());
        for (const ParamSpec& spec : table.specs()) QVERIFY2(!spec.help.empty() && !spec.label.empty(), spec.id.c_str());
    }

    void everyPanelShowsAtItsExample() {
        for (const PanelInfo& info : dense().panels) {
            const auto run = started(info.example);
            steps(*run, 5);
            const Board board = boardOf(*run);
            const Panel* panel = board.find(info.id);
            QVERIFY2(panel && panel->hero == info.hero, info.id.c_str());
            QVERIFY2(!std::holds_alternative<Absent>(panel->content), info.id.c_str());
        }
    }

    void everyExampleRunsAndShowsItsPanel() {
        QVERIFY(dense().examples.size() >= 6);
        for (const Example& example : dense().examples) {
            const auto run = started(example.set);
            steps(*run, 8);
            const Board board = boardOf(*run);
            QVERIFY2(board.find(example.panel) && !std::holds_alternative<Absent>(board.find(example.panel)->content), example.id.c_str());
            QVERIFY2(!board.sentence.empty() && !example.summary.empty(), example.id.c_str());
        }
    }

    void absentPanelsSayWhatWouldShowThem() {
        const auto run = started({});
        const Board board = boardOf(*run);
        QCOMPARE(std::get<Absent>(board.find("sphere")->content).reason,
                 std::string("The sphere needs three features. Set patterns=points, dimension=3 and model=C."));
        const auto points = started({"patterns=points", "dimension=3", "model=C"});
        const Board other = boardOf(*points);
        QVERIFY(std::get<Absent>(other.find("recall")->content).reason.find("patterns=glyphs") != std::string::npos);
        QVERIFY(std::holds_alternative<Scene>(other.find("sphere")->content));
    }

    void surfaceSaysTheCatch() {
        const auto run = started({});
        steps(*run, 5);
        const Board board = boardOf(*run);
        const Scene& scene = std::get<Scene>(board.find("surface")->content);
        QCOMPARE(int(scene.notes.size()), 3);
        QVERIFY(scene.notes[1][0].text.find(" %") != std::string::npos && scene.notes[1][0].paint.ink == Ink::Cue);
        int pins = 0;
        for (const SceneMark& mark : scene.marks) {
            const auto* pin = std::get_if<Pin>(&mark);
            if (!pin) continue;
            ++pins;
            const Projected at =
                project(scene.camera, 1392, 668,
                        {pin->at[0], pin->at[1], float(surfaceZ(std::get<Surface>(scene.marks[0]), pin->at[0], pin->at[1]))});
            QVERIFY(at.x > 0 && at.x < 1392 && at.y > 0 && at.y < 668);
        }
        QCOMPARE(pins, 3);
        // A well at each memory: lower than where the three meet.
        const Surface& surface = std::get<Surface>(scene.marks[0]);
        for (const SceneMark& mark : scene.marks)
            if (const auto* pin = std::get_if<Pin>(&mark)) QVERIFY(surface.energy.at(pin->at[0], pin->at[1]) < surface.energy.at(0, 0));
    }

    void gapHasSlopeOne() {
        const auto run = started({});
        const Board board = boardOf(*run);
        const Plot& plot = std::get<Plot>(board.find("gap")->content);
        for (const PlotMark& mark : plot.marks)
            if (const auto* dots = std::get_if<Scatter>(&mark)) {
                const double slope = std::log((*dots->y)[4] / (*dots->y)[0]) / std::log((*dots->x)[4] / (*dots->x)[0]);
                QVERIFY2(slope > 0.9 && slope < 1.05, std::to_string(slope).c_str());
                return;
            }
        QFAIL("no dots");
    }

    void brushChangesCueAndState() {
        const auto run = started({});
        steps(*run, 5);
        const Board before = boardOf(*run);
        run->poke(Poke{"recall", 0, 10, 12, 2, 1});
        const Board after = boardOf(*run);
        const auto pixel = [](const Board& b, std::size_t tile) {
            return (*std::get<Tiles>(b.find("recall")->content).tiles[tile].picture.pixels)[12 * 28 + 10];
        };
        const auto caption = [](const Board& b) { return std::get<Tiles>(b.find("recall")->content).tiles[0].caption; };
        QVERIFY2(caption(before).find("hidden") != std::string::npos, caption(before).c_str());
        QVERIFY2(caption(after).find("by hand") != std::string::npos, caption(after).c_str());
        QVERIFY(before.find("energy")->subtitle.find("by hand") == std::string::npos);
        QVERIFY(after.find("energy")->subtitle.find("changed by hand at 1 step") != std::string::npos);
        QVERIFY(std::abs(pixel(after, 0) - 1) < 1e-6);
        const float moved = pixel(after, 1) - pixel(before, 1), painted = pixel(after, 0) - pixel(before, 0);
        QVERIFY(std::abs(moved - painted) < 1e-5);
        run->poke(Poke{"recall", 2, 10, 12, 2, 0});     // only the cue is editable
        const Board same = boardOf(*run);
        QCOMPARE(pixel(same, 2), pixel(after, 2));
        steps(*run, 120);
        QVERIFY(last(*run, "overlap") > 0.99);
    }

    void draggedMemoryMoves() {
        const auto run = started({"patterns=points", "count=5", "beta=20"});
        const Board before = boardOf(*run);
        run->poke(Poke{"plane", 2, 0.05, 0.02, 0, 0});   // into the middle, where it has no basin
        const Board after = boardOf(*run);
        const auto marker = [](const Board& b) {
            for (const PlotMark& mark : std::get<Plot>(b.find("plane")->content).marks)
                if (const auto* m = std::get_if<Marker>(&mark); m && m->item == 2) return *m;
            return Marker{};
        };
        QVERIFY(!marker(before).hollow);
        QCOMPARE(marker(after).x, 0.05);
        QVERIFY(marker(after).hollow);
        run->poke(Poke{"plane", 99, 0, 0, 0, 0});
        QCOMPARE(marker(boardOf(*run)).x, 0.05);
    }

    void hopfield1982Recalls() {
        const auto run = started({"model=hopfield", "neurons=sign", "diagonal=off", "scaling=sign", "count=2", "cues=2",
                                  "corruption_kind=flip", "corruption=0.2"});
        while (!run->settled()) run->step();
        QVERIFY(run->stepCount() < 10);
        QCOMPARE(last(*run, "recalled"), 1.0);
        QCOMPARE(last(*run, "overlap"), 1.0);
    }

    void inputAndClampHold() {
        const auto free = started({"corruption=0.8", "size=12"}), held = started({"corruption=0.8", "size=12", "clamp=on"});
        steps(*free, 40);
        steps(*held, 40);
        QVERIFY(last(*free, "energy") != last(*held, "energy"));
        const Board board = boardOf(*held);
        const Tiles& tiles = std::get<Tiles>(board.find("recall")->content);
        const auto& cue = *tiles.tiles[0].picture.pixels;
        const auto& state = *tiles.tiles[1].picture.pixels;
        int same = 0;
        for (std::size_t i = 0; i < cue.size(); ++i) same += cue[i] == state[i];
        QVERIFY(same > 10 && same < 60);                 // about a fifth of 144
    }

    void snapshotsAreCheap() {
        const auto run = started({});
        steps(*run, 300);
        boardOf(*run);
        QElapsedTimer timer;
        timer.start();
        for (int k = 0; k < 100; ++k) run->snapshot();
        QVERIFY2(timer.nsecsElapsed() / 100 < 1'000'000, "a snapshot takes a millisecond or more");
        QVERIFY(run->snapshot().bytes < 200'000);
    }

    void mnistIsRecalledByModelBOnly() {
        Inputs inputs;
        inputs.data = shared("data/mnist/train-images-idx3-ubyte.gz");
        if (!std::filesystem::exists(inputs.data)) QSKIP("the MNIST images are not there");
        const std::vector<std::string> set{"patterns=idx", "count=200", "cues=200", "corruption=0.3", "corruption_kind=mask", "dt=1"};
        const auto recalled = [&](std::vector<std::string> more) {
            more.insert(more.end(), set.begin(), set.end());
            const auto run = started(more, inputs);
            steps(*run, 30);
            return last(*run, "recalled");
        };
        QVERIFY(recalled({"model=B", "beta=40"}) > 0.95);
        QCOMPARE(recalled({"model=hopfield"}), 0.0);
        QVERIFY(refusalOf({"patterns=idx", "count=60000", "size=28"}, {7, shared("data/mnist/t10k-images-idx3-ubyte.gz"), {}, {}})
                    .find("count=60000 but") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestDenseMemory)
#include "test_dense_memory.moc"
