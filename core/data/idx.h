// Pictures and labels in the IDX format of the MNIST family, plain or gzipped. The header is checked against what the file
// really holds, and against sane limits, before memory is taken.
#pragma once

#include <filesystem>
#include <vector>

#include "core/data/images.h"

namespace engram {

// Of `most` pictures at most (0: all); only as much of the file is read.
ImageSet loadIdxImages(const std::filesystem::path& path, int most);
std::vector<int> loadIdxLabels(const std::filesystem::path& path, int most);

}  // namespace engram
