// The experiments and, under the current one, its examples: pictures with names, narrow or wide, with a search.
#pragma once

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>
#include <QWidget>
#include <optional>

#include "app/shell/layout.h"
#include "app/shell/thumbnails.h"
#include "core/session/session.h"
#include "core/view/vision.h"

namespace engram {

class Gallery final : public QWidget {
    Q_OBJECT

public:
    explicit Gallery(QWidget* parent);

    void show(const Session& session);  // marks what is open; lists its examples
    void setVision(Vision vision);
    void setForm(GalleryForm form, double scale);
    Thumbnails& thumbnails() { return *thumbnails_; }
    QListWidget& list() { return *list_; }
    double scale() const { return scale_; }
    struct Entry {
        std::string experiment;
        QRect place;                    // in the gallery
    };
    std::optional<Entry> entryAt(QPoint at) const;
    void takeKeyboard();  // at the card of what is open, with its ring

signals:
    void chosen(const QString& experiment, int example);  // example -1: the experiment itself

private:
    void fill();
    void filter();
    void choose(const QListWidgetItem& card);
    void mark();

    Thumbnails* thumbnails_;
    QWidget* head_;
    QLabel* title_;
    QToolButton* find_;
    QLineEdit* search_;
    QListWidget* list_;
    Session session_;
    GalleryForm form_ = GalleryForm::Column;
    double scale_ = 1;
};

// The session of an experiment's example, looked at as `now` is.
Session exampleSession(const std::string& experiment, int example, const Session& now);

}  // namespace engram
