#include "core/model/ward.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace engram {

namespace {

struct Merge {
    int a, b;  // points that stand for the two clusters
    Real cost;
};

int root(std::vector<int>& parent, int i) {
    while (parent[std::size_t(i)] != i) i = parent[std::size_t(i)] = parent[std::size_t(parent[std::size_t(i)])];
    return i;
}

// All merges, in the order in which chains find them: their costs, sorted, are those of the greedy order (Murtagh 1983).
std::vector<Merge> merges(const ConstBatch& x) {
    const int n = int(x.cols());
    Matrix centres = x;
    Vector sizes = Vector::Ones(n);
    std::vector<int> alive(static_cast<std::size_t>(n)), chain;
    std::iota(alive.begin(), alive.end(), 0);
    std::vector<Merge> found;
    const auto cost = [&](int a, int b) {
        return sizes[a] * sizes[b] / (sizes[a] + sizes[b]) * (centres.col(a) - centres.col(b)).squaredNorm();
    };
    while (alive.size() > 1) {
        if (chain.empty()) chain.push_back(alive.front());
        const int from = chain.back(), before = chain.size() > 1 ? chain[chain.size() - 2] : -1;
        int to = before;  // on equal terms back, so that chains end
        Real least = before >= 0 ? cost(from, before) : std::numeric_limits<Real>::infinity();
        for (const int other : alive)
            if (other != from && other != before)
                if (const Real c = cost(from, other); c < least) least = c, to = other;
        if (to != before) {
            chain.push_back(to);
            continue;
        }
        chain.resize(chain.size() - 2);
        const int low = std::min(from, to), high = std::max(from, to);
        found.push_back({low, high, least});
        centres.col(low) = (sizes[low] * centres.col(low) + sizes[high] * centres.col(high)) / (sizes[low] + sizes[high]);
        sizes[low] += sizes[high];
        alive.erase(std::lower_bound(alive.begin(), alive.end(), high));
    }
    return found;
}

}  // namespace

Labels ward(const ConstBatch& x, int clusters) {
    const int n = int(x.cols());
    std::vector<Merge> all = merges(x);
    std::stable_sort(all.begin(), all.end(), [](const Merge& a, const Merge& b) { return a.cost < b.cost; });
    std::vector<int> parent(static_cast<std::size_t>(n));
    std::iota(parent.begin(), parent.end(), 0);
    for (int i = 0; i < n - clusters; ++i) {
        const int a = root(parent, all[std::size_t(i)].a), b = root(parent, all[std::size_t(i)].b);
        parent[std::size_t(std::max(a, b))] = std::min(a, b);
    }
    Labels labels(static_cast<std::size_t>(n)), number(static_cast<std::size_t>(n), -1);
    int count = 0;
    for (int i = 0; i < n; ++i) {
        int& own = number[std::size_t(root(parent, i))];
        if (own < 0) own = count++;
        labels[std::size_t(i)] = own;
    }
    return labels;
}

}  // namespace engram
