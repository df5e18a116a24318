// The command that makes a figure again: what stands behind "Copy as command".
#pragma once

#include <filesystem>
#include <string>

#include "core/session/session.h"

namespace engram {

// The `engram render ...` line, quoted for a POSIX shell, that writes the same bytes to `output` as exporting `session` does with its
// view.figure at its step. What the command line cannot say (orders, cameras, a layout of the window) comes from the file `saved`,
// where the same session lies. Throws, saying what to do, where there is none or it holds another session.
std::string renderCommand(const Session& session, const std::filesystem::path& output, const std::filesystem::path& saved = {});

// The `engram video ...` line that makes the session's film again, from the file where it lies. Throws where it lies in none.
std::string videoCommand(const Session& session, const std::filesystem::path& output, const std::filesystem::path& saved);

std::string shellQuoted(const std::string& word);

}  // namespace engram
