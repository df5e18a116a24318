// Winner-take-all learning and sparse codes against their golden cases.
#include "tests/golden_case.h"

#include "core/learn/fly_net.h"
#include "core/model/fly_code.h"

using namespace engram;
using namespace engram::test;

namespace {

Matrix weightsOf(const FlyNet& net) {
    Matrix w(net.cells(), net.inputs());
    for (int k = 0; k < net.cells(); ++k)
        for (int i = 0; i < net.inputs(); ++i) w(k, i) = double(net.weight(k, i));
    return w;
}

std::vector<int> inputsOf(const Matrix& windows, int words) {
    std::vector<int> inputs;
    for (Eigen::Index a = 0; a < windows.rows(); ++a)
        for (Eigen::Index c = 0; c < windows.cols(); ++c) {
            const int word = int(windows(a, c));
            inputs.push_back(word < 0 ? -1 : c == windows.cols() / 2 ? word + words : word);
        }
    return inputs;
}

void update(Case& c) {
    c.inFloats();
    FlyNet net(Eigen::MatrixXf(c.input("W").cast<float>()));
    const int words = net.words();
    std::vector<float> inverse;
    for (const Real count : c.vector("count")) inverse.push_back(count > 0 ? float(1 / count) : 0);
    const double rate = c.param("lr0") * (1 - c.param("epoch") / c.param("Nep"));
    c.compare("eps", rate);
    for (const std::string m : {"1", "2"}) {
        const Matrix windows = c.input(("win" + m).c_str());
        const std::vector<int> inputs = inputsOf(windows, words);
        const auto width = std::size_t(windows.cols());
        Matrix raw(windows.rows(), net.cells()), scaled = raw;
        for (Eigen::Index a = 0; a < windows.rows(); ++a) {
            std::vector<int> context;
            int target = -1;
            for (std::size_t i = std::size_t(a) * width; i < std::size_t(a + 1) * width; ++i)
                if (inputs[i] >= words)
                    target = inputs[i] - words;
                else
                    context.push_back(inputs[i]);
            raw.row(a) = net.drives(context, target).cast<Real>().transpose();
            scaled.row(a).setZero();
            for (std::size_t i = std::size_t(a) * width; i < std::size_t(a + 1) * width; ++i)
                for (int k = 0; k < net.cells() && inputs[i] >= 0; ++k)
                    scaled(a, k) += double(inverse[std::size_t(inputs[i] % words)]) * double(net.weight(k, inputs[i]));
        }
        c.compare("raw" + m, raw);
        c.compare("scaled" + m, scaled);
        const Matrix before = weightsOf(net);
        const FlyStep step = net.learn({inputs.data(), int(width), int(windows.rows()), inverse.data(), float(rate)});
        c.compare("winner" + m, Vector(Eigen::Map<const Eigen::VectorXi>(step.winners.data(), windows.rows()).cast<Real>()));
        c.compare("xx" + m, Vector(Eigen::Map<const Vector>(step.driven.data(), net.cells())));
        c.compare("nc" + m, step.largest);
        c.compare("energy" + m, step.energy);
        c.compare("W" + m, weightsOf(net));
        c.compare("max_change" + m, (weightsOf(net) - before).cwiseAbs().maxCoeff());
        Vector norms(net.cells());
        for (int k = 0; k < net.cells(); ++k) norms[k] = net.norm(k);
        c.compare("row_norm" + m, norms);
    }
}

Matrix bitsOf(const CodeTable& codes) {
    Matrix bits(codes.codes(), codes.cells());
    for (int i = 0; i < codes.codes(); ++i)
        for (int k = 0; k < codes.cells(); ++k) bits(i, k) = codes.on(i, k);
    return bits;
}

void codes(Case& c) {
    c.inFloats();
    const Eigen::MatrixXf w = (c.input("W8") / 8).cast<float>();
    const FlyNet net(w);
    const int words = net.words(), active = int(c.param("k"));
    CodeTable plain(words, net.cells()), normed(words, net.cells());
    Vector thresholds(words), counts(words);
    Matrix similarity(words, words);
    for (int t = 0; t < words; ++t) {
        const Eigen::VectorXf drives = net.drives({}, t);
        plain.set(t, drives, active);
        normed.set(t, drives.cwiseQuotient(w.rowwise().norm()), active);
        thresholds[t] = double(codeThreshold(drives, active)), counts[t] = plain.onCount(t);
    }
    for (int a = 0; a < words; ++a)
        for (int b = 0; b < words; ++b) similarity(a, b) = plain.similarity(a, b);
    c.compare("static", bitsOf(plain));
    c.compare("static_norm", bitsOf(normed));
    c.compare("threshold", thresholds);
    c.compare("n_on", counts);
    c.compare("similarity", similarity);
    const Matrix windows = c.input("ctx");
    CodeTable inContext(int(windows.rows()), net.cells());
    Matrix drives(windows.rows(), net.cells());
    Vector cuts(windows.rows());
    for (Eigen::Index a = 0; a < windows.rows(); ++a) {
        std::vector<int> context;
        for (Eigen::Index i = 0; i < windows.cols(); ++i)
            if (i != windows.cols() / 2) context.push_back(int(windows(a, i)));
        const Eigen::VectorXf d = net.drives(context, int(windows(a, windows.cols() / 2)));
        drives.row(a) = d.cast<Real>().transpose(), cuts[a] = double(codeThreshold(d, active));
        inContext.set(int(a), d, active);
    }
    c.compare("act_ctx", drives);
    c.compare("code_ctx", bitsOf(inContext));
    c.compare("threshold_ctx", cuts);
    c.compare("chance", chanceSimilarity(net.cells(), active));
    c.compare("log2_capacity", codeCapacityBits(net.cells(), active));
}

}  // namespace

class TestGoldenFly : public QObject {
    Q_OBJECT

private slots:
    void everyCase() { compareGolden({{"fly_update", update}, {"fly_codes", codes}}); }
};

QTEST_GUILESS_MAIN(TestGoldenFly)
#include "test_golden_fly.moc"
