#include "app/lecture/screens.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWidget>
#include <algorithm>

namespace engram {

namespace {

// Full screen and maximised, a window stays on the screen it was on: so it goes there first.
void moveTo(QWidget& window, QScreen& screen) {
    if (window.isVisible() && window.screen() == &screen) return;
    if (window.isFullScreen() || window.isMaximized()) window.showNormal();
    window.setScreen(&screen);
    const QRect room = screen.availableGeometry();
    QRect place(QPoint(), window.size().boundedTo(room.size() * 3 / 4));
    place.moveCenter(room.center());
    window.setGeometry(place);
}

}  // namespace

ScreenChoice chooseScreens(const std::vector<QRect>& screens, int window, bool swapped) {
    std::vector<int> apart;
    for (int i = 0; i < int(screens.size()); ++i)
        if (std::ranges::none_of(apart, [&](int kept) { return screens[std::size_t(kept)].intersects(screens[std::size_t(i)]); }))
            apart.push_back(i);
    if (apart.size() < 2) return {window, -1};
    const bool isElsewhere = window > 0 && std::ranges::find(apart, window) != apart.end();
    const ScreenChoice usual{isElsewhere ? window : apart[1], 0};
    return swapped ? ScreenChoice{usual.notes, usual.slides} : usual;
}

LectureScreens lectureScreens(const QWidget& window, bool swapped) {
    const QList<QScreen*> screens = QGuiApplication::screens();
    std::vector<QRect> places;
    for (const QScreen* screen : screens) places.push_back(screen->geometry());
    const ScreenChoice choice = chooseScreens(places, int(screens.indexOf(window.screen())), swapped);
    return {screens[choice.slides], choice.notes < 0 ? nullptr : screens[choice.notes]};
}

void fillScreen(QWidget& window, QScreen& screen) {
    moveTo(window, screen);
    window.showFullScreen();
}

void maximizeOn(QWidget& window, QScreen& screen) {
    moveTo(window, screen);
    window.showMaximized();
}

}  // namespace engram
