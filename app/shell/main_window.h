// The window: menus, gallery, the GL widget and the status line round one document, and the table of commands that drives them.
#pragma once

#include <QLabel>
#include <QMainWindow>
#include <QPointer>
#include <memory>

#include "app/shell/autosave.h"
#include "app/shell/commands.h"
#include "app/shell/document.h"
#include "app/shell/drop_plan.h"
#include "app/shell/gallery.h"
#include "app/shell/gl_widget.h"
#include "app/shell/preferences.h"
#include "app/shell/window.h"

namespace engram {

class FilmDialog;
class Finding;
class Lectern;

class MainWindow final : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(const WindowOptions& options);
    ~MainWindow() override;

    Document& document() { return *document_; }
    GlWidget& canvas() { return *gl_; }
    Gallery& gallery() { return *gallery_; }
    Lectern& lectern() { return *lectern_; }
    const Commands& commands() const { return commands_; }
    bool safeMode() const { return safeMode_; }

    void openPath(const std::filesystem::path& path);  // a failure is said in one sentence
    bool savePath(const std::filesystem::path& path);
    void openRecent(const QString& file);              // asks about unsaved changes
    bool openApart(const Session& session);            // as a new document without a file; asks as well. False: cancelled
    void setTheme(const std::string& name);            // or "system"
    void applyLook();
    Finding& finding() { return *finding_; }
    void layOut();   // the view has what the lesson beside it leaves

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void takePlace();
    void saySafeMode();
    void sayTrouble();  // with what was asked for at the start
    void build();
    void begin(const WindowOptions& options);
    void addCommands();
    void addFileCommands();
    void addSampleCommands();
    void addRunCommands();
    void addBranchCommands();
    void addViewCommands();
    void renameBranch(const std::string& branch);
    void compareDialog();
    void saveSweep();
    void saveWeights();
    void buildMenus();
    void fillRecent(QMenu& menu);
    void fillPanels(QMenu& menu);
    void placeRegions();
    void placeName(int height);
    void placeCorners();
    void showDevice();
    void showState();  // title, status line, ticks, gallery: compared, not observed
    void newDocument();
    void openDialog();
    void openFolderDialog();
    void openBesideDialog(const InputFile& file, const QString& title);
    void openAsking(const std::filesystem::path& path);  // about unsaved changes, where it would end the document at hand
    void open(const DropPlan& plan);
    bool openData(const DropPlan& plan);  // false: cancelled
    bool save();
    bool saveAs();
    bool saveOverChanges();  // of something else; asks
    QString title() const;
    void exportDialog();
    void showAbout();
    void filmDialog();
    void samplesDialog();
    bool mayLeave();  // asks about unsaved changes
    void remember(const std::filesystem::path& path);
    bool attempt(const std::function<void()>& action);  // a failure is said in one sentence

    bool safeMode_;  // nothing of what is kept, no computing on the GPU
    Preferences preferences_;
    std::unique_ptr<Document> document_;
    std::unique_ptr<Autosave> autosave_;
    Commands commands_;
    GlWidget* gl_ = nullptr;
    Gallery* gallery_ = nullptr;
    Finding* finding_ = nullptr;
    QLabel *brand_ = nullptr, *device_ = nullptr, *documentName_ = nullptr, *sentence_ = nullptr, *seed_ = nullptr;
    std::map<std::string, QAction*> actions_;
    QTimer autosaveTimer_;
    std::unique_ptr<Lectern> lectern_;
    QPointer<FilmDialog> film_;   // beside the window while it is open
    std::string shownTheme_;
    double shownScale_ = 0;
    QStringList startTrouble_;  // why files asked for could not be opened
};

}  // namespace engram
