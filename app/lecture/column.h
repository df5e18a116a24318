// The words of a lecture beside its scene as one draw list: sentence, question, answers with their votes, what was measured, and the
// dots that say how far the lecture is. Painted alike in the window, in clips and in stills. Sizes are shares of the height.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "core/view/board.h"
#include "render/figure/draw_list.h"

namespace engram {

struct AnswerRow {
    std::string text;
    Picture picture;  // of the memory so named; may be empty
    Paint paint;
    int votes = 0;
};
struct ColumnText {
    std::string sentence, question;
    std::vector<AnswerRow> answers;
    std::optional<Picture> cue;
    bool counted = true;  // votes are; else answers stand alone
    int right = -1;       // the answer that was right; the others go grey
    std::vector<std::string> captions, smallPrint;
    std::shared_ptr<const Pixels> formula;
    double density = 1;  // its pixels a unit of the list
    bool detour = false;  // the sentence is the plan's, and not about what is seen
    int scene = 0, sceneCount = 1;
};

// Where a lecture puts what, for a screen of any shape.
struct LectureAreas {
    double unit = 1;       // a 1080th of the height
    Rect column;           // the words
    Rect action;           // plots and pictures, under their title
    Rect second;           // a second panel, under the words
    double clearLeft = 0;  // the share of the width that a scene leaves to the words
    std::array<Rect, 2> pair;  // two panels that belong together, with all their ground
};
LectureAreas lectureAreas(double width, double height, bool hasSecond);
Rect insideOf(const Rect& half, double unit);  // of one of a pair: what its title and its edges leave to a plot

std::vector<Font> columnFonts(double height);  // those that it asks for
// A formula as large as the column shows it; `unit` in pixels.
std::shared_ptr<const Pixels> columnFormula(const std::string& name, double unit, const Theme& theme, const std::string& lit = {});

// The name of what stands in `area`, above it; a scene alone has none.
DrawList actionTitle(const Panel& panel, const Rect& area, double unit, const Theme& theme, const TextMetrics& metrics);
// `wordsEnd`: how far down sentence, answers and captions reach.
DrawList column(const ColumnText& text, double width, double height, bool hasSecond, const Theme& theme, const TextMetrics& metrics,
                double* wordsEnd = nullptr);
// Where a second panel stands under words that reach so far down.
Rect secondUnder(const LectureAreas& areas, double wordsEnd, double height);
// What a clicker's keys do, for who gives a lecture for the first time; 1: fully there, 0: gone.
DrawList keysHint(const LectureAreas& areas, double height, double strength, const Theme& theme);

}  // namespace engram
