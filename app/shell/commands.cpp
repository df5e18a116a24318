#include "app/shell/commands.h"

#include <algorithm>

#include "core/base/error.h"

namespace engram {

const Command* Commands::find(std::string_view id) const {
    const auto it = std::find_if(all_.begin(), all_.end(), [id](const Command& c) { return c.id == id; });
    return it == all_.end() ? nullptr : &*it;
}

void Commands::run(std::string_view id) const {
    if (const Command* command = find(id)) return command->run();
    std::vector<std::string> known;
    for (const Command& c : all_) known.push_back(c.id);
    usage(unknownName("command", id, known));
}

}  // namespace engram
