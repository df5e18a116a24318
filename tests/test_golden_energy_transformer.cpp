// Energy transformers against their golden cases, which list a token a row.
#include "tests/golden_case.h"

#include "core/model/energy_transformer.h"
#include "tests/token_case.h"

using namespace engram;
using namespace engram::test;

namespace {

Matrix listed(const std::vector<Matrix>& sheets) {
    const Eigen::Index rows = sheets[0].rows();
    Matrix all(rows * Eigen::Index(sheets.size()), sheets[0].cols());
    for (std::size_t h = 0; h < sheets.size(); ++h) all.middleRows(rows * Eigen::Index(h), rows) = sheets[h];
    return all;
}

void single(Case& c) {
    const EnergyTransformer model = transformerOf(c);
    const TokenGraph graph = graphOf(c);
    Matrix x = c.input("x").transpose();
    checkTransformer(model);
    checkTokens(model, graph, x);
    const TransformerLook l = look(model, graph, x);
    const auto parts = [](const TransformerEnergy& e) { return Eigen::RowVector3d(e.attention.sum(), e.memory.sum(), e.total()); };
    c.compare("g", Matrix(l.g.transpose()));
    c.compare("E_att_query", l.energy.attention);
    c.compare("E_hn_token", l.energy.memory);
    c.compare("E", Matrix(parts(l.energy)));
    c.compare("E_ln", neuronEnergy(model, x));
    c.compare("p", listed(l.attention));
    c.compare("force_query", Matrix(l.asQuery.transpose()));
    c.compare("force_key", Matrix(l.asKey.transpose()));
    c.compare("force_hn", Matrix(l.towardsMemory.transpose()));
    c.compare("grad", Matrix(-l.force().transpose()));
    c.compare("ln_L", normPotential(model, x));
    c.compare("ln_Hv", Matrix(normCurvature(model, x, c.input("vec").transpose()).transpose()));
    c.compare("rate", energyRate(model, x, l.force()));
    const int steps = int(c.param("T"));
    Matrix path(steps + 1, 3);
    for (int t = 0; t <= steps; ++t) {
        path.row(t) = parts(energy(model, graph, x));
        if (t == 1) c.compare("x_1", Matrix(x.transpose()));
        if (t < steps) step(model, graph, c.param("alpha"), x);
    }
    c.compare("x_T", Matrix(x.transpose()));
    c.compare("E_path", path);
}

}  // namespace

class TestGoldenEnergyTransformer : public QObject {
    Q_OBJECT

private slots:
    void everyCase() { compareGolden({{"et", single}}); }
};

QTEST_GUILESS_MAIN(TestGoldenEnergyTransformer)
#include "test_golden_energy_transformer.moc"
