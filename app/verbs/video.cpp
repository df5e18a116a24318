// engram video: a session as a film, MP4, WebM or GIF by the ending of the file, or a folder of PNG files.
#include <cmath>
#include <cstdio>
#include <memory>
#include <tuple>

#include "app/export/film.h"
#include "app/verbs/camera_file.h"
#include "app/verbs/options.h"
#include "app/verbs/progress.h"
#include "app/verbs/verbs.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/session/edit.h"
#include "core/sim/player.h"
#include "core/view/theme.h"

namespace engram {

namespace {

constexpr double kUsualPace = 20, kLeastSeconds = 2, kMostOwnSeconds = 60;   // steps a second, where nobody says how long

using TimedText = std::pair<double, std::string>;
using CaptionText = std::tuple<double, double, std::string>;

struct VideoOptions : SessionOptions {
    std::string output, size, cameraFile;
    bool draft = false;
    std::optional<double> fps, seconds, fade;
    std::optional<std::int64_t> from;
    std::vector<std::string> panels;
    std::vector<TimedText> jumps, glides;
    std::vector<CaptionText> captions;
};

std::pair<int, int> parsePixels(const std::string& text) {
    const auto parts = split(text, 'x');
    const auto width = parts.size() == 2 ? parseInteger(parts[0]) : std::nullopt,
               height = parts.size() == 2 ? parseInteger(parts[1]) : std::nullopt;
    if (!width || !height || *width < 1 || *height < 1 || *width > 100'000 || *height > 100'000)
        usage("the size of a film is two whole numbers of pixels, like 1280x720, not " + text);
    return {int(*width), int(*height)};
}

// How many steps the run makes until its own end, without what the film changes on the way.
std::int64_t ownEnd(const Session& session) {
    Player player(session);
    while (player.step() < kMostOwnSteps && !player.settled()) {
        stopIfAsked();
        player.advance();
    }
    return player.step();
}

void addKeys(const std::vector<TimedText>& texts, Easing easing, const ParamTable& params, FilmLayout& film) {
    for (const auto& [at, assignment] : texts) {
        const std::size_t equals = assignment.find('=');
        if (equals == std::string::npos) usage("a key is a time and an assignment, like 2.5 beta=13, not " + assignment);
        const ParamSpec& spec = params.at(assignment.substr(0, equals));
        film.params.push_back({at, spec.id, params.parse(spec, assignment.substr(equals + 1)), easing});
    }
}

void layOut(const VideoOptions& options, const Experiment& e, Session& session) {
    FilmLayout& film = session.view.film;
    const bool isNew = film == FilmLayout();
    if (!options.size.empty()) std::tie(film.width, film.height) = parsePixels(options.size);
    if (options.fps) film.fps = *options.fps;
    else if (isNew && options.output.ends_with(".gif")) film.fps = 25;
    if (options.fade) film.fade = *options.fade;
    if (options.draft) film.draft = true;
    if (!options.theme.empty()) film.theme = options.theme;
    if (!options.panels.empty()) film.panels.clear();
    for (const std::string& names : options.panels)
        for (const std::string& name : split(names, ',')) film.panels.push_back(e.panel(name).id);
    if (!options.jumps.empty() || !options.glides.empty()) film.params.clear();
    addKeys(options.jumps, Easing::Hold, e.params, film);
    addKeys(options.glides, Easing::Smooth, e.params, film);
    if (!options.glides.empty())   // of two lists, each in the order given; together they go by time
        std::stable_sort(film.params.begin(), film.params.end(), [](const ParamKey& a, const ParamKey& b) { return a.at < b.at; });
    if (!options.captions.empty()) film.captions.clear();
    for (const auto& [from, to, text] : options.captions) film.captions.push_back({from, to, text});
    if (!options.cameraFile.empty()) film.cameras = loadCameraKeys(options.cameraFile);

    if (options.from) film.first = *options.from;
    if (options.steps) film.last = *options.steps;
    else if (isNew) film.last = options.isFile() && session.step > 0 ? session.step : std::max(ownEnd(session), film.first);
    if (options.seconds) film.seconds = *options.seconds;
    else if (isNew) film.seconds = std::clamp(std::round(double(film.last - film.first) / kUsualPace), kLeastSeconds, kMostOwnSeconds);
}

std::string reportText(const FilmReport& r, const std::string& path) {
    char text[320];
    std::snprintf(text, sizeof text,
                  ": %lld frames in %.1f s, %.1f a second; a frame took %.1f ms to run, %.1f to render and read back, %.1f to paint, %.1f "
                  "to encode beside that\n",
                  (long long)r.frames, r.seconds, double(r.frames) / r.seconds, r.runMs, r.sceneMs, r.paintMs, r.encodeMs);
    return path + text;
}

void video(const VideoOptions& options) {
    FilmRequest request;
    request.session = options.session();
    request.experiment = &experiment(request.session.experiment);
    request.path = options.output;
    layOut(options, *request.experiment, request.session);
    checkFilmRequest(request);
    Progress progress("frame", frameCount(request.layout()));
    const FilmReport report = exportFilm(request, [&](const FilmProgress& p) {
        stopIfAsked();
        progress.at(p.frame);
        return true;
    });
    std::fputs(reportText(report, options.output).c_str(), stderr);
}

}  // namespace

Action videoVerb(CLI::App& command) {
    const auto options = std::make_shared<VideoOptions>();
    options->declare(command);
    command.add_option("-o,--output", options->output, "the film; its ending says the format, a / at the end a folder of PNG files")
        ->required()->type_name("FILM.{mp4,webm,gif}|DIR/");
    command.add_option("--size", options->size, "pixels; 1920x1080 unless the file says another")->type_name("1920x1080");
    command.add_option("--fps", options->fps, "frames a second; 60, for a GIF 25")->type_name("N");
    command.add_option("--seconds", options->seconds, "how long the film is; without it 20 steps take a second")->type_name("T");
    command.add_option("--from", options->from, "the step of the first frame; --steps says the last")->type_name("STEP");
    command.add_option("--panel,--panels", options->panels, "the first is large, the others stand under it")
        ->type_name("NAME[,NAME...]")
        ->allow_extra_args(false);
    command.add_option("--set-at", options->jumps, "at T seconds a parameter jumps to a value")
        ->type_name("T id=value")
        ->type_size(2)
        ->allow_extra_args(false);
    command.add_option("--glide-to", options->glides, "a parameter glides, to reach a value at T seconds")
        ->type_name("T id=value")
        ->type_size(2)
        ->allow_extra_args(false);
    command.add_option("--camera", options->cameraFile, "a file of camera keys")->type_name("FILE");
    command.add_option("--caption", options->captions, "a line of text from one time to another")
        ->type_name("T1 T2 TEXT")
        ->type_size(3)
        ->allow_extra_args(false);
    command.add_option("--fade", options->fade, "seconds to fade in and out")->type_name("T");
    command.add_flag("--draft", options->draft, "edges of surfaces have steps; a moving camera takes a third of the time without a GPU");
    command.add_option("--theme", options->theme, "colours")->type_name(join(themeNames(), "|"));
    return [options] { video(*options); };
}

}  // namespace engram
