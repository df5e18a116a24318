#include "core/session/branch.h"

#include <algorithm>

#include "core/base/error.h"

namespace engram {

namespace {

std::vector<std::string> namesOf(const Session& session) {
    std::vector<std::string> names{session.name};
    for (const Branch& branch : session.branches) names.push_back(branch.name);
    return names;
}

// A, B, ... Z, A2, B2, ...
std::string freeName(const Session& session) {
    const std::vector<std::string> taken = namesOf(session);
    for (int i = 0;; ++i) {
        const std::string name = std::string(1, char('A' + i % 26)) + (i < 26 ? "" : std::to_string(i / 26 + 1));
        if (std::find(taken.begin(), taken.end(), name) == taken.end()) return name;
    }
}

// A course without branches needs no name, one with branches does.
Session named(Session session) {
    if (session.branches.empty()) session.name.clear();
    else if (session.name.empty()) session.name = freeName(session);
    if (std::none_of(session.branches.begin(), session.branches.end(), [&](const Branch& b) { return b.name == session.view.compared; }))
        session.view.compared.clear();
    return session;
}

std::size_t indexOf(const Session& session, std::string_view name) {
    const auto at = std::find_if(session.branches.begin(), session.branches.end(), [&](const Branch& b) { return b.name == name; });
    if (at != session.branches.end()) return std::size_t(at - session.branches.begin());
    std::vector<std::string> names = namesOf(session);
    names.erase(names.begin());
    usage(unknownName("branch", name, names));
}

Branch kept(const Session& session) {
    Branch branch;
    static_cast<Course&>(branch) = session;
    branch.name = session.name;
    return branch;
}

}  // namespace

Session forked(const Session& session, std::int64_t atStep) {
    Session result = session;
    if (result.name.empty()) result.name = freeName(result);
    result.branches.push_back(kept(result));
    result.view.compared = result.name;
    result.name = freeName(result);
    std::erase_if(result.orders, [&](const Order& order) { return order.at > atStep; });
    result.step = atStep;
    return result;
}

Session withBranch(const Session& session, const Course& course, const std::string& name) {
    Session result = session;
    if (result.name.empty()) result.name = freeName(result);
    Branch branch;
    static_cast<Course&>(branch) = course;
    const std::vector<std::string> taken = namesOf(result);
    branch.name = name.empty() || std::find(taken.begin(), taken.end(), name) != taken.end() ? freeName(result) : name;
    result.view.compared = branch.name;
    result.branches.push_back(std::move(branch));
    return result;
}

Session switchedTo(const Session& session, std::string_view name) {
    if (name == session.name) return session;
    Session result = session;
    Branch& branch = result.branches[indexOf(session, name)];
    Branch before = kept(session);
    static_cast<Course&>(result) = branch;
    result.name = branch.name;
    branch = std::move(before);
    if (result.experiment != session.experiment) {   // panels, cameras and keys are of the other experiment
        result.view = {};
        result.view.theme = session.view.theme, result.view.compare = session.view.compare;
    }
    result.view.compared = branch.name;
    return result;
}

Session withoutBranch(const Session& session, std::string_view name) {
    Session result = session;
    result.branches.erase(result.branches.begin() + std::ptrdiff_t(indexOf(session, name)));
    return named(std::move(result));
}

Session renamedBranch(const Session& session, std::string_view name, const std::string& newName) {
    if (newName.empty()) usage("a branch needs a name");
    const std::vector<std::string> names = namesOf(session);
    if (newName != name && std::find(names.begin(), names.end(), newName) != names.end())
        usage("a branch is named " + newName + " already");
    Session result = session;
    if (name == session.name) {
        result.name = newName;
        return result;
    }
    result.branches[indexOf(session, name)].name = newName;
    if (result.view.compared == name) result.view.compared = newName;
    return result;
}

const Branch& branchOf(const Session& session, std::string_view name) { return session.branches[indexOf(session, name)]; }

Session sessionOf(const Session& session, const Branch& branch) {
    Session result;
    static_cast<Course&>(result) = branch;
    result.step = session.step;
    result.view = session.view;
    return result;
}

std::int64_t departureStep(const Course& from, const Course& to) {
    if (from.experiment != to.experiment || from.inputs != to.inputs) return 0;
    if (from.values != to.values && experiment(to.experiment).params.effect(from.values, to.values) != Effect::View) return 0;
    const auto [a, b] = std::mismatch(from.orders.begin(), from.orders.end(), to.orders.begin(), to.orders.end());
    if (a == from.orders.end() && b == to.orders.end()) return -1;
    if (a == from.orders.end()) return b->at;
    return b == to.orders.end() ? a->at : std::min(a->at, b->at);
}

std::string departure(const Course& from, const Course& to) {
    const Experiment& e = experiment(to.experiment);
    if (from.experiment != to.experiment) return e.title;
    for (const InputFile& file : inputFiles())
        if (const auto &there = from.inputs.*file.path, &here = to.inputs.*file.path; there != here)
            return here.empty() ? "without " + there.filename().string() : here.filename().string();
    if (from.inputs.seed != to.inputs.seed) return "seed " + std::to_string(to.inputs.seed);
    const std::int64_t step = departureStep(from, to);
    if (step < 0) return "the same";
    const Values there = from.valuesAt(step), here = to.valuesAt(step);
    std::vector<std::string> parts;
    for (const ParamSpec& spec : e.params.specs())
        if (spec.effect != Effect::View && there.at(spec.id) != here.at(spec.id))
            parts.push_back((spec.symbol.empty() ? spec.label : spec.symbol) + " " + e.params.print(spec, here.at(spec.id)));
    const std::string when = step > 0 ? " from step " + std::to_string(step) : "";
    if (parts.empty()) return "by hand" + when;
    return parts.front() + (parts.size() > 1 ? " and " + std::to_string(parts.size() - 1) + " more" : "") + when;
}

}  // namespace engram
