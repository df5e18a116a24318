// A formula as a widget: read out by its words, its terms pointed at and lit.
#pragma once

#include <QWidget>

#include "app/lecture/formula.h"

namespace engram {

class FormulaView final : public QWidget {
    Q_OBJECT

public:
    FormulaView(const std::string& name, double em, QWidget* parent);  // `em` in pixels; narrower where there is less room

    void setLook(const Theme& theme);
    void light(const std::string& param);  // empty: nothing
    const Formula& formula() const { return formula_; }
    QRectF drawnAt() const;
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

signals:
    void pointed(const QString& param);  // empty: no term

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void point(const std::string& param);

    Formula formula_;
    double em_;
    const Theme* theme_;
    std::string lit_, pointed_;
};

}  // namespace engram
