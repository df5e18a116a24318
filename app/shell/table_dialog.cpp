#include "app/shell/table_dialog.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include "app/shell/controls.h"
#include "app/shell/small_screen.h"
#include "core/base/error.h"

namespace engram {

namespace {

constexpr int kTickRow = 0, kMostRows = 12, kCountedTo = 1000;  // distinct cells are counted so far
const char* const kLabelIds[] = {"none", "first", "last"};

QString kindOf(const TablePreview::Column& column) {
    const QString kind = column.kind == TablePreview::Kind::Words     ? TableDialog::tr("words")
                         : column.kind == TablePreview::Kind::Numbers ? TableDialog::tr("numbers")
                                                                      : TableDialog::tr("whole numbers");
    return column.missing == 0 ? kind : kind + TableDialog::tr(", %1 missing").arg(column.missing);
}

}  // namespace

TableDialog::TableDialog(std::filesystem::path path, QWidget* parent) : QDialog(parent), path_(std::move(path)) {
    setWindowTitle(tr("Open table"));
    const TablePreview preview = previewTable(path_, kMostRows);
    auto* about = new QLabel(tr("%1: %2 rows, %3 columns. Tick those that are features.")
                                 .arg(QString::fromStdString(path_.filename().string()))
                                 .arg(preview.rows)
                                 .arg(preview.columns.size()));
    rows_ = new QTableWidget(int(preview.firstRows.size()) + 1, int(preview.columns.size()));
    rows_->setObjectName(QStringLiteral("columns"));
    rows_->setAccessibleName(tr("Columns and first rows"));
    rows_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    rows_->setSelectionMode(QAbstractItemView::NoSelection);
    rows_->verticalHeader()->hide();
    labels_ = new Picker;
    labels_->setObjectName(QStringLiteral("labels"));
    labels_->addItems({tr("No column names the class"), tr("The first column names the class"), tr("The last column names the class")});
    message_ = new QLabel;
    message_->setWordWrap(true);
    message_->setObjectName(QStringLiteral("verdict"));
    auto* cancel = new QPushButton(tr("Cancel"));
    use_ = new QPushButton(tr("Use"));
    cancel->setAutoDefault(false);
    use_->setDefault(true);
    use_->setObjectName(QStringLiteral("use"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(labels_);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(use_);
    auto* all = new QVBoxLayout(this);
    all->addWidget(about);
    all->addWidget(rows_, 1);
    all->addWidget(message_);
    all->addLayout(buttons);
    resize(760, 460);
    scrollWhereSmall(*this);

    fill(preview);
    connect(rows_, &QTableWidget::itemChanged, this, &TableDialog::changed);
    connect(labels_, &QComboBox::currentIndexChanged, this, &TableDialog::changed);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(use_, &QPushButton::clicked, this, &QDialog::accept);
    changed();
}

// Words cannot be features; in the last column, or the first, they are the classes.
void TableDialog::fill(const TablePreview& preview) {
    const auto words = [&](std::size_t c) { return c < preview.columns.size() && preview.columns[c].kind == TablePreview::Kind::Words; };
    const bool few = !preview.columns.empty() && preview.columns.back().kind == TablePreview::Kind::Whole &&
                     preview.columns.back().distinct < kCountedTo && preview.columns.back().distinct * 4 < preview.rows;
    labels_->setCurrentIndex(preview.columns.size() < 2 ? 0 : words(preview.columns.size() - 1) || few ? 2 : words(0) ? 1 : 0);
    for (std::size_t c = 0; c < preview.columns.size(); ++c) {
        auto* name = new QTableWidgetItem(QString::fromStdString(preview.columns[c].name));
        rows_->setHorizontalHeaderItem(int(c), name);
        auto* tick = new QTableWidgetItem(kindOf(preview.columns[c]));
        tick->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
        tick->setCheckState(words(c) ? Qt::Unchecked : Qt::Checked);
        rows_->setItem(kTickRow, int(c), tick);
        for (std::size_t r = 0; r < preview.firstRows.size(); ++r)
            if (c < preview.firstRows[r].size())
                rows_->setItem(int(r) + 1, int(c), new QTableWidgetItem(QString::fromStdString(preview.firstRows[r][c])));
    }
    rows_->resizeColumnsToContents();
    if (!preview.wrong.empty() && preview.columns.empty()) rows_->hide();
}

LabelColumn TableDialog::labels() const {
    constexpr LabelColumn kAll[] = {LabelColumn::None, LabelColumn::First, LabelColumn::Last};
    return kAll[labels_->currentIndex()];
}

std::vector<int> TableDialog::columns() const {
    std::vector<int> ticked;
    const int label = labels() == LabelColumn::First ? 0 : labels() == LabelColumn::Last ? rows_->columnCount() - 1 : -1;
    int features = 0;
    for (int c = 0; c < rows_->columnCount(); ++c) {
        if (c == label) continue;
        ++features;
        if (rows_->item(kTickRow, c)->checkState() == Qt::Checked) ticked.push_back(c + 1);
    }
    return int(ticked.size()) == features ? std::vector<int>() : ticked;
}

bool TableDialog::anyTicked() const {
    for (int c = 0; c < rows_->columnCount(); ++c)
        if (rows_->item(kTickRow, c)->flags().testFlag(Qt::ItemIsUserCheckable) && rows_->item(kTickRow, c)->checkState() == Qt::Checked)
            return true;
    return rows_->columnCount() == 0;  // then the table itself says what is wrong
}

// The column of classes is none of the features, and cannot be ticked.
void TableDialog::changed() {
    {
        const QSignalBlocker quiet(rows_);
        const int label = labels() == LabelColumn::First ? 0 : labels() == LabelColumn::Last ? rows_->columnCount() - 1 : -1;
        for (int c = 0; c < rows_->columnCount(); ++c)
            rows_->item(kTickRow, c)->setFlags(c == label ? Qt::ItemFlags(Qt::NoItemFlags) : Qt::ItemIsEnabled | Qt::ItemIsUserCheckable);
    }
    QString sentence;
    bool usable = false;
    if (!anyTicked()) {
        sentence = tr("Tick one column at least");
    } else
        try {
            const Table table = readTable(path_, labels(), columns());
            sentence = tr("%1 points with %2 features").arg(table.points.cols()).arg(table.points.rows());
            Session trial = newSession("clam");
            applyTo(trial);  // refuses what the parameters cannot hold
            if (!table.classNames.empty()) sentence += tr(", %1 classes").arg(table.classNames.size());
            for (const std::string& remark : table.remarks) sentence += QStringLiteral(". ") + QString::fromStdString(remark);
            usable = true;
        } catch (const Error& error) {
            sentence = QString::fromUtf8(error.what());
        }
    message_->setText(sentence);
    use_->setEnabled(usable);
}

void TableDialog::applyTo(Session& session) const {
    const ParamTable& params = experiment(session.experiment).params;
    params.set(session.values, std::string("labels=") + kLabelIds[labels_->currentIndex()]);
    std::string list;
    for (const int column : columns()) list += (list.empty() ? "" : "/") + std::to_string(column);
    params.set(session.values, "columns=" + (list.empty() ? "0" : list));
}

}  // namespace engram
