// A line on the terminal that counts and says about how long it will take; silent when nobody watches.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace engram {

class Progress {
public:
    // "run 3 of 40, about 2 min left". `goal` below 1: none is known. `begun`: what was done before, in no time.
    Progress(std::string noun, std::int64_t goal, std::int64_t begun = 0);
    ~Progress();  // wipes the line
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    void at(std::int64_t done);  // drawn at most ten times a second

private:
    using Clock = std::chrono::steady_clock;
    std::string noun_;
    std::int64_t goal_, begun_;
    bool shown_, drawn_ = false;
    Clock::time_point start_ = Clock::now(), last_ = Clock::now();
};

// "40 s", "3 min", "2 h"
std::string roughTime(double secs);

}  // namespace engram
