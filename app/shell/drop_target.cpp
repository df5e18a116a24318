#include "app/shell/drop_target.h"

#include <QDropEvent>
#include <QMimeData>
#include <QPainter>
#include <QPainterPath>
#include <QUrl>

#include "app/export/qt_values.h"

namespace engram {

// Over all of the window, and transparent for the mouse: the place in a ring, all else dimmed, and the sentence on a card.
class DropOverlay final : public QWidget {
public:
    explicit DropOverlay(QWidget* parent) : QWidget(parent) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }
    void show(const QRect& place, const DropPlan& plan, const Theme& look, double scale) {
        place_ = place, plan_ = plan, look_ = &look, scale_ = scale;
        setAccessibleDescription(plan.sentence);
        setGeometry(parentWidget()->rect());
        raise();
        setVisible(true);
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double inset = 3 * scale_, radius = 8 * scale_;
        QPainterPath all, place;
        all.addRect(rect());
        place.addRoundedRect(QRectF(place_).adjusted(inset, inset, -inset, -inset), radius, radius);
        painter.fillPath(all.subtracted(place), ground(0.72f));
        painter.fillPath(place, ground(0.3f));
        const QColor colour = qtColour(plan_.isPossible() ? look_->accent : look_->colour({Ink::Rising}));
        painter.strokePath(place, QPen(colour, 2 * scale_, plan_.isPossible() ? Qt::SolidLine : Qt::DashLine));
        paintCard(painter, colour);
    }

private:
    QColor ground(float alpha) const {
        QColor colour = qtColour(look_->window);
        colour.setAlphaF(alpha);
        return colour;
    }
    void paintCard(QPainter& painter, const QColor& colour) const {
        QFont font(QStringLiteral("Inter"));
        font.setPixelSize(qRound(18 * scale_));
        font.setWeight(QFont::DemiBold);
        painter.setFont(font);
        const double most = 0.6 * width(), sign = 28 * scale_, pad = 24 * scale_;
        const QRectF words = painter.boundingRect(QRectF(0, 0, most, height()), Qt::TextWordWrap | Qt::AlignLeft, plan_.sentence);
        QRectF card(0, 0, words.width() + sign + 3 * pad, words.height() + 2 * pad);
        card.moveCenter(QPointF(width() / 2.0, height() / 2.0));
        painter.setPen(QPen(qtColour(look_->border), 1));
        painter.setBrush(qtColour(look_->raised));
        painter.drawRoundedRect(card, 8 * scale_, 8 * scale_);
        paintSign(painter, QPointF(card.x() + pad + sign / 2, card.center().y()), sign / 2, colour);
        painter.setPen(qtColour(look_->textPrimary));
        painter.drawText(QRectF(card.x() + sign + 2 * pad, card.y() + pad, words.width() + 1, words.height()),
                         Qt::TextWordWrap | Qt::AlignLeft, plan_.sentence);
    }
    // An arrow into a tray, or a cross.
    void paintSign(QPainter& painter, QPointF at, double r, const QColor& colour) const {
        painter.setPen(QPen(colour, 2.5 * scale_, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto line = [&](double x0, double y0, double x1, double y1) {
            painter.drawLine(at + QPointF(x0, y0) * r, at + QPointF(x1, y1) * r);
        };
        if (!plan_.isPossible()) return line(-0.6, -0.6, 0.6, 0.6), line(0.6, -0.6, -0.6, 0.6);
        line(0, -0.9, 0, 0.3), line(-0.4, -0.1, 0, 0.3), line(0.4, -0.1, 0, 0.3);
        line(-0.9, 0.4, -0.9, 0.9), line(-0.9, 0.9, 0.9, 0.9), line(0.9, 0.9, 0.9, 0.4);
    }

    QRect place_;
    DropPlan plan_;
    const Theme* look_ = nullptr;
    double scale_ = 1;
};

DropTarget::DropTarget(QMainWindow& window, Gallery& gallery, QWidget& canvas, std::function<const Session&()> now)
    : QObject(&window), window_(window), gallery_(gallery), canvas_(canvas), now_(std::move(now)), overlay_(new DropOverlay(&window)) {
    window.setAcceptDrops(true);
    window.installEventFilter(this);
}

bool DropTarget::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
        case QEvent::DragEnter:
        case QEvent::DragMove: {
            auto* drag = static_cast<QDropEvent*>(event);
            if (!drag->mimeData()->hasUrls()) return false;
            hang(*drag->mimeData(), drag->position().toPoint());
            drag->setDropAction(Qt::CopyAction);
            drag->accept();
            return true;
        }
        case QEvent::DragLeave:
            leave();
            return true;
        case QEvent::Drop: {
            auto* drop = static_cast<QDropEvent*>(event);
            if (!drop->mimeData()->hasUrls()) return false;
            hang(*drop->mimeData(), drop->position().toPoint());
            const DropPlan plan = plan_;
            leave();
            drop->setDropAction(Qt::CopyAction);
            drop->accept();
            emit letGo(plan);
            return true;
        }
        default:
            return false;
    }
}

// The plan is made when the files or the place change, not with every move of the hand.
void DropTarget::hang(const QMimeData& mime, QPoint at) {
    std::vector<std::filesystem::path> files;
    for (const QUrl& url : mime.urls())
        if (url.isLocalFile()) files.emplace_back(url.toLocalFile().toStdString());
    const auto entry = gallery_.entryAt(gallery_.mapFrom(&window_, at));
    const std::string over = entry ? entry->experiment : std::string();
    if (over != over_ || files != files_) {
        plan_ = planDrop(files, now_(), over);
        files_ = std::move(files), over_ = over;
    }
    const QRect place =
        entry ? entry->place.translated(gallery_.mapTo(&window_, QPoint())) : QRect(canvas_.mapTo(&window_, QPoint()), canvas_.size());
    overlay_->show(place, plan_, theme(now_().view.theme), gallery_.scale());
}

void DropTarget::leave() {
    overlay_->hide();
    over_.reset();
    files_.clear();
}

}  // namespace engram
