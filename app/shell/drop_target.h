// Files dragged over the window: says in one sentence what letting go will do, and where, and does it.
#pragma once

#include <QMainWindow>
#include <functional>
#include <optional>

#include "app/shell/drop_plan.h"
#include "app/shell/gallery.h"
#include "core/view/theme.h"

namespace engram {

class DropOverlay;

class DropTarget final : public QObject {
    Q_OBJECT

public:
    // Files let go elsewhere than on the gallery's entry of an experiment are for the one at hand, or the first that reads them.
    DropTarget(QMainWindow& window, Gallery& gallery, QWidget& canvas, std::function<const Session&()> now);

    const DropPlan& plan() const { return plan_; }  // of the files that hang over the window

signals:
    void letGo(const DropPlan& plan);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void hang(const QMimeData& files, QPoint at);
    void leave();

    QMainWindow& window_;
    Gallery& gallery_;
    QWidget& canvas_;
    std::function<const Session&()> now_;
    DropOverlay* overlay_;
    std::vector<std::filesystem::path> files_;
    std::optional<std::string> over_;  // what the plan was made for
    DropPlan plan_;
};

}  // namespace engram
