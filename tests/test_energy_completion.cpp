// The Energy Transformer as an experiment: patches and masks, the gradient of the whole image model, training that goes on where it
// stopped, the weights that ship against their rivals, what is broken and what is refused.
#include <QtTest>

#include <chrono>
#include <cmath>
#include <filesystem>

#include "core/base/file.h"
#include "core/base/random.h"
#include "core/data/glyphs.h"
#include "core/data/idx.h"
#include "core/experiments/energy_transformer/draw.h"
#include "core/experiments/energy_transformer/published.h"
#include "core/sim/player.h"
#include "tests/refusal.h"
#include "tests/runs.h"
#include "tests/shared_data.h"

using namespace engram;
using namespace engram::energy_transformer;
using engram::test::last;
using engram::test::messageOf;
using engram::test::shared;
using engram::test::with;

namespace {

const Experiment& about() { return experiment("energy_transformer"); }

Session sessionWith(const std::vector<std::string>& assignments) { return test::sessionWith("energy_transformer", assignments); }
Player played(const Session& session, int most = 400) { return test::played(session, most); }

const State& stateOf(const Snapshot& s) { return *static_cast<const State*>(s.state.get()); }

const std::vector<std::string> kSmall = {"weights=trained", "tokens=16", "size=12", "width=12",     "heads=2",      "head_width=6",
                                         "memories=20",     "batch=8",   "depth=4", "pictures=200", "iterations=40"};

// Hidden error over many pictures with half of the patches hidden, and that of the rivals.
struct Contest {
    double own = 0, mean = 0, nearest = 0, oneStep = 0;
    std::vector<int> steps;
    std::vector<double> along;  // error after each of `steps`
};
Contest contest(const World& world, const Trained& trained, int depth, int pictures) {
    const int tokens = world.cut.tokens();
    Params half;
    half.depth = depth;
    Mask hidden;
    Contest c;
    const double beta = bestBeta(world, 7);
    for (int i = 0; i < pictures; ++i) {
        const Mask mask = maskOf(half, world.cut, 7, i);
        hidden.insert(hidden.end(), mask.begin(), mask.end());
        const Baselines rivals = baselines(world, world.heldOut(i), mask, beta);
        c.mean += hiddenError(rivals.mean, world.heldOut(i), mask) / pictures;
        c.nearest += hiddenError(rivals.nearest, world.heldOut(i), mask) / pictures;
        c.oneStep += hiddenError(rivals.oneStep, world.heldOut(i), mask) / pictures;
    }
    EnergyBlock block(trained.completer->shape.sizes);
    const auto truth = world.held.leftCols(Eigen::Index(pictures) * tokens);
    for (int t = 0; t <= 4 * depth; ++t) c.steps.push_back(t);
    c.steps.push_back(100);
    for (const Eigen::MatrixXf& guess : completed(*trained.completer, block, ruleOf(half), trained.weights, truth, hidden, c.steps))
        c.along.push_back(hiddenError(guess, truth, hidden));
    c.own = c.along[std::size_t(depth)];
    return c;
}

void judge(const Contest& c, int depth) {
    qInfo("PSNR %.2f dB; mean %.2f, nearest %.2f, one step %.2f", psnr(c.own), psnr(c.mean), psnr(c.nearest), psnr(c.oneStep));
    QVERIFY(psnr(c.own) >= psnr(std::min(c.mean, c.nearest)) + 3);
    QVERIFY(psnr(c.own) >= psnr(c.oneStep) + 2);  // the strongest of them, which knows all stored pictures by heart
    const auto best = std::min_element(c.along.begin(), c.along.end()) - c.along.begin();
    qInfo("best at step %d of %d", c.steps[std::size_t(best)], depth);
    QVERIFY(2 * c.steps[std::size_t(best)] >= depth && c.steps[std::size_t(best)] <= 2 * depth);
    QVERIFY(c.along.back() > c.own);  // far past the depth it is worse
}

}  // namespace

class TestEnergyCompletion : public QObject {
    Q_OBJECT

private slots:
    // The run a new user sees.
    void itCompletesAPicture() {
        const Player player = played(sessionWith({}));
        QVERIFY(player.settled());
        QCOMPARE(player.step(), 6);
        QCOMPARE(last(player, "rises"), 0.0);
        QVERIFY(last(player, "psnr") > player.trace().at(0, about().measure("psnr")) + 3);
        QVERIFY(last(player, "energy") < player.trace().at(0, about().measure("energy")));
        QCOMPARE(last(player, "energy"), last(player, "energy_attention") + last(player, "energy_memory"));
        QVERIFY(std::abs(last(player, "psnr") + 10 * std::log10(last(player, "mse_masked"))) < 1e-9);
    }

    void itBeatsItsRivalsOnGlyphs() {
        const Player player(sessionWith({}));
        const Snapshot moment = player.snapshot();
        const State& s = stateOf(moment);
        QCOMPARE(s.world->heldCount(), kHeldOut);
        judge(contest(*s.world, *s.trained, 6, kHeldOut), 6);
    }

    // Re-completion under the brush: the whole way anew, all measures with it.
    void theBrushHidesShowsAndCompletes() {
        Session session = sessionWith({"mask_style=brush"});
        Player player(session);
        QVERIFY(std::isnan(last(player, "mse_masked")) && std::isnan(last(player, "psnr")));
        const auto run = about().start(session.values, session.inputs);
        double fastest = 1e9;
        std::set<std::pair<int, int>> painted;  // small patches: the one under the pointer and those with their middle near it
        for (int i = 0; i < 20; ++i) {
            const double x = 4.0 * (i % 7) + 1, y = 4.0 * (2 + i / 7) + 1;
            for (int column = 0; column < 14; ++column)
                for (int row = 0; row < 14; ++row)
                    if (std::hypot(2 * column + 1 - x, 2 * row + 1 - y) < 2.5) painted.insert({column, row});
            const auto begin = std::chrono::steady_clock::now();
            run->poke({"completion", 0, x, y, 1.6, 1});
            fastest = std::min(fastest, std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count());
        }
        qInfo("completed in %.1f ms", fastest);
        QVERIFY(fastest < 30);
        QCOMPARE(hiddenCount(stateOf(run->snapshot())), int(painted.size()));
        QCOMPARE(stateOf(run->snapshot()).at(), 6);
        QVERIFY(run->trace().at(0, about().measure("psnr")) > 8);
        run->poke({"completion", 0, 1, 9, 1.6, 0});
        run->poke({"completion", 1, 1, 1, 1.6, 1});     // not the cue
        run->poke({"completion", 0, -3, 400, 1.6, 1});  // beside it
        QVERIFY(hiddenCount(stateOf(run->snapshot())) < int(painted.size()));
    }

    // What a brush completed at once can be played: from the masked picture to the same end, and then it is over.
    void whatTheBrushCompletedIsPlayedAnew() {
        for (const int steps : {0, 3, 6}) {
            Player player(sessionWith({}));
            player.goTo(steps);
            Session painted = player.session();
            painted.orders = {{steps, Poke{"completion", 0, 5, 9, 1.6, 1}}};
            QVERIFY(player.follow(painted));
            const double quality = last(player, "psnr");
            QCOMPARE(stateOf(player.snapshot()).at(), 6);
            QVERIFY(!player.settled());
            player.advance();
            QCOMPARE(stateOf(player.snapshot()).at(), 0);
            QVERIFY(last(player, "psnr") < quality - 3);
            for (int t = 1; t <= 6; ++t) {
                QVERIFY(!player.settled());
                player.advance();
                QCOMPARE(stateOf(player.snapshot()).at(), t);
            }
            QVERIFY(player.settled());
            QCOMPARE(last(player, "psnr"), quality);
            QCOMPARE(last(player, "rises"), 0.0);
            Player again(painted);  // and it is played the same way again
            again.goTo(player.step());
            QCOMPARE(again.trace().column(0), player.trace().column(0));
        }
    }

    void everythingOrNothingIsHidden() {
        const Player all = played(sessionWith({"mask=1"})), none = played(sessionWith({"mask=0"}));
        const auto words = [](const Player& player) {
            const Board board = about().draw(player.snapshot());
            return std::get<Tiles>(board.find("completion")->content).tiles[0].caption;
        };
        QVERIFY(words(all).find("everything is hidden") != std::string::npos);
        QVERIFY(std::isfinite(last(all, "psnr")));
        QVERIFY(words(none).find("paint to hide") != std::string::npos);
        QVERIFY(std::isnan(last(none, "psnr_nearest")));
        const Player corner = played(sessionWith({"mask=0.02", "picture=2"}));  // a black patch: its rivals have no error
        QVERIFY(last(corner, "psnr_nearest") > 0);
        const Board board = about().draw(none.snapshot());
        QVERIFY(std::holds_alternative<Absent>(board.find("quality")->content));
    }

    void patchesGoToAndFro() {
        Random random(5, 5);
        std::vector<float> pixels(20 * 20);
        for (float& pixel : pixels) pixel = float(random.uniform());
        const Cut cut{7, 3};
        const Picture back = pictureOf(cut, patchesOf(pixels.data(), 20, 20, cut));
        QCOMPARE(back.width, 21);
        for (int y = 0; y < 20; ++y)
            for (int x = 0; x < 20; ++x) QCOMPARE((*back.pixels)[std::size_t(y * 21 + x)], pixels[std::size_t(y * 20 + x)]);
        for (int i = 0; i < 21; ++i) QCOMPARE((*back.pixels)[std::size_t(20 * 21 + i)], 0.0f);
        QCOMPARE(cut.patchAt(20.9, 0), 6);
        QCOMPARE(cut.patchAt(21, 0), -1);
    }

    void masksHideWhatTheySay() {
        Params p;
        const Cut cut;
        for (const double share : {0.0, 0.25, 0.5, 1.0}) {
            p.mask = share, p.maskStyle = MaskStyle::Scatter;
            const Mask mask = maskOf(p, cut, 7, 3);
            QCOMPARE(std::count(mask.begin(), mask.end(), 1), std::lround(share * cut.tokens()));
        }
        p.maskStyle = MaskStyle::Half;
        const Mask half = maskOf(p, cut, 7, 3);
        QCOMPARE(std::count(half.begin(), half.end(), 1), 21);
        QVERIFY(half[48] && !half[0]);
    }

    // Of all tensors, against differences: encoder, decoder and block together.
    void theGradientOfTheWholeModel() {
        const Completer c = makeCompleter({9, 4, {12, 2, 6, 20}});
        Parameters<float> weights = drawnWeights(c, 3);
        EnergyBlock block(c.shape.sizes);
        BlockRule rule;
        rule.tokens = 9, rule.steps = 8, rule.alpha = 0.3f;
        Random random(5, 5);
        Eigen::MatrixXf patches(4, 9 * 6);
        for (float& pixel : patches.reshaped()) pixel = float(random.uniform());
        Mask hidden(54), counted(54);
        for (std::size_t i = 0; i < 54; ++i) hidden[i] = random.uniform() < 0.5, counted[i] = hidden[i] || random.uniform() < 0.2;
        const auto lossAt = [&](Parameters<float> at) { return learn(c, block, rule, {patches, hidden, counted}, at); };
        learn(c, block, rule, {patches, hidden, counted}, weights);
        for (const TensorPlace& place : c.layout->places()) {
            double apart = 0, size = 0;
            for (std::size_t k = 0; k < 6; ++k) {
                const std::size_t i = place.offset + k * 7919 % place.size();
                Parameters<float> up = weights, down = weights;
                up.values()[i] += 2e-3f, down.values()[i] -= 2e-3f;
                const double slope = (lossAt(up) - lossAt(down)) / 4e-3;
                apart = std::max(apart, std::abs(slope - double(weights.gradients()[i])));
                size = std::max(size, std::abs(slope));
            }
            QVERIFY2(apart < 5e-3 * size + 1e-4, (place.name + " " + std::to_string(apart) + " of " + std::to_string(size)).c_str());
        }
    }

    // What is saved on the way is all that going on needs: the same bits as without a stop.
    void trainingGoesOnWhereItStopped() {
        const Session session = sessionWith(kSmall);
        const Player whole = played(session);
        QVERIFY(whole.settled());
        QVERIFY(last(whole, "loss") < 0.95 * whole.trace().at(1, about().measure("loss")));
        Player half(session);
        half.advance(), half.advance();
        const std::filesystem::path file = std::filesystem::temp_directory_path() / "engram_half.safetensors";
        writeFile(file, about().learned(half.snapshot()));
        Session rest = session;
        rest.inputs.weights = file;
        const Player second = played(rest);
        QCOMPARE(second.step(), 2);
        QCOMPARE(last(second, "loss"), last(whole, "loss"));
        QCOMPARE(last(second, "psnr"), last(whole, "psnr"));
        // And finished weights are used as those that ship.
        writeFile(file, about().learned(whole.snapshot()));
        Session used = sessionWith({"size=12", "pictures=200", "depth=4"});
        used.inputs.weights = file;
        QCOMPARE(last(played(used), "psnr"), last(whole, "psnr"));
        Session more = session;  // nothing is left to train
        more.inputs.weights = file;
        QVERIFY(messageOf([&] { Player player(more); }).find("was finished") != std::string::npos);
        writeFile(file, about().learned(half.snapshot()));
        about().params.set(more.values, "batch=9");
        QVERIFY(messageOf([&] { Player player(more); }).find("was trained with batch 8, not 9") != std::string::npos);
        QVERIFY(!about().learned(Player(session).snapshot()).empty());
        std::filesystem::remove(file);
    }

    void aDivergingTrainingStops() {
        const Player player = played(sessionWith(with(kSmall, {"learning_rate=900"})));
        QVERIFY(player.settled());
        QVERIFY(std::isfinite(last(player, "psnr")));
        QVERIFY(about().draw(player.snapshot()).sentence.find("diverged") != std::string::npos);
    }

    void brokenModelsRiseAndBacktrackingDoesNot() {
        const std::vector<std::string> broken = {"weights=opposed", "vector_gamma=true", "past=60", "alpha=0.1"};
        QVERIFY(last(played(sessionWith(broken)), "rises") > 20);
        QCOMPARE(last(played(sessionWith({"weights=opposed", "past=60", "alpha=0.1"})), "rises"), 0.0);
        QCOMPARE(last(played(sessionWith(with(broken, {"backtracking=true"}))), "rises"), 0.0);
        for (const char* change :
             {"untied=true", "key_term=false", "activation=cubic", "activation=softmax", "self_attention=true", "beta_scale=4"}) {
            const Player player = played(sessionWith({change}));
            QVERIFY2(std::isfinite(last(player, "energy")), change);
        }
        QVERIFY(std::isfinite(last(played(sessionWith({"alpha=1000", "past=20"})), "energy")));
    }

    // A slider moved at the end completes anew: the same as a run that had the value from the start.
    void liveChangesCompleteAnew() {
        const Session session = sessionWith({});
        const auto run = about().start(session.values, session.inputs);
        for (int i = 0; i < 6; ++i) run->step();
        const Session other = sessionWith({"alpha=0.5"});
        run->set(other.values);
        QCOMPARE(run->trace().at(6, about().measure("energy")), last(played(other), "energy"));
    }

    void wrongInputIsRefusedInWords() {
        QVERIFY(messageOf([] { sessionWith({"tokens=50"}); }).find("49 and 64 are") != std::string::npos);
        const auto refusal = [](const std::vector<std::string>& assignments, const std::filesystem::path& data = {},
                                const std::filesystem::path& weights = {}) {
            Session session = sessionWith(assignments);
            session.inputs.data = data, session.inputs.weights = weights;
            return messageOf([&] { Player player(session); });
        };
        QVERIFY(refusal({"data=idx"}).find("--data FILE") != std::string::npos);
        QVERIFY(refusal({}, "somewhere").find("draws its own pictures") != std::string::npos);
        QVERIFY(refusal({"size=40"}).find("larger than the 28x28") != std::string::npos);
        QVERIFY(refusal({"weights=drawn", "size=30", "fit=refuse"}).find("do not divide pictures of 30x30") != std::string::npos);
        QCOMPARE(refusal({"weights=drawn", "size=30", "pictures=20"}), std::string());
        const std::filesystem::path file = std::filesystem::temp_directory_path() / "engram_bad.safetensors";
        writeFile(file, "nonsense");
        QVERIFY(!refusal({}, {}, file).empty());
        StoredTensors stored;
        writeFile(file, safetensorsBytes(stored));
        QVERIFY(refusal({}, {}, file).find("is no file of Energy Transformer weights") != std::string::npos);
        const Player small = played(sessionWith(kSmall), 1);
        stored = parseSafetensors(about().learned(small.snapshot()), "file");
        stored.tensors.erase("weights.hidden");
        writeFile(file, safetensorsBytes(stored));
        QVERIFY(refusal({"size=12"}, {}, file).find("weights.hidden is missing") != std::string::npos);
        stored.metadata["pixels"] = "13";
        writeFile(file, safetensorsBytes(stored));
        QVERIFY(refusal({"size=12"}, {}, file).find("no squares") != std::string::npos);
        stored.metadata["pixels"] = "9";
        stored.metadata["width"] = "4000";
        writeFile(file, safetensorsBytes(stored));
        QVERIFY(refusal({"size=12"}, {}, file).find("larger than any") != std::string::npos);
        std::filesystem::remove(file);
    }

    // The authors' colour model on a grey picture: what it makes of three equal channels, channel by channel.
    void publishedWeightsTakeGreyPictures() {
        PublishedTransformer p;
        p.width = 6, p.heads = 2, p.headWidth = 3, p.memoryCount = 5, p.patchSize = 12, p.tokens = 5;
        Random random(4, 0);
        const auto drawn = [&](int count) {
            std::vector<float> values(std::size_t(count), 0.f);
            for (float& v : values) v = float(random.normal());
            return values;
        };
        p.queries = drawn(36), p.keys = drawn(36), p.memories = drawn(30);
        p.encoder = drawn(72), p.encoderBias = drawn(6), p.decoder = drawn(72), p.decoderBias = drawn(12);
        p.gamma = 1.5f, p.delta = drawn(6), p.classToken = drawn(6), p.maskToken = drawn(6), p.positions = drawn(30);
        const Trained trained = trainedFrom(p, "w.npz");
        const Completer& c = *trained.completer;
        QCOMPARE(c.shape.tokens, 4);
        QCOMPARE(c.shape.pixels, 4);
        QVERIFY(trained.rule.selfAttention && trained.rule.steps == 12);
        QVERIFY(std::abs(trained.weights.tensor(c.block.keys).norm() - Eigen::Map<Eigen::VectorXf>(p.keys.data(), 36).norm()) < 1e-4f);

        constexpr double kMean[3] = {0.485, 0.456, 0.406}, kDeviation[3] = {0.229, 0.224, 0.225};
        const std::vector<float> grey = drawn(16);
        const Eigen::Map<const Eigen::MatrixXf> patches(grey.data(), 4, 4);
        const Eigen::MatrixXf tokens = embedded(c, trained.weights, patches, {0, 0, 1, 0});
        for (int t = 0; t < 4; ++t)
            for (int d = 0; d < 6; ++d) {
                double wanted = p.encoderBias[std::size_t(d)];
                for (int k = 0; k < 12; ++k)
                    wanted += (double(patches(k % 4, t)) - kMean[k / 4]) / kDeviation[k / 4] * double(p.encoder[std::size_t(k * 6 + d)]);
                if (t == 2) wanted = p.maskToken[std::size_t(d)];
                wanted += p.positions[std::size_t((t + 1) * 6 + d)];
                QVERIFY(std::abs(wanted - double(tokens(d, t))) < 1e-4);
            }
        const Eigen::MatrixXf made = decoded(c, trained.weights, tokens);
        const EnergyTransformer model = modelOf(trained.weights, c.block);
        const Matrix g = normalised(model, tokens.cast<Real>());
        for (int t = 0; t < 4; ++t)
            for (int i = 0; i < 4; ++i) {
                double wanted = 0;
                for (int channel = 0; channel < 3; ++channel) {
                    const int k = channel * 4 + i;
                    double out = p.decoderBias[std::size_t(k)];
                    for (int d = 0; d < 6; ++d) out += g(d, t) * double(p.decoder[std::size_t(d * 12 + k)]);
                    wanted += (out * kDeviation[channel] + kMean[channel]) / 3;
                }
                QVERIFY(std::abs(wanted - double(made(i, t))) < 1e-4);
            }
        const auto refused = [&](int patchSize, int count) {
            PublishedTransformer odd = p;
            odd.patchSize = patchSize, odd.tokens = count;
            return messageOf([&] { trainedFrom(odd, "w.npz"); });
        };
        QVERIFY(refused(12, 4).find("3 patches, which do not tile a square") != std::string::npos);
        QVERIFY(refused(10, 5).find("patches of 10 numbers") != std::string::npos);
    }

    void everyPanelDraws() {
        for (const std::vector<std::string>& assignments :
             {std::vector<std::string>{"past=10"}, {"mask=0"}, {"mask=1"}, {"heads=1", "weights=drawn"}}) {
            Player player = played(sessionWith(assignments));
            std::set<std::string> ids;
            for (const PanelInfo& panel : about().panels) ids.insert(panel.id);
            player.look(ids);
            const Board board = about().draw(player.snapshot());
            for (const PanelInfo& info : about().panels) QVERIFY2(board.find(info.id), info.id.c_str());
        }
    }
};

QTEST_GUILESS_MAIN(TestEnergyCompletion)
#include "test_energy_completion.moc"
