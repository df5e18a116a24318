// The tape: every operation against central differences in double, floats against doubles on every instruction set, shapes, the same bits
// on any number of threads, no allocation once warm.
#include <QtTest>

#include <cmath>
#include <cstring>
#include <limits>
#include <set>

#include "core/base/parallel.h"
#include "core/compute/isa.h"
#include "core/learn/layers.h"
#include "core/learn/trainer.h"
#include "tests/counted_allocations.h"
#include "tests/learn_examples.h"
#include "tests/refusal.h"

using namespace engram;
using namespace engram::test;

namespace {

constexpr double kDifference = 1e-5;            // of inputs of size 1: error about 1e-10 from the cut, 1e-11 from rounding
constexpr double kGradientTolerance = 1e-7;
constexpr double kFloatTolerance = 3e-5;        // of sums of up to 37 terms, divided by as little as 0.3
constexpr double kFunctionTolerance = 1e-6;

// An example with its inputs, and a number made of its result: the sum of all entries by weights that do not repeat.
template <class T>
struct Prepared {
    using Matrix = typename Tape<T>::Matrix;
    const TapeExample<T>& example;
    std::vector<Matrix> inputs;
    Tape<T> tape;
    std::vector<Var> vars;
    Var result;

    Prepared(const TapeExample<T>& e, const std::string& isa = {}) : example(e), tape(isa) {
        for (std::size_t i = 0; i < e.inputs.size(); ++i)
            inputs.push_back(entries<double>(e.inputs[i].rows, e.inputs[i].cols, e.low, e.high, 10 + i).template cast<T>());
    }
    Matrix seed() const { return entries<double>(tape.rows(result), tape.cols(result), -1, 1, 99).template cast<T>(); }
    double number() {
        tape.clear();
        vars.clear();
        for (const Matrix& input : inputs) vars.push_back(tape.input(input));
        result = example.record(tape, vars);
        return double((tape.value(result).array() * seed().array()).sum());
    }
    std::vector<Eigen::MatrixXd> gradients() {
        number();
        tape.backward(result, seed());
        std::vector<Eigen::MatrixXd> all;
        for (const Var input : vars) all.push_back(tape.gradient(input).template cast<double>());
        return all;
    }
};

double error(const Eigen::MatrixXd& found, const Eigen::MatrixXd& expected) {
    if (!found.allFinite() || !expected.allFinite()) return 1e9;
    return (found - expected).cwiseAbs().maxCoeff() / (1 + expected.cwiseAbs().maxCoeff());
}

#define COMPARE_WITHIN(found, expected, tolerance, what)                                                              \
    do {                                                                                                              \
        const double off = error(found, expected);                                                                    \
        if (!(off <= (tolerance))) QFAIL(qPrintable(QString::fromStdString(what) + QString(": off by %1").arg(off))); \
    } while (false)

struct Network {
    std::shared_ptr<TensorLayout> layout = std::make_shared<TensorLayout>();
    Mlp mlp;
    explicit Network(const std::vector<int>& widths, Function f = Function::Silu) { mlp = addMlp(*layout, "net", widths, f); }
    Parameters<float> start() const {
        Parameters<float> parameters(layout);
        initialise(parameters, mlp, 7);
        return parameters;
    }
};

// Weights after some steps towards random targets, and the gradients of the last.
std::vector<float> trained(const Network& network, int samples, int steps) {
    const auto& places = network.layout->places();
    const Eigen::MatrixXf x = entries<float>(places.front().cols, samples, -1, 1, 1),
                          y = entries<float>(places.back().rows, samples, -1, 1, 2);
    Trainer<float> trainer{network.start(), Optimiser<float>(Adam{}), {}, 1.0, MovingAverage<float>(0.9)};
    Tape<float> tape;
    Slices<float> slices;
    const auto squares = [&](Tape<float>& t, const WeightView<float>& w, int first, int count) {
        const Var off = t.subtract(record(t, w, network.mlp, t.copy(x.middleCols(first, count))), t.copy(y.middleCols(first, count)));
        return t.scale(t.sum(t.apply(Function::Square, off)), 1 / float(samples));
    };
    for (int i = 0; i < steps; ++i) {
        trainer.step(tape, [&](Tape<float>& t, const WeightView<float>& w) { return squares(t, w, 0, samples); });
        trainer.step(slices, samples, squares);
    }
    std::vector<float> all;
    for (const Numbers<float>& part : {trainer.parameters.values(), trainer.parameters.gradients(), trainer.average->values()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

}  // namespace

class TestLearn : public QObject {
    Q_OBJECT

    void isaRows() {
        QTest::addColumn<QString>("isa");
        for (const std::string& name : knownIsas()) QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
#define ISA_OR_SKIP()                                                                                              \
    QFETCH(QString, isa);                                                                                          \
    const auto here = machineIsas();                                                                               \
    if (std::ranges::find(here, isa.toStdString()) == here.end()) QSKIP(qPrintable("this machine does not have " + isa));

private slots:
    void everyOperationHasARuleAndAnExample() {
        std::set<Op> seen;
        for (const auto& example : tapeExamples<double>()) seen.insert(example.op);
        for (int i = 0; i < kOpCount; ++i) {
            const Rule<double>& rule = ruleOf<double>(Op(i));
            QVERIFY2(rule.name && rule.op == Op(i) && (rule.value || Op(i) == Op::Leaf), qPrintable(QString("operation %1").arg(i)));
            QVERIFY2(seen.contains(Op(i)), rule.name);
        }
        QCOMPARE(int(functions().size()), kFunctionCount);
        for (int i = 0; i < kFunctionCount; ++i) QCOMPARE(int(functions()[std::size_t(i)].function), i);
    }

    void gradientsAreThoseOfCentralDifferences() {
        for (const auto& example : tapeExamples<double>()) {
            Prepared<double> prepared(example);
            const auto gradients = prepared.gradients();
            for (std::size_t k = 0; k < gradients.size(); ++k) {
                Eigen::MatrixXd differences(gradients[k].rows(), gradients[k].cols());
                for (Eigen::Index i = 0; i < differences.size(); ++i) {
                    double& entry = prepared.inputs[k].data()[i];
                    const double at = entry;
                    const auto numberAt = [&](double x) { return entry = x, prepared.number(); };
                    differences.data()[i] = (numberAt(at + kDifference) - numberAt(at - kDifference)) / (2 * kDifference);
                    entry = at;
                }
                COMPARE_WITHIN(gradients[k], differences, kGradientTolerance, example.name + ", input " + std::to_string(k));
            }
        }
    }

    void floatsAgreeWithDoubles_data() { isaRows(); }
    void floatsAgreeWithDoubles() {
        ISA_OR_SKIP();
        const auto doubles = tapeExamples<double>();
        const auto floats = tapeExamples<float>();
        for (std::size_t e = 0; e < floats.size(); ++e) {
            Prepared<float> found(floats[e], isa.toStdString());
            Prepared<double> expected(doubles[e]);
            const auto gradients = found.gradients(), exact = expected.gradients();
            COMPARE_WITHIN(found.tape.value(found.result).cast<double>(), expected.tape.value(expected.result), kFloatTolerance,
                           floats[e].name);
            for (std::size_t k = 0; k < exact.size(); ++k) COMPARE_WITHIN(gradients[k], exact[k], kFloatTolerance, floats[e].name);
        }
    }

    // Of sizes that fill panels and tiles, and that leave rests of every kind.
    void productsOfAllSizesAreRight_data() { isaRows(); }
    void productsOfAllSizesAreRight() {
        ISA_OR_SKIP();
        Tape<float> tape(isa.toStdString());
        for (const int rows : {1, 31, 64, 150})
            for (const int depth : {1, 33, 450})
                for (const int cols : {1, 25, 500})
                    for (const bool flipA : {false, true})
                        for (const bool flipB : {false, true}) {
                            tape.clear();
                            const Eigen::MatrixXf a = entries<float>(rows, depth, -1, 1, 1), b = entries<float>(depth, cols, -1, 1, 2);
                            const Var x = tape.input(flipA ? Eigen::MatrixXf(a.transpose()) : a),
                                      y = tape.input(flipB ? Eigen::MatrixXf(b.transpose()) : b);
                            const Eigen::MatrixXd exact = a.cast<double>() * b.cast<double>();
                            COMPARE_WITHIN(tape.value(tape.product(x, y, flipA, flipB)).cast<double>(), exact, 1e-5,
                                           std::to_string(rows) + " " + std::to_string(cols));
                        }
    }

    void functionsAreAccurateAndSafe_data() { isaRows(); }
    void functionsAreAccurateAndSafe() {
        ISA_OR_SKIP();
        const Kernels& k = kernelsFor(isa.toStdString());
        const float infinite = std::numeric_limits<float>::infinity(), none = std::numeric_limits<float>::quiet_NaN();
        std::vector<float> x{0,    -0.0f, 1e-30f, -1e-30f, 1e-40f, 88,       90,        -88, -104,
                             1e4f, -1e4f, 3e5f,   1e30f,   -1e30f, infinite, -infinite, none};
        for (int i = 0; i < 4001; ++i) x.push_back(float(i - 2000) * 0.0417f);
        const int count = int(x.size());
        std::vector<float> y(x.size()), one(x.size(), 1), slope(x.size());
        for (const FunctionEntry& entry : functions()) {
            k.apply(entry.function, x.data(), count, y.data());
            k.applyBack(entry.function, x.data(), y.data(), one.data(), count, false, slope.data());
            for (std::size_t i = 0; i < x.size(); ++i) {
                const double value = entry.value(x[i]), exact = float(value);   // beyond the largest float, infinite
                const auto what = QString("%1 of %2 is %3").arg(entry.name).arg(double(x[i])).arg(double(y[i]));
                if (std::isnan(exact)) {
                    if (!(entry.function == Function::Silu && std::isinf(x[i]))) QVERIFY2(std::isnan(y[i]), qPrintable(what));
                    continue;
                }
                const bool right =
                    std::isinf(exact) ? y[i] == float(exact) : std::abs(y[i] - exact) <= kFunctionTolerance * (1 + std::abs(exact));
                QVERIFY2(right, qPrintable(what));
                const double exactSlope = float(entry.slope(x[i], double(y[i])));
                if (!std::isfinite(exactSlope) || std::abs(exactSlope) > 1e30) continue;
                QVERIFY2(std::abs(slope[i] - exactSlope) <= 2 * kFunctionTolerance * (1 + std::abs(exactSlope)),
                         qPrintable(QString("slope of %1 at %2 is %3").arg(entry.name).arg(double(x[i])).arg(double(slope[i]))));
            }
        }
        QVERIFY(messageOf([] { functionNamed("tahn"); }).find("did you mean tanh") != std::string::npos);
    }

    void softmaxIsSafe() {
        const float infinite = std::numeric_limits<float>::infinity();
        Eigen::MatrixXf x(3, 3);
        x << 1e30f, -infinite, -infinite, 0, 2, -infinite, -1e30f, 2, -infinite;   // huge; one masked; all masked
        Tape<float> tape;
        const Var in = tape.input(x), weights = tape.softmax(in), potential = tape.logSumExp(in);
        Eigen::MatrixXf expected(3, 3);
        expected << 1, 0, 0, 0, 0.5f, 0, 0, 0.5f, 0;
        QVERIFY(tape.value(weights) == expected);
        QCOMPARE(tape.value(potential)(0, 0), 1e30f);
        QVERIFY(std::abs(tape.value(potential)(0, 1) - 2 - std::log(2.0f)) < 1e-6f);
        QVERIFY(tape.value(potential)(0, 2) == -infinite);
        tape.backward(tape.sum(weights));
        QVERIFY(tape.gradient(in).allFinite());
    }

    // Rows of the Jacobian, one after the other, of the same record: a divergence in the plane needs two.
    void seedsGiveRowsOfTheJacobian() {
        Tape<double> tape;
        const Eigen::MatrixXd x = entries<double>(2, 6, -1, 1, 3), a = entries<double>(2, 2, -1, 1, 4);
        Eigen::MatrixXd weightGradient = Eigen::MatrixXd::Zero(2, 2);
        const Var in = tape.input(x), w = tape.parameter(a.data(), weightGradient.data(), 2, 2);
        const Var y = tape.apply(Function::Tanh, tape.product(w, in));
        for (int i = 0; i < 2; ++i) {
            Eigen::MatrixXd seed = Eigen::MatrixXd::Zero(2, 6);
            seed.row(i).setOnes();
            tape.backward(y, seed);
            for (int q = 0; q < 6; ++q) {
                const double slope = 1 - std::pow(tape.value(y)(i, q), 2);
                QVERIFY((tape.gradient(in).col(q) - slope * a.row(i).transpose()).norm() < 1e-14);
            }
        }
        QVERIFY(weightGradient.norm() > 0);
        QVERIFY(messageOf([&] { tape.gradient(tape.detach(in)); }).find("no gradient") != std::string::npos);
    }

    void shapesAreChecked() {
        Tape<float> tape;
        const Var wide = tape.input(Eigen::MatrixXf::Ones(2, 3)), tall = tape.input(Eigen::MatrixXf::Ones(3, 2)), constant = tape.number(1);
        const auto refuses = [](const std::function<void()>& action, const std::string& part) {
            const std::string message = messageOf(action);
            if (message.find(part) == std::string::npos) qWarning("\"%s\" lacks \"%s\"", message.c_str(), part.c_str());
            return message.find(part) != std::string::npos;
        };
        QVERIFY(refuses([&] { tape.product(wide, wide); }, "a product of 2 x 3 with 2 x 3"));
        QVERIFY(refuses([&] { tape.product(wide, tall, true); }, "2 x 3 transposed with 3 x 2"));
        QVERIFY(refuses([&] { tape.linear(wide, tall, wide); }, "a weight of 2 x 3 and a bias of 2 x 3"));
        QVERIFY(refuses([&] { tape.add(wide, tall); }, "cannot add 2 x 3 and 3 x 2"));
        QVERIFY(refuses([&] { tape.divide(tape.number(1), wide); }, "cannot divide 1 x 1 and 2 x 3"));
        const int columns[] = {3};
        QVERIFY(refuses([&] { tape.gatherColumns(wide, columns); }, "no column 3 in 2 x 3"));
        QVERIFY(refuses([&] { tape.sliceRows(wide, 1, 2); }, "no 2 rows from row 1 in 2 x 3"));
        QVERIFY(refuses([&] { tape.stackRows(wide, tall); }, "cannot stack 2 x 3 on 3 x 2"));
        QVERIFY(refuses([&] { tape.softmax(wide, 0); }, "beta of a softmax"));
        QVERIFY(refuses([&] { tape.backward(wide); }, "cannot flow back from 2 x 3"));
        QVERIFY(refuses([&] { tape.backward(constant); }, "wants a gradient"));
        QVERIFY(refuses([&] { tape.scalar(wide); }, "2 x 3 is not a number"));
        QVERIFY(refuses([&] { tape.input(Eigen::MatrixXf(0, 3)); }, "0 x 3 cannot be recorded"));
        tape.clear();
        QVERIFY(refuses([&] { tape.sum(wide); }, "not on this tape"));
    }

    void threadsDoNotChangeABit() {
        const Network network({20, 128, 96, 3});
        limitThreads(1);
        const auto alone = trained(network, 700, 3);
        limitThreads(2);
        const auto together = trained(network, 700, 3);
        limitThreads(0);
        QCOMPARE(alone.size(), together.size());
        QVERIFY(std::memcmp(alone.data(), together.data(), alone.size() * sizeof(float)) == 0);
    }

    void warmStepsDoNotAllocate() {
        const Network network({20, 64, 64, 5});
        Trainer<float> trainer{
            network.start(), Optimiser<float>(AdamW{}), {ScheduleKind::Cosine, 1e-3, 5, 100}, 1.0, MovingAverage<float>()};
        const Eigen::MatrixXf x = entries<float>(20, 300, -1, 1, 1);
        Eigen::MatrixXf grid = entries<float>(20, 3000, -1, 1, 2), result(5, 3000);
        Tape<float> tape;
        Slices<float> slices(64);
        const int some[] = {3, 1, 2, 0};
        const auto step = [&] {
            trainer.step(tape, [&](Tape<float>& t, const WeightView<float>& w) {
                const Var y = record(t, w, network.mlp, t.input(x));
                const Var weights = t.softmaxRows(t.standardise(y)), norm = t.logSumExp(t.gatherColumns(y, some));
                return t.add(t.mean(t.multiply(weights, y)), t.mean(norm));
            });
            trainer.step(slices, 300, [&](Tape<float>& t, const WeightView<float>& w, int first, int count) {
                return t.sum(t.apply(Function::Square, record(t, w, network.mlp, t.constant(x.col(first).data(), 20, count))));
            });
            slices.evaluate(grid, result,
                            [&](Tape<float>& t, Var in) { return record(t, trainer.average->weights(*network.layout), network.mlp, in); });
        };
        for (const int threads : {1, 2}) {
            limitThreads(threads);
            step(), step();
            const long before = allocations;
            step();
            QCOMPARE(allocations - before, 0L);
        }
        limitThreads(0);
        const long before = allocations;
        Tape<float> other;
        other.input(x);
        QVERIFY(allocations > before);   // they are counted
    }
};

QTEST_GUILESS_MAIN(TestLearn)
#include "test_learn.moc"
