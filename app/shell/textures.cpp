#include "app/shell/textures.h"

#include <epoxy/gl.h>

namespace engram {

namespace {

constexpr long kFramesKept = 4;

void setFilter(unsigned int name, bool smooth) {
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, smooth ? GL_LINEAR : GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, smooth ? GL_LINEAR : GL_NEAREST);
}

unsigned int upload(const Pixels& pixels) {
    unsigned int name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, pixels.width, pixels.height, 0, GL_RGBA, GL_UNSIGNED_BYTE, pixels.rgba.data());
    return name;
}

}  // namespace

Textures::~Textures() {
    for (const auto& [key, entry] : entries_) glDeleteTextures(1, &entry.name);
}

unsigned int Textures::of(const std::shared_ptr<const Pixels>& pixels, bool smooth) {
    if (!pixels || pixels->width <= 0 || pixels->height <= 0) return 0;
    auto [it, isNew] = entries_.try_emplace(pixels.get());
    Entry& entry = it->second;
    if (isNew) {
        entry.pixels = pixels;
        entry.name = upload(*pixels);
    }
    if (isNew || entry.smooth != smooth) setFilter(entry.name, smooth);
    entry.smooth = smooth;
    entry.lastUsed = frame_;
    return entry.name;
}

void Textures::endFrame() {
    ++frame_;
    std::erase_if(entries_, [this](const auto& item) {
        const bool stale = frame_ - item.second.lastUsed > kFramesKept;
        if (stale) glDeleteTextures(1, &item.second.name);
        return stale;
    });
}

}  // namespace engram
