#include "app/export/export.h"

#include <algorithm>
#include <cmath>

#include "app/export/computed_on.h"
#include "app/export/image.h"
#include "app/export/pdf.h"
#include "app/export/qt_metrics.h"
#include "app/export/text_outlines.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/session/caption.h"
#include "core/session/grid.h"
#include "core/session/recipe.h"
#include "core/view/plot_table.h"
#include "core/sim/player.h"
#include "render/figure/layout.h"
#include "render/figure/svg.h"
#include "render/headless.h"

namespace engram {

namespace {

constexpr double kInchMm = 25.4, kPointsPerInch = 72;
constexpr double kLeastMm = 10, kMostMm = 2000, kMostPixels = 100e6, kMostDpi = 4800;
constexpr double kLeastPoints = 4, kMostPoints = 48;
constexpr int kMostSide = 16384;   // of the picture of a scene

int pixelCount(double mm, double dpi) { return std::max(1, int(std::lround(mm / kInchMm * dpi))); }

void checkEnding(const std::filesystem::path& path) {
    static const std::vector<std::string> kEndings = {"svg", "pdf", "png"};
    const std::string found = lowerEnding(path);
    if (found.empty()) usage("the figure " + path.string() + " needs an ending that says its format: .svg, .pdf or .png");
    if (std::find(kEndings.begin(), kEndings.end(), found) == kEndings.end()) usage(unknownName("figure format", found, kEndings));
}

void checkSize(const FigureRequest& r) {
    for (double side : {r.layout().widthMm, r.layout().heightMm})
        if (!(side >= kLeastMm && side <= kMostMm))
            usage("a figure side of " + shortest(side) + " mm is out of range; from " + shortest(kLeastMm) + " to " +
                  shortest(kMostMm) + " mm");
    if (!(r.layout().dpi >= 1 && r.layout().dpi <= kMostDpi))
        usage("a resolution of " + shortest(r.layout().dpi) + " dpi is out of range; from 1 to " + shortest(kMostDpi));
    if (!(r.layout().pointSize >= kLeastPoints && r.layout().pointSize <= kMostPoints))
        usage("a font size of " + shortest(r.layout().pointSize) + " pt is out of range; from " + shortest(kLeastPoints) + " to " +
              shortest(kMostPoints) + " pt");
    const double pixels = r.layout().widthMm / kInchMm * r.layout().dpi * (r.layout().heightMm / kInchMm * r.layout().dpi);
    if (pixels > kMostPixels)
        usage("the figure would have " + significant(pixels / 1e6, 4) + " megapixels, more than 100; lower the size or the dpi");
}

std::vector<std::string> panelIds(const FigureRequest& r) {
    if (!r.layout().panels.empty()) return r.layout().panels;
    return heroPanels(r.session, *r.experiment);
}

void keepCamera(const FigureRequest& r, Panel& panel) {
    const Camera* kept = keptCamera(r.session.view, *r.experiment, panel.id);
    if (Scene* scene = std::get_if<Scene>(&panel.content); scene && kept) scene->camera = *kept, scene->cameraIsKept = true;
}

// Small multiples: the first panel of every cell at the same step, named by what is different in it.
std::vector<Panel> gridPanels(const FigureRequest& r) {
    const std::string id = panelIds(r).front();
    std::vector<Panel> panels;
    for (const GridCell& cell : gridCells(r.session, *r.experiment)) {
        Player player(cell.session);
        player.goTo(r.session.step);
        player.look({id});
        const Board board = r.experiment->draw(player.snapshot());
        const Panel* panel = board.find(id);
        if (!panel) usage("no panel named " + id + " at " + cell.label);
        panels.push_back(*panel);
        panels.back().title = cell.label, panels.back().subtitle.clear();
        if (Scene* scene = std::get_if<Scene>(&panels.back().content)) scene->notes.clear();   // the same words in every cell
        keepCamera(r, panels.back());
    }
    return panels;
}

// The panels asked for, seen by the cameras of the session.
std::vector<Panel> panelsOf(const FigureRequest& r) {
    if (!r.session.view.grid.empty()) return gridPanels(r);
    const Board board = r.experiment->draw(r.snapshot);
    std::vector<Panel> panels;
    for (const std::string& id : panelIds(r)) {
        const Panel* panel = board.find(id);
        if (!panel) usage("no panel named " + r.experiment->panel(id).id + " at these values");
        if (const Absent* absent = std::get_if<Absent>(&panel->content)) usage("the panel " + id + " cannot be shown: " + absent->reason);
        panels.push_back(*panel);
        keepCamera(r, panels.back());
    }
    return panels;
}

std::string titleOf(const FigureRequest& r, const std::vector<Panel>& panels) {
    std::vector<std::string> titles;
    for (const Panel& panel : panels) titles.push_back(panel.title);
    return r.experiment->title + ": " + join(titles, ", ");
}

DrawList layOut(const FigureRequest& r, const std::vector<Panel>& panels) {
    Style style = paperStyle(theme(r.layout().theme), r.layout().pointSize);
    style.ground = !r.layout().transparent;
    std::vector<const Panel*> pointers;
    for (const Panel& panel : panels) pointers.push_back(&panel);
    const PaintScene paintScene = [&](const Scene& scene, double width, double height) {
        const double perUnit = std::min(r.layout().dpi / kPointsPerInch, kMostSide / std::max(width, height));
        return renderScene(scene, scene.camera, *style.theme, std::max(1, int(std::lround(width * perUnit))),
                           std::max(1, int(std::lround(height * perUnit))), perUnit * style.mark);
    };
    const double perMm = kPointsPerInch / kInchMm;
    return figure(pointers, r.layout().widthMm * perMm, r.layout().heightMm * perMm, style, QtMetrics(), paintScene,
                  r.session.view.grid.empty() ? 0 : gridColumns(r.session.view.grid));
}

std::string encoded(const FigureRequest& r, const DrawList& list, const std::string& title) {
    Session plain = r.session;
    plain.view.film = {};   // a film's keys change no figure
    const std::string recipe = recipeOf(plain, stampOf(*r.experiment, r.snapshot.trace, computedOn())), format = lowerEnding(r.path);
    const QtOutlines outlines;
    const FigureLayout& layout = r.layout();
    if (format == "svg") return toSvg(list, layout.widthMm, layout.heightMm, title, recipe, layout.textAsPaths ? &outlines : nullptr);
    if (format == "pdf") return toPdf(list, layout.widthMm, layout.heightMm, title, recipe, layout.textAsPaths);
    const int width = pixelCount(layout.widthMm, layout.dpi), height = pixelCount(layout.heightMm, layout.dpi);
    return toPng(toPixels(list, width, height), layout.dpi, recipe);
}

}  // namespace

void checkFigure(const FigureRequest& request) {
    checkEnding(request.path);
    checkSize(request);
    theme(request.layout().theme);
    for (const std::string& id : request.layout().panels) request.experiment->panel(id);
}

void exportFigure(const FigureRequest& request) {
    checkFigure(request);
    const std::vector<Panel> panels = panelsOf(request);
    writeFile(request.path, encoded(request, layOut(request, panels), titleOf(request, panels)));
}

Snapshot lookedAt(const FigureRequest& request, const std::stop_token& stop) {
    const auto run = request.experiment->start(request.session.values, request.session.inputs);
    run->restore(request.snapshot);
    while (!stop.stop_requested() && run->look({request.layout().panels.begin(), request.layout().panels.end()})) {}
    return run->snapshot();
}

Pixels figurePreview(const FigureRequest& request, int width, int height, const std::stop_token& stop) {
    FigureRequest looked = request;
    looked.layout().dpi = width / (request.layout().widthMm / kInchMm);  // of the pictures of scenes in it
    checkSize(looked);
    looked.snapshot = lookedAt(request, stop);
    if (stop.stop_requested()) return {};
    return toPixels(layOut(looked, panelsOf(looked)), width, height);
}

std::string figureCsv(const FigureRequest& request) {
    const std::vector<Panel> panels = panelsOf(request);
    std::vector<const Panel*> pointers;
    for (const Panel& panel : panels) pointers.push_back(&panel);
    return plotCsv(pointers);
}

std::string figureCaption(const FigureRequest& request) {
    std::vector<std::string> titles;
    for (const Panel& panel : panelsOf(request)) titles.push_back(panel.title + (panel.subtitle.empty() ? "" : ", " + panel.subtitle));
    return captionOf(request.session, request.snapshot, titles);
}

const std::vector<FigurePreset>& figurePresets() {
    static const std::vector<FigurePreset> presets{{QT_TRANSLATE_NOOP("engram::ExportDialog", "Single column 84 mm"), 84, 60, 8},
                                                   {QT_TRANSLATE_NOOP("engram::ExportDialog", "Double column 174 mm"), 174, 70, 8},
                                                   {QT_TRANSLATE_NOOP("engram::ExportDialog", "Slide 16:9"), 254, 142.875, 16}};
    return presets;
}

}  // namespace engram
