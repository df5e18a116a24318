// Hierarchical memories against their golden cases, and what theory says of any of them.
#include "tests/golden_case.h"

#include <functional>

#include "core/base/random.h"
#include "core/model/hierarchy.h"
#include "tests/refusal.h"

using namespace engram;
using namespace engram::test;

namespace {

Lagrangian lawOf(const std::string& name, Real beta) {
    if (name == "tanh") return LogCosh{beta};
    if (name == "relu") return Power{2, true};
    if (name == "softmax") return Softmax{beta};
    if (name == "sigmoid") return Sigmoid{beta};
    return Identity{};
}

std::string numbered(const char* name, std::size_t a, const std::string& rest = "") { return name + std::to_string(a + 1) + rest; }

void dense(Case& c) {
    const json& p = c.params();
    Hierarchy h;
    HierarchyState start;
    for (std::size_t a = 0; a < p.at("sizes").size(); ++a) {
        h.layers.push_back({lawOf(p.at("lagrangians")[a], p.at("beta")[a]), p.at("sizes")[a], 1, 1, p.at("tau")[a]});
        start.push_back(c.vector(numbered("x", a).c_str()));
        if (a > 0) h.synapses.push_back(DenseSynapse{c.input(numbered("W", a - 1).c_str())});
    }
    checkHierarchy(h);
    const HierarchyState g = activations(h, start), rate = rates(h, start);
    const HierarchyEnergy e = energy(h, start);
    for (std::size_t a = 0; a < g.size(); ++a) c.compare(numbered("g", a), g[a]), c.compare(numbered("xdot", a), rate[a]);
    c.compare("E_layer", e.layers);
    c.compare("E_syn", e.synapses);
    c.compare("E_total", e.total());
    c.compare("dissip", dissipation(h, start));
    if (c.expects("E_top_eliminated")) c.compare("E_top_eliminated", energyWithoutTop(h, start));
    const std::map<std::string, Integrator> integrators{
        {"block", Integrator::Block}, {"euler", Integrator::Euler}, {"rk4", Integrator::Rk4}};
    constexpr int kSteps = 20;
    for (const auto& [name, integrator] : integrators) {
        HierarchyState x = start;
        Vector totals(kSteps + 1);
        Matrix layers(kSteps + 1, Eigen::Index(x.size())), synapses(kSteps + 1, Eigen::Index(x.size()) - 1), lost = layers;
        for (int k = 0; k <= kSteps; ++k) {
            const HierarchyEnergy now = energy(h, x);
            totals[k] = now.total();
            layers.row(k) = now.layers.transpose(), synapses.row(k) = now.synapses.transpose(), lost.row(k) = dissipation(h, x).transpose();
            for (std::size_t a = 0; a < x.size(); ++a)
                if (k == 1 || k == kSteps) c.compare(numbered("x", a, "_" + std::to_string(k) + "_" + name), x[a]);
            if (k < kSteps) step(h, integrator, c.param(("dt_" + name).c_str()), x);
        }
        c.compare("E_" + name, totals);
        if (name != "block") continue;
        c.compare("E_block_layer", layers);
        c.compare("E_block_syn", synapses);
        c.compare("dissip_block", lost);
    }
}

// Everything of one stack of numbers, in their order.
Vector flat(const Matrix& stacked) { return Matrix(stacked.transpose()).reshaped(); }

// As the case lists it: places one below the other, channels across.
Matrix listed(const Vector& x, int channels) { return x.reshaped(channels, x.size() / channels).transpose(); }

void conv(Case& c) {
    const auto whole = [&](const char* name) { return int(c.param(name)); };
    const int kernel = whole("k"), stride = whole("stride"), height = (whole("H") - kernel) / stride + 1,
              width = (whole("W") - kernel) / stride + 1;
    Hierarchy h;
    h.layers = {{LogCosh{c.param("beta1")}, whole("C1"), whole("H"), whole("W"), c.param("tau1")},
                {lawOf(c.params().at("hidden"), c.param("beta2")), whole("C2"), height, width, c.param("tau2")}};
    const Vector filters = flat(c.input("xi"));
    h.synapses = {
        ConvSynapse{Eigen::Map<const Matrix>(filters.data(), filters.size() / whole("C2"), whole("C2")).transpose(), kernel, stride}};
    checkHierarchy(h);
    const HierarchyLayer &below = h.layers[0], &above = h.layers[1];
    const Vector g1 = flat(c.input("g1")), g2 = flat(c.input("g2"));
    const Vector forward = upward(below, above, h.synapses[0], g1);
    c.compare("forward", listed(forward, above.channels));
    c.compare("adjoint", listed(downward(below, above, h.synapses[0], g2), below.channels));
    c.compare("energy", -g2.dot(forward));
    const Matrix gradient = synapseGradient(below, above, h.synapses[0], g1, g2);
    c.compare("grad_xi", listed(Matrix(gradient.transpose()).reshaped(), below.channels));
    HierarchyState x{flat(c.input("x1")), flat(c.input("x2"))};
    Vector totals(11);
    totals[0] = energy(h, x).total();
    for (int k = 1; k <= 10; ++k) {
        step(h, Integrator::Block, c.param("dt"), x);
        totals[k] = energy(h, x).total();
    }
    c.compare("x1_10", listed(x[0], below.channels));
    c.compare("x2_10", listed(x[1], above.channels));
    c.compare("E_path", totals);
}

// Sizes and taus of the published check.
Hierarchy drawn(std::uint64_t seed, const char* middle, HierarchyState& x) {
    Random random(seed, 0);
    Hierarchy h;
    const auto tau = [&] { return std::pow(10.0, random.uniform(-1, 1)); };
    h.layers = {{LogCosh{1}, 12, 1, 1, tau()}, {lawOf(middle, 1), 20, 1, 1, tau()}, {Softmax{3}, 15, 1, 1, tau()}};
    const auto normals = [&](Eigen::Index rows, Eigen::Index columns) {
        Matrix m(rows, columns);
        for (Real& v : m.reshaped()) v = random.normal() / std::sqrt(Real(columns));
        return m;
    };
    h.synapses = {DenseSynapse{2 * normals(20, 12)}, DenseSynapse{2 * normals(15, 20)}};
    x.clear();
    for (const HierarchyLayer& layer : h.layers) x.push_back(2 * normals(layer.size(), 1));
    return h;
}

}  // namespace

class TestGoldenHierarchy : public QObject {
    Q_OBJECT

private slots:
    void everyCase() { compareGolden({{"hier_dense", dense}, {"hier_conv", conv}}); }

    void theEnergyNeverRises() {
        for (const char* middle : {"tanh", "relu"})
            for (std::uint64_t seed = 0; seed < 20; ++seed)
                for (const Integrator integrator : {Integrator::Block, Integrator::Rk4}) {
                    HierarchyState x;
                    const Hierarchy h = drawn(seed, middle, x);
                    Real fastest = 10;
                    for (const HierarchyLayer& layer : h.layers) fastest = std::min(fastest, layer.tau);
                    const Real dt = integrator == Integrator::Block ? 1 : 0.02 * fastest;
                    Real before = energy(h, x).total();
                    for (int k = 0; k < 100; ++k) {
                        step(h, integrator, dt, x);
                        const Real now = energy(h, x).total();
                        QVERIFY(now <= before + 1e-9 * (1 + std::abs(before)));
                        before = now;
                    }
                }
    }

    void dissipationIsTheRateOfTheEnergy() {
        HierarchyState x;
        const Hierarchy h = drawn(3, "tanh", x);
        const Real dt = 1e-6, lost = dissipation(h, x).sum();
        HierarchyState after = x;
        step(h, Integrator::Rk4, dt, after);
        QVERIFY(std::abs((energy(h, after).total() - energy(h, x).total()) / dt + lost) < 1e-4 * (1 + lost));
    }

    // First order in tau of the top layer: a tenth of it, a tenth of the error.
    void aFastTopLayerFollows() {
        HierarchyState start;
        Hierarchy h = drawn(5, "tanh", start);
        for (HierarchyLayer& layer : h.layers) layer.tau = 1;
        const auto end = [&](Real tau) {
            h.layers[2].tau = tau;
            HierarchyState x = start;
            x[2] = upward(h.layers[1], h.layers[2], h.synapses[1], activations(h, x)[1]);
            for (int k = 0; k < 20000; ++k) step(h, Integrator::Rk4, 5e-5, x);
            return x;
        };
        const HierarchyState limit = end(1e-4), slow = end(0.03), fast = end(0.003);
        const Real a = (slow[0] - limit[0]).norm(), b = (fast[0] - limit[0]).norm();
        QVERIFY2(std::log10(a / b) > 0.85 && std::log10(a / b) < 1.15, qPrintable(QString::number(std::log10(a / b))));
    }

    void theWayDownIsTheAdjointOfTheWayUp() {
        Random random(7, 0);
        const HierarchyLayer below{Identity{}, 3, 9, 8, 1}, above{Identity{}, 4, 4, 3, 1};
        ConvSynapse synapse{Matrix(4, 27), 3, 2};
        for (Real& v : synapse.filters.reshaped()) v = random.normal();
        Vector g(below.size()), u(above.size());
        for (Real& v : g) v = random.normal();
        for (Real& v : u) v = random.normal();
        const Real up = u.dot(upward(below, above, synapse, g)), down = g.dot(downward(below, above, synapse, u));
        QVERIFY(std::abs(up - down) < 1e-13 * std::abs(up) + 1e-13);
    }

    void sizesThatDoNotFitAreNamed() {
        Hierarchy h;
        h.layers = {{Identity{}, 4}, {Identity{}, 3}};
        h.synapses = {DenseSynapse{Matrix::Zero(4, 3)}};
        QVERIFY(messageOf([&] { checkHierarchy(h); }).find("between layers 1 and 2") != std::string::npos);
        h.synapses = {ConvSynapse{Matrix::Zero(3, 9), 3, 1}};
        QVERIFY(messageOf([&] { checkHierarchy(h); }).find("kernel of 3") != std::string::npos);
        h.synapses.clear();
        QVERIFY(messageOf([&] { checkHierarchy(h); }).find("one synapse between each two") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestGoldenHierarchy)
#include "test_golden_hierarchy.moc"
