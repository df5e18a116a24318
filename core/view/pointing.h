// What lies under the pointer: the sheet of a scene that a ray from the eye meets first, and what a pixel of a picture chooses.
#pragma once

#include <optional>

#include "core/view/board.h"

namespace engram {

struct SheetHit {
    const Sheet* sheet = nullptr;
    int column = 0, row = 0;  // of its picture, from the upper left
};
// At a pixel of a view of width x height, y down; nothing where no sheet lies there.
std::optional<SheetHit> sheetUnder(const Scene& scene, const Camera& camera, double width, double height, double px, double py);

// The value that a pixel of a picture chooses; nothing where there is nothing to choose, or outside of it.
std::optional<int> chosenAt(const Pointing& pointing, const Picture& picture, int column, int row);

}  // namespace engram
