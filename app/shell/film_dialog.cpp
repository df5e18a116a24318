#include "app/shell/film_dialog.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QStandardPaths>
#include <QThread>
#include <algorithm>
#include <cmath>
#include <mutex>

#include "app/panels/ui.h"
#include "app/shell/controls.h"
#include "core/base/error.h"
#include "core/session/command_line.h"

namespace engram {

namespace {

constexpr int kPreviewWidth = 480, kPreviewMs = 120, kProgressMs = 100;
constexpr double kUsualPace = 20, kCaptionSecs = 2;   // steps a second; how long a new caption stays
constexpr std::pair<int, int> kSizes[] = {{1280, 720}, {1920, 1080}, {2560, 1440}, {3840, 2160}, {1080, 1080}};
constexpr double kRates[] = {24, 25, 30, 50, 60};

QBoxLayout* inRow(std::initializer_list<QWidget*> widgets) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget* widget : widgets) row->addWidget(widget);
    return row;
}

QDoubleSpinBox* secondsBox(double low, double high, int decimals) {
    auto* box = new QDoubleSpinBox;
    box->setRange(low, high);
    box->setDecimals(decimals);
    box->setSuffix(QStringLiteral(" s"));
    return box;
}

QSpinBox* stepBox() {
    auto* box = new QSpinBox;
    box->setRange(0, 1'000'000);
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return box;
}

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
    previewTimer_.setSingleShot(true);
    connect(&previewTimer_, &QTimer::timeout, this, &FilmDialog::showPreview);
    connect(&progressTimer_, &QTimer::timeout, this, [this] {
        const std::lock_guard lock(task_->mutex);
        progress_->setMaximum(int(task_->progress.frames));
        progress_->setValue(int(task_->progress.frame));
        say(tr("Frame %1 of %2, %3 s left").arg(task_->progress.frame).arg(task_->progress.frames).arg(std::ceil(task_->progress.secondsLeft)));
    });
    takeFilm();
}

FilmDialog::~FilmDialog() {
    if (task_) task_->stops = true;
    for (QThread* thread : {previewThread_, filmThread_})
        if (thread) thread->wait();
}

QWidget* FilmDialog::buildShape() {
    auto* box = new QWidget;
    auto* form = new QFormLayout(box);
    form->setContentsMargins(0, 0, 0, 0);
    form->setSpacing(12);
    size_ = new Picker, rate_ = new Picker, theme_ = new Picker, panels_ = new Picker;
    draft_ = new TickBox(tr("Draft, edges have steps"));
    for (const auto& [w, h] : kSizes) size_->addItem(tr("%1 × %2").arg(w).arg(h), QSize(w, h));
    for (const double rate : kRates) rate_->addItem(tr("%1 frames a second").arg(rate), rate);
    for (const std::string& name : themeNames()) theme_->addItem(QString::fromStdString(name));
    const std::string hero = heroPanel(document_.session(), document_.experiment());
    panels_->addItem(QString::fromStdString(document_.experiment().panel(hero).title), QStringList{QString::fromStdString(hero)});
    QStringList titles, ids{QString::fromStdString(hero)};
    for (const PanelInfo& info : document_.experiment().panels)
        if (!info.hero && info.id != hero && ids.size() < 4 && info.example.empty())
            titles << QString::fromStdString(info.title), ids << QString::fromStdString(info.id);
    if (!titles.isEmpty()) panels_->addItem(tr("and %1 beneath").arg(titles.join(QStringLiteral(", "))), ids);
    seconds_ = secondsBox(0.1, 3600, 1), fade_ = secondsBox(0, 10, 1);
    first_ = stepBox(), last_ = stepBox();
    form->addRow(tr("Size"), size_);
    form->addRow(tr("Rate"), rate_);
    form->addRow(tr("Length"), seconds_);
    form->addRow(tr("Steps"), inRow({first_, new QLabel(tr("to")), last_}));
    form->addRow(tr("Shows"), panels_);
    form->addRow(tr("Theme"), theme_);
    form->addRow(tr("Fades"), fade_);
    form->addRow(QString(), draft_);
    panels_->setMaximumWidth(240);
    connect(draft_, &QCheckBox::toggled, this, [this] { keep(); });
    const auto kept = [this] { keep(); };
    for (QComboBox* combo : {size_, rate_, theme_, panels_}) connect(combo, &QComboBox::currentIndexChanged, this, kept);
    for (QDoubleSpinBox* spin : {seconds_, fade_}) connect(spin, &QDoubleSpinBox::valueChanged, this, kept);
    for (QSpinBox* spin : {first_, last_}) connect(spin, &QSpinBox::valueChanged, this, kept);
    return box;
}

QWidget* FilmDialog::buildKeys() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    preview_ = new QLabel;
    preview_->setFixedSize(kPreviewWidth, kPreviewWidth * 9 / 16);
    preview_->setAlignment(Qt::AlignCenter);
    tracks_ = new FilmTracks;
    auto* camera = new QPushButton(tr("Camera key"));
    camera->setToolTip(tr("The camera of the window, at the needle"));
    parameter_ = new Picker, value_ = new QLineEdit, caption_ = new QLineEdit, easing_ = new Picker;
    for (const ParamSpec& spec : document_.experiment().params.specs())
        if (spec.effect != Effect::Restart) parameter_->addItem(QString::fromStdString(spec.id));
    value_->setPlaceholderText(tr("value"));
    value_->setMaximumWidth(80);
    caption_->setPlaceholderText(tr("Words for two seconds from the needle on"));
    for (const std::string& name : easingNames()) easing_->addItem(QString::fromStdString(name));
    easing_->setToolTip(tr("How the selected key is reached from the one before it"));
    auto* set = new QPushButton(tr("Parameter key"));
    auto* words = new QPushButton(tr("Caption"));
    auto* remove = new QPushButton(tr("Remove"));
    auto* top = new QHBoxLayout;
    top->addWidget(preview_);
    top->addStretch(1);
    column->addLayout(top);
    column->addWidget(tracks_);
    auto* keys = inRow({camera, parameter_, value_, set});
    keys->addStretch(1);
    column->addLayout(keys);
    column->addLayout(inRow({caption_, words, easing_, remove}));
    connect(camera, &QPushButton::clicked, this, &FilmDialog::keyCamera);
    connect(set, &QPushButton::clicked, this, &FilmDialog::keyParameter);
    connect(words, &QPushButton::clicked, this, &FilmDialog::addCaption);
    connect(value_, &QLineEdit::returnPressed, this, &FilmDialog::keyParameter);
    connect(caption_, &QLineEdit::returnPressed, this, &FilmDialog::addCaption);
    connect(remove, &QPushButton::clicked, this, [this] { tracks_->removeSelected(); });
    connect(tracks_, &FilmTracks::filmChanged, this, &FilmDialog::keep);
    connect(tracks_, &FilmTracks::selectionChanged, this, &FilmDialog::showSelected);
    connect(tracks_, &FilmTracks::needleMoved, this, [this] { previewTimer_.start(kPreviewMs); });
    connect(easing_, &QComboBox::activated, this, [this](int index) { tracks_->setEasing(Easing(index)); });
    for (QPushButton* button : {camera, set, words, remove}) button->setAutoDefault(false);
    return box;
}

QWidget* FilmDialog::buildEnd() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::MoviesLocation);
    file_ = new QLineEdit(QDir(folder.isEmpty() ? QDir::homePath() : folder).filePath(QString::fromStdString(document_.experiment().id) + QStringLiteral(".mp4")));
    file_->setToolTip(tr("The ending says the format: .mp4, .webm, .gif, or a / for a folder of PNG files"));
    auto* browse = new QPushButton(tr("Choose…"));
    message_ = new QLabel;
    message_->setWordWrap(true);
    progress_ = new QProgressBar;
    progress_->setTextVisible(false);
    progress_->setFixedHeight(6);
    progress_->setVisible(false);
    cancel_ = new QPushButton(tr("Close"));
    make_ = new QPushButton(tr("Make film"));
    auto* copy = new QPushButton(tr("Copy as command"));
    copy->setToolTip(tr("The command that makes the same film from the saved session"));
    column->addLayout(inRow({new QLabel(tr("File")), file_, browse}));
    column->addWidget(progress_);
    auto* end = new QHBoxLayout;
    end->addWidget(message_, 1);
    end->addWidget(copy);
    end->addWidget(cancel_);
    end->addWidget(make_);
    column->addLayout(end);
    for (QPushButton* button : {browse, copy, cancel_, make_}) button->setAutoDefault(false);   // Enter belongs to the fields
    make_->setObjectName(QStringLiteral("primary"));
    connect(copy, &QPushButton::clicked, this, [this] {
        try {
            QGuiApplication::clipboard()->setText(
                QString::fromStdString(videoCommand(document_.session(), file_->text().toStdString(), document_.path())));
            say(tr("The command is in the clipboard"));
        } catch (const Error& error) {
            say(QString::fromUtf8(error.what()));
        }
    });
    connect(browse, &QPushButton::clicked, this, &FilmDialog::chooseFile);
    connect(make_, &QPushButton::clicked, this, &FilmDialog::makeFilm);
    connect(cancel_, &QPushButton::clicked, this, [this] {
        if (!task_) return close(), void();
        task_->stops = true;
        cancel_->setEnabled(false);
    });
    return box;
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
    film.height = std::max(16, kPreviewWidth * film.height / film.width), film.width = kPreviewWidth;
    if (film.height > preview_->height()) film.width = std::max(16, film.width * preview_->height() / film.height), film.height = preview_->height();
    const auto picture = std::make_shared<QImage>();
    previewThread_ = QThread::create([small, secs = tracks_->needle(), picture] {
        try {
            *picture = filmFrame(small, secs);
        } catch (const std::exception&) {
            // what is wrong is said beside the controls already
        }
    });
    connect(previewThread_, &QThread::finished, this, [this, picture] {
        std::exchange(previewThread_, nullptr)->deleteLater();
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
