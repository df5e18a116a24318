// Grey pictures of one size, as every picture loader and generator returns them. Pixels are 0 (black) to 1 (white).
#pragma once

#include <string>
#include <vector>

namespace engram {

struct ImageSet {
    int width = 0, height = 0, count = 0;
    std::vector<float> pixels;       // count * height * width, rows from the top
    std::vector<std::string> names;  // one a picture; empty where the source names none
};

}  // namespace engram
