#include "app/shell/film_dialog.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QFileDialog>
#include <QMessageBox>
#include <QThread>
#include <algorithm>
#include <cmath>
#include <mutex>

#include "app/panels/ui.h"
#include "app/shell/small_screen.h"
#include "core/base/error.h"

namespace engram {

namespace {

constexpr int kProgressMs = 100;
constexpr double kUsualPace = 20, kCaptionSecs = 2;   // steps a second; how long a new caption stays

}  // namespace

struct FilmDialog::Task {
    std::atomic<bool> stops = false;
    std::mutex mutex;                      // guards progress
    FilmProgress progress;
    std::filesystem::path path;
    FilmReport report;                     // these two are read when the thread has ended
    QString trouble;
};

FilmDialog::FilmDialog(Document& document, QWidget* parent) : QDialog(parent), document_(document), experiment_(document.experiment().id) {
    setWindowTitle(tr("Film"));
    auto* columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(buildShape());
    columns->addWidget(buildKeys(), 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(24, 24, 24, 24);
    all->setSpacing(16);
    all->addLayout(columns);
    all->addWidget(buildEnd());
    scrollWhereSmall(*this);
    previewTimer_.setSingleShot(true);
    connect(&previewTimer_, &QTimer::timeout, this, &FilmDialog::showPreview);
    connect(&progressTimer_, &QTimer::timeout, this, [this] {
        const std::lock_guard lock(task_->mutex);
        progress_->setMaximum(int(task_->progress.frames));
        progress_->setValue(int(task_->progress.frame));
        say(tr("Frame %1 of %2, %3 s left")
                .arg(task_->progress.frame)
                .arg(task_->progress.frames)
                .arg(std::ceil(task_->progress.secondsLeft)));
    });
    takeFilm();
}

FilmDialog::~FilmDialog() {
    if (task_) task_->stops = true;
    for (QThread* thread : {previewThread_, filmThread_})
        if (thread) thread->wait();
}

void FilmDialog::takeFilm() {
    taking_ = true;
    FilmLayout film = document_.session().view.film;
    if (film == FilmLayout()) {   // the recorded run at its usual pace
        film.width = 1280, film.height = 720, film.fps = 30;
        film.last = std::max<std::int64_t>(document_.lastStep(), 1);
        film.seconds = std::clamp(std::round(double(film.last) / kUsualPace), 2.0, 60.0);
    }
    if (film.theme.empty()) film.theme = document_.session().view.theme;
    const auto choose = [](QComboBox* box, const QVariant& wanted, const QString& text) {
        if (box->findData(wanted) < 0) box->addItem(text, wanted);
        box->setCurrentIndex(box->findData(wanted));
    };
    choose(size_, QSize(film.width, film.height), tr("%1 × %2").arg(film.width).arg(film.height));
    choose(rate_, film.fps, tr("%1 frames a second").arg(film.fps));
    theme_->setCurrentText(QString::fromStdString(film.theme));
    QStringList panels;
    for (const std::string& id : film.panels) panels << QString::fromStdString(id);
    if (!panels.isEmpty()) choose(panels_, panels, panels.join(QStringLiteral(", ")));
    seconds_->setValue(film.seconds), fade_->setValue(film.fade), draft_->setChecked(film.draft);
    first_->setValue(int(film.first)), last_->setValue(int(film.last));
    tracks_->setTheme(engram::theme(document_.session().view.theme));
    tracks_->setFilm(film);
    taking_ = false;
    known_ = document_.session().view.film;
    showSelected();
    previewTimer_.start(kPreviewMs);
}

FilmLayout FilmDialog::film() const {
    FilmLayout film = tracks_->film();
    const QSize size = size_->currentData().toSize();
    film.width = size.width(), film.height = size.height();
    film.fps = rate_->currentData().toDouble();
    film.seconds = seconds_->value(), film.fade = fade_->value(), film.draft = draft_->isChecked();
    film.first = first_->value(), film.last = last_->value();
    film.theme = theme_->currentText().toStdString();
    film.panels.clear();
    for (const QString& id : panels_->currentData().toStringList()) film.panels.push_back(id.toStdString());
    return film;
}

void FilmDialog::keep() {
    if (taking_) return;
    tracks_->setFilm(film());
    try {
        checkFilm(film(), document_.experiment());
        Blueprint view = document_.session().view;
        view.film = known_ = film();
        document_.look(view);
        say({});
    } catch (const Error& error) {   // said, and not kept: a session holds only films that can be made
        say(QString::fromUtf8(error.what()));
    }
    previewTimer_.start(kPreviewMs);
}

void FilmDialog::follow() {
    if (document_.experiment().id != experiment_) return close(), void();
    if (!(document_.session().view.film == known_) && !task_) takeFilm();
}

void FilmDialog::keyCamera() {
    const Session& session = document_.session();
    const auto kept = session.view.cameras.find(heroPanel(session, document_.experiment()));
    if (kept == session.view.cameras.end()) return say(tr("Turn the scene in the window first; a key keeps the camera you see there"));
    FilmLayout film = tracks_->film();
    std::erase_if(film.cameras, [&](const CameraKey& key) { return std::abs(key.at - tracks_->needle()) < 0.02; });
    film.cameras.push_back({tracks_->needle(), kept->second, Easing::Smooth});
    std::sort(film.cameras.begin(), film.cameras.end(), [](const CameraKey& a, const CameraKey& b) { return a.at < b.at; });
    tracks_->setFilm(film);
    keep();
}

void FilmDialog::keyParameter() {
    try {
        const ParamTable& params = document_.experiment().params;
        const ParamSpec& spec = params.at(parameter_->currentText().toStdString());
        const std::string typed = value_->text().trimmed().toStdString();
        const Value value = typed.empty() ? document_.values().at(spec.id) : params.parse(spec, typed);
        FilmLayout film = tracks_->film();
        std::erase_if(film.params, [&](const ParamKey& key) { return key.id == spec.id && std::abs(key.at - tracks_->needle()) < 0.02; });
        film.params.push_back({tracks_->needle(), spec.id, value, Easing::Smooth});
        std::stable_sort(film.params.begin(), film.params.end(), [](const ParamKey& a, const ParamKey& b) { return a.at < b.at; });
        tracks_->setFilm(film);
        keep();
    } catch (const Error& error) {
        say(QString::fromUtf8(error.what()));
    }
}

void FilmDialog::addCaption() {
    if (caption_->text().trimmed().isEmpty()) return say(tr("Write the words of the caption first"));
    FilmLayout film = tracks_->film();
    const double from = std::min(tracks_->needle(), film.seconds - 0.1);
    film.captions.push_back({from, std::min(from + kCaptionSecs, film.seconds), caption_->text().trimmed().toStdString()});
    std::stable_sort(film.captions.begin(), film.captions.end(), [](const Caption& a, const Caption& b) { return a.from < b.from; });
    caption_->clear();
    tracks_->setFilm(film);
    keep();
}

void FilmDialog::showSelected() {
    const auto& key = tracks_->selected();
    const FilmLayout& film = tracks_->film();
    easing_->setEnabled(key.index >= 0 && key.row != QStringLiteral("captions"));
    if (!easing_->isEnabled()) return;
    if (key.row == QStringLiteral("camera")) return easing_->setCurrentIndex(int(film.cameras[std::size_t(key.index)].easing));
    int seen = 0;
    for (const ParamKey& param : film.params)
        if (QString::fromStdString(param.id) == key.row && seen++ == key.index) easing_->setCurrentIndex(int(param.easing));
}

FilmRequest FilmDialog::request() const {
    FilmRequest request;
    request.experiment = &document_.experiment();
    request.session = document_.session();
    request.layout() = film();
    request.path = file_->text().toStdString();
    return request;
}

// One frame, made beside the window; the latest wish wins.
void FilmDialog::showPreview() {
    if (previewThread_ || task_) return previewTimer_.start(kPreviewMs);
    FilmRequest small = request();
    FilmLayout& film = small.layout();
    const double density = devicePixelRatioF();
    const QSize room = (QSizeF(preview_->size()) * density).toSize();
    const QSize size = QSize(film.width, film.height).scaled(room, Qt::KeepAspectRatio).expandedTo({16, 16});
    film.width = size.width(), film.height = size.height();
    const auto picture = std::make_shared<QImage>();
    previewThread_ = QThread::create([small, secs = tracks_->needle(), picture] {
        try {
            *picture = filmFrame(small, secs);
        } catch (const std::exception&) {
            // what is wrong is said beside the controls already
        }
    });
    connect(previewThread_, &QThread::finished, this, [this, picture, density] {
        std::exchange(previewThread_, nullptr)->deleteLater();
        picture->setDevicePixelRatio(density);
        preview_->setPixmap(picture->isNull() ? QPixmap() : QPixmap::fromImage(*picture));
    });
    previewThread_->start();
}

void FilmDialog::chooseFile() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Film"), file_->text(), tr("Films (*.mp4 *.webm *.gif)"));
    if (!file.isEmpty()) file_->setText(chosen_ = file);
}

bool FilmDialog::mayWrite(const std::filesystem::path& path) {
    if (file_->text() == chosen_ || !std::filesystem::is_regular_file(path)) return true;
    return QMessageBox::question(this, tr("Film"), tr("%1 is there already. Replace it?").arg(file_->text())) == QMessageBox::Yes;
}

void FilmDialog::makeFilm() {
    const FilmRequest wanted = request();
    try {
        checkFilmRequest(wanted);
        if (!mayWrite(wanted.path)) return;
    } catch (const Error& error) {
        return say(QString::fromUtf8(error.what()));
    }
    task_ = std::make_shared<Task>();
    task_->path = wanted.path;
    make_->setEnabled(false);
    cancel_->setText(tr("Stop"));
    progress_->setVisible(true);
    progressTimer_.start(kProgressMs);
    QThread* thread = QThread::create([task = task_, wanted] {
        try {
            task->report = exportFilm(wanted, [&](const FilmProgress& progress) {
                const std::lock_guard lock(task->mutex);
                task->progress = progress;
                return !task->stops;
            });
        } catch (const std::exception& error) {
            task->trouble = QString::fromUtf8(error.what());
        }
    });
    filmThread_ = thread;
    connect(thread, &QThread::finished, this, [this] {
        std::exchange(filmThread_, nullptr)->deleteLater();
        const auto done = std::exchange(task_, nullptr);
        finish(*done);
    });
    thread->start(QThread::LowPriority);
}

// Stops the film under way, else closes.
void FilmDialog::giveUp() {
    if (!task_) return close(), void();
    task_->stops = true;
    cancel_->setEnabled(false);
}

void FilmDialog::finish(const Task& task) {
    progressTimer_.stop();
    progress_->setVisible(false);
    make_->setEnabled(true);
    cancel_->setEnabled(true);
    cancel_->setText(tr("Close"));
    if (!task.trouble.isEmpty()) return say(task.trouble);
    const QString sentence = tr("The film is in %1: %2 frames in %3 s")
                                 .arg(QString::fromStdString(task.path.string()))
                                 .arg(task.report.frames)
                                 .arg(task.report.seconds, 0, 'f', 1);
    say(sentence);
    emit made(sentence);
}

void FilmDialog::say(const QString& sentence) { message_->setText(sentence); }

void FilmDialog::closeEvent(QCloseEvent* event) {
    if (task_) task_->stops = true;
    QDialog::closeEvent(event);
}

}  // namespace engram
