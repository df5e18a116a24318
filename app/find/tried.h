// The strip of everything tried: a labelled picture for each edit, oldest first, and a click goes there as one undoable step. It looks at
// the document after every frame and compares; pictures are painted and written on other threads.
#pragma once

#include <QDockWidget>
#include <QListWidget>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <map>

#include "app/find/trials.h"
#include "app/panels/ui.h"
#include "app/shell/thumbnails.h"
#include "core/view/vision.h"

namespace engram {

class Tried final : public QDockWidget {
    Q_OBJECT

public:
    Tried(Ui& ui, Thumbnails& painter, std::filesystem::path folder, QWidget* parent);  // no folder: nothing is kept
    ~Tried() override;

    void load();    // what was kept before; damaged pictures are left out and said
    void follow();  // after every frame taken
    void go(int index);
    void setVision(Vision vision);
    const std::vector<Trial>& trials() const { return trials_; }
    int current() const { return current_; }

signals:
    void went();
    void chosen(const Session& apart);  // a run of another experiment, to be opened as a document of its own

private:
    int indexNow() const;  // of the document as it stands; -1: not yet tried
    void note();
    void drop(std::size_t index);
    void takePicture();
    void show(const std::filesystem::path& file, const QImage& picture);
    void keep(const Trial& trial);
    void list();

    Ui& ui_;
    Thumbnails& painter_;
    std::filesystem::path folder_;
    QListWidget* list_;
    std::vector<Trial> trials_;
    std::map<std::uint64_t, std::filesystem::path> byEdit_;  // edits of this start, to the files of their trials
    bool loaded_ = false;
    int current_ = -1;
    std::uint64_t pictured_ = 0;  // number of the frame that the picture shows
    QTimer pictureTimer_;
    QThreadPool writer_;
    std::string theme_;
    double scale_ = 0;
};

}  // namespace engram
