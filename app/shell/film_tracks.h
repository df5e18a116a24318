// The keys of a film on one time axis: a row for the camera, one for each keyed parameter, one for captions. Click selects, a drag moves
// in time, Delete removes; the needle is where a new key goes and what the preview shows.
#pragma once

#include <QWidget>

#include "core/session/film.h"
#include "core/view/theme.h"

namespace engram {

class FilmTracks final : public QWidget {
    Q_OBJECT

public:
    // The row of a key and its place in that row's list of the film; rows are "camera", "captions" or a parameter's id.
    struct Key {
        QString row;
        int index = -1;
        bool operator==(const Key&) const = default;
    };

    explicit FilmTracks(QWidget* parent = nullptr);

    void setTheme(const Theme& theme);
    void setFilm(const FilmLayout& film);
    const FilmLayout& film() const { return film_; }
    double needle() const { return needle_; }             // seconds
    const Key& selected() const { return selected_; }
    void setEasing(Easing easing);                        // of the selected key
    void removeSelected();

    QSize sizeHint() const override { return {520, 150}; }

signals:
    void filmChanged();       // a key was moved, removed or eased
    void needleMoved();
    void selectionChanged();

protected:
    void paintEvent(QPaintEvent*) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent*) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    std::vector<QString> rows() const;
    std::vector<double> times(const QString& row) const;
    QRectF rowRect(int row) const;
    double span() const;                                  // seconds on the axis: keys beyond the film's end stay in reach
    double x(double secs) const;
    double secondsAt(double x) const;
    Key keyAt(QPointF at) const;
    void moveSelected(double secs);
    void drawRow(QPainter& painter, int row) const;

    FilmLayout film_;
    const Theme* theme_ = nullptr;
    Key selected_;
    double needle_ = 0;
    bool dragsKey_ = false, moved_ = false;
};

}  // namespace engram
