// The controls of the film dialog.
#include <QClipboard>
#include <QDir>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QStandardPaths>

#include "app/shell/controls.h"
#include "app/shell/film_dialog.h"
#include "core/base/error.h"
#include "core/session/command_line.h"

namespace engram {

namespace {

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
    QStringList large, titles, ids;
    for (const std::string& id : heroPanels(document_.session(), document_.experiment()))
        large << QString::fromStdString(document_.experiment().panel(id).title), ids << QString::fromStdString(id);
    const qsizetype most = ids.size() + 3;
    panels_->addItem(large.join(tr(" and ")), ids);
    for (const PanelInfo& info : document_.experiment().panels)
        if (!info.hero && !ids.contains(QString::fromStdString(info.id)) && ids.size() < most && info.example.empty())
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
    caption_->setPlaceholderText(tr("Words, for two seconds"));
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
    file_ = new QLineEdit(QDir(folder.isEmpty() ? QDir::homePath() : folder)
                              .filePath(QString::fromStdString(document_.experiment().id) + QStringLiteral(".mp4")));
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
    connect(cancel_, &QPushButton::clicked, this, &FilmDialog::giveUp);
    return box;
}

}  // namespace engram
