#include "app/lecture/staged_panel.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/session/measured_text.h"

namespace engram {

namespace {

bool givesAway(const SceneMark& mark) {
    const auto* lines = std::get_if<Lines>(&mark);
    return lines && (lines->kind == LineKind::Crowd || lines->kind == LineKind::Ahead);
}

bool givesAway(const PlotMark& mark) {
    const auto* curve = std::get_if<Curve>(&mark);  // dashed: a prediction
    return std::holds_alternative<Basins>(mark) || std::holds_alternative<Scatter>(mark) || (curve && curve->dashed);
}

std::string textOf(const Sentence& sentence) {
    std::string text;
    for (const Words& words : sentence) text += words.text;
    return text;
}

void stage(Scene& scene, bool guarded, bool hasControls, std::vector<std::string>& notes) {
    for (const Sentence& note : scene.notes) notes.push_back(textOf(note));
    scene.notes.clear();
    if (hasControls) scene.key.reset();
    if (!guarded) return;
    std::erase_if(scene.marks, [](const SceneMark& mark) { return givesAway(mark); });
    for (SceneMark& mark : scene.marks)
        if (Pin* pin = std::get_if<Pin>(&mark)) pin->value.clear();
}

AnswerRow answerRow(const std::string& answer, int index, const Panel& panel) {
    AnswerRow row{answer, {}, categoryPaint(index), 0};
    if (const Scene* scene = std::get_if<Scene>(&panel.content))
        for (const SceneMark& mark : scene->marks)
            if (const Pin* pin = std::get_if<Pin>(&mark); pin && pin->name == "memory " + answer)
                row.picture = pin->picture, row.paint = pin->paint;
    return row;
}

std::optional<Picture> cueOf(const Board& board) {
    for (const Panel& panel : board.panels)
        if (const Tiles* tiles = std::get_if<Tiles>(&panel.content))
            for (const Tile& tile : tiles->tiles)
                if (tile.frame.ink == Ink::Cue) return tile.picture;
    return std::nullopt;
}

}  // namespace

StagedPanel stagedPanel(const Panel& panel, bool guarded, bool hasControls) {
    StagedPanel staged{panel, {}};
    if (Scene* scene = std::get_if<Scene>(&staged.panel.content)) stage(*scene, guarded, hasControls, staged.notes);
    if (Plot* plot = std::get_if<Plot>(&staged.panel.content); plot && guarded)
        std::erase_if(plot->marks, [](const PlotMark& mark) { return givesAway(mark); });
    if (guarded) staged.panel.subtitle.clear();  // it may name the memory that the cue was made from
    return staged;
}

std::vector<StagedPanel> stagedPanels(const std::vector<const Panel*>& panels, bool guarded, bool hasControls) {
    std::vector<StagedPanel> staged;
    for (const Panel* panel : panels) {
        staged.push_back(stagedPanel(*panel, guarded, hasControls));
        if (staged.size() == 1) continue;
        auto& all = staged.front().notes;
        for (const std::string& note : std::exchange(staged.back().notes, {}))
            if (std::ranges::find(all, note) == all.end()) all.push_back(note);
    }
    return staged;
}

ColumnText wordsOf(const LectureMoment& m) {
    const LessonScene& scene = m.lesson.scenes[m.scene];
    ColumnText words;
    words.scene = int(m.scene), words.sceneCount = int(m.lesson.scenes.size());
    words.smallPrint = m.panel.notes;
    if (scene.sentence.empty())
        words.sentence = scene.title;
    else if (m.moment)
        words.sentence = filled(scene.sentence, *m.experiment, *m.moment);
    if (scene.ask) {
        words.question = scene.ask->question, words.right = m.right, words.counted = !m.votes.empty();
        for (std::size_t i = 0; i < scene.ask->answers.size(); ++i) {
            words.answers.push_back(answerRow(scene.ask->answers[i], int(i), m.panel.panel));
            if (i < m.votes.size()) words.answers.back().votes = m.votes[i];
        }
        if (words.answers.front().picture.pixels) words.cue = cueOf(m.board);
    }
    words.detour = m.detour;
    const auto tell = [&](const std::vector<std::string>& captions) {
        for (const std::string& caption : captions)
            if (!m.detour || hasFields(caption)) words.captions.push_back(filled(caption, *m.experiment, *m.moment));
    };
    if (!m.moment || m.asking) return words;  // a number may give the answer away
    tell(scene.captions);
    if (m.ended) tell(scene.endings);
    return words;
}

}  // namespace engram
