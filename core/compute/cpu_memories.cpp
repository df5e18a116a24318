#include "core/compute/cpu_memories.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>

#include <unistd.h>

#include "core/base/error.h"
#include "core/base/parallel.h"

namespace engram {

namespace {

// Before anything is allocated: entries must be countable by an int, panels included, and three copies must fit this machine together
// with what every thread needs to step a block of states.
void refuseTooMany(Eigen::Index features, Eigen::Index count, int panelWidth) {
    const std::string size = std::to_string(features) + " features x " + std::to_string(count) + " memories";
    if (features < 1 || count < 1) usage("memories of " + size + " are empty");
    const double most = double(std::numeric_limits<int>::max());
    if (double(features) + panelWidth > most || double(count) + panelWidth > most)
        usage("memories of " + size + " are more than can be counted");
    const double copies = 3.0 * (double(features) + panelWidth) * (double(count) + panelWidth);
    const double block = 6.0 * (3 * double(features) + double(count)), few = double(kMostFewFeatures + 16) * double(count);
    const double bytes = sizeof(float) * (copies + threadCount() * (features > kMostFewFeatures ? block : few));
    const double machine = double(sysconf(_SC_PHYS_PAGES)) * double(sysconf(_SC_PAGE_SIZE));
    if (bytes > 0.8 * machine)
        usage("memories of " + size + " need " + std::to_string(std::llround(bytes / 1e9)) + " GB; this machine has " +
             std::to_string(std::llround(machine / 1e9)) + " GB");
}

// Rows of a whole number of pages would all fall on the same lines of a cache.
long strideOf(long width) { return width % 1024 == 0 ? width + 16 : width; }

int panels(int count, int width) { return (count + width - 1) / width; }

}  // namespace

CpuMemories::CpuMemories(const Kernels& k, const ConstFloatBatch& memories)
    : Memories((refuseTooMany(memories.rows(), memories.cols(), k.panelWidth), int(memories.rows())), int(memories.cols())), kernels(k) {
    const int features = featureCount(), count = memoryCount(), width = k.panelWidth;
    memoryPanelCount = panels(count, width);
    featurePanelCount = panels(features, width);
    memoryStride = strideOf(long(memoryPanelCount) * width);
    featureStride = strideOf(long(featurePanelCount) * width);
    rows.grow(std::size_t(count) * features);
    overlapPanels.grow(std::size_t(memoryPanelCount) * width * features);
    targetPanels.grow(std::size_t(featurePanelCount) * width * count);
    negativeHalfSquares.grow(std::size_t(memoryPanelCount) * width);
    inverseLengths.grow(std::size_t(memoryPanelCount) * width);
    // In blocks of memories, whose rows stay in a near cache while both kinds of panels are made of them.
    constexpr int kPanels = 2;
    forBlocks(memoryPanelCount, kPanels, [&](int begin, int end) {
        const int first = begin * width, last = std::min(end * width, count);
        for (int m = first; m < last; ++m)
            std::memcpy(rows.data() + std::size_t(m) * features, memories.col(m).data(), sizeof(float) * features);
        for (int p = begin; p < end; ++p) {
            float* panel = overlapPanels.data() + std::size_t(p) * width * features;
            const float* source = rows.data() + std::size_t(p) * width * features;
            const int present = std::min(width, count - p * width);
            for (int i = 0; i < features; ++i, panel += width) {
                for (int j = 0; j < present; ++j) panel[j] = source[std::size_t(j) * features + i];
                for (int j = present; j < width; ++j) panel[j] = 0;
            }
            for (int j = 0; j < width; ++j) {
                const float* row = source + std::size_t(j) * features;
                const float square = j < present ? k.dot(row, row, features) : 0;
                negativeHalfSquares.data()[p * width + j] = -0.5f * square;
                inverseLengths.data()[p * width + j] = square > 0 ? 1 / std::sqrt(square) : 0;
            }
        }
        for (int p = 0; p < featurePanelCount; ++p) {
            const int present = std::min(width, features - p * width);
            float* panel = targetPanels.data() + (std::size_t(p) * count + first) * width;
            for (int m = first; m < last; ++m, panel += width) {
                std::memcpy(panel, rows.data() + std::size_t(m) * features + p * width, sizeof(float) * present);
                std::memset(panel + present, 0, sizeof(float) * (width - present));
            }
        }
    });
    for (int m = 0; m < count; ++m) longest = std::max(longest, std::sqrt(-2 * negativeHalfSquares.data()[m]));
}

}  // namespace engram
