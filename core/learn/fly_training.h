// Training of Kenyon cells on a text, a minibatch at a time: windows in a new order each epoch, and a rate that falls linearly from epoch
// to epoch, as published. The same bits on any number of threads.
#pragma once

#include <memory>

#include "core/learn/fly_net.h"

namespace engram {

// A text as the training sees it: words by number (negative: left out), and the first word of every window.
struct FlyText {
    std::vector<int> tokens, windows;
    std::vector<std::int64_t> counts;  // of each word
};

struct FlyOptions {
    int cells = 64, width = 11;
    double rate = 0.02, initialNorm = 4;
    int epochs = 15, batch = 1000;
    double countExponent = 1;  // v / p^exponent is learned: 1 as published, 0 without
    std::uint64_t seed = 7;
};

class FlyTraining {
public:
    FlyTraining(const FlyOptions& options, std::shared_ptr<const FlyText> text);

    bool finished() const { return epoch_ == options_.epochs; }
    void minibatch();  // the next one, the last of an epoch may be shorter
    const FlyNet& net() const { return net_; }
    const FlyOptions& options() const { return options_; }
    const FlyText& text() const { return *text_; }

    int epoch() const { return epoch_; }         // those that are done
    std::int64_t seen() const { return seen_; }  // windows, over all epochs
    std::int64_t all() const { return std::int64_t(text_->windows.size()) * options_.epochs; }
    int batchesAnEpoch() const;
    double rateNow() const { return options_.rate * (1 - double(epoch_) / options_.epochs); }
    double energy() const { return energy_; }  // eq. (1), mean over the windows of the last minibatch, 1/p relative to 1/V
    const std::vector<std::int64_t>& wins() const { return wins_; }      // of each cell, in this epoch so far
    const std::vector<std::int64_t>& lastWins() const { return last_; }  // in the epoch before; empty in the first
    int cellsUsed() const;                                               // that won in the epoch before, or so far in the first
    double meanNorm() const;
    double inverse(int word) const { return double(inverse_[std::size_t(word)]); }
    // Half the rate times the minibatches: how far the most changed weight can move, the travel of a training.
    static double travel(const FlyOptions& options, std::int64_t windows);

private:
    FlyOptions options_;
    std::shared_ptr<const FlyText> text_;
    std::shared_ptr<const std::vector<int>> order_;  // of windows, in this epoch
    std::vector<float> inverse_;
    FlyNet net_;
    int epoch_ = 0;
    std::size_t at_ = 0;
    std::int64_t seen_ = 0;
    double energy_ = 0;
    std::vector<std::int64_t> wins_, last_;
};

}  // namespace engram
