#include "app/find/parameter_form.h"

#include <QAccessible>
#include <QFormLayout>
#include <QGroupBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>
#include <utility>

#include "app/export/qt_values.h"
#include "app/find/number_box.h"
#include "app/language/language.h"
#include "app/panels/parameters.h"
#include "app/shell/controls.h"
#include "app/widgets/param_row.h"

namespace engram {

namespace {

constexpr int kLeastLetters = 10, kLeastWidth = 264;
constexpr const char *kParam = "param", *kLit = "lit";

}  // namespace

ParameterForm::ParameterForm(Ui& ui, QWidget* parent) : QScrollArea(parent), ui_(ui) {
    setObjectName(QStringLiteral("parameterForm"));
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Parameters"));
}

QWidget* ParameterForm::control(const std::string& id) const {
    const auto row = rows_.find(id);
    return row == rows_.end() ? nullptr : row->second.control;
}

QString ParameterForm::remark(const std::string& id) const { return rows_.at(id).remark->text(); }

void ParameterForm::build() {
    of_ = &ui_.document.experiment();
    lit_.clear(), pointed_.clear();
    rows_.clear();
    shown_.clear();
    auto* all = new QWidget;
    auto* column = new QVBoxLayout(all);
    std::map<std::string, QFormLayout*> groups;
    for (const ParamSpec& spec : of_->params.specs()) {
        QFormLayout*& form = groups[spec.group];
        if (!form) {
            auto* box = new QGroupBox(qtText(spoken(spec.group)));
            form = new QFormLayout(box);
            form->setRowWrapPolicy(QFormLayout::WrapAllRows);  // names are long and the panel is narrow
            form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
            column->addWidget(box);
        }
        rows_.emplace(spec.id, makeRow(spec, *form));
    }
    column->addStretch();
    setWidget(all);
}

ParameterForm::Row ParameterForm::makeRow(const ParamSpec& spec, QFormLayout& form) {
    Row row{.spec = &spec, .label = new QLabel(qtText(shownLabel(spec))), .remark = new QLabel, .show = {}};
    addControl(row);
    const QString label = qtText(spoken(spec.label)),
                  name = spec.unit.empty() ? label : tr("%1 in %2").arg(label, qtText(spoken(spec.unit)));
    for (QWidget* part : {row.control, static_cast<QWidget*>(row.label)}) {
        part->installEventFilter(this);
        part->setProperty(kParam, qtText(spec.id));
    }
    row.control->setObjectName(qtText(spec.id));
    row.control->setAccessibleName(name);
    row.control->setToolTip(qtText(helpText(spec)));
    row.label->setBuddy(row.control);
    row.label->setToolTip(row.control->toolTip());
    row.remark->setWordWrap(true);
    row.remark->hide();
    auto* field = new QVBoxLayout;
    field->setSpacing(2);
    field->addWidget(row.control);
    field->addWidget(row.remark);
    if (qobject_cast<QCheckBox*>(row.control)) {
        delete row.label;  // the box bears its name itself
        row.label = nullptr;
        form.addRow(field);
    } else {
        form.addRow(row.label, field);
    }
    return row;
}

// One control a kind, which shows a value without telling of it and gives what a person has made of it.
void ParameterForm::addControl(Row& row) {
    const ParamSpec& spec = *row.spec;
    if (spec.kind == Kind::Bool) {
        auto* box = new TickBox(qtText(shownLabel(spec)));
        box->setAttribute(Qt::WA_StyledBackground);  // it paints itself, but for what lights it
        row.show = [box](const Value& value) { box->setChecked(std::get<bool>(value)); };
        connect(box, &QCheckBox::clicked, this, [this, &spec](bool on) { give(spec, {.value = on, .dragging = false, .typed = {}}); });
        row.control = box;
    } else if (spec.kind == Kind::Choice) {
        auto* list = new Picker;
        list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);  // long names are cut in a narrow panel
        list->setMinimumContentsLength(kLeastLetters);
        for (const Choice& choice : spec.choices) {
            list->addItem(qtText(spoken(choice.label)), qtText(choice.id));
            list->setItemData(list->count() - 1, qtText(spoken(choice.help)), Qt::ToolTipRole);
        }
        row.show = [list](const Value& value) { list->setCurrentIndex(list->findData(qtText(std::get<std::string>(value)))); };
        connect(list, &QComboBox::activated, this, [this, list, &spec] {
            give(spec, {.value = list->currentData().toString().toStdString(), .dragging = false, .typed = {}});
        });
        row.control = list;
    } else if (spec.kind == Kind::List) {
        auto* line = new QLineEdit;
        row.show = [line](const Value& value) { line->setText(qtText(std::get<std::string>(value))); };
        connect(line, &QLineEdit::editingFinished, this, [this, line, &spec] {
            if (line->isModified()) give(spec, {.value = {}, .dragging = false, .typed = line->text().toStdString()});
        });
        row.control = line;
    } else {
        auto* number = new NumberBox(spec, nullptr);
        row.show = [number](const Value& value) { number->show(value); };
        connect(number, &NumberBox::typed, this,
                [this, &spec](const QString& text) { give(spec, {.value = {}, .dragging = false, .typed = text.toStdString()}); });
        connect(number, &NumberBox::stepped, this,
                [this, &spec](const Value& value) { give(spec, {.value = value, .dragging = true, .typed = {}}); });
        connect(number, &NumberBox::editingFinished, this, [this] { ui_.document.endEdit(); });
        row.control = number;
    }
}

// The wheel scrolls the panel, and changes nothing in passing. Keys without Ctrl belong to the control: Space ticks a box and plays
// nothing.
bool ParameterForm::eventFilter(QObject* object, QEvent* event) {
    if (event->type() == QEvent::Enter || event->type() == QEvent::FocusIn) point(object->property(kParam).toString().toStdString());
    if (event->type() == QEvent::Leave || event->type() == QEvent::FocusOut) point({});
    if (event->type() == QEvent::ShortcutOverride &&
        !(static_cast<QKeyEvent*>(event)->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        event->accept();
    if (event->type() != QEvent::Wheel || static_cast<QWidget*>(object)->hasFocus()) return QScrollArea::eventFilter(object, event);
    event->ignore();
    return true;
}

// Its terms in the formulas light up, and its own name with them: the panel drawn beside it says the same of its rows.
void ParameterForm::point(const std::string& id) {
    if (std::exchange(pointed_, id) != id) ui_.points(id.empty() ? ui_.parameters.pointed : id);
}

void ParameterForm::light(const std::string& id) {
    const std::string before = std::exchange(lit_, id);
    for (const std::string& changed : {before, id}) {
        const auto row = rows_.find(changed);
        if (row == rows_.end()) continue;
        QWidget* name = row->second.label ? row->second.label : row->second.control;
        name->setProperty(kLit, changed == id);
        name->style()->unpolish(name);  // the style sheet goes by the property
        name->style()->polish(name);
        if (changed == id && isVisible()) ensureWidgetVisible(row->second.control);
    }
}

void ParameterForm::give(const ParamSpec& spec, const ParamEdit& edit) {
    changeParameter(ui_, spec, edit);
    shown_.erase(spec.id);  // what was refused is taken back from the control
    follow();
    emit edited();
}

void ParameterForm::follow() {
    if (of_ != &ui_.document.experiment()) build();
    setMinimumWidth(qRound(kLeastWidth * ui_.layout.scale));
    const Values& now = ui_.document.values();
    if (now == shown_ && refusals_ == ui_.parameters.refusals) return;
    refusals_ = ui_.parameters.refusals;
    for (const auto& [id, row] : rows_) follow(row);
    shown_ = now;
}

void ParameterForm::follow(const Row& row) {
    const std::string& id = row.spec->id;
    const Value& now = ui_.document.values().at(id);
    if (const auto before = shown_.find(id); before == shown_.end() || before->second != now) {
        const QSignalBlocker quiet(row.control);
        row.show(now);
    }
    const auto why = refusals_.find(id);
    const std::string idle = spoken(of_->params.idle(id, ui_.document.values()));
    row.control->setEnabled(idle.empty());
    if (row.label) row.label->setEnabled(idle.empty());
    const QString remark = qtText(why != refusals_.end() ? why->second : idle);
    row.control->setAccessibleDescription((remark.isEmpty() ? QString() : remark + QStringLiteral(". ")) + qtText(helpText(*row.spec)));
    if (remark == row.remark->text()) return;
    row.remark->setObjectName(why != refusals_.end() ? QStringLiteral("trouble") : QStringLiteral("quiet"));
    row.remark->style()->unpolish(row.remark);  // the style sheet goes by the name
    row.remark->style()->polish(row.remark);
    row.remark->setText(remark);
    row.remark->setVisible(!remark.isEmpty());
    if (why == refusals_.end()) return;
    QAccessibleEvent alert(row.remark, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    emit refused(remark);
}

}  // namespace engram
