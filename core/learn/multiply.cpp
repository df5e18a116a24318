#include "core/learn/multiply.h"

#include <Eigen/Core>
#include <algorithm>
#include <cstring>

#include "core/compute/aligned.h"
#include "core/learn/blocks.h"

namespace engram {

namespace {

// A kernel's rows are our columns: its product reads c' = b' a', where b' lies in memory as b does, and a' is packed.
constexpr int kTaskPanels = 4;
int taskRows(int count) { return count > 384 ? 48 : 24; }   // whole tiles, and enough tasks for some cores

// Row k of a panel holds entries (k, j) of a', which is (j, k) of a.
void pack(const Factor<float>& a, int panelWidth, int panel, float* to) {
    const int first = panel * panelWidth, depth = a.width(), present = std::min(panelWidth, a.height() - first);
    if (present < panelWidth) std::memset(to, 0, sizeof(float) * panelWidth * std::size_t(depth));
    if (!a.transposed) {
        for (int k = 0; k < depth; ++k)
            std::memcpy(to + long(k) * panelWidth, a.data + long(k) * a.rows + first, sizeof(float) * present);
        return;
    }
    constexpr int kSide = 16;   // in squares, whose lines stay in the first-level cache on both sides
    for (int k0 = 0; k0 < depth; k0 += kSide)
        for (int j0 = 0; j0 < present; j0 += kSide)
            for (int j = j0; j < std::min(present, j0 + kSide); ++j)
                for (int k = k0; k < std::min(depth, k0 + kSide); ++k) to[long(k) * panelWidth + j] = a.data[long(first + j) * a.rows + k];
}

void put(const float* from, int count, bool add, float* to) {
    if (!add) return void(std::memcpy(to, from, sizeof(float) * count));
    for (int i = 0; i < count; ++i) to[i] += from[i];
}

}  // namespace

template <>
void multiply(const Kernels& k, Arena<float>& arena, const Factor<float>& a, const Factor<float>& b, const float* start, bool add,
              float* c) {
    const int width = k.panelWidth, height = a.height(), depth = a.width(), count = b.width();
    const int panelCount = (height + width - 1) / width, groups = (panelCount + kTaskPanels - 1) / kTaskPanels;
    const auto before = arena.mark();
    float* panels = arena.take(std::size_t(panelCount) * width * depth);
    float* padded = arena.take(start ? std::size_t(panelCount) * width : 0);
    if (start) std::memcpy(padded, start, sizeof(float) * height), std::fill(padded + height, padded + panelCount * width, 0.0f);
    const int atOnce = std::max(1, 65536 / (width * std::max(1, depth)));   // a task packs this many panels
    inBlocks(panelCount, atOnce, [&](int begin, int end) {
        for (int p = begin; p < end; ++p) pack(a, width, p, panels + long(p) * width * depth);
    });

    const auto product = b.transposed ? k.flippedProduct : k.product;
    const int rows = taskRows(count), tasks = (count + rows - 1) / rows * groups;
    inBlocks(tasks, 1, [&](int task, int) {
        const int top = task / groups * rows, high = std::min(rows, count - top);
        const int first = task % groups * kTaskPanels, last = std::min(panelCount, first + kTaskPanels);
        const float* left = b.data + (b.transposed ? long(top) : long(top) * b.rows);
        const int direct = add ? first : std::min(last, height / width);   // panels that go straight where they belong
        const auto run = [&](int p, int panelsHere, float* to, long stride) {
            product(left, b.rows, high, panels + long(p) * width * depth, depth, panelsHere, start ? padded + p * width : nullptr, to, stride);
        };
        if (direct > first) run(first, direct - first, c + long(top) * height + first * width, height);
        if (direct == last) return;
        const int wide = (last - direct) * width, present = std::min(wide, height - direct * width);
        float* aside = threadScratch(std::size_t(wide) * high);
        run(direct, last - direct, aside, wide);
        for (int r = 0; r < high; ++r) put(aside + long(r) * wide, present, add, c + long(top + r) * height + direct * width);
    });
    arena.release(before);
}

template <>
void multiply(const Kernels&, Arena<double>&, const Factor<double>& a, const Factor<double>& b, const double* start, bool add, double* c) {
    const Eigen::Map<const Eigen::MatrixXd> left(a.data, a.rows, a.cols), right(b.data, b.rows, b.cols);
    Eigen::Map<Eigen::MatrixXd> result(c, a.height(), b.width());
    if (!add) result.setZero();
    if (a.transposed && b.transposed)
        result.noalias() += left.transpose() * right.transpose();
    else if (a.transposed)
        result.noalias() += left.transpose() * right;
    else if (b.transposed)
        result.noalias() += left * right.transpose();
    else
        result.noalias() += left * right;
    if (start) result.colwise() += Eigen::Map<const Eigen::VectorXd>(start, a.height());
}

}  // namespace engram
