// Minutes of training, so it is labelled slow: an Energy Transformer learns the digits of MNIST from scratch and completes digits that it
// has never seen, better than looking them up, and so that a nearest neighbour still tells what they are.
#include <QtTest>

#include <chrono>
#include <cmath>

#include "core/data/idx.h"
#include "core/experiments/energy_transformer/draw.h"
#include "tests/shared_data.h"

using namespace engram;
using namespace engram::energy_transformer;
using engram::test::shared;

namespace {

constexpr int kStored = 60000, kTested = 500, kIterations = 14000, kReported = 1000;
constexpr double kMostSecs = 900;  // a slow machine gets less far in them, and is asked for less

Eigen::MatrixXf patchesOfAll(const ImageSet& set, const Cut& cut) {
    Eigen::MatrixXf patches(cut.pixels(), Eigen::Index(set.count) * cut.tokens());
    for (int i = 0; i < set.count; ++i)
        patches.middleCols(Eigen::Index(i) * cut.tokens(), cut.tokens()) = patchesOf(set.pixels.data() + std::size_t(i) * 784, 28, 28, cut);
    return patches;
}

}  // namespace

class TestSlowDigits : public QObject {
    Q_OBJECT

private slots:
    void unseenDigitsAreCompleted() {
        const auto images = shared("data/mnist/train-images-idx3-ubyte.gz"), tested = shared("data/mnist/t10k-images-idx3-ubyte.gz");
        if (!std::filesystem::exists(images) || !std::filesystem::exists(tested)) QSKIP("MNIST is not here");
        Params p;
        World world;
        world.cut = {14, 2};
        world.stored = patchesOfAll(loadIdxImages(images, kStored), world.cut);
        world.held = patchesOfAll(loadIdxImages(tested, kTested), world.cut);
        world.mean = Eigen::MatrixXf::Zero(world.cut.pixels(), world.cut.tokens());
        for (int i = 0; i < kStored; ++i)
            world.mean += world.stored.middleCols(Eigen::Index(i) * world.cut.tokens(), world.cut.tokens()) / float(kStored);
        const std::vector<int> labels = loadIdxLabels(shared("data/mnist/train-labels-idx1-ubyte.gz"), kStored),
                               truth = loadIdxLabels(shared("data/mnist/t10k-labels-idx1-ubyte.gz"), kTested);

        TrainingOptions options;
        options.iterations = kIterations;
        options.rule = ruleOf(p);
        const auto completer = std::make_shared<const Completer>(makeCompleter({world.cut.tokens(), world.cut.pixels(), sizesOf(p)}));
        Training training(options, completer);
        const auto begin = std::chrono::steady_clock::now();
        double secs = 0;
        while (!training.finished() && secs < kMostSecs) {
            training.train(world, kReported);
            secs = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
            qInfo("%ld iterations, loss %.4f, %.0f s", training.iteration(), training.loss(), secs);
        }
        QVERIFY(!training.diverged());

        const double beta = bestBeta(world, 7);
        Mask hidden;
        double mean = 0, nearest = 0, oneStep = 0;
        for (int i = 0; i < kTested; ++i) {
            const Mask mask = maskOf(p, world.cut, 7, i);
            hidden.insert(hidden.end(), mask.begin(), mask.end());
            const Baselines rivals = baselines(world, world.heldOut(i), mask, beta);
            mean += hiddenError(rivals.mean, world.heldOut(i), mask) / kTested;
            nearest += hiddenError(rivals.nearest, world.heldOut(i), mask) / kTested;
            oneStep += hiddenError(rivals.oneStep, world.heldOut(i), mask) / kTested;
        }
        EnergyBlock block(completer->shape.sizes);
        std::vector<int> steps;
        for (int t = 0; t <= 4 * p.depth; ++t) steps.push_back(t);
        const auto guesses = completed(*completer, block, ruleOf(p), training.weights(), world.held, hidden, steps);
        std::vector<double> along;
        for (const Eigen::MatrixXf& guess : guesses) along.push_back(hiddenError(guess, world.held, hidden));
        const double own = along[std::size_t(p.depth)];
        const auto best = std::min_element(along.begin(), along.end()) - along.begin();
        qInfo("PSNR %.2f dB, best at step %d of %d; mean %.2f, nearest %.2f, one step %.2f", psnr(own), int(best), p.depth, psnr(mean),
              psnr(nearest), psnr(oneStep));

        const Eigen::Map<const Eigen::MatrixXf> stored(world.stored.data(), 784, kStored);
        const auto right = [&](Eigen::MatrixXf pictures) {
            const Eigen::Map<const Eigen::MatrixXf> all(pictures.data(), 784, kTested);
            const Eigen::VectorXf halves = 0.5f * stored.colwise().squaredNorm().transpose();
            int count = 0;
            for (int i = 0; i < kTested; ++i) {
                Eigen::Index k = 0;
                (halves - stored.transpose() * all.col(i)).minCoeff(&k);
                count += labels[std::size_t(k)] == truth[std::size_t(i)];
            }
            return 100.0 * count / kTested;
        };
        Eigen::MatrixXf completion = guesses[std::size_t(p.depth)].cwiseMax(0).cwiseMin(1);
        for (Eigen::Index t = 0; t < completion.cols(); ++t)
            if (!hidden[std::size_t(t)]) completion.col(t) = world.held.col(t);
        const double before = right(world.held), after = right(completion);
        qInfo("nearest neighbour right: originals %.1f %%, completions %.1f %%", before, after);
        QVERIFY(2 * best >= p.depth && best <= 2 * p.depth);
        QVERIFY(after >= before - 10);
        QVERIFY(psnr(own) >= psnr(std::min(mean, nearest)) + 1);
        if (training.finished()) QVERIFY(psnr(own) >= psnr(std::min({mean, nearest, oneStep})) + 2);
    }
};

QTEST_GUILESS_MAIN(TestSlowDigits)
#include "test_slow_digits.moc"
