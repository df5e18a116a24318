#include "app/lecture/lecture.h"

#include <QKeyEvent>
#include <algorithm>
#include <utility>

#include "app/language/language.h"
#include "app/panels/timeline.h"
#include "core/base/error.h"

namespace engram {

namespace {

constexpr double kGlideSecs = 0.6, kFrameSecs = 1.0 / 60;
constexpr double kHurry = 1000;  // steps a second, for who does not want to wait for the end

}  // namespace

Lecture::Lecture(Lesson lesson, Ui& ui)
    : lesson_(std::move(lesson)), ui_(ui), document_(ui.document), bringBack_(ui.document.setAside()), staging_{document_.session(),
                                                                                                                false,
                                                                                                                false,
                                                                                                                {},
                                                                                                                0,
                                                                                                                {}} {
    clock_.start();
}

Lecture::~Lecture() {
    ui_.scene.staged = {};
    ui_.scene.opening.clear();
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
    const bool sameView = at_ == scene || heroPanel(staging_.session, experiment(staging_.session.experiment)) ==
                                              heroPanel(document_.session(), document_.experiment());
    at_ = scene;
    votes_.assign(this->scene().ask ? this->scene().ask->answers.size() : 0, 0);
    right_ = -1;
    phase_ = votes_.empty() ? Phase::Shown : Phase::Asking;
    blank_ = Blank::None;
    strays_ = false;
    home_.reset();
    planStep_ = staging_.session.step;
    glideStart_ = -1e9;
    ui_.scene.move.reset();
    ui_.scene.staged.angles = staging_.camera;
    framesAnew_ = !sameView || staging_.camera;
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

bool Lecture::vote(int answer) {
    if (phase_ != Phase::Asking || answer < 0 || answer >= int(votes_.size())) return false;
    ++votes_[std::size_t(answer)];
    return true;
}

bool Lecture::key(const QKeyEvent& event) {
    const int key = event.key();
    const Qt::KeyboardModifiers modifiers = event.modifiers();
    if (modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)) return false;
    switch (key) {
        case Qt::Key_PageDown:
        case Qt::Key_Right:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            next();
            return true;
        case Qt::Key_PageUp:
        case Qt::Key_Left:
            previous();
            return true;
        case Qt::Key_B:
        case Qt::Key_Period:
            blank(Blank::Black);
            return true;
        case Qt::Key_W:
        case Qt::Key_Comma:
            blank(Blank::White);
            return true;
        case Qt::Key_F5:
            if (!(modifiers & Qt::ShiftModifier)) clock_.restart();
            begin(modifiers & Qt::ShiftModifier ? at_ : 0);
            return true;
        case Qt::Key_Home:
            glideBack();
            return true;
        case Qt::Key_Space:
            document_.play(!document_.playing());
            return true;
        case Qt::Key_N:
            if (togglesNotes) togglesNotes();
            return true;
        case Qt::Key_S:
            if (swapsScreens) swapsScreens();
            return true;
        case Qt::Key_Escape:
            if (leaves) leaves();
            return true;
        case Qt::Key_Backspace:
            if (phase_ == Phase::Asking && !votes_.empty()) {
                const auto most = std::max_element(votes_.begin(), votes_.end());
                if (*most > 0) --*most;
            }
            return true;
        default:
            return vote(key - Qt::Key_1);
    }
}

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
    const bool strays = !sameRun(document_.session(), staging_.session) || cameraMovedByHand();
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
    const bool ended = staging_.until
                           ? frame->moment.step == *staging_.until || (frame->moment.settled && frame->moment.step < *staging_.until)
                           : frame->moment.settled;
    if (!ended) return;
    const Trace& trace = frame->moment.trace;
    right_ = scene().ask->rightAnswer(trace.at(trace.size() - 1, document_.experiment().measure(scene().ask->measure)));
    phase_ = Phase::Answered;
    document_.pace(kStepsPerSecond);
}

// Back to the planned run where it was left, and the camera on its way there.
void Lecture::glideBack() {
    if (!strays_) return;
    glideFrom_ = document_.values();
    glideStart_ = ui_.seconds;
    const Blueprint seen = document_.session().view;
    Session planned = staging_.session;
    planned.step = planStep_;
    planned.view.cameras = seen.cameras;
    const std::string panel = cameraPanel(document_.experiment(), heroPanel(planned, document_.experiment()));
    const auto now = seen.cameras.find(panel);
    const auto there = ui_.scene.opening.find(panel);
    document_.start(planned);
    if (there != ui_.scene.opening.end()) home_ = there->second;
    if (now != seen.cameras.end() && home_)
        ui_.scene.move = CameraMove{now->second, *home_, ui_.seconds, kGlideSecs};
    else
        planned.view.cameras = staging_.session.view.cameras, document_.look(planned.view);
    playsOnceThere_ = planPlayed_;
    strays_ = false;
    ui_.wakeIn(0);
}

}  // namespace engram
