// The lesson of the open experiment beside the view, scene by scene: words, formulas, and a button under each block that carries out
// what the words say. Native widgets, so that a screen reader reads it and the keyboard reaches all of it.
#pragma once

#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWidget>

#include "app/lecture/formula_view.h"
#include "core/session/lesson.h"

namespace engram {

class LessonPanel final : public QWidget {
    Q_OBJECT

public:
    explicit LessonPanel(QWidget* parent);

    void show(const std::string& experiment);  // its lesson from the first scene, unless it is shown already
    void setLook(const Theme& theme, double scale);
    void light(const std::string& param);  // its terms in the formulas
    void goTo(std::size_t scene);
    std::size_t at() const { return at_; }
    const Lesson& lesson() const { return lesson_; }
    const std::vector<FormulaView*>& formulas() const { return formulas_; }

signals:
    void tried(std::size_t scene, std::size_t block);
    void pointed(const QString& param);

private:
    void fill();
    void addWords(const std::string& markdown);
    void addQuiet(const QString& text);
    void addFormula(const std::string& name);
    void addButton(std::size_t block);

    Lesson lesson_;
    std::size_t at_ = 0;
    std::string experiment_;
    QLabel *title_, *scene_, *place_;
    QToolButton *back_, *on_;
    QScrollArea* scroll_;
    std::vector<FormulaView*> formulas_;
    const Theme* theme_;
    double scale_ = 1;
};

}  // namespace engram
