// Measuring the window from within: the bench starts the program itself with a task in its environment, and the window that finds one
// there carries it out, prints what it measured as JSON and closes.
#pragma once

#include <memory>
#include <string>

#include <nlohmann/json.hpp>

namespace engram {
class MainWindow;
}

namespace engram::bench {

bool hasDisplay();

// Parent's side. `task` is "start", "frame fixed", "frame orbit" or "frame scrub"; throws where the child fails.
nlohmann::json measuredByChild(const std::string& task);

// Child's side: does nothing unless there is a task. Before the window is shown.
void measureIfAsked(MainWindow& window);

}  // namespace engram::bench
