#include "app/shell/companion.h"

#include "app/shell/document.h"

namespace engram {

Companion::Companion(std::function<void()> published) : worker_(std::move(published)) {}

void Companion::follow(const Session& session, const std::string& label, std::int64_t step, const std::set<std::string>& panels) {
    label_ = label;
    if (panels != panels_) worker_.want(panels_ = panels);
    if (!sameRun(session, session_)) {
        session_ = session;
        session_.step = asked_ = step;
        frame_.reset();
        worker_.load(session_);
    } else if (step != asked_) {
        worker_.seek(asked_ = step);
    }
}

bool Companion::refresh() {
    const auto latest = worker_.latest();
    if (!latest || latest == frame_ || !latest->moment.state || !sameRun(latest->session, session_)) return false;
    frame_ = latest;
    board_ = experiment(session_.experiment).draw(frame_->moment);
    return true;
}

}  // namespace engram
