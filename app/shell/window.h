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
};

void prepareWindow();                                                    // before the QApplication is made
int runWindow(QApplication& application, const WindowOptions& options);  // throws where a file cannot be opened

}  // namespace engram
