// The parameters of the experiment at hand as native controls that screen readers know: the mirror of the panel drawn by Dear ImGui.
// Built by a loop over the table, and in step with the document both ways; an edit is one undo step, a refusal is said beneath its row.
#pragma once

#include <QLabel>
#include <QScrollArea>
#include <map>

#include "app/panels/ui.h"

class QFormLayout;

namespace engram {

struct ParamEdit;

class ParameterForm final : public QScrollArea {
    Q_OBJECT

public:
    ParameterForm(Ui& ui, QWidget* parent);

    void follow();                                  // compares values; cheap where nothing has changed
    void light(const std::string& id);              // the row that a formula points at; empty: none
    QWidget* control(const std::string& id) const;  // null where there is no such parameter
    QString remark(const std::string& id) const;    // what stands beneath the row: why it is refused, or plays no part

signals:
    void edited();
    void refused(const QString& sentence);  // said to screen readers as well

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void point(const std::string& id);
    struct Row {
        const ParamSpec* spec = nullptr;
        QWidget* control = nullptr;
        QLabel *label = nullptr, *remark = nullptr;
        std::function<void(const Value&)> show;
    };
    void build();
    Row makeRow(const ParamSpec& spec, QFormLayout& form);
    void addControl(Row& row);
    void follow(const Row& row);
    void give(const ParamSpec& spec, const ParamEdit& edit);

    Ui& ui_;
    const Experiment* of_ = nullptr;
    std::map<std::string, Row> rows_;
    Values shown_;
    std::map<std::string, std::string> refusals_;
    std::string lit_, pointed_;
};

}  // namespace engram
