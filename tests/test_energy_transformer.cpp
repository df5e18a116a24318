// What theory says of energy transformers: gradients and Hessians against differences, which steps may raise the energy and which
// ablations do, and how the model meets others.
#include <QtTest>

#include <cmath>

#include "core/base/random.h"
#include "core/model/dense_system.h"
#include "core/model/energy_transformer.h"
#include "tests/refusal.h"

using namespace engram;
using namespace engram::test;

namespace {

Matrix normals(Random& random, int rows, int cols, Real scale = 1) {
    Matrix m(rows, cols);
    for (Real& v : m.reshaped()) v = scale * random.normal();
    return m;
}

// The small system of the published tutorial, with weights large enough to matter.
EnergyTransformer small(std::uint64_t seed = 1) {
    EnergyTransformer model = drawnTransformer({12, 2, 6, 24}, seed, 1 / std::sqrt(6.0), 1 / std::sqrt(12.0));
    Random random(seed, 100);
    model.delta = normals(random, 12, 1, 0.1);
    return model;
}

Matrix tokens(int width, int count, std::uint64_t seed) {
    Random random(seed, 200);
    return normals(random, width, count);
}

// Two tokens and one head whose W_K is -W_Q, no memories: steps of any size can overshoot.
EnergyTransformer opposed(std::uint64_t seed) {
    EnergyTransformer model = drawnTransformer({6, 1, 4, 0}, seed, 0.5);
    model.keys[0] = -model.queries[0];
    return model;
}

// How many of `steps` steps raise the energy, beyond rounding.
int rises(const EnergyTransformer& model, Real alpha, int steps, Matrix x) {
    int count = 0;
    Real before = energy(model, {}, x).total();
    for (int i = 0; i < steps; ++i) {
        step(model, {}, alpha, x);
        const Real now = energy(model, {}, x).total();
        count += now > before + 1e-9 * (1 + std::abs(before));
        before = now;
    }
    return count;
}

// Differences go through x, which alone can be moved freely: dE/dx = H dE/dg.
Real gradientError(const EnergyTransformer& model, const TokenGraph& graph, const Matrix& x) {
    const Matrix slope = -normCurvature(model, x, look(model, graph, x).force());
    Matrix numeric(x.rows(), x.cols());
    constexpr Real kStep = 1e-5;
    for (Eigen::Index i = 0; i < x.size(); ++i) {
        Matrix up = x, down = x;
        up.reshaped()[i] += kStep, down.reshaped()[i] -= kStep;
        numeric.reshaped()[i] = (energy(model, graph, up).total() - energy(model, graph, down).total()) / (2 * kStep);
    }
    return (slope - numeric).norm() / numeric.norm();
}

}  // namespace

class TestEnergyTransformer : public QObject {
    Q_OBJECT

private slots:
    void gradientsMatchDifferences() {
        const Matrix x = tokens(12, 7, 3);
        TokenGraph graph = TokenGraph::Constant(7, 7, false);
        Random random(4, 0);
        for (int b = 0; b < 7; ++b)
            for (int c = 0; c < b; ++c) graph(b, c) = graph(c, b) = random.uniform() < 0.5;
        EnergyTransformer model = small();
        for (const bool self : {false, true})
            for (const TokenGraph& g : {TokenGraph(), graph}) {
                model.selfAttention = self;
                QVERIFY(gradientError(model, g, x) < 1e-7);
            }
        for (const int order : {3, 6}) {
            model.law = Power{order, true};
            QVERIFY(gradientError(model, {}, x) < 1e-7);
        }
        model.law = Softmax{2.5};
        QVERIFY(gradientError(model, {}, x) < 1e-7);
        // A falling energy would not find this one: only differences do.
        model.law = Power{2, true};
        Random other(5, 0);
        model.wayBack = normals(other, 24, 12, 0.3);
        QVERIFY(gradientError(model, {}, x) > 0.1);
    }

    void theLayerNormIsAGradient() {
        EnergyTransformer model = small();
        model.gamma = 1.3;
        const Matrix x = tokens(12, 1, 6), g = normalised(model, x);
        const Vector closed = neuronEnergy(model, x);
        QVERIFY(std::abs(closed[0] - (x.col(0).dot(g.col(0)) - normPotential(model, x)[0])) < 1e-12 * x.size());
        for (int i = 0; i < 12; ++i) {
            Matrix up = x, down = x;
            up(i, 0) += 1e-5, down(i, 0) -= 1e-5;
            QVERIFY(std::abs((normPotential(model, up)[0] - normPotential(model, down)[0]) / 2e-5 - g(i, 0)) < 1e-8);
        }
    }

    // 0 along a constant shift, gamma eps / (var + eps)^(3/2) along x - mean, gamma / sqrt(var + eps) across both.
    void theHessianHasThreeValues() {
        EnergyTransformer model = small();
        model.gamma = 1.3, model.epsilon = 0.01;
        const Matrix x = tokens(12, 1, 7), own = x.array() - x.mean();
        const Real variance = own.squaredNorm() / 12 + model.epsilon;
        Matrix across = tokens(12, 1, 8);
        across.array() -= across.mean();
        across -= own * own.col(0).dot(across.col(0)) / own.squaredNorm();
        const auto value = [&](const Matrix& d, Real expected) {
            return (normCurvature(model, x, d) - expected * d).norm() < 1e-12 * d.norm();
        };
        QVERIFY(value(Matrix::Ones(12, 1), 0));
        QVERIFY(value(own, model.gamma * model.epsilon / std::pow(variance, 1.5)));
        QVERIFY(value(across, model.gamma / std::sqrt(variance)));
    }

    void theEnergyAtThePublishedStart() {
        const EnergyTransformer model = drawnTransformer({768, 12, 64, 16}, 1);
        const Real found = energy(model, {}, tokens(768, 20, 9)).attention.sum(), expected = -20 * 12 * std::log(19.0) / model.beta;
        QVERIFY2(std::abs(found - expected) < 1, qPrintable(QString::number(found)));
    }

    void theRateIsThatOfTheEnergy() {
        const EnergyTransformer model = small();
        const Matrix x = tokens(12, 5, 10), force = look(model, {}, x).force();
        const Real up = energy(model, {}, x + 1e-6 * force).total(), down = energy(model, {}, x - 1e-6 * force).total();
        const Real rate = energyRate(model, x, force);
        QVERIFY(rate < 0 && std::abs((up - down) / 2e-6 - rate) < 1e-6 * std::abs(rate));
    }

    void stepsOfManySizesDescend() {
        for (const Real alpha : {0.01, 0.1, 1.0, 10.0, 50.0})
            for (const bool self : {false, true}) {
                int count = 0;
                for (std::uint64_t seed = 1; seed <= 5; ++seed) {
                    EnergyTransformer model = small(seed);
                    model.delta.setZero();
                    model.selfAttention = self;
                    count += rises(model, alpha, 300, tokens(12, 30, seed));
                }
                QCOMPARE(count, 0);
            }
    }

    void twoOpposedTokensRise() {
        int large = 0, tiny = 0, checked = 0;
        for (std::uint64_t seed = 1; seed <= 100; ++seed) {
            const EnergyTransformer model = opposed(seed);
            const Matrix start = tokens(6, 2, seed);
            large += rises(model, 1, 50, start), tiny += rises(model, 0.01, 50, start);
            Matrix x = start;
            Real before = energy(model, {}, x).total();
            for (int i = 0; i < 20; ++i, ++checked) {
                stepDown(model, {}, 1, x);
                const Real now = energy(model, {}, x).total();
                QVERIFY(now <= before);
                before = now;
            }
        }
        QVERIFY2(large > 10 && tiny == 0, qPrintable(QString("%1 and %2").arg(large).arg(tiny)));
        QCOMPARE(checked, 2000);
    }

    void whatBreaksThePromise() {
        int channels = 0, oneTerm = 0, untied = 0;
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const Matrix x = tokens(12, 30, seed);
            Random random(seed, 300);
            const auto count = [&](const auto& change) {
                EnergyTransformer model = small(seed);
                change(model);
                [&] { QVERIFY(!model.promised()); }();
                return rises(model, 0.01, 300, x);
            };
            channels += count([&](EnergyTransformer& m) { m.channelGamma = normals(random, 12, 1); });
            oneTerm += count([&](EnergyTransformer& m) { m.keyTerm = false; });
            untied += count([&](EnergyTransformer& m) { m.wayBack = normals(random, 24, 12, 1 / std::sqrt(12.0)); });
        }
        QVERIFY2(channels > 100 && oneTerm > 20, qPrintable(QString("%1 and %2").arg(channels).arg(oneTerm)));
        QVERIFY2(untied < 30, qPrintable(QString::number(untied)));  // attention hides it
        QVERIFY(small().promised());
    }

    // Without attention a token descends as the dense memory on the sphere of normalised tokens does.
    void oneTokenIsADenseMemory() {
        EnergyTransformer model = small();
        model.queries.clear(), model.keys.clear();
        model.delta.setZero();
        model.epsilon = 1e-14;
        model.law = Softmax{3};
        Matrix x = tokens(12, 1, 12);
        x.array() -= x.mean();
        const Real radius = std::sqrt(12.0), alpha = 0.05;
        // Model C on the unit sphere, its memories without their means: v' = Xi^T softmax(beta radius Xi g) radius, g = v / |v|.
        const Matrix centred = radius * (model.memories.colwise() - model.memories.rowwise().mean());
        Vector v = x.col(0);
        for (int i = 0; i < 50; ++i) {
            step(model, {}, alpha, x);
            const Vector weights = activation(Softmax{3}, centred * activation(Spherical{}, v));
            v += alpha / radius * (centred.transpose() * weights);
            QVERIFY((normalised(model, x).col(0) - radius * activation(Spherical{}, v)).norm() < 1e-9);
        }
    }

    void orderDoesNotMatter() {
        const EnergyTransformer model = small();
        const Matrix x = tokens(12, 9, 13);
        Random random(14, 0);
        const std::vector<int> order = random.permutation(9);
        Matrix straight = x, mixed = x(Eigen::all, order);
        for (int i = 0; i < 12; ++i) step(model, {}, 0.1, straight), step(model, {}, 0.1, mixed);
        QVERIFY((mixed - straight(Eigen::all, order)).norm() < 1e-11 * straight.norm());
    }

    void sharesOfKeysAddUp() {
        const TransformerLook l = look(small(), {}, tokens(12, 8, 15));
        QVERIFY(std::abs(l.energyAsKey().sum() - l.energy.attention.sum()) < 1e-11 * std::abs(l.energy.attention.sum()));
    }

    void whatDoesNotFitIsNamed() {
        const EnergyTransformer good = small();
        const auto refused = [&](const auto& change, const char* part) {
            EnergyTransformer model = good;
            change(model);
            return messageOf([&] { checkTransformer(model); }).find(part) != std::string::npos;
        };
        QVERIFY(messageOf([&] { checkTransformer(good); }).empty());
        QVERIFY(refused([](auto& m) { m.keys.pop_back(); }, "W_Q and W_K for each head, not 2 and 1"));
        QVERIFY(refused([](auto& m) { m.keys[1] = Matrix::Zero(5, 12); }, "head 2 has W_Q of 6 x 12 and W_K of 5 x 12"));
        QVERIFY(refused([](auto& m) { m.memories = Matrix::Zero(3, 11); }, "memories of 11 numbers do not fit tokens of 12"));
        QVERIFY(refused([](auto& m) { m.wayBack = Matrix::Zero(3, 12); }, "the way back is 3 x 12"));
        QVERIFY(refused([](auto& m) { m.channelGamma = Vector::Ones(3); }, "3 gammas do not fit 12 channels"));
        QVERIFY(refused([](auto& m) { m.delta = Vector::Zero(1); }, "cannot be normalised"));
        QVERIFY(refused([](auto& m) { m.epsilon = 0; }, "epsilon"));
        QVERIFY(refused([](auto& m) { m.beta = -1; }, "beta of attention"));
        QVERIFY(refused([](auto& m) { m.law = Power{1, true}; }, "the power of the memories"));
        QVERIFY(messageOf([&] { checkTokens(good, {}, Matrix::Zero(11, 4)); }).find("tokens of 11 x 4") != std::string::npos);
        QVERIFY(messageOf([&] { checkTokens(good, TokenGraph(3, 3), Matrix::Zero(12, 4)); }).find("3 x 3 does not fit 4 tokens") !=
                std::string::npos);
        EnergyTransformer broken = good;
        broken.channelGamma = Vector::Ones(12);
        QVERIFY(messageOf([&] { normPotential(broken, Matrix::Zero(12, 1)); }).find("gradient of no Lagrangian") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestEnergyTransformer)
#include "test_energy_transformer.moc"
