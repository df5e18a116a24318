// How far a long computation has come, told to whoever listens on this thread. The listener may throw to stop it.
#pragma once

#include <functional>
#include <string>

namespace engram {

// Listens as long as it lives; then the one before it does again.
class ProgressListener {
public:
    using Hear = std::function<void(const std::string& what, double share)>;
    explicit ProgressListener(Hear hear);
    ~ProgressListener();
    ProgressListener(const ProgressListener&) = delete;
    ProgressListener& operator=(const ProgressListener&) = delete;

private:
    Hear before_;
};

// `what` as people read it, "Reading books"; `share` from 0 to 1, below 0 where nobody can say. Nothing where no one listens.
void reportProgress(const std::string& what, double share);

}  // namespace engram
