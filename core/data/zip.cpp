#include "core/data/zip.h"

#include <algorithm>

#include <zlib.h>

#include "core/base/error.h"

namespace engram {

namespace {

constexpr std::uint32_t kEndMark = 0x06054b50, kEntryMark = 0x02014b50, kMemberMark = 0x04034b50;
constexpr std::size_t kEndSize = 22, kEntrySize = 46, kMemberSize = 30, kMostComment = 65535;
constexpr std::uint32_t kElsewhere = 0xffffffff;   // a number that only a ZIP64 record holds
constexpr std::uint64_t kMostDeflateRatio = 1032;  // deflate cannot shrink anything further

std::uint32_t number(std::string_view bytes, std::size_t at, std::size_t width) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < width; ++i) value |= std::uint32_t(static_cast<unsigned char>(bytes[at + i])) << (8 * i);
    return value;
}

struct Entry {
    std::string name;
    std::uint32_t flags, method, checksum, storedBytes, bytes, at;
};

std::size_t findEnd(std::string_view bytes, const std::string& name) {
    if (bytes.size() < kEndSize) fail(name + " is too short for a ZIP archive: it has " + std::to_string(bytes.size()) + " bytes");
    const std::size_t last = bytes.size() - kEndSize, first = last > kMostComment ? last - kMostComment : 0;
    for (std::size_t at = last + 1; at-- > first;)
        if (number(bytes, at, 4) == kEndMark) return at;
    fail(number(bytes, 0, 4) == kMemberMark ? name + " is truncated: the directory at the end of the ZIP archive is missing"
                                            : name + " is not a ZIP archive");
}

Entry entryAt(std::string_view bytes, std::size_t at, std::size_t end, const std::string& name, std::size_t& next) {
    if (at + kEntrySize > end || number(bytes, at, 4) != kEntryMark) fail(name + " is damaged: its directory is not where it should be");
    const std::size_t nameBytes = number(bytes, at + 28, 2);
    next = at + kEntrySize + nameBytes + number(bytes, at + 30, 2) + number(bytes, at + 32, 2);
    if (next > end) fail(name + " is damaged: its directory reaches beyond its end");
    return {std::string(bytes.substr(at + kEntrySize, nameBytes)),
            number(bytes, at + 8, 2),
            number(bytes, at + 10, 2),
            number(bytes, at + 16, 4),
            number(bytes, at + 20, 4),
            number(bytes, at + 24, 4),
            number(bytes, at + 42, 4)};
}

std::string inflated(std::string_view stored, std::size_t size, const std::string& what) {
    std::string out(size, '\0');
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) fail(what + " could not be inflated: no memory");
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(stored.data()));
    stream.avail_in = uInt(stored.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(size);
    const int code = inflate(&stream, Z_FINISH);
    const bool whole = code == Z_STREAM_END && stream.total_out == size;
    inflateEnd(&stream);
    if (!whole) fail(what + " is damaged: it does not inflate to the " + std::to_string(size) + " bytes it promises");
    return out;
}

std::string member(std::string_view bytes, const Entry& entry, const std::string& what) {
    if (entry.flags & 1) fail(what + " is encrypted");
    if (entry.storedBytes == kElsewhere || entry.bytes == kElsewhere || entry.at == kElsewhere)
        fail(what + " is larger than 4 GiB, which is not read");
    if (entry.method != 0 && entry.method != Z_DEFLATED)
        fail(what + " is compressed by method " + std::to_string(entry.method) + "; stored and deflated ones are read");
    if (std::uint64_t(entry.at) + kMemberSize > bytes.size() || number(bytes, entry.at, 4) != kMemberMark)
        fail(what + " is not where the directory says");
    const std::uint64_t start = entry.at + kMemberSize + number(bytes, entry.at + 26, 2) + number(bytes, entry.at + 28, 2);
    if (start + entry.storedBytes > bytes.size())
        fail(what + " is truncated: it needs " + std::to_string(entry.storedBytes) + " bytes, of which the file has " +
             std::to_string(bytes.size() - std::min<std::uint64_t>(start, bytes.size())));
    const bool stored = entry.method == 0;
    if (stored ? entry.bytes != entry.storedBytes : entry.bytes / kMostDeflateRatio > entry.storedBytes)
        fail(what + " lies about its size: " + std::to_string(entry.storedBytes) + " bytes cannot hold " + std::to_string(entry.bytes));
    const std::string_view raw = bytes.substr(start, entry.storedBytes);
    std::string content = stored ? std::string(raw) : inflated(raw, entry.bytes, what);
    if (crc32(0, reinterpret_cast<const Bytef*>(content.data()), uInt(content.size())) != entry.checksum)
        fail(what + " is damaged: its checksum does not match");
    return content;
}

}  // namespace

std::map<std::string, std::string> unzip(std::string_view bytes, const std::string& name, std::uint64_t mostBytes) {
    const std::size_t end = findEnd(bytes, name);
    std::size_t at = number(bytes, end + 16, 4);
    std::map<std::string, std::string> members;
    std::uint64_t total = 0;
    for (std::uint32_t left = number(bytes, end + 10, 2); left > 0; --left) {
        std::size_t next = 0;
        const Entry entry = entryAt(bytes, at, end, name, next);
        at = next;
        if (entry.name.ends_with('/')) continue;
        if (total += entry.bytes; total > mostBytes)
            fail(name + " unpacks to more than " + std::to_string(mostBytes >> 20) + " MiB, which is not read");
        if (members.contains(entry.name)) fail(name + " is damaged: it has two members named " + entry.name);
        members[entry.name] = member(bytes, entry, entry.name + " in " + name);
    }
    return members;
}

}  // namespace engram
