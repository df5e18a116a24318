// The hierarchical memory as an experiment: compositions that nobody stored are memories, the meters add up, a broken symmetry is said,
// lists of one entry a layer hold, and wrong input is refused in words.
#include <QtTest>

#include <cmath>

#include "core/data/idx.h"
#include "core/experiments/hierarchical_memory/draw.h"
#include "core/sim/player.h"
#include "core/sim/sweep_plan.h"
#include "tests/refusal.h"
#include "tests/runs.h"
#include "tests/shared_data.h"

using namespace engram;
using namespace engram::hierarchical_memory;
using engram::test::last;
using engram::test::messageOf;
using engram::test::shared;
using engram::test::with;

namespace {

const Experiment& about() { return experiment("hierarchical_memory"); }

Session sessionWith(const std::vector<std::string>& assignments) { return test::sessionWith("hierarchical_memory", assignments); }

Player played(const Session& session, int most = 600) { return test::played(session, most); }

const State& stateOf(const Snapshot& s) { return *static_cast<const State*>(s.state.get()); }

bool isTrue(const Player& player, const Params& p) {
    const Snapshot moment = player.snapshot();
    return strokesSeen(p, (*stateOf(moment).x)[1]) == stateOf(moment).world->truth.strokes;
}

const std::vector<std::string> kRandom = {"task=random", "lagrangians=tanh/tanh/softmax", "beta=1/1/3", "tau=1/0.3/3"};

}  // namespace

class TestHierarchicalMemory : public QObject {
    Q_OBJECT

private slots:
    // The run a new user sees: a picture that nobody stored is found again, and no step raises the energy.
    void theDefaultRunFindsWhatNobodyStored() {
        const Player player = played(newSession("hierarchical_memory"));
        QVERIFY(player.settled());
        QVERIFY(isTrue(player, Params()));
        QCOMPARE(last(player, "rises"), 0.0);
        QVERIFY2(last(player, "mse") < 1e-8, qPrintable(QString::number(last(player, "mse"))));
        QVERIFY(player.trace().at(0, about().measure("mse")) > 0.05);
        for (const char* none :
             {"energy_layer_4", "energy_layer_5", "energy_synapse_3", "energy_synapse_4", "dissipation_4", "dissipation_5"})
            QVERIFY2(std::isnan(last(player, none)), none);
    }

    // Measured over random compositions that are not in the net.
    void compositionsAreMemories() {
        Player player(newSession("hierarchical_memory"));
        player.look({"composition"});
        const Snapshot moment = player.snapshot();
        const CountView& count = *stateOf(moment).count;
        QCOMPARE(count.tried, count.wanted);
        qInfo("of %d compositions %d stay as they are, %d are found again, %d by the net with one hidden layer; mse %.2e and %.2e",
              count.tried, count.held, count.found, count.foundByStored, count.error / count.tried, count.errorOfStored / count.tried);
        QVERIFY(count.held >= 195);
        QVERIFY(count.found >= 150);
        QVERIFY(count.foundByStored <= 2);
        QVERIFY(count.error < count.errorOfStored / 4);
        QCOMPARE(pictureCount(Params()), std::pow(32.0, 4));
        const Panel composition = compositionPanel({Params(), stateOf(moment), moment.trace, 0, moment.inputs});
        QVERIFY2(composition.subtitle.find("2832 weights store 3 whole ones") != std::string::npos, composition.subtitle.c_str());
    }

    // What it has stored, the net with one hidden layer finds as well.
    void theRivalKnowsWhatItStored() {
        for (const auto& [picture, knows] : {std::pair{"picture=2", true}, {"picture=9", false}}) {
            const Player player(sessionWith({picture}));
            const Snapshot moment = player.snapshot();
            const State& s = stateOf(moment);
            QCOMPARE((*s.completed - s.world->truth.pixels).norm() < 0.1, knows);
        }
    }

    // The pixels show a wrong stroke a little more than the true one. Only what comes from above tells.
    void feedbackResolvesWhatIsAmbiguous() {
        for (const auto& [gain, resolved] : {std::pair{"feedback=1", true}, {"feedback=0", false}}) {
            const Session session = sessionWith({"noise=0", "ambiguous=4", "clamped=1", gain});
            QCOMPARE(isTrue(played(session), Params()), resolved);
        }
        const Player two = played(sessionWith({"noise=0", "layers=2", "clamped=1"}));
        QVERIFY(!isTrue(two, Params()));
    }

    void deepAndOverlappingLayersFindTheirPicture() {
        for (const std::vector<std::string>& set :
             std::vector<std::vector<std::string>>{{"layers=4", "parts=2", "noise=0.2"},
                                                   {"layers=5", "parts=4", "kernel=5", "stride=5", "noise=0.2"},
                                                   {"kernel=6", "stride=3", "noise=0.1"}}) {
            const Session session = sessionWith(set);
            const Player player = played(session);
            Schema<Params> table = schema();
            QVERIFY2(isTrue(player, table.read(session.values)), set.front().c_str());
            QCOMPARE(last(player, "rises"), 0.0);
        }
    }

    void metersAddUpToTheRateOfTheEnergy() {
        for (const std::vector<std::string>& set : {std::vector<std::string>{}, kRandom}) {
            Player player(sessionWith(set));
            double worst = 0;
            for (int i = 0; i < 30; ++i) {
                double sum = 0, parts = 0;
                const auto add = [&](double& to, const char* part, int most) {  // of the layers there are
                    for (int a = 1; a <= most; ++a)
                        if (const double v = last(player, part + std::to_string(a)); !std::isnan(v)) to += v;
                };
                add(sum, "dissipation_", kMostLayers);
                worst = std::max(worst, std::abs(sum + last(player, "slope")) / (1e-3 + sum));
                add(parts, "energy_layer_", kMostLayers);
                add(parts, "energy_synapse_", kMostLayers - 1);
                QVERIFY(std::abs(parts - last(player, "energy")) < 1e-9);
                player.advance();
            }
            QVERIFY2(worst < 9e-5, qPrintable(QString::number(worst)));
        }
    }

    void aMutedLayerStandsStillAndLosesNothing() {
        Player player(sessionWith(with(kRandom, {"clamped=2"})));
        const Snapshot before = player.snapshot();
        for (int i = 0; i < 20; ++i) player.advance();
        const Snapshot after = player.snapshot();
        QVERIFY((*stateOf(before).x)[1] == (*stateOf(after).x)[1]);
        QVERIFY((*stateOf(before).x)[0] != (*stateOf(after).x)[0]);
        QCOMPARE(last(player, "dissipation_2"), 0.0);
        QCOMPARE(last(player, "rises"), 0.0);
        Player solo(sessionWith(with(kRandom, {"solo=3"})));
        for (int i = 0; i < 20; ++i) solo.advance();
        const Snapshot alone = solo.snapshot();
        QVERIFY((*stateOf(alone).x)[0] == (*stateOf(before).x)[0] && (*stateOf(alone).x)[2] != (*stateOf(before).x)[2]);
    }

    void aBrokenSymmetryIsSaid() {
        for (const char* broken : {"feedback=0.5", "feedback=1.5"}) {
            const Session session = sessionWith({broken});
            QVERIFY(about().guarantees.neverRises(session.values).empty());
            Player player(session);
            for (int i = 0; i < 5; ++i) player.advance();
            const Board board = about().draw(player.snapshot());
            QVERIFY2(board.sentence.find("symmetry is broken") != std::string::npos, board.sentence.c_str());
            for (const char* panel : {"energy", "mixer", "rate"})
                QVERIFY2(board.find(panel)->subtitle.find("symmetry is broken") != std::string::npos, panel);
            QVERIFY(board.find("theatre")->subtitle.find("not the adjoint") != std::string::npos);
        }
        QCOMPARE(about().guarantees.neverRises(about().params.defaults()), std::string("energy"));
        QVERIFY(about().guarantees.neverRises(sessionWith({"integrator=euler"}).values).empty());
        QVERIFY(about().guarantees.neverRises(sessionWith({"integrator=rk4"}).values).empty());
        QCOMPARE(about().guarantees.neverRises(sessionWith({"integrator=rk4", "dt=0.002"}).values), std::string("energy"));
    }

    void simultaneousStepsRaiseTheEnergy() {
        const std::vector<std::string> same = {"task=random", "lagrangians=tanh/tanh/softmax", "beta=1/1/3", "tau=1", "dt=1"};
        const Player euler = played(sessionWith(with(same, {"integrator=euler"})), 200), block = played(sessionWith(same), 200);
        QVERIFY(last(euler, "rises") > 20);
        QCOMPARE(last(block, "rises"), 0.0);
    }

    // A layer that is added while it runs begins silent, and the others go on from where they are.
    void layersChangeWhileItRuns() {
        Session session = sessionWith({"layers=2", "clamped=1", "noise=0"});
        session.orders = {{60, Values{{"layers", std::int64_t(3)}}},
                          {160, Values{{"lagrangians", std::string("identity/softmax/sigmoid")}}}};
        Player player(session);
        player.goTo(59);
        QVERIFY(!isTrue(player, Params()));
        const Snapshot two = player.snapshot();
        player.goTo(60);
        const Snapshot three = player.snapshot();
        QCOMPARE(stateOf(three).x->size(), std::size_t(3));
        player.goTo(159);
        QVERIFY(isTrue(player, Params()));
        player.goTo(200);
        QVERIFY(std::isfinite(last(player, "energy")));
        QCOMPARE(last(player, "rises"), 0.0);
        QCOMPARE(player.trace().edits().size(), std::size_t(2));
    }

    void aHandPaintsAndPoints() {
        const auto run = about().start(newSession("hierarchical_memory").values, {});
        for (int i = 0; i < 40; ++i) run->step();
        run->poke({"recall", 1, 3.5, 20.2, 0, 0});
        const Snapshot pointed = run->snapshot();
        QCOMPARE(stateOf(pointed).pixel, 20 * 28 + 3);
        run->poke({"recall", 0, 10, 10, 4, 0});
        const Snapshot painted = run->snapshot();
        QVERIFY((*stateOf(painted).cue)[10 * 28 + 10] == 0 && (*stateOf(painted).x)[0][10 * 28 + 10] == 0);
        for (const double far : {-1e4, 1e4}) run->poke({"recall", 1, far, far, 0, 0}), run->poke({"recall", 7, far, far, 3, 1});
        for (int i = 0; i < 100; ++i) run->step();
        const Snapshot end = run->snapshot();
        QVERIFY(strokesSeen(Params(), (*stateOf(end).x)[1]) == stateOf(end).world->truth.strokes);  // what was wiped out is filled in again
    }

    void anEnergyWithoutAFloorIsSaid() {
        const Player player = played(sessionWith({"task=random", "lagrangians=identity", "sizes=20/40"}), 5000);
        QVERIFY(player.settled());
        const Board board = about().draw(player.snapshot());
        QVERIFY2(board.sentence.find("ran away") != std::string::npos, board.sentence.c_str());
        QVERIFY(std::isfinite(last(player, "energy")));
    }

    void glyphsAreDenoised() {
        const Player player =
            played(sessionWith({"task=denoise", "memories=100", "iterations=150", "noise=0.1", "sharpness=40", "learning_rate=0.01"}));
        QVERIFY(player.settled());
        const Snapshot moment = player.snapshot();
        const State& s = stateOf(moment);
        QCOMPARE(s.denoiser->iteration(), 150L);
        QVERIFY2(last(player, "mse") < 0.8 * s.world->pictures->meanError, qPrintable(QString::number(last(player, "mse"))));
        const Player again =
            played(sessionWith({"task=denoise", "memories=100", "iterations=150", "noise=0.1", "sharpness=40", "learning_rate=0.01"}));
        QCOMPARE(last(again, "mse"), last(player, "mse"));
    }

    // The published demonstration reaches 0.000728 at noise 0.3, on its training batches. The mean picture is little worse there, so the
    // same memory is also asked at noise 0.03.
    void digitsAreDenoisedAsPublished() {
        const std::filesystem::path train = shared("data/mnist/train-images-idx3-ubyte.gz"),
                                    test = shared("data/mnist/t10k-images-idx3-ubyte.gz");
        if (!std::filesystem::exists(train) || !std::filesystem::exists(test)) QSKIP("the MNIST images are not there");
        constexpr int kNearest = 300, kIterations = 1200;
        const FloatMatrix pictures = unitPictures(loadIdxImages(train, 0)), unseen = unitPictures(loadIdxImages(test, 0));
        for (const auto& [noise, sharpness, most] : {std::tuple{0.3, 40.0, 0.00073}, {0.03, 20.0, 0.00022}}) {
            DenoiserOptions options;
            options.noise = noise, options.sharpness = sharpness, options.iterations = kIterations;
            Denoiser denoiser(options, pictures);
            denoiser.train(pictures, int(options.iterations));
            const FloatMatrix noisy = withNoise(unseen, noise, 5, 0);
            const double error = denoiser.error(unseen, noisy), mean = errorOfMean(pictures, unseen),
                         nearest = errorOfNearest(pictures, unseen.leftCols(kNearest), noisy.leftCols(kNearest));
            qInfo("noise %.2f: mse %.6f on %ld test pictures, mean picture %.6f, nearest stored %.6f; %ld iterations in %.1f s", noise,
                  error, long(unseen.cols()), mean, nearest, denoiser.iteration(), denoiser.seconds());
            QVERIFY(error < most);
            QVERIFY(error < mean);
            QVERIFY(error < nearest);
        }
    }

    void everyPanelIsDrawnForEveryTask() {
        for (const std::vector<std::string>& set : {std::vector<std::string>{},
                                                    kRandom,
                                                    {"task=random", "layers=5", "sizes=700/3"},
                                                    {"task=denoise", "memories=20", "iterations=20"},
                                                    {"layers=2"}}) {
            Player player(sessionWith(set));
            player.advance();
            player.look({"composition"});
            const Board board = about().draw(player.snapshot());
            for (const PanelInfo& panel : about().panels) QVERIFY2(board.find(panel.id), panel.id.c_str());
            QVERIFY(std::holds_alternative<Scene>(board.find("theatre")->content));
        }
    }

    void listsHoldAnEntryALayer() {
        const ParamTable& table = about().params;
        Values values = table.defaults();
        table.set(values, "tau=1/0.50/0.5");
        QCOMPARE(std::get<std::string>(values.at("tau")), std::string("1/0.5"));  // the last one holds for the rest
        QCOMPARE(schema().read(values).tau, (std::vector<double>{1, 0.5}));
        table.set(values, "lagrangians=tanh");
        QVERIFY(std::holds_alternative<LogCosh>(lawOf(schema().read(values), 4)));
        QCOMPARE(table.entryCount("tau", values), 3);
        table.set(values, "layers=5");
        QCOMPARE(table.entryCount("tau", values), 5);
        const ParamSpec& tau = table.at("tau");
        QVERIFY(withEntry(std::string("1/0.5"), 0, "2", 3) == Value(std::string("2/0.5")));
        QVERIFY(withEntry(std::string("1"), 1, "2", 3) == Value(std::string("1/2/1")));
        QVERIFY(withEntry(std::string("1/0.3/0.1"), 2, "0.3", 3) == Value(std::string("1/0.3")));
        QVERIFY(table.checked(tau, 2.0) == Value(std::string("2")) && table.checked(tau, std::int64_t(2)) == Value(std::string("2")));
        const Session session = sessionWith({"tau=1/0.2", "sizes=30/40/50", "lagrangians=identity/softmax/tanh"});
        QVERIFY(fromToml(toToml(session), "x") == session);
    }

    // Whole lists can be swept, ranges of them cannot.
    void listsAreSweptAsAWhole() {
        const SweepPlan plan = planSweep(sessionWith({}), {"tau=1/0.3,0.5,2/2/0.1"}, 1, 3);
        QCOMPARE(plan.runCount(), std::int64_t(3));
        QVERIFY(plan.values(1)[0] == Value(std::string("0.5")));
        const std::string said = messageOf([] { planSweep(newSession("hierarchical_memory"), {"tau=0.1:1:0.1"}, 1, 3); });
        QVERIFY2(said.find("tau has an entry for each layer; list whole values with commas") != std::string::npos, said.c_str());
    }

    void wrongListsAreRefusedByPlace() {
        const ParamTable& table = about().params;
        Values values = table.defaults();
        const auto says = [&](const char* assignment) { return messageOf([&] { table.set(values, assignment); }); };
        const auto expect = [&](const char* assignment, const char* part) {
            const std::string said = says(assignment);
            QVERIFY2(said.find(part) != std::string::npos, (std::string(assignment) + " gave: " + said).c_str());
        };
        expect("tau=1/fast", "tau of layer 2=fast is not a number");
        expect("tau=1//2", "tau of layer 2");
        expect("tau=", "tau of layer 1");
        expect("tau=1/2/3/4/5/6", "6 entries, more than 5");
        expect("tau=1/-2", "tau of layer 2=-2 is out of range");
        expect("tau=1/nan", "finite");
        expect("lagrangians=tanh/tahn", "no value of lagrangians of layer 2 named tahn; did you mean tanh");
        expect("sizes=12/2.5", "sizes of layer 2=2.5 is not a whole number");
        QVERIFY(values == table.defaults());
        QVERIFY(!messageOf([&] { table.checked(table.at("tau"), true); }).empty());
    }

    void wrongInputIsRefusedInWords() {
        const auto says = [](const std::vector<std::string>& assignments) {
            return messageOf([&] { Player player(sessionWith(assignments)); });
        };
        QVERIFY(says({"stride=8", "kernel=7"}).find("stride=8 is longer than kernel=7") != std::string::npos);
        QVERIFY(says({"stride=2"}).find("no multiple of stride=2") != std::string::npos);
        QVERIFY(says({"layers=5"}).find("layers=5 needs parts=4") != std::string::npos);
        QVERIFY(says({"clamped=4"}).find("clamped=4 is no layer; there are 3") != std::string::npos);
        QVERIFY(says({"channels=2", "rules=9"}).find("rules=9 are more than 2 strokes can tell apart: at most 8") != std::string::npos);
        QVERIFY(says({"parts=8", "kernel=64"}).find("kernel") != std::string::npos);
        QVERIFY(says({"task=random", "sizes=4096"}).find("weights are too many") != std::string::npos);
        Session missing = sessionWith({"task=denoise"});
        missing.inputs.data = "/no/such/file.gz";
        QVERIFY(messageOf([&] { Player player(missing); }).find("/no/such/file.gz") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestHierarchicalMemory)
#include "test_hierarchical_memory.moc"
