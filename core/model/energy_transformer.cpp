#include "core/model/energy_transformer.h"

#include <cmath>
#include <limits>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"

namespace engram {

namespace {

Lagrangian lawOf(const EnergyTransformer& model) {
    return std::visit([](const auto& law) -> Lagrangian { return law; }, model.law);
}

// Of each token: x - mean, and sqrt(var + epsilon).
struct Centred {
    Matrix difference;
    Eigen::RowVectorXd deviation;

    Centred(const EnergyTransformer& model, const ConstBatch& x) : difference(x.rowwise() - x.colwise().mean()) {
        deviation = (difference.array().square().colwise().mean() + model.epsilon).sqrt();
    }
};

void refuseWithoutLagrangian(const EnergyTransformer& model) {
    if (model.channelGamma.size() > 0)
        usage("a layer norm with a gamma for each channel is the gradient of no Lagrangian; take one gamma for all");
}

// Where a query must not look its similarity is -infinity.
void bar(const EnergyTransformer& model, const TokenGraph& graph, Matrix& similarity) {
    constexpr Real kBarred = -std::numeric_limits<Real>::infinity();
    if (!model.selfAttention) similarity.diagonal().setConstant(kBarred);
    if (graph.size() > 0) similarity = graph.select(similarity, kBarred);
}

// Columns of similarities become probabilities; returns log sum exp(beta .) / beta of each, 0 for a query that sees nothing.
Vector attend(Real beta, Matrix& similarity) {
    Vector value = Vector::Zero(similarity.cols());
    for (Eigen::Index c = 0; c < similarity.cols(); ++c) {
        auto column = similarity.col(c);
        const Real most = column.maxCoeff();
        if (std::isinf(most)) {
            column.setZero();
            continue;
        }
        column = (beta * (column.array() - most)).exp();
        const Real sum = column.sum();
        column /= sum;
        value[c] = most + std::log(sum) / beta;
    }
    return value;
}

std::string sizeOf(const Matrix& m) { return std::to_string(m.rows()) + " x " + std::to_string(m.cols()); }

}  // namespace

EnergyTransformer drawnTransformer(const TransformerSizes& sizes, std::uint64_t seed, Real attentionDeviation, Real memoryDeviation) {
    EnergyTransformer model;
    std::uint64_t stream = 0;
    const auto drawn = [&](int rows, Real deviation) {
        Random random(seed, stream++);
        Matrix m(rows, sizes.width);
        for (Real& v : m.reshaped()) v = deviation * random.normal();
        return m;
    };
    for (int h = 0; h < sizes.heads; ++h) {
        model.queries.push_back(drawn(sizes.headWidth, attentionDeviation));
        model.keys.push_back(drawn(sizes.headWidth, attentionDeviation));
    }
    model.memories = drawn(sizes.memories, memoryDeviation);
    model.delta = Vector::Zero(sizes.width);
    model.beta = 1 / std::sqrt(Real(sizes.headWidth));
    return model;
}

void checkTransformer(const EnergyTransformer& model) {
    const int width = model.width();
    if (width < 2) usage("tokens of " + std::to_string(width) + " numbers cannot be normalised; give delta two or more");
    if (model.queries.size() != model.keys.size())
        usage("an energy transformer needs W_Q and W_K for each head, not " + std::to_string(model.queries.size()) + " and " +
              std::to_string(model.keys.size()));
    for (int h = 0; h < model.headCount(); ++h) {
        const Matrix &q = model.queries[std::size_t(h)], &k = model.keys[std::size_t(h)];
        if (q.rows() < 1 || q.rows() != k.rows() || q.cols() != width || k.cols() != width)
            usage("head " + std::to_string(h + 1) + " has W_Q of " + sizeOf(q) + " and W_K of " + sizeOf(k) +
                  "; both must have the same rows and " + std::to_string(width) + " columns");
    }
    if (model.memories.rows() > 0 && model.memories.cols() != width)
        usage("memories of " + std::to_string(model.memories.cols()) + " numbers do not fit tokens of " + std::to_string(width));
    if (model.wayBack.size() > 0 && (model.wayBack.rows() != model.memories.rows() || model.wayBack.cols() != width))
        usage("the way back is " + sizeOf(model.wayBack) + ", but the memories are " + sizeOf(model.memories));
    if (model.channelGamma.size() > 0 && model.channelGamma.size() != width)
        usage(std::to_string(model.channelGamma.size()) + " gammas do not fit " + std::to_string(width) + " channels");
    if (!(model.epsilon > 0)) usage("epsilon must be above 0");
    if (!(model.beta > 0)) usage("beta of attention must be above 0");
    if (const auto* power = std::get_if<Power>(&model.law); power && power->order < 2) usage("the power of the memories must be 2 or more");
    if (const auto* softmax = std::get_if<Softmax>(&model.law); softmax && !(softmax->beta > 0))
        usage("beta of the memories must be above 0");
}

void checkTokens(const EnergyTransformer& model, const TokenGraph& graph, const ConstBatch& x) {
    if (x.rows() != model.width() || x.cols() < 1)
        usage("tokens of " + sizeOf(x) + " do not fit a model of width " + std::to_string(model.width()));
    if (graph.size() > 0 && (graph.rows() != x.cols() || graph.cols() != x.cols()))
        usage("a graph of " + std::to_string(graph.rows()) + " x " + std::to_string(graph.cols()) + " does not fit " +
              std::to_string(x.cols()) + " tokens");
}

Matrix normalised(const EnergyTransformer& model, const ConstBatch& x) {
    Centred c(model, x);
    c.difference.array().rowwise() /= c.deviation.array();
    if (model.channelGamma.size() > 0)
        c.difference.array().colwise() *= model.channelGamma.array();
    else
        c.difference *= model.gamma;
    return c.difference.colwise() + model.delta;
}

Vector normPotential(const EnergyTransformer& model, const ConstBatch& x) {
    refuseWithoutLagrangian(model);
    return model.width() * model.gamma * Centred(model, x).deviation.transpose() + x.transpose() * model.delta;
}

// Exactly x.g - L, of which nearly all cancels.
Vector neuronEnergy(const EnergyTransformer& model, const ConstBatch& x) {
    refuseWithoutLagrangian(model);
    return -model.width() * model.gamma * model.epsilon * Centred(model, x).deviation.cwiseInverse().transpose();
}

Matrix normCurvature(const EnergyTransformer& model, const ConstBatch& x, const ConstBatch& d) {
    refuseWithoutLagrangian(model);
    const Centred c(model, x);
    Matrix out = d.rowwise() - d.colwise().mean();
    const Eigen::RowVectorXd along = (c.difference.array() * out.array()).colwise().sum() / (model.width() * c.deviation.array().square());
    out.array() -= c.difference.array().rowwise() * along.array();
    return model.gamma * (out.array().rowwise() / c.deviation.array()).matrix();
}

Vector TransformerLook::energyAsKey() const {
    Vector share = Vector::Zero(g.cols());
    for (std::size_t h = 0; h < attention.size(); ++h) share += attention[h] * energy.attention.row(Eigen::Index(h)).transpose();
    return share;
}

TransformerLook look(const EnergyTransformer& model, const TokenGraph& graph, const ConstBatch& x) {
    TransformerLook l;
    l.g = normalised(model, x);
    l.asQuery = l.asKey = l.towardsMemory = Matrix::Zero(x.rows(), x.cols());
    l.energy.attention.resize(model.headCount(), x.cols());
    const std::size_t heads = model.queries.size();
    std::vector<Matrix> asQuery(heads), asKey(heads);
    l.attention.resize(heads);
    forBlocks(int(heads), 1, [&](int begin, int end) {
        for (int head = begin; head < end; ++head) {
            const auto h = std::size_t(head);
            const Matrix &wq = model.queries[h], &wk = model.keys[h];
            const Matrix k = wk * l.g, q = wq * l.g;
            Matrix p = k.transpose() * q;
            bar(model, graph, p);
            l.energy.attention.row(head) = -attend(model.beta, p).transpose();
            asQuery[h] = wq.transpose() * (k * p);
            if (model.keyTerm) asKey[h] = wk.transpose() * (q * p.transpose());
            l.attention[h] = std::move(p);
        }
    });
    for (std::size_t h = 0; h < heads; ++h) {  // in one order, whichever head was ready first
        l.asQuery += asQuery[h];
        if (model.keyTerm) l.asKey += asKey[h];
    }
    l.energy.memory = Vector::Zero(x.cols());
    if (model.memories.rows() > 0) {
        const Matrix similarity = model.memories * l.g;
        l.energy.memory = -potential(lawOf(model), similarity);
        const Matrix& back = model.wayBack.size() > 0 ? model.wayBack : model.memories;
        l.towardsMemory = back.transpose() * activation(lawOf(model), similarity);
    }
    return l;
}

TransformerEnergy energy(const EnergyTransformer& model, const TokenGraph& graph, const ConstBatch& x) {
    const Matrix g = normalised(model, x);
    TransformerEnergy e{Matrix(model.headCount(), x.cols()), Vector::Zero(x.cols())};
    for (int h = 0; h < model.headCount(); ++h) {
        Matrix p = (model.keys[std::size_t(h)] * g).transpose() * (model.queries[std::size_t(h)] * g);
        bar(model, graph, p);
        e.attention.row(h) = -attend(model.beta, p).transpose();
    }
    if (model.memories.rows() > 0) e.memory = -potential(lawOf(model), model.memories * g);
    return e;
}

Real energyRate(const EnergyTransformer& model, const ConstBatch& x, const ConstBatch& force) {
    return -(force.array() * normCurvature(model, x, force).array()).sum();
}

void step(const EnergyTransformer& model, const TokenGraph& graph, Real alpha, Matrix& x) { x += alpha * look(model, graph, x).force(); }

Real stepDown(const EnergyTransformer& model, const TokenGraph& graph, Real alpha, Matrix& x) {
    const TransformerLook now = look(model, graph, x);
    const Matrix force = now.force();
    const Real before = now.energy.total();
    constexpr int kMostHalvings = 40;
    for (int i = 0; i < kMostHalvings; ++i, alpha /= 2) {
        const Matrix tried = x + alpha * force;
        if (!(energy(model, graph, tried).total() <= before)) continue;
        x = tried;
        return alpha;
    }
    return 0;
}

}  // namespace engram
