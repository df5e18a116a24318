#include "core/sim/sweep_plan.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <set>

#include "core/base/error.h"
#include "core/base/text.h"

namespace engram {

namespace {

// An axis as written, counted but not spelled out yet.
struct Written {
    const ParamSpec* spec = nullptr;
    std::string text;  // "beta=1:3:0.5"
    std::vector<std::string> parts;
    bool range = false;
    double count = 0;
};

int decimalsOf(std::string_view text) {
    if (text.find_first_of("eE") != text.npos) return -1;
    const std::size_t point = text.find('.');
    return point == text.npos ? 0 : int(text.size() - point - 1);
}

double numberIn(const Written& axis, const std::string& text) {
    const auto number = parseReal(text);
    if (!number || !std::isfinite(*number)) usage(axis.text + ": '" + text + "' is not a finite number");
    return *number;
}

// How many values a range has, as a number that cannot overflow.
double countOf(const Written& axis) {
    const double first = numberIn(axis, axis.parts[0]), last = numberIn(axis, axis.parts[1]), step = numberIn(axis, axis.parts[2]);
    if (step == 0) usage(axis.text + " has a step of zero");
    if ((last - first) * step < 0)
        usage(axis.text + " never arrives: from " + axis.parts[0] + " to " + axis.parts[1] + " the step must be " +
              (step < 0 ? "above" : "below") + " zero");
    constexpr double kSlack = 1e-9;  // of a step: 0:1:0.1 has eleven values
    return std::floor((last - first) / step + kSlack) + 1;
}

Written read(const ParamTable& params, const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == text.npos || equals == 0) usage("'" + text + "' is not of the form id=a:b:step or id=v1,v2,...");
    Written axis{&params.at(text.substr(0, equals)), text, {}, false, 0};
    const std::string list = text.substr(equals + 1);
    if (list.empty()) usage(text + " holds no values");
    axis.range = list.find(':') != list.npos;
    axis.parts = split(list, axis.range ? ':' : ',');
    if (std::any_of(axis.parts.begin(), axis.parts.end(), [](const std::string& part) { return part.empty(); }))
        usage(text + " has an empty value");
    axis.count = double(axis.parts.size());
    if (!axis.range) return axis;
    if (axis.parts.size() != 3) usage(text + " is not a range; write it as " + axis.spec->id + "=a:b:step");
    if (axis.spec->kind == Kind::List)
        usage(text + " is a range, but " + axis.spec->id + " has an entry for each " + axis.spec->entry +
              "; list whole values with commas, " + axis.spec->id + "=" + params.print(*axis.spec, axis.spec->fallback) + ",...");
    if (axis.spec->kind == Kind::Bool || axis.spec->kind == Kind::Choice)
        usage(text + " is a range, but " + axis.spec->id + " has named values; list them with commas");
    axis.count = countOf(axis);
    return axis;
}

// a + i step, as a person would write it: 0.3, not 0.30000000000000004.
std::string valueText(const Written& axis, double first, double step, std::int64_t i) {
    const double value = first + double(i) * step;
    const int decimals = std::max(decimalsOf(axis.parts[0]), decimalsOf(axis.parts[2]));
    if (std::min(decimalsOf(axis.parts[0]), decimalsOf(axis.parts[2])) < 0 || decimals > 15 || std::abs(value) > 1e15)
        return shortest(value);
    char text[64];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

SweepAxis spelledOut(const ParamTable& params, const Written& axis) {
    SweepAxis result{axis.spec->id, {}};
    if (axis.range) {
        const double first = numberIn(axis, axis.parts[0]), step = numberIn(axis, axis.parts[2]);
        for (std::int64_t i = 0; i < std::int64_t(axis.count); ++i)
            result.values.push_back(params.parse(*axis.spec, valueText(axis, first, step, i)));
        return result;
    }
    std::set<Value> seen;
    for (const std::string& part : axis.parts) {
        result.values.push_back(params.parse(*axis.spec, part));
        if (!seen.insert(result.values.back()).second) usage(axis.text + " holds " + part + " twice");
    }
    return result;
}

// 1000000000, or 1e+30 where that is no number of runs a person could mean.
std::string countText(double count) { return count < 1e18 ? std::to_string(std::int64_t(count)) : shortest(count); }

}  // namespace

SweepPlan planSweep(Session base, const std::vector<std::string>& axes, std::int64_t seeds, std::optional<std::int64_t> steps,
                    std::int64_t most) {
    if (seeds < 1) usage("--seeds " + std::to_string(seeds) + ": a sweep needs at least one");
    if (steps && *steps < 0) usage("--steps " + std::to_string(*steps) + " is negative");
    const ParamTable& params = experiment(base.experiment).params;
    std::vector<Written> written;
    double runs = double(seeds);
    for (const std::string& text : axes) {
        written.push_back(read(params, text));
        for (std::size_t i = 0; i + 1 < written.size(); ++i)
            if (written[i].spec == written.back().spec)
                usage(written.back().spec->id + " is swept twice: " + written[i].text + " and " + text);
        runs *= written.back().count;
    }
    if (runs > double(most))
        usage("the sweep would have " + countText(runs) + " runs, more than " + std::to_string(most) + "; --most allows more");
    SweepPlan plan{std::move(base), {}, seeds, steps};
    for (const Written& axis : written) plan.axes.push_back(spelledOut(params, axis));
    if (!plan.axes.empty()) {
        plan.base.values = plan.base.valuesAt(plan.base.step);
        plan.base.orders.clear();
    }
    plan.base.step = 0;
    plan.base.view = {};                 // how it was looked at changes no measure, nor do other branches
    plan.base.branches.clear(), plan.base.name.clear();
    return plan;
}

std::int64_t SweepPlan::runCount() const {
    std::int64_t count = seeds;
    for (const SweepAxis& axis : axes)
        if (__builtin_mul_overflow(count, std::int64_t(axis.values.size()), &count)) usage("the sweep has more runs than can be counted");
    return count;
}

std::vector<Value> SweepPlan::values(std::int64_t run) const {
    std::vector<Value> result(axes.size());
    std::int64_t rest = run / seeds;
    for (std::size_t i = axes.size(); i-- > 0;) {
        const auto size = std::int64_t(axes[i].values.size());
        result[i] = axes[i].values[std::size_t(rest % size)];
        rest /= size;
    }
    return result;
}

std::uint64_t SweepPlan::seed(std::int64_t run) const { return base.inputs.seed + std::uint64_t(run % seeds); }

Session SweepPlan::session(std::int64_t run) const {
    Session result = base;
    const std::vector<Value> chosen = values(run);
    for (std::size_t i = 0; i < axes.size(); ++i) result.values[axes[i].id] = chosen[i];
    result.inputs.seed = seed(run);
    return result;
}

}  // namespace engram
