// What the lecturer sees and the audience does not: notes, the clock against the plan, and the scene that comes next. It takes the same
// keys as the lecture itself.
#pragma once

#include <QLabel>
#include <QTextBrowser>
#include <QTimer>
#include <QWidget>

#include "app/lecture/lecture.h"

namespace engram {

class SpeakerWindow final : public QWidget {
    Q_OBJECT

public:
    SpeakerWindow(Lecture& lecture, const Theme& theme, std::function<void()> keyTaken);

    QString notes() const { return notes_->toPlainText(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void follow();

    Lecture& lecture_;
    std::function<void()> keyTaken_;
    QLabel *title_, *clock_, *plan_, *state_, *next_;
    QTextBrowser* notes_;
    QTimer timer_;
    std::size_t shown_ = std::size_t(-1);
};

QString clockText(double secs);  // "4:07", with a true minus before it where time is over

}  // namespace engram
