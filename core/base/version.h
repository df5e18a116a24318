// The version of the program, stated in recipes, results and the About box.
#pragma once

namespace engram {

const char* version();

}  // namespace engram
