#include "app/verbs/device.h"

#include <cstdio>

#include "core/base/error.h"
#include "core/compute/thread_backend.h"
#include "render/compute/choose.h"

namespace engram {

void computeOn(const std::string& device) {
    if (device != "cpu" && device != "gpu" && device != "auto") usage(unknownName("device", device, {"cpu", "gpu", "auto"}));
    const DeviceWish wish = device == "cpu" ? DeviceWish::Cpu : device == "gpu" ? DeviceWish::Gpu : DeviceWish::Auto;
    const Tell tell = [](const std::string& sentence) { std::fprintf(stderr, "%s\n", sentence.c_str()); };
    if (wish == DeviceWish::Gpu) makeGpuBackend();   // whoever asks for it hears at once that there is none
    makeBackendsBy([wish, tell] { return chooseBackend(wish, makeCpuBackend(), tell); });
}

}  // namespace engram
