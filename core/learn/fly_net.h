// Kenyon cells that compete (Liang et al. 2021, "Can a Fruit Fly Learn Word Embeddings?"): the cell a window of words drives most learns
// it, all others stay as they are.
//
//     winner = argmax_mu sum_i W_mu,i v_i                                          no 1/p here
//     dW_mu,i = v_i / p_i - (sum_j W_mu,j v_j / p_j) W_mu,i   for the winner       eq. (2)
//     W <- W + (eps / max |dW|) dW                            a minibatch at a time
//
// Inputs are two blocks of all words, context and target. W lies a row an input, so that a window gathers rows; the shrinking of a whole
// column is a factor kept beside it, so that a minibatch touches what its words touch and no more. Neither changes the rule.
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/scalar.h"
#include "core/compute/aligned.h"

namespace engram {

// Windows of a minibatch as input numbers: the word, or words + the word at the centre; negative ones are left out.
struct FlyBatch {
    const int* inputs = nullptr;
    int width = 0, windows = 0;
    const float* inverse = nullptr;  // 1 / p of each word, in any unit
    float rate = 0;                  // the largest change of a weight, eps
};
struct FlyStep {
    std::vector<int> winners;
    std::vector<double> driven;  // of each cell: sum of W v/p over the windows it won
    double largest = 0;          // max |dW|, before it is scaled
    double energy = 0;           // eq. (1) over these windows, before the step
};

class FlyNet {
public:
    FlyNet() = default;
    // Weights drawn so that the norm of a cell is about initialNorm.
    FlyNet(int words, int cells, double initialNorm, std::uint64_t seed);
    FlyNet(const Eigen::MatrixXf& weights);  // cells x (2 words)
    FlyNet(const FlyNet& other) { *this = other; }
    FlyNet& operator=(const FlyNet& other);
    FlyNet(FlyNet&&) = default;
    FlyNet& operator=(FlyNet&&) = default;

    int words() const { return words_; }
    int cells() const { return cells_; }
    int inputs() const { return 2 * words_; }
    float weight(int cell, int input) const { return table_.data()[input * stride_ + cell] * scale_[std::size_t(cell)]; }
    double norm(int cell) const;
    std::size_t bytes() const { return std::size_t(inputs()) * std::size_t(stride_) * sizeof(float); }

    FlyStep learn(const FlyBatch& batch);
    void tidy();  // takes the factors into the weights and counts norms afresh; once an epoch

    // What drives each cell: words in the context block and one, or none (negative), in the target block.
    Eigen::VectorXf drives(const std::vector<int>& context, int target) const;

private:
    void resize(int words, int cells);
    void measureColumns();
    double largestElsewhere(int cell, const int* touched, int count);

    int words_ = 0, cells_ = 0;
    long stride_ = 0;  // floats a row, whole lines
    AlignedFloats table_, bias_;
    AlignedFloats padded_;              // scale_ as the kernel reads it
    std::vector<float> scale_, bound_;  // a weight is its entry times scale; bound: no entry is larger
    std::vector<double> squares_;       // of the norms
};

}  // namespace engram
