// A folder of PNG, JPEG, BMP or PGM pictures as grey squares, in the order of their file names.
#pragma once

#include <filesystem>

#include "core/data/images.h"

namespace engram {

// Each picture is cut to its middle square and averaged down (or repeated up) to size x size; at most `most` of them (0: all).
ImageSet loadImageFolder(const std::filesystem::path& path, int size, int most);

}  // namespace engram
