// What a drawn moment says, as far as its words do not depend on numbers.
#include "app/language/language.h"

#include "core/view/board.h"

namespace engram {

void speakIn(Board& board) {
    for (Panel& panel : board.panels) {
        panel.title = spoken(panel.title);
        panel.hint = spoken(panel.hint);
        if (auto* absent = std::get_if<Absent>(&panel.content)) absent->reason = spoken(absent->reason);
    }
}

}  // namespace engram
