// engram info: what a file holds: a session, a figure with its recipe, or images.
#include <memory>

#include "app/verbs/options.h"
#include "app/verbs/verbs.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/data/idx.h"
#include "core/session/branch.h"

namespace engram {

namespace {

std::string sessionText(const Session& session, const std::string& path) {
    const Experiment& e = experiment(session.experiment);
    std::string text = path + "\n  experiment  " + e.id + " (" + e.title + ")\n  seed        " + std::to_string(session.inputs.seed) +
                       "\n  step        " + std::to_string(session.step) + "\n";
    if (!session.inputs.data.empty()) text += "  data        " + session.inputs.data.string() + "\n";
    if (const FigureLayout& figure = session.view.figure; !figure.panels.empty())
        text += "  figure      " + join(figure.panels, ", ") + ", " + shortest(figure.widthMm) + " x " + shortest(figure.heightMm) +
                " mm, " + shortest(figure.dpi) + " dpi, theme " + figure.theme +
                (figure.pointSize == FigureLayout().pointSize ? "" : ", type " + shortest(figure.pointSize) + " pt") +
                (figure.textAsPaths ? ", letters as paths" : "") + (figure.transparent ? ", transparent" : "") + "\n";
    if (const FilmLayout& film = session.view.film; film != FilmLayout()) {
        text += "  film        " + std::to_string(film.width) + " x " + std::to_string(film.height) + " pixels, " + shortest(film.fps) +
                " frames a second, " + shortest(film.seconds) + " s, steps " + std::to_string(film.first) + " to " +
                std::to_string(film.last) + "\n";
        for (const CameraKey& key : film.cameras)
            text += "    at " + shortest(key.at) + " s a camera, azimuth " + shortest(key.camera.azimuthDeg) + "\n";
        for (const ParamKey& key : film.params)
            text += "    at " + shortest(key.at) + " s " + key.id + " = " + e.params.print(e.params.at(key.id), key.value) + ", " +
                    easingNames()[std::size_t(key.easing)] + "\n";
        for (const Caption& caption : film.captions)
            text += "    from " + shortest(caption.from) + " to " + shortest(caption.to) + " s \"" + caption.text + "\"\n";
    }
    for (const Branch& branch : session.branches) text += "  branch      " + branch.name + ", " + departure(session, branch) + "\n";
    const Values changed = e.params.changed(session.valuesAt(session.step));
    text += changed.empty() ? "  parameters  all at their defaults\n" : "  parameters  that differ from the defaults\n";
    for (const auto& [id, value] : changed) text += "    " + id + " = " + e.params.print(e.params.at(id), value) + "\n";
    if (!session.orders.empty()) text += "  orders      " + std::to_string(session.orders.size()) + " given on the way\n";
    return text;
}

bool isImages(const std::string& head) { return head.starts_with(std::string("\0\0\x08", 3)) || head.starts_with("\x1f\x8b"); }

void info(const std::string& path) {
    constexpr std::uint64_t kMostBytes = std::uint64_t(1) << 30;
    if (isImages(readFile(path, kMostBytes).substr(0, 3))) {
        const ImageSet images = loadIdxImages(path, 0);
        return writeResult("-", path + "\n  images      " + std::to_string(images.count) + "\n  size        " +
                                    std::to_string(images.width) + " x " + std::to_string(images.height) + " pixels\n");
    }
    writeResult("-", sessionText(loadSession(path), path));
}

}  // namespace

Action infoVerb(CLI::App& command) {
    const auto path = std::make_shared<std::string>();
    command.add_option("file", *path, "a session, a figure made by engram, or images")->required()->type_name("FILE");
    return [path] { info(*path); };
}

}  // namespace engram
