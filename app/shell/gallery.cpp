#include "app/shell/gallery.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

#include "app/export/qt_values.h"
#include "app/language/language.h"
#include "app/shell/card.h"
#include "core/base/fuzzy.h"

namespace engram {

namespace {

enum Role { kExperiment = Qt::UserRole, kExample, kSummary, kCurrent, kPlace };

constexpr double kCardWidth = 184, kPictureHeight = 84, kNameHeight = 22, kRailPicture = 44;

ThumbnailKey keyOf(const QModelIndex& index, const std::string& theme) {
    return {index.data(kExperiment).toString().toStdString(), index.data(kExample).toInt(), theme};
}

class CardDelegate final : public QStyledItemDelegate {
public:
    CardDelegate(Thumbnails& thumbnails, QObject* parent) : QStyledItemDelegate(parent), thumbnails_(thumbnails) {}

    std::string theme = "dark";
    GalleryForm form = GalleryForm::Column;
    double scale = 1;
    Vision vision = Vision::Usual;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        if (form == GalleryForm::Rail) return QSizeF(60 * scale, (kRailPicture + 10) * scale).toSize();
        return QSizeF(kCardWidth * scale, (kPictureHeight + kNameHeight + 8) * scale).toSize();
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const Theme look = seen(engram::theme(theme), vision);
        const bool current = index.data(kCurrent).toBool(), hovered = option.state & QStyle::State_MouseOver,
                   rail = form == GalleryForm::Rail;
        const QRectF card = QRectF(option.rect).adjusted(2 * scale, 2 * scale, -2 * scale, -2 * scale);
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        const CardPaint paint{*painter, look, scale, vision};
        if (!rail && (current || hovered)) paint.fillRound(card, 8 * scale, current ? look.accentQuiet : look.control);
        const double inset = 3 * scale;
        const QRectF picture(card.x() + inset, card.y() + inset, card.width() - 2 * inset,
                             (rail ? kRailPicture - 2 : kPictureHeight - 2) * scale);
        paint.picture(picture, thumbnails_.find(keyOf(index, theme)));
        if (rail && (current || hovered)) paint.ring(picture, current ? look.accent : look.hover);
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
            paint.ring(card, look.colour({Ink::Selected}));
        const QRectF line(card.x() + 6 * scale, picture.bottom(), card.width() - 12 * scale, card.bottom() - picture.bottom());
        if (!rail) paint.name(line, index.data(Qt::DisplayRole).toString(), current);
        painter->restore();
    }

private:
    Thumbnails& thumbnails_;
};

QIcon magnifier(Rgba colour) {
    QPixmap pixmap(32, 32);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(qtColour(colour), 2.7, Qt::SolidLine, Qt::RoundCap));
    painter.drawEllipse(QPointF(14, 14), 9, 9);
    painter.drawLine(QPointF(21, 21), QPointF(28, 28));
    pixmap.setDevicePixelRatio(2);
    return QIcon(pixmap);
}

QListWidgetItem* card(const QString& title, const QString& summary, const std::string& experiment, int example) {
    auto* item = new QListWidgetItem(title);
    item->setData(kExperiment, QString::fromStdString(experiment));
    item->setData(kExample, example);
    item->setData(kSummary, summary);
    item->setToolTip(summary.isEmpty() ? title : QStringLiteral("<b>%1</b><br>%2").arg(title.toHtmlEscaped(), summary.toHtmlEscaped()));
    return item;
}

// How well a card answers what was typed: by words of its title, by letters within it, by its summary; 0: not at all.
int answer(const QListWidgetItem& card, const std::string& typed) {
    if (typed.empty()) return 1;
    const std::string title = card.text().toStdString();
    const Experiment& e = experiment(card.data(kExperiment).toString().toStdString());
    const std::string more = card.data(kSummary).toString().toStdString() + (card.data(kExample).toInt() < 0 ? " " + e.paper : "");
    const Found inTitle = foundAsWords(typed, title);
    if (inTitle == Found::Whole) return 4;
    if (inTitle == Found::Begun) return 3;
    if (inTitle == Found::Inside || folded(title).find(folded(typed)) != std::string::npos) return 2;
    return foundAsWords(typed, title + " " + more) != Found::No || folded(more).find(folded(typed)) != std::string::npos;
}

}  // namespace

Session exampleSession(const std::string& id, int example, const Session& now) {
    Session session = newSession(id);
    const Experiment& e = experiment(id);
    session.view = Blueprint{};
    session.view.theme = now.view.theme;
    if (example < 0) return session;
    const Example& chosen = e.examples.at(std::size_t(example));
    for (const std::string& assignment : chosen.set) e.params.set(session.values, assignment);
    session.view.hero = chosen.panel;
    return session;
}

Gallery::Gallery(QWidget* parent)
    : QWidget(parent),
      thumbnails_(new Thumbnails(this)),
      head_(new QWidget(this)),
      title_(new QLabel(tr("Experiments"), head_)),
      find_(new QToolButton(head_)),
      search_(new QLineEdit(this)),
      list_(new QListWidget(this)) {
    setObjectName(QStringLiteral("gallery"));
    setAttribute(Qt::WA_StyledBackground);
    title_->setObjectName(QStringLiteral("galleryTitle"));
    find_->setToolTip(tr("Find an experiment"));
    find_->setCheckable(true);
    search_->setPlaceholderText(tr("Find an experiment"));
    search_->setClearButtonEnabled(true);
    search_->hide();

    list_->setItemDelegate(new CardDelegate(*thumbnails_, list_));
    list_->setMouseTracking(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setAccessibleName(tr("Experiments"));
    list_->setFrameShape(QFrame::NoFrame);

    auto* headRow = new QHBoxLayout(head_);
    headRow->setContentsMargins(12, 8, 6, 0);
    headRow->addWidget(title_, 1);
    headRow->addWidget(find_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(4);
    column->addWidget(head_);
    column->addWidget(search_);
    column->addWidget(list_, 1);

    connect(find_, &QToolButton::toggled, this, [this](bool on) {
        search_->setVisible(on);
        on ? search_->setFocus() : search_->clear();
    });
    connect(search_, &QLineEdit::textChanged, this, [this] { filter(); });
    connect(search_, &QLineEdit::returnPressed, this, [this] {
        for (int i = 0; i < list_->count(); ++i)
            if (!list_->item(i)->isHidden()) return choose(*list_->item(i));
    });
    connect(thumbnails_, &Thumbnails::made, list_->viewport(), qOverload<>(&QWidget::update));
    connect(list_, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { choose(*item); });
    connect(list_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { choose(*item); });
}

void Gallery::choose(const QListWidgetItem& card) {
    const QString id = card.data(kExperiment).toString();  // the list is filled anew before this returns
    emit chosen(id, card.data(kExample).toInt());
}

void Gallery::show(const Session& session) {
    auto& delegate = static_cast<CardDelegate&>(*list_->itemDelegate());
    const bool other = list_->count() == 0 || session.experiment != session_.experiment;
    const bool repaint = delegate.theme != session.view.theme;
    session_ = session;
    delegate.theme = session.view.theme;
    if (other) fill();
    mark();
    if (repaint || find_->icon().isNull()) find_->setIcon(magnifier(theme(session.view.theme).textTertiary));
    if (repaint) list_->viewport()->update();
}

void Gallery::fill() {
    list_->clear();
    for (const Experiment& e : experiments()) {
        list_->addItem(card(qtText(spoken(e.title)), qtText(spoken(e.summary)), e.id, -1));
        if (e.id != session_.experiment) continue;
        for (int i = 0; i < int(e.examples.size()); ++i) {
            const Example& example = e.examples[std::size_t(i)];
            list_->addItem(card(qtText(spoken(example.title)), qtText(spoken(example.summary)), e.id, i));
        }
    }
    for (int i = 0; i < list_->count(); ++i) list_->item(i)->setData(kPlace, i);
    filter();
}

// The best answers come first; with nothing typed all stand in their own order.
void Gallery::filter() {
    const std::string typed = search_->text().trimmed().toStdString();
    std::vector<std::pair<int, QListWidgetItem*>> cards;
    while (list_->count() > 0) {
        QListWidgetItem* item = list_->takeItem(0);
        cards.emplace_back(answer(*item, typed), item);
    }
    std::ranges::sort(cards, {}, [](const auto& card) { return std::pair(-card.first, card.second->data(kPlace).toInt()); });
    for (const auto& [score, item] : cards) {
        list_->addItem(item);
        item->setHidden(score == 0);
    }
}

// What is open: the example whose start values these are, else the experiment.
void Gallery::mark() {
    int current = -1;
    const Experiment& e = experiment(session_.experiment);
    for (int i = int(e.examples.size()) - 1; i >= 0; --i)
        if (exampleSession(e.id, i, session_).values == session_.values) current = i;
    if (newSession(e.id).values == session_.values) current = -1;
    for (int i = 0; i < list_->count(); ++i) {
        QListWidgetItem* item = list_->item(i);
        const bool open = item->data(kExperiment).toString().toStdString() == e.id && item->data(kExample).toInt() == current;
        if (item->data(kCurrent).toBool() != open) item->setData(kCurrent, open);
    }
}

std::optional<Gallery::Entry> Gallery::entryAt(QPoint at) const {
    const QPoint corner = list_->viewport()->mapTo(this, QPoint());
    if (!isVisible() || !list_->viewport()->rect().contains(at - corner)) return std::nullopt;
    const QListWidgetItem* item = list_->itemAt(at - corner);
    if (!item) return std::nullopt;
    return Entry{item->data(kExperiment).toString().toStdString(), list_->visualItemRect(item).translated(corner)};
}

void Gallery::setVision(Vision vision) {
    static_cast<CardDelegate&>(*list_->itemDelegate()).vision = vision;
    list_->viewport()->update();
}

void Gallery::takeKeyboard() {
    for (int i = 0; i < list_->count(); ++i)
        if (list_->item(i)->data(kCurrent).toBool() && !list_->currentItem()) list_->setCurrentRow(i);
    window()->setAttribute(Qt::WA_KeyboardFocusChange);
    list_->setFocus(Qt::ShortcutFocusReason);
}

void Gallery::setForm(GalleryForm form, double scale) {
    auto& delegate = static_cast<CardDelegate&>(*list_->itemDelegate());
    setVisible(form != GalleryForm::Hidden);
    if (form == form_ && scale == scale_ && delegate.form == form) return;
    form_ = delegate.form = form;
    scale_ = delegate.scale = scale;
    const bool rail = form == GalleryForm::Rail, grid = form == GalleryForm::TwoColumns;
    head_->setVisible(!rail);
    search_->setVisible(!rail && find_->isChecked());
    list_->setVerticalScrollBarPolicy(rail ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    list_->setViewMode(grid ? QListView::IconMode : QListView::ListMode);
    list_->setMovement(QListView::Static);
    list_->setResizeMode(QListView::Adjust);
    layout()->setContentsMargins(rail ? 2 : 6, rail ? 4 : 0, 1, 0);
    list_->doItemsLayout();
}

}  // namespace engram
