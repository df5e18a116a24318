#include "core/learn/multiply.h"

#include <Eigen/Core>
#include <algorithm>
#include <cstring>

#include "core/compute/aligned.h"
#include "core/learn/blocks.h"
#include "core/learn/panels.h"

namespace engram {

namespace {

// A kernel's rows are our columns: its product reads c' = b' a', where b' lies in memory as b does, and a' is packed. Tasks are whole
// tiles, and the same on any machine.
constexpr int kTaskPanels = 4, kTaskColumns = 24, kFewColumns = 256;

// Row k of a panel holds entries (k, j) of a', which is (j, k) of a.
void pack(const Factor<float>& a, int panelWidth, int panel, float* to) {
    const int first = panel * panelWidth, depth = a.width(), present = std::min(panelWidth, a.height() - first);
    if (a.transposed)
        packColumns(a.data + long(first) * a.rows, a.rows, depth, present, panelWidth, to);
    else
        packRows(a.data + first, a.rows, depth, present, panelWidth, to);
}

void put(const float* from, int count, bool add, float* to) {
    if (!add) return void(std::memcpy(to, from, sizeof(float) * count));
    for (int i = 0; i < count; ++i) to[i] += from[i];
}

struct Job {
    const Kernels& k;
    const Factor<float>&a, &b;
    const float* start;   // padded to whole panels, or null
    bool add;
    float* c;

    int width() const { return k.panelWidth; }
    int height() const { return a.height(); }
    int depth() const { return a.width(); }
    long panelSize() const { return long(width()) * depth(); }
    int panelCount() const { return (height() + width() - 1) / width(); }

    // Columns [top, top + high) of the result, of its rows those of panels [first, last), which lie packed at `panels`.
    void run(const float* panels, int first, int last, int top, int high, float* aside) const {
        const auto product = b.transposed ? k.flippedProduct : k.product;
        const float* left = b.data + (b.transposed ? long(top) : long(top) * b.rows);
        const int direct = add ? first : std::clamp(height() / width(), first, last);   // panels that go straight where they belong
        const auto make = [&](int from, int to, float* out, long stride) {
            product(left, b.rows, high, panels + (from - first) * panelSize(), depth(), to - from, start ? start + from * width() : nullptr,
                    out, stride);
        };
        if (direct > first) make(first, direct, c + long(top) * height() + first * width(), height());
        if (direct == last) return;
        const int wide = (last - direct) * width(), present = std::min(wide, height() - direct * width());
        make(direct, last, aside, wide);
        for (int r = 0; r < high; ++r) put(aside + long(r) * wide, present, add, c + long(top + r) * height() + direct * width());
    }
};

// Many columns: the panels are packed once, and tasks share them.
void multiplyByColumns(const Job& job, Arena<float>& arena) {
    const int count = job.b.width(), panelCount = job.panelCount(), groups = (panelCount + kTaskPanels - 1) / kTaskPanels;
    float* panels = arena.take(std::size_t(panelCount * job.panelSize()));
    const int atOnce = int(std::max(1L, 65536 / job.panelSize()));   // a task packs this many panels
    inBlocks(panelCount, atOnce, [&](int begin, int end) {
        for (int p = begin; p < end; ++p) pack(job.a, job.width(), p, panels + p * job.panelSize());
    });
    inBlocks((count + kTaskColumns - 1) / kTaskColumns * groups, 1, [&](int task, int) {
        const int top = task / groups * kTaskColumns, first = task % groups * kTaskPanels, last = std::min(panelCount, first + kTaskPanels);
        float* aside = threadScratch(std::size_t(last - first) * job.width() * kTaskColumns);
        job.run(panels + first * job.panelSize(), first, last, top, std::min(kTaskColumns, count - top), aside);
    });
}

// Few columns, as in gradients of weights: each task packs a panel for itself, so that cores share less.
void multiplyByPanels(const Job& job) {
    inBlocks(job.panelCount(), 1, [&](int p, int) {
        Pieces pieces(threadScratch(Pieces::rounded(job.panelSize()) + Pieces::rounded(std::size_t(job.width()) * job.b.width())));
        float* panel = pieces.take(job.panelSize());
        pack(job.a, job.width(), p, panel);
        job.run(panel, p, p + 1, 0, job.b.width(), pieces.take(std::size_t(job.width()) * job.b.width()));
    });
}

}  // namespace

template <>
void multiply(const Kernels& k, Arena<float>& arena, const Factor<float>& a, const Factor<float>& b, const float* start, bool add,
              float* c) {
    const auto before = arena.mark();
    Job job{k, a, b, nullptr, add, c};
    if (start) {
        const int height = job.height(), whole = job.panelCount() * job.width();
        float* padded = arena.take(std::size_t(whole));
        std::memcpy(padded, start, sizeof(float) * height);
        std::fill(padded + height, padded + whole, 0.0f);
        job.start = padded;
    }
    if (b.width() <= kFewColumns && job.panelCount() > 1)
        multiplyByPanels(job);
    else
        multiplyByColumns(job, arena);
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
