#include "app/find/tried.h"

#include <QPointer>
#include <QStyledItemDelegate>
#include <algorithm>

#include "app/language/language.h"
#include "app/shell/card.h"
#include "core/base/error.h"
#include "core/base/file.h"

namespace engram {

namespace {

constexpr double kCardWidth = 184, kPictureHeight = 84, kNameHeight = 22;
constexpr int kPictureMs = 600;  // after what it is to show: a hand that goes on is waited for

class TrialCards final : public QStyledItemDelegate {
public:
    TrialCards(const std::vector<Trial>& trials, const int& current, QObject* parent)
        : QStyledItemDelegate(parent), trials_(trials), current_(current) {}
    Theme theme = {};
    double scale = 1;
    Vision vision = Vision::Usual;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return QSizeF(kCardWidth * scale, (kPictureHeight + kNameHeight + 8) * scale).toSize();
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const bool current = index.row() == current_;
        const CardPaint paint{*painter, theme, scale, vision};
        const QRectF card = QRectF(option.rect).adjusted(2 * scale, 2 * scale, -2 * scale, -2 * scale);
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        if (current || option.state & QStyle::State_MouseOver)
            paint.fillRound(card, 8 * scale, current ? theme.accentQuiet : theme.control);
        const double inset = 3 * scale;
        const QRectF picture(card.x() + inset, card.y() + inset, card.width() - 2 * inset, (kPictureHeight - 2) * scale);
        paint.picture(picture, trials_.at(std::size_t(index.row())).picture);
        if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
            paint.ring(card, theme.colour({Ink::Selected}));
        paint.name({card.x() + 6 * scale, picture.bottom(), card.width() - 12 * scale, card.bottom() - picture.bottom()},
                   index.data(Qt::DisplayRole).toString(), current);
        painter->restore();
    }

private:
    const std::vector<Trial>& trials_;
    const int& current_;
};

Session courseOf(const Session& session) {
    Session alone = session;
    alone.branches.clear();
    alone.name.clear();
    alone.view = Blueprint{};
    alone.view.theme = session.view.theme;
    alone.view.hero = session.view.hero;
    return alone;
}

}  // namespace

Tried::Tried(Ui& ui, Thumbnails& painter, std::filesystem::path folder, QWidget* parent)
    : QDockWidget(tr("Tried"), parent), ui_(ui), painter_(painter), folder_(std::move(folder)), list_(new QListWidget(this)) {
    setObjectName(QStringLiteral("tried"));
    setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    list_->setItemDelegate(new TrialCards(trials_, current_, list_));
    list_->setMouseTracking(true);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setAccessibleName(tr("Everything tried"));
    list_->setFrameShape(QFrame::NoFrame);
    setWidget(list_);
    writer_.setMaxThreadCount(1);  // in order
    pictureTimer_.setSingleShot(true);
    pictureTimer_.setInterval(kPictureMs);
    connect(&pictureTimer_, &QTimer::timeout, this, &Tried::takePicture);
    connect(list_, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { go(list_->row(item)); });
    connect(list_, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { go(list_->row(item)); });
}

Tried::~Tried() {
    if (pictureTimer_.isActive() && current_ >= 0) keep(trials_[std::size_t(current_)]);
    writer_.waitForDone();
}

void Tried::load() {
    int damaged = 0;
    trials_ = keptTrials(folder_, damaged);
    if (damaged > 0) ui_.say(tr("%n picture(s) of what was tried before cannot be read and are left out", nullptr, damaged).toStdString());
    loaded_ = true;
    follow();
    list();
}

// By the number of the edit, which a drag keeps while its value goes on changing; else by what the run is, after undo or a restart.
int Tried::indexNow() const {
    const auto edit = byEdit_.find(ui_.document.editNumber());
    const auto at = std::ranges::find_if(trials_, [&](const Trial& trial) {
        return edit != byEdit_.end() ? trial.file == edit->second : sameRun(trial.session, ui_.document.session());
    });
    return at == trials_.end() ? -1 : int(at - trials_.begin());
}

void Tried::follow() {
    const auto frame = ui_.document.frame();
    if (!loaded_ || !frame || !sameRun(frame->session, ui_.document.session())) return;  // tried is what has run
    const int index = indexNow();
    const bool isNew = index < 0, continues = !isNew && !sameRun(trials_[std::size_t(index)].session, ui_.document.session());
    if (isNew || continues || index != current_) {
        current_ = index;
        if (isNew || continues) note();
        list();
    }
    TrialCards& cards = static_cast<TrialCards&>(*list_->itemDelegate());
    const std::string& theme = ui_.document.session().view.theme;
    if (theme_ != theme || scale_ != ui_.layout.scale) {
        theme_ = theme, scale_ = ui_.layout.scale;
        cards.theme = seen(engram::theme(theme), cards.vision), cards.scale = scale_;
        list_->setMinimumWidth(qRound((kCardWidth + 16) * scale_));
        list_->doItemsLayout();
    }
    const bool wants = !frame->playing || trials_[std::size_t(current_)].picture.isNull();  // while it plays one picture is enough
    if (wants && frame->number != pictured_ && !pictureTimer_.isActive()) pictureTimer_.start();
}

// The run at hand becomes the newest trial, or goes on being the one that a drag began.
void Tried::note() {
    const Document& document = ui_.document;
    const bool isNew = current_ < 0;
    const std::string label = document.undoLabel().empty() ? spoken(document.experiment().title) : document.undoLabel();
    if (isNew) {
        trials_.push_back({.label = {}, .session = {}, .picture = {}, .file = newTrialFile(folder_)});
        current_ = int(trials_.size()) - 1;
        byEdit_[document.editNumber()] = trials_.back().file;
        if (trials_.size() > kMostTrials) drop(0);
    }
    Trial& trial = trials_[std::size_t(current_)];
    trial.label = label;
    trial.session = courseOf(document.session());
    if (isNew) keep(trial);  // the next edit may come before its picture does
    pictureTimer_.start();
}

void Tried::drop(std::size_t index) {
    writer_.start([file = trials_[index].file] {
        std::error_code gone;
        std::filesystem::remove(file, gone);
    });
    trials_.erase(trials_.begin() + std::ptrdiff_t(index));
    if (current_ >= int(index)) --current_;
}

void Tried::takePicture() {
    const auto frame = ui_.document.frame();
    if (current_ < 0 || !frame || !ui_.board || !sameRun(frame->session, ui_.document.session())) return;
    Trial& trial = trials_[std::size_t(current_)];
    if (!sameRun(trial.session, frame->session)) return;
    const Panel* panel = ui_.board->find(heroPanel(ui_.document.session(), ui_.document.experiment()));
    pictured_ = frame->number;
    trial.session.step = frame->moment.step;
    if (!panel || std::holds_alternative<Absent>(panel->content)) return keep(trial);
    painter_.paint(*panel, ui_.theme->name, [self = QPointer(this), file = trial.file](const QImage& image) {
        if (self) self->show(file, image);
    });
}

void Tried::show(const std::filesystem::path& file, const QImage& picture) {
    const auto at = std::ranges::find(trials_, file, &Trial::file);
    if (at == trials_.end()) return;
    at->picture = picture;
    keep(*at);
    list_->viewport()->update();
}

void Tried::keep(const Trial& trial) {
    if (folder_.empty()) return;
    writer_.start([trial] {
        try {
            std::filesystem::create_directories(trial.file.parent_path());
            writeFile(trial.file, trialBytes(trial));
        } catch (const std::exception&) {
            // Without room or a folder the strip lasts as long as the window.
        }
    });
}

void Tried::go(int index) {
    if (index < 0 || index >= int(trials_.size()) || index == current_) return;
    const Trial& trial = trials_[std::size_t(index)];
    const Session& now = ui_.document.session();
    Session there = now;
    if (trial.session.experiment != now.experiment) {
        there = trial.session;
        there.view.theme = now.view.theme;
        list();  // the mark stays where it is, should the person stay
        emit chosen(there);
        return;
    }
    static_cast<Course&>(there) = trial.session;
    there.step = trial.session.step;
    there.view.grid.clear();
    ui_.document.replace(there, tr("Back to “%1”").arg(QString::fromStdString(trial.label)).toStdString());
    emit went();
}

void Tried::setVision(Vision vision) {
    TrialCards& cards = static_cast<TrialCards&>(*list_->itemDelegate());
    cards.vision = vision;
    cards.theme = seen(theme(ui_.document.session().view.theme), vision);
    list_->viewport()->update();
}

void Tried::list() {
    while (list_->count() > int(trials_.size())) delete list_->takeItem(list_->count() - 1);
    while (list_->count() < int(trials_.size())) list_->addItem(new QListWidgetItem);
    for (int i = 0; i < list_->count(); ++i) {
        const Trial& trial = trials_[std::size_t(i)];
        const QString title = QString::fromStdString(spoken(experiment(trial.session.experiment).title)),
                      label = QString::fromStdString(trial.label);
        list_->item(i)->setText(label);
        list_->item(i)->setToolTip(title == label ? title : title + QStringLiteral(", ") + label);
        list_->item(i)->setData(Qt::AccessibleTextRole, list_->item(i)->toolTip());
    }
    if (current_ >= 0) {
        list_->setCurrentRow(current_);
        list_->scrollToItem(list_->item(current_));
    }
    list_->viewport()->update();
}

}  // namespace engram
