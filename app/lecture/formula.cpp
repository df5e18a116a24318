#include "app/lecture/formula.h"

#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <algorithm>

#include "app/export/image.h"
#include "app/export/qt_values.h"
#include "core/base/asset.h"
#include "core/base/error.h"

namespace engram {

namespace {

constexpr double kPxPerEm = 100;  // in the files
constexpr double kMargin = 0.12;  // em round a term that a pointer may hit

QString nameOf(Rgba colour) { return qtColour(colour).name(); }

}  // namespace

Formula::Formula(const std::string& name) {
    const std::string_view text = asset("assets/formulas/" + name + ".svg");
    svg_ = QByteArray(text.data(), qsizetype(text.size()));
    QSvgRenderer renderer(svg_);
    if (!renderer.isValid()) fail("the formula " + name + " cannot be drawn");
    const QRectF box = renderer.viewBoxF();
    size_ = QSizeF(renderer.defaultSize()) / kPxPerEm;
    const QString whole = QString::fromUtf8(svg_);
    static const QRegularExpression title("<title>(.*?)</title>"), id("<g id=\"([a-z_0-9]+)\\.(\\d+)\"");
    spoken_ = title.match(whole).captured(1);
    for (auto it = id.globalMatch(whole); it.hasNext();) {
        const auto match = it.next();
        const QString element = match.captured(1) + "." + match.captured(2);
        const QRectF r = renderer.transformForElement(element).mapRect(renderer.boundsOnElement(element));
        terms_.push_back(
            {match.captured(1).toStdString(),
             {(r.x() - box.x()) / box.width(), (r.y() - box.y()) / box.height(), r.width() / box.width(), r.height() / box.height()}});
    }
}

// Qt draws no currentColor of its own choosing, and a lit term is a group with a colour of its own.
QByteArray Formula::coloured(const Theme& theme, const std::string& lit) const {
    QString text = QString::fromUtf8(svg_);
    text.replace("currentColor", nameOf(theme.textPrimary));
    if (!lit.empty()) {
        const QString colour = nameOf(theme.accent);
        text.replace(
            QRegularExpression("<g id=\"" + QString::fromStdString(lit) + "\\.(\\d+)\""),
            "<g id=\"" + QString::fromStdString(lit) + ".\\1\" fill=\"" + colour + "\" stroke=\"" + colour + "\" stroke-width=\"24\"");
    }
    return text.toUtf8();
}

void Formula::paint(QPainter& painter, const QRectF& into, const Theme& theme, const std::string& lit) const {
    QSvgRenderer(coloured(theme, lit)).render(&painter, into);
}

std::shared_ptr<const Pixels> Formula::pixels(double heightPx, const Theme& theme, const std::string& lit) const {
    const QSize size(std::max(1, qRound(heightPx * size_.width() / size_.height())), std::max(1, qRound(heightPx)));
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    paint(painter, QRectF(QPointF(0, 0), size), theme, lit);
    painter.end();
    return std::make_shared<const Pixels>(toPixels(image));
}

std::string Formula::termAt(QPointF at) const {
    const double dx = kMargin / size_.width(), dy = kMargin / size_.height();
    const auto hit =
        std::find_if(terms_.begin(), terms_.end(), [&](const Term& term) { return term.box.adjusted(-dx, -dy, dx, dy).contains(at); });
    return hit == terms_.end() ? std::string() : hit->param;
}

std::vector<std::string> Formula::params() const {
    std::vector<std::string> ids;
    for (const Term& term : terms_)
        if (std::find(ids.begin(), ids.end(), term.param) == ids.end()) ids.push_back(term.param);
    return ids;
}

}  // namespace engram
