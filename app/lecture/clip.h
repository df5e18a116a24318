// A scene of a lecture as a clip and a still, with the words beside it, drawn offline and exact. Needs a QGuiApplication, for fonts; no
// display.
#pragma once

#include <filesystem>
#include <functional>

#include "core/session/staging.h"

namespace engram {

struct ClipLook {
    int width = 1920, height = 1080;
    double fps = 30;
};
// How long a scene is on: as its run takes at its pace, within bounds, with time to read before and after.
std::int64_t clipFrames(const Staging& staging, const LessonScene& scene, std::int64_t lastStep, const ClipLook& look);

// Writes both or throws; `goesOn` is asked before every frame. A still shows the end of the scene.
void makeClip(const Lesson& lesson, std::size_t scene, const ClipLook& look, const std::filesystem::path& clip,
              const std::filesystem::path& still, const std::function<void()>& goesOn);

}  // namespace engram
