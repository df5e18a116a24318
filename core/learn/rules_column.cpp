#include <cmath>
#include <limits>

#include "core/learn/views.h"

namespace engram {

namespace {

// Blocks of whole columns: body(q) for each.
template <class T, class Body>
void eachColumn(const Node<T>& x, const Body& body) {
    inBlocks(x.cols, std::max(1, 8192 / x.rows), [&](int first, int last) {
        for (int q = first; q < last; ++q) body(q);
    });
}
template <class T>
ConstColumn<T> columnOf(const T* data, int rows, int q) { return column(data + long(q) * rows, rows); }
template <class T>
Column<T> columnOf(T* data, int rows, int q) { return column(data + long(q) * rows, rows); }
template <class T>
const T* gradientOf(const Node<T>& node) { return node.gradient; }

template <class T>
void sumValue(Graph<T>& g, Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    double sum = 0;   // of a loss over many samples, in float too
    for (int q = 0; q < x.cols; ++q) sum += double(columnOf(x.value, x.rows, q).sum());
    *node.made = T(sum);
}
template <class T>
void sumGradient(Graph<T>& g, const Node<T>& node) {
    const long size = inputOf(g, node.a).size();
    const Flow<T> flow = g.flow(node.a);
    alongBlocks(size, [&](long i, int count) {
        put(flow, column(flow.to + i, count), Eigen::Array<T, Eigen::Dynamic, 1>::Constant(count, *node.gradient));
    });
}

template <class T>
void sumColumnsValue(Graph<T>& g, Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    eachColumn(x, [&](int q) { node.made[q] = columnOf(x.value, x.rows, q).sum(); });
}
template <class T>
void sumColumnsGradient(Graph<T>& g, const Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    const Flow<T> flow = g.flow(node.a);
    eachColumn(x, [&](int q) {
        put(flow, columnOf(flow.to, x.rows, q), Eigen::Array<T, Eigen::Dynamic, 1>::Constant(x.rows, node.gradient[q]));
    });
}

template <class T>
void sumRowsValue(Graph<T>& g, Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    putColumnSum<T>({node.made, false}, x.value, x.rows, x.cols);
}
template <class T>
void sumRowsGradient(Graph<T>& g, const Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    const Flow<T> flow = g.flow(node.a);
    eachColumn(x, [&](int q) { put(flow, columnOf(flow.to, x.rows, q), column(gradientOf(node), x.rows)); });
}

HiddenLaw softmaxLaw(float beta) { return {HiddenKind::Softmax, beta, 0, false}; }

void weigh(const Kernels& k, float beta, ConstColumn<float> x, Column<float> weights) {
    weights = x;
    weights *= k.hiddenWeights(softmaxLaw(beta), weights.data(), int(x.size()), 0).factor;
}
void weigh(const Kernels&, double beta, ConstColumn<double> x, Column<double> weights) {
    weights = (beta * (x - x.maxCoeff())).exp();
    weights /= weights.sum();
}
float potential(const Kernels& k, float beta, ConstColumn<float> x) {
    return k.hiddenPotential(softmaxLaw(beta), x.data(), int(x.size()), 0);
}
double potential(const Kernels&, double beta, ConstColumn<double> x) {
    const double most = x.maxCoeff();
    return most + std::log((beta * (x - most)).exp().sum()) / beta;
}

// Where everything is masked there is no largest entry to subtract.
template <class T>
bool isNothing(ConstColumn<T> x) {
    constexpr T kNothing = -std::numeric_limits<T>::infinity();
    return x[0] == kNothing && (x == kNothing).all();
}
template <class T>
void weighSafely(const Kernels& k, T beta, ConstColumn<T> x, Column<T> weights) {
    if (isNothing<T>(x))
        weights.setZero();
    else
        weigh(k, beta, x, weights);
}

template <class T>
void softmaxValue(Graph<T>& g, Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    eachColumn(x, [&](int q) { weighSafely<T>(*g.kernels, node.factor, columnOf(x.value, x.rows, q), columnOf(node.made, x.rows, q)); });
}
template <class T>
void softmaxGradient(Graph<T>& g, const Node<T>& node) {
    const Flow<T> flow = g.flow(node.a);
    eachColumn(node, [&](int q) {
        const auto y = columnOf(node.value, node.rows, q), d = columnOf(gradientOf(node), node.rows, q);
        const T mean = (y * d).sum();
        put(flow, columnOf(flow.to, node.rows, q), node.factor * y * (d - mean));
    });
}

template <class T>
void logSumExpValue(Graph<T>& g, Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    node.kept = g.arena.take(std::size_t(x.size()));
    eachColumn(x, [&](int q) {
        const auto from = columnOf(x.value, x.rows, q);
        weighSafely<T>(*g.kernels, node.factor, from, columnOf(node.kept, x.rows, q));
        node.made[q] = isNothing<T>(from) ? -std::numeric_limits<T>::infinity() : potential(*g.kernels, node.factor, from);
    });
}
template <class T>
void logSumExpGradient(Graph<T>& g, const Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    const Flow<T> flow = g.flow(node.a);
    eachColumn(x, [&](int q) { put(flow, columnOf(flow.to, x.rows, q), node.gradient[q] * columnOf(node.kept, x.rows, q)); });
}

template <class T>
void standardiseValue(Graph<T>& g, Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    node.kept = g.arena.take(std::size_t(x.cols));   // 1 / sqrt(variance + epsilon)
    eachColumn(x, [&](int q) {
        const auto from = columnOf(x.value, x.rows, q);
        auto to = columnOf(node.made, x.rows, q);
        to = from - from.mean();
        node.kept[q] = 1 / std::sqrt(to.square().mean() + node.offset);
        to *= node.kept[q];
    });
}
template <class T>
void standardiseGradient(Graph<T>& g, const Node<T>& node) {
    const Flow<T> flow = g.flow(node.a);
    eachColumn(node, [&](int q) {
        const auto y = columnOf(node.value, node.rows, q), d = columnOf(gradientOf(node), node.rows, q);
        const T mean = d.mean(), along = (d * y).mean();
        put(flow, columnOf(flow.to, node.rows, q), node.kept[q] * (d - mean - along * y));
    });
}

}  // namespace

template <class T>
std::vector<Rule<T>> columnRules() {
    return {{Op::Sum, "sum", sumValue<T>, sumGradient<T>},
            {Op::SumColumns, "sum columns", sumColumnsValue<T>, sumColumnsGradient<T>},
            {Op::SumRows, "sum rows", sumRowsValue<T>, sumRowsGradient<T>},
            {Op::Softmax, "softmax", softmaxValue<T>, softmaxGradient<T>},
            {Op::LogSumExp, "log-sum-exp", logSumExpValue<T>, logSumExpGradient<T>},
            {Op::Standardise, "standardise", standardiseValue<T>, standardiseGradient<T>}};
}
template std::vector<Rule<float>> columnRules();
template std::vector<Rule<double>> columnRules();

}  // namespace engram
