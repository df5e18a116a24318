// Winner-take-all learning of word embeddings: 200 minibatches on a stream of tokens by Zipf's law.
#include <algorithm>
#include <cmath>

#include "core/bench/recipe.h"
#include "core/bench/workload.h"
#include "core/learn/fly_net.h"

namespace engram::bench {

namespace {

constexpr int kWords = 5000, kCells = 400, kWidth = 11, kBatch = 1000, kBatches = 200;
constexpr float kEps = 0.002f, kSigma = 0.02f;

struct Data {
    std::vector<int> inputs;
    std::vector<float> inverse;
    FlyNet start, net;
    FlyStep last;
    std::vector<long> wins;

    Data() {
        constexpr int kWindows = kBatch * kBatches, kTokens = kWindows + kWidth - 1;
        std::vector<double> sums(kWords);
        double sum = 0;
        for (int i = 0; i < kWords; ++i) sums[std::size_t(i)] = sum += 1.0 / (i + 1);
        std::vector<int> tokens(kTokens), counts(kWords, 0);
        for (std::size_t t = 0; t < tokens.size(); ++t) {
            const double at = double(recipe::uniform(800, t)) * sums.back();
            tokens[t] = std::min(int(std::upper_bound(sums.begin(), sums.end(), at) - sums.begin()), kWords - 1);
            ++counts[std::size_t(tokens[t])];
        }
        for (const int count : counts) inverse.push_back(count > 0 ? float(1.0 / count) : 0);
        for (std::size_t a = 0; a < kWindows; ++a)
            for (std::size_t c = 0; c < kWidth; ++c) inputs.push_back(tokens[a + c] + (c == kWidth / 2 ? kWords : 0));
        Eigen::MatrixXf w(kCells, 2 * kWords);
        for (Eigen::Index k = 0; k < w.rows(); ++k)
            for (Eigen::Index i = 0; i < w.cols(); ++i) w(k, i) = recipe::normal(801, std::uint64_t(k * w.cols() + i)) * kSigma;
        start = FlyNet(w);
    }
    FlyBatch batch(int m) const { return {inputs.data() + long(m) * kBatch * kWidth, kWidth, kBatch, inverse.data(), kEps}; }

    void run() {
        net = start;
        wins.assign(kCells, 0);
        for (int m = 0; m < kBatches; ++m) {
            last = net.learn(batch(m));
            for (const int winner : last.winners) ++wins[std::size_t(winner)];
        }
    }
    // In the order of the check: a row an input.
    std::vector<float> moved(const FlyNet& to) const {
        std::vector<float> difference;
        for (int i = 0; i < to.inputs(); ++i)
            for (int k = 0; k < kCells; ++k) difference.push_back(to.weight(k, i) - start.weight(k, i));
        return difference;
    }
    nlohmann::json check() const {
        FlyNet once = start;
        const FlyStep first = once.learn(batch(0));
        long winners = 0, used = 0;
        for (const int winner : first.winners) winners += winner;
        double entropy = 0;
        for (const long count : wins) {
            used += count > 0;
            const double share = double(count) / (double(kBatch) * kBatches);
            if (count > 0) entropy -= share * std::log(share);
        }
        const std::vector<float> one = moved(once), all = moved(net);
        return {{"first_winner_sum", winners},
                {"first_max_dW", first.largest},
                {"first_proj", recipe::projection(one.data(), one.size())},
                {"first_norm", recipe::norm(one.data(), one.size())},
                {"last_max_dW", last.largest},
                {"kcs_used", used},
                {"winner_entropy_nats", entropy},
                {"proj", recipe::projection(all.data(), all.size())},
                {"norm", recipe::norm(all.data(), all.size())}};
    }
};

}  // namespace

// Additions of the rows of a window; bytes: the weights once in and once out, as most rows of a minibatch come from the cache.
Workload flyvec() {
    const auto data = std::make_shared<Data>();
    const double windows = double(kBatch) * kBatches;
    return {"flyvec",
            "FlyVec winner-take-all training loop",
            {{"V", kWords},
             {"K", kCells},
             {"w", kWidth},
             {"B", kBatch},
             {"minibatches", kBatches},
             {"eps", kEps},
             {"sigma", kSigma},
             {"prec", 1e-30}},
            {{"engram",
              [data] { data->run(); },
              [data] { return data->check(); },
              windows * 1e-3,
              "kwindow/s",
              {windows * kWidth * kCells, 2.0 * 4 * kCells * 2 * kWords},
              "the published update, sparse; the shrinking of a column is a factor",
              3}}};
}

}  // namespace engram::bench
