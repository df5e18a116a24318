#include "app/shell/export_dialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QStandardPaths>
#include <QThread>

#include "core/base/error.h"
#include "core/session/edit.h"
#include "core/view/theme.h"

namespace engram {

namespace {

// The moment with what this panel draws: the window's own snapshot has that only for panels on screen.
Snapshot lookedAt(const FigureRequest& request) {
    const auto run = request.experiment->start(request.session.values, request.session.inputs);
    run->restore(request.snapshot);
    while (run->look({request.layout().panels.begin(), request.layout().panels.end()})) {}
    return run->snapshot();
}

QDoubleSpinBox* spin(double low, double high, double value, const QString& unit) {
    auto* box = new QDoubleSpinBox;
    box->setRange(low, high);
    box->setDecimals(0);
    box->setValue(value);
    box->setSuffix(QStringLiteral(" ") + unit);
    return box;
}

}  // namespace

ExportDialog::ExportDialog(const Experiment& experiment, const Frame& frame, const Session& session, const std::string& panel,
                           QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Export figure"));
    request_.experiment = &experiment;
    request_.session = at(frame.session, frame.moment.step);  // the run in the picture, even while an edit is under way
    request_.session.view = session.view;
    request_.snapshot = frame.moment;
    build(experiment, panel);
}

void ExportDialog::build(const Experiment& experiment, const std::string& panel) {
    panel_ = new QComboBox;
    for (const PanelInfo& info : experiment.panels) panel_->addItem(QString::fromStdString(info.title), QString::fromStdString(info.id));
    panel_->setCurrentIndex(panel_->findData(QString::fromStdString(panel)));
    theme_ = new QComboBox;
    for (const std::string& name : themeNames()) theme_->addItem(QString::fromStdString(name));
    theme_->setCurrentText(QString::fromStdString(request_.layout().theme));
    width_ = spin(10, 2000, request_.layout().widthMm, tr("mm"));
    height_ = spin(10, 2000, request_.layout().heightMm, tr("mm"));
    dpi_ = spin(36, 4800, request_.layout().dpi, tr("dpi"));
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    file_ = new QLineEdit(QDir(folder).filePath(QString::fromStdString(experiment.id) + QStringLiteral(".svg")));
    auto* browse = new QPushButton(tr("Choose…"));
    auto* cancel = new QPushButton(tr("Cancel"));
    make_ = new QPushButton(tr("Export"));
    make_->setDefault(true);

    const auto inRow = [](std::initializer_list<QWidget*> widgets) {
        auto* row = new QHBoxLayout;
        for (QWidget* widget : widgets) row->addWidget(widget);
        return row;
    };
    auto* form = new QFormLayout(this);
    form->setContentsMargins(24, 24, 24, 24);
    form->setSpacing(12);
    form->addRow(tr("Panel"), panel_);
    form->addRow(tr("Width, height, resolution"), inRow({width_, height_, dpi_}));
    form->addRow(tr("Theme"), theme_);
    form->addRow(tr("File"), inRow({file_, browse}));
    trouble_ = new QLabel;
    trouble_->setWordWrap(true);
    trouble_->setVisible(false);
    form->addRow(trouble_);
    auto* buttons = inRow({cancel, make_});
    buttons->insertStretch(0);
    form->addRow(buttons);
    file_->setMinimumWidth(360);
    connect(browse, &QPushButton::clicked, this, [this] { chooseFile(); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(make_, &QPushButton::clicked, this, [this] { makeFigure(); });
}

void ExportDialog::chooseFile() {
    const QString file = QFileDialog::getSaveFileName(this, tr("Export figure"), file_->text(), tr("Figures (*.svg *.pdf *.png)"));
    if (!file.isEmpty()) file_->setText(file);
}

void ExportDialog::makeFigure() {
    request_.layout().panels = {panel_->currentData().toString().toStdString()};
    request_.layout().theme = theme_->currentText().toStdString();
    request_.layout().widthMm = width_->value(), request_.layout().heightMm = height_->value(), request_.layout().dpi = dpi_->value();
    request_.path = file_->text().toStdString();
    setEnabled(false);
    auto trouble = std::make_shared<QString>();
    QThread* thread = QThread::create([request = request_, trouble]() mutable {
        try {
            request.snapshot = lookedAt(request);
            exportFigure(request);
        } catch (const std::exception& error) {
            *trouble = QString::fromUtf8(error.what());
        }
    });
    connect(thread, &QThread::finished, this, [this, trouble] {
        setEnabled(true);
        trouble_->setText(*trouble);   // the dialog stays, so that what was wrong can be mended
        trouble_->setVisible(!trouble->isEmpty());
        if (!trouble->isEmpty()) return;
        outcome_ = tr("The figure is in %1").arg(QString::fromStdString(request_.path.string()));
        accept();
    });
    connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

}  // namespace engram
