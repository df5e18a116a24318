// Which figure to make of the moment shown: panel, size, theme and file. Made on another thread, so that the window stays alive.
#pragma once

#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "app/export/export.h"
#include "core/sim/worker.h"

namespace engram {

class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    ExportDialog(const Experiment& experiment, const Frame& frame, const Session& session, const std::string& panel, QWidget* parent);

    const QString& outcome() const { return outcome_; }  // a sentence; empty when cancelled

private:
    void build(const Experiment& experiment, const std::string& panel);
    void chooseFile();
    void makeFigure();

    FigureRequest request_;
    QLabel* trouble_ = nullptr;
    QComboBox *panel_ = nullptr, *theme_ = nullptr;
    QDoubleSpinBox *width_ = nullptr, *height_ = nullptr, *dpi_ = nullptr;
    QLineEdit* file_ = nullptr;
    QPushButton* make_ = nullptr;
    QString outcome_;
};

}  // namespace engram
