// Eigen's view of the plain memory that rules work on. Only rules_*.cpp include it.
#pragma once

#include <Eigen/Core>

#include "core/learn/blocks.h"
#include "core/learn/graph.h"

namespace engram {

template <class T>
using Column = Eigen::Map<Eigen::Array<T, Eigen::Dynamic, 1>>;
template <class T>
using ConstColumn = Eigen::Map<const Eigen::Array<T, Eigen::Dynamic, 1>>;

template <class T>
Column<T> column(T* data, long count) { return {data, count}; }
template <class T>
ConstColumn<T> column(const T* data, long count) { return {data, count}; }

template <class T>
auto whole(T* data, int rows, int cols) { return Eigen::Map<Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>>(data, rows, cols); }
template <class T>
auto whole(const T* data, int rows, int cols) {
    return Eigen::Map<const Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>>(data, rows, cols);
}
template <class Data, class T>
auto whole(Data* data, const Node<T>& node) { return whole(data, node.rows, node.cols); }

template <class T>
const Node<T>& inputOf(const Graph<T>& g, int input) { return g.nodes[std::size_t(input)]; }
template <class T>
bool wants(const Graph<T>& g, int input) { return inputOf(g, input).wanted; }

// Over or on top of what is in `to`, a part of flow.to.
template <class T, class To, class Values>
void put(const Flow<T>& flow, To to, const Values& values) {
    if (flow.add)
        to += values;
    else
        to = values;
}

// For parts that meet in one place: zeros first, then everything on top.
template <class T>
T* opened(const Flow<T>& flow, long size) {
    if (!flow.add) std::fill_n(flow.to, size, T(0));
    return flow.to;
}

// The sum over columns, one after the other: the entries of a column lie side by side.
template <class T>
void putColumnSum(const Flow<T>& flow, const T* columns, int rows, int count) {
    T* to = opened(flow, rows);
    constexpr int kRows = 32;
    inBlocks(rows, kRows, [&](int first, int last) {
        Eigen::Array<T, Eigen::Dynamic, 1, 0, kRows, 1> sum = column(to + first, last - first);
        for (int q = 0; q < count; ++q) sum += column(columns + long(q) * rows + first, last - first);
        column(to + first, last - first) = sum;
    });
}

}  // namespace engram
