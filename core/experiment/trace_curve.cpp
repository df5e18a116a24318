#include "core/experiment/trace_curve.h"

namespace engram {

std::vector<int> drawnEntries(const Trace& trace) {
    constexpr int kMost = 2000;
    const int last = trace.size() - 1, stride = 1 + last / kMost;
    std::vector<int> entries;
    for (int i = 0; i <= last; i += stride) entries.push_back(i);
    if (entries.back() != last) entries.push_back(last);
    return entries;
}

Shared<double> columnOf(const Trace& trace, const std::vector<int>& entries, int measure, double factor) {
    std::vector<double> values;
    for (const int i : entries) values.push_back(factor * trace.at(i, measure));
    return share(std::move(values));
}

}  // namespace engram
