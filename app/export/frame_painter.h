// One frame of a film: the first panel large, under its title, or the first two side by side; the others in a row beneath, captions at the
// bottom. Made for one size; a frame whose moment, camera and caption are those of the frame before is not painted again.
#pragma once

#include <QImage>
#include <map>
#include <memory>
#include <optional>

#include "app/export/scaled_pictures.h"
#include "core/session/film.h"
#include "core/view/board.h"
#include "core/view/theme.h"
#include "render/figure/draw_list.h"
#include "render/headless.h"

class QPainter;

namespace engram {

struct FilmMoment {
    std::shared_ptr<const Board> board;
    std::optional<Camera> camera;          // of the first panel, where it shows a scene; none: as the scene opens
    std::string caption;
    double light = 1;                      // 0: all ground colour
};

// For one thread: the one that made it.
class FramePainter {
public:
    // `large`: how many of the panels, 1 or 2, are.
    FramePainter(const FilmLayout& film, const std::vector<std::string>& panels, std::size_t large, const Theme& theme);

    const QImage& paint(const FilmMoment& moment);   // Format_RGB32, rows without padding
    double sceneSecs() const { return sceneSecs_; }  // spent in OpenGL and reading back, all frames so far
    int paintedCount() const { return painted_; }

private:
    struct Place {
        std::string panel;
        Rect rect;
    };
    QImage& freeFrame();
    void paintAll(QImage& frame, const FilmMoment& moment);
    void paintHero(QPainter& painter, const Panel& panel, const Rect& rect, const FilmMoment& moment);
    void paintScene(QPainter& painter, const std::string& panel, const Scene& scene, Camera camera, const Rect& rect);
    void paintCaption(QPainter& painter, const std::string& caption, double width);
    void list(QPainter& painter, const DrawList& items);
    Camera keptCamera(const std::string& panel, const Scene& scene, const Rect& rect, const Board& board);
    bool isLarge(const std::string& panel) const;

    const Theme& theme_;
    bool draft_;
    double scale_;
    Style style_;
    std::vector<Place> places_;
    std::size_t large_;
    std::map<std::string, Camera> opening_;          // framed once, so that the view stands still
    std::map<std::string, std::unique_ptr<Studio>> studios_;   // by panel: each keeps what its next picture can use
    FilmMoment last_;
    std::vector<QImage> frames_;   // some may still be on their way to a file
    std::size_t shown_ = 0;
    QImage scene_;
    ScaledPictures pictures_;
    double sceneSecs_ = 0;
    int painted_ = 0;
};

}  // namespace engram
