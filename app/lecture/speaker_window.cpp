#include "app/lecture/speaker_window.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QVBoxLayout>
#include <cmath>

#include "app/shell/theme.h"

namespace engram {

namespace {

constexpr int kFollowMs = 200, kNotesPx = 26;

QString notesOf(const LessonScene& scene) {
    QString markdown;
    for (const std::string& note : scene.notes) markdown += QString::fromStdString(note) + "\n\n";
    for (const LessonBlock& block : scene.blocks) markdown += QString::fromStdString(block.text) + "\n";
    return markdown;
}

QString stateOf(const Lecture& lecture) {
    if (lecture.strays()) return SpeakerWindow::tr("Detour · Home goes back");
    if (lecture.blank() != Lecture::Blank::None) return SpeakerWindow::tr("The screen is blank");
    switch (lecture.phase()) {
        case Lecture::Phase::Asking:
            return SpeakerWindow::tr("Digits take votes · next plays on");
        case Lecture::Phase::PlayingOn:
            return SpeakerWindow::tr("Playing on · next hurries");
        default:
            return {};
    }
}

}  // namespace

QString clockText(double secs) {
    const auto whole = std::llround(std::abs(secs));
    return (secs < -0.5 ? QStringLiteral("−") : QString()) +
           QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

SpeakerWindow::SpeakerWindow(Lecture& lecture, const Theme& theme, std::function<void()> keyTaken)
    : lecture_(lecture), keyTaken_(std::move(keyTaken)) {
    setWindowTitle(tr("Notes of the lecture"));
    setAttribute(Qt::WA_StyledBackground);
    setStyleSheet(engram::styleSheet(theme, 1) +
                  QStringLiteral("QLabel#scene { font-size: 26px; font-weight: 600; } QLabel#clock { font-size: 44px; font-weight: 600; }"
                                 "QLabel#next { font-size: 20px; } QTextBrowser { border: none; font-size: %1px; }")
                      .arg(kNotesPx));
    const auto label = [this](const char* name) {
        auto* made = new QLabel(this);
        made->setObjectName(QString::fromLatin1(name));
        return made;
    };
    title_ = label("scene"), clock_ = label("clock"), plan_ = label("quiet"), state_ = label("quiet"), next_ = label("next");
    for (QLabel* wraps : {title_, plan_, state_, next_}) wraps->setWordWrap(true);
    plan_->setAlignment(Qt::AlignRight);
    clock_->setAccessibleName(tr("Elapsed"));
    notes_ = new QTextBrowser(this);
    notes_->setFocusPolicy(Qt::NoFocus);
    auto* top = new QHBoxLayout;
    top->addWidget(title_, 1);
    top->addWidget(clock_);
    auto* under = new QHBoxLayout;
    under->addWidget(state_, 1);
    under->addWidget(plan_, 2);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(28, 22, 28, 22);
    column->setSpacing(14);
    column->addLayout(top);
    column->addLayout(under);
    column->addWidget(notes_, 1);
    column->addWidget(next_);
    resize(900, 640);
    connect(&timer_, &QTimer::timeout, this, &SpeakerWindow::follow);
    timer_.start(kFollowMs);
    follow();
}

void SpeakerWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        const bool down = event->key() == Qt::Key_Down;
        return notes_->verticalScrollBar()->triggerAction(down ? QScrollBar::SliderSingleStepAdd : QScrollBar::SliderSingleStepSub);
    }
    if (!lecture_.key(*event)) return QWidget::keyPressEvent(event);
    follow();
    keyTaken_();
}

void SpeakerWindow::follow() {
    clock_->setText(clockText(lecture_.elapsedSecs()));
    plan_->setText(tr("planned %1 by the end of this scene, %2 in all")
                       .arg(clockText(lecture_.plannedSecs()), clockText(60 * lecture_.lesson().minutes())));
    state_->setText(stateOf(lecture_));
    if (std::exchange(shown_, lecture_.at()) == lecture_.at()) return;
    const LessonScene& scene = lecture_.scene();
    title_->setText(
        tr("%1 · %2 of %3").arg(QString::fromStdString(scene.title)).arg(lecture_.at() + 1).arg(lecture_.lesson().scenes.size()));
    notes_->setMarkdown(notesOf(scene));
    const LessonScene* next = lecture_.nextScene();
    next_->setText(next ? tr("Next: %1").arg(QString::fromStdString(next->title + (next->sentence.empty() ? "" : " · " + next->sentence)))
                        : tr("Next: the end"));
}

}  // namespace engram
