// A table before it is used: its first rows, which columns are features, and which one names the class of a row, if any does. What
// cannot be used is said in the words that reading it would use.
#pragma once

#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

#include "core/data/table.h"
#include "core/session/session.h"

namespace engram {

class TableDialog final : public QDialog {
    Q_OBJECT

public:
    TableDialog(std::filesystem::path path, QWidget* parent);

    void applyTo(Session& session) const;  // the choice, as parameters

private:
    void fill(const TablePreview& preview);
    void changed();
    bool anyTicked() const;
    LabelColumn labels() const;
    std::vector<int> columns() const;  // ticked, counted from 1; empty: all but the labels

    std::filesystem::path path_;
    QTableWidget* rows_ = nullptr;
    QComboBox* labels_ = nullptr;
    QLabel* message_ = nullptr;
    QPushButton* use_ = nullptr;
};

}  // namespace engram
