#include "app/lecture/lesson_panel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QRegularExpression>

#include "app/export/qt_values.h"
#include "app/language/language.h"
#include "app/widgets/param_row.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/experiment/experiment.h"
#include "core/session/staging.h"

namespace engram {

namespace {

constexpr int kWidth = 372, kMargin = 20;
constexpr double kEm = 19;
constexpr qsizetype kMostLetters = 30;  // on a button

QString commandsOf(const LessonBlock& block) {
    QStringList lines;
    for (const LessonCommand& command : block.commands) lines += QString::fromStdString(command.name + " " + command.rest).trimmed();
    return lines.join('\n');
}

// "β = 2", "Model B", "Plane": what an assignment or a panel is called in the window.
QString assignmentText(const Experiment& e, const std::string& assignment) {
    const std::size_t equals = assignment.find('=');
    const ParamSpec& spec = e.params.at(assignment.substr(0, equals));
    Values values = e.params.defaults();
    e.params.set(values, assignment);
    const bool isNumber = spec.kind == Kind::Number || spec.kind == Kind::Int;
    const std::string shown = isNumber ? assignment.substr(equals + 1) : shownValue(spec, values.at(spec.id));  // "2", not "2.00"
    const std::string name = isNumber && !spec.symbol.empty() ? spec.symbol : spoken(spec.label);
    return QString::fromStdString(name + (isNumber ? " = " : " ") + shown);
}

// What a block does, as far as a button has room for it.
QString shortly(const LessonBlock& block, const Experiment& e) {
    QStringList parts;
    for (const LessonCommand& command : block.commands) {
        if (command.name == "set")
            for (const std::string& assignment : wordsIn(command.rest)) parts += assignmentText(e, assignment);
        if (command.name == "show") parts += QString::fromStdString(spoken(e.panel(wordsIn(command.rest)[0]).title));
        if (command.name == "play" && parts.isEmpty()) parts += LessonPanel::tr("play");
    }
    QString text;
    for (const QString& part : parts) {
        if (!text.isEmpty() && text.size() + part.size() > kMostLetters) return text + QStringLiteral(" …");
        text += (text.isEmpty() ? QString() : QStringLiteral(", ")) + part;
    }
    return text;
}

}  // namespace

LessonPanel::LessonPanel(QWidget* parent) : QWidget(parent), theme_(&theme("dark")) {
    setObjectName(QStringLiteral("lesson"));
    setAccessibleName(tr("Lesson"));
    title_ = new QLabel(this);
    title_->setObjectName(QStringLiteral("quiet"));
    scene_ = new QLabel(this);
    scene_->setObjectName(QStringLiteral("lessonScene"));
    scene_->setWordWrap(true);
    place_ = new QLabel(this);
    place_->setObjectName(QStringLiteral("quiet"));
    const auto button = [this](const QString& sign, const QString& name, int way) {
        auto* made = new QToolButton(this);
        made->setText(sign);
        made->setToolTip(name);
        made->setAccessibleName(name);
        connect(made, &QToolButton::clicked, this, [this, way] { goTo(std::size_t(int(at_) + way)); });
        return made;
    };
    back_ = button(QStringLiteral("←"), tr("Previous scene"), -1);
    on_ = button(QStringLiteral("→"), tr("Next scene"), 1);
    auto* steps = new QHBoxLayout;
    steps->addWidget(title_, 1);
    steps->addWidget(place_);
    steps->addWidget(back_);
    steps->addWidget(on_);
    scroll_ = new QScrollArea(this);
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, 14, kMargin, 12);
    column->setSpacing(10);
    column->addLayout(steps);
    column->addWidget(scene_);
    column->addWidget(scroll_, 1);
}

void LessonPanel::show(const std::string& experimentId) {
    if (experiment_ == experimentId) return;
    experiment_ = experimentId;
    lesson_ = lessonOf(engram::experiment(experimentId));
    goTo(0);
}

void LessonPanel::setLook(const Theme& theme, double scale) {
    if (theme_ == &theme && scale_ == scale && width() == minimumWidth()) return;
    theme_ = &theme, scale_ = scale;
    setFixedWidth(qRound(kWidth * scale));
    const auto colour = [](Rgba c) { return qtColour(c).name(); };
    setStyleSheet(QStringLiteral("#lesson { background: %1; border-left: 1px solid %2; } #lesson QScrollArea, #lesson QScrollArea > "
                                 "QWidget > QWidget { background: %1; }"
                                 "QLabel#lessonScene { font-size: %3px; font-weight: 600; } QLabel#lessonWords { font-size: %4px; }")
                      .arg(colour(theme.panel), colour(theme.border))
                      .arg(qRound(20 * scale))
                      .arg(qRound(14 * scale)));
    setAttribute(Qt::WA_StyledBackground);
    if (!lesson_.scenes.empty()) fill();
}

void LessonPanel::light(const std::string& param) {
    for (FormulaView* formula : formulas_) formula->light(param);
}

void LessonPanel::goTo(std::size_t scene) {
    if (scene >= lesson_.scenes.size()) return;
    at_ = scene;
    fill();
}

void LessonPanel::fill() {
    const LessonScene& scene = lesson_.scenes[at_];
    title_->setText(QString::fromStdString(lesson_.title));
    scene_->setText(QString::fromStdString(scene.title));
    place_->setText(tr("%1 of %2").arg(at_ + 1).arg(lesson_.scenes.size()));
    back_->setEnabled(at_ > 0);
    on_->setEnabled(at_ + 1 < lesson_.scenes.size());
    formulas_.clear();
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 10, 0);
    column->setSpacing(12);
    scroll_->setWidget(page);  // deletes the one before
    if (at_ == 0) addWords(lesson_.opening.text), addQuiet(tr("Turning a page changes nothing in the view; the buttons do."));
    if (!scene.trouble.empty()) addWords(spoken(scene.trouble));
    for (std::size_t b = 0; b < scene.blocks.size(); ++b) {
        if (b == 0)
            for (const std::string& formula : scene.formulas) addFormula(formula);
        addWords(scene.blocks[b].text);
        if (!scene.blocks[b].commands.empty() && scene.trouble.empty()) addButton(b);
    }
    column->addStretch(1);
}

void LessonPanel::addWords(const std::string& markdown) {
    if (markdown.empty()) return;
    auto* words = new QLabel;
    words->setObjectName(QStringLiteral("lessonWords"));
    words->setTextFormat(Qt::MarkdownText);
    static const QRegularExpression kIndex(QStringLiteral("(?<![\\p{L}\\p{N}])(\\p{L}\\p{M}?)_(\\p{L}+)"));  // as formulas have it
    words->setText(QString::fromStdString(markdown).replace(kIndex, QStringLiteral("\\1<sub>\\2</sub>")));
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    static_cast<QVBoxLayout*>(scroll_->widget()->layout())->addWidget(words);
}

void LessonPanel::addQuiet(const QString& text) {
    auto* words = new QLabel(text);
    words->setObjectName(QStringLiteral("quiet"));
    words->setWordWrap(true);
    static_cast<QVBoxLayout*>(scroll_->widget()->layout())->addWidget(words);
}

void LessonPanel::addFormula(const std::string& name) {
    auto* formula = new FormulaView(name, kEm * scale_, nullptr);
    formula->setLook(*theme_);
    connect(formula, &FormulaView::pointed, this, [this](const QString& param) {
        light(param.toStdString());
        emit pointed(param);
    });
    formulas_.push_back(formula);
    static_cast<QVBoxLayout*>(scroll_->widget()->layout())->addWidget(formula);
}

void LessonPanel::addButton(std::size_t block) {
    const LessonBlock& does = lesson_.scenes[at_].blocks[block];
    const QString what = shortly(does, engram::experiment(experiment_));
    auto* button = new QPushButton(what.isEmpty() ? tr("Try it") : tr("Try it: %1").arg(what));
    button->setToolTip(commandsOf(does));
    button->setAccessibleDescription(button->toolTip());
    connect(button, &QPushButton::clicked, this, [this, block] { emit tried(at_, block); });
    static_cast<QVBoxLayout*>(scroll_->widget()->layout())->addWidget(button, 0, Qt::AlignLeft);
}

}  // namespace engram
