#include "core/experiment/experiment.h"

#include <algorithm>

#include "core/base/error.h"

namespace engram {

const std::vector<InputFile>& inputFiles() {
    static const std::vector<InputFile> files{{"data", "the file or folder the experiment reads", &Inputs::data},
                                              {"labels", "labels that belong to the data", &Inputs::labels},
                                              {"pairs", "pairs that belong to the data", &Inputs::pairs},
                                              {"weights", "weights learned before, from --save-weights", &Inputs::weights}};
    return files;
}

namespace {

template <class T>
std::vector<std::string> idsOf(const std::vector<T>& things) {
    std::vector<std::string> ids;
    for (const T& thing : things) ids.push_back(thing.id);
    return ids;
}

}  // namespace

int Experiment::measure(std::string_view measureId) const {
    for (std::size_t i = 0; i < measures.size(); ++i)
        if (measures[i].id == measureId) return int(i);
    usage(unknownName("measure", measureId, idsOf(measures)));
}

const PanelInfo& Experiment::panel(std::string_view panelId) const {
    for (const PanelInfo& info : panels)
        if (info.id == panelId) return info;
    usage(unknownName("panel", panelId, idsOf(panels)));
}

bool Experiment::sameStart(const Inputs& a, const Inputs& b) const {
    Inputs same = b;
    for (const InputFile& file : inputFiles())
        if (std::ranges::find(evaluates, file.name) != evaluates.end()) same.*file.path = a.*file.path;
    return a == same;
}

const Experiment& experiment(std::string_view id) {
    for (const Experiment& e : experiments())
        if (e.id == id) return e;
    usage(unknownName("experiment", id, idsOf(experiments())));
}

}  // namespace engram
