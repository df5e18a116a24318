// Where lectures are given from: opens and ends them, with their second window; holds the lesson beside the view; and writes the moment
// at hand into a lecture of one's own.
#pragma once

#include <QTimer>
#include <filesystem>
#include <memory>
#include <vector>

#include "app/lecture/lecture.h"
#include "app/lecture/lesson_panel.h"
#include "app/lecture/speaker_window.h"
#include "app/shell/commands.h"

class QDockWidget;
class QScreen;

namespace engram {

class MainWindow;

class Lectern final : public QObject {
    Q_OBJECT

public:
    // `panel` stands beside the view; hidden until it is asked for.
    Lectern(MainWindow& window, LessonPanel& panel);
    ~Lectern() override;

    void addCommands(Commands& commands);
    void give(const std::filesystem::path& file);  // throws where it is none
    void give(Lesson lesson, std::size_t scene = 0);
    void leave();                                  // the document that was open is back
    Lecture* lecture() { return lecture_.get(); }  // null while none is given
    SpeakerWindow* notes() { return notes_.get(); }
    LessonPanel& panel() { return panel_; }

    // Adds the moment shown to a lecture, which begins with it where there is no such file. Throws, naming the file.
    void addScene(const std::filesystem::path& file, const std::string& sentence = {});
    void saveAs(const std::filesystem::path& file);  // the lecture given last, to add scenes to; throws, naming the file
    void showLesson(bool on);
    void follow();  // what is open may have changed

private:
    void tryBlock(std::size_t scene, std::size_t block);
    void toggleNotes();
    void showNotes(QScreen* screen);  // null: in a corner of the slides
    void swapScreens();
    void takeScreens();          // slides and notes go to the screens there are
    void watch(QScreen* screen);
    void openDialog();
    void addSceneDialog();
    void saveDialog();
    QString proposedSentence() const;  // for a scene of the moment shown
    void attempt(const std::function<void()>& action);
    void setBare(bool on);  // nothing but the view, full screen

    MainWindow& window_;
    LessonPanel& panel_;
    std::unique_ptr<Lecture> lecture_;
    std::unique_ptr<SpeakerWindow> notes_;
    Lesson last_;  // the lecture given last, for F5
    std::size_t lastScene_ = 0;
    std::filesystem::path lastFile_;   // that it is from; empty: it comes with the program
    std::filesystem::path written_;    // the lecture that scenes are added to
    std::vector<QDockWidget*> docks_;  // put out of sight for the lecture
    bool lessonShown_ = false, swapped_ = false, wasMaximized_ = false, notesWished_ = false;
    QRect before_;         // where the window stood
    QTimer screensSettle_;  // of several signs that screens have come, gone or moved, the last one counts
};

Lesson shippedLecture();  // on dense memories, ten minutes

}  // namespace engram
