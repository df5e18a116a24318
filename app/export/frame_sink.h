// Where the frames of a film go: the ffmpeg program for MP4, WebM and GIF, or a folder of PNG files. Frames come in order and all have
// the size of the film. Nothing is at the destination until finish(); a sink destroyed before that leaves nothing behind.
#pragma once

#include <QImage>
#include <filesystem>
#include <memory>
#include <string>

#include "core/session/film.h"

namespace engram {

class FrameSink {
public:
    virtual ~FrameSink() = default;
    virtual void add(const QImage& frame) = 0;        // Format_RGB32; waits while too many are under way
    virtual void finish() = 0;
    virtual double encodingSecs() const = 0;          // time spent taking frames in, on whatever thread
};

enum class FilmFormat { Mp4, WebM, Gif, Pngs };
FilmFormat filmFormat(const std::filesystem::path& path);   // by its ending, or a "/" at the end; throws usage

// `recipe`: the session's text, put into the metadata. Throws where the destination cannot be written, or ffmpeg is missing or too old.
std::unique_ptr<FrameSink> frameSink(const FilmLayout& film, const std::filesystem::path& path, const std::string& recipe);
std::unique_ptr<FrameSink> ffmpegSink(const FilmLayout& film, FilmFormat format, const std::filesystem::path& path,
                                      const std::string& recipe);
std::unique_ptr<FrameSink> pngSink(const std::filesystem::path& folder, const std::string& recipe);

}  // namespace engram
