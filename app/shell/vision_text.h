// How the window calls the ways of seeing that it previews.
#pragma once

#include "core/view/vision.h"

namespace engram {

const char* visionText(Vision vision);  // for spokenCommand(): "Deuteranopia"

}  // namespace engram
