#include "core/view/board.h"

#include <algorithm>

namespace engram {

const Panel* Board::find(std::string_view id) const {
    const auto found = std::ranges::find(panels, id, &Panel::id);
    return found == panels.end() ? nullptr : &*found;
}

}  // namespace engram
