#include <array>

#include "core/learn/graph.h"

namespace engram {

template <class T>
const Rule<T>& ruleOf(Op op) {
    static const std::array<Rule<T>, kOpCount> table = [] {
        std::array<Rule<T>, kOpCount> rules{};
        rules[0] = {Op::Leaf, "hold"};
        for (const auto& list : {productRules<T>(), entryRules<T>(), columnRules<T>(), movingRules<T>()})
            for (const Rule<T>& rule : list) rules[std::size_t(rule.op)] = rule;
        return rules;
    }();
    return table.at(std::size_t(op));
}

template const Rule<float>& ruleOf(Op);
template const Rule<double>& ruleOf(Op);

}  // namespace engram
