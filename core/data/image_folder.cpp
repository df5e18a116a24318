#include "core/data/image_folder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/data/picture_file.h"

namespace engram {
namespace {

namespace fs = std::filesystem;

constexpr int kMostSize = 4096;
constexpr std::uint64_t kMostBytes = std::uint64_t{2} << 30;        // of memory for one set
constexpr std::uint64_t kMostFileBytes = std::uint64_t{256} << 20;  // of one picture

// By its ending. A broken link counts, so that it is reported instead of left out; pipes and folders do not.
bool isPicture(const fs::path& path) {
    std::error_code error;
    if (fs::exists(path, error) && !fs::is_regular_file(path, error)) return false;
    static constexpr std::array<std::string_view, 5> kEndings{".png", ".jpg", ".jpeg", ".bmp", ".pgm"};
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return std::ranges::find(kEndings, ending) != kEndings.end();
}

// "notes.txt, table.csv and 3 more".
std::string some(const std::vector<fs::path>& paths) {
    constexpr std::size_t kNamed = 2;
    std::string text;
    for (std::size_t i = 0; i < std::min(kNamed, paths.size()); ++i) text += (i > 0 ? ", " : "") + paths[i].filename().string();
    return paths.size() > kNamed ? text + " and " + std::to_string(paths.size() - kNamed) + " more" : text;
}

std::vector<fs::path> entries(const fs::path& folder) {
    const std::string name = folder.string();
    std::error_code error;
    if (!fs::exists(folder, error)) fail("cannot read " + name + ": there is no such folder");
    if (!fs::is_directory(folder, error)) fail(name + " is a file, not a folder of pictures");
    std::vector<fs::path> paths;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) paths.push_back(at->path());
    if (error) fail("cannot read the folder " + name + ": " + error.message());
    if (paths.empty()) fail("the folder " + name + " is empty");
    std::ranges::sort(paths);
    return paths;
}

std::vector<fs::path> picturesOf(const fs::path& folder) {
    const std::vector<fs::path> all = entries(folder);
    std::vector<fs::path> pictures;
    std::ranges::copy_if(all, std::back_inserter(pictures), isPicture);
    if (pictures.empty()) fail("the folder " + folder.string() + " holds no pictures (PNG, JPEG, BMP or PGM), only " + some(all));
    return pictures;
}

}  // namespace

ImageSet loadImageFolder(const fs::path& path, int size, int most) {
    if (size < 1 || size > kMostSize) usage("pictures cannot be fitted to a side of " + std::to_string(size) + "; 1 to 4096 is possible");
    std::vector<fs::path> files = picturesOf(path);
    if (most > 0 && files.size() > static_cast<std::size_t>(most)) files.resize(static_cast<std::size_t>(most));
    const std::size_t area = static_cast<std::size_t>(size) * static_cast<std::size_t>(size);
    if (files.size() > kMostBytes / (area * sizeof(float)))
        fail(std::to_string(files.size()) + " pictures of " + path.string() + " would take more than 2 GiB of memory");

    ImageSet set{.width = size, .height = size, .count = static_cast<int>(files.size()), .pixels = {}, .names = {}};
    set.pixels.resize(files.size() * area);
    for (const fs::path& file : files) set.names.push_back(file.stem().string());
    forBlocks(set.count, 4, [&](int begin, int end) {
        for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
            const GreyPicture picture = decodePicture(readFile(files[i], kMostFileBytes), files[i].string());
            std::ranges::copy(fitSquare(picture, size), set.pixels.begin() + static_cast<std::ptrdiff_t>(i * area));
        }
    });
    return set;
}

}  // namespace engram
