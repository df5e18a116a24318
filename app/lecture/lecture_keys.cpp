#include "app/lecture/lecture_keys.h"

#include "app/language/language.h"
#include "app/lecture/lecture.h"

namespace engram {

namespace {

static_assert(kMostAnswers == 5, "there is a digit for every answer");

RegionKey key(std::vector<const char*> keys, const char* text, std::function<void(Lecture&, int)> act) {
    return {{}, std::move(keys), text, [act = std::move(act)](Ui& ui, int which) { act(*ui.lecture, which); }, KeyState::Lecture};
}

}  // namespace

// Clickers differ: some send PageDown, some arrows, some a full stop for the black screen.
std::vector<RegionKey> lectureKeys() {
    using Blank = Lecture::Blank;
    return {
        key({"PgDown", "Right", "Return", "Enter"}, QT_TRANSLATE_NOOP("Commands", "Next scene; plays on after a vote"),
            [](Lecture& l, int) { l.next(); }),
        key({"PgUp", "Left"}, QT_TRANSLATE_NOOP("Commands", "Previous scene"), [](Lecture& l, int) { l.previous(); }),
        key({"B", "."}, QT_TRANSLATE_NOOP("Commands", "Black screen, and back"), [](Lecture& l, int) { l.blank(Blank::Black); }),
        key({"W", ","}, QT_TRANSLATE_NOOP("Commands", "White screen, and back"), [](Lecture& l, int) { l.blank(Blank::White); }),
        key({"1", "2", "3", "4", "5"}, QT_TRANSLATE_NOOP("Commands", "A vote"), [](Lecture& l, int which) { l.vote(which); }),
        key({"Backspace"}, QT_TRANSLATE_NOOP("Commands", "Take a vote back"), [](Lecture& l, int) { l.takeVoteBack(); }),
        key({"Home"}, QT_TRANSLATE_NOOP("Commands", "From a detour back to the plan"), [](Lecture& l, int) { l.glideBack(); }),
        key({"Space"}, QT_TRANSLATE_NOOP("Commands", "Play or pause"), [](Lecture& l, int) { l.playOrPause(); }),
        key({"F5"}, QT_TRANSLATE_NOOP("Commands", "From the first scene on"), [](Lecture& l, int) { l.restart(); }),
        key({"Shift+F5"}, QT_TRANSLATE_NOOP("Commands", "This scene once more"), [](Lecture& l, int) { l.begin(l.at()); }),
        key({"N"}, QT_TRANSLATE_NOOP("Commands", "Notes in a second window"), [](Lecture& l, int) { l.togglesNotes(); }),
        key({"S"}, QT_TRANSLATE_NOOP("Commands", "Scene and notes change screens"), [](Lecture& l, int) { l.swapsScreens(); }),
        key({"Esc"}, QT_TRANSLATE_NOOP("Commands", "Leave it"), [](Lecture& l, int) { l.leaves(); }),
    };
}

}  // namespace engram
