#include "app/export/pdf.h"

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include "app/export/qpainter_canvas.h"
#include "core/base/error.h"
#include "core/session/recipe.h"

namespace engram {

namespace {

constexpr int kPdfResolution = 1200;   // device units an inch: finer than any printer

}  // namespace

std::string toPdf(const DrawList& list, double widthMm, double heightMm, const std::string& title, const std::string& recipe,
                  bool textAsPaths) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    {
        QPdfWriter writer(&buffer);
        writer.setResolution(kPdfResolution);
        writer.setPageSize(QPageSize(QSizeF(widthMm, heightMm), QPageSize::Millimeter, {}, QPageSize::ExactMatch));
        writer.setPageMargins(QMarginsF());
        writer.setTitle(QString::fromStdString(title));
        writer.setCreator(QStringLiteral("Engram"));
        QPainter painter;
        if (!painter.begin(&writer)) fail("the PDF could not be started");
        const double scale = kPdfResolution * widthMm / 25.4 / list.width;
        painter.scale(scale, scale);
        QPainterCanvas(painter, true, textAsPaths).paint(list);
    }
    return withPdfRecipe(withoutPdfDate(bytes.toStdString()), recipe);
}

}  // namespace engram
