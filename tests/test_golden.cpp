// Dense memories against their golden cases. What is tested is core/model, which is what the experiment runs.
#include "tests/golden_case.h"

#include "core/model/adiabatic.h"
#include "core/model/binary.h"
#include "core/model/capacity.h"
#include "core/model/patterns.h"
#include "core/model/plane.h"

using namespace engram;
using namespace engram::test;

namespace {

Lagrangian separationOf(const Case& c) {
    const std::string f = c.params().at("F");
    if (f == "exp") return Exponential{c.param("beta")};
    return Power{c.params().at("n").get<int>(), f == "repu"};
}

DenseSystem systemOf(const Case& c) {
    DenseSystem s;
    const std::string model = c.params().at("model");
    const bool sign = c.params().value("sign", false);
    if (model == "A" || model == "1984") s.features = sign ? Lagrangian(SignLimit{}) : Lagrangian(LogCosh{c.param("beta_v")});
    if (model == "B") s.features = Identity{}, s.hidden = Softmax{c.param("beta")};
    if (model == "C") s.features = Spherical{};
    if (model == "A" || model == "C") s.hidden = separationOf(c);
    if (model == "1984") s.hidden = Identity{};
    s.synapses = std::make_shared<Matrix>(c.input("xi"));
    s.input = std::make_shared<Matrix>(c.vector("I"));
    s.tauFeature = c.param("tau_f"), s.tauHidden = c.param("tau_h"), s.decay = c.param("alpha");
    return s;
}

Matrix row(const EnergyTerms& e) {
    Matrix r(1, 4);
    r << e.feature[0], e.hidden[0], e.synapse[0], e.total()[0];
    return r;
}

void denseFull(Case& c) {
    const DenseSystem s = systemOf(c);
    const DenseState start{c.vector("v0"), c.vector("h0")};
    Matrix lagrangians(1, 2);
    lagrangians << potential(s.features, start.v)[0], potential(s.hidden, start.h)[0];
    const DenseState r = rate(s, start);
    c.compare("g", Vector(activation(s.features, start.v)));
    c.compare("f", Vector(activation(s.hidden, start.h)));
    c.compare("L", lagrangians);
    c.compare("vdot", Vector(r.v));
    c.compare("hdot", Vector(r.h));
    c.compare("energy", row(energy(s, start)));
    if (c.expects("dEdt")) {
        const EnergyRate e = energyRate(s, start);
        Matrix rates(1, 2);
        rates << e.feature[0], e.hidden[0];
        c.compare("dEdt", rates);
    }
    const std::map<std::string, Integrator> integrators{
        {"rk4", Integrator::Rk4}, {"euler", Integrator::Euler}, {"block", Integrator::Block}};
    for (const auto& [name, integrator] : integrators)
        for (const std::string ratio : {"0.1", "1"}) {
            const std::string suffix = name + "_" + ratio;
            if (!c.expects("E_path_" + suffix)) continue;
            DenseState state = start;
            Matrix path(21, 4);
            path.row(0) = row(energy(s, state));
            for (int k = 1; k <= 20; ++k) {
                step(s, integrator, c.param(("dt_" + ratio).c_str()), state);
                path.row(k) = row(energy(s, state));
                if (k != 1 && k != 20) continue;
                c.compare("v_" + std::to_string(k) + "_" + suffix, Vector(state.v));
                c.compare("h_" + std::to_string(k) + "_" + suffix, Vector(state.h));
            }
            c.compare("E_path_" + suffix, path);
        }
}

void denseReduced(Case& c) {
    const DenseSystem s = systemOf(c);
    const Matrix v0 = c.vector("v0");
    c.compare("E_red0", reducedEnergy(s, v0)[0]);
    c.compare("vdot", Vector(reducedRate(s, v0)));
    c.compare("E_full_slow", row(energy(s, onSlowManifold(s, v0))));
    if (c.expects("E_1984")) {
        const Vector g = activation(s.features, v0), input = c.vector("I");
        const Matrix t = s.synapses->transpose() * *s.synapses;
        c.compare("E_1984", -0.5 * g.dot(t * g) - g.dot(input) + v0.col(0).dot(g) - potential(s.features, v0)[0]);
        c.compare("v1_T", Vector((t * g - v0.col(0) + input) / s.tauFeature));
    }
    const std::map<std::string, ReducedIntegrator> integrators{
        {"rk4", ReducedIntegrator::Rk4}, {"euler", ReducedIntegrator::Euler}, {"expo", ReducedIntegrator::Exponential}};
    for (const auto& [name, integrator] : integrators)
        for (const auto& [ratioName, ratio] : {std::pair{"0.1", 0.1}, std::pair{"1", 1.0}}) {
            const std::string suffix = name + "_" + ratioName;
            Matrix v = v0;
            Vector path(21);
            path[0] = reducedEnergy(s, v)[0];
            for (int k = 1; k <= 20; ++k) {
                reducedStep(s, integrator, ratio * s.tauFeature, v);
                path[k] = reducedEnergy(s, v)[0];
                if (k == 1 || k == 20) c.compare("v_" + std::to_string(k) + "_" + suffix, Vector(v));
            }
            c.compare("E_path_" + suffix, path);
        }
}

void denseSign(Case& c) {
    DenseSystem s;
    s.features = SignLimit{}, s.hidden = separationOf(c);
    s.synapses = std::make_shared<Matrix>(c.input("xi"));
    s.input = std::make_shared<Matrix>(c.vector("I"));
    Matrix sigma = c.vector("sigma0");
    Matrix states(6, sigma.rows());
    Vector energies(6);
    for (int k = 0; k < 6; ++k) {
        if (k > 0) sigma = synchronousUpdate(s, sigma);
        states.row(k) = sigma.transpose();
        energies[k] = reducedEnergy(s, sigma)[0];
    }
    c.compare("sync_states", states);
    c.compare("sync_E", energies);
    sigma = c.vector("sigma0");
    c.compare("dE_flip", Vector(flipEnergies(s, sigma)));
    DenseSystem plain = s;
    plain.hidden = Power{c.params().at("n").get<int>(), false};
    const Matrix field = selfExcludedField(plain, sigma);
    c.compare("field_single", Vector(field));
    c.compare("single", Vector(activation(SignLimit{}, field)));
    std::vector<int> order(std::size_t(sigma.rows()));
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = int(i);
    asynchronousSweep(s, order, sigma);
    c.compare("async_sweep", Vector(sigma));
    c.compare("async_E", reducedEnergy(s, sigma)[0]);
}

void denseAdiabatic(Case& c) {
    const DenseSystem s = systemOf(c);
    const auto eps = c.params().at("eps").get<std::vector<Real>>();
    const AdiabaticGap gap = adiabaticGap(s, c.vector("v0"), eps, 1, 2e-4);
    const Vector gaps = Eigen::Map<const Vector>(gap.gaps.data(), Eigen::Index(gap.gaps.size()));
    c.compare("v_red", gap.reducedEnd);
    c.compare("v_full", Matrix(gap.fullEnds.transpose()));
    c.compare("gap_l2", gaps);
    c.compare("gap_rel", Vector(gaps / gap.reducedEnd.norm()));
    c.compare("slope", logSlope(eps[4], gaps[4], eps[2], gaps[2]));
}

void denseAttention(Case& c) {
    DenseSystem s;
    s.features = Identity{}, s.hidden = Softmax{c.param("beta")};
    s.synapses = std::make_shared<Matrix>(c.input("xi"));
    const Matrix v0 = c.input("V0").transpose();
    const Matrix w = activation(s.hidden, *s.synapses * v0), read = s.synapses->transpose() * w;
    Matrix euler = v0, v = v0, energies(11, v0.cols()), ends(2, v0.cols());
    reducedStep(s, ReducedIntegrator::Euler, s.tauFeature, euler);
    Vector counts(v0.cols());
    for (Eigen::Index q = 0; q < v0.cols(); ++q) counts[q] = effectiveCount(w.col(q));
    energies.row(0) = reducedEnergy(s, v).transpose();
    for (int k = 1; k <= 10; ++k) {
        reducedStep(s, ReducedIntegrator::Euler, s.tauFeature, v);
        energies.row(k) = reducedEnergy(s, v).transpose();
    }
    ends << reducedEnergy(s, v0).transpose(), reducedEnergy(s, euler).transpose();
    c.compare("w", Matrix(w.transpose()));
    c.compare("read", Matrix(read.transpose()));
    c.compare("euler", Matrix(euler.transpose()));
    c.compare("n_eff", counts);
    c.compare("E", ends);
    c.compare("iter", Matrix(v.transpose()));
    c.compare("E_iter", energies);
}

void densePlane(Case& c) {
    const Matrix xi = c.input("xi");
    const Vector grid = c.vector("grid");
    const Vector m0 = xi.row(0), m1 = xi.row(1), m2 = xi.row(2);
    const Plane plane{m0, m1 - m0, m2 - m0};
    const int n = c.params().at("n").get<int>();
    const Lagrangian steep = LogCosh{c.param("beta_v")}, power = Power{n, true};
    const std::map<std::string, std::pair<Lagrangian, Lagrangian>> models{
        {"E_A", {steep, power}}, {"E_B", {Identity{}, Softmax{c.param("beta")}}}, {"E_C_n", {Spherical{}, power}},
        {"E_C_exp", {Spherical{}, Exponential{c.param("beta_c")}}}, {"E_1984", {steep, Identity{}}}};
    for (const auto& [name, layers] : models) {
        DenseSystem s;
        s.features = layers.first, s.hidden = layers.second;
        s.synapses = std::make_shared<Matrix>(xi);
        c.compare(name, Matrix(landscape(s, plane, grid, grid).transpose()));
    }
}

void denseCues(Case& c) {
    const Matrix xi = c.input("xi");
    const Vector pattern = xi.row(0), keep = c.vector("keep");
    const Vector mask = masked(pattern, keep), flip = flipped(pattern, c.vector("flip"));
    c.compare("cue_flip", flip);
    c.compare("cue_mask", mask);
    c.compare("cue_gauss", noisy(pattern, c.param("sigma"), c.vector("noise")));

    DenseSystem s;
    s.features = Identity{}, s.hidden = Softmax{c.param("beta")};
    s.synapses = std::make_shared<Matrix>(xi);
    s.tauFeature = c.param("tau_f"), s.tauHidden = c.param("tau_h");
    const auto run = [&](const Vector& cue, const std::string& energies, bool held) {
        s.clamped = held ? std::make_shared<HeldMask>(keep.array() > 0) : nullptr;
        DenseState state = onSlowManifold(s, cue);
        Matrix path(11, xi.cols()), terms(11, 4);
        Vector overlap(11);
        for (int k = 0; k <= 10; ++k) {
            if (k > 0) step(s, Integrator::Block, c.param("dt"), state);
            path.row(k) = state.v.transpose();
            terms.row(k) = row(energy(s, state));
            overlap[k] = cosine(state.v.col(0), pattern);
        }
        c.compare(energies, terms);
        if (held) c.compare("v_path", path), c.compare("overlap", overlap);
        else c.compare("v_flip_10", Vector(state.v));
    };
    run(mask, "E_path", true);
    run(flip, "E_flip", false);
}

void denseCapacity(Case& c) {
    const Matrix nNK = c.input("nNK"), nN = c.input("nN");
    const Vector flip = c.vector("flip");
    Vector errors(nNK.rows()), onePercent(nN.rows()), half(nN.rows()), rates(flip.size());
    for (Eigen::Index i = 0; i < nNK.rows(); ++i) errors[i] = bitErrorRate(int(nNK(i, 0)), nNK(i, 1), nNK(i, 2));
    for (Eigen::Index i = 0; i < nN.rows(); ++i) {
        onePercent[i] = capacityAt(int(nN(i, 0)), nN(i, 1), 0.01);
        half[i] = capacityAt(int(nN(i, 0)), nN(i, 1), 0.005);
    }
    for (Eigen::Index i = 0; i < flip.size(); ++i) rates[i] = exponentialRate(flip[i]);
    c.compare("P_err", errors);
    c.compare("K_at_1pct", onePercent);
    c.compare("K_half_pct", half);
    c.compare("exp_rate", rates);
}

}  // namespace

class TestGolden : public QObject {
    Q_OBJECT

private slots:
    void everyCase() {
        compareGolden({{"dense_full", denseFull},
                       {"dense_reduced", denseReduced},
                       {"dense_sign", denseSign},
                       {"dense_adiabatic", denseAdiabatic},
                       {"dense_attention", denseAttention},
                       {"dense_plane", densePlane},
                       {"dense_cues", denseCues},
                       {"dense_capacity", denseCapacity}});
    }
};

QTEST_GUILESS_MAIN(TestGolden)
#include "test_golden.moc"
