// A Backend that computes on the first of two as long as it can: a call that fails there is done again on the second, which then
// keeps the work. Nothing is lost, because a failed call has changed nothing and memories are kept here as well.
#pragma once

#include <functional>

#include "core/compute/backend.h"

namespace engram {

using Tell = std::function<void(const std::string& sentence)>;

// `tell` hears once why the first was left. What is only too large for it goes to the second and is told as well, once.
std::unique_ptr<Backend> fallbackBackend(std::unique_ptr<Backend> first, std::unique_ptr<Backend> second, Tell tell);

}  // namespace engram
