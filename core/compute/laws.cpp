#include "core/compute/laws.h"

#include "core/base/error.h"

namespace engram {

HiddenLaw Laws::stepping() const {
    HiddenLaw law = hidden;
    if (distance && law.kind == HiddenKind::Exponential) law.kind = HiddenKind::Softmax;
    return law;
}

Laws lawsOf(const MemoryModel& model) {
    Laws laws{{FeatureKind::Identity, 1}, {HiddenKind::Softmax, 1, 2, true}, model.similarity == Similarity::Distance};
    if (const auto* bent = std::get_if<LogCosh>(&model.features)) laws.features = {FeatureKind::LogCosh, float(bent->slope)};
    else if (std::holds_alternative<Spherical>(model.features)) laws.features = {FeatureKind::Spherical, 1};
    else if (!std::holds_alternative<Identity>(model.features)) usage("feature neurons are Identity, LogCosh or Spherical");

    if (const auto* softmax = std::get_if<Softmax>(&model.hidden)) laws.hidden.beta = float(softmax->beta);
    else if (const auto* power = std::get_if<Power>(&model.hidden)) laws.hidden = {HiddenKind::Power, 1, power->order, power->rectified};
    else if (const auto* e = std::get_if<Exponential>(&model.hidden)) laws.hidden = {HiddenKind::Exponential, float(e->beta), 2, true};
    else usage("hidden neurons are Softmax, Power or Exponential");

    if (!(laws.hidden.beta > 0)) usage("beta is " + std::to_string(laws.hidden.beta) + "; it must be positive");
    if (laws.hidden.order < 1) usage("the order of a power is " + std::to_string(laws.hidden.order) + "; it must be at least 1");
    return laws;
}

}  // namespace engram
