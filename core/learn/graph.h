// What a tape has recorded, as plain data, and the rules of its operations: how each computes its value and hands a gradient on.
// An operation is one line of a list of rules (rules_*.cpp) and one way to record it (tape.h).
#pragma once

#include <vector>

#include "core/learn/numbers.h"
#include "core/learn/functions.h"

namespace engram {

// Of the inputs a, b, c of a node.
enum class Op {
    Leaf, Product, Linear, Add, Subtract, Multiply, Divide, Affine, Apply,
    Sum, SumColumns, SumRows, Softmax, LogSumExp, Standardise,
    GatherColumns, SliceRows, StackRows, Transpose
};
constexpr int kOpCount = 19;

template <class T>
struct Node {
    Op op = Op::Leaf;
    Function function = Function::Exp;
    int a = -1, b = -1, c = -1;             // inputs by number
    bool flipA = false, flipB = false;      // of a product
    bool wanted = false;                    // whether a gradient is to reach it
    int rows = 0, cols = 0;
    int first = 0;                          // row of a slice
    T factor = 1, offset = 0;               // scale and shift, beta, epsilon
    const int* indices = nullptr;
    const T* value = nullptr;
    T* made = nullptr;                      // the value again, where this node has computed it
    T* kept = nullptr;                      // what the value's rule keeps for the gradient's
    T* gradient = nullptr;                  // null until something has flowed back
    T* outside = nullptr;                   // of a leaf: where its gradient is added up by its owner

    long size() const { return long(rows) * cols; }
};

// Where a part of a gradient goes: over what is there, or on top of it.
template <class T>
struct Flow {
    T* to;
    bool add;
};

template <class T>
struct Graph {
    const Kernels* kernels;
    std::vector<Node<T>> nodes;
    Arena<T> arena;
    Arena<int> indices;

    Flow<T> flow(int input) {
        Node<T>& node = nodes[std::size_t(input)];
        if (node.outside) return {node.gradient = node.outside, true};
        if (node.gradient) return {node.gradient, true};
        return {node.gradient = arena.take(std::size_t(node.size())), false};
    }
};

template <class T>
struct Rule {
    Op op;
    const char* name;
    void (*value)(Graph<T>&, Node<T>&) = nullptr;            // fills made
    void (*gradient)(Graph<T>&, const Node<T>&) = nullptr;   // hands node.gradient on to the inputs that want one
};
template <class T>
const Rule<T>& ruleOf(Op op);

// The table in parts, a file each.
template <class T> std::vector<Rule<T>> productRules();
template <class T> std::vector<Rule<T>> entryRules();    // entry by entry
template <class T> std::vector<Rule<T>> columnRules();   // sums, and what is made of them
template <class T> std::vector<Rule<T>> movingRules();   // entries move, and nothing is computed

}  // namespace engram
