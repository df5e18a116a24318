// What is known of an experiment's parameters, as data: panels, the command line, sessions, sweeps and undo all loop over this
// table, and it holds the only conversion between text and values.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "core/param/values.h"

namespace engram {

enum class Kind { Bool, Int, Number, Choice, List };  // a list: see list.h
enum class Effect { View, Live, Restart };  // ordered: what a change costs
enum class Scale { Linear, Log };

struct Choice {
    std::string id, label, help;
};

struct Range {
    double low = 0, high = 1;
};

struct ParamSpec {
    std::string id, label, symbol, help, unit, group;
    Kind kind = Kind::Number;
    Kind each = Kind::Number;  // of a list: what its entries are
    std::string entry;         // of a list: what has one, "layer"
    int most = 1;              // of a list: entries
    Value fallback;           // the default
    Range soft;               // the slider
    Range hard;               // what may be typed
    Scale scale = Scale::Linear;
    std::vector<Choice> choices;
    Effect effect = Effect::Restart;
};

class ParamTable {
public:
    const std::vector<ParamSpec>& specs() const { return specs_; }
    const ParamSpec& at(std::string_view id) const;          // throws usage: "no parameter named bta; did you mean beta"
    const ParamSpec* find(std::string_view id) const;        // null where there is none

    Values defaults() const;
    Value parse(const ParamSpec& spec, std::string_view text) const;       // throws usage, naming parameter, text and range
    Value checked(const ParamSpec& spec, const Value& value) const;        // converts whole doubles to Int; refuses NaN, range, type
    std::string print(const ParamSpec& spec, const Value& value) const;    // parse(print(v)) == v
    void set(Values& values, std::string_view assignment) const;           // "beta=13"
    Values changed(const Values& values) const;                            // what differs from the defaults
    Effect effect(const Values& before, const Values& after) const;        // the dearest effect of the differences

    // Why the parameter plays no part at these values ("Only models A and C have an order"); empty where it does.
    std::string idle(std::string_view id, const Values& values) const;
    int entryCount(std::string_view id, const Values& values) const;       // of a list: entries that play a part at these values
    // Why the combination is refused; empty where it is allowed.
    std::string refusal(const Values& values) const;
    void demand(const Values& values) const;                               // throws usage with the refusal

private:
    template <class P> friend class Schema;
    std::vector<ParamSpec> specs_;
    std::function<std::string(std::string_view id, const Values&)> idle_;
    std::function<int(std::string_view id, const Values&)> entries_;
    std::function<std::string(const Values&)> refusal_;
};

double asReal(const Value& value);   // of Bool, Int, Real

}  // namespace engram
