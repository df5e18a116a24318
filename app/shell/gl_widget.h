// All of the window between gallery, menu and status line: the scenes painted by the renderer, everything else by Dear ImGui on top.
// It repaints when the worker publishes, when input arrives and while something glides; otherwise it rests.
#pragma once

#include <QElapsedTimer>
#include <QOpenGLWidget>
#include <QTimer>
#include <map>
#include <memory>

#include "app/panels/ui.h"
#include "app/shell/imgui_qt.h"
#include "app/shell/panel_repaint.h"
#include "app/shell/preferences.h"
#include "render/renderer.h"
#include "render/vision_pass.h"

namespace engram {

class GlWidget final : public QOpenGLWidget {
    Q_OBJECT

public:
    GlWidget(Document& document, Preferences& preferences, QWidget* parent);
    ~GlWidget() override;

    Ui& ui() { return ui_; }
    const Layout& windowLayout() const { return whole_; }  // in the coordinates of the window
    void setWindowSize(QSize size);                        // lays out anew
    void setHeroOnly(bool on);
    void setLecture(Lecture* lecture);                      // null: it is over
    bool heroOnly() const { return wish_.heroOnly; }
    void applyPreferences();  // preset, instruments, motion; theme comes with the session
    void setVision(Vision vision);  // previews how the picture looks to other eyes
    Vision vision() const { return vision_; }
    void wake();              // something changed: a few frames
    void say(const std::string& sentence);
    std::string sentence() const;                   // the run in one sentence, for the status line
    std::string device() const;                     // what paints
    int paintCount() const { return paintCount_; }  // frames so far, for tests
    bool wantsText() const { return imgui_->wantsText(); }

signals:
    void frameTaken();  // a new moment is shown
    void firstFramePainted();
    void laidOut();

protected:
    void initializeGL() override;
    void paintGL() override;
    void resizeGL(int width, int height) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;
    bool focusNextPrevChild(bool) override { return false; }  // Tab walks the regions

private:
    void takeFrame();
    void takeSides(bool changed);
    bool takeKey(const QKeyEvent& key);
    void tellHand();
    void relayout();
    void buildPanels();
    void workPanels();
    void paintScenes();
    void paintPanels();
    void scheduleWake(double seconds);

    Document& document_;
    Preferences& preferences_;
    std::unique_ptr<ImguiQt> imgui_;
    Fonts fonts_;
    std::unique_ptr<Textures> textures_;
    Ui ui_;
    Board board_;
    LayoutWish wish_;
    Layout whole_;
    HandState handTold_;  // as ImGui knows it
    QSize windowSize_;
    PanelRepaint repaint_;
    struct Stage {  // a place that shows a scene
        std::unique_ptr<Renderer> renderer;
        std::optional<Camera> camera;    // of the last frame
        const void* ground = nullptr;    // the values of its surface
        double width = 0, height = 0;
        double movedAt = -1;             // when one of them changed
    };
    bool moves(Stage& stage, const ScenePaint& paint);

    std::map<std::string, Stage> stages_;  // by place
    std::unique_ptr<VisionPass> visionPass_;
    Vision vision_ = Vision::Usual;
    std::string styled_;                                          // theme and scale that the ImGui style was made for
    QElapsedTimer clock_;
    QTimer wakeTimer_;
    int framesLeft_ = 0, paintCount_ = 0;
    std::uint64_t redraws_ = 0;  // of boards for what is pointed at
    bool isReady_ = false, itemWasActive_ = false, cleared_ = false, resizes_ = false;
};

}  // namespace engram
