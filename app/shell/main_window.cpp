#include "app/shell/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QStandardPaths>
#include <QStatusBar>
#include <algorithm>

#include "app/find/finding.h"
#include "app/shell/export_dialog.h"
#include "app/shell/film_dialog.h"
#include "app/shell/open_data.h"
#include "app/shell/table_dialog.h"
#include "app/shell/theme.h"
#include "app/verbs/device.h"
#include "core/base/error.h"
#include "render/compute/choose.h"

namespace engram {

namespace {

constexpr int kAutosaveMs = 1000;
constexpr std::int64_t kOpeningStep = 22;  // the state is on its way: the first thing seen is a recall
constexpr QSize kUsualSize(1600, 900), kLeastSize(480, 360);

QString toQString(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

}  // namespace

MainWindow::MainWindow(const WindowOptions& options) {
    setAcceptDrops(true);
    setMinimumSize(kLeastSize);
    document_ = std::make_unique<Document>([this] {
        QMetaObject::invokeMethod(
            this, [this] { gl_->wake(); }, Qt::QueuedConnection);
    });
    begin(options);
    build();
    if (autosave_->left() && options.files.empty()) gl_->say("Restored what was open when Engram last stopped without saving");
    resize(kUsualSize);
    restoreGeometry(preferences_.geometry());
    applyLook();
    showState();
    connect(&autosaveTimer_, &QTimer::timeout, this, [this] {
        if (document_->changed())
            autosave_->keep(toToml(document_->session()));
        else
            autosave_->discard();  // what was given up must not come back
    });
    autosaveTimer_.start(kAutosaveMs);
}

MainWindow::~MainWindow() {
    delete film_;   // these work on the document
    delete finding_;
    document_->play(false);
}

// The session to begin with: the files asked for, else what a crash left, else the first experiment.
void MainWindow::begin(const WindowOptions& options) {
    const bool plain = options.files.empty() && options.experiment.empty();
    autosave_ = std::make_unique<Autosave>(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation), plain);
    Session session = newSession(options.experiment.empty() ? experiments().at(0).id : options.experiment);
    session.view.theme = preferences_.theme();
    session.step = kOpeningStep;
    document_->start(session);
    for (const auto& file : options.files) {
        if (!holdsSession(file) && dataKindOf(file) == DataKind::Table)  // asks for its columns, once the window is there
            QMetaObject::invokeMethod(this, [this, path = file] { openPath(path); }, Qt::QueuedConnection);
        else
            document_->open(file);
    }
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
    setCentralWidget(centre);

    sentence_ = new QLabel(this);
    seed_ = new QLabel(this);
    statusBar()->setSizeGripEnabled(false);
    statusBar()->addWidget(sentence_, 1);
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
            const Experiment& e = experiment(id.toStdString());
            const std::string& title = example < 0 ? e.title : e.examples.at(std::size_t(example)).title;
            document_->replace(exampleSession(e.id, example, document_->session()), "“" + title + "”");
            gl_->ui().scene.opening.clear();
            document_->play(true);
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
        gl_->say(error.what());
    } catch (const std::filesystem::filesystem_error& error) {
        gl_->say(error.code().message());
    }
    gl_->wake();
    showState();
    return done;
}

void MainWindow::remember(const std::filesystem::path& path) {
    if (!path.empty()) preferences_.addRecent(toQString(std::filesystem::absolute(path)));
}

void MainWindow::openPath(const std::filesystem::path& path) {
    attempt([&] {
        if (!holdsSession(path) && dataKindOf(path) == DataKind::Table) {
            Session session = withData(document_->session(), path);
            TableDialog dialog(path, this);
            if (dialog.exec() != QDialog::Accepted) return;
            dialog.applyTo(session);
            document_->replace(session, "Open " + path.filename().string());
        } else {
            document_->open(path);
        }
        gl_->ui().scene.opening.clear();
        remember(path);
    });
}

void MainWindow::openRecent(const QString& file) {
    if (mayLeave()) openPath(file.toStdString());
}

bool MainWindow::savePath(const std::filesystem::path& path) {
    return attempt([&] {
        document_->save(path);
        autosave_->discard();
        remember(path);
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
    if (!mayLeave()) return;
    Session session = newSession(document_->session().experiment);
    session.view.theme = document_->session().view.theme;
    document_->start(session);
    gl_->ui().scene.opening.clear();
    gl_->wake();
    showState();
}

void MainWindow::openDialog() {
    if (!mayLeave()) return;
    const QString file = QFileDialog::getOpenFileName(this, tr("Open"), toQString(document_->path().parent_path()),
                                                      tr("Sessions, figures, films and data (*.engram *.svg *.pdf *.png *.mp4 *.webm *.gif *.gz *.csv *.tsv *.data *.txt "
                                                         "*.md *.safetensors);;All files (*)"));
    if (!file.isEmpty()) openPath(file.toStdString());
}

void MainWindow::openFolderDialog() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Open a folder of pictures or texts"));
    if (!folder.isEmpty() && mayLeave()) openPath(folder.toStdString());
}

// A file that an experiment reads beside its data.
void MainWindow::openBesideDialog(const InputFile& file, const QString& title) {
    const Experiment& e = document_->experiment();
    if (std::ranges::find(e.reads, file.name) == e.reads.end())
        return gl_->say(e.title + " reads no " + file.name);
    const QString path = QFileDialog::getOpenFileName(this, title);
    if (path.isEmpty()) return;
    attempt([&] {
        Session session = document_->session();
        session.inputs.*file.path = path.toStdString();
        session.orders.clear();
        session.step = 0;
        document_->replace(session, "Open " + std::filesystem::path(path.toStdString()).filename().string());
    });
}

bool MainWindow::save() { return document_->path().empty() ? saveAs() : savePath(document_->path()); }

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

void MainWindow::layOut() { gl_->setWindowSize({centralWidget()->width(), height()}); }

// The native parts take exactly the rectangles of the layout, so that what the GL widget assumes is true.
void MainWindow::placeRegions() {
    const Layout& l = gl_->windowLayout();
    if (l.scale != shownScale_) applyLook();
    gallery_->setForm(l.galleryForm, l.scale);
    if (l.gallery.width > 0) gallery_->setFixedWidth(qRound(l.gallery.width));
    menuBar()->setFixedHeight(qRound(l.menu.height));
    statusBar()->setFixedHeight(qRound(l.status.height));
    brand_->setFixedHeight(qRound(l.menu.height) - 1);
    device_->setFixedHeight(qRound(l.menu.height) - 1);
    documentName_->setGeometry(width() / 3, 0, width() / 3, qRound(l.menu.height) - 1);
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
    if (!isSoftwareRenderer(gl_->device())) computeOn("auto");
}

void MainWindow::showState() {
    const Session& session = document_->session();
    if (session.view.theme != shownTheme_) applyLook();
    const QString name = QString::fromStdString(document_->name());
    setWindowTitle(name + QStringLiteral("[*]"));
    setWindowModified(document_->changed());
    documentName_->setText(document_->changed() ? name + QStringLiteral(" *") : name);
    sentence_->setText(QString::fromStdString(gl_->sentence()));
    gl_->setAccessibleDescription(sentence_->text());
    seed_->setText(tr("seed %1").arg(session.inputs.seed));
    showDevice();
    if (film_) film_->follow();
    finding_->follow();
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
    if (!mayLeave()) return event->ignore();
    preferences_.setGeometry(saveGeometry());
    autosaveTimer_.stop();
    autosave_->discard();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const auto urls = event->mimeData()->urls();
    if (urls.isEmpty() || !urls.front().isLocalFile() || !mayLeave()) return;
    openPath(urls.front().toLocalFile().toStdString());
    event->acceptProposedAction();
}

}  // namespace engram
