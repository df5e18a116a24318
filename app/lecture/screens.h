// Which screen the slides of a lecture fill, and which one its notes: slides go to the screen that was plugged in, notes stay on the
// lecturer's own, the one that the desktop calls its primary.
#pragma once

#include <QRect>
#include <vector>

class QScreen;
class QWidget;

namespace engram {

struct ScreenChoice {  // by index
    int slides = 0;
    int notes = -1;  // there is no other
};
// Of screens at these places, the primary first, with the window on one of them. A screen that shows the same as another, as projectors
// often do, counts as one with it.
ScreenChoice chooseScreens(const std::vector<QRect>& screens, int window, bool swapped);

struct LectureScreens {
    QScreen* slides = nullptr;
    QScreen* notes = nullptr;  // null: there is no other
};
LectureScreens lectureScreens(const QWidget& window, bool swapped);

void fillScreen(QWidget& window, QScreen& screen);  // all of it, without a frame
void maximizeOn(QWidget& window, QScreen& screen);  // shows it

}  // namespace engram
