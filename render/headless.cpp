#include "render/headless.h"

#include <string>

#include "core/base/error.h"
#include "render/gl/context.h"
#include "render/gl/target.h"
#include "render/renderer.h"

namespace engram {
namespace {

constexpr int kMostPixels = 16384;  // on a side: what OpenGL devices of today take

// OpenGL objects must be destroyed while their context is current, so they live in one place with it.
class Studio {
public:
    Studio() {
        const gl::Context::Current current(context_);
        renderer_ = std::make_unique<Renderer>();
        target_ = std::make_unique<gl::Target>();
    }
    ~Studio() {
        try {
            const gl::Context::Current current(context_);
            renderer_.reset();
            target_.reset();
        } catch (const Error&) {  // a window has taken this thread: the context takes its objects with it
            static_cast<void>(renderer_.release());
            static_cast<void>(target_.release());
        }
    }
    Studio(const Studio&) = delete;
    Studio& operator=(const Studio&) = delete;

    // RGBA, rows from the bottom.
    std::vector<std::uint8_t> photograph(const Scene& scene, const Camera& camera, const Theme& theme, const Viewport& viewport) {
        const gl::Context::Current current(context_);
        target_->resize(viewport.width, viewport.height);
        target_->bind();
        renderer_->draw(scene, camera, theme, viewport);
        std::vector<std::uint8_t> texels(std::size_t(viewport.width) * std::size_t(viewport.height) * 4);
        glPixelStorei(GL_PACK_ALIGNMENT, 1);
        glReadPixels(0, 0, viewport.width, viewport.height, GL_RGBA, GL_UNSIGNED_BYTE, texels.data());
        if (const GLenum error = glGetError(); error != GL_NO_ERROR)
            fail("OpenGL reports error " + std::to_string(error) + " for this scene");
        return texels;
    }

private:
    gl::Context context_;
    std::unique_ptr<Renderer> renderer_;
    std::unique_ptr<gl::Target> target_;
};

void checkRequest(int width, int height, int supersample) {
    if (width < 1 || height < 1 || supersample < 1) usage("a picture needs at least one pixel");
    if (width > kMostPixels / supersample || height > kMostPixels / supersample)
        usage("a picture of " + std::to_string(width) + " x " + std::to_string(height) + " px is too large; each side may have " +
              std::to_string(kMostPixels / supersample) + " px");
}

// The mean of each square of `factor` x `factor`, with the rows turned round.
Pixels averaged(const std::vector<std::uint8_t>& texels, int width, int height, int factor) {
    Pixels image{width, height, std::vector<std::uint8_t>(std::size_t(width) * std::size_t(height) * 4)};
    const std::size_t stride = std::size_t(width) * std::size_t(factor) * 4;
    const unsigned area = unsigned(factor * factor);
    auto out = image.rgba.begin();
    for (int y = height - 1; y >= 0; --y)
        for (int x = 0; x < width; ++x)
            for (std::size_t channel = 0; channel < 4; ++channel) {
                unsigned sum = area / 2;
                for (int v = 0; v < factor; ++v)
                    for (int u = 0; u < factor; ++u)
                        sum += texels[std::size_t(y * factor + v) * stride + std::size_t(x * factor + u) * 4 + channel];
                *out++ = std::uint8_t(sum / area);
            }
    return image;
}

}  // namespace

Pixels renderScene(const Scene& scene, const Camera& camera, const Theme& theme, int width, int height, double scale, int supersample) {
    checkRequest(width, height, supersample);
    thread_local Studio studio;
    Viewport viewport{0, 0, width * supersample, height * supersample, scale * supersample, supersample > 1 ? 1 : 2};
    return averaged(studio.photograph(scene, camera, theme, viewport), width, height, supersample);
}

}  // namespace engram
