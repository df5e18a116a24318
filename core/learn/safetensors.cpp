#include "core/learn/safetensors.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>

#include "core/base/error.h"
#include "core/base/file.h"

namespace engram {

namespace {

using nlohmann::json;

static_assert(std::endian::native == std::endian::little, "numbers are stored as this machine has them");

constexpr std::uint64_t kMostHeader = 100u << 20;
constexpr std::size_t kMostRank = 8;
constexpr const char* kMetadata = "__metadata__";

std::size_t width(TensorType type) { return type == TensorType::F32 ? 4 : 8; }

struct Extent {
    std::uint64_t begin, end;
    std::string tensor;
};

// The header as JSON; of two entries with one name none can be right.
json parseHeader(std::string_view text, const std::string& name) {
    std::set<std::string> seen;
    std::string twice;
    const auto watch = [&](int depth, json::parse_event_t event, json& value) {
        if (event == json::parse_event_t::key && depth == 1 && !seen.insert(value.get<std::string>()).second)
            twice = value.get<std::string>();
        return true;
    };
    const json header = json::parse(text, watch, false);
    if (header.is_discarded() || !header.is_object()) fail(name + " is damaged: its header is not a JSON object");
    if (!twice.empty()) fail(name + " is damaged: it has two tensors named " + twice);
    return header;
}

bool isCount(const json& value) {
    return value.is_number_unsigned() && value.get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<std::int64_t>::max());
}

// The tensor an entry of the header describes, without its bytes.
StoredTensor parseEntry(const json& entry, const std::string& what) {
    if (!entry.is_object() || !entry.contains("dtype") || !entry.contains("shape") || !entry.contains("data_offsets"))
        fail(what + " lacks its dtype, shape or data_offsets");
    StoredTensor tensor;
    const json& type = entry["dtype"];
    if (type != "F32" && type != "F64")
        fail(what + " is of type " + (type.is_string() ? type.get<std::string>() : type.dump()) + "; F32 and F64 are read");
    tensor.type = type == "F32" ? TensorType::F32 : TensorType::F64;
    const json& shape = entry["shape"];
    if (!shape.is_array() || shape.size() > kMostRank || !std::ranges::all_of(shape, isCount))
        fail(what + " has no shape that could be read");
    for (const json& side : shape) tensor.shape.push_back(side.get<std::int64_t>());
    const json& offsets = entry["data_offsets"];
    if (!offsets.is_array() || offsets.size() != 2 || !std::ranges::all_of(offsets, isCount))
        fail(what + " has no data_offsets that could be read");
    return tensor;
}

// The product of the sides times the width of a number; nothing where it is too large to be true.
std::uint64_t bytesOf(const StoredTensor& tensor, const std::string& what) {
    std::uint64_t bytes = width(tensor.type);
    for (const std::int64_t side : tensor.shape)
        if (__builtin_mul_overflow(bytes, std::uint64_t(side), &bytes)) fail(what + " claims to be larger than any file");
    return bytes;
}

// The format wants the numbers of all tensors side by side, from the first byte to the last.
void refuseOverlaps(std::vector<Extent> extents, std::uint64_t bodyBytes, const std::string& name) {
    std::ranges::sort(extents, [](const Extent& a, const Extent& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
    std::uint64_t end = 0;
    std::string before;
    for (const Extent& extent : extents) {
        if (extent.begin < end) fail(name + " is damaged: the numbers of " + extent.tensor + " overlap those of " + before);
        if (extent.begin > end) fail(name + " is damaged: there is a gap before the numbers of " + extent.tensor);
        end = extent.end, before = extent.tensor;
    }
    if (end != bodyBytes) fail(name + " is damaged: " + std::to_string(bodyBytes - end) + " bytes at its end belong to no tensor");
}

}  // namespace

std::int64_t StoredTensor::count() const { return std::int64_t(bytes.size() / width(type)); }

double StoredTensor::at(std::int64_t index) const {
    if (type == TensorType::F32) {
        float value;
        return std::memcpy(&value, bytes.data() + index * 4, 4), value;
    }
    double value;
    return std::memcpy(&value, bytes.data() + index * 8, 8), value;
}

StoredTensors parseSafetensors(std::string_view bytes, const std::string& name) {
    if (bytes.size() < 8) fail(name + " is too short for a safetensors file: it has " + std::to_string(bytes.size()) + " bytes");
    std::uint64_t headerBytes = 0;
    std::memcpy(&headerBytes, bytes.data(), 8);
    if (headerBytes > kMostHeader)
        fail(name + " is no safetensors file, or its header lies: it would be " + std::to_string(headerBytes) + " bytes long");
    if (headerBytes > bytes.size() - 8)
        fail(name + " is truncated: its header is to be " + std::to_string(headerBytes) + " bytes long, but " +
             std::to_string(bytes.size() - 8) + " follow");
    const json header = parseHeader(bytes.substr(8, headerBytes), name);
    const std::string_view body = bytes.substr(8 + headerBytes);

    StoredTensors result;
    result.name = name;
    std::vector<Extent> extents;
    for (const auto& [key, entry] : header.items()) {
        if (key == kMetadata) {
            if (!entry.is_object()) fail(name + " is damaged: its metadata are no JSON object");
            for (const auto& [label, text] : entry.items()) {
                if (!text.is_string()) fail(name + " is damaged: the metadata " + label + " are no text");
                result.metadata[label] = text.get<std::string>();
            }
            continue;
        }
        const std::string what = "the tensor " + key + " of " + name;
        StoredTensor tensor = parseEntry(entry, what);
        const auto begin = entry["data_offsets"][0].get<std::uint64_t>(), end = entry["data_offsets"][1].get<std::uint64_t>();
        if (end > body.size()) fail(what + " is truncated: it ends at byte " + std::to_string(end) + " of " + std::to_string(body.size()));
        const std::uint64_t wanted = bytesOf(tensor, what);
        if (begin > end || end - begin != wanted)
            fail(what + " lies about its size: its shape needs " + std::to_string(wanted) + " bytes, its data_offsets are " +
                 std::to_string(begin) + " and " + std::to_string(end));
        extents.push_back({begin, end, key});
        result.tensors[key] = std::move(tensor);
    }
    refuseOverlaps(extents, body.size(), name);   // before anything is copied
    for (const Extent& extent : extents) result.tensors[extent.tensor].bytes = body.substr(extent.begin, extent.end - extent.begin);
    return result;
}

StoredTensors readSafetensors(const std::filesystem::path& path, std::uint64_t mostBytes) {
    return parseSafetensors(readFile(path, mostBytes), path.string());
}

std::string safetensorsBytes(const StoredTensors& tensors) {
    json header = json::object();
    if (!tensors.metadata.empty()) header[kMetadata] = tensors.metadata;
    std::uint64_t offset = 0;
    for (const auto& [name, tensor] : tensors.tensors) {
        const std::uint64_t size = bytesOf(tensor, "the tensor " + name);
        if (name == kMetadata || size != tensor.bytes.size())
            fail("the tensor " + name + " cannot be stored: its shape and its numbers differ");
        header[name] = {
            {"dtype", tensor.type == TensorType::F32 ? "F32" : "F64"}, {"shape", tensor.shape}, {"data_offsets", {offset, offset + size}}};
        offset += size;
    }
    std::string text = header.dump();
    text.resize((text.size() + 7) / 8 * 8, ' ');   // so that the numbers are aligned
    const std::uint64_t length = text.size();
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &length, 8);
    bytes += text;
    for (const auto& [name, tensor] : tensors.tensors) bytes += tensor.bytes;
    return bytes;
}

void writeSafetensors(const std::filesystem::path& path, const StoredTensors& tensors) { writeFile(path, safetensorsBytes(tensors)); }

}  // namespace engram
