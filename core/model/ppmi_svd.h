// The rival of learned codes: positive pointwise mutual information of words with their neighbours, and its truncated singular value
// decomposition (Levy, Goldberg & Dagan 2015): a dense vector a word, U sqrt(S).
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/scalar.h"

namespace engram {

struct PpmiOptions {
    int reach = 5;  // neighbours on either side
    int dimensions = 100;
    std::uint64_t seed = 7;
};
// Tokens by number (negative: skipped, but they take their place), with the cuts that no neighbourhood crosses: starts as in TextCorpus.
// Words x dimensions; the decomposition is the randomised one of Halko, Martinsson & Tropp (2011). Throws where words are too few.
Eigen::MatrixXf ppmiSvd(const std::vector<int>& tokens, const std::vector<std::int64_t>& starts, int words, const PpmiOptions& options);

double cosine(const Eigen::MatrixXf& vectors, int a, int b);  // of two rows

}  // namespace engram
