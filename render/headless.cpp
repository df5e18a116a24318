#include "render/headless.h"

#include <algorithm>

#include "core/base/error.h"
#include "render/gl/context.h"
#include "render/gl/shader_library.h"
#include "render/gl/target.h"
#include "render/gl/vertex_array.h"
#include "render/marks/units.h"
#include "render/renderer.h"

namespace engram {
namespace {

constexpr int kMostPixels = 16384;  // on a side: what OpenGL devices of today take

void checkShot(const Shot& shot) {
    if (shot.width < 1 || shot.height < 1 || shot.supersample < 1) usage("a picture needs at least one pixel");
    const int most = kMostPixels / shot.supersample;
    if (shot.width > most || shot.height > most)
        usage("a picture of " + std::to_string(shot.width) + " x " + std::to_string(shot.height) + " px is too large; each side may have " +
              std::to_string(most) + " px");
}

// Averages squares of texels, on the device: a quarter of the bytes are left to read.
class Shrinker {
public:
    Shrinker() : program_(gl::ShaderLibrary().program("marks/cover", "marks/shrink")) {}

    const gl::Target& shrink(const gl::Target& large, int factor) {
        small_.resize(large.width() / factor, large.height() / factor);
        small_.bind();
        program_.use();
        program_.set("picture", kGroundUnit);
        program_.set("factor", factor);
        large.colour().bind(kGroundUnit);
        corners_.bind();
        glDrawArrays(GL_TRIANGLES, 0, 3);
        return small_;
    }

private:
    gl::Program program_;
    gl::VertexArray corners_;
    gl::Target small_{gl::Target::Depth::None};
};

// What OpenGL reads from the bottom up.
void turnRows(std::uint8_t* rgba, int width, int height) {
    const std::size_t row = std::size_t(width) * 4;
    for (int y = 0; y < height / 2; ++y)
        std::swap_ranges(rgba + std::size_t(y) * row, rgba + std::size_t(y + 1) * row, rgba + std::size_t(height - 1 - y) * row);
}

}  // namespace

// OpenGL objects must be destroyed while their context is current, so they live in one place with it.
struct Studio::Parts {
    struct Objects {
        Renderer renderer;
        gl::Target target{gl::Target::Depth::None};
        Shrinker shrinker;
    };
    gl::Context context;
    std::unique_ptr<Objects> objects;

    Parts() {
        const gl::Context::Current current(context);
        objects = std::make_unique<Objects>();
    }
    void read(const gl::Target& from, std::uint8_t* rgba) const {
        from.bindForReading();
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        glReadPixels(0, 0, from.width(), from.height(), GL_RGBA, GL_UNSIGNED_BYTE, rgba);
        if (const GLenum error = glGetError(); error != GL_NO_ERROR)
            fail("OpenGL reports error " + std::to_string(error) + " for this scene");
        turnRows(rgba, from.width(), from.height());
    }
};

Studio::Studio() : parts_(std::make_unique<Parts>()) {}

Studio::~Studio() {
    try {
        const gl::Context::Current current(parts_->context);
        parts_->objects.reset();
    } catch (const Error&) {  // a window has taken this thread: the context takes its objects with it
        static_cast<void>(parts_->objects.release());
    }
}

void Studio::take(const Scene& scene, const Camera& camera, const Theme& theme, const Shot& shot, std::uint8_t* rgba) {
    checkShot(shot);
    const gl::Context::Current current(parts_->context);
    Parts::Objects& with = *parts_->objects;
    const int factor = shot.supersample, width = shot.width * factor, height = shot.height * factor;
    with.target.resize(width, height);
    with.target.bind();
    with.renderer.draw(scene, camera, theme, {0, 0, width, height, shot.scale * factor, factor == 1, shot.moving});
    parts_->read(factor > 1 ? with.shrinker.shrink(with.target, factor) : with.target, rgba);
}

std::string Studio::device() const {
    const gl::Context::Current current(parts_->context);
    return parts_->objects->renderer.device();
}

Pixels renderScene(const Scene& scene, const Camera& camera, const Theme& theme, int width, int height, double scale, int supersample) {
    const Shot shot{width, height, scale, supersample};
    checkShot(shot);
    thread_local Studio studio;
    Pixels image{width, height, std::vector<std::uint8_t>(std::size_t(width) * std::size_t(height) * 4)};
    studio.take(scene, camera, theme, shot, image.rgba.data());
    return image;
}

}  // namespace engram
