// A film as a folder of numbered PNG files, each with the recipe of its film.
#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>

#include "app/export/frame_sink.h"
#include "app/export/image.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "render/figure/svg.h"

namespace engram {

namespace {

namespace fs = std::filesystem;

class PngSink final : public FrameSink {
public:
    PngSink(const fs::path& folder, std::string recipe)
        : folder_(folder.has_filename() ? folder : folder.parent_path()), unfinished_(unfinishedName(folder_)), recipe_(std::move(recipe)) {
        std::error_code error;
        if (fs::exists(folder_) && !fs::is_empty(folder_, error))
            fail("the folder " + folder_.string() + " is not empty; a film needs one of its own");
        fs::remove_all(unfinished_, error);
        if (!fs::create_directories(unfinished_, error)) fail("cannot write into " + folder_.string() + ": " + error.message());
    }
    ~PngSink() override {
        std::error_code error;
        fs::remove_all(unfinished_, error);
    }

    void add(const QImage& frame) override {
        QElapsedTimer clock;
        clock.start();
        char name[32];
        std::snprintf(name, sizeof name, "frame_%06d.png", ++count_);
        writeFile(unfinished_ / name, toPng(toPixels(frame), 0, recipe_));
        seconds_ += double(clock.nsecsElapsed()) * 1e-9;
    }
    void finish() override {
        std::error_code error;
        fs::remove(folder_, error);   // empty, else the constructor had refused it
        fs::rename(unfinished_, folder_, error);
        if (error) fail("cannot put the film in place at " + folder_.string() + ": " + error.message());
    }
    double encodingSecs() const override { return seconds_; }

private:
    fs::path folder_, unfinished_;
    std::string recipe_;
    int count_ = 0;
    double seconds_ = 0;
};

}  // namespace

std::unique_ptr<FrameSink> pngSink(const fs::path& folder, const std::string& recipe) { return std::make_unique<PngSink>(folder, recipe); }

}  // namespace engram
