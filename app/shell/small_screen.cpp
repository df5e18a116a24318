#include "app/shell/small_screen.h"

#include <QDialog>
#include <QEvent>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace engram {

namespace {

constexpr QSize kFrame(16, 56);  // what a desktop may put round a dialog

class Page final : public QScrollArea {
public:
    explicit Page(QDialog& dialog) : QScrollArea(&dialog), dialog_(dialog) {
        auto* content = new QWidget;
        content->setMinimumSize(dialog.minimumSize());
        dialog.setMinimumSize(0, 0);
        content->setLayout(dialog.layout());
        setWidget(content);
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setFocusPolicy(Qt::NoFocus);
        viewport()->setAutoFillBackground(false);
        content->setAutoFillBackground(false);
        wanted_ = dialog.testAttribute(Qt::WA_Resized) ? dialog.size() : QSize();
        dialog.installEventFilter(this);
        auto* all = new QVBoxLayout(&dialog);
        all->setContentsMargins(0, 0, 0, 0);
        all->addWidget(this);
    }

protected:
    bool eventFilter(QObject* object, QEvent* event) override {
        if (object == &dialog_ && event->type() == QEvent::Show && !event->spontaneous()) {
            const QSize asked = wanted_.isValid() ? wanted_ : widget()->sizeHint().expandedTo(widget()->minimumSize());
            dialog_.resize(fitting(asked.expandedTo(leastAtWidth(asked.width()))));
        }
        const bool taken = QScrollArea::eventFilter(object, event);
        if (object == widget() && event->type() == QEvent::LayoutRequest && dialog_.isVisible())
            dialog_.resize(dialog_.size().expandedTo(fitting(leastAtWidth(dialog_.width()))));
        return taken;
    }

private:
    QSize leastAtWidth(int width) const {
        const QSize least = widget()->minimumSizeHint().expandedTo(widget()->minimumSize());
        const QLayout& layout = *widget()->layout();
        return layout.hasHeightForWidth() ? least.expandedTo({0, layout.totalMinimumHeightForWidth(std::max(width, least.width()))})
                                          : least;
    }
    // A bar that stands at one side takes room from the other.
    QSize fitting(QSize size) const {
        // Before it is shown it has no place of its own: it comes up over its parent.
        const QWidget& on = dialog_.parentWidget() ? *dialog_.parentWidget()->window() : dialog_;
        const QSize room = on.screen()->availableGeometry().size() - kFrame;
        if (size.height() > room.height()) size.rwidth() += verticalScrollBar()->sizeHint().width();
        return size.boundedTo(room);
    }

    QDialog& dialog_;
    QSize wanted_;  // what the dialog itself has asked for
};

}  // namespace

void scrollWhereSmall(QDialog& dialog) { new Page(dialog); }

}  // namespace engram
