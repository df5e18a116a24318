#include "app/lecture/lecture.h"

#include <algorithm>
#include <utility>

#include "app/language/language.h"
#include "app/panels/timeline.h"
#include "app/shell/region_keys.h"
#include "core/base/eased.h"
#include "core/base/error.h"

namespace engram {

namespace {

constexpr double kGlideSecs = 0.6, kFrameSecs = 1.0 / 60;
constexpr double kHintSecs = 9, kHintFadeSecs = 1;
constexpr double kHurry = 1000;  // steps a second, for who does not want to wait for the end

}  // namespace

Lecture::Lecture(Lesson lesson, Ui& ui)
    : lesson_(std::move(lesson)), ui_(ui), document_(ui.document), bringBack_(ui.document.setAside()) {
    staging_.session = document_.session();
    ui_.scene.aside = {ui_.layout.scene.width, ui_.layout.scene.height, std::exchange(ui_.scene.opening, {})};
    clock_.start();
}

Lecture::~Lecture() {
    ui_.scene.staged = {};
    ui_.scene.opening.clear();
    ui_.message.clear();  // it was about the lecture
    document_.pace(ui_.timeline.pace * kStepsPerSecond);
    bringBack_();
}

void Lecture::begin(std::size_t scene, int onwards) {
    while (scene < lesson_.scenes.size()) try {
            staging_ = stagingOf(lesson_, scene, document_.session().view);
            break;
        } catch (const Error& error) {
            ui_.say(spoken(error.what()));
            scene += std::size_t(onwards);  // before the first comes the largest number: past the end
        }
    if (scene >= lesson_.scenes.size()) return;
    const bool sameView = at_ == scene || shownPanels(staging_.session).large == shownPanels(document_.session()).large;
    const bool isOther = !sameRun(document_.session(), staging_.session);
    at_ = scene;
    if (!std::exchange(begun_, true)) begunAt_ = scene;
    votes_.assign(this->scene().ask ? this->scene().ask->answers.size() : 0, 0);
    right_ = -1;
    phase_ = votes_.empty() ? Phase::Shown : Phase::Asking;
    blank_ = Blank::None;
    strays_ = departs_ = false;
    home_.reset();
    glide_.reset();
    planStep_ = staging_.session.step;
    glideStart_ = -1e9;
    ui_.scene.move.reset();
    ui_.scene.staged.angles = staging_.camera;
    framesAnew_ = !sameView || isOther || staging_.camera;
    document_.start(staging_.session);
    document_.pace(staging_.pace > 0 ? staging_.pace : kStepsPerSecond);
    playsOnceThere_ = staging_.plays && phase_ == Phase::Shown;
    ui_.wakeIn(0);
}

const LessonScene* Lecture::nextScene() const { return at_ + 1 < lesson_.scenes.size() ? &lesson_.scenes[at_ + 1] : nullptr; }

double Lecture::plannedSecs() const {
    double minutes = 0;
    for (std::size_t i = 0; i <= at_; ++i) minutes += lesson_.scenes[i].minutes;
    return 60 * minutes;
}

double Lecture::glideLeft() const { return std::clamp(1 - (ui_.seconds - glideStart_) / kGlideSecs, 0.0, 1.0); }

double Lecture::hintLeft() const {
    if (at_ != begunAt_) return 0;
    const double left = kHintSecs - elapsedSecs();
    return ui_.stillness ? double(left > 0) : std::clamp(left / kHintFadeSecs, 0.0, 1.0);
}

void Lecture::next() {
    if (blank_ != Blank::None) {
        blank_ = Blank::None;  // what is behind it has not been seen yet
    } else if (phase_ == Phase::Asking && !strays_) {
        phase_ = Phase::PlayingOn;
        document_.play(true);
    } else if (phase_ == Phase::PlayingOn && !strays_) {
        document_.pace(kHurry);
    } else if (nextScene()) {
        begin(at_ + 1);
    } else {
        ui_.say(utf8(Panels::tr("That was the last scene; Esc leaves the lecture")));
    }
}

void Lecture::previous() {
    if (blank_ != Blank::None)
        blank_ = Blank::None;
    else if (phase_ == Phase::PlayingOn || phase_ == Phase::Answered)
        begin(at_);
    else if (at_ > 0)
        begin(at_ - 1, -1);
}

void Lecture::restart() {
    clock_.restart();
    begun_ = false;
    begin(0);
}

void Lecture::vote(int answer) {
    if (phase_ == Phase::Asking && answer >= 0 && answer < int(votes_.size())) ++votes_[std::size_t(answer)];
}

void Lecture::takeVoteBack() {
    if (phase_ != Phase::Asking) return;
    const auto most = std::max_element(votes_.begin(), votes_.end());
    if (*most > 0) --*most;
}

void Lecture::playOrPause() { document_.play(!document_.playing()); }

bool Lecture::key(const QKeyEvent& event) { return pressRegionKey(ui_, event); }

// A camera that neither the plan nor a glide has put where it is.
bool Lecture::cameraMovedByHand() const {
    if (ui_.scene.move) return false;
    for (const auto& [panel, camera] : document_.session().view.cameras) {
        const auto opening = ui_.scene.opening.find(panel);
        const auto planned = staging_.session.view.cameras.find(panel);
        const bool asOpened = opening != ui_.scene.opening.end() && opening->second == camera;
        if (!asOpened && !(home_ && *home_ == camera) && (planned == staging_.session.view.cameras.end() || !(planned->second == camera)))
            return true;
    }
    return false;
}

void Lecture::update() {
    if (glideLeft() > 0) ui_.wakeIn(kFrameSecs);
    if (glide_) return goBack();
    departs_ = !sameRun(document_.session(), staging_.session);
    const bool strays = departs_ || cameraMovedByHand();
    if (hintLeft() > 0) ui_.wakeIn(std::max(kFrameSecs, kHintSecs - kHintFadeSecs - elapsedSecs()));
    if (!strays) planStep_ = document_.session().step, planPlayed_ = document_.playing();
    strays_ = strays;
    if (strays) return;
    arrive();
    stopAtEnd();
    if (phase_ == Phase::PlayingOn) answer();
}

// The picture of the scene before is shown until the first of this one has come: only that one can be framed, and played.
void Lecture::arrive() {
    const auto frame = document_.frame();
    if (!frame || !sameRun(frame->session, staging_.session) || frame->moment.step < planStep_) return;
    if (std::exchange(framesAnew_, false)) ui_.scene.opening.clear();
    if (std::exchange(playsOnceThere_, false)) document_.play(true);
}

void Lecture::stopAtEnd() {
    if (!staging_.until || !document_.playing() || document_.session().step < *staging_.until) return;
    document_.play(false);
    document_.seek(*staging_.until);
}

// Once the run is where the plan lets it end, its measure says which answer was right.
void Lecture::answer() {
    const auto frame = document_.frame();
    if (document_.playing() || !frame || frame->busy || frame->playing || !sameRun(frame->session, staging_.session)) return;
    if (!hasEnded(staging_, frame->moment)) return;
    const Trace& trace = frame->moment.trace;
    right_ = scene().ask->rightAnswer(trace.at(trace.size() - 1, document_.experiment().measure(scene().ask->measure)));
    phase_ = Phase::Answered;
    document_.pace(kStepsPerSecond);
}

// The run scrubs, the controls move, the camera flies, all within the same moment.
void Lecture::glideBack() {
    if (!strays_ || glide_) return;
    document_.play(false);
    const Blueprint seen = document_.session().view;
    const std::string panel = cameraPanel(document_.experiment(), heroPanel(staging_.session, document_.experiment()));
    const auto now = seen.cameras.find(panel);
    const auto there = ui_.scene.opening.find(panel);
    if (there != ui_.scene.opening.end()) home_ = there->second;
    glideFrom_ = document_.values(), glideTo_ = staging_.session.valuesAt(planStep_);
    glideStart_ = ui_.stillness ? -1e9 : ui_.seconds;
    const bool flies = now != seen.cameras.end() && home_;
    if (flies) ui_.scene.move = CameraMove{now->second, *home_, ui_.seconds, ui_.stillness ? 0 : kGlideSecs};
    glide_ = Glide{wayBack(document_.session(), document_.session().step, staging_.session, planStep_), document_.session(), flies};
    goBack();
    ui_.wakeIn(0);
}

// One frame's part of the way. A hand that takes hold of the run on the way has it.
void Lecture::goBack() {
    const Course& expected = glide_->onPlan ? static_cast<const Course&>(staging_.session) : glide_->detour;
    if (!sameRun(document_.session(), expected)) return glide_.reset();
    const double left = glideLeft();
    const WayBack::Place place = glide_->way.at(1 - eased(left));
    if (place.onPlan && !std::exchange(glide_->onPlan, true)) {
        Session planned = staging_.session;
        planned.step = place.step;
        if (glide_->flies) planned.view.cameras = document_.session().view.cameras;
        document_.start(planned);
        strays_ = departs_ = false;
    } else if (document_.session().step != place.step) {
        document_.seek(place.step);
    }
    if (left > 0) return;
    playsOnceThere_ = planPlayed_;
    glide_.reset();
}

}  // namespace engram
