// Opens the window of Engram and runs it until it is closed.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

class QApplication;

namespace engram {

struct WindowOptions {
    std::vector<std::filesystem::path> files;  // a session, a figure made by engram, or data
    std::string experiment;                    // to begin with; empty: the first
    bool safeMode = false;                     // without preferences, without what a crash left, computing on the CPU
};

void prepareWindow();                                                    // before the QApplication is made
int runWindow(QApplication& application, const WindowOptions& options);  // throws where a file cannot be opened

// Ends the process once the window and every thread of ours are gone. Those of the graphics driver, of D-Bus and of TBB go on, and now and
// then one of them outlives what exit handlers take away: these are not run.
[[noreturn]] void leave(int status);

}  // namespace engram
