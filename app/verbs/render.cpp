// engram render: one moment of a session as a figure, SVG, PDF or PNG by the ending of the file.
#include <memory>

#include "app/export/export.h"
#include "app/verbs/options.h"
#include "app/verbs/panel_session.h"
#include "app/verbs/verbs.h"
#include "core/base/error.h"
#include "core/base/text.h"
#include "core/session/edit.h"
#include "core/session/grid.h"
#include "core/sim/sweep_plan.h"
#include "core/view/theme.h"

namespace engram {

namespace {

struct RenderOptions : SessionOptions {
    std::string output, size;
    std::optional<std::int64_t> at;
    std::vector<std::string> panels, grid;
    std::optional<double> dpi;
    std::optional<bool> textAsPaths, transparent;
    std::string fontSize, csv, caption;
};

void spread(const RenderOptions& options, const Experiment& e, Session& session) {
    if (options.grid.empty()) return;
    session.view.grid.clear();
    for (SweepAxis& axis : planSweep(session, options.grid, 1, std::nullopt).axes)
        session.view.grid.push_back({axis.id, std::move(axis.values)});
    checkGrid(session.view.grid, e);
}

// What the file says of its figure, but for what was asked for.
void layOut(const RenderOptions& options, const Experiment& e, Session& session) {
    FigureLayout& layout = session.view.figure;
    if (!options.size.empty()) std::tie(layout.widthMm, layout.heightMm) = parseSizeMm(options.size);
    if (options.dpi) layout.dpi = *options.dpi;
    if (!options.theme.empty()) layout.theme = theme(options.theme).name;
    if (!options.fontSize.empty()) layout.pointSize = parsePoints(options.fontSize);
    if (options.textAsPaths) layout.textAsPaths = *options.textAsPaths;
    if (options.transparent) layout.transparent = *options.transparent;
    if (!options.panels.empty()) layout.panels.clear();
    for (const std::string& names : options.panels)
        for (const std::string& name : split(names, ',')) layout.panels.push_back(e.panel(name).id);
    const bool grid = !session.view.grid.empty();
    if (layout.panels.empty()) layout.panels = grid ? std::vector{heroPanel(session, e)} : heroPanels(session, e);
    if (grid && layout.panels.size() > 1)
        usage("small multiples show one panel in every cell; name one with --panel, not " + join(layout.panels, ", "));
}

// What is written beside the figure; made before it, so that either all is written or nothing.
struct Beside {
    std::string csvPath, csv, caption;
};
Beside besideOf(const RenderOptions& options, const FigureRequest& request) {
    Beside beside;
    if (!options.csv.empty()) {
        beside.csvPath = options.csv == "auto" ? request.path.parent_path() / (request.path.stem().string() + ".csv")
                                               : std::filesystem::path(options.csv);
        beside.csv = figureCsv(request);
        if (beside.csv.empty()) usage("--csv: the panels " + join(request.layout().panels, ", ") + " show no plot");
    }
    if (!options.caption.empty()) beside.caption = figureCaption(request);
    return beside;
}

void render(const RenderOptions& options) {
    if (options.at && *options.at < 0) usage("--at " + std::to_string(*options.at) + " is negative");
    SessionOptions asked = options;
    asked.theme.clear();  // --theme is the figure's alone: the window that opens it keeps its own
    Session session = asked.session();
    const Experiment& e = experiment(session.experiment);
    layOut(options, e, session);
    spread(options, e, session);
    FigureRequest request;
    request.experiment = &e, request.session = session, request.path = options.output;
    checkFigure(request);
    const std::int64_t step = options.at ? *options.at : options.steps ? *options.steps : options.isFile() ? session.step : -1;
    request.snapshot =
        momentFor(session, request.layout().panels, step, options.isFile() ? std::set<std::string>() : options.assignedIds());
    request.session = at(session, session.step);
    stopIfAsked();
    const Beside beside = besideOf(options, request);
    exportFigure(request);
    if (!beside.csv.empty()) writeResult(beside.csvPath, beside.csv);
    if (!beside.caption.empty()) writeResult(options.caption, beside.caption);
}

}  // namespace

Action renderVerb(CLI::App& command) {
    const auto options = std::make_shared<RenderOptions>();
    options->declare(command);
    command.add_option("-o,--output", options->output, "the figure; its ending says the format")
        ->required()
        ->type_name("FIG.{svg,pdf,png}");
    command.add_option("--at", options->at, "the step to show; without it the end of the run")->type_name("STEP");
    command.add_option("--panel,--panels", options->panels, "which panels, side by side")
        ->type_name("NAME[,NAME...]")
        ->allow_extra_args(false);
    command.add_option("--size", options->size, "size on paper; 84mmx60mm unless the file says another")->type_name("84mmx60mm");
    command.add_option("--dpi", options->dpi, "resolution of PNG and of pictures in it; 300 unless the file says another")->type_name("N");
    command
        .add_option("--font-size", options->fontSize, "size of titles, 8pt unless the file says another; ticks and labels are 7/8 of it")
        ->type_name("8pt");
    for (const bool on : {true, false}) {  // each way by name, since a file may say either
        const std::string no = on ? "--" : "--no-";
        command.add_flag_callback(
            no + "text-as-paths", [options, on] { options->textAsPaths = on; },
            on ? "letters as outlines, for printers without the fonts" : "letters as text");
        command.add_flag_callback(
            no + "transparent", [options, on] { options->transparent = on; },
            on ? "no ground behind plots" : "the theme's ground behind plots");
    }
    command.add_option("--grid", options->grid, "small multiples of the panel: across, and given twice also down")
        ->type_name("id=v1,v2,...")
        ->allow_extra_args(false);
    command.add_option("--csv", options->csv, "also write what its plots show as numbers; auto: beside the figure")
        ->type_name("FILE|-|auto");
    command.add_option("--caption", options->caption, "also write a draft of the words under it")->type_name("FILE|-");
    command.add_option("--theme", options->theme, "colours")->type_name(join(themeNames(), "|"));
    return [options] { render(*options); };
}

}  // namespace engram
