#include "core/data/picture_file.h"

// The one place with the code of stb_image, private to this file and not held to this project's warnings.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wunused-function"
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_NO_STDIO
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_ONLY_BMP
#define STBI_ONLY_PNM
#include <stb/stb_image.h>
#pragma GCC diagnostic pop

#include <algorithm>
#include <cstdint>
#include <memory>

#include "core/base/error.h"
#include "core/data/picture_check.h"

namespace engram {

GreyPicture decodePicture(std::string_view bytes, const std::string& name) {
    GreyPicture picture;
    const auto* data = reinterpret_cast<const stbi_uc*>(bytes.data());
    const int length = static_cast<int>(std::min<std::size_t>(bytes.size(), INT32_MAX));
    int channels = 0;
    checkBeforeDecoding(bytes, name);
    if (!stbi_info_from_memory(data, length, &picture.width, &picture.height, &channels))
        fail(name + " is damaged or not a picture of a known kind (" + stbi_failure_reason() + ")");
    checkPictureSize(picture.width, picture.height, name);
    checkLength(bytes, picture.width, picture.height, name);

    constexpr int kGreyAlpha = 2;
    const std::unique_ptr<stbi_uc, void (*)(void*)> decoded(
        stbi_load_from_memory(data, length, &picture.width, &picture.height, &channels, kGreyAlpha), stbi_image_free);
    if (!decoded) fail(name + " is damaged or truncated (" + stbi_failure_reason() + ")");
    picture.pixels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
    for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
        const float grey = static_cast<float>(decoded.get()[2 * i]) / 255.0f, alpha = static_cast<float>(decoded.get()[2 * i + 1]) / 255.0f;
        picture.pixels[i] = grey * alpha + (1 - alpha);
    }
    return picture;
}

}  // namespace engram
