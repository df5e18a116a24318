#include <algorithm>
#include <charconv>
#include <map>

#include "core/base/asset.h"
#include "core/base/error.h"
#include "core/view/theme.h"

namespace engram {
namespace {

const std::vector<std::string>& mapNames() {
    static const std::vector<std::string> names{"deep", "ember", "ink", "tide_light", "tide_dark", "orbit"};
    return names;
}

// A header line, then 256 lines "r,g,b" with 0..255.
ColourMap readMap(const std::string& name) {
    const std::string_view text = asset("assets/maps/" + name + ".csv");
    const char* at = text.data() + std::min(text.find('\n'), text.size());
    const char* end = text.data() + text.size();
    const auto channel = [&] {
        while (at != end && (*at < '0' || *at > '9')) ++at;
        int value = -1;
        at = std::from_chars(at, end, value).ptr;
        if (value < 0 || value > 255) fail("the colour map " + name + " needs 256 rows of three numbers from 0 to 255");
        return static_cast<float>(value) / 255.0f;
    };
    ColourMap map;
    for (Rgba& colour : map) {
        colour.r = channel();
        colour.g = channel();
        colour.b = channel();
    }
    return map;
}

}  // namespace

const ColourMap& colourMap(std::string_view name) {
    static const auto maps = [] {
        std::map<std::string, ColourMap, std::less<>> all;
        for (const std::string& each : mapNames()) all.emplace(each, readMap(each));
        return all;
    }();
    const auto found = maps.find(name);
    if (found == maps.end()) usage(unknownName("colour map", name, mapNames()));
    return found->second;
}

Rgba sample(const ColourMap& map, double at) {
    const double last = static_cast<double>(map.size() - 1);
    const double place = at > 0 ? std::min(at, 1.0) * last : 0.0;  // also takes NaN to the first colour
    const auto left = std::min(static_cast<std::size_t>(place), map.size() - 2);
    const auto mix = static_cast<float>(place - static_cast<double>(left));
    const Rgba &from = map[left], &to = map[left + 1];
    return {from.r + (to.r - from.r) * mix, from.g + (to.g - from.g) * mix, from.b + (to.b - from.b) * mix, 1};
}

}  // namespace engram
