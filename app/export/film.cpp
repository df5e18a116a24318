#include "app/export/film.h"

#include <QElapsedTimer>

#include "app/export/computed_on.h"
#include "app/export/frame_painter.h"
#include "app/export/frame_sink.h"
#include "core/base/error.h"
#include "core/session/edit.h"
#include "core/session/recipe.h"
#include "core/session/stamp.h"
#include "core/sim/player.h"
#include "core/view/theme.h"

namespace engram {

namespace {

double secs(const QElapsedTimer& clock) { return double(clock.nsecsElapsed()) * 1e-9; }

std::vector<std::string> panelsOf(const FilmRequest& r) {
    if (!r.layout().panels.empty()) return r.layout().panels;
    return heroPanels(r.session, *r.experiment);
}

// Two where the second belongs beside the first.
std::size_t largeOnes(const FilmRequest& r, const std::vector<std::string>& panels) {
    return panels.size() > 1 && r.experiment->panel(panels[0]).beside == panels[1] ? 2 : 1;
}

// The run of a film: from moment to moment, drawn anew only where something changed.
class Reel {
public:
    Reel(const FilmRequest& request, const std::vector<std::string>& panels)
        : film_(request.layout()), experiment_(*request.experiment), view_(request.session.view), panels_(panels.begin(), panels.end()),
          session_(withFilmOrders(request.session, *request.experiment)), player_(session_) {}

    FilmMoment at(std::int64_t frame) {
        const double now = double(frame) / film_.fps;
        const std::int64_t step = stepOfFrame(film_, frame);
        const Values seen = viewValuesAt(film_, experiment_, base_, now);
        if (!board_ || step != player_.step() || seen != seen_) drawAt(step, seen);
        FilmMoment moment{board_, cameraAt(film_, now), captionAt(film_, now), lightAt(film_, now)};
        return moment;
    }

private:
    void drawAt(std::int64_t step, const Values& seen) {
        player_.goTo(step);
        if (seen != seen_) {
            for (const auto& [id, value] : seen) session_.values[id] = value;
            player_.follow(session_);
        }
        seen_ = seen;
        player_.look(panels_);
        auto board = std::make_shared<Board>(experiment_.draw(player_.snapshot()));
        for (Panel& panel : board->panels)
            if (Scene* scene = std::get_if<Scene>(&panel.content))
                if (const Camera* kept = keptCamera(view_, experiment_, panel.id)) scene->camera = *kept, scene->cameraIsKept = true;
        board_ = std::move(board);
    }

    const FilmLayout& film_;
    const Experiment& experiment_;
    const Blueprint& view_;
    std::set<std::string> panels_;
    Session session_;
    const Values base_ = session_.values;   // what the keys of the view begin with
    Player player_;
    Values seen_;
    std::shared_ptr<const Board> board_;
};

using GoesOn = std::function<bool(const FilmProgress&)>;

void ask(const GoesOn& goesOn, const FilmProgress& progress) {
    if (!goesOn(progress)) fail("given up; no film was written");
}

// What the run of the film comes to: it is run once before, as the recipe goes into the file first. The pictures of a folder carry none:
// a picture that is verified is taken for a figure, whose run has no keys.
std::optional<Stamp> stampFor(const FilmRequest& request, const GoesOn& goesOn) {
    if (filmFormat(request.path) == FilmFormat::Pngs) return std::nullopt;
    Player player(withFilmOrders(request.session, *request.experiment));
    for (; player.step() < request.layout().last; player.advance()) ask(goesOn, {0, frameCount(request.layout()), 0});
    return stampOf(*request.experiment, player.trace(), computedOn());
}

void demandPanels(const FilmMoment& moment, const std::vector<std::string>& panels) {
    for (const std::string& id : panels) {
        const Panel* panel = moment.board->find(id);
        if (!panel) usage("no panel named " + id + " at these values");
        if (const Absent* absent = std::get_if<Absent>(&panel->content)) usage("the panel " + id + " cannot be shown: " + absent->reason);
    }
}

}  // namespace

void checkFilmRequest(const FilmRequest& request) {
    filmFormat(request.path);
    checkFilm(request.layout(), *request.experiment);
    if (!request.layout().theme.empty()) theme(request.layout().theme);
}

FilmReport exportFilm(const FilmRequest& request, const GoesOn& goesOn) {
    checkFilmRequest(request);
    QElapsedTimer whole, part;
    whole.start();
    const FilmLayout& film = request.layout();
    const std::vector<std::string> panels = panelsOf(request);
    Reel reel(request, panels);
    demandPanels(reel.at(0), panels);
    FramePainter painter(film, panels, largeOnes(request, panels), theme(film.theme.empty() ? request.session.view.theme : film.theme));
    Session recipe = request.session;
    recipe.step = film.last;
    const auto sink = frameSink(film, request.path, recipeOf(recipe, stampFor(request, goesOn)));

    FilmReport report;
    report.frames = frameCount(film);
    double runSecs = 0, paintSecs = 0;
    for (std::int64_t frame = 0; frame < report.frames; ++frame) {
        const double left = frame > 0 ? secs(whole) / double(frame) * double(report.frames - frame) : 0;
        ask(goesOn, {frame, report.frames, left});
        part.start();
        const FilmMoment moment = reel.at(frame);
        runSecs += secs(part);
        part.start();
        const QImage& image = painter.paint(moment);
        paintSecs += secs(part);
        sink->add(image);
    }
    sink->finish();
    const double perFrame = 1e3 / double(report.frames);
    report.painted = painter.paintedCount();
    report.seconds = secs(whole);
    report.runMs = runSecs * perFrame, report.sceneMs = painter.sceneSecs() * perFrame;
    report.paintMs = (paintSecs - painter.sceneSecs()) * perFrame, report.encodeMs = sink->encodingSecs() * perFrame;
    return report;
}

QImage filmFrame(const FilmRequest& request, double secs) {
    const FilmLayout& film = request.layout();
    checkFilm(film, *request.experiment);
    const std::vector<std::string> panels = panelsOf(request);
    Reel reel(request, panels);
    FilmMoment moment = reel.at(std::min(std::int64_t(secs * film.fps), frameCount(film) - 1));
    FramePainter painter(film, panels, largeOnes(request, panels), theme(film.theme.empty() ? request.session.view.theme : film.theme));
    return painter.paint(moment).copy();
}

}  // namespace engram
