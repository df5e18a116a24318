#include "core/learn/views.h"

namespace engram {

namespace {

// Calls body(i, count, j): entries from i on, `count` of them, that meet entries from j on of the second input. Where the second is as
// large as the first, blocks of the whole; else columns, in blocks.
template <class T, class Body>
void together(const Node<T>& node, const Node<T>& second, const Body& body) {
    if (second.size() == node.size()) return alongBlocks(node.size(), [&](long i, int count) { body(i, count, i); });
    const int rows = node.rows, jump = second.cols == 1 ? 0 : second.rows;
    inBlocks(node.cols, std::max(1, 8192 / rows), [&](int first, int last) {
        for (int q = first; q < last; ++q) body(long(q) * rows, rows, long(q) * jump);
    });
}

template <Op kOp, class A, class B, class To>
void combine(To to, const A& a, const B& b) {
    if constexpr (kOp == Op::Add) to = a + b;
    if constexpr (kOp == Op::Subtract) to = a - b;
    if constexpr (kOp == Op::Multiply) to = a * b;
    if constexpr (kOp == Op::Divide) to = a / b;
}

template <class T, Op kOp>
void binaryValue(Graph<T>& g, Node<T>& node) {
    const Node<T>&a = inputOf(g, node.a), &b = inputOf(g, node.b);
    together(node, b, [&](long i, int count, long j) {
        if (b.rows == node.rows)
            combine<kOp>(column(node.made + i, count), column(a.value + i, count), column(b.value + j, count));
        else
            combine<kOp>(column(node.made + i, count), column(a.value + i, count), b.value[j]);
    });
}

// What reaches the second, before it is summed over the places where an entry of it was used.
template <class T, Op kOp, class D, class Y, class A, class B>
void secondPart(Column<T> to, const D& d, const Y& y, const A& a, const B& b) {
    if constexpr (kOp == Op::Add) to = d;
    if constexpr (kOp == Op::Subtract) to = -d;
    if constexpr (kOp == Op::Multiply) to = d * a;
    if constexpr (kOp == Op::Divide) to = -d * y / b;
}

template <class T, Op kOp>
void flowToFirst(Graph<T>& g, const Node<T>& node) {
    const Node<T>& b = inputOf(g, node.b);
    const Flow<T> flow = g.flow(node.a);
    together(node, b, [&](long i, int count, long j) {
        const auto d = column(static_cast<const T*>(node.gradient + i), count);
        const auto with = [&](const auto& other) {
            if constexpr (kOp == Op::Multiply) put(flow, column(flow.to + i, count), d * other);
            else if constexpr (kOp == Op::Divide) put(flow, column(flow.to + i, count), d / other);
            else put(flow, column(flow.to + i, count), d);
        };
        b.rows == node.rows ? with(column(b.value + j, count)) : with(b.value[j]);
    });
}

template <class T, Op kOp>
void flowToSecond(Graph<T>& g, const Node<T>& node) {
    const Node<T>&a = inputOf(g, node.a), &b = inputOf(g, node.b);
    const Flow<T> flow = g.flow(node.b);
    const bool same = b.size() == node.size();
    const auto before = g.arena.mark();
    T* parts = same && !flow.add ? flow.to : g.arena.take(std::size_t(node.size()));
    together(node, b, [&](long i, int count, long j) {
        const auto d = column(static_cast<const T*>(node.gradient + i), count), y = column(node.value + i, count);
        const auto with = [&](const auto& other) { secondPart<T, kOp>(column(parts + i, count), d, y, column(a.value + i, count), other); };
        b.rows == node.rows ? with(column(b.value + j, count)) : with(b.value[j]);
    });
    const auto all = whole(static_cast<const T*>(parts), node);
    if (same) {
        if (flow.add) column(flow.to, node.size()) += column(static_cast<const T*>(parts), node.size());
    } else if (b.size() == 1) {
        double sum = 0;
        for (int q = 0; q < node.cols; ++q) sum += double(all.col(q).sum());
        put(flow, column(flow.to, 1), T(sum));
    } else if (b.cols == 1) {
        putColumnSum<T>(flow, parts, b.rows, node.cols);
    } else {
        put(flow, column(flow.to, b.cols), all.colwise().sum().transpose().array());
    }
    g.arena.release(before);
}

template <class T, Op kOp>
void binaryGradient(Graph<T>& g, const Node<T>& node) {
    if (wants(g, node.a)) flowToFirst<T, kOp>(g, node);
    if (wants(g, node.b)) flowToSecond<T, kOp>(g, node);
}

template <class T>
void affineValue(Graph<T>& g, Node<T>& node) {
    const Node<T>& x = inputOf(g, node.a);
    alongBlocks(node.size(), [&](long i, int count) {
        column(node.made + i, count) = node.factor * column(x.value + i, count) + node.offset;
    });
}
template <class T>
void affineGradient(Graph<T>& g, const Node<T>& node) {
    const Flow<T> flow = g.flow(node.a);
    alongBlocks(node.size(), [&](long i, int count) {
        put(flow, column(flow.to + i, count), node.factor * column(static_cast<const T*>(node.gradient + i), count));
    });
}

template <class T>
void applyValue(Graph<T>& g, Node<T>& node) { applyAll(*g.kernels, node.function, inputOf(g, node.a).value, node.size(), node.made); }
template <class T>
void applyGradient(Graph<T>& g, const Node<T>& node) {
    const Flow<T> flow = g.flow(node.a);
    applyBackAll(*g.kernels, node.function, inputOf(g, node.a).value, node.value, node.gradient, node.size(), flow.add, flow.to);
}

}  // namespace

template <class T>
std::vector<Rule<T>> entryRules() {
    return {{Op::Add, "add", binaryValue<T, Op::Add>, binaryGradient<T, Op::Add>},
            {Op::Subtract, "subtract", binaryValue<T, Op::Subtract>, binaryGradient<T, Op::Subtract>},
            {Op::Multiply, "multiply", binaryValue<T, Op::Multiply>, binaryGradient<T, Op::Multiply>},
            {Op::Divide, "divide", binaryValue<T, Op::Divide>, binaryGradient<T, Op::Divide>},
            {Op::Affine, "affine", affineValue<T>, affineGradient<T>},
            {Op::Apply, "apply", applyValue<T>, applyGradient<T>}};
}
template std::vector<Rule<float>> entryRules();
template std::vector<Rule<double>> entryRules();

}  // namespace engram
