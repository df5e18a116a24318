#include "app/export/frame_sink.h"

#include "core/base/error.h"
#include "core/base/file.h"

namespace engram {

FilmFormat filmFormat(const std::filesystem::path& path) {
    if (path.empty()) usage("a film needs a file to go to");
    const std::string ending = lowerEnding(path);
    const bool isFolder = std::filesystem::is_directory(path);
    if (!path.has_filename() || (isFolder && ending.empty())) return FilmFormat::Pngs;
    if (isFolder) usage(path.string() + " is a folder; for a film of PNG files in it end the name with /");
    if (ending == "mp4") return FilmFormat::Mp4;
    if (ending == "webm") return FilmFormat::WebM;
    if (ending == "gif") return FilmFormat::Gif;
    if (ending.empty())
        usage("the film " + path.string() + " needs an ending that says its format: .mp4, .webm or .gif, or a / for a folder of PNG files");
    usage(unknownName("film format", ending, {"mp4", "webm", "gif"}));
}

std::unique_ptr<FrameSink> frameSink(const FilmLayout& film, const std::filesystem::path& path, const std::string& recipe) {
    const FilmFormat format = filmFormat(path);
    if (format == FilmFormat::Pngs) return pngSink(path, recipe);
    return ffmpegSink(film, format, path, recipe);
}

}  // namespace engram
