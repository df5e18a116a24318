// engram lecture: every scene of a lecture as a clip and a still, numbered in their order.
#include <cctype>
#include <cstdio>
#include <memory>

#include "app/lecture/clip.h"
#include "app/lecture/lectern.h"
#include "app/verbs/progress.h"
#include "app/verbs/verbs.h"
#include "core/base/error.h"
#include "core/base/text.h"

namespace engram {

namespace {

struct LectureOptions {
    std::string target, output, size = "1920x1080";
    double fps = 30;
};

// "03-which-one"
std::string fileName(std::size_t index, const std::string& title) {
    std::string name = (index < 9 ? "0" : "") + std::to_string(index + 1) + "-";
    for (const char c : title) {
        if (std::isalnum(static_cast<unsigned char>(c)))
            name += char(std::tolower(static_cast<unsigned char>(c)));
        else if (!name.ends_with('-'))
            name += '-';
    }
    while (name.ends_with('-')) name.pop_back();
    return name;
}

ClipLook lookOf(const LectureOptions& options) {
    const auto parts = split(options.size, 'x');
    const auto width = parts.size() == 2 ? parseInteger(parts[0]) : std::nullopt,
               height = parts.size() == 2 ? parseInteger(parts[1]) : std::nullopt;
    if (!width || !height || *width < 320 || *height < 180 || *width > 7680 || *height > 4320 || *width % 2 || *height % 2)
        usage("--size is two even numbers of pixels from 320x180 to 7680x4320, like 1920x1080, not " + options.size);
    if (!(options.fps >= 1 && options.fps <= 120)) usage("--fps is from 1 to 120, not " + shortest(options.fps));
    return {int(*width), int(*height), options.fps};
}

void lecture(const LectureOptions& options) {
    const ClipLook look = lookOf(options);
    const bool shipped = options.target == "dense_memories" && !std::filesystem::exists(options.target);
    const Lesson lesson = shipped ? shippedLecture() : loadLesson(options.target);
    const std::filesystem::path folder(options.output);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) fail("cannot make the folder " + options.output + ": " + error.message());
    Progress progress("scene", std::int64_t(lesson.scenes.size()));
    for (std::size_t i = 0; i < lesson.scenes.size(); ++i) {
        progress.at(std::int64_t(i));
        if (!lesson.scenes[i].trouble.empty()) {  // it goes on with the next
            std::fprintf(stderr, "engram: %s; the scene is left out\n", lesson.scenes[i].trouble.c_str());
            continue;
        }
        const std::filesystem::path base = folder / fileName(i, lesson.scenes[i].title);
        makeClip(lesson, i, look, base.string() + ".mp4", base.string() + ".png", stopIfAsked);
    }
}

}  // namespace

Action lectureVerb(CLI::App& command) {
    const auto options = std::make_shared<LectureOptions>();
    command.add_option("lecture", options->target, "a lecture, or dense_memories, which comes with the program")
        ->required()
        ->type_name("FILE.md");
    command.add_option("-o,--output", options->output, "the folder for clips and stills")->required()->type_name("DIR");
    command.add_option("--size", options->size, "pixels of both; 1920x1080")->type_name("1920x1080");
    command.add_option("--fps", options->fps, "frames a second; 30")->type_name("N");
    return [options] { lecture(*options); };
}

}  // namespace engram
