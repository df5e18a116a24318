#include "core/learn/views.h"

namespace engram {

namespace {

template <class T>
void gatherValue(Graph<T>& g, Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    for (int q = 0; q < node.cols; ++q) std::copy_n(x.value + long(node.indices[q]) * x.rows, x.rows, node.made + long(q) * x.rows);
}
template <class T>
void gatherGradient(Graph<T>& g, const Node<T>& node) {
    const int rows = node.rows;
    T* to = opened(g.flow(node.a), inputOf(g, node.a).size());
    for (int q = 0; q < node.cols; ++q) column(to + long(node.indices[q]) * rows, rows) += column(node.gradient + long(q) * rows, rows);
}

template <class T>
void sliceValue(Graph<T>& g, Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    whole(node.made, node) = whole(x.value, x).middleRows(node.first, node.rows);
}
template <class T>
void sliceGradient(Graph<T>& g, const Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    T* to = opened(g.flow(node.a), x.size());
    whole(to, x).middleRows(node.first, node.rows) += whole(node.gradient, node);
}

template <class T>
void stackValue(Graph<T>& g, Node<T>& node) {
    const Node<T>&above = inputOf(g, node.a), &below = inputOf(g, node.b);
    auto all = whole(node.made, node);
    all.topRows(above.rows) = whole(above.value, above);
    all.bottomRows(below.rows) = whole(below.value, below);
}
template <class T>
void stackGradient(Graph<T>& g, const Node<T>& node) {
    const auto hand = [&](int input, int first) {
        if (!wants(g, input)) return;
        const Flow<T> flow = g.flow(input);
        const Node<T>& part = inputOf(g, input);
        put(flow, whole(flow.to, part), whole(node.gradient, node).middleRows(first, part.rows));
    };
    hand(node.a, 0);
    hand(node.b, inputOf(g, node.a).rows);
}

template <class T>
void transposeValue(Graph<T>& g, Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    whole(node.made, node) = whole(x.value, x).transpose();
}
template <class T>
void transposeGradient(Graph<T>& g, const Node<T>& node) {
    const Flow<T> flow = g.flow(node.a);
    put(flow, whole(flow.to, node.cols, node.rows), whole(node.gradient, node).transpose());
}

}  // namespace

template <class T>
std::vector<Rule<T>> movingRules() {
    return {{Op::GatherColumns, "gather columns", gatherValue<T>, gatherGradient<T>},
            {Op::SliceRows, "slice rows", sliceValue<T>, sliceGradient<T>},
            {Op::StackRows, "stack rows", stackValue<T>, stackGradient<T>},
            {Op::Transpose, "transpose", transposeValue<T>, transposeGradient<T>}};
}
template std::vector<Rule<float>> movingRules();
template std::vector<Rule<double>> movingRules();

}  // namespace engram
