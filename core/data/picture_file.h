// One picture file (PNG, JPEG, BMP or PGM) from memory as grey values. Its size is read and refused before it is decoded.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace engram {

struct GreyPicture {
    int width = 0, height = 0;
    std::vector<float> pixels;  // rows from the top, 0 (black) to 1 (white)
};

// `name` stands for the picture in errors. Colours become their luma; what is transparent is seen before white.
GreyPicture decodePicture(std::string_view bytes, const std::string& name);

// The middle square, averaged over areas to size x size.
std::vector<float> fitSquare(const GreyPicture& picture, int size);

}  // namespace engram
