#include "app/find/number_box.h"

#include <QKeyEvent>
#include <QLineEdit>

#include "app/widgets/track.h"

namespace engram {

NumberBox::NumberBox(const ParamSpec& spec, QWidget* parent) : QAbstractSpinBox(parent), spec_(spec), value_(spec.fallback) {
    setButtonSymbols(QAbstractSpinBox::NoButtons);  // keys step it
    setCorrectionMode(QAbstractSpinBox::CorrectToPreviousValue);
    connect(this, &QAbstractSpinBox::editingFinished, this, [this] {
        if (lineEdit()->text() != shown_) emit typed(lineEdit()->text());
    });
}

void NumberBox::show(const Value& value) {
    value_ = value;
    shown_ = QString::fromStdString(ParamTable().print(spec_, value));
    lineEdit()->setText(shown_);  // also where it is the same: what could be undone in the text is gone with it
}

// Undo belongs to the window unless something is being typed.
bool NumberBox::event(QEvent* event) {
    const bool travels = event->type() == QEvent::ShortcutOverride && (static_cast<QKeyEvent*>(event)->matches(QKeySequence::Undo) ||
                                                                       static_cast<QKeyEvent*>(event)->matches(QKeySequence::Redo));
    if (travels && !lineEdit()->isUndoAvailable()) return event->ignore(), true;
    return QAbstractSpinBox::event(event);
}

void NumberBox::stepBy(int steps) { emit stepped(trackStep(spec_, value_, steps)); }

void NumberBox::stepTo(double value) {
    if (spec_.kind == Kind::Int)
        emit stepped(std::int64_t(value));
    else
        emit stepped(value);
}

}  // namespace engram
