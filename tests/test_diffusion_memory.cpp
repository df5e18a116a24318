// Diffusion beside memory as an experiment: both rules agree and part as theory says, and wrong input is refused in words.
#include <QtTest>

#include <algorithm>
#include <cmath>

#include "core/base/random.h"
#include "core/experiments/diffusion_memory/draw.h"
#include "core/sim/player.h"
#include "tests/refusal.h"
#include "tests/runs.h"
#include "tests/shared_data.h"

using namespace engram;
using namespace engram::diffusion_memory;
using engram::test::last;
using engram::test::messageOf;
using engram::test::shared;

namespace {

const Experiment& about() { return experiment("diffusion_memory"); }

Session sessionWith(const std::vector<std::string>& assignments) { return test::sessionWith("diffusion_memory", assignments); }

Player played(const Session& session) {
    Player player = test::played(session);
    if (!player.settled()) fail("the run has not settled");
    return player;
}

const State& stateOf(const Snapshot& s) { return *static_cast<const State*>(s.state.get()); }

}  // namespace

class TestDiffusionMemory : public QObject {
    Q_OBJECT

private slots:
    // The run a new user sees: every particle arrives, no energy rises, and exactly one parts.
    void theDefaultRunAgreesAndParts() {
        const Player player = played(newSession("diffusion_memory"));
        QCOMPARE(player.step(), std::int64_t(120));
        QCOMPARE(last(player, "on_memory"), 1.0);
        for (const char* rises : {"rises_am", "rises_dm"}) QCOMPARE(last(player, rises), 0.0);
        QVERIFY(last(player, "rises_dm_sum") > 0 && last(player, "rises_frozen") > 0);
        QVERIFY(last(player, "effective_memories") < 1.001);
        const Snapshot moment = player.snapshot();
        const State& s = stateOf(moment);
        const auto parted = std::count_if(s.parted.begin(), s.parted.end(), [](int step) { return step >= 0; });
        QCOMPARE(parted, std::ptrdiff_t(1));
        const auto which = std::find_if(s.parted.begin(), s.parted.end(), [](int step) { return step >= 0; }) - s.parted.begin();
        QVERIFY2(which < kNumbered, "the particle that parts has no number");
    }

    void withoutBlendTheDiffusionIsTheMemory() {
        for (const char* sampler : {"euler", "heun", "maruyama"}) {
            const Player player = played(sessionWith({"blend=0", std::string("sampler=") + sampler}));
            const Snapshot moment = player.snapshot();
            QCOMPARE((stateOf(moment).memory->tracked - stateOf(moment).diffusion->tracked).cwiseAbs().maxCoeff(), 0.0);
        }
    }

    void oneStepIsOneUpdateOfTheNetwork() {
        Player player(sessionWith({"sampler=one_step", "particles=5"}));
        player.advance();
        const Snapshot moment = player.snapshot();
        const State& s = stateOf(moment);
        QVERIFY((s.diffusion->tracked - posterior(s.world->points, *s.start, 1).mean).cwiseAbs().maxCoeff() < 1e-14);
        player.advance();  // and nothing is left to do
        const Snapshot next = player.snapshot();
        QCOMPARE((stateOf(next).diffusion->tracked - s.diffusion->tracked).cwiseAbs().maxCoeff(), 0.0);
    }

    void everySamplerAndDataEndsOnAMemory() {
        for (const char* data : {"two", "circle", "circle_random", "grid", "spiral", "mouse"})
            for (const char* sampler : {"euler", "heun", "maruyama"})
                for (const char* process : {"VE", "VP"}) {
                    const Player player =
                        played(sessionWith({std::string("data=") + data, std::string("sampler=") + sampler,
                                            std::string("process=") + process, "levels=61", "particles=200", "sigma_max=3", "rho=7"}));
                    QVERIFY2(last(player, "on_memory") > 0.99, data);
                }
    }

    void glyphsAreRecognised() {
        const Player player =
            played(sessionWith({"data=glyphs", "count=12", "size=8", "sigma_max=20", "rho=7", "beta_fixed=0.05", "particles=4"}));
        QCOMPARE(last(player, "on_memory"), 1.0);
        const int effective = about().measure("effective_memories");
        QVERIFY(player.trace().at(0, effective) > 6);
        QVERIFY(last(player, "effective_memories") < 1.001);
        QVERIFY(std::isnan(last(player, "minima")) && std::isnan(last(player, "corrugation")));
    }

    void digitsFromAFileAreRecognised() {
        const std::filesystem::path file = shared("data/mnist/t10k-images-idx3-ubyte.gz");
        if (!std::filesystem::exists(file)) QSKIP("the MNIST images are not there");
        Session session = sessionWith({"data=idx", "count=200", "sigma_max=40", "rho=7", "levels=61", "beta_fixed=0.02", "particles=4"});
        session.inputs.data = file;
        const Player player = played(session);
        QCOMPARE(last(player, "on_memory"), 1.0);
        const int effective = about().measure("effective_memories");
        QVERIFY(player.trace().at(0, effective) > 50);
        session.values["count"] = std::int64_t(2000);
        Player many(session);  // more of them, as many as are allowed
        many.advance();
        QVERIFY(std::isfinite(last(many, "energy_dm")));
    }

    // Few iterations: enough to see that nine points are memorised and that a thousand become a ring of new ones.
    void theTrainedScoreMemorisesFewAndGeneralisesMany() {
        for (const auto& [data, count] : {std::pair{"circle", 9}, std::pair{"circle_random", 1000}}) {
            const Player player = played(sessionWith({"score=trained", std::string("data=") + data, "count=" + std::to_string(count),
                                                      "jitter=0", "iterations=3000", "levels=61", "particles=300"}));
            QCOMPARE(player.step(), std::int64_t(60));
            QVERIFY(last(player, "loss") < 0.9);
            const Snapshot moment = player.snapshot();
            const Samples& samples = *stateOf(moment).samples;
            const auto of = [&](Origin origin) { return std::count(samples.origins.begin(), samples.origins.end(), origin); };
            const Vector radii = samples.at.colwise().norm().transpose();
            QVERIFY2(std::abs(radii.mean() - 1) < 0.03, data);
            if (count == 9)
                QVERIFY2(of(Origin::Memorised) > 285, qPrintable(QString::number(of(Origin::Memorised))));
            else
                QVERIFY2(of(Origin::Generalised) > 200, qPrintable(QString::number(of(Origin::Generalised))));
        }
    }

    void aTrainingThatDivergesStopsWithItsLastGoodWeights() {
        Session session = sessionWith({"score=trained", "learning_rate=1000", "levels=11"});
        Player player(session);
        for (int i = 0; i < 300 && !player.settled(); ++i) player.advance();
        const Snapshot moment = player.snapshot();
        const State& s = stateOf(moment);
        QVERIFY(s.diffusion->tracked.allFinite());
        QVERIFY(s.training->diverged());
        {
            Board board = about().draw(moment);
            player.look({"trained"});
            board = about().draw(player.snapshot());
            QVERIFY(board.find("trained")->subtitle.find("diverged after") != std::string::npos);
        }
    }

    // The crowd, in float, goes where the tracked, in double, go.
    void theCrowdFollowsTheSameFlow() {
        const Player player = played(sessionWith({"particles=2000", "sigma_max=4", "rho=7"}));
        const Snapshot moment = player.snapshot();
        const State& s = stateOf(moment);
        QCOMPARE(s.diffusion->crowd.cols(), Eigen::Index(2000 - 32));
        QVERIFY(last(player, "on_memory") > 0.995);
    }

    void aMemoryIsDraggedAndAdded() {
        const auto run = about().start(newSession("diffusion_memory").values, {});
        run->step();
        run->poke({"basins", 2, 0.5, 0.25, 0, 0});
        const Snapshot dragged = run->snapshot();
        QVERIFY(stateOf(dragged).world->points.col(2) == Eigen::Vector2d(0.5, 0.25) && stateOf(dragged).level == 0);
        run->poke({"basins", 9, 0.5, 0.25, 0, 0});
        const Snapshot added = run->snapshot();
        QCOMPARE(stateOf(added).world->count(), 10);
        QCOMPARE(stateOf(added).world->coinciding, 1);
        while (!run->settled()) run->step();
        const Snapshot end = run->snapshot();
        QCOMPARE(end.trace.at(end.trace.size() - 1, about().measure("on_memory")), 1.0);
        for (const int item : {-1, 11, 5000}) run->poke({"basins", item, 0, 0, 0, 0});
        const Snapshot after = run->snapshot();
        QCOMPARE(stateOf(after).world->count(), 10);
        QCOMPARE(stateOf(after).level, stateOf(end).level);
    }

    // A live change is valued at once, counts as no rise, and replays to the bit, from the start as from a snapshot.
    void liveChangesAreNoRises() {
        Session session = sessionWith({"particles=100"});
        session.orders = {{20, Values{{"beta_fixed", 2.0}}}, {40, Values{{"blend", 0.4}}}, {60, Values{{"t_eval", 0.9}}}};
        const Player player = played(session), again = played(session);
        QCOMPARE(last(player, "rises_am"), 0.0);
        QCOMPARE(last(player, "rises_dm"), 0.0);
        for (int i = 0; i < player.trace().size(); ++i)
            for (int measure = 0; measure < int(about().measures.size()); ++measure)
                QCOMPARE(player.trace().at(i, measure), again.trace().at(i, measure));
        Player half(session);
        half.goTo(50);
        const Snapshot middle = half.snapshot();
        half.goTo(120);
        half.restore(middle, session);
        half.goTo(120);
        QCOMPARE(half.trace().at(120, 1), player.trace().at(120, 1));
        const Snapshot moment = player.snapshot();
        QVERIFY(std::abs(stateOf(moment).memory->energy.mean() -
                         energies(*stateOf(moment).world, stateOf(moment).memory->tracked, sigmaOf(2)).mean()) < 1e-12);
    }

    void aTrainedRunIsTheSameTwice() {
        const Session session = sessionWith({"score=trained", "iterations=300", "levels=11", "particles=70"});
        const Player one = played(session), two = played(session);
        QCOMPARE(last(one, "loss"), last(two, "loss"));
        QCOMPARE(last(one, "energy_dm"), last(two, "energy_dm"));
    }

    void voronoiEdgesLieBetweenTheTwoNearest() {
        Random random(3, 0);
        Matrix points(2, 12);
        for (Real& x : points.reshaped()) x = random.uniform(-1, 1);
        const Shared<Vec3> edges = voronoiEdges(points, 2);
        QVERIFY(edges->size() > 20);
        for (std::size_t i = 0; i < edges->size(); i += 2) {
            const Eigen::Vector2d middle(((*edges)[i][0] + (*edges)[i + 1][0]) / 2, ((*edges)[i][1] + (*edges)[i + 1][1]) / 2);
            Vector distances = (points.colwise() - middle).colwise().norm().transpose();
            std::sort(distances.begin(), distances.end());
            QVERIFY(distances[1] - distances[0] < 1e-5);
        }
    }

    void wrongInputIsRefusedInWords() {
        const auto says = [](const std::vector<std::string>& assignments) {
            return messageOf([&] { Player player(sessionWith(assignments)); });
        };
        QVERIFY(says({"count=0"}).find("count") != std::string::npos);
        QVERIFY(says({"sigma_min=2"}).find("sigma_min=2 is not below sigma_max=1") != std::string::npos);
        QVERIFY(says({"levels=1"}).find("levels") != std::string::npos);
        QVERIFY(says({"data=idx"}).find("--data") != std::string::npos);
        QVERIFY(says({"sampler=huen"}).find("heun") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestDiffusionMemory)
#include "test_diffusion_memory.moc"
