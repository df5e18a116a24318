#include "core/session/film.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/session/session.h"

namespace engram {

namespace {

constexpr int kLeastSide = 16, kMostWidth = 3840, kMostHeight = 2160;
constexpr double kMostFps = 240, kMostSeconds = 3600;

double share(Easing easing, double u) {
    u = std::clamp(u, 0.0, 1.0);
    return easing == Easing::Hold ? std::floor(u) : easing == Easing::Linear ? u : u * u * (3 - 2 * u);
}

double mixed(double from, double to, double u, Scale scale) {
    if (u <= 0 || u >= 1 || scale != Scale::Log || !(from > 0 && to > 0)) return u >= 1 ? to : from + (to - from) * u;
    return from * std::pow(to / from, u);
}

// The value on the way from `from` to the key; exactly the key's at its time.
Value between(const ParamSpec& spec, const Value& from, const ParamKey& key, double u) {
    if (u >= 1) return key.value;
    if (spec.kind != Kind::Number && spec.kind != Kind::Int) return from;
    const double value = mixed(asReal(from), asReal(key.value), share(key.easing, u), spec.scale);
    if (spec.kind == Kind::Int) return std::int64_t(std::llround(value));
    return value;
}

Value valueAt(const FilmLayout& film, const ParamSpec& spec, const Value& base, double secs) {
    Value value = base;
    double from = 0;
    for (const ParamKey& key : film.params) {
        if (key.id != spec.id) continue;
        if (key.at > secs) return between(spec, value, key, (secs - from) / (key.at - from));
        value = key.value, from = key.at;
    }
    return value;
}

// Ids of the keyed parameters with this effect, each once.
std::vector<std::string> keyed(const FilmLayout& film, const Experiment& e, Effect effect) {
    std::vector<std::string> ids;
    for (const ParamKey& key : film.params)
        if (e.params.at(key.id).effect == effect && std::find(ids.begin(), ids.end(), key.id) == ids.end()) ids.push_back(key.id);
    return ids;
}

std::string secondsText(double secs) { return shortest(secs) + " s"; }

void checkTime(const std::string& what, double at, double before, const FilmLayout& film) {
    if (!(at >= 0)) usage(what + " at " + secondsText(at) + " lies before the beginning of the film");
    if (at > film.seconds) usage(what + " at " + secondsText(at) + " lies beyond the end of the film, " + secondsText(film.seconds));
    if (at <= before) usage(what + " at " + secondsText(at) + " comes after one at " + secondsText(before) + "; keys go in order of time");
}

void checkShape(const FilmLayout& film) {
    if (film.width < kLeastSide || film.height < kLeastSide || film.width > kMostWidth || film.height > kMostHeight)
        usage("a film of " + std::to_string(film.width) + " x " + std::to_string(film.height) +
              " pixels is out of range; from 16 x 16 to 3840 x 2160");
    if (!(film.fps >= 1 && film.fps <= kMostFps))
        usage("a rate of " + shortest(film.fps) + " frames a second is out of range; from 1 to 240");
    if (!(film.seconds > 0 && film.seconds <= kMostSeconds))
        usage("a film of " + secondsText(film.seconds) + " is out of range; above 0 and up to 3600 s");
    if (film.last > kMostSteps)
        usage("a film to step " + std::to_string(film.last) + " is too long; at most " + std::to_string(kMostSteps));
    if (film.first < 0 || film.last < film.first)
        usage("a film from step " + std::to_string(film.first) + " to step " + std::to_string(film.last) + " goes backwards");
    if (!(film.fade >= 0 && 2 * film.fade <= film.seconds))
        usage("fades of " + secondsText(film.fade) + " do not fit into " + secondsText(film.seconds));
}

void checkKeys(const FilmLayout& film, const Experiment& e) {
    double before = -1;
    for (const CameraKey& key : film.cameras) checkTime("the camera key", key.at, std::exchange(before, key.at), film);
    std::map<std::string, double> last;
    for (const ParamKey& key : film.params) {
        const ParamSpec& spec = e.params.at(key.id);
        const auto known = last.try_emplace(key.id, -1).first;
        checkTime("the key of " + key.id, key.at, std::exchange(known->second, key.at), film);
        if (spec.effect == Effect::Restart) usage(key.id + " starts the run anew, so it cannot change in the middle of a film");
        e.params.checked(spec, key.value);
    }
    for (const Caption& caption : film.captions) {
        if (!(caption.from >= 0 && caption.to > caption.from)) usage("the caption \"" + caption.text + "\" ends before it begins");
        if (caption.from > film.seconds)
            usage("the caption \"" + caption.text + "\" begins beyond the end of the film, " + secondsText(film.seconds));
    }
}

}  // namespace

const std::vector<std::string>& easingNames() {
    static const std::vector<std::string> kNames = {"hold", "linear", "smooth"};
    return kNames;
}

void checkFilm(const FilmLayout& film, const Experiment& experiment) {
    checkShape(film);
    for (const std::string& id : film.panels) experiment.panel(id);
    checkKeys(film, experiment);
}

std::int64_t frameCount(const FilmLayout& film) { return std::max<std::int64_t>(1, std::llround(film.seconds * film.fps)); }

std::int64_t stepOfFrame(const FilmLayout& film, std::int64_t frame) {
    const std::int64_t frames = frameCount(film), steps = film.last - film.first;
    return frames < 2 ? film.first : film.first + std::int64_t(double(steps) * double(std::min(frame, frames - 1)) / double(frames - 1));
}

std::optional<Camera> cameraAt(const FilmLayout& film, double secs) {
    if (film.cameras.empty()) return std::nullopt;
    for (std::size_t i = 0; i < film.cameras.size(); ++i) {
        const CameraKey& key = film.cameras[i];
        if (key.at <= secs) continue;
        if (i == 0) return key.camera;
        const CameraKey& before = film.cameras[i - 1];
        return between(before.camera, key.camera, share(key.easing, (secs - before.at) / (key.at - before.at)));
    }
    return film.cameras.back().camera;
}

std::string captionAt(const FilmLayout& film, double secs) {
    for (const Caption& caption : film.captions)
        if (caption.from <= secs && secs < caption.to) return caption.text;
    return {};
}

double lightAt(const FilmLayout& film, double secs) {
    if (film.fade <= 0) return 1;
    const double lastFrame = film.seconds - 1 / film.fps;
    return std::clamp(std::min(secs, lastFrame - secs) / film.fade, 0.0, 1.0);
}

Session withFilmOrders(const Session& session, const Experiment& experiment) {
    const FilmLayout& film = session.view.film;
    Session result = session;
    const double steps = double(std::max<std::int64_t>(1, film.last - film.first));
    for (const std::string& id : keyed(film, experiment, Effect::Live)) {
        for (Order& order : result.orders)   // from here on the keys say what it is
            if (auto* set = std::get_if<Values>(&order.what); set && order.at > film.first) set->erase(id);
        const ParamSpec& spec = experiment.params.at(id);
        const Value base = session.valuesAt(film.first).at(id);
        Value before = base;
        for (std::int64_t step = film.first; step <= film.last; ++step) {
            const double secs = film.seconds * double(step - film.first) / steps;
            const Value now = valueAt(film, spec, base, secs);
            if (now != before) result.orders.push_back({step, Values{{id, now}}});
            before = now;
        }
    }
    std::stable_sort(result.orders.begin(), result.orders.end(), [](const Order& a, const Order& b) { return a.at < b.at; });
    return result;
}

Values viewValuesAt(const FilmLayout& film, const Experiment& experiment, const Values& base, double secs) {
    Values values;
    for (const std::string& id : keyed(film, experiment, Effect::View))
        values[id] = valueAt(film, experiment.params.at(id), base.at(id), secs);
    return values;
}

}  // namespace engram
