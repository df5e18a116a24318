#include "core/learn/fly_net.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <utility>

#include <sys/mman.h>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/compute/fly_kernels.h"

namespace engram {

namespace {

constexpr std::uint64_t kWeightStream = 62;
constexpr int kWindowsATask = 128, kRowsATask = 512, kCellsATask = 64;
constexpr float kLeastScale = 1e-4f;
constexpr double kLeastLargest = 1e-30;  // "prec" of the published code
constexpr double kMostWeights = 2e9;

// What one cell learns from the windows it won; what it touches is listed in arrays that all cells share.
struct Lesson {
    long first = 0;
    int count = 0;
    double driven = 0, largest = 0;
    double decayBound = 0;  // no weight that is not touched changes by more
};

// Large tables in large pages: a window reads rows from all over.
void spread(void* start, std::size_t bytes) {
    constexpr std::size_t kPage = 4096;
    const auto from = (reinterpret_cast<std::uintptr_t>(start) + kPage - 1) / kPage * kPage;
    if (bytes > (4u << 20)) madvise(reinterpret_cast<void*>(from), bytes - kPage, MADV_HUGEPAGE);
}

}  // namespace

void FlyNet::resize(int words, int cells) {
    if (words < 1 || cells < 1) usage("a network needs words and cells");
    words_ = words, cells_ = cells;
    stride_ = (cells + kFlyLine - 1) / kFlyLine * kFlyLine;
    if (double(stride_) * 2 * words > kMostWeights)
        fail(std::to_string(cells) + " cells for " + std::to_string(words) + " words need more than 8 GB: fewer of either");
    spread(table_.grow(std::size_t(stride_) * std::size_t(inputs())), bytes());
    std::memset(table_.data(), 0, bytes());
    bias_.grow(std::size_t(stride_)), padded_.grow(std::size_t(stride_));
    for (long k = 0; k < stride_; ++k) {
        bias_.data()[k] = k < cells ? 0 : -std::numeric_limits<float>::infinity();
        padded_.data()[k] = k < cells ? 1 : 0;
    }
    scale_.assign(std::size_t(cells), 1), bound_.assign(std::size_t(cells), 0), squares_.assign(std::size_t(cells), 0);
}

FlyNet::FlyNet(int words, int cells, double initialNorm, std::uint64_t seed) {
    resize(words, cells);
    const double sigma = initialNorm / std::sqrt(double(inputs()));
    forBlocks(inputs(), kRowsATask, [&](int begin, int end) {
        for (int i = begin; i < end; ++i) {
            Random random(seed, (kWeightStream << 32) + std::uint64_t(i));
            for (int k = 0; k < cells_; ++k) table_.data()[i * stride_ + k] = float(sigma * random.normal());
        }
    });
    measureColumns();
}

FlyNet::FlyNet(const Eigen::MatrixXf& weights) {
    resize(int(weights.cols()) / 2, int(weights.rows()));
    for (int i = 0; i < inputs(); ++i)
        for (int k = 0; k < cells_; ++k) table_.data()[i * stride_ + k] = weights(k, i);
    measureColumns();
}

FlyNet& FlyNet::operator=(const FlyNet& other) {
    if (this == &other) return *this;
    words_ = other.words_, cells_ = other.cells_, stride_ = other.stride_;
    scale_ = other.scale_, bound_ = other.bound_, squares_ = other.squares_;
    const auto width = std::size_t(stride_), all = width * std::size_t(inputs());
    const auto copy = [](AlignedFloats& to, const AlignedFloats& from, std::size_t count) {
        if (count == 0) return;
        const float* before = to.data();
        if (to.grow(count) != before) spread(to.data(), count * sizeof(float));
        std::memcpy(to.data(), from.data(), count * sizeof(float));
    };
    copy(table_, other.table_, all), copy(bias_, other.bias_, width), copy(padded_, other.padded_, width);
    return *this;
}

double FlyNet::norm(int cell) const { return std::sqrt(std::max(0.0, squares_[std::size_t(cell)])); }

// Norms and bounds, row by row in blocks whose sums are added in order.
void FlyNet::measureColumns() {
    const int blocks = (inputs() + kRowsATask - 1) / kRowsATask;
    const auto cells = std::size_t(cells_);
    std::vector<double> sums(cells * std::size_t(blocks), 0);
    std::vector<float> tops(cells * std::size_t(blocks), 0);
    forBlocks(inputs(), kRowsATask, [&](int begin, int end) {
        double* sum = sums.data() + cells * std::size_t(begin / kRowsATask);
        float* top = tops.data() + cells * std::size_t(begin / kRowsATask);
        for (int i = begin; i < end; ++i) {
            const float* row = table_.data() + i * stride_;
            for (std::size_t k = 0; k < cells; ++k) sum[k] += double(row[k]) * double(row[k]), top[k] = std::max(top[k], std::abs(row[k]));
        }
    });
    for (std::size_t k = 0; k < cells; ++k) {
        double sum = 0;
        float top = 0;
        for (int b = 0; b < blocks; ++b) sum += sums[std::size_t(b) * cells + k], top = std::max(top, tops[std::size_t(b) * cells + k]);
        squares_[k] = sum * double(scale_[k]) * double(scale_[k]), bound_[k] = top;
    }
}

void FlyNet::tidy() {
    forBlocks(inputs(), kRowsATask, [&](int begin, int end) {
        for (int i = begin; i < end; ++i)
            for (int k = 0; k < cells_; ++k) table_.data()[i * stride_ + k] *= scale_[std::size_t(k)];
    });
    std::fill(scale_.begin(), scale_.end(), 1.0f);
    std::fill(padded_.data(), padded_.data() + cells_, 1.0f);
    measureColumns();
}

double FlyNet::largestElsewhere(int cell, const int* touched, int count) {
    float elsewhere = 0, all = 0;
    int next = 0;
    std::vector<int> sorted(touched, touched + count);
    std::sort(sorted.begin(), sorted.end());
    for (int i = 0; i < inputs(); ++i) {
        const float entry = std::abs(table_.data()[i * stride_ + cell]);
        all = std::max(all, entry);
        if (next < count && sorted[std::size_t(next)] == i)
            ++next;
        else
            elsewhere = std::max(elsewhere, entry);
    }
    bound_[std::size_t(cell)] = all;
    return double(elsewhere) * std::abs(double(scale_[std::size_t(cell)]));
}

FlyStep FlyNet::learn(const FlyBatch& batch) {
    const auto cells = std::size_t(cells_), windows = std::size_t(batch.windows), width = std::size_t(batch.width);
    FlyStep step;
    step.winners.resize(windows);
    step.driven.assign(cells, 0);

    std::vector<float> best(windows);
    const FlyDrives drive = flyDrives();
    forBlocks(batch.windows, kWindowsATask, [&](int begin, int end) {
        drive({table_.data(), padded_.data(), bias_.data(), int(stride_ / kFlyLine), batch.inputs + long(begin) * batch.width, batch.width,
               end - begin, best.data() + begin, step.winners.data() + begin});
    });
    // Windows in the order of their winners.
    std::vector<int> firstOf(cells + 1, 0);
    for (const int winner : step.winners) ++firstOf[std::size_t(winner) + 1];
    for (std::size_t k = 0; k < cells; ++k) firstOf[k + 1] += firstOf[k];
    std::vector<int> won(windows), next(firstOf.begin(), firstOf.end() - 1);
    for (std::size_t a = 0; a < windows; ++a) won[std::size_t(next[std::size_t(step.winners[a])]++)] = int(a);

    // Each cell on its own: the sums of eq. (2) over what it won.
    std::vector<Lesson> lessons(cells);
    std::vector<int> touched(windows * width);
    std::vector<float> adds(windows * width), weights(windows * width);
    forBlocks(cells_, kCellsATask, [&](int begin, int end) {
        thread_local std::vector<int> times;  // how often an input came, all zero between cells
        if (times.size() < std::size_t(inputs())) times.resize(std::size_t(inputs()), 0);
        for (auto k = std::size_t(begin); k < std::size_t(end); ++k) {
            Lesson& lesson = lessons[k];
            lesson.first = firstOf[k] * long(batch.width);
            int* const list = touched.data() + lesson.first;
            float *add = adds.data() + lesson.first, *w = weights.data() + lesson.first;
            const float* const column = table_.data() + k;
            for (int n = firstOf[k]; n < firstOf[k + 1]; ++n) {
                const int* inputs = batch.inputs + long(won[std::size_t(n)]) * batch.width;
                for (int c = 0; c < batch.width; ++c) {
                    if (inputs[c] < 0 || times[std::size_t(inputs[c])]++ > 0) continue;
                    list[lesson.count++] = inputs[c];
                    __builtin_prefetch(column + inputs[c] * stride_, 1);
                }
            }
            for (int i = 0; i < lesson.count; ++i) {
                const int input = list[i];
                add[i] = float(std::exchange(times[std::size_t(input)], 0)) * batch.inverse[input < words_ ? input : input - words_];
                w[i] = column[input * stride_] * scale_[k];
                lesson.driven += double(add[i]) * double(w[i]);
            }
            for (int i = 0; i < lesson.count; ++i)
                lesson.largest = std::max(lesson.largest, std::abs(double(add[i]) - lesson.driven * double(w[i])));
            lesson.decayBound = std::abs(lesson.driven * double(scale_[k]) * double(bound_[k]));
        }
    });
    double largest = kLeastLargest;
    for (std::size_t k = 0; k < cells; ++k) {
        step.driven[k] = lessons[k].driven;
        largest = std::max(largest, lessons[k].largest);
        if (squares_[k] > 0) step.energy -= lessons[k].driven / std::sqrt(squares_[k]);
    }
    // Weights that no window touched only shrink; where their bound leaves open whether one of them changes most, it is looked up.
    for (std::size_t k = 0; k < cells; ++k)
        if (lessons[k].decayBound > largest)
            largest = std::max(largest,
                               std::abs(lessons[k].driven) * largestElsewhere(int(k), touched.data() + lessons[k].first, lessons[k].count));
    step.largest = largest;

    const double eta = double(batch.rate) / largest;
    forBlocks(cells_, kCellsATask, [&](int begin, int end) {
        for (auto k = std::size_t(begin); k < std::size_t(end); ++k) {
            const Lesson& lesson = lessons[k];
            if (lesson.count == 0) continue;
            const double keep = 1 - eta * lesson.driven;
            double scale = double(scale_[k]) * keep, square = squares_[k] * keep * keep;
            float* const column = table_.data() + k;
            if (std::abs(scale) < double(kLeastScale) || std::abs(scale) > 1 / double(kLeastScale)) {
                for (int i = 0; i < inputs(); ++i) column[i * stride_] *= float(scale);
                bound_[k] *= float(std::abs(scale)), scale = 1;
            }
            for (int i = 0; i < lesson.count; ++i) {
                const auto at = std::size_t(lesson.first + i);
                const double before = double(weights[at]) * keep, now = before + eta * double(adds[at]);
                float& entry = column[touched[at] * stride_];
                entry = float(now / scale);
                square += now * now - before * before;
                bound_[k] = std::max(bound_[k], std::abs(entry));
            }
            scale_[k] = padded_.data()[k] = float(scale), squares_[k] = square;
        }
    });
    return step;
}

Eigen::VectorXf FlyNet::drives(const std::vector<int>& context, int target) const {
    Eigen::VectorXf sum = Eigen::VectorXf::Zero(cells_);
    const auto add = [&](int input) { sum += Eigen::Map<const Eigen::VectorXf>(table_.data() + input * stride_, cells_); };
    for (const int word : context)
        if (word >= 0) add(word);
    if (target >= 0) add(words_ + target);
    return sum.cwiseProduct(Eigen::Map<const Eigen::VectorXf>(scale_.data(), cells_));
}

}  // namespace engram
