// A session as a film: every frame drawn anew from the run, offline and exact, whatever the speed of the machine. The same session gives
// the same bytes on the same machine and versions. Needs a QGuiApplication, for fonts; no display.
#pragma once

#include <QImage>
#include <filesystem>
#include <functional>
#include <string>

#include "core/session/session.h"

namespace engram {

struct FilmRequest {
    const Experiment* experiment = nullptr;
    Session session;                     // its view.film says all about the film
    std::filesystem::path path;          // .mp4, .webm or .gif, or a folder (ending in /) for PNG files

    FilmLayout& layout() { return session.view.film; }
    const FilmLayout& layout() const { return session.view.film; }
};

struct FilmProgress {
    std::int64_t frame = 0, frames = 0;
    double secondsLeft = 0;
};

struct FilmReport {
    std::int64_t frames = 0, painted = 0;   // painted: those that differ from the frame before
    double seconds = 0;                     // in all; below, milliseconds a frame
    double runMs = 0, sceneMs = 0, paintMs = 0, encodeMs = 0;
};

void checkFilmRequest(const FilmRequest& request);   // throws usage for what cannot be
// `goesOn` is asked before every frame; once it says false, the film is given up and nothing is left behind (throws).
FilmReport exportFilm(const FilmRequest& request, const std::function<bool(const FilmProgress&)>& goesOn);

QImage filmFrame(const FilmRequest& request, double secs);   // one frame of it, as a preview

}  // namespace engram
