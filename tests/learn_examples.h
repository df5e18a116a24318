// Small programs on a tape that between them use every operation in every form it has; what is derived is a number made of their result.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/learn/tape.h"

namespace engram::test {

struct InputShape {
    int rows, cols;
};

template <class T>
struct TapeExample {
    Op op;
    std::string name;
    std::vector<InputShape> inputs;
    double low, high;   // of the entries of the inputs
    std::function<Var(Tape<T>&, const std::vector<Var>&)> record;
};

template <class T>
std::vector<TapeExample<T>> tapeExamples() {
    using Vars = const std::vector<Var>&;
    std::vector<TapeExample<T>> list;
    for (const bool flipA : {false, true})
        for (const bool flipB : {false, true})
            list.push_back({Op::Product, std::string("product") + (flipA ? " a'" : " a") + (flipB ? " b'" : " b"),
                            {flipA ? InputShape{5, 37} : InputShape{37, 5}, flipB ? InputShape{29, 5} : InputShape{5, 29}}, -1, 1,
                            [=](Tape<T>& t, Vars x) { return t.product(x[0], x[1], flipA, flipB); }});
    list.push_back({Op::Product, "product with itself", {{4, 4}}, -1, 1, [](Tape<T>& t, Vars x) { return t.product(x[0], x[0]); }});
    list.push_back(
        {Op::Linear, "linear", {{35, 3}, {3, 7}, {35, 1}}, -1, 1, [](Tape<T>& t, Vars x) { return t.linear(x[0], x[1], x[2]); }});

    // The second input as large as the first, a column, a row and a number.
    using Two = Var (Tape<T>::*)(Var, Var);
    struct Pair { Op op; const char* name; Two record; };
    for (const auto& [op, name, two] : {Pair{Op::Add, "add", &Tape<T>::add}, Pair{Op::Subtract, "subtract", &Tape<T>::subtract},
                                        Pair{Op::Multiply, "multiply", &Tape<T>::multiply}, Pair{Op::Divide, "divide", &Tape<T>::divide}}) {
        for (const InputShape second : {InputShape{5, 6}, InputShape{5, 1}, InputShape{1, 6}, InputShape{1, 1}})
            list.push_back({op,
                            std::string(name) + " " + std::to_string(second.rows) + " x " + std::to_string(second.cols),
                            {{5, 6}, second},
                            0.3,
                            2,
                            [two = two](Tape<T>& t, Vars x) { return (t.*two)(x[0], x[1]); }});
        list.push_back(
            {op, std::string(name) + " itself", {{5, 6}}, 0.3, 2, [two = two](Tape<T>& t, Vars x) { return (t.*two)(x[0], x[0]); }});
    }
    list.push_back({Op::Affine, "affine", {{3, 4}}, -1, 1, [](Tape<T>& t, Vars x) { return t.affine(x[0], T(-1.5), T(0.25)); }});
    for (const FunctionEntry& entry : functions())
        list.push_back({Op::Apply, entry.name, {{3, 7}}, entry.low, entry.high,
                        [f = entry.function](Tape<T>& t, Vars x) { return t.apply(f, x[0]); }});

    list.push_back({Op::Sum, "sum", {{5, 6}}, -1, 1, [](Tape<T>& t, Vars x) { return t.sum(x[0]); }});
    list.push_back({Op::Sum, "mean", {{5, 6}}, -1, 1, [](Tape<T>& t, Vars x) { return t.mean(x[0]); }});
    list.push_back({Op::SumColumns, "sum columns", {{5, 6}}, -1, 1, [](Tape<T>& t, Vars x) { return t.sumColumns(x[0]); }});
    list.push_back({Op::SumRows, "sum rows", {{5, 6}}, -1, 1, [](Tape<T>& t, Vars x) { return t.sumRows(x[0]); }});
    for (const T beta : {T(1), T(3.5)}) {
        list.push_back({Op::Softmax, "softmax", {{5, 6}}, -1, 1, [=](Tape<T>& t, Vars x) { return t.softmax(x[0], beta); }});
        list.push_back({Op::Softmax, "softmax of rows", {{5, 6}}, -1, 1, [=](Tape<T>& t, Vars x) { return t.softmaxRows(x[0], beta); }});
        list.push_back({Op::LogSumExp, "log-sum-exp", {{5, 6}}, -1, 1, [=](Tape<T>& t, Vars x) { return t.logSumExp(x[0], beta); }});
        list.push_back(
            {Op::LogSumExp, "log-sum-exp of rows", {{5, 6}}, -1, 1, [=](Tape<T>& t, Vars x) { return t.logSumExpRows(x[0], beta); }});
    }
    list.push_back({Op::Standardise, "standardise", {{7, 4}}, -1, 1, [](Tape<T>& t, Vars x) { return t.standardise(x[0]); }});
    list.push_back({Op::Standardise, "layer norm, gamma a number", {{7, 4}, {1, 1}, {7, 1}}, 0.1, 1,
                    [](Tape<T>& t, Vars x) { return t.layerNorm(x[0], x[1], x[2]); }});
    list.push_back({Op::Standardise, "layer norm, gamma a column", {{7, 4}, {7, 1}, {7, 1}}, 0.1, 1,
                    [](Tape<T>& t, Vars x) { return t.layerNorm(x[0], x[1], x[2]); }});

    list.push_back({Op::GatherColumns, "gather columns, one twice", {{3, 5}}, -1, 1, [](Tape<T>& t, Vars x) {
                        const int columns[] = {4, 0, 4, 2};
                        return t.gatherColumns(x[0], columns);
                    }});
    list.push_back({Op::SliceRows, "slice rows", {{6, 4}}, -1, 1, [](Tape<T>& t, Vars x) { return t.sliceRows(x[0], 2, 3); }});
    list.push_back({Op::StackRows, "stack rows", {{2, 4}, {3, 4}}, -1, 1, [](Tape<T>& t, Vars x) { return t.stackRows(x[0], x[1]); }});
    list.push_back({Op::StackRows, "stack itself", {{2, 4}}, -1, 1, [](Tape<T>& t, Vars x) { return t.stackRows(x[0], x[0]); }});
    list.push_back({Op::Transpose, "transpose", {{2, 5}}, -1, 1, [](Tape<T>& t, Vars x) { return t.transpose(x[0]); }});
    list.push_back({Op::Leaf, "an input itself", {{2, 5}}, -1, 1, [](Tape<T>&, Vars x) { return x[0]; }});
    // What flows along several ways meets on top of each other.
    list.push_back({Op::Add, "many uses", {{4, 4}, {4, 1}}, 0.3, 1, [](Tape<T>& t, Vars x) {
                        const int columns[] = {1, 3};
                        const Var moved = t.stackRows(t.sliceRows(x[0], 0, 2), t.transpose(t.gatherColumns(x[0], columns)));
                        const Var weights = t.multiply(t.softmax(x[0]), t.apply(Function::Tanh, x[0]));
                        const Var sums = t.add(t.linear(x[0], t.affine(x[0], T(2), T(1)), x[1]), t.product(x[0], x[0], true, true));
                        return t.add(t.divide(t.add(moved, weights), x[1]),
                                     t.add(t.subtract(sums, t.standardise(x[0])), t.logSumExp(x[0])));
                    }});
    return list;
}

// Entries between low and high.
template <class T>
typename Tape<T>::Matrix entries(int rows, int cols, double low, double high, std::uint64_t seed) {
    typename Tape<T>::Matrix matrix(rows, cols);
    Random random(seed, 0);
    for (Eigen::Index i = 0; i < matrix.size(); ++i) matrix.data()[i] = T(random.uniform(low, high));
    return matrix;
}

}  // namespace engram::test
