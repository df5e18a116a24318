// Which device computes: what `--device` and the preferences ask for, and for `auto` whether the graphics device is worth it.
#pragma once

#include "render/compute/fallback_backend.h"
#include "render/compute/gpu_backend.h"

namespace engram {

enum class DeviceWish { Cpu, Gpu, Auto };

using MakeBackend = std::function<std::unique_ptr<Backend>()>;

// Cpu: the given one. Gpu: the graphics device, whatever it is; throws where there is none. Auto: the graphics device where a short
// probe shows it faster. A graphics device that fails later hands over to `cpu`, and `tell` hears of it.
std::unique_ptr<Backend> chooseBackend(
    DeviceWish wish, std::unique_ptr<Backend> cpu, const Tell& tell, const MakeBackend& makeGpu = [] { return makeGpuBackend(); });

// OpenGL that runs on the processor, by its name: never faster, so not worth a probe.
bool isSoftwareRenderer(std::string_view device);

// Seconds of a small descend, the best of as many as fit into two milliseconds for each backend, compiling and warming up apart.
double probe(Backend& backend);

}  // namespace engram
