#include "app/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QStandardPaths>
#include <QStatusBar>
#include <algorithm>

#include "app/export/qt_values.h"
#include "app/find/finding.h"
#include "app/language/language.h"
#include "app/lecture/lectern.h"
#include "app/shell/drop_target.h"
#include "app/shell/export_dialog.h"
#include "app/shell/film_dialog.h"
#include "app/shell/table_dialog.h"
#include "app/shell/theme.h"
#include "app/verbs/device.h"
#include "core/base/error.h"
#include "render/compute/choose.h"

namespace engram {

namespace {

constexpr int kAutosaveMs = 1000;
constexpr std::int64_t kOpeningStep = 22;  // the state is on its way: the first thing seen is a recall
constexpr QSize kLeastSize(480, 300);

}  // namespace

MainWindow::MainWindow(const WindowOptions& options) : safeMode_(options.safeMode) {
    speak(preferences_.language());
    setMinimumSize(kLeastSize);
    document_ = std::make_unique<Document>([this] {
        QMetaObject::invokeMethod(
            this, [this] { gl_->wake(); }, Qt::QueuedConnection);
    });
    begin(options);
    build();
    if (autosave_->left() && options.files.empty()) gl_->say(utf8(tr("Restored what was open when Engram last stopped without saving")));
    takePlace();
    if (!preferences_.trouble().isEmpty()) gl_->say(preferences_.trouble().toStdString());
    applyLook();
    showState();
    if (!startTrouble_.isEmpty()) QMetaObject::invokeMethod(this, &MainWindow::sayTrouble, Qt::QueuedConnection);
    connect(&autosaveTimer_, &QTimer::timeout, this, [this] {
        if (lectern_->lecture()) return;   // it works on sessions of its own
        if (document_->changed())
            autosave_->keep(document_->backup());
        else
            autosave_->discard();  // what was given up must not come back
    });
    autosaveTimer_.start(kAutosaveMs);
}

MainWindow::~MainWindow() {
    delete film_;   // these work on the document
    delete finding_;
    lectern_.reset();
    document_->play(false);
}

// The session to begin with: the files asked for, else what a crash left, else the first experiment.
void MainWindow::begin(const WindowOptions& options) {
    const bool plain = options.files.empty() && options.experiment.empty() && !safeMode_;
    autosave_ = std::make_unique<Autosave>(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation), plain);
    Session session = newSession(options.experiment.empty() ? experiments().at(0).id : options.experiment);
    session.view.theme = preferences_.theme();
    session.step = kOpeningStep;
    document_->start(session);
    std::vector<std::filesystem::path> toOpen;
    for (const auto& file : options.files) try {
            if (holdsSession(file)) {
                document_->open(file);
            } else {
                dataKindOf(file);  // throws where there is no such file
                toOpen.push_back(file);
            }
        } catch (const Error& error) {
            startTrouble_ += QString::fromStdString(spoken(error.what()));
        }
    if (!toOpen.empty())  // a table asks for its columns, once the window is there
        QMetaObject::invokeMethod(this, [this, toOpen] { open(planDrop(toOpen, document_->session())); }, Qt::QueuedConnection);
    if (!options.files.empty()) remember(document_->path());
    if (!autosave_->left()) return;
    try {
        document_->restore(*autosave_->left());
    } catch (const Error&) {
        autosave_->discard();  // from another version: nothing that could be shown
    }
}

void MainWindow::build() {
    auto* centre = new QWidget(this);
    auto* row = new QHBoxLayout(centre);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    gallery_ = new Gallery(centre);
    gl_ = new GlWidget(*document_, preferences_, centre);
    row->addWidget(gallery_);
    row->addWidget(gl_, 1);
    auto* lesson = new LessonPanel(centre);
    row->addWidget(lesson);
    lectern_ = std::make_unique<Lectern>(*this, *lesson);
    setCentralWidget(centre);
    auto* drops = new DropTarget(*this, *gallery_, *gl_, [this]() -> const Session& { return document_->session(); });
    connect(drops, &DropTarget::letGo, this, [this](const DropPlan& plan) {
        lectern_->leave();  // it works on sessions of its own
        if (!plan.endsRun() || mayLeave()) open(plan);
    });

    sentence_ = new QLabel(this);
    sentence_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // a long one must not push the others out
    seed_ = new QLabel(this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(sentence_, 1);
    if (safeMode_) saySafeMode();
    statusBar()->addPermanentWidget(seed_);
    statusBar()->setContentsMargins(8, 0, 8, 0);

    finding_ = new Finding(*this, preferences_, *sentence_);
    addCommands();
    buildMenus();
    // After this frame: a dialog must not open inside it.
    gl_->ui().command = [this](std::string_view id) {
        QMetaObject::invokeMethod(this, [this, id = std::string(id)] { commands_.run(id); }, Qt::QueuedConnection);
    };
    gl_->ui().renames = [this](const std::string& branch) {
        QMetaObject::invokeMethod(this, [this, branch] { renameBranch(branch); }, Qt::QueuedConnection);
    };
    gl_->setAccessibleName(tr("Laboratory"));
    connect(gl_, &GlWidget::frameTaken, this, &MainWindow::showState);
    connect(gl_, &GlWidget::laidOut, this, &MainWindow::placeRegions);
    connect(
        gl_, &GlWidget::firstFramePainted, this, [this] { gallery_->thumbnails().start(); }, Qt::QueuedConnection);
    connect(gallery_, &Gallery::chosen, this, [this](const QString& id, int example) {
        attempt([&] {
            if (openApart(exampleSession(id.toStdString(), example, document_->session()))) document_->play(true);
        });
    });
    gl_->setFocus();
}

bool MainWindow::attempt(const std::function<void()>& action) {
    bool done = false;
    try {
        action();
        done = true;
    } catch (const Error& error) {
        gl_->say(spoken(error.what()));
    } catch (const std::filesystem::filesystem_error& error) {
        gl_->say(spoken(error.code().message()));
    }
    gl_->wake();
    showState();
    return done;
}

void MainWindow::remember(const std::filesystem::path& path) {
    if (!path.empty()) preferences_.addRecent(qtText(std::filesystem::absolute(path).string()));
}

void MainWindow::openPath(const std::filesystem::path& path) { open(planDrop({path}, document_->session())); }

void MainWindow::open(const DropPlan& plan) {
    if (!plan.isPossible()) return gl_->say(plan.sentence.toStdString());
    attempt([&] {
        for (const auto& [as, file] : plan.beside)
            if (plan.main.empty()) document_->openBeside(as, file);
        if (plan.main.empty()) return;
        if (plan.isLecture) {
            lectern_->give(plan.main);
            return remember(plan.main);
        }
        if (holdsSession(plan.main))
            document_->open(plan.main);
        else if (!openData(plan))
            return;
        gl_->ui().scene.opening.clear();
        remember(plan.main);
    });
}

// Data in the experiment at hand is an undoable step. Another experiment is another document: were it a step of this one, saving would
// put it into the file of this one.
bool MainWindow::openData(const DropPlan& plan) {
    Session session = withData(document_->session(), plan.main, plan.experiment);
    for (const auto& [as, file] : plan.beside) session.inputs.*as.path = file;
    if (dataKindOf(plan.main) == DataKind::Table) {
        TableDialog dialog(plan.main, this);
        if (dialog.exec() != QDialog::Accepted) return false;
        dialog.applyTo(session);
    }
    const std::string remark = experiment(session.experiment).fit(session.values, session.inputs);
    if (session.experiment == document_->session().experiment)
        document_->replace(session, utf8(tr("Open %1").arg(plan.main.filename().string().c_str())));
    else
        document_->start(session);
    if (!remark.empty()) gl_->say(spoken(remark));
    return true;
}

void MainWindow::openRecent(const QString& file) { openAsking(file.toStdString()); }

void MainWindow::openAsking(const std::filesystem::path& path) {
    const DropPlan plan = planDrop({path}, document_->session());
    if (!plan.endsRun() || mayLeave()) open(plan);
}

bool MainWindow::savePath(const std::filesystem::path& path) {
    return attempt([&] {
        document_->save(path);
        autosave_->discard();
        remember(path);
    });
}

bool MainWindow::openApart(const Session& session) {
    return mayLeave() && attempt([&] {
               document_->start(session);
               gl_->ui().scene.opening.clear();
           });
}

void MainWindow::setTheme(const std::string& name) {
    Blueprint view = document_->session().view;
    preferences_.setTheme(name);
    view.theme = name == "system" ? preferences_.theme() : name;
    document_->look(view);
    gl_->wake();
    showState();
}

void MainWindow::newDocument() {
    Session session = newSession(document_->session().experiment);
    session.view.theme = document_->session().view.theme;
    openApart(session);
}

void MainWindow::openDialog() {
    const QString file = QFileDialog::getOpenFileName(
        this, tr("Open"), qtText(document_->path().parent_path().string()),
        tr("Sessions, figures, films and data (*.engram *.svg *.pdf *.png *.mp4 *.webm *.gif *.gz *.csv *.tsv *.data *.txt "
           "*.md *.safetensors);;All files (*)"));
    if (!file.isEmpty()) openAsking(file.toStdString());
}

void MainWindow::openFolderDialog() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a folder of pictures or texts"));
    if (!folder.isEmpty()) openAsking(folder.toStdString());
}

// A file that an experiment reads beside its data.
void MainWindow::openBesideDialog(const InputFile& file, const QString& title) {
    const Experiment& e = document_->experiment();
    if (std::ranges::find(e.reads, file.name) == e.reads.end())
        return gl_->say(utf8(tr("%1 reads no %2").arg(spoken(e.title).c_str(), file.name)));
    const QString path = QFileDialog::getOpenFileName(this, title);
    if (!path.isEmpty()) attempt([&] { document_->openBeside(file, path.toStdString()); });
}

bool MainWindow::save() {
    if (document_->path().empty()) return saveAs();
    return document_->changedOnDisk() ? saveOverChanges() : savePath(document_->path());
}

bool MainWindow::saveAs() {
    QString file = QFileDialog::getSaveFileName(
        this, tr("Save as"), QString::fromStdString(document_->path().empty() ? document_->name() : document_->path().string()),
        tr("Sessions (*.engram)"));
    if (file.isEmpty()) return false;
    if (!file.endsWith(QStringLiteral(".engram"))) file += QStringLiteral(".engram");
    return savePath(file.toStdString());
}

void MainWindow::exportDialog() {
    if (!document_->frame()) return;
    ExportDialog dialog(document_->experiment(), *document_->frame(), document_->session(),
                        heroPanel(document_->session(), document_->experiment()), document_->path(), this);
    dialog.seeAs(gl_->vision());
    dialog.exec();
    if (!dialog.outcome().isEmpty()) gl_->say(dialog.outcome().toStdString());
}

void MainWindow::filmDialog() {
    if (film_) return film_->raise();
    film_ = new FilmDialog(*document_, this);
    film_->setAttribute(Qt::WA_DeleteOnClose);
    connect(film_, &FilmDialog::made, this, [this](const QString& sentence) { gl_->say(sentence.toStdString()); });
    film_->show();
}

bool MainWindow::mayLeave() {
    if (!document_->changed()) return true;
    const auto answer =
        QMessageBox::question(this, tr("Unsaved changes"), tr("Save the changes to %1?").arg(QString::fromStdString(document_->name())),
                              QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    layOut();
}

void MainWindow::layOut() {
    const LessonPanel& lesson = lectern_->panel();
    gl_->setWindowSize({centralWidget()->width() - (lesson.isHidden() ? 0 : lesson.width()), height()});  // beside it panels may be open
}

// The native parts take exactly the rectangles of the layout, so that what the GL widget assumes is true.
void MainWindow::placeRegions() {
    const Layout& l = gl_->windowLayout();
    if (l.menu.height <= 0) return;   // a lecture: there is only the view
    if (l.scale != shownScale_) applyLook();
    gallery_->setForm(l.galleryForm, l.scale);
    if (l.gallery.width > 0) gallery_->setFixedWidth(qRound(l.gallery.width));
    if (menuBar()->maximumHeight() != qRound(l.menu.height)) {  // it puts its corners in place by the height that it has then
        menuBar()->setFixedHeight(qRound(l.menu.height));
        QMetaObject::invokeMethod(this, &MainWindow::placeCorners, Qt::QueuedConnection);
    }
    statusBar()->setFixedHeight(qRound(l.status.height));
    brand_->setFixedHeight(qRound(l.menu.height) - 1);
    device_->setFixedHeight(qRound(l.menu.height) - 1);
    placeName(qRound(l.menu.height) - 1);
}

void MainWindow::applyLook() {
    const Theme look = seen(theme(document_->session().view.theme), gl_->vision());
    shownTheme_ = look.name;
    shownScale_ = gl_->windowLayout().scale;
    QApplication::setPalette(qtPalette(look));
    setStyleSheet(engram::styleSheet(look, shownScale_));
}

// The graphics device is known with the first picture. Where it is a real one, it may compute as well.
void MainWindow::showDevice() {
    const QString device = QString::fromStdString(gl_->device());
    if (device.isEmpty() || device == device_->toolTip()) return;
    device_->setToolTip(device);
    if (!safeMode_ && !isSoftwareRenderer(gl_->device())) computeOn("auto");
}

void MainWindow::showState() {
    const Session& session = document_->session();
    if (session.view.theme != shownTheme_) applyLook();
    const QString name = title();
    setWindowTitle(name + QStringLiteral("[*]"));
    setWindowModified(document_->changed());
    documentName_->setText(document_->changed() ? name + QStringLiteral(" *") : name);
    placeName(documentName_->height());
    sentence_->setText(QString::fromStdString(gl_->sentence()));
    gl_->setAccessibleDescription(sentence_->text());
    seed_->setText(tr("seed %1").arg(session.inputs.seed));
    showDevice();
    if (film_) film_->follow();
    finding_->follow();
    lectern_->follow();
    gallery_->show(session);
    for (const Command& command : commands_.all())
        if (command.ticked) actions_.at(command.id)->setChecked(command.ticked());
    const auto nameEdit = [](QAction* action, const QString& verb, const std::string& label) {
        action->setEnabled(!label.empty());
        action->setText(label.empty() ? verb : verb + QStringLiteral(" ") + QString::fromStdString(label));
    };
    nameEdit(actions_.at("edit.undo"), tr("Undo"), document_->undoLabel());
    nameEdit(actions_.at("edit.redo"), tr("Redo"), document_->redoLabel());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    lectern_->leave();
    if (!mayLeave()) return event->ignore();
    preferences_.setGeometry(saveGeometry());
    autosaveTimer_.stop();
    autosave_->discard();
    event->accept();
}

}  // namespace engram
