// A line to type into and the list of what it finds, over the dimmed window. The keyboard stays in the line: arrows choose, Enter does,
// Esc leaves, and a press beside it as well. What can be found is given as a source, so other short lists are shown by it too.
#pragma once

#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <functional>
#include <string>
#include <vector>

#include "core/view/theme.h"

namespace engram {

struct Find {
    QString title = {}, detail = {}, kind = {};  // "Inverse temperature β", "13.0", "Parameter"
    QString also = {};                           // further words it is found by
    std::function<void()> choose = {};           // what it does
    QString refusal = {};                        // why it cannot be chosen, said beneath the list
    bool answers = false;                        // to what was typed: comes first, whatever its name
    bool stays = false;                          // the list goes on after it was chosen
};
using FindSource = std::function<std::vector<Find>(const QString& typed)>;
struct PaletteWords {
    QString asks, hint, none;  // in the empty line, beneath the list, and where the list is empty
};

class Palette final : public QWidget {
    Q_OBJECT

public:
    explicit Palette(QWidget* window);

    void open(FindSource source, PaletteWords words, const Theme& theme, double scale);
    void leave();

    QLineEdit& line() { return *line_; }
    QStringList shown() const;  // titles, best first
    QString message() const { return message_->text(); }

protected:
    bool eventFilter(QObject* object, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void place();
    void fill();
    void moveBy(int rows);
    void choose();
    void tell();

    QFrame* card_;
    QLineEdit* line_;
    QListWidget* list_;
    QLabel* message_;
    FindSource source_;
    PaletteWords words_;
    std::vector<Find> finds_;   // as listed
    QPointer<QWidget> before_;  // had the keyboard
    Theme theme_;
    double scale_ = 1;
};

}  // namespace engram
