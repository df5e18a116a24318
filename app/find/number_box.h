// A number to type or to step, by the rules of its parameter: what is typed is read as everywhere else, and what is refused is said
// by whoever listens. A screen reader hears its value and range.
#pragma once

#include <QAbstractSpinBox>

#include "core/param/table.h"

namespace engram {

class NumberBox final : public QAbstractSpinBox {
    Q_OBJECT
    Q_PROPERTY(double value READ value WRITE stepTo)
    Q_PROPERTY(double minimum READ minimum)
    Q_PROPERTY(double maximum READ maximum)

public:
    NumberBox(const ParamSpec& spec, QWidget* parent);

    void show(const Value& value);  // without a signal; what was typed and not given yet is lost
    double value() const { return asReal(value_); }
    double minimum() const { return spec_.hard.low; }
    double maximum() const { return spec_.hard.high; }

    void stepBy(int steps) override;

signals:
    void typed(const QString& text);  // Enter, or the keyboard went on
    void stepped(const engram::Value& value);

protected:
    bool event(QEvent* event) override;
    StepEnabled stepEnabled() const override { return StepUpEnabled | StepDownEnabled; }
    QValidator::State validate(QString&, int&) const override { return QValidator::Acceptable; }

private:
    void stepTo(double value);

    const ParamSpec& spec_;
    Value value_;
    QString shown_;
};

}  // namespace engram
