// Which figure to make of the moment shown: panels in their order, size, type, theme and file, with the caption and the command that
// belong to it. Made on another thread, so that the window stays alive.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>

#include "app/export/export.h"
#include "core/sim/worker.h"
#include "core/view/vision.h"

namespace engram {

class ExportDialog final : public QDialog {
    Q_OBJECT

public:
    // `saved`: the file that the session lies in, or empty.
    ExportDialog(const Experiment& experiment, const Frame& frame, const Session& session, const std::string& panel,
                 std::filesystem::path saved, QWidget* parent);

    void seeAs(Vision vision) { vision_ = vision; }      // what its preview begins with; the file keeps its colours
    const QString& outcome() const { return outcome_; }  // a sentence; empty when cancelled

private:
    void makeControls(const Experiment& experiment);
    void listPanels(const Experiment& experiment, const std::string& panel);
    void arrange();
    void connectAll();
    void chooseFile();
    void usePreset(int index);
    void useFormat();                                    // the ending of the name follows
    void followEnding();                                 // and the other way round
    void changed();                                      // request_ and the caption follow the controls
    void copyCommand();
    void makeFigure();
    void say(const QString& sentence, bool trouble);

    FigureRequest request_;
    std::filesystem::path saved_;
    Board board_;
    QListWidget* panels_ = nullptr;
    QComboBox *preset_ = nullptr, *theme_ = nullptr, *text_ = nullptr, *format_ = nullptr;
    QDoubleSpinBox *width_ = nullptr, *height_ = nullptr, *dpi_ = nullptr, *points_ = nullptr;
    QCheckBox *transparent_ = nullptr, *csv_ = nullptr;
    QLineEdit* file_ = nullptr;
    QPlainTextEdit* caption_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton *browse_ = nullptr, *copyCaption_ = nullptr, *copyCommand_ = nullptr, *preview_ = nullptr, *cancel_ = nullptr,
                *make_ = nullptr;
    QString outcome_;
    Vision vision_ = Vision::Usual;
};

}  // namespace engram
