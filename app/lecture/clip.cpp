#include "app/lecture/clip.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/export/frame_sink.h"
#include "app/export/qpainter_canvas.h"
#include "app/export/qt_metrics.h"
#include "app/export/qt_values.h"
#include "app/lecture/staged_panel.h"
#include "app/panels/timeline.h"
#include "app/shell/layout.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/session/edit.h"
#include "core/session/recipe.h"
#include "core/sim/player.h"
#include "core/view/framing.h"
#include "render/figure/layout.h"
#include "render/headless.h"

namespace engram {

namespace {

constexpr double kStillSecs = 4, kReadSecs = 2, kAskSecs = 4, kMostSecs = 20;

double paceOf(const Staging& staging) { return staging.pace > 0 ? staging.pace : kStepsPerSecond; }

// The step at which the scene's run ends, as far as a clip shows it.
std::int64_t lastStepOf(const Staging& staging, const LessonScene& scene, const std::function<void()>& goesOn) {
    const std::int64_t first = staging.session.step;
    if (!staging.plays && !scene.ask) return first;
    const std::int64_t most = staging.until.value_or(scene.ask ? kMostOwnSteps : first + std::int64_t(kMostSecs * paceOf(staging)));
    Player player(staging.session);
    while (player.step() < first || (player.step() < most && !player.settled())) goesOn(), player.advance();
    return player.step();
}

class LecturePainter {
public:
    LecturePainter(const Lesson& lesson, std::size_t scene, const Staging& staging, const ClipLook& look)
        : lesson_(lesson),
          scene_(scene),
          staging_(staging),
          experiment_(experiment(staging.session.experiment)),
          theme_(theme(staging.session.view.theme)),
          width_(look.width),
          height_(look.height),
          shown_(shownPanels(staging.session)),
          areas_(lectureAreas(width_, height_, !shown_.withWords.empty())),
          scale_(layout(width_, height_, {.preset = Preset::Projector, .lecture = true}).scale),
          style_(windowStyle(theme_, scale_)) {
        if (const auto& formulas = lesson.scenes[scene].formulas; !formulas.empty())
            formula_ = columnFormula(formulas.front(), areas_.unit, theme_);
    }

    QImage paint(const Snapshot& moment, bool asking, bool ended, int right) {
        const Board board = experiment_.draw(moment);
        std::vector<const Panel*> large;
        for (const std::string& id : shown_.large) {
            large.push_back(board.find(id));
            if (!large.back()) fail("the scene " + lesson_.scenes[scene_].title + " shows no panel");
        }
        const std::vector<StagedPanel> staged = stagedPanels(large, asking, false);
        QImage frame(int(width_), int(height_), QImage::Format_RGB32);
        if (frame.isNull())
            fail("there is no memory for a frame of " + std::to_string(int(width_)) + " x " + std::to_string(int(height_)) + " pixels");
        frame.fill(qtColour(theme_.scene));
        QPainter painter(&frame);
        painter.setRenderHint(QPainter::Antialiasing);
        const Scene* scene = std::get_if<Scene>(&staged[0].panel.content);
        if (staged.size() > 1)
            paintPair(painter, staged);
        else if (scene)
            paintScene(painter, *scene, {0, 0, width_, height_}, {0, 0, areas_.clearLeft * width_, height_}, {}, areas_.clearLeft);
        else
            paintPlate(painter, staged[0].panel, areas_.action);
        ColumnText words = wordsOf({lesson_, scene_, staged[0], board, &moment, &experiment_, {}, right, asking, ended});
        words.formula = formula_;
        double wordsEnd = 0;
        list(painter, column(words, width_, height_, !shown_.withWords.empty(), theme_, QtMetrics(), &wordsEnd));
        if (const Panel* second = asking || shown_.withWords.empty() ? nullptr : board.find(shown_.withWords))
            list(painter, layoutPanel(*second, secondUnder(areas_, wordsEnd, height_), style_, QtMetrics()).list);
        return frame;
    }

private:
    void list(QPainter& painter, const DrawList& items) { QPainterCanvas(painter, pictures_).paint(items); }

    // Scenes side by side share a camera that shows all of both.
    void paintPair(QPainter& painter, const std::vector<StagedPanel>& staged) {
        const Scene* scenes[] = {std::get_if<Scene>(&staged[0].panel.content), std::get_if<Scene>(&staged[1].panel.content)};
        for (std::size_t i = 0; i < 2; ++i) {
            const Rect &half = areas_.pair[i], inside = insideOf(half, areas_.unit);
            if (!scenes[i]) {
                paintPlate(painter, staged[i].panel, inside);
                continue;
            }
            paintScene(painter, *scenes[i], half, {half.x, half.y, half.width, inside.y - half.y},
                       scenes[1 - i] ? Alongside{scenes[1 - i]} : Alongside{}, 0);
            list(painter, actionTitle(staged[i].panel, inside, areas_.unit, theme_, QtMetrics()));
        }
    }

    void paintScene(QPainter& painter, const Scene& scene, const Rect& r, const Rect& taken, const Alongside& others, double clearLeft) {
        const Camera* kept = keptCamera(staging_.session.view, experiment_, heroPanel(staging_.session, experiment_));
        if (kept)
            camera_ = *kept;
        else if (!camera_ || ((!staging_.camera || staging_.camera->distance >= 1) && !showsAll(*camera_, scene, r.width, r.height, others)))
            camera_ = openingCamera(scene, r.width, r.height, scale_, others, {clearLeft, staging_.camera});
        QImage picture(int(r.width), int(r.height), QImage::Format_RGBX8888);
        studio_.take(scene, *camera_, theme_, {picture.width(), picture.height(), scale_, 1, false}, picture.bits());
        painter.drawImage(QPointF(r.x, r.y), picture);
        list(painter, overlay(scene, *camera_, r, style_, QtMetrics(), {taken}).list);
    }

    void paintPlate(QPainter& painter, const Panel& panel, const Rect& r) {
        list(painter, actionTitle(panel, r, areas_.unit, theme_, QtMetrics()));
        LaidOut out;
        if (const Plot* plot = std::get_if<Plot>(&panel.content)) out = layoutPlot(*plot, r, style_, QtMetrics());
        if (const Tiles* tiles = std::get_if<Tiles>(&panel.content)) out = layoutTiles(*tiles, r, style_, QtMetrics());
        if (const Absent* absent = std::get_if<Absent>(&panel.content)) out = layoutAbsent(*absent, r, style_, QtMetrics());
        list(painter, out.list);
    }

    const Lesson& lesson_;
    std::size_t scene_;
    const Staging& staging_;
    const Experiment& experiment_;
    const Theme& theme_;
    double width_, height_;
    ShownPanels shown_;
    LectureAreas areas_;
    double scale_;
    Style style_;
    std::shared_ptr<const Pixels> formula_;
    std::optional<Camera> camera_;
    Studio studio_;
    ScaledPictures pictures_;
};

void saveStill(const QImage& image, const std::filesystem::path& path) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG")) fail("cannot make the picture " + path.string());
    writeFile(path, {bytes.constData(), std::size_t(bytes.size())});
}

}  // namespace

std::int64_t clipFrames(const Staging& staging, const LessonScene& scene, std::int64_t lastStep, const ClipLook& look) {
    const double moves = double(lastStep - staging.session.step) / paceOf(staging);
    const double secs = scene.ask   ? kAskSecs + std::min(moves, kMostSecs) + kReadSecs
                        : moves > 0 ? std::min(moves, kMostSecs) + kReadSecs
                                    : kStillSecs;
    return std::max<std::int64_t>(1, std::llround(secs * look.fps));
}

void makeClip(const Lesson& lesson, std::size_t sceneIndex, const ClipLook& look, const std::filesystem::path& clip,
              const std::filesystem::path& still, const std::function<void()>& goesOn) {
    const LessonScene& scene = lesson.scenes.at(sceneIndex);
    const Staging staging = stagingOf(lesson, sceneIndex);
    const std::int64_t first = staging.session.step, last = lastStepOf(staging, scene, goesOn),
                       frames = clipFrames(staging, scene, last, look);
    const double before = scene.ask ? kAskSecs : 0, moves = double(frames) / look.fps - before - kReadSecs;
    FilmLayout film;
    film.width = look.width, film.height = look.height, film.fps = look.fps, film.seconds = double(frames) / look.fps;
    Session recipe = staging.session;
    recipe.step = last;
    const auto sink = frameSink(film, clip, recipeOf(at(recipe, last)));
    LecturePainter painter(lesson, sceneIndex, staging, look);
    Player player(staging.session);
    const Experiment& e = experiment(staging.session.experiment);
    std::set<std::string> panels{heroPanel(staging.session, e)};
    panels.insert(staging.session.view.instruments.begin(), staging.session.view.instruments.end());
    QImage shown;
    std::int64_t shownStep = -1;
    bool wasAsking = false;
    for (std::int64_t frame = 0; frame < frames; ++frame) {
        goesOn();
        const double secs = double(frame) / look.fps, u = moves > 0 ? std::clamp((secs - before) / moves, 0.0, 1.0) : 1;
        const std::int64_t step = first + std::llround(u * double(last - first));
        const bool asking = scene.ask && secs < before;
        if (shown.isNull() || step != shownStep || asking != wasAsking) {
            player.goTo(step);
            player.look(panels);
            const Snapshot moment = player.snapshot();
            int right = -1;
            if (scene.ask && step == last)
                right = scene.ask->rightAnswer(moment.trace.at(moment.trace.size() - 1, e.measure(scene.ask->measure)));
            shown = painter.paint(moment, asking, hasEnded(staging, moment), right);
            shownStep = step, wasAsking = asking;
        }
        sink->add(shown);
    }
    sink->finish();
    saveStill(shown, still);
}

}  // namespace engram
