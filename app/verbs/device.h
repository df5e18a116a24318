// `--device` and where pictures of many starts are computed: on the processor, or by compute shaders.
#pragma once

#include <string>

namespace engram {

// cpu, gpu or auto; throws usage with the nearest name, and where gpu is asked for and there is none. Before the first run starts.
void computeOn(const std::string& device);

}  // namespace engram
