// Waits until the worker of a window is idle and no frame was painted for a while.
#pragma once

#include <QElapsedTimer>
#include <QTest>

#include "app/shell/main_window.h"

namespace engram::test {

inline bool atRest(MainWindow& window, int mostMs = 30'000) {
    QElapsedTimer limit;
    limit.start();
    int painted = -1;
    while (limit.elapsed() < mostMs) {
        const auto frame = window.document().frame();
        const bool served = frame && !frame->busy && sameRun(frame->session, window.document().session());
        if (served && painted == window.canvas().paintCount()) return true;
        painted = window.canvas().paintCount();
        QTest::qWait(250);
    }
    return false;
}

}  // namespace engram::test
