// Data sets to fetch: what each is for, how large, under which licence, from where, and whether it is here. Fetching can be paused and
// given up; a set that is here opens at once.
#pragma once

#include <QDialog>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>

#include "app/shell/samples.h"

namespace engram {

class SamplesDialog final : public QDialog {
    Q_OBJECT

public:
    // `now`: the session at hand, which a set may lie beside.
    SamplesDialog(const std::vector<Sample>& sets, std::filesystem::path folder, const Session& now, QWidget* parent);

    const Sample& chosen() const;  // of an accepted dialog: all its files are there

private:
    void arrange();
    void describe(int row);
    void press();  // the one button that goes on: fetch, pause, go on, open
    void fetch();
    void giveUp();
    void failed(const QString& sentence);
    void changed();  // buttons and progress follow the state
    void say(const QString& sentence, bool trouble);

    const std::vector<Sample>& sets_;
    std::filesystem::path folder_;
    Session now_;
    QPointer<Download> download_;  // while one is under way, paused or failed
    bool hasFailed_ = false;
    QListWidget* list_ = nullptr;
    QLabel *title_ = nullptr, *use_ = nullptr, *size_ = nullptr, *licence_ = nullptr, *source_ = nullptr, *place_ = nullptr,
           *message_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QPushButton *go_ = nullptr, *giveUp_ = nullptr, *close_ = nullptr;
};

}  // namespace engram
