#include "core/data/npy.h"

#include <array>
#include <bit>
#include <cctype>
#include <charconv>
#include <cstring>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/data/zip.h"

namespace engram {

namespace {

static_assert(std::endian::native == std::endian::little, "numbers are stored as this machine has them");

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr std::size_t kMostRank = 8;
constexpr std::uint64_t kMostBytes = std::uint64_t(1) << 30;  // of a file, and of what an archive unpacks to

template <class T>
double numberAt(const char* at) {
    T value;
    std::memcpy(&value, at, sizeof value);
    return double(value);
}

struct Type {
    std::string_view descr;
    std::size_t width;
    double (*number)(const char* at);
};
constexpr std::array<Type, 11> kTypes{{{"<f4", 4, numberAt<float>},
                                       {"<f8", 8, numberAt<double>},
                                       {"|b1", 1, numberAt<std::uint8_t>},
                                       {"|u1", 1, numberAt<std::uint8_t>},
                                       {"|i1", 1, numberAt<std::int8_t>},
                                       {"<u2", 2, numberAt<std::uint16_t>},
                                       {"<i2", 2, numberAt<std::int16_t>},
                                       {"<u4", 4, numberAt<std::uint32_t>},
                                       {"<i4", 4, numberAt<std::int32_t>},
                                       {"<u8", 8, numberAt<std::uint64_t>},
                                       {"<i8", 8, numberAt<std::int64_t>}}};

const Type& typeNamed(std::string_view descr, const std::string& name) {
    for (const Type& type : kTypes)
        if (type.descr == descr) return type;
    fail(name + " holds numbers of type " + std::string(descr) + "; little-endian f4, f8 and whole numbers are read");
}

// The header, a literal of Python: {'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }
struct Header {
    std::string_view text;
    const std::string& name;

    // What follows a key.
    std::string_view after(const std::string& key) const {
        const std::size_t at = text.find("'" + key + "'");
        const std::size_t colon = at == text.npos ? at : text.find(':', at + key.size() + 2);
        if (colon == text.npos) fail(name + " is damaged: its header has no " + key);
        std::string_view rest = text.substr(colon + 1);
        while (!rest.empty() && rest.front() == ' ') rest.remove_prefix(1);
        return rest;
    }
    std::string_view descr() const {
        const std::string_view rest = after("descr");
        if (rest.starts_with("[")) fail(name + " holds records of several fields, which are not read");
        const std::size_t end = rest.empty() ? rest.npos : rest.find('\'', 1);
        if (!rest.starts_with('\'') || end == rest.npos) fail(name + " is damaged: the type in its header cannot be read");
        return rest.substr(1, end - 1);
    }
    bool columnsFirst() const {
        const std::string_view rest = after("fortran_order");
        if (!rest.starts_with("True") && !rest.starts_with("False")) fail(name + " is damaged: the order in its header cannot be read");
        return rest.starts_with("True");
    }
    std::vector<std::int64_t> shape() const {
        std::string_view rest = after("shape");
        const std::size_t end = rest.find(')');
        if (!rest.starts_with('(') || end == rest.npos) fail(name + " is damaged: the shape in its header cannot be read");
        rest = rest.substr(1, end - 1);
        std::vector<std::int64_t> sides;
        while (true) {
            while (!rest.empty() && (rest.front() == ' ' || rest.front() == ',')) rest.remove_prefix(1);
            if (rest.empty()) return sides;
            std::int64_t side = 0;
            const auto [last, error] = std::from_chars(rest.data(), rest.data() + rest.size(), side);
            if (error != std::errc() || side < 0) fail(name + " is damaged: the shape in its header cannot be read");
            if (sides.size() == kMostRank) fail(name + " has more than 8 dimensions, which is not read");
            sides.push_back(side);
            rest.remove_prefix(std::size_t(last - rest.data()));
        }
    }
};

// Moves numbers whose first index runs fastest to where they belong row-major.
std::vector<double> rowMajor(const std::vector<double>& values, const std::vector<std::int64_t>& shape) {
    std::vector<double> out(values.size());
    std::vector<std::int64_t> index(shape.size());
    for (double& to : out) {
        std::size_t from = 0;
        for (std::size_t d = shape.size(); d-- > 0;) from = from * std::size_t(shape[d]) + std::size_t(index[d]);
        to = values[from];
        for (std::size_t d = shape.size(); d-- > 0 && ++index[d] == shape[d];) index[d] = 0;
    }
    return out;
}

}  // namespace

std::string shapeText(const std::vector<std::int64_t>& shape) {
    if (shape.empty()) return "a single number";
    std::string text;
    for (const std::int64_t side : shape) text += (text.empty() ? "" : " x ") + std::to_string(side);
    return text;
}

NpyArray parseNpy(std::string_view bytes, const std::string& name) {
    if (!bytes.starts_with(kMagic)) fail(name + " is not a NumPy array");
    if (bytes.size() < 12) fail(name + " is truncated: it ends within its header");
    const int version = static_cast<unsigned char>(bytes[6]);
    if (version < 1 || version > 3) fail(name + " is of version " + std::to_string(version) + " of the format; 1 to 3 are read");
    const std::size_t lengthBytes = version == 1 ? 2 : 4, start = 8 + lengthBytes;
    std::size_t headerBytes = 0;
    for (std::size_t i = 0; i < lengthBytes; ++i) headerBytes |= std::size_t(static_cast<unsigned char>(bytes[8 + i])) << (8 * i);
    if (headerBytes > bytes.size() - start)
        fail(name + " is truncated: its header is to be " + std::to_string(headerBytes) + " bytes long, but " +
             std::to_string(bytes.size() - start) + " follow");
    const Header header{bytes.substr(start, headerBytes), name};
    const Type& type = typeNamed(header.descr(), name);
    NpyArray array{header.shape(), {}};
    const std::string_view body = bytes.substr(start + headerBytes);
    std::uint64_t wanted = type.width;
    for (const std::int64_t side : array.shape)
        if (__builtin_mul_overflow(wanted, std::uint64_t(side), &wanted)) fail(name + " claims to be larger than any file");
    if (wanted != body.size())
        fail(name + (wanted > body.size() ? " is truncated or its header lies: " : " is longer than its header says: ") +
             shapeText(array.shape) + " needs " + std::to_string(wanted) + " bytes, but " + std::to_string(body.size()) + " follow");
    array.values.resize(body.size() / type.width);
    for (std::size_t i = 0; i < array.values.size(); ++i) array.values[i] = type.number(body.data() + i * type.width);
    if (header.columnsFirst() && array.shape.size() > 1) array.values = rowMajor(array.values, array.shape);
    return array;
}

NpzArchive parseNpz(std::string_view bytes, const std::string& name) {
    constexpr std::string_view kEnding = ".npy";
    NpzArchive archive{name, {}};
    for (const auto& [member, content] : unzip(bytes, name, kMostBytes)) {
        if (!member.ends_with(kEnding)) fail(name + " holds " + member + ", which is no NumPy array");
        archive.arrays[member.substr(0, member.size() - kEnding.size())] = parseNpy(content, member + " in " + name);
    }
    return archive;
}

NpyArray readNpy(const std::filesystem::path& path) { return parseNpy(readFile(path, kMostBytes), path.string()); }
NpzArchive readNpz(const std::filesystem::path& path) { return parseNpz(readFile(path, kMostBytes), path.string()); }

}  // namespace engram
