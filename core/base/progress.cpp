#include "core/base/progress.h"

#include <utility>

namespace engram {

namespace {
thread_local ProgressListener::Hear hearing;
}

ProgressListener::ProgressListener(Hear hear) : before_(std::exchange(hearing, std::move(hear))) {}
ProgressListener::~ProgressListener() { hearing = std::move(before_); }

void reportProgress(const std::string& what, double share) {
    if (hearing) hearing(what, share);
}

}  // namespace engram
