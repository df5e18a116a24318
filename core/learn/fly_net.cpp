#include "core/learn/fly_net.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/compute/fly_kernels.h"

namespace engram {

namespace {

constexpr std::uint64_t kWeightStream = 62;
constexpr int kWindowsATask = 256, kRowsATask = 512;
constexpr float kLeastScale = 1e-4f;
constexpr double kLeastLargest = 1e-30;   // "prec" of the published code
constexpr double kMostWeights = 2e9;

// What one cell learns from the windows it won.
struct Lesson {
    std::vector<int> touched;    // inputs, ascending
    std::vector<float> adds;     // v / p of each, summed
    double driven = 0, largest = 0;
    float decayBound = 0;        // no untouched weight changes by more
};

}  // namespace

void FlyNet::resize(int words, int cells) {
    if (words < 1 || cells < 1) usage("a network needs words and cells");
    words_ = words, cells_ = cells;
    stride_ = (cells + kFlyLine - 1) / kFlyLine * kFlyLine;
    if (double(stride_) * 2 * words > kMostWeights)
        fail(std::to_string(cells) + " cells for " + std::to_string(words) + " words need more than 8 GB: fewer of either");
    std::memset(table_.grow(std::size_t(stride_) * std::size_t(inputs())), 0, bytes());
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
        if (count > 0) std::memcpy(to.grow(count), from.data(), count * sizeof(float));
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

double FlyNet::largestElsewhere(int cell, const std::vector<int>& touched) {
    float elsewhere = 0, all = 0;
    auto next = touched.begin();
    for (int i = 0; i < inputs(); ++i) {
        const float entry = std::abs(table_.data()[i * stride_ + cell]);
        all = std::max(all, entry);
        if (next != touched.end() && *next == i)
            ++next;
        else
            elsewhere = std::max(elsewhere, entry);
    }
    bound_[std::size_t(cell)] = all;
    return double(elsewhere) * std::abs(double(scale_[std::size_t(cell)]));
}

FlyStep FlyNet::learn(const FlyBatch& batch) {
    const auto cells = std::size_t(cells_);
    FlyStep step;
    step.winners.resize(std::size_t(batch.windows));
    step.driven.assign(cells, 0);

    // Drives, panel by panel, and the best of the panels in their order.
    const int panels = (cells_ + kFlyPanel - 1) / kFlyPanel, chunks = (batch.windows + kWindowsATask - 1) / kWindowsATask;
    std::vector<float> best(std::size_t(panels) * std::size_t(batch.windows));
    std::vector<int> winner(best.size());
    const FlyDrives drive = flyDrives();
    forBlocks(panels * chunks, 1, [&](int task, int) {
        const int panel = task / chunks, from = task % chunks * kWindowsATask, first = panel * kFlyPanel;
        const std::size_t at = std::size_t(panel) * std::size_t(batch.windows) + std::size_t(from);
        drive({table_.data(), padded_.data(), bias_.data(), stride_, first, int(std::min<long>(kFlyPanel, stride_ - first)) / kFlyLine,
               batch.inputs + long(from) * batch.width, batch.width, std::min(kWindowsATask, batch.windows - from), best.data() + at,
               winner.data() + at});
    });
    std::vector<int> firstOf(cells + 1, 0);
    for (std::size_t a = 0; a < std::size_t(batch.windows); ++a) {
        std::size_t top = a;
        for (std::size_t other = a + std::size_t(batch.windows); other < best.size(); other += std::size_t(batch.windows))
            if (best[other] > best[top]) top = other;
        step.winners[a] = winner[top];
        ++firstOf[std::size_t(winner[top]) + 1];
    }
    for (std::size_t k = 0; k < cells; ++k) firstOf[k + 1] += firstOf[k];
    std::vector<int> won(step.winners.size()), next(firstOf.begin(), firstOf.end() - 1);
    for (int a = 0; a < batch.windows; ++a) won[std::size_t(next[std::size_t(step.winners[std::size_t(a)])]++)] = a;

    // Each cell on its own: the sums of eq. (2) over what it won.
    std::vector<Lesson> lessons(cells);
    forBlocks(cells_, kFlyPanel, [&](int begin, int end) {
        std::vector<int> all;
        for (int k = begin; k < end; ++k) {
            all.clear();
            for (int n = firstOf[std::size_t(k)]; n < firstOf[std::size_t(k) + 1]; ++n) {
                const int* inputs = batch.inputs + long(won[std::size_t(n)]) * batch.width;
                for (int c = 0; c < batch.width; ++c)
                    if (inputs[c] >= 0) all.push_back(inputs[c]);
            }
            if (all.empty()) continue;
            std::sort(all.begin(), all.end());
            Lesson& lesson = lessons[std::size_t(k)];
            for (std::size_t i = 0; i < all.size();) {
                std::size_t j = i;
                while (j < all.size() && all[j] == all[i]) ++j;
                const float add = float(j - i) * batch.inverse[all[i] % words_];
                lesson.touched.push_back(all[i]), lesson.adds.push_back(add);
                lesson.driven += double(add) * double(weight(k, all[i]));
                i = j;
            }
            for (std::size_t i = 0; i < lesson.touched.size(); ++i)
                lesson.largest = std::max(lesson.largest, std::abs(double(lesson.adds[i]) - lesson.driven * double(weight(k, lesson.touched[i]))));
            lesson.decayBound = float(std::abs(lesson.driven * double(scale_[std::size_t(k)]) * double(bound_[std::size_t(k)])));
        }
    });
    double largest = kLeastLargest;
    for (std::size_t k = 0; k < cells; ++k) {
        step.driven[k] = lessons[k].driven;
        largest = std::max(largest, lessons[k].largest);
        if (squares_[k] > 0) step.energy -= lessons[k].driven / std::sqrt(squares_[k]);
    }
    // Weights that no window touched only shrink; where their bound leaves open whether one of them changes most, it is looked up.
    for (int k = 0; k < cells_; ++k) {
        Lesson& lesson = lessons[std::size_t(k)];
        if (double(lesson.decayBound) > largest)
            largest = std::max(largest, std::abs(lesson.driven) * largestElsewhere(k, lesson.touched));
    }
    step.largest = largest;

    const double eta = double(batch.rate) / largest;
    forBlocks(cells_, kFlyPanel, [&](int begin, int end) {
        for (int cell = begin; cell < end; ++cell) {
            const auto k = std::size_t(cell);
            const Lesson& lesson = lessons[k];
            if (lesson.touched.empty()) continue;
            const double keep = 1 - eta * lesson.driven;
            double scale = double(scale_[k]) * keep, square = squares_[k] * keep * keep;
            if (std::abs(scale) < double(kLeastScale) || std::abs(scale) > 1 / double(kLeastScale)) {
                for (int i = 0; i < inputs(); ++i) table_.data()[i * stride_ + cell] *= float(scale);
                bound_[k] *= float(std::abs(scale)), scale = 1;
            }
            for (std::size_t i = 0; i < lesson.touched.size(); ++i) {
                float& entry = table_.data()[lesson.touched[i] * stride_ + cell];
                const double before = double(entry) * scale, now = before + eta * double(lesson.adds[i]);
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
