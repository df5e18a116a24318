// The verbs of the command line. Each declares its options on a CLI11 command and returns what to do; main() catches errors once.
#pragma once

#include <functional>

#include <CLI/App.hpp>

namespace engram {

using Action = std::function<void()>;

Action listVerb(CLI::App& command);
Action runVerb(CLI::App& command);
Action renderVerb(CLI::App& command);
Action videoVerb(CLI::App& command);
Action sweepVerb(CLI::App& command);
Action verifyVerb(CLI::App& command);
Action infoVerb(CLI::App& command);
Action lectureVerb(CLI::App& command);
Action galleryVerb(CLI::App& command);
Action benchVerb(CLI::App& command);

// Set by Ctrl-C; long loops end with stopIfAsked(), which throws, so that no half-written file stays.
void catchInterrupts();
bool interruptAsked();
void stopIfAsked();

}  // namespace engram
