// The Backend by compute shaders of OpenGL 4.3. It has a context of its own, without a window and current only inside its calls, so
// it may live on any thread, one at a time. What a call changes is written when the whole call has gone well.
#pragma once

#include <functional>

#include "core/base/asset.h"
#include "core/base/error.h"
#include "core/compute/backend.h"

namespace engram {

struct GpuOptions {
    std::int64_t mostBytes = 0;  // of one array on the device; 0: as many as it takes. Smaller numbers split batches.
    int busyGroups = 64;         // so many work groups keep the device busy; products of fewer are cut into smaller tiles
    std::function<std::string_view(std::string_view path)> read = asset;  // of shader files
};

// Throws Error where there is no OpenGL 4.3. Shaders are compiled when first used.
std::unique_ptr<Backend> makeGpuBackend(const GpuOptions& options = {});

// What the device has no room for; it may go on with less. The text names the size.
class TooLarge : public Error {
public:
    explicit TooLarge(const std::string& sentence) : Error(Fault::Failed, sentence) {}
};

}  // namespace engram
