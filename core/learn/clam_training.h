// Prototypes of ClAM learning to complete what is hidden, epoch by epoch: a value, of which a copy is a moment of the training. After the
// published recipe: Adam, the rate times 0.8 where there is no gain, and the prototypes of the epoch with the least loss are kept. Patience
// and masks differ. Here every point has a mask of its own in every epoch, and the rate falls after 10 epochs in which the loss did not
// sink by a thousandth of its least. Published: in every third epoch one mask for a whole batch; the rate falls after 5 epochs in which the
// mean loss of the last 10 did not sink by 0.001, and learning stops where it is below 1e-6.
#pragma once

#include <cstdint>
#include <limits>
#include <memory>

#include "core/compute/backend.h"
#include "core/learn/clam_completion.h"
#include "core/learn/optimiser.h"
#include "core/model/clam.h"

namespace engram {

enum class MaskValue { Mean, Least, Most, Zero };        // of the feature
enum class PrototypeStart { Origin, Points, PlusPlus };  // N(0.1, 0.1^2) as published, points of the data, k-means++

struct ClamRecipe {
    int clusters = 5;
    CompletionRule rule;
    double mask = 0.2;  // probability with which a point hides a coordinate; 0: all are free from where they are
    MaskValue value = MaskValue::Mean;
    double rate = 0.01;
    int batch = 8;
    PrototypeStart start = PrototypeStart::PlusPlus;
};

class ClamTraining {
public:
    ClamTraining(std::shared_ptr<const FloatMatrix> points, const ClamRecipe& recipe, std::uint64_t seed);

    void epoch();  // all points once, in an order and with masks of their own
    int epochs() const { return epochs_; }
    double loss() const { return loss_; }  // mean over the last epoch, each batch before its step; 0 before the first
    double rate() const { return rate_; }
    const Matrix& prototypes() const { return now_; }  // features x clusters
    const Matrix& kept() const { return kept_; }       // those at the end of the epoch with the least loss
    void setPrototypes(const Matrix& prototypes);      // by hand; what is kept starts anew
    void setRule(const CompletionRule& rule, double rate);
    const ClamRecipe& recipe() const { return recipe_; }

private:
    void maskInto(FloatMatrix& hidden) const;

    std::shared_ptr<const FloatMatrix> points_;
    ClamRecipe recipe_;
    std::uint64_t seed_;
    Parameters<float> parameters_;
    Optimiser<float> optimiser_;
    Matrix now_, kept_;
    int epochs_ = 0, sinceGain_ = 0;
    static constexpr double kNone = std::numeric_limits<double>::infinity();
    double loss_ = 0, least_ = kNone, rate_ = 0;
};

Vector fillOf(const FloatMatrix& points, MaskValue value);  // where hidden coordinates start, one number a feature
Matrix startOf(const FloatMatrix& points, const ClamRecipe& recipe, std::uint64_t seed);

}  // namespace engram
