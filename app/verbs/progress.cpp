#include "app/verbs/progress.h"

#include <cmath>
#include <cstdio>

#include <unistd.h>

namespace engram {

Progress::Progress(std::string noun, std::int64_t goal, std::int64_t begun)
    : noun_(std::move(noun)), goal_(goal), begun_(begun), shown_(::isatty(STDERR_FILENO) != 0) {}

Progress::~Progress() {
    if (drawn_) std::fputs("\r\033[K", stderr);
}

void Progress::at(std::int64_t done) {
    const auto now = Clock::now();
    if (!shown_ || now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now, drawn_ = true;
    std::string line = noun_ + " " + std::to_string(done);
    if (goal_ > 0) line += " of " + std::to_string(goal_);
    const double spent = std::chrono::duration<double>(now - start_).count();
    constexpr double kFirstGuessSecs = 2;
    if (goal_ > done && done > begun_ && spent > kFirstGuessSecs)
        line += ", about " + roughTime(spent * double(goal_ - done) / double(done - begun_)) + " left";
    std::fprintf(stderr, "\r\033[K%s", line.c_str());
}

std::string roughTime(double secs) {
    const auto whole = [](double value, const char* unit) { return std::to_string(std::max<long>(1, std::lround(value))) + unit; };
    if (secs < 90) return whole(secs, " s");
    if (secs < 90 * 60) return whole(secs / 60, " min");
    if (secs < 48 * 3600) return whole(secs / 3600, " h");
    return whole(secs / 86400, " days");
}

}  // namespace engram
