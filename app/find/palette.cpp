#include "app/find/palette.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

#include "app/find/find_rows.h"
#include "core/base/fuzzy.h"

namespace engram {

namespace {

constexpr double kWidth = 680, kMostRows = 12, kMostShare = 0.92, kTopShare = 0.12;
constexpr std::size_t kMostListed = 100;
constexpr int kPage = 10;

// Matched places as letters of Qt's text: the matcher counts bytes.
QVariantList lettersAt(const std::string& name, const std::vector<int>& bytes) {
    QVariantList places;
    for (const int at : bytes) places.append(int(QString::fromUtf8(name.data(), at).size()));
    return places;
}

struct Ranked {
    double score = 0;
    std::vector<int> at;
    Find find;
};

// Words of a name come before further words, these before what is said of it, and these before letters scattered over a name.
Ranked rankedFind(Find find, const std::string& typed) {
    constexpr double kAnswer = 1000, kWholeInName = 400, kInName = 300, kAlso = 200, kDetail = 100, kLeastInName = 30, kKindOfFound = 10;
    if (find.answers) return {kAnswer, {}, std::move(find)};
    const std::string name = find.title.toStdString(), also = name + " " + find.also.toStdString();
    const auto match = fuzzy(typed, name);
    const bool isWhole = foundAsWords(typed, name) == Found::Whole;
    if (match && (isWhole || match->score >= kLeastInName))
        return {match->score + (isWhole ? kWholeInName : kInName), match->at, std::move(find)};
    if (const Found found = foundAsWords(typed, also); found != Found::No) return {kAlso + kKindOfFound * int(found), {}, std::move(find)};
    if (const Found found = foundAsWords(typed, also + " " + find.detail.toStdString()); found != Found::No)
        return {kDetail + kKindOfFound * int(found), {}, std::move(find)};
    if (match) return {match->score, match->at, std::move(find)};
    return {-1, {}, std::move(find)};
}

std::vector<Ranked> ranked(std::vector<Find> finds, const std::string& typed) {
    std::vector<Ranked> found;
    for (Find& find : finds)
        if (Ranked one = rankedFind(std::move(find), typed); one.score >= 0) found.push_back(std::move(one));
    std::stable_sort(found.begin(), found.end(), [](const Ranked& a, const Ranked& b) { return a.score > b.score; });
    if (found.size() > kMostListed) found.resize(kMostListed);
    return found;
}

}  // namespace

Palette::Palette(QWidget* window)
    : QWidget(window), card_(new QFrame(this)), line_(new QLineEdit(card_)), list_(new QListWidget(card_)), message_(new QLabel(card_)) {
    hide();
    card_->setObjectName(QStringLiteral("palette"));
    list_->setItemDelegate(new FindRows(list_));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setMouseTracking(true);
    list_->setAccessibleName(tr("What was found"));
    message_->setObjectName(QStringLiteral("quiet"));
    message_->setWordWrap(true);
    auto* column = new QVBoxLayout(card_);
    column->addWidget(line_);
    column->addWidget(list_, 1);
    column->addWidget(message_);
    line_->installEventFilter(this);
    window->installEventFilter(this);
    connect(line_, &QLineEdit::textChanged, this, &Palette::fill);
    connect(list_, &QListWidget::itemEntered, this, [this](QListWidgetItem* item) {
        list_->setCurrentItem(item);
        tell();
    });
    connect(list_, &QListWidget::itemClicked, this, &Palette::choose);
}

void Palette::open(FindSource source, PaletteWords words, const Theme& theme, double scale) {
    source_ = std::move(source);
    words_ = std::move(words);
    theme_ = theme;
    scale_ = scale;
    auto& rows = static_cast<FindRows&>(*list_->itemDelegate());
    rows.theme = theme, rows.scale = scale;
    line_->setPlaceholderText(words_.asks);
    line_->setAccessibleName(words_.asks);
    const int pad = qRound(12 * scale);
    card_->layout()->setContentsMargins(pad, pad, pad, pad);
    card_->layout()->setSpacing(qRound(8 * scale));
    if (!isVisible()) before_ = window()->focusWidget();
    line_->clear();
    fill();
    show();
    raise();
    place();
    line_->setFocus();
}

void Palette::leave() {
    if (isHidden()) return;
    if (before_ && line_->hasFocus()) before_->setFocus();
    hide();
    source_ = nullptr;
}

QStringList Palette::shown() const {
    QStringList titles;
    for (const Find& find : finds_) titles.append(find.title);
    return titles;
}

void Palette::place() {
    const QSize room = parentWidget()->size();
    setGeometry(QRect(QPoint(), room));
    const int width = qRound(std::min(kWidth * scale_, kMostShare * room.width()));
    const int rowHeight = list_->sizeHintForRow(0) > 0 ? list_->sizeHintForRow(0) : qRound(32 * scale_);
    const int rows = std::clamp(list_->count(), 1, int(kMostRows));
    const QMargins around = card_->layout()->contentsMargins();
    const int above = qRound(kTopShare * room.height());
    message_->setFixedWidth(width - around.left() - around.right());
    const int rest = around.top() + around.bottom() + 2 * card_->layout()->spacing() + line_->sizeHint().height() +
                     message_->heightForWidth(message_->width()) + 4;
    const int height = std::min(rest + rows * rowHeight, qRound(kMostShare * room.height()) - above);
    card_->setGeometry((room.width() - width) / 2, above, width, height);
}

void Palette::fill() {
    if (!source_) return;
    const QString typed = line_->text();
    finds_.clear();
    list_->clear();
    for (Ranked& r : ranked(source_(typed), typed.toStdString())) {
        auto* item = new QListWidgetItem(r.find.title, list_);
        item->setData(FindRows::kDetail, r.find.detail);
        item->setData(FindRows::kKind, r.find.kind);
        item->setData(FindRows::kMatched, lettersAt(r.find.title.toStdString(), r.at));
        const QString said = r.find.refusal.isEmpty() ? r.find.detail : r.find.refusal;
        item->setData(Qt::AccessibleTextRole, QStringList({r.find.title, said, r.find.kind}).join(QStringLiteral(", ")));
        finds_.push_back(std::move(r.find));
    }
    list_->setCurrentRow(0);
    tell();
}

void Palette::moveBy(int rows) {
    if (finds_.empty()) return;
    list_->setCurrentRow(std::clamp(list_->currentRow() + rows, 0, int(finds_.size()) - 1));
    tell();
}

// What stands beneath the list is about the row chosen. The keyboard is in the line, so a screen reader hears the row as its description.
void Palette::tell() {
    const int row = list_->currentRow();
    const bool chosen = row >= 0 && row < int(finds_.size()), refused = chosen && !finds_[std::size_t(row)].refusal.isEmpty();
    message_->setText(!chosen ? words_.none : refused ? finds_[std::size_t(row)].refusal : words_.hint);
    message_->setObjectName(refused ? QStringLiteral("trouble") : QStringLiteral("quiet"));
    message_->style()->unpolish(message_);  // the style sheet goes by the name
    message_->style()->polish(message_);
    place();
    line_->setAccessibleDescription(chosen ? list_->currentItem()->data(Qt::AccessibleTextRole).toString() : message_->text());
    QAccessibleEvent changed(line_, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void Palette::choose() {
    const int row = list_->currentRow();
    if (row < 0 || row >= int(finds_.size())) return;
    const Find find = finds_[std::size_t(row)];
    if (!find.refusal.isEmpty()) return;
    if (!find.stays) leave();  // first: what it does may open something else, or move the keyboard
    find.choose();
    if (!find.stays) return;
    fill();
    list_->setCurrentRow(std::min(row, list_->count() - 1));
    tell();
}

bool Palette::eventFilter(QObject* object, QEvent* event) {
    if (object == parentWidget() && event->type() == QEvent::Resize && isVisible()) place();
    if (object != line_ || event->type() != QEvent::KeyPress) return QWidget::eventFilter(object, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Up:
            return moveBy(-1), true;
        case Qt::Key_Down:
            return moveBy(1), true;
        case Qt::Key_PageUp:
            return moveBy(-kPage), true;
        case Qt::Key_PageDown:
            return moveBy(kPage), true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            return choose(), true;
        case Qt::Key_Escape:
            return leave(), true;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            return true;  // there is nowhere else to go
        default:
            return false;
    }
}

void Palette::paintEvent(QPaintEvent*) {
    QColor scrim(Qt::black);
    scrim.setAlphaF(theme_.window.r < 0.5f ? 0.55f : 0.3f);
    QPainter(this).fillRect(rect(), scrim);
}

void Palette::mousePressEvent(QMouseEvent* event) {
    if (!card_->geometry().contains(event->pos())) leave();
}

}  // namespace engram
