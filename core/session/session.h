// A session is all that is saved: the experiment, its values at the start, the seed and files, what was changed on the way, the
// moment it is at, and how it is looked at. What is saved is what undo restores and what the command line sets.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/session/film.h"

namespace engram {

// Something done at a step of the run; replayed exactly.
struct Order {
    std::int64_t at = 0;
    std::variant<Values, Poke> what;     // Values: only the live parameters that change
    bool operator==(const Order&) const = default;
};

// How a figure of the moment is laid out.
struct FigureLayout {
    std::vector<std::string> panels;     // side by side; empty: the one in the large region
    double widthMm = 84, heightMm = 60;
    double dpi = 300;                    // of a PNG, and of pictures of scenes in any format
    std::string theme = "print";
    double pointSize = 8;                // of titles on paper, in points; ticks and labels are 7/8 of it
    bool textAsPaths = false;            // SVG and PDF: outlines of letters in place of text
    bool transparent = false;            // no ground behind plots
    bool operator==(const FigureLayout&) const = default;
};

// Small multiples: the run at these values of a parameter, side by side; with a second axis, one row for each of its values.
struct GridAxis {
    std::string id;
    std::vector<Value> values;
    bool operator==(const GridAxis&) const = default;
};

// The blueprint: layout, camera, theme.
struct Blueprint {
    std::string theme = "dark";          // dark, light, print
    std::string hero;                    // panel in the large region; empty: the experiment's first
    std::vector<std::string> instruments;// panels in the row; empty: the experiment's own
    std::map<std::string, Camera> cameras;  // by panel
    FigureLayout figure;                 // as it was last exported
    FilmLayout film;                     // its keys, and as it was last exported
    std::string compared;                // name of the branch shown with the course at hand; empty: none
    std::string compare = "beside";      // how: beside, overlay, difference
    std::vector<GridAxis> grid;          // one or two axes while small multiples are shown: see grid.h
    bool operator==(const Blueprint&) const = default;
};

// What determines a run: where it starts and what was changed on the way.
struct Course {
    std::string experiment;
    Values values;                       // complete, at step 0
    Inputs inputs;
    std::vector<Order> orders;           // by step
    bool operator==(const Course&) const = default;

    Values valuesAt(std::int64_t step) const;   // after the orders up to and with this step
};

// A course kept beside the one at hand, to compare with or to go back to: see branch.h.
struct Branch : Course {
    std::string name;
    bool operator==(const Branch&) const = default;
};

struct Session : Course {                // the course at hand
    std::string name;                    // of that course among the branches; empty where there are none
    std::vector<Branch> branches;        // the others
    std::int64_t step = 0;               // the moment
    Blueprint view;
    bool operator==(const Session&) const = default;
};

inline constexpr std::int64_t kMostSteps = 1'000'000;                 // of a session's moment and of a film: opening runs to it

// The panel in the large region: as the blueprint says, else the experiment's own.
std::string heroPanel(const Session& session, const Experiment& experiment);
std::vector<std::string> heroPanels(const Session& session, const Experiment& experiment);   // and the one that belongs beside it
// The panel whose camera a panel shares: its own, or that of the one it belongs beside.
std::string cameraPanel(const Experiment& experiment, std::string_view panel);
// The camera that a person chose for it; null: as its scene opens.
const Camera* keptCamera(const Blueprint& view, const Experiment& experiment, std::string_view panel);

Session newSession(std::string_view experiment);                      // defaults
std::string toToml(const Session& session);                           // the same session, the same text
// `origin` names the source in messages. Unknown keys, newer formats, NaN and wrong types are refused by name.
Session fromToml(std::string_view text, const std::string& origin);
Session loadSession(const std::filesystem::path& path);               // .engram, or a PNG, SVG or PDF that carries one: see recipe.h
std::string sessionTextIn(const std::filesystem::path& path);         // the text that loadSession reads, whatever file carries it
void saveSession(const Session& session, const std::filesystem::path& path);

}  // namespace engram
