// engram gallery: every panel of every experiment in every theme, as pictures; what `./run` makes where there is no display.
#include <cstdio>
#include <filesystem>
#include <memory>

#include "app/export/export.h"
#include "app/verbs/options.h"
#include "app/verbs/panel_session.h"
#include "app/verbs/verbs.h"
#include "core/base/error.h"
#include "core/view/theme.h"

namespace engram {

namespace {

struct GalleryOptions {
    std::string folder = "gallery";
    double dpi = 150;
};

FigureRequest pictureOf(const Experiment& e, const PanelInfo& panel) {
    FigureRequest request;
    request.experiment = &e;
    request.session = newSession(e.id);
    request.layout().panels = {panel.id};
    for (const std::string& assignment : panel.example) e.params.set(request.session.values, assignment);
    constexpr std::int64_t kMidway = 22;  // the state is on its way, so there is something to see
    request.snapshot = momentFor(request.session, request.layout().panels, kMidway, {});
    request.layout().widthMm = panel.hero ? 160 : 120, request.layout().heightMm = panel.hero ? 90 : 72;
    return request;
}

void gallery(const GalleryOptions& options) {
    std::error_code trouble;
    std::filesystem::create_directories(options.folder, trouble);
    if (trouble) fail("cannot make the folder " + options.folder + ": " + trouble.message());
    int count = 0;
    for (const Experiment& e : experiments())
        for (const PanelInfo& panel : e.panels) {
            FigureRequest request = pictureOf(e, panel);
            request.layout().dpi = options.dpi;
            for (const std::string& name : themeNames()) {
                stopIfAsked();
                request.layout().theme = name;
                request.path = std::filesystem::path(options.folder) / (e.id + "-" + panel.id + "-" + name + ".png");
                exportFigure(request);
                ++count;
            }
            std::fprintf(stderr, "%s %s\n", e.id.c_str(), panel.id.c_str());
        }
    std::fprintf(stderr, "%d pictures are in %s\n", count, std::filesystem::absolute(options.folder).c_str());
}

}  // namespace

Action galleryVerb(CLI::App& command) {
    const auto options = std::make_shared<GalleryOptions>();
    command.add_option("-o,--output", options->folder, "the folder")->type_name("DIR");
    command.add_option("--dpi", options->dpi, "resolution")->type_name("N");
    return [options] { gallery(*options); };
}

}  // namespace engram
