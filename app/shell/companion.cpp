#include "app/shell/companion.h"

#include <utility>

#include "app/language/language.h"
#include "app/shell/document.h"

namespace engram {

namespace {
constexpr std::int64_t kBytes = std::int64_t(48) << 20;   // of recording: there may be many, and each can run again
}

Companion::Companion(std::function<void()> published) : worker_(std::move(published), kBytes) {}

void Companion::follow(const Session& session, const std::string& label, std::int64_t step, const std::set<std::string>& panels) {
    label_ = label;
    if (panels != panels_) worker_.want(panels_ = panels);
    if (!sameRun(session, session_)) {
        session_ = session;
        session_.step = asked_ = step;
        frame_.reset();
        trouble_.clear();
        worker_.load(session_);
    } else if (step != asked_) {
        worker_.seek(asked_ = step);
    }
}

bool Companion::refresh() {
    const auto latest = worker_.latest();
    if (!latest || latest == frame_) return false;
    if (latest->refused && sameRun(*latest->refused, session_)) return std::exchange(trouble_, latest->trouble) != latest->trouble;
    if (!latest->moment.state || !sameRun(latest->session, session_)) return false;
    frame_ = latest;
    board_ = experiment(session_.experiment).draw(frame_->moment);
    speakIn(board_);
    return true;
}

}  // namespace engram
