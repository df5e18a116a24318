#include "core/experiment/summary.h"

#include <algorithm>
#include <cctype>

#include "core/base/text.h"

namespace engram {

namespace {

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    return text;
}

// Whether the text says a number of that name: "energy −0.45".
bool says(const std::string& text, const std::string& name) {
    for (std::size_t at = text.find(name + " "); at != std::string::npos; at = text.find(name + " ", at + 1)) {
        const std::string_view after = std::string_view(text).substr(at + name.size() + 1);
        if (after.starts_with("−") || after.starts_with("-") || (!after.empty() && std::isdigit(static_cast<unsigned char>(after[0]))))
            return true;
    }
    return false;
}

std::string counted(std::int64_t steps) { return std::to_string(steps) + (steps == 1 ? " step" : " steps"); }

}  // namespace

int leadingMeasure(const Experiment& experiment, const Values& values) {
    if (experiment.measures.empty()) return -1;
    const std::string claimed = experiment.guarantees.neverRises(values);
    const auto at = std::find_if(experiment.measures.begin(), experiment.measures.end(),
                                 [&](const Measure& m) { return m.id == (claimed.empty() ? "energy" : claimed); });
    return at == experiment.measures.end() ? 0 : int(at - experiment.measures.begin());
}

std::string runSummary(const Experiment& experiment, const Snapshot& moment, const std::string& boardSentence) {
    std::string text = boardSentence;
    const int leading = leadingMeasure(experiment, moment.values);
    if (leading >= 0 && moment.trace.size() > 0) {
        const Measure& measure = experiment.measures[std::size_t(leading)];
        const std::string named = lower(measure.label);
        if (!says(lower(text), named))
            text += (text.empty() ? "" : ", ") + named + " " + significant(moment.trace.at(moment.trace.size() - 1, leading), 4) +
                    (measure.unit.empty() ? "" : " " + measure.unit);
    }
    return text +
           (moment.settled ? "; the run ended after " + counted(moment.step) : "; " + counted(moment.step) + " so far, not at its end");
}

}  // namespace engram
