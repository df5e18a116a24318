#include "core/learn/tape.h"

#include <algorithm>
#include <limits>

#include "core/base/error.h"
#include "core/compute/isa.h"

namespace engram {

namespace {

std::string sizeText(int rows, int cols) { return std::to_string(rows) + " x " + std::to_string(cols); }

void refuseShape(int rows, long cols) {
    const bool counted = rows >= 1 && cols >= 1 && cols <= std::numeric_limits<int>::max() / rows;
    if (!counted) fail("a matrix of " + std::to_string(rows) + " x " + std::to_string(cols) + " cannot be recorded on a tape");
}

template <class T>
T positive(T beta, const char* what) {
    if (!(beta > 0)) fail(std::string("the beta of a ") + what + " is to be above 0");
    return beta;
}

}  // namespace

template <class T>
Tape<T>::Tape(const std::string& isa) : graph_{&kernelsFor(isa), {}, {}, {}} {}

template <class T>
void Tape<T>::clear() {
    graph_.nodes.clear();
    graph_.arena.release({});
    graph_.indices.release({});
    flowed_ = false;
}

template <class T>
const Node<T>& Tape<T>::at(Var x) const {
    if (x.number < 0 || std::size_t(x.number) >= graph_.nodes.size()) fail("a variable is not on this tape, or the tape was cleared since");
    return graph_.nodes[std::size_t(x.number)];
}

template <class T>
std::string Tape<T>::shape(Var x) const { return sizeText(at(x).rows, at(x).cols); }

// A record that goes on after a backward: the gradients made there are gone.
template <class T>
void Tape<T>::dropGradients() {
    if (!flowed_) return;
    for (Node<T>& node : graph_.nodes) node.gradient = nullptr;
    graph_.arena.release(forwardEnd_);
    flowed_ = false;
}

template <class T>
Var Tape<T>::leaf(const T* values, int rows, int cols, bool wanted, T* outside) {
    refuseShape(rows, cols);
    dropGradients();
    Node<T> node;
    node.rows = rows, node.cols = cols, node.value = values, node.wanted = wanted, node.outside = outside;
    graph_.nodes.push_back(node);
    return {int(graph_.nodes.size()) - 1};
}

template <class T>
T* Tape<T>::copied(const Eigen::Ref<const Matrix>& values) {
    refuseShape(int(values.rows()), long(values.cols()));
    dropGradients();
    T* to = graph_.arena.take(std::size_t(values.size()));
    Eigen::Map<Matrix>(to, values.rows(), values.cols()) = values;
    return to;
}

template <class T>
Var Tape<T>::constant(const T* values, int rows, int cols) { return leaf(values, rows, cols, false, nullptr); }
template <class T>
Var Tape<T>::parameter(const T* values, T* gradient, int rows, int cols) { return leaf(values, rows, cols, true, gradient); }
template <class T>
Var Tape<T>::input(const Eigen::Ref<const Matrix>& v) { return leaf(copied(v), int(v.rows()), int(v.cols()), true, nullptr); }
template <class T>
Var Tape<T>::copy(const Eigen::Ref<const Matrix>& v) { return leaf(copied(v), int(v.rows()), int(v.cols()), false, nullptr); }
template <class T>
Var Tape<T>::number(T value) {
    dropGradients();
    T* to = graph_.arena.take(1);
    *to = value;
    return leaf(to, 1, 1, false, nullptr);
}
template <class T>
Var Tape<T>::detach(Var x) { return leaf(at(x).value, at(x).rows, at(x).cols, false, nullptr); }

// Computes what the node, whose inputs and shape are set, is to hold.
template <class T>
Var Tape<T>::record(Node<T> node) {
    refuseShape(node.rows, node.cols);
    dropGradients();
    for (const int input : {node.a, node.b, node.c}) node.wanted |= input >= 0 && graph_.nodes[std::size_t(input)].wanted;
    node.made = graph_.arena.take(std::size_t(node.size()));
    node.value = node.made;
    ruleOf<T>(node.op).value(graph_, node);
    graph_.nodes.push_back(node);
    return {int(graph_.nodes.size()) - 1};
}

template <class T>
Var Tape<T>::product(Var a, Var b, bool flipA, bool flipB) {
    const int depth = flipA ? rows(a) : cols(a), other = flipB ? cols(b) : rows(b);
    if (depth != other)
        fail("a product of " + shape(a) + (flipA ? " transposed" : "") + " with " + shape(b) + (flipB ? " transposed" : "") +
             " does not fit");
    Node<T> node;
    node.op = Op::Product, node.a = a.number, node.b = b.number, node.flipA = flipA, node.flipB = flipB;
    node.rows = flipA ? cols(a) : rows(a), node.cols = flipB ? rows(b) : cols(b);
    return record(node);
}

template <class T>
Var Tape<T>::linear(Var weight, Var x, Var bias) {
    if (cols(weight) != rows(x) || rows(bias) != rows(weight) || cols(bias) != 1)
        fail("a weight of " + shape(weight) + " and a bias of " + shape(bias) + " do not fit samples of " + shape(x));
    Node<T> node;
    node.op = Op::Linear, node.a = weight.number, node.b = x.number, node.c = bias.number;
    node.rows = rows(weight), node.cols = cols(x);
    return record(node);
}

template <class T>
Var Tape<T>::spread(Op op, Var a, Var b) {
    const bool fits = (rows(b) == rows(a) || rows(b) == 1) && (cols(b) == cols(a) || cols(b) == 1);
    if (!fits)
        fail("cannot " + std::string(ruleOf<T>(op).name) + " " + shape(a) + " and " + shape(b) +
             ": the second is to have the size of the first, or 1");
    Node<T> node;
    node.op = op, node.a = a.number, node.b = b.number, node.rows = rows(a), node.cols = cols(a);
    return record(node);
}
template <class T>
Var Tape<T>::add(Var a, Var b) { return spread(Op::Add, a, b); }
template <class T>
Var Tape<T>::subtract(Var a, Var b) { return spread(Op::Subtract, a, b); }
template <class T>
Var Tape<T>::multiply(Var a, Var b) { return spread(Op::Multiply, a, b); }
template <class T>
Var Tape<T>::divide(Var a, Var b) { return spread(Op::Divide, a, b); }

template <class T>
Var Tape<T>::of(Op op, Var x, int rows, int cols, T factor, T offset) {
    at(x);
    Node<T> node;
    node.op = op, node.a = x.number, node.rows = rows, node.cols = cols, node.factor = factor, node.offset = offset;
    return record(node);
}
template <class T>
Var Tape<T>::affine(Var x, T factor, T offset) { return of(Op::Affine, x, rows(x), cols(x), factor, offset); }
template <class T>
Var Tape<T>::sum(Var x) { return of(Op::Sum, x, 1, 1); }
template <class T>
Var Tape<T>::sumColumns(Var x) { return of(Op::SumColumns, x, 1, cols(x)); }
template <class T>
Var Tape<T>::sumRows(Var x) { return of(Op::SumRows, x, rows(x), 1); }
template <class T>
Var Tape<T>::softmax(Var x, T beta) { return of(Op::Softmax, x, rows(x), cols(x), positive(beta, "softmax")); }
template <class T>
Var Tape<T>::logSumExp(Var x, T beta) { return of(Op::LogSumExp, x, 1, cols(x), positive(beta, "log-sum-exp")); }
template <class T>
Var Tape<T>::standardise(Var x, T epsilon) { return of(Op::Standardise, x, rows(x), cols(x), 1, epsilon); }
template <class T>
Var Tape<T>::transpose(Var x) { return of(Op::Transpose, x, cols(x), rows(x)); }

template <class T>
Var Tape<T>::apply(Function f, Var x) {
    Node<T> node;
    node.op = Op::Apply, node.a = x.number, node.function = f, node.rows = rows(x), node.cols = cols(x);
    return record(node);
}

template <class T>
Var Tape<T>::gatherColumns(Var x, std::span<const int> columns) {
    for (const int column : columns)
        if (column < 0 || column >= cols(x)) fail("there is no column " + std::to_string(column) + " in " + shape(x));
    int* kept = graph_.indices.take(columns.size());
    std::ranges::copy(columns, kept);
    Node<T> node;
    node.op = Op::GatherColumns, node.a = x.number, node.indices = kept, node.rows = rows(x), node.cols = int(columns.size());
    return record(node);
}

template <class T>
Var Tape<T>::sliceRows(Var x, int first, int count) {
    if (first < 0 || count < 1 || count > rows(x) - first)
        fail("there are no " + std::to_string(count) + " rows from row " + std::to_string(first) + " in " + shape(x));
    Node<T> node;
    node.op = Op::SliceRows, node.a = x.number, node.first = first, node.rows = count, node.cols = cols(x);
    return record(node);
}

template <class T>
Var Tape<T>::stackRows(Var above, Var below) {
    if (cols(above) != cols(below)) fail("cannot stack " + shape(above) + " on " + shape(below));
    Node<T> node;
    node.op = Op::StackRows, node.a = above.number, node.b = below.number, node.rows = rows(above) + rows(below), node.cols = cols(above);
    return record(node);
}

template <class T>
T Tape<T>::scalar(Var x) const {
    if (at(x).size() != 1) fail("a value of " + shape(x) + " is not a number");
    return *at(x).value;
}

template <class T>
void Tape<T>::backward(Var loss) {
    const T one = 1;
    backward(loss, View(&one, 1, 1));   // no temporary matrix, which would take memory
}

template <class T>
void Tape<T>::backward(Var y, const Eigen::Ref<const Matrix>& seed) {
    if (rows(y) != seed.rows() || cols(y) != seed.cols())
        fail("a gradient of " + sizeText(int(seed.rows()), int(seed.cols())) + " cannot flow back from " + shape(y));
    if (!at(y).wanted) fail("nothing on the tape before this value wants a gradient");
    dropGradients();
    forwardEnd_ = graph_.arena.mark();
    flowed_ = true;
    const Flow<T> start = graph_.flow(y.number);
    Eigen::Map<Matrix> there(start.to, seed.rows(), seed.cols());
    if (start.add)
        there += seed;
    else
        there = seed;
    for (int i = y.number; i >= 0; --i) {
        const Node<T>& node = graph_.nodes[std::size_t(i)];
        if (node.gradient && node.op != Op::Leaf) ruleOf<T>(node.op).gradient(graph_, node);
    }
}

template <class T>
typename Tape<T>::View Tape<T>::gradient(Var x) {
    at(x);
    Node<T>& node = graph_.nodes[std::size_t(x.number)];
    if (!flowed_ || !node.wanted) fail("no gradient of " + shape(x) + " was asked for");
    if (!node.gradient) {
        const Flow<T> flow = graph_.flow(x.number);
        if (!flow.add) std::fill_n(flow.to, node.size(), T(0));
    }
    return View(node.gradient, node.rows, node.cols);
}

template class Tape<float>;
template class Tape<double>;

}  // namespace engram
