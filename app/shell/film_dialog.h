// Makes a film of the open session, beside the window, which stays alive: orbit there and press "Camera key" here. What is set here is part
// of the session's view. The film itself is made on another thread, with progress and a way out.
#pragma once

#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QTimer>
#include <atomic>
#include <memory>

#include "app/export/film.h"
#include "app/shell/document.h"
#include "app/shell/film_tracks.h"

class QThread;

namespace engram {

class FilmDialog final : public QDialog {
    Q_OBJECT

public:
    FilmDialog(Document& document, QWidget* parent);
    ~FilmDialog() override;

    FilmTracks& tracks() { return *tracks_; }
    void follow();                          // the document may have changed: takes up its film, or closes where it is another experiment's

signals:
    void made(const QString& sentence);

protected:
    void closeEvent(QCloseEvent* event) override;

private:
    static constexpr int kPreviewWidth = 480, kPreviewMs = 120;

    struct Task;                            // the film under way, shared with its thread
    QWidget* buildShape();
    QWidget* buildKeys();
    QWidget* buildEnd();
    void takeFilm();                        // from the session, into the controls
    FilmLayout film() const;                // as the controls say
    void keep();                            // from the controls, into the session, where it can be made
    void keyCamera();
    void keyParameter();
    void addCaption();
    void showSelected();
    void showPreview();
    void chooseFile();
    void makeFilm();
    void giveUp();
    void finish(const Task& task);
    bool mayWrite(const std::filesystem::path& path);
    FilmRequest request() const;
    void say(const QString& sentence);

    Document& document_;
    const std::string experiment_;
    QString chosen_;                        // a file that may be overwritten: chosen in a dialog that asked
    QComboBox *size_ = nullptr, *rate_ = nullptr, *theme_ = nullptr, *panels_ = nullptr, *parameter_ = nullptr, *easing_ = nullptr;
    QCheckBox* draft_ = nullptr;
    QDoubleSpinBox *seconds_ = nullptr, *fade_ = nullptr;
    QSpinBox *first_ = nullptr, *last_ = nullptr;
    QLineEdit *value_ = nullptr, *caption_ = nullptr, *file_ = nullptr;
    FilmTracks* tracks_ = nullptr;
    QLabel *preview_ = nullptr, *message_ = nullptr;
    QProgressBar* progress_ = nullptr;
    QPushButton *make_ = nullptr, *cancel_ = nullptr;
    QTimer previewTimer_, progressTimer_;
    std::shared_ptr<Task> task_;
    QThread *previewThread_ = nullptr, *filmThread_ = nullptr;
    FilmLayout known_;                      // what the session held when it was last looked at
    bool taking_ = false;
};

}  // namespace engram
