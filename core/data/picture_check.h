// What must be known of a picture's bytes before stb_image decodes them: it believes headers, fills up what is missing without a
// word, and overruns a table of some damaged JPEGs. All three throw, naming the picture.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace engram {

void checkPictureSize(std::int64_t width, std::int64_t height, const std::string& name);
void checkBeforeDecoding(std::string_view bytes, const std::string& name);                 // PNG size, JPEG segments
void checkLength(std::string_view bytes, int width, int height, const std::string& name);  // BMP and PGM hold all their pixels

}  // namespace engram
