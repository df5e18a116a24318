// What was tried, in order, kept in the person's own folder as small PNGs that carry their sessions, as every figure does: so it
// survives a restart, and each picture opens by itself. At most kMostTrials of them; a damaged one is left out and said.
#pragma once

#include <QImage>
#include <QString>
#include <filesystem>
#include <vector>

#include "core/session/session.h"

namespace engram {

constexpr std::size_t kMostTrials = 60;

struct Trial {
    std::string label;           // "β 2.0 → 3.5"
    Session session;             // of the one course, without its branches
    QImage picture;              // null until it was painted
    std::filesystem::path file;  // empty until it was kept
};

// In the order in which they were tried; the oldest beyond the most are deleted. `damaged` grows by those that could not be read.
std::vector<Trial> keptTrials(const std::filesystem::path& folder, int& damaged);

// The bytes of its file: the picture, or plain ground where there is none yet.
std::string trialBytes(const Trial& trial);
std::filesystem::path newTrialFile(const std::filesystem::path& folder);  // its name sorts after those before it

}  // namespace engram
