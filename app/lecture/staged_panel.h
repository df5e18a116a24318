// A panel as a lecture shows it: its notes stand with the words, and while a vote is open it keeps to itself what would give the answer
// away.
#pragma once

#include <string>
#include <vector>

#include "app/lecture/column.h"
#include "core/experiment/experiment.h"
#include "core/session/lesson.h"

namespace engram {

struct StagedPanel {
    Panel panel;
    std::vector<std::string> notes;
};
// `guarded`: a vote is open, so overlaps, flow lines, basins and what lies ahead are left out. `hasControls`: they stand where its
// colour key would.
StagedPanel stagedPanel(const Panel& panel, bool guarded, bool hasControls);
// Of panels side by side the first bears all notes, each once.
std::vector<StagedPanel> stagedPanels(const std::vector<const Panel*>& panels, bool guarded, bool hasControls);

// A moment of a scene, from which its words are made.
struct LectureMoment {
    const Lesson& lesson;
    std::size_t scene = 0;
    const StagedPanel& panel;
    const Board& board;
    const Snapshot* moment = nullptr;  // of a run of the scene's experiment; null: none has come yet
    const Experiment* experiment = nullptr;
    std::vector<int> votes = {};  // one an answer; empty: nobody is asked, as in a clip
    int right = -1;
    bool asking = false;  // a vote is open
    bool ended = false;   // the run has come to its end
    bool detour = false;  // the run is not the planned one: only what is measured is true of it
};
// Answers stand with the picture and colour of the memory they name, where the panel pins one called so ("8" for memory 8).
ColumnText wordsOf(const LectureMoment& m);

}  // namespace engram
