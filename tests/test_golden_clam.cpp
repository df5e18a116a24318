// Clustering with associative memories against its golden cases, which list a point a row: the double model, and the float gradient.
#include "tests/golden_case.h"

#include "core/learn/clam_completion.h"
#include "core/model/clam.h"
#include "core/model/kmeans.h"

using namespace engram;
using namespace engram::test;

namespace {

Matrix row(const Labels& labels) {
    Matrix m(1, Eigen::Index(labels.size()));
    for (std::size_t i = 0; i < labels.size(); ++i) m(0, Eigen::Index(i)) = labels[i];
    return m;
}
Labels labelsOf(const Matrix& m) { return Labels(m.data(), m.data() + m.size()); }

Clam clamOf(Case& c) { return {c.input("rho").transpose(), c.param("beta"), c.param("alpha"), int(c.param("T"))}; }

void clam(Case& c) {
    const Clam model = clamOf(c);
    checkClam(model);
    const Matrix x = c.input("x").transpose(), mask = c.input("M").transpose();
    const Vector fill = c.vector("fill");
    Matrix v = hide(x, mask, fill), energies(model.steps + 1, x.cols());
    c.compare("start", Matrix(v.transpose()));
    for (int t = 0; t < model.steps; ++t) {
        energies.row(t) = energy(model, v).transpose();
        if (t == 0) c.compare("S_0", Matrix(responsibilities(model, v).transpose()));
        if (t == model.steps - 1) c.compare("S_last", Matrix(responsibilities(model, v).transpose()));
        step(model, &mask, v);
        if (t == 0) c.compare("v_1", Matrix(v.transpose()));
    }
    energies.row(model.steps) = energy(model, v).transpose();
    c.compare("v_T", Matrix(v.transpose()));
    c.compare("E_path", energies);
    const ClamGradient g = gradient(model, x, mask, fill);
    c.compare("loss", g.loss);
    c.compare("d_rho", Matrix(g.prototypes.transpose()));
    c.compare("d_start", Matrix(g.start.transpose()));
    c.compare("one_step_gd", Matrix((model.prototypes - c.param("lr") * g.prototypes).transpose()));
    c.compare("vT_unmasked", Matrix(settle(model, nullptr, x).transpose()));
    const Labels labels = assign(model, x);
    c.compare("label_vT", row(labels));
    c.compare("label_x", row(nearestPrototype(model.prototypes, x)));
    c.compare("used", Real(clustersUsed(labels)));
}

// What the fast path computes; the rest of the case is the reference's.
void clamInFloats(Case& c) {
    clam(c);
    c.inFloats();
    const Clam model = clamOf(c);
    const Eigen::MatrixXf rho = model.prototypes.cast<float>(), x = c.input("x").transpose().cast<float>(),
                          mask = c.input("M").transpose().cast<float>();
    const Eigen::VectorXf fill = c.vector("fill").cast<float>();
    Eigen::MatrixXf slopes(rho.rows(), rho.cols()), ends(x.rows(), x.cols());
    Completion completion(int(rho.rows()), int(rho.cols()));
    const CompletionRule rule{model.steps, float(model.alpha), float(model.beta)};
    const CompletionBatch batch{int(x.cols()), x.data(), mask.data(), fill.data()};
    c.compare("loss", completion.gradient(rho.data(), rule, batch, slopes.data()));
    c.compare("d_rho", Matrix(slopes.cast<Real>().transpose()));
    completion.settle(rho.data(), rule, batch, ends.data());
    c.compare("v_T", Matrix(ends.cast<Real>().transpose()));
    completion.settle(rho.data(), rule, {int(x.cols()), x.data(), nullptr, nullptr}, ends.data());
    c.compare("vT_unmasked", Matrix(ends.cast<Real>().transpose()));
}

void scores(Case& c) {
    const Matrix x = c.input("x").transpose();
    const Labels truth = labelsOf(c.input("truth")), labels = labelsOf(c.input("pred"));
    c.compare("silhouette", silhouettes(x, labels));
    c.compare("silhouette_mean", silhouette(x, labels));
    c.compare("nmi", normalisedMutualInformation(truth, labels));
    c.compare("nmi_sqrt", normalisedMutualInformation(truth, labels, true));
    c.compare("ari", adjustedRandIndex(truth, labels));
    c.compare("purity", purity(labels, truth));
    c.compare("inertia", inertia(x, labels));
}

void limits(Case& c) {
    const Matrix x = c.input("x").transpose(), rho = c.input("rho").transpose();
    const int steps = int(c.param("T"));
    const Clam sharp{rho, c.param("beta_big"), 1.0 / steps, steps};
    const Matrix all = Matrix::Ones(x.rows(), x.cols()), end = settle(sharp, nullptr, x);
    const Real g = remainder(sharp.alpha, steps), entries = Real(x.size());
    Clustering nearest{rho, {}, 0, 0};
    lloydStep(x, nearest);
    Matrix slope = Matrix::Zero(rho.rows(), rho.cols());
    for (Eigen::Index q = 0; q < x.cols(); ++q)
        slope.col(nearest.labels[std::size_t(q)]) += rho.col(nearest.labels[std::size_t(q)]) - x.col(q);
    c.compare("v_T", Matrix(end.transpose()));
    c.compare("g", g);
    c.compare("loss", completionLoss(x, all, end));
    c.compare("loss_limit", (1 - g) * (1 - g) * nearest.inertia / entries);
    c.compare("d_rho_limit", Matrix((2 * (1 - g) * (1 - g) / entries * slope).transpose()));
    c.compare("label", row(assign(sharp, x)));
    Clustering k{rho, {}, 0, 0};
    Vector inertias(10);
    for (Real& i : inertias) lloydStep(x, k), i = k.inertia;
    c.compare("lloyd", Matrix(k.centres.transpose()));
    c.compare("lloyd_labels", row(k.labels));
    c.compare("lloyd_inertia", inertias);
    Vector overshoot = c.vector("Ts"), agreement = c.vector("betas");
    for (Real& t : overshoot) t = 1 / (1 - remainder(1 / t, int(t)));
    c.compare("overshoot", overshoot);
    const int side = int(c.param("G"));
    Matrix grid(2, side * side);
    for (int j = 0; j < side; ++j)
        for (int i = 0; i < side; ++i) grid.col(j * side + i) << Real(i) / (side - 1), Real(j) / (side - 1);
    const Matrix five = c.input("proto2").transpose();
    const Labels own = nearestPrototype(five, grid);
    for (Real& share : agreement) {
        const Labels ends = assign({five, share, 1.0 / steps, steps}, grid);
        int same = 0;
        for (std::size_t i = 0; i < own.size(); ++i) same += own[i] == ends[i];
        share = Real(same) / Real(own.size());
    }
    c.compare("agreement", agreement);
}

}  // namespace

class TestGoldenClam : public QObject {
    Q_OBJECT

private slots:
    void everyCase() { compareGolden({{"clam", clam}, {"clam_scores", scores}, {"clam_limits", limits}}); }
    void inFloats() { compareGolden({{"clam", clamInFloats}}); }
};

QTEST_GUILESS_MAIN(TestGoldenClam)
#include "test_golden_clam.moc"
