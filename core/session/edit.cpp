#include "core/session/edit.h"

#include <algorithm>

namespace engram {

namespace {

void forgetAfter(std::vector<Order>& orders, std::int64_t step) {
    std::erase_if(orders, [step](const Order& order) { return order.at > step; });
}

}  // namespace

Session edited(const Session& session, const Experiment& experiment, std::string_view paramId, const Value& value, std::int64_t atStep) {
    const ParamSpec& spec = experiment.params.at(paramId);
    const Value wanted = experiment.params.checked(spec, value);
    Session result = session;
    if (spec.effect == Effect::View) {
        result.values[spec.id] = wanted;
        for (Order& order : result.orders)
            if (auto* set = std::get_if<Values>(&order.what)) set->erase(spec.id);
        for (Branch& branch : result.branches)   // all are looked at in the same way
            if (branch.experiment == session.experiment) branch.values[spec.id] = wanted;
    } else if (spec.effect == Effect::Restart || atStep == 0) {
        result.values = session.valuesAt(atStep);  // what was changed on the way stays changed
        result.values[spec.id] = wanted;
        // What was painted at the start stays; a restart may change what it was painted on.
        std::erase_if(result.orders,
                      [&](const Order& o) { return spec.effect == Effect::Restart || o.at > 0 || std::holds_alternative<Values>(o.what); });
    } else {
        forgetAfter(result.orders, atStep);
        auto* last = result.orders.empty() ? nullptr : &result.orders.back();
        if (auto* set = last && last->at == atStep ? std::get_if<Values>(&last->what) : nullptr)
            (*set)[spec.id] = wanted;
        else
            result.orders.push_back({atStep, Values{{spec.id, wanted}}});
    }
    experiment.params.demand(result.valuesAt(atStep));
    return result;
}

Session poked(const Session& session, const Poke& poke, std::int64_t atStep) {
    Session result = session;
    forgetAfter(result.orders, atStep);
    result.orders.push_back({atStep, poke});
    return result;
}

Session at(const Session& session, std::int64_t step) {
    Session result = session;
    result.step = step;
    forgetAfter(result.orders, step);
    return result;
}

}  // namespace engram
