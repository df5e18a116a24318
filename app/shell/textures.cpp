#include "app/shell/textures.h"

#include "render/gl/texture.h"

namespace engram {

namespace {

constexpr long kFramesKept = 4;

}  // namespace

Textures::Textures() = default;
Textures::~Textures() = default;

unsigned int Textures::of(const std::shared_ptr<const Pixels>& pixels, bool smooth) {
    if (!pixels || pixels->width <= 0 || pixels->height <= 0) return 0;
    Entry& entry = entries_[pixels.get()];
    if (!entry.texture || entry.smooth != smooth) {
        if (!entry.texture) entry.texture = std::make_unique<gl::Texture>();
        entry.texture->image(gl::kByte4, pixels->width, pixels->height, pixels->rgba.data(),
                             smooth ? gl::Filter::Linear : gl::Filter::Nearest);
    }
    entry.pixels = pixels;
    entry.smooth = smooth;
    entry.lastUsed = frame_;
    return entry.texture->id();
}

void Textures::endFrame() {
    ++frame_;
    std::erase_if(entries_, [this](const auto& item) { return frame_ - item.second.lastUsed > kFramesKept; });
}

}  // namespace engram
