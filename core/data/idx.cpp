#include "core/data/idx.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "core/base/error.h"

namespace engram {
namespace {

constexpr std::uint32_t kImageMagic = 0x00000803, kLabelMagic = 0x00000801;
constexpr std::uint32_t kMostSide = 4096;
constexpr std::uint64_t kMostBytes = std::uint64_t{2} << 30;  // of memory for one set
constexpr std::uint64_t kMostDeflateRatio = 1032;             // deflate cannot shrink anything further

using Bytes = std::vector<unsigned char>;

// A file read from its start, inflated on the way where it is gzipped.
class Source {
public:
    explicit Source(const std::filesystem::path& path) : name_(path.string()) {
        std::error_code error;
        const auto status = std::filesystem::status(path, error);
        if (!std::filesystem::exists(status)) fail("cannot read " + name_ + ": there is no such file");
        if (std::filesystem::is_directory(status)) fail(name_ + " is a folder, not an IDX file");
        if (!std::filesystem::is_regular_file(status)) fail(name_ + " is not a file");
        storedBytes_ = std::filesystem::file_size(path, error);
        if (error) fail("cannot read " + name_ + ": " + error.message());
        if (storedBytes_ == 0) fail(name_ + " is empty");
        file_.reset(gzopen(name_.c_str(), "rb"));
        if (!file_) fail("cannot read " + name_ + ": it could not be opened");
        gzbuffer(file_.get(), 1u << 17);
        gzipped_ = gzdirect(file_.get()) == 0;
    }

    const std::string& name() const { return name_; }

    // How many of the bytes asked for there were.
    std::size_t read(unsigned char* to, std::size_t count) {
        const int got = gzread(file_.get(), to, static_cast<unsigned>(count));
        int code = Z_OK;
        const char* reason = gzerror(file_.get(), &code);
        if (got < 0 && code != Z_BUF_ERROR) fail(name_ + " is damaged: " + reason);
        return got < 0 ? 0 : static_cast<std::size_t>(got);
    }

    // Throws where the file cannot hold what its header says.
    void expect(std::uint64_t headerBytes, std::uint64_t bodyBytes, const std::string& content) const {
        const std::uint64_t whole = headerBytes + bodyBytes;
        const bool fits = gzipped_ ? whole / kMostDeflateRatio <= storedBytes_ : whole <= storedBytes_;
        if (fits) return;
        fail(name_ + " is truncated or its header lies: it promises " + content + " (" + std::to_string(whole) +
             " bytes), but the file has " + std::to_string(storedBytes_) + " bytes" + (gzipped_ ? ", gzipped" : ""));
    }

    void expectEnd() {
        unsigned char extra = 0;
        if (read(&extra, 1) != 0) fail(name_ + " is longer than its header says");
        int code = Z_OK;
        gzerror(file_.get(), &code);
        if (code == Z_BUF_ERROR) fail(name_ + " is truncated: the checksum at its end is missing");
    }

private:
    struct Close {
        void operator()(gzFile_s* file) const { gzclose(file); }
    };
    std::string name_;
    std::unique_ptr<gzFile_s, Close> file_;
    std::uint64_t storedBytes_ = 0;
    bool gzipped_ = false;
};

std::uint32_t bigEndian(const unsigned char* at) {
    return std::uint32_t{at[0]} << 24 | std::uint32_t{at[1]} << 16 | std::uint32_t{at[2]} << 8 | std::uint32_t{at[3]};
}

// What the first four bytes of a file that is not the wanted one look like.
std::string looks(const Bytes& head) {
    struct Sign {
        std::string_view bytes, name;
    };
    static constexpr std::array<Sign, 8> kSigns{{{"\x89PNG", "a PNG picture"},
                                                 {"\xff\xd8\xff", "a JPEG picture"},
                                                 {"BM", "a BMP picture"},
                                                 {"P5", "a PGM picture"},
                                                 {"PK", "a ZIP archive"},
                                                 {"\x93NUM", "a NumPy array"},
                                                 {"\x89HDF", "an HDF5 file"},
                                                 {"\x1f\x8b", "a file gzipped twice"}}};
    const std::string_view text(reinterpret_cast<const char*>(head.data()), head.size());
    for (const Sign& sign : kSigns)
        if (text.starts_with(sign.bytes)) return std::string(sign.name);
    const std::uint32_t magic = bigEndian(head.data());
    if (magic == kImageMagic) return "IDX pictures";
    if (magic == kLabelMagic) return "IDX labels";
    if (magic >> 16 == 0 && head[2] >= 8 && head[2] <= 14)
        return "IDX with " + std::to_string(head[3]) + " dimensions of type " + std::to_string(head[2]);
    const auto printable = [](unsigned char c) { return (c >= ' ' && c < 127) || c == '\n' || c == '\r' || c == '\t'; };
    return std::ranges::all_of(head, printable) ? "text" : "something else";
}

// Reads the magic number and the `counts` numbers after it.
std::vector<std::uint32_t> readHeader(Source& source, std::uint32_t magic, std::size_t counts, const std::string& wanted) {
    Bytes head(4 + 4 * counts);
    const std::size_t got = source.read(head.data(), head.size());
    if (got < 4) fail(source.name() + " is too short for an IDX file: it has " + std::to_string(got) + " bytes");
    if (bigEndian(head.data()) != magic) {
        head.resize(4);
        fail(source.name() + " does not hold " + wanted + ": it looks like " + looks(head));
    }
    if (got < head.size()) fail(source.name() + " is truncated: its header ends after " + std::to_string(got) + " bytes");
    std::vector<std::uint32_t> numbers;
    for (std::size_t i = 1; i <= counts; ++i) numbers.push_back(bigEndian(head.data() + 4 * i));
    return numbers;
}

std::uint32_t countToRead(const Source& source, std::uint32_t held, int most, std::uint64_t bytesEach, const std::string& what) {
    if (held == 0) fail(source.name() + " holds no " + what);
    const std::uint32_t count = most > 0 ? std::min(held, static_cast<std::uint32_t>(most)) : held;
    if (count > kMostBytes / bytesEach)
        fail(std::to_string(count) + " " + what + " of " + source.name() + " would take more than 2 GiB of memory");
    return count;
}

// Calls take(bytes) for `count` items of `bytesEach`, and throws where the file ends before the last of them.
template <class Take>
void readItems(Source& source, std::uint32_t count, std::size_t bytesEach, const std::string& what, Take take) {
    Bytes item(bytesEach);
    for (std::uint32_t i = 0; i < count; ++i) {
        if (source.read(item.data(), bytesEach) != bytesEach)
            fail(source.name() + " is truncated: it ends within " + what + " " + std::to_string(i + 1) + " of " + std::to_string(count));
        take(item);
    }
}

}  // namespace

IdxHeader readIdxHeader(const std::filesystem::path& path) {
    Source source(path);
    Bytes head(16);
    const std::size_t got = source.read(head.data(), head.size());
    const std::uint32_t magic = got < 8 ? 0 : bigEndian(head.data());
    if (magic != kLabelMagic && (magic != kImageMagic || got < head.size())) {
        head.resize(4);
        fail(source.name() + " holds no IDX pictures or labels" + (got < 4 ? "" : ": it looks like " + looks(head)));
    }
    const auto number = [&](std::size_t place) { return int(std::min<std::uint32_t>(bigEndian(head.data() + 4 * place), INT32_MAX)); };
    return magic == kLabelMagic ? IdxHeader{true, number(1), 0, 0} : IdxHeader{false, number(1), number(3), number(2)};
}

ImageSet loadIdxImages(const std::filesystem::path& path, int most) {
    Source source(path);
    const auto header = readHeader(source, kImageMagic, 3, "IDX pictures");
    const std::uint32_t held = header[0], height = header[1], width = header[2];
    const std::string size = std::to_string(width) + " x " + std::to_string(height);
    if (width == 0 || height == 0 || width > kMostSide || height > kMostSide)
        fail(source.name() + " says that its pictures are " + size + "; a side of 1 to 4096 is read");
    const std::size_t area = std::size_t{width} * height;
    const std::uint32_t count = countToRead(source, held, most, area * sizeof(float), "pictures");
    source.expect(16, std::uint64_t{held} * area, std::to_string(held) + " pictures of " + size);

    ImageSet set;
    set.width = static_cast<int>(width);
    set.height = static_cast<int>(height);
    set.count = static_cast<int>(count);
    set.pixels.reserve(count * area);
    readItems(source, count, area, "picture", [&](const Bytes& picture) {
        for (const unsigned char value : picture) set.pixels.push_back(static_cast<float>(value) / 255.0f);
    });
    if (count == held) source.expectEnd();
    return set;
}

std::vector<int> loadIdxLabels(const std::filesystem::path& path, int most) {
    Source source(path);
    const std::uint32_t held = readHeader(source, kLabelMagic, 1, "IDX labels")[0];
    const std::uint32_t count = countToRead(source, held, most, sizeof(int), "labels");
    source.expect(8, held, std::to_string(held) + " labels");

    std::vector<int> labels;
    labels.reserve(count);
    readItems(source, count, 1, "label", [&](const Bytes& label) { labels.push_back(label[0]); });
    if (count == held) source.expectEnd();
    return labels;
}

}  // namespace engram
