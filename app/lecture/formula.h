// A formula of assets/formulas in the colours of a theme. Terms carry the id of the parameter that moves them, so that a term can be lit
// with its slider, and a slider with its term.
#pragma once

#include <QByteArray>
#include <QRectF>
#include <QSizeF>
#include <QString>
#include <memory>
#include <string>
#include <vector>

#include "core/view/theme.h"
#include "render/figure/draw_list.h"

class QPainter;

namespace engram {

class Formula {
public:
    explicit Formula(const std::string& name);  // "dense_memory/energy"; throws where there is none

    QSizeF size() const { return size_; }  // in em
    const QString& spoken() const { return spoken_; }
    // `lit`: the parameter whose terms are lit; empty for none.
    void paint(QPainter& painter, const QRectF& into, const Theme& theme, const std::string& lit) const;
    std::shared_ptr<const Pixels> pixels(double heightPx, const Theme& theme, const std::string& lit) const;
    std::string termAt(QPointF at) const;     // in shares of its size; the parameter there, or empty
    std::vector<std::string> params() const;  // those that it has terms of

private:
    struct Term {
        std::string param;
        QRectF box;  // in shares of the size
    };
    QByteArray coloured(const Theme& theme, const std::string& lit) const;

    QByteArray svg_;
    QSizeF size_;
    QString spoken_;
    std::vector<Term> terms_;
};

}  // namespace engram
