#include "core/learn/multiply.h"
#include "core/learn/views.h"

namespace engram {

namespace {

template <class T>
Factor<T> factor(const Graph<T>& g, int input, bool transposed) {
    const Node<T>& node = g.nodes[std::size_t(input)];
    return {node.value, node.rows, node.cols, transposed};
}
template <class T>
Factor<T> incoming(const Node<T>& node, bool transposed) { return {node.gradient, node.rows, node.cols, transposed}; }

template <class T>
void multiplyInto(Graph<T>& g, const Factor<T>& a, const Factor<T>& b, int input) {
    const Flow<T> flow = g.flow(input);
    multiply<T>(*g.kernels, g.arena, a, b, nullptr, flow.add, flow.to);
}

template <class T>
void productValue(Graph<T>& g, Node<T>& node) {
    const T* start = node.c >= 0 ? g.nodes[std::size_t(node.c)].value : nullptr;
    multiply<T>(*g.kernels, g.arena, factor(g, node.a, node.flipA), factor(g, node.b, node.flipB), start, false, node.made);
}

// With C = A B: dA = dC B', dB = A' dC; of a stored transpose the transpose.
template <class T>
void productGradient(Graph<T>& g, const Node<T>& node) {
    if (wants(g, node.a)) {
        if (node.flipA)
            multiplyInto(g, factor(g, node.b, node.flipB), incoming(node, true), node.a);
        else
            multiplyInto(g, incoming(node, false), factor(g, node.b, !node.flipB), node.a);
    }
    if (wants(g, node.b)) {
        if (node.flipB)
            multiplyInto(g, incoming(node, true), factor(g, node.a, node.flipA), node.b);
        else
            multiplyInto(g, factor(g, node.a, !node.flipA), incoming(node, false), node.b);
    }
    if (node.c >= 0 && wants(g, node.c)) putColumnSum<T>(g.flow(node.c), node.gradient, node.rows, node.cols);
}

}  // namespace

template <class T>
std::vector<Rule<T>> productRules() {
    return {{Op::Product, "product", productValue<T>, productGradient<T>}, {Op::Linear, "linear", productValue<T>, productGradient<T>}};
}
template std::vector<Rule<float>> productRules();
template std::vector<Rule<double>> productRules();

}  // namespace engram
