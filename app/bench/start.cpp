// From the start of the program to its first frame, files and shaders warm, and the memory it holds then and with all pictures of the
// gallery made.
#include "app/bench/child.h"
#include "app/bench/workloads.h"
#include "core/base/error.h"

namespace engram::bench {

Workload start() {
    if (!hasDisplay()) fail("there is no display to open a window on, so there is no start to measure");
    const auto told = std::make_shared<nlohmann::json>();
    return {"start",
            "from the start of the program to the first frame of its window",
            {{"width", kFrameWidth}, {"height", kFrameHeight}},
            {{"window",
              [told] { *told = measuredByChild("start"); },
              [told] {
                  return nlohmann::json{
                      {"resident_mb", told->at("resident_mb")}, {"settled_mb", told->at("settled_mb")}, {"device", told->at("device")}};
              },
              1,
              "start/s",
              {},
              "resident memory at the first frame, and when the pictures of the gallery are made",
              1,
              [told] { return told->at("seconds").get<double>(); }}}};
}

const std::vector<Entry>& pictureWorkloads() {
    static const std::vector<Entry> table{
        {"frame", "a frame of 1280 x 720 with an energy surface and a long trail", frame},
        {"particles", "50,000 particles that flow in the plane, drawn at 1280 x 720", particles},
        {"start", "from the start of the program to the first frame of its window", start},
    };
    return table;
}

}  // namespace engram::bench
