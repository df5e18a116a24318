// The backend of the calling thread, so that a run computes where its program wants it to without knowing where that is.
#pragma once

#include <cstdint>
#include <functional>

#include "core/compute/backend.h"

namespace engram {

// Made on first use, and anew when the way changes: memories prepared before belong to the backend before. A backend belongs to its
// thread: it keeps scratch memory, or a graphics context.
Backend& threadBackend();

std::uint64_t threadBackendNumber();   // of the calling thread's backend: no other backend has or had the same; never 0

// How backends are made from now on; the processor's until this is called.
void makeBackendsBy(std::function<std::unique_ptr<Backend>()> maker);

}  // namespace engram
