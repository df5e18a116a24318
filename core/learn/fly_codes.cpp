#include "core/learn/fly_codes.h"

#include <algorithm>
#include <numeric>

#include "core/base/parallel.h"

namespace engram {

CodeTable wordCodes(const FlyNet& net, int active) {
    constexpr int kWordsATask = 256;
    CodeTable codes(net.words(), net.cells());
    forBlocks(net.words(), kWordsATask, [&](int begin, int end) {
        for (int word = begin; word < end; ++word) codes.set(word, net.drives({}, word), active);
    });
    return codes;
}

std::vector<int> nearestWords(const CodeTable& codes, int word, int count) {
    std::vector<double> likeness(std::size_t(codes.codes()));
    for (int other = 0; other < codes.codes(); ++other) likeness[std::size_t(other)] = other == word ? -1 : codes.similarity(word, other);
    std::vector<int> order(likeness.size());
    std::iota(order.begin(), order.end(), 0);
    count = std::min(count, codes.codes() - 1);
    std::partial_sort(order.begin(), order.begin() + count, order.end(), [&](int a, int b) {
        const double la = likeness[std::size_t(a)], lb = likeness[std::size_t(b)];
        return la != lb ? la > lb : a < b;
    });
    order.resize(std::size_t(count));
    return order;
}

TopicFigures topicFigures(const CodeTable& codes, const std::vector<int>& topics) {
    constexpr std::size_t kNearest = 5;
    TopicFigures figures;
    double within = 0, between = 0, same = 0, of = 0;
    std::vector<int> words;
    for (int word = 0; word < int(topics.size()); ++word)
        if (topics[std::size_t(word)] >= 0) words.push_back(word);
    for (const int a : words) {
        std::vector<std::pair<double, int>> others;
        for (const int b : words) {
            if (a == b) continue;
            const double likeness = codes.similarity(a, b);
            const bool together = topics[std::size_t(a)] == topics[std::size_t(b)];
            (together ? figures.within : figures.between) += likeness;
            (together ? within : between) += 1;
            others.emplace_back(-likeness, b);
        }
        const std::size_t count = std::min(kNearest, others.size());
        std::partial_sort(others.begin(), others.begin() + std::ptrdiff_t(count), others.end());
        for (std::size_t i = 0; i < count; ++i) same += topics[std::size_t(others[i].second)] == topics[std::size_t(a)], of += 1;
    }
    if (within > 0) figures.within /= within;
    if (between > 0) figures.between /= between;
    if (of > 0) figures.purity = same / of;
    return figures;
}

}  // namespace engram
