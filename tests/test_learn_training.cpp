// Optimisers against values computed by hand and against the golden training steps, schedules, clipping, averages, shuffling, and that
// small networks learn.
#include <QtTest>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <numbers>
#include <nlohmann/json.hpp>
#include <set>

#include "core/learn/layers.h"
#include "core/learn/trainer.h"
#include "tests/learn_examples.h"
#include "tests/refusal.h"

using namespace engram;
using namespace engram::test;
using nlohmann::json;

namespace {

// One weight that follows the given gradients from `start`, with a rate of 0.1.
template <class T>
double follow(const OptimiserLaw& law, double start, const std::vector<double>& gradients) {
    auto layout = std::make_shared<TensorLayout>();
    layout->add("w", 1, 1);
    Parameters<T> parameters(layout);
    parameters.values()[0] = T(start);
    Optimiser<T> optimiser(law);
    for (const double g : gradients) {
        parameters.gradients()[0] = T(g);
        optimiser.step(parameters, 0.1);
    }
    return double(parameters.values()[0]);
}

Eigen::MatrixXd matrixOf(const json& array) {
    Eigen::MatrixXd m(Eigen::Index(array.at("data").size()), Eigen::Index(array.at("data")[0].size()));
    for (Eigen::Index i = 0; i < m.rows(); ++i)
        for (Eigen::Index j = 0; j < m.cols(); ++j) m(i, j) = array.at("data")[std::size_t(i)][std::size_t(j)].get<double>();
    return m;
}

// The training of an SDM layer with a flat mask, as the golden cases define it: X_a addresses, X_v values, the k largest activations stay.
struct SdmTraining {
    const json& inputs;
    const json& params;
    Trainer<double> trainer;
    Tape<double> tape{};

    SdmTraining(const json& j, const OptimiserLaw& law, double rate)
        : inputs(j.at("inputs")),
          params(j.at("params")),
          trainer{{}, Optimiser<double>(law), {ScheduleKind::Constant, rate}, params["max_norm"].get<double>(), {}} {
        auto layout = std::make_shared<TensorLayout>();
        for (const char* name : {"X_a", "X_v"}) {
            const Eigen::MatrixXd m = matrixOf(inputs.at(name));
            layout->add(name, int(m.rows()), int(m.cols()));
        }
        trainer.parameters = Parameters<double>(layout);
        for (const int i : {0, 1}) trainer.parameters.tensor(i) = matrixOf(inputs.at(i == 0 ? "X_a" : "X_v"));
    }
    double step(const std::string& number) {
        Eigen::MatrixXd x = matrixOf(inputs.at("x" + number)).transpose().cwiseMax(0);
        x.colwise().normalize();
        Eigen::MatrixXd classes = Eigen::MatrixXd::Zero(trainer.parameters.tensor(1).rows(), x.cols());
        for (Eigen::Index q = 0; q < x.cols(); ++q) classes(inputs.at("y" + number).at("data")[std::size_t(q)].get<int>(), q) = 1;
        Eigen::MatrixXd mask;
        const double norm = trainer.step(tape, [&](Tape<double>& t, const WeightView<double>& w) {
            const Var a = t.apply(Function::Relu, t.product(w.on(t, 0), t.copy(x)));
            mask = t.value(a);
            for (Eigen::Index q = 0; q < mask.cols(); ++q) {
                std::vector<double> sorted(mask.col(q).begin(), mask.col(q).end());
                std::ranges::sort(sorted, std::greater());
                const double floor = sorted[params["k"].get<std::size_t>()];
                mask.col(q) = (mask.col(q).array() > floor).cast<double>();
            }
            return t.crossEntropy(t.product(w.on(t, 1), t.multiply(a, t.copy(mask))), t.copy(classes));
        }).gradientNorm;
        for (const int i : {0, 1}) trainer.parameters.tensor(i) = trainer.parameters.tensor(i).cwiseMax(0).eval();
        trainer.parameters.tensor(0).rowwise().normalize();
        return norm;
    }
};

double trainMlp(const std::vector<int>& widths, Function f, const Eigen::MatrixXf& x, const Eigen::MatrixXf& y, int steps, double rate) {
    auto layout = std::make_shared<TensorLayout>();
    const Mlp mlp = addMlp(*layout, "net", widths, f);
    Trainer<float> trainer{Parameters<float>(layout), Optimiser<float>(Adam{}), {ScheduleKind::Cosine, rate, 10, steps}, {}, {}};
    initialise(trainer.parameters, mlp, 3);
    Tape<float> tape;
    double loss = 0;
    for (int i = 0; i < steps; ++i)
        loss = trainer.step(tape, [&](Tape<float>& t, const WeightView<float>& w) {
            return t.mean(t.apply(Function::Square, t.subtract(record(t, w, mlp, t.copy(x)), t.copy(y))));
        }).loss;
    return loss;
}

}  // namespace

class TestLearnTraining : public QObject {
    Q_OBJECT

private slots:
    // Computed by hand from the formulas of torch.optim, two or three steps of rate 0.1.
    void optimisersFollowTheirFormulas() {
        struct Row { OptimiserLaw law; double expected; };
        const std::vector<double> g{1, 1, -2};
        const double adamTwo = 1 - 0.1 / (1 + 1e-8) - 0.1 / (1 + 1e-8);   // equal gradients: both moments are the gradient
        const double third = (0.9 * 0.19 - 0.2) / (1 - 0.729), square = (0.999 * 0.001999 + 0.004) / (1 - 0.997002999);
        const double decayed = ((1 - 0.1 / (1 + 1e-8 / 1.02)) * 1);
        const std::vector<Row> rows{
            {Sgd{}, 1 - 0.1 - 0.1 + 0.2},
            {Sgd{.momentum = 0.9}, 1 - 0.1 - 0.19 - 0.1 * (0.9 * 1.9 - 2)},
            {Sgd{.momentum = 0.9, .dampening = 0.5}, 1 - 0.1 - 0.1 * 1.4 - 0.1 * (0.9 * 1.4 - 1)},   // the first speed is not dampened
            {Sgd{.momentum = 0.9, .nesterov = true}, 1 - 0.19 - 0.1 * (1 + 0.9 * 1.9) - 0.1 * (-2 + 0.9 * (0.9 * 1.9 - 2))},
            {Adam{}, adamTwo - 0.1 * third / (std::sqrt(square) + 1e-8)},
        };
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QVERIFY2(std::abs(follow<double>(rows[i].law, 1, g) - rows[i].expected) < 1e-12, qPrintable(QString("row %1").arg(i)));
            QVERIFY2(std::abs(follow<float>(rows[i].law, 1, g) - rows[i].expected) < 1e-6, qPrintable(QString("row %1").arg(i)));
        }
        // Decay: in the gradient for SGD and Adam, by itself for AdamW.
        QVERIFY(std::abs(follow<double>(Sgd{.weightDecay = 0.5}, 2, {1}) - (2 - 0.1 * 2)) < 1e-12);
        QVERIFY(std::abs(follow<double>(Adam{.weightDecay = 0.02}, 1, {1}) - decayed) < 1e-12);
        QVERIFY(std::abs(follow<float>(Adam{.weightDecay = 0.5}, 1, {-0.25}) - (1 - 0.1)) < 1e-6);
        for (const double found : {follow<double>(AdamW{.weightDecay = 0.5}, 2, {1}), follow<float>(AdamW{.weightDecay = 0.5}, 2, {1})})
            QVERIFY(std::abs(found - (2 * (1 - 0.05) - 0.1)) < 1e-6);
    }

    void goldenStepsAreMade() {
        int cases = 0;
        for (const auto& entry : std::filesystem::directory_iterator(ENGRAM_ROOT "/tests/golden")) {
            if (entry.path().extension() != ".json") continue;
            const json j = json::parse(std::ifstream(entry.path()));
            if (!j.is_object() || j.value("kind", "") != "sdm_steps") continue;
            ++cases;
            const json& expected = j.at("expected");
            const std::pair<const char*, OptimiserLaw> laws[] = {
                {"sgd", Sgd{}}, {"sgdm", Sgd{.momentum = j["params"]["mu"].get<double>()}}, {"adam", Adam{}}};
            for (const auto& [name, law] : laws) {
                SdmTraining training(j, law, j["params"]["lr_" + std::string(name)].get<double>());
                for (const std::string number : {"1", "2"}) {
                    const double norm = training.step(number);
                    const json& norms = expected.at("norm_" + std::string(name));
                    QVERIFY(std::abs(norm - norms["data"][number == "1" ? 0 : 1].get<double>()) <= norms["atol_double"].get<double>());
                    for (const int i : {0, 1}) {
                        const json& want = expected.at((i == 0 ? "Xa_" : "Xv_") + std::string(name) + "_" + number);
                        const double off = (training.trainer.parameters.tensor(i) - matrixOf(want)).cwiseAbs().maxCoeff();
                        QVERIFY2(off <= want["atol_double"].get<double>(),
                                 qPrintable(QString("%1 %2: off by %3").arg(entry.path().c_str()).arg(name).arg(off)));
                    }
                }
            }
        }
        QCOMPARE(cases, 2);
    }

    void gradientsAreClippedTogether() {
        auto layout = std::make_shared<TensorLayout>();
        layout->add("a", 1, 1), layout->add("b", 2, 1);
        Parameters<float> parameters(layout);
        parameters.gradient(0) << 3;
        parameters.gradient(1) << 0, 4;
        QCOMPARE(gradientNorm(parameters), 5.0);
        QCOMPARE(clipGradients(parameters, 10), 5.0);
        QCOMPARE(parameters.gradient(1)(1), 4.0f);
        QCOMPARE(clipGradients(parameters, 1), 5.0);
        QVERIFY(std::abs(gradientNorm(parameters) - 1) < 1e-6);
        QVERIFY(std::abs(parameters.gradient(0)(0) - 0.6f) < 1e-6);
    }

    void schedulesRiseAndFall() {
        const Schedule constant{.rate = 2, .warmUp = 4};
        QCOMPARE(constant.at(0), 0.5);
        QCOMPARE(constant.at(3), 2.0);
        QCOMPARE(constant.at(1000), 2.0);
        const Schedule cosine{.kind = ScheduleKind::Cosine, .rate = 1, .warmUp = 10, .total = 110, .lowest = 0.2};
        QCOMPARE(cosine.at(9), 1.0);
        QCOMPARE(cosine.at(10), 1.0);
        QVERIFY(std::abs(cosine.at(60) - 0.6) < 1e-12);
        QVERIFY(std::abs(cosine.at(110) - 0.2) < 1e-12 && std::abs(cosine.at(500) - 0.2) < 1e-12);
        for (long i = 10; i < 110; ++i) QVERIFY(cosine.at(i + 1) < cosine.at(i));
        const Schedule step{.kind = ScheduleKind::Step, .rate = 1, .every = 3, .factor = 0.5};
        QCOMPARE(step.at(2), 1.0);
        QCOMPARE(step.at(3), 0.5);
        QCOMPARE(step.at(8), 0.25);
    }

    void averagesFollow() {
        auto layout = std::make_shared<TensorLayout>();
        layout->add("w", 1, 1);
        Parameters<double> parameters(layout);
        MovingAverage<double> average(0.5);
        double expected = parameters.values()[0] = 3;
        average.update(parameters);
        QCOMPARE(average.values()[0], 3.0);
        for (int n = 1; n < 30; ++n) {
            parameters.values()[0] = n % 5;
            average.update(parameters);
            const double keep = std::min(0.5, (1.0 + n) / (10.0 + n));
            expected = keep * expected + (1 - keep) * (n % 5);
            QVERIFY(std::abs(average.values()[0] - expected) < 1e-12);
        }
        QVERIFY(messageOf([] { MovingAverage<float>(1); }).find("decay") != std::string::npos);
    }

    void shufflesAreFunctionsOfTheSeed() {
        Shuffle shuffle(5, 103, 10), other(5, 103, 10);
        QCOMPARE(shuffle.batchCount(), 11);
        std::vector<std::vector<int>> epochs(3);
        for (long epoch = 0; epoch < 3; ++epoch)
            for (int i = 0; i < 11; ++i) {
                const auto batch = shuffle.batch(epoch, i);
                QCOMPARE(int(batch.size()), i < 10 ? 10 : 3);
                epochs[std::size_t(epoch)].insert(epochs[std::size_t(epoch)].end(), batch.begin(), batch.end());
            }
        for (const auto& order : epochs) QCOMPARE(std::set<int>(order.begin(), order.end()).size(), std::size_t(103));
        QVERIFY(epochs[0] != epochs[1] && epochs[1] != epochs[2]);
        for (const long step : {25L, 3L, 31L, 0L}) {   // in any order
            const auto batch = other.batch(step);
            const auto& order = epochs[std::size_t(step / 11)];
            QVERIFY(std::equal(batch.begin(), batch.end(), order.begin() + step % 11 * 10));
        }
        QVERIFY(!std::ranges::equal(Shuffle(6, 103, 103).batch(0), epochs[0]));
    }

    void initialWeightsHaveTheirVariance() {
        TensorLayout described;
        const Dense he = addDense(described, "he", 300, 200), glorot = addDense(described, "glorot", 300, 200, {}, Init::Glorot);
        const auto layout = std::make_shared<TensorLayout>(described);
        Parameters<double> parameters(layout), again(layout);
        for (const Dense& layer : {he, glorot}) initialise(parameters, layer, 1), initialise(again, layer, 1);
        QVERIFY(parameters.values() == again.values());
        QVERIFY(std::abs(parameters.tensor(he.weight).squaredNorm() / 60000 * 300 / 2 - 1) < 0.03);
        QVERIFY(std::abs(parameters.tensor(glorot.weight).squaredNorm() / 60000 * 500 / 2 - 1) < 0.03);
        QVERIFY(parameters.tensor(he.bias).isZero() && parameters.tensor(he.weight).row(0) != parameters.tensor(glorot.weight).row(0));
        QCOMPARE(messageOf([&] { described.find("he.wieght"); }), std::string("no tensor named he.wieght; did you mean he.weight"));
        QVERIFY(messageOf([&] { addDense(described, "he", 1, 1); }).find("two tensors named he.weight") != std::string::npos);
    }

    void smallNetworksLearn() {
        Eigen::MatrixXf corners(2, 4), parity(1, 4);
        corners << 0, 0, 1, 1, 0, 1, 0, 1;
        parity << 0, 1, 1, 0;
        const double loss = trainMlp({2, 8, 1}, Function::Tanh, corners, parity, 400, 0.05);
        QVERIFY2(loss < 1e-3, qPrintable(QString::number(loss)));

        const Eigen::MatrixXf x = entries<float>(2, 256, -1, 1, 5);
        const Eigen::MatrixXf y = (3 * x.row(0).array()).sin() * (2 * x.row(1).array()).cos();
        const double surface = trainMlp({2, 32, 32, 1}, Function::Silu, x, y, 800, 0.01);
        QVERIFY2(surface < 1e-3, qPrintable(QString::number(surface)));
    }

    void fourierFeaturesAreWavesOfTheirFrequencies() {
        const auto features = makeFourierFeatures<float>(3, 16, 2, 9);
        const Eigen::MatrixXf x = entries<float>(3, 5, -1, 1, 1);
        Tape<float> tape;
        const Eigen::MatrixXf y = tape.value(record(tape, features, tape.copy(x))), angles = features.frequencies * x;
        QVERIFY((y.topRows(16).array() - angles.array().sin()).abs().maxCoeff() < 1e-5f);
        QVERIFY((y.bottomRows(16).array() - angles.array().cos()).abs().maxCoeff() < 1e-5f);
    }

    // Put together again from its parts, a training goes on as if nothing had happened.
    void trainingsResume() {
        auto layout = std::make_shared<TensorLayout>();
        const Mlp mlp = addMlp(*layout, "net", {3, 16, 2}, Function::Silu);
        const Eigen::MatrixXf x = entries<float>(3, 50, -1, 1, 1);
        const auto loss = [&](Tape<float>& t, const WeightView<float>& w) {
            return t.mean(t.apply(Function::Square, record(t, w, mlp, t.copy(x))));
        };
        Trainer<float> trainer{Parameters<float>(layout), Optimiser<float>(Adam{}), {}, {}, MovingAverage<float>(0.9)};
        initialise(trainer.parameters, mlp, 1);
        Tape<float> tape;
        for (int i = 0; i < 5; ++i) trainer.step(tape, loss);
        Trainer<float> copy = trainer;
        const auto& o = trainer.optimiser;
        Trainer<float> resumed{trainer.parameters, Optimiser<float>(o.law(), o.stepCount(), o.first(), o.second()), {}, {},
                               MovingAverage<float>(0.9, trainer.average->updateCount(), trainer.average->values())};
        Tape<float> fresh;
        for (int i = 0; i < 5; ++i) trainer.step(tape, loss), copy.step(tape, loss), resumed.step(fresh, loss);
        for (const auto* other : {&copy, &resumed}) {
            QVERIFY(other->parameters.values() == trainer.parameters.values());
            QVERIFY(other->average->values() == trainer.average->values());
        }
    }

    void aDivergedStepChangesNothing() {
        auto layout = std::make_shared<TensorLayout>();
        layout->add("w", 1, 1);
        Trainer<float> trainer{Parameters<float>(layout), Optimiser<float>(Adam{}), {}, 1.0, {}};
        trainer.parameters.values()[0] = 1;
        Tape<float> tape;
        const auto with = [&](float factor) {
            return trainer.step(
                tape, [&](Tape<float>& t, const WeightView<float>& w) { return t.apply(Function::Sqrt, t.scale(w.on(t, 0), factor)); });
        };
        QVERIFY(with(-1).diverged);                       // the loss is not a number
        QVERIFY(with(0).diverged);                        // the loss is 0, its gradient infinite times 0
        QCOMPARE(trainer.parameters.values()[0], 1.0f);
        QCOMPARE(trainer.optimiser.stepCount(), 0L);
        QVERIFY(!with(1).diverged);
        QVERIFY(trainer.parameters.values()[0] < 1 && trainer.optimiser.stepCount() == 1);
    }

    void slicesGiveWhatTheWholeGives() {
        auto layout = std::make_shared<TensorLayout>();
        const Mlp mlp = addMlp(*layout, "net", {2, 24, 2}, Function::Silu);
        Parameters<double> whole(layout);
        initialise(whole, mlp, 1);
        Parameters<double> cut = whole;
        const Eigen::MatrixXd x = entries<double>(2, 2600, -1, 1, 1);
        const auto squares = [&](Tape<double>& t, const WeightView<double>& w, int first, int count) {
            return t.mean(t.apply(Function::Square, t.scale(record(t, w, mlp, t.copy(x.middleCols(first, count))), std::sqrt(count))));
        };
        Tape<double> tape;
        const Var loss = squares(tape, whole.trained(), 0, 2600);
        tape.backward(loss);
        Slices<double> slices(100);
        QVERIFY(std::abs(slices.run(cut, 2600, squares) / tape.scalar(loss) - 1) < 1e-12);
        for (const TensorPlace& place : layout->places()) {
            const int number = layout->find(place.name);
            QVERIFY((cut.gradient(number) - whole.gradient(number)).norm() < 1e-12 * whole.gradient(number).norm());
        }
        Eigen::MatrixXd y(2, 2600);
        slices.evaluate(x, y, [&](Tape<double>& t, Var in) { return record(t, whole.fixed(), mlp, in); });
        tape.clear();
        QVERIFY((y - tape.value(record(tape, whole.fixed(), mlp, tape.copy(x)))).norm() < 1e-12);
    }
};

QTEST_GUILESS_MAIN(TestLearnTraining)
#include "test_learn_training.moc"
