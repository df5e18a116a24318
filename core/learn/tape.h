// Reverse-mode derivatives of programs on matrices (Griewank & Walther, Evaluating Derivatives, ch. 3). A batch holds one sample per
// column, as everywhere in the core: x is features x samples. An operation computes its value when it is called; `backward` then goes
// through the record once, from the end. Made anew for each step after clear(), which keeps all memory: a warm step allocates nothing.
#pragma once

#include <Eigen/Core>
#include <span>

#include "core/learn/graph.h"

namespace engram {

// A matrix on a tape; valid until the tape is cleared.
struct Var {
    int number = -1;
};

template <class T>
class Tape {
public:
    using Matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>;
    using View = Eigen::Map<const Matrix>;

    explicit Tape(const std::string& isa = {});   // as kernelsFor; for floats
    void clear();

    // Leaves. Those that take pointers or references to stored matrices refer to them: they must outlive the record.
    Var constant(const T* values, int rows, int cols);
    Var parameter(const T* values, T* gradient, int rows, int cols);   // its gradient is added to what is there
    Var input(const Eigen::Ref<const Matrix>& values);                 // copied; its gradient is kept for gradient()
    Var copy(const Eigen::Ref<const Matrix>& values);                  // copied; without gradient
    Var number(T value);                                               // 1 x 1, without gradient
    Var detach(Var x);                                                 // the value, through which no gradient goes

    Var product(Var a, Var b, bool flipA = false, bool flipB = false); // of a or its transpose with b or its transpose
    Var linear(Var weight, Var x, Var bias);                           // weight x + bias in each column; bias is rows x 1
    // The second may also be a column (rows x 1), a row (1 x columns) or a number (1 x 1), which then holds everywhere.
    Var add(Var a, Var b);
    Var subtract(Var a, Var b);
    Var multiply(Var a, Var b);
    Var divide(Var a, Var b);
    Var affine(Var x, T factor, T offset);                             // factor x + offset
    Var apply(Function f, Var x);

    Var sum(Var x);                                                    // 1 x 1
    Var sumColumns(Var x);                                             // of each column: 1 x columns
    Var sumRows(Var x);                                                // of each row: rows x 1
    // Within each column, safe for any size of entries, -infinity included; a column of nothing else has weights 0.
    Var softmax(Var x, T beta = 1);
    Var logSumExp(Var x, T beta = 1);                                  // log(sum exp(beta x)) / beta: 1 x columns
    Var standardise(Var x, T epsilon = T(1e-5));                       // each column less its mean, over sqrt(variance + epsilon)

    Var gatherColumns(Var x, std::span<const int> columns);
    Var sliceRows(Var x, int first, int count);
    Var stackRows(Var above, Var below);
    Var transpose(Var x);

    // Made of the above.
    Var scale(Var x, T factor) { return affine(x, factor, 0); }
    Var mean(Var x) { return scale(sum(x), 1 / T(at(x).size())); }
    Var softmaxRows(Var x, T beta = 1) { return transpose(softmax(transpose(x), beta)); }
    Var logSumExpRows(Var x, T beta = 1) { return transpose(logSumExp(transpose(x), beta)); }
    // gamma and delta: a number or a column each (Ba, Kiros & Hinton 2016; a number gamma in the Energy Transformer).
    Var layerNorm(Var x, Var gamma, Var delta, T epsilon = T(1e-5)) { return add(multiply(standardise(x, epsilon), gamma), delta); }
    // The mean over columns of -log softmax(logits)[class], where `classes` has a 1 in the row of the class.
    Var crossEntropy(Var logits, Var classes) { return mean(subtract(logSumExp(logits), sumColumns(multiply(logits, classes)))); }

    int rows(Var x) const { return at(x).rows; }
    int cols(Var x) const { return at(x).cols; }
    View value(Var x) const { return View(at(x).value, rows(x), cols(x)); }
    T scalar(Var x) const;                                             // of a 1 x 1

    // Gradients of `loss`, which is 1 x 1, or of sum(seed y). Gradients on the tape are those of the last call, parameters' add up. With
    // the seed e_i in each column, the gradient of an input is row i of the Jacobian of each sample.
    void backward(Var loss);
    void backward(Var y, const Eigen::Ref<const Matrix>& seed);
    View gradient(Var x);                                              // zeros where nothing reached it

private:
    const Node<T>& at(Var x) const;
    std::string shape(Var x) const;
    Var leaf(const T* values, int rows, int cols, bool wanted, T* outside);
    T* copied(const Eigen::Ref<const Matrix>& values);
    Var record(Node<T> node);
    Var spread(Op op, Var a, Var b);
    Var of(Op op, Var x, int rows, int cols, T factor = 1, T offset = 0);
    void dropGradients();

    Graph<T> graph_;
    bool flowed_ = false;                     // gradients lie in the arena, after
    typename Arena<T>::Mark forwardEnd_;
};

}  // namespace engram
