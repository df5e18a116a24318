// Arrays of NumPy: .npy files and the .npz archives of several of them. Any little-endian real or whole numbers, in either order; what
// comes out is row-major and in double.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace engram {

struct NpyArray {
    std::vector<std::int64_t> shape;  // empty for a single number
    std::vector<double> values;       // row-major
};
std::string shapeText(const std::vector<std::int64_t>& shape);  // "12 x 64 x 768"

struct NpzArchive {
    std::string name;                        // of the file, for errors
    std::map<std::string, NpyArray> arrays;  // by key
};

// Throw, naming file, array and reason. `name` stands for a file in errors.
NpyArray parseNpy(std::string_view bytes, const std::string& name);
NpzArchive parseNpz(std::string_view bytes, const std::string& name);
NpyArray readNpy(const std::filesystem::path& path);
NpzArchive readNpz(const std::filesystem::path& path);

}  // namespace engram
