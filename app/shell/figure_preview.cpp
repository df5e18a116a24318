#include "app/shell/figure_preview.h"

#include <QFormLayout>
#include <QThread>
#include <QVBoxLayout>
#include <algorithm>
#include <memory>

#include "app/export/qt_values.h"
#include "app/language/language.h"
#include "app/shell/controls.h"
#include "app/shell/small_screen.h"
#include "app/shell/vision_text.h"

namespace engram {

namespace {

constexpr QSize kMost(960, 640);

}  // namespace

FigurePreview::FigurePreview(const FigureRequest& request, Vision vision, QWidget* parent)
    : QDialog(parent), vision_(new Picker), view_(new QLabel(tr("Painting…"))) {
    setWindowTitle(tr("Preview"));
    for (const Vision each : visions()) vision_->addItem(spokenCommand(visionText(each)), int(each));
    vision_->setCurrentIndex(vision_->findData(int(vision)));
    const FigureLayout& layout = request.layout();
    const double scale = std::min(kMost.width() / layout.widthMm, kMost.height() / layout.heightMm);
    const QSize size(std::max(1, int(layout.widthMm * scale)), std::max(1, int(layout.heightMm * scale)));
    view_->setAlignment(Qt::AlignCenter);
    view_->setMinimumSize(size);
    auto* form = new QFormLayout;
    form->addRow(tr("Seen with"), vision_);
    auto* note = new QLabel(tr("Only here: the file keeps its colours"));
    note->setObjectName(QStringLiteral("quiet"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(note);
    column->addWidget(view_, 1);
    scrollWhereSmall(*this);
    connect(vision_, &QComboBox::currentIndexChanged, this, [this] { see(); });

    auto painted = std::make_shared<QImage>();
    auto trouble = std::make_shared<QString>();
    QThread* thread = thread_ = QThread::create([request, size, density = devicePixelRatioF(), painted, trouble, stop = stop_.get_token()] {
        try {
            const Pixels pixels = figurePreview(request, int(size.width() * density), int(size.height() * density), stop);
            if (stop.stop_requested()) return;
            *painted = QImage(pixels.rgba.data(), pixels.width, pixels.height, 4 * pixels.width, QImage::Format_RGBA8888).copy();
            painted->setDevicePixelRatio(density);
        } catch (const std::exception& error) {
            *trouble = qtText(spoken(error.what()));
        }
    });
    connect(thread, &QThread::finished, this, [this, painted, trouble] {
        painted_ = *painted;
        painted_.isNull() ? view_->setText(*trouble) : see();
    });
    thread->start();
}

FigurePreview::~FigurePreview() {
    stop_.request_stop();
    thread_->wait();
    delete thread_;
}

void FigurePreview::see() {
    if (painted_.isNull()) return;
    seen_ = painted_.copy();
    engram::see({seen_.bits(), std::size_t(seen_.sizeInBytes())}, Vision(vision_->currentData().toInt()));
    view_->setPixmap(QPixmap::fromImage(seen_));
}

}  // namespace engram
