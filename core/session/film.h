// A film of a run as plain data: size, rate, which steps in how many seconds, and keys on the way for the camera and for parameters.
// It is part of the session, so a film opens again with its keys. All times are seconds of the film.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"

namespace engram {

struct Session;

// How a key is reached from the one before it (or from the film's beginning): at once when its time comes, evenly, or with soft ends.
enum class Easing { Hold, Linear, Smooth };
const std::vector<std::string>& easingNames();              // in the order of Easing

struct CameraKey {
    double at = 0;
    Camera camera;                                          // of the first panel
    Easing easing = Easing::Smooth;
    bool operator==(const CameraKey&) const = default;
};
struct ParamKey {
    double at = 0;
    std::string id;
    Value value;
    Easing easing = Easing::Hold;                           // only numbers glide; choices and switches jump
    bool operator==(const ParamKey&) const = default;
};
struct Caption {
    double from = 0, to = 0;
    std::string text;
    bool operator==(const Caption&) const = default;
};

struct FilmLayout {
    int width = 1920, height = 1080;                        // pixels
    double fps = 60, seconds = 10;
    std::int64_t first = 0, last = 0;                       // steps shown in the first and the last frame
    std::vector<std::string> panels;                        // the first large, the others in a row under it; empty: the session's hero
    std::string theme;                                      // empty: the session's
    double fade = 0;                                        // seconds, at both ends
    bool draft = false;                                     // without a GPU: edges of surfaces have steps, in a third of the time
    std::vector<CameraKey> cameras;                         // by time
    std::vector<ParamKey> params;                           // of each parameter by time; they alone say its value, from the first step on
    std::vector<Caption> captions;
    bool operator==(const FilmLayout&) const = default;
};

// Throws usage, naming what cannot be: sizes, rates and durations out of range, keys out of order or beyond the end, parameters that
// cannot change on the way or are out of their range, captions that end before they begin.
void checkFilm(const FilmLayout& film, const Experiment& experiment);

std::int64_t frameCount(const FilmLayout& film);
std::int64_t stepOfFrame(const FilmLayout& film, std::int64_t frame);   // first .. last, evenly
std::optional<Camera> cameraAt(const FilmLayout& film, double secs);    // none: no key, the view's own camera
std::string captionAt(const FilmLayout& film, double secs);
double lightAt(const FilmLayout& film, double secs);                    // 1, less while it fades in or out

// The session with the live parameters' keys as orders, one for each step at which a value differs from the step before.
Session withFilmOrders(const Session& session, const Experiment& experiment);
// The keyed parameters that only change the view, at this time; empty where there are none.
Values viewValuesAt(const FilmLayout& film, const Experiment& experiment, const Values& base, double secs);

}  // namespace engram
