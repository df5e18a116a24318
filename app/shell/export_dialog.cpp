#include "app/shell/export_dialog.h"

#include <algorithm>

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStandardPaths>
#include <QStyle>
#include <QThread>

#include "app/export/qt_values.h"
#include "app/language/language.h"
#include "app/shell/controls.h"
#include "app/shell/figure_preview.h"
#include "app/shell/small_screen.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/session/caption.h"
#include "core/session/command_line.h"
#include "core/session/edit.h"
#include "core/view/theme.h"

namespace engram {

namespace {

QDoubleSpinBox* spin(double low, double high, double value, int decimals, const QString& unit) {
    auto* box = new QDoubleSpinBox;
    box->setRange(low, high);
    box->setDecimals(decimals);
    box->setValue(value);
    box->setSuffix(QStringLiteral(" ") + unit);
    box->setMinimumWidth(88);
    return box;
}

QHBoxLayout* inRow(std::initializer_list<QWidget*> widgets) {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QWidget* widget : widgets) row->addWidget(widget);
    return row;
}

QLabel* quiet(const QString& text) {
    auto* label = new QLabel(text);
    label->setObjectName(QStringLiteral("quiet"));
    return label;
}

}  // namespace

ExportDialog::ExportDialog(const Experiment& experiment, const Frame& frame, const Session& session, const std::string& panel,
                           std::filesystem::path saved, QWidget* parent)
    : QDialog(parent), saved_(std::move(saved)), board_(experiment.draw(frame.moment)) {
    setWindowTitle(tr("Export figure"));
    request_.experiment = &experiment;
    request_.session = at(frame.session, frame.moment.step);  // the run in the picture, even while an edit is under way
    request_.session.view = session.view;
    request_.snapshot = frame.moment;
    makeControls(experiment);
    listPanels(experiment, panel);
    arrange();
    connectAll();
    changed();
}

void ExportDialog::makeControls(const Experiment& experiment) {
    const FigureLayout& layout = request_.layout();
    panels_ = new QListWidget;
    panels_->setDragDropMode(QAbstractItemView::InternalMove);
    panels_->setObjectName(QStringLiteral("panels"));
    panels_->setItemDelegate(new TickRows(panels_));
    preset_ = new Picker;
    for (const FigurePreset& preset : figurePresets()) preset_->addItem(tr(preset.name));
    preset_->addItem(tr("Custom size"));
    theme_ = new Picker;
    constexpr const char* kThemes[] = {QT_TR_NOOP("Dark"), QT_TR_NOOP("Light"), QT_TR_NOOP("Print")};  // in their order
    for (std::size_t i = 0; i < std::size(kThemes); ++i) theme_->addItem(tr(kThemes[i]), qtText(themeNames().at(i)));
    theme_->setCurrentIndex(theme_->findData(qtText(layout.theme)));
    text_ = new Picker;
    text_->addItems({tr("Text, to edit and search"), tr("Paths, alike everywhere")});
    text_->setCurrentIndex(layout.textAsPaths);
    width_ = spin(10, 2000, layout.widthMm, 1, tr("mm"));
    height_ = spin(10, 2000, layout.heightMm, 1, tr("mm"));
    dpi_ = spin(36, 4800, layout.dpi, 0, tr("dpi"));
    points_ = spin(4, 48, layout.pointSize, 1, tr("pt"));
    transparent_ = new TickBox(tr("Transparent ground"));
    transparent_->setChecked(layout.transparent);
    csv_ = new TickBox(tr("Numbers beside it, as CSV"));
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    file_ = new QLineEdit((QDir(folder).exists() ? QDir(folder) : QDir::home()).filePath(qtText(experiment.id) + QStringLiteral(".svg")));
    file_->setObjectName(QStringLiteral("file"));
    file_->setMinimumWidth(300);
    format_ = new Picker;
    format_->setObjectName(QStringLiteral("format"));
    format_->setAccessibleName(tr("Format"));
    for (const char* format : {"PDF", "SVG", "PNG"}) format_->addItem(QString::fromLatin1(format), QString::fromLatin1(format).toLower());
    followEnding();
    caption_ = new QPlainTextEdit;
    caption_->setReadOnly(true);
    message_ = new QLabel;
    message_->setWordWrap(true);
    message_->setMinimumHeight(message_->sizeHint().height());
    browse_ = new QPushButton(tr("Choose…"));
    copyCaption_ = new QPushButton(tr("Copy caption"));
    copyCommand_ = new QPushButton(tr("Copy as command"));
    preview_ = new QPushButton(tr("Preview…"));
    cancel_ = new QPushButton(tr("Cancel"));
    make_ = new QPushButton(tr("Export"));
    for (QPushButton* button : {browse_, copyCaption_, copyCommand_, preview_, cancel_}) button->setAutoDefault(false);
    make_->setDefault(true);
    const auto* same = std::find_if(figurePresets().data(), figurePresets().data() + figurePresets().size(), [&](const FigurePreset& p) {
        return p.widthMm == layout.widthMm && p.heightMm == layout.heightMm && p.pointSize == layout.pointSize;
    });
    preset_->setCurrentIndex(int(same - figurePresets().data()));  // past the last preset: a size of one's own
}

// Those of the figure before first, in their order; a panel that these values cannot show says why.
void ExportDialog::listPanels(const Experiment& experiment, const std::string& panel) {
    std::vector<std::string> chosen = request_.layout().panels, ids = chosen;
    if (chosen.empty()) chosen = {panel};
    if (const std::string& beside = experiment.panel(panel).beside; request_.layout().panels.empty() && !beside.empty())
        chosen.push_back(beside);
    for (const PanelInfo& info : experiment.panels)
        if (std::find(ids.begin(), ids.end(), info.id) == ids.end()) ids.push_back(info.id);
    for (const std::string& id : ids) {
        auto* item = new QListWidgetItem(qtText(spoken(experiment.panel(id).title)), panels_);
        item->setData(Qt::UserRole, qtText(id));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
        const Panel* drawn = board_.find(id);
        const Absent* absent = drawn ? std::get_if<Absent>(&drawn->content) : nullptr;
        item->setCheckState(!absent && std::find(chosen.begin(), chosen.end(), id) != chosen.end() ? Qt::Checked : Qt::Unchecked);
        if (!absent) continue;
        item->setFlags(Qt::NoItemFlags);
        item->setToolTip(qtText(spoken(absent->reason)));
    }
}

void ExportDialog::arrange() {
    auto* left = new QVBoxLayout;
    left->setSpacing(8);
    left->addWidget(quiet(tr("Panels, side by side; drag to order")));
    left->addWidget(panels_);
    panels_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    panels_->ensurePolished();
    constexpr int kMostListWidth = 360, kListFrame = 32;
    panels_->setFixedWidth(std::min(kMostListWidth, panels_->sizeHintForColumn(0) + kListFrame));
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(16);
    form->setVerticalSpacing(8);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(quiet(tr("Size")), preset_);
    form->addRow(quiet(tr("Width, height")), inRow({width_, height_}));
    form->addRow(quiet(tr("Resolution, type")), inRow({dpi_, points_}));
    form->addRow(quiet(tr("Theme")), theme_);
    form->addRow(quiet(tr("Letters")), text_);
    form->addRow(QString(), transparent_);
    form->addRow(QString(), csv_);
    auto* top = new QHBoxLayout;
    top->setSpacing(24);
    top->addLayout(left);
    top->addLayout(form, 1);
    auto* captionHead = inRow({quiet(tr("Caption")), copyCaption_});
    captionHead->insertStretch(1);
    caption_->ensurePolished();
    constexpr int kCaptionLines = 6;
    caption_->setFixedHeight(kCaptionLines * caption_->fontMetrics().lineSpacing() + 24);
    auto* buttons = inRow({copyCommand_, preview_, cancel_, make_});
    buttons->insertStretch(2);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(24, 24, 24, 24);
    all->setSpacing(16);
    all->addLayout(top);
    auto* file = inRow({quiet(tr("File")), file_, quiet(tr("Format")), format_, browse_});
    file->setSpacing(12);
    all->addLayout(file);
    auto* caption = new QVBoxLayout;
    caption->setSpacing(8);
    caption->addLayout(captionHead);
    caption->addWidget(caption_);
    all->addLayout(caption);
    all->addWidget(message_);
    all->addLayout(buttons);
    setMinimumWidth(640);
    scrollWhereSmall(*this);
}

void ExportDialog::connectAll() {
    connect(preset_, &QComboBox::activated, this, [this](int index) { usePreset(index); });
    for (QDoubleSpinBox* box : {width_, height_, points_})
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            preset_->setCurrentIndex(preset_->count() - 1);
            changed();
        });
    connect(dpi_, &QDoubleSpinBox::valueChanged, this, [this] { changed(); });
    for (QComboBox* box : {theme_, text_}) connect(box, &QComboBox::currentIndexChanged, this, [this] { changed(); });
    for (QCheckBox* box : {transparent_, csv_}) connect(box, &QCheckBox::toggled, this, [this] { changed(); });
    connect(panels_, &QListWidget::itemChanged, this, [this] { changed(); });
    connect(panels_->model(), &QAbstractItemModel::rowsMoved, this, [this] { changed(); });
    connect(file_, &QLineEdit::textChanged, this, [this] { followEnding(), changed(); });
    connect(format_, &QComboBox::activated, this, [this] { useFormat(); });
    connect(browse_, &QPushButton::clicked, this, [this] { chooseFile(); });
    connect(copyCaption_, &QPushButton::clicked, this, [this] {
        QApplication::clipboard()->setText(caption_->toPlainText());
        say(tr("The caption is on the clipboard"), false);
    });
    connect(copyCommand_, &QPushButton::clicked, this, [this] { copyCommand(); });
    connect(preview_, &QPushButton::clicked, this, [this] {
        auto* preview = new FigurePreview(request_, vision_, this);
        preview->setAttribute(Qt::WA_DeleteOnClose);
        preview->open();
    });
    connect(cancel_, &QPushButton::clicked, this, &QDialog::reject);
    connect(make_, &QPushButton::clicked, this, [this] { makeFigure(); });
}

void ExportDialog::chooseFile() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Export figure"), file_->text(), tr("Figures (*.svg *.pdf *.png)"));
    if (!file.isEmpty()) file_->setText(file);
}

void ExportDialog::usePreset(int index) {
    if (index >= int(figurePresets().size())) return;
    const FigurePreset& preset = figurePresets()[std::size_t(index)];
    for (const auto& [box, value] : {std::pair{width_, preset.widthMm}, {height_, preset.heightMm}, {points_, preset.pointSize}}) {
        const QSignalBlocker still(box);
        box->setValue(value);
    }
    changed();
}

void ExportDialog::useFormat() {
    const QString ending = format_->currentData().toString(), name = file_->text();
    const int dot = name.lastIndexOf(QLatin1Char('.'));
    const bool known = dot > name.lastIndexOf(QLatin1Char('/')) && format_->findData(name.mid(dot + 1).toLower()) >= 0;
    file_->setText((known ? name.left(dot) : name) + QLatin1Char('.') + ending);
}

void ExportDialog::followEnding() {
    const int known = format_->findData(QFileInfo(file_->text()).suffix().toLower());
    if (known >= 0) format_->setCurrentIndex(known);
}

void ExportDialog::changed() {
    FigureLayout& layout = request_.layout();
    layout.panels.clear();
    std::vector<std::string> titles;
    for (int i = 0; i < panels_->count(); ++i) {
        if (panels_->item(i)->checkState() != Qt::Checked) continue;
        layout.panels.push_back(panels_->item(i)->data(Qt::UserRole).toString().toStdString());
        const Panel* panel = board_.find(layout.panels.back());
        titles.push_back(panel ? panel->title + (panel->subtitle.empty() ? "" : ", " + panel->subtitle) : layout.panels.back());
    }
    layout.theme = theme_->currentData().toString().toStdString();
    layout.widthMm = width_->value(), layout.heightMm = height_->value(), layout.dpi = dpi_->value();
    layout.pointSize = points_->value();
    layout.textAsPaths = text_->currentIndex() == 1, layout.transparent = transparent_->isChecked();
    request_.path = file_->text().toStdString();
    caption_->setPlainText(qtText(captionOf(request_.session, request_.snapshot, titles)).trimmed());
    const bool any = !layout.panels.empty();
    for (QWidget* widget : {make_, preview_, copyCommand_, copyCaption_}) widget->setEnabled(any);
    say(any ? QString() : tr("Tick at least one panel"), false);
}

void ExportDialog::say(const QString& sentence, bool trouble) {
    message_->setObjectName(trouble ? QStringLiteral("trouble") : QStringLiteral("quiet"));
    message_->style()->polish(message_);                 // its look goes by its name
    message_->setText(sentence);
}

void ExportDialog::copyCommand() {
    try {
        checkFigure(request_);
        QApplication::clipboard()->setText(qtText(renderCommand(request_.session, request_.path, saved_)));
        say(tr("The command is on the clipboard"), false);
    } catch (const Error& error) {
        say(qtText(spoken(error.what())), true);
    }
}

void ExportDialog::makeFigure() {
    setEnabled(false);
    auto trouble = std::make_shared<QString>();
    QThread* thread = QThread::create([request = request_, csv = csv_->isChecked(), trouble]() mutable {
        try {
            request.snapshot = lookedAt(request);  // the window's own has that only for panels on screen
            const std::string numbers = csv ? figureCsv(request) : std::string();
            if (csv && numbers.empty()) usage("these panels show no plot, so there are no numbers to write beside the figure");
            exportFigure(request);
            if (csv) writeFile(std::filesystem::path(request.path).replace_extension(".csv"), numbers);
        } catch (const std::exception& error) {
            *trouble = qtText(spoken(error.what()));
        }
    });
    connect(thread, &QThread::finished, this, [this, trouble] {
        setEnabled(true);
        say(*trouble, true);   // the dialog stays, so that what was wrong can be mended
        if (!trouble->isEmpty()) return;
        outcome_ = tr("The figure is in %1").arg(qtText(request_.path.string()));
        accept();
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

}  // namespace engram
