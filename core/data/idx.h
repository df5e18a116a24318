// Pictures and labels in the IDX format of the MNIST family, plain or gzipped. The header is checked against what the file
// really holds, and against sane limits, before memory is taken.
#pragma once

#include <filesystem>
#include <vector>

#include "core/data/images.h"

namespace engram {

// What a file says of itself, from its first bytes alone; the body may still be missing. Throws where it is no IDX file of either kind.
struct IdxHeader {
    bool labels = false;  // else pictures
    int count = 0, width = 0, height = 0;
};
IdxHeader readIdxHeader(const std::filesystem::path& path);

// Of `most` pictures at most (0: all); only as much of the file is read.
ImageSet loadIdxImages(const std::filesystem::path& path, int most);
std::vector<int> loadIdxLabels(const std::filesystem::path& path, int most);

}  // namespace engram
