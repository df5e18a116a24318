// Everything the window can do, as one table: menus, keys, buttons on the scene, the sheet of shortcuts and tests all run its entries
// by their id.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace engram {

struct Command {
    std::string id;          // "run.play"
    std::string menu, text;  // "Run", "Play or pause"; "View/Colour vision preview" is a menu in a menu
    std::string keys;        // as QKeySequence reads them; empty for none
    std::function<void()> run;
    std::function<bool()> ticked = nullptr;  // for entries that are on or off
    bool separated = false;                  // a line above it
    std::string alsoKeys = {};               // a second way to press it
};

class Commands {
public:
    void add(Command command) { all_.push_back(std::move(command)); }
    const std::vector<Command>& all() const { return all_; }
    const Command* find(std::string_view id) const;
    void run(std::string_view id) const;  // throws usage for an unknown id

private:
    std::vector<Command> all_;
};

}  // namespace engram
