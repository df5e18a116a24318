// A lecture under way: which scene is on, what the audience has voted, whether the lecturer has strayed from the plan. It works on
// sessions of its own; the document that was open comes back when the lecture ends. Nothing here draws.
#pragma once

#include <QElapsedTimer>
#include <functional>
#include <string>
#include <vector>

#include "app/lecture/staged_panel.h"
#include "app/lecture/way_back.h"
#include "app/panels/ui.h"
#include "core/session/staging.h"

class QKeyEvent;

namespace engram {

// What the screen keeps from frame to frame.
struct LectureView {
    std::string stagedOf, formulaOf;  // what the two below were made of
    std::vector<StagedPanel> staged;      // those shown large
    std::shared_ptr<const Pixels> formula;
};

class Lecture {
public:
    enum class Phase { Shown, Asking, PlayingOn, Answered };  // all but the first: of a scene that asks
    enum class Blank { None, Black, White };

    Lecture(Lesson lesson, Ui& ui);
    ~Lecture();
    Lecture(const Lecture&) = delete;
    Lecture& operator=(const Lecture&) = delete;

    void begin(std::size_t scene, int onwards = 1);  // one that cannot be shown is said and left out, in the direction of travel
    bool key(const QKeyEvent& event);                // of a clicker or keyboard; false: it means nothing here
    void update();                                   // once a frame

    // What its keys do; see lecture_keys.h.
    void next();  // what is behind a blank screen first; a scene that asks plays on, then hurries
    void previous();
    void restart();  // from the first scene on, with the clock at zero
    void blank(Blank how) { blank_ = blank_ == how ? Blank::None : how; }
    void vote(int answer);
    void takeVoteBack();
    void playOrPause();
    void glideBack();  // from a detour: run, controls and camera to where the plan was left

    const Lesson& lesson() const { return lesson_; }
    const LessonScene& scene() const { return lesson_.scenes[at_]; }
    const LessonScene* nextScene() const;  // null after the last
    std::size_t at() const { return at_; }
    const Staging& staging() const { return staging_; }
    Phase phase() const { return phase_; }
    Blank blank() const { return blank_; }
    bool strays() const { return strays_; }  // the run or the camera is not the planned one
    bool departs() const { return departs_; }  // the run is not: what is said of the plan may be false of it
    const std::vector<int>& votes() const { return votes_; }
    int rightAnswer() const { return right_; }  // -1 until the run has shown it
    // How far run and controls still are on their way back from what the lecturer tried: 1, then 0.
    double glideLeft() const;
    const Values& glideFrom() const { return glideFrom_; }
    const Values& glideTo() const { return glideTo_; }
    double hintLeft() const;  // how strong the keys are still hinted at: in the scene that the lecture begins with, for a while
    double elapsedSecs() const { return double(clock_.elapsed()) * 1e-3; }
    double plannedSecs() const;  // by the end of this scene

    LectureView& view() { return view_; }

    std::function<void()> leaves = [] {};        // Esc was pressed
    std::function<void()> togglesNotes = [] {};  // N was
    std::function<void()> swapsScreens = [] {};  // S was

private:
    void goBack();
    void arrive();
    void stopAtEnd();
    void answer();
    bool cameraMovedByHand() const;

    Lesson lesson_;
    Ui& ui_;
    Document& document_;
    std::function<void()> bringBack_;
    std::size_t at_ = 0, begunAt_ = 0;
    bool begun_ = false;
    Staging staging_;
    Phase phase_ = Phase::Shown;
    Blank blank_ = Blank::None;
    std::vector<int> votes_;
    int right_ = -1;
    bool playsOnceThere_ = false, strays_ = false, departs_ = false, framesAnew_ = false;
    std::int64_t planStep_ = 0;  // where the run was when the lecturer strayed
    bool planPlayed_ = false;
    struct Glide {  // of the run, while it is under way
        WayBack way;
        Course detour;
        bool flies = false;  // the camera, too
        bool onPlan = false;
    };
    std::optional<Glide> glide_;
    Values glideFrom_, glideTo_;
    std::optional<Camera> home_;  // where a glide has taken the camera
    double glideStart_ = -1e9;
    QElapsedTimer clock_;
    LectureView view_;
};

}  // namespace engram
