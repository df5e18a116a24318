#include "app/shell/film_tracks.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "app/export/qt_values.h"

namespace engram {

namespace {

constexpr double kNames = 96, kRowHeight = 26, kRuler = 24, kRight = 16, kKeySize = 6, kReach = 9, kLeastGap = 0.02;
const QString kCamera = QStringLiteral("camera"), kCaptions = QStringLiteral("captions");

// The keys of one parameter, in order; pointers into the film.
std::vector<ParamKey*> keysOf(FilmLayout& film, const QString& id) {
    std::vector<ParamKey*> keys;
    for (ParamKey& key : film.params)
        if (QString::fromStdString(key.id) == id) keys.push_back(&key);
    return keys;
}

}  // namespace

FilmTracks::FilmTracks(QWidget* parent) : QWidget(parent), theme_(&theme("dark")) {
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Keys of the film"));
}

void FilmTracks::setTheme(const Theme& theme) {
    theme_ = &theme;
    update();
}

void FilmTracks::setFilm(const FilmLayout& film) {
    film_ = film;
    needle_ = std::clamp(needle_, 0.0, film_.seconds);
    setFixedHeight(int(kRuler + kRowHeight * double(rows().size()) + 8));
    update();
}

std::vector<QString> FilmTracks::rows() const {
    std::vector<QString> names{kCamera};
    for (const ParamKey& key : film_.params) {
        const QString id = QString::fromStdString(key.id);
        if (std::find(names.begin(), names.end(), id) == names.end()) names.push_back(id);
    }
    names.push_back(kCaptions);
    return names;
}

std::vector<double> FilmTracks::times(const QString& row) const {
    std::vector<double> at;
    if (row == kCamera)
        for (const CameraKey& key : film_.cameras) at.push_back(key.at);
    else if (row == kCaptions)
        for (const Caption& caption : film_.captions) at.push_back(caption.from);
    else
        for (const ParamKey& key : film_.params)
            if (QString::fromStdString(key.id) == row) at.push_back(key.at);
    return at;
}

QRectF FilmTracks::rowRect(int row) const { return {kNames, kRuler + kRowHeight * row, width() - kNames - kRight, kRowHeight}; }
double FilmTracks::span() const {
    double last = std::max(film_.seconds, 1e-6);
    for (const QString& row : rows())
        for (const double at : times(row)) last = std::max(last, at);
    return last;
}
double FilmTracks::x(double secs) const { return kNames + (width() - kNames - kRight) * secs / span(); }
double FilmTracks::secondsAt(double at) const {
    const double secs = (at - kNames) / std::max(1.0, width() - kNames - kRight) * span();
    return std::clamp(std::round(secs * 100) / 100, 0.0, film_.seconds);
}

FilmTracks::Key FilmTracks::keyAt(QPointF at) const {
    const std::vector<QString> names = rows();
    const int row = int(std::floor((at.y() - kRuler) / kRowHeight));
    if (row < 0 || row >= int(names.size())) return {};
    const std::vector<double> secs = times(names[std::size_t(row)]);
    for (int i = int(secs.size()) - 1; i >= 0; --i)
        if (std::abs(x(secs[std::size_t(i)]) - at.x()) < kReach) return {names[std::size_t(row)], i};
    return {};
}

// Between its neighbours, so that keys stay in order.
void FilmTracks::moveSelected(double secs) {
    const std::vector<double> at = times(selected_.row);
    const std::size_t i = std::size_t(selected_.index);
    const double low = i > 0 ? at[i - 1] + kLeastGap : 0, high = i + 1 < at.size() ? at[i + 1] - kLeastGap : film_.seconds;
    if (high < low) return;
    secs = std::clamp(secs, low, high);
    if (selected_.row == kCamera) film_.cameras[i].at = secs;
    else if (selected_.row == kCaptions) film_.captions[i].to += secs - film_.captions[i].from, film_.captions[i].from = secs;
    else keysOf(film_, selected_.row)[i]->at = secs;
}

void FilmTracks::setEasing(Easing easing) {
    if (selected_.index < 0 || selected_.row == kCaptions) return;
    if (selected_.row == kCamera) film_.cameras[std::size_t(selected_.index)].easing = easing;
    else keysOf(film_, selected_.row)[std::size_t(selected_.index)]->easing = easing;
    update();
    emit filmChanged();
}

void FilmTracks::removeSelected() {
    if (selected_.index < 0) return;
    const auto i = std::ptrdiff_t(selected_.index);
    if (selected_.row == kCamera) film_.cameras.erase(film_.cameras.begin() + i);
    else if (selected_.row == kCaptions) film_.captions.erase(film_.captions.begin() + i);
    else film_.params.erase(film_.params.begin() + (keysOf(film_, selected_.row)[std::size_t(i)] - film_.params.data()));
    selected_ = {};
    setFilm(FilmLayout(film_));
    emit selectionChanged();
    emit filmChanged();
}

void FilmTracks::mousePressEvent(QMouseEvent* event) {
    const Key key = keyAt(event->position());
    dragsKey_ = key.index >= 0, moved_ = false;
    if (key != selected_) {
        selected_ = key;
        emit selectionChanged();
    }
    mouseMoveEvent(event);
}

void FilmTracks::mouseMoveEvent(QMouseEvent* event) {
    if (!(event->buttons() & Qt::LeftButton)) return;
    const double secs = secondsAt(event->position().x());
    if (dragsKey_) {
        if (event->type() == QEvent::MouseButtonPress) needle_ = times(selected_.row)[std::size_t(selected_.index)];
        else moveSelected(secs), needle_ = times(selected_.row)[std::size_t(selected_.index)], moved_ = true;
    } else {
        needle_ = secs;
    }
    update();
    emit needleMoved();
}

void FilmTracks::mouseReleaseEvent(QMouseEvent*) {
    if (std::exchange(moved_, false)) emit filmChanged();
    dragsKey_ = false;
}

void FilmTracks::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace) return removeSelected();
    if (event->key() != Qt::Key_Left && event->key() != Qt::Key_Right) return QWidget::keyPressEvent(event);
    const double by = (event->modifiers() & Qt::ShiftModifier ? 1.0 : 0.1) * (event->key() == Qt::Key_Left ? -1 : 1);
    if (selected_.index >= 0) {
        moveSelected(times(selected_.row)[std::size_t(selected_.index)] + by);
        emit filmChanged();
    } else {
        needle_ = std::clamp(needle_ + by, 0.0, film_.seconds);
    }
    update();
    emit needleMoved();
}

void FilmTracks::drawRow(QPainter& painter, int row) const {
    const QString name = rows()[std::size_t(row)];
    const QRectF r = rowRect(row);
    const double middle = r.center().y();
    painter.setPen(qtColour(theme_->textSecondary));
    painter.drawText(QRectF(0, r.top(), kNames - 10, kRowHeight), Qt::AlignVCenter | Qt::AlignLeft,
                     name == kCamera ? tr("Camera") : name == kCaptions ? tr("Captions") : name);
    painter.fillRect(QRectF(r.left(), middle - 1, r.width(), 2), qtColour(theme_->control));
    const std::vector<double> at = times(name);
    for (std::size_t i = 0; i < at.size(); ++i) {
        const bool chosen = selected_ == Key{name, int(i)};
        const QPointF centre(x(at[i]), middle);
        if (name == kCaptions) {
            const Caption& caption = film_.captions[i];
            const QRectF bar(centre.x(), middle - 9, std::max(12.0, x(std::min(caption.to, film_.seconds)) - centre.x()), 18);
            painter.fillRect(bar, qtColour(chosen ? theme_->accent : theme_->accentQuiet));
            painter.setPen(qtColour(chosen ? theme_->textOnAccent : theme_->textPrimary));
            painter.drawText(bar.adjusted(5, 0, -3, 0), Qt::AlignVCenter | Qt::AlignLeft,
                             fontMetrics().elidedText(QString::fromStdString(caption.text), Qt::ElideRight, int(bar.width()) - 8));
            continue;
        }
        const QPolygonF diamond(
            {centre + QPointF(0, -kKeySize), centre + QPointF(kKeySize, 0), centre + QPointF(0, kKeySize), centre + QPointF(-kKeySize, 0)});
        painter.setPen(QPen(qtColour(theme_->panel), 1));
        painter.setBrush(qtColour(chosen ? theme_->accent : theme_->colour({Ink::Cue})));
        painter.drawPolygon(diamond);
    }
}

void FilmTracks::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), qtColour(theme_->panel));
    double step = 0.5;
    while (step / span() * (width() - kNames - kRight) < 48) step *= 2;
    for (double secs = 0; secs <= span() + 1e-9; secs += step) {
        painter.fillRect(QRectF(x(secs), kRuler - 4, 1, height() - kRuler), qtColour(theme_->grid));
        painter.setPen(qtColour(theme_->textTertiary));
        painter.drawText(QRectF(x(secs) - 24, 0, 48, kRuler - 6), Qt::AlignCenter, QString::number(secs) + QStringLiteral(" s"));
    }
    for (int row = 0; row < int(rows().size()); ++row) drawRow(painter, row);
    painter.fillRect(QRectF(x(needle_) - 0.75, kRuler - 8, 1.5, height() - kRuler + 8), qtColour(theme_->accent));
    painter.setPen(Qt::NoPen);
    painter.setBrush(qtColour(theme_->accent));
    painter.drawPolygon(
        QPolygonF({QPointF(x(needle_) - 5, kRuler - 10), QPointF(x(needle_) + 5, kRuler - 10), QPointF(x(needle_), kRuler - 3)}));
    if (hasFocus()) {
        painter.setPen(QPen(qtColour(theme_->accent), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    }
}

}  // namespace engram
