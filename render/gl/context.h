// An OpenGL 4.3 context without a window or a display, through EGL. It belongs to the thread that makes it current.
#pragma once

#include <utility>

namespace engram::gl {

// Whether a device that was reset says so (glGetGraphicsResetStatus) where the driver can.
enum class Resets { Unreported, Reported };

class Context {
public:
    explicit Context(Resets resets = Resets::Unreported);  // throws Error when no EGL platform gives a context
    ~Context();
    Context(Context&& other) noexcept
        : display_(std::exchange(other.display_, nullptr)), context_(std::exchange(other.context_, nullptr)) {}
    Context& operator=(Context&&) = delete;

    // Current while it lives; then what was current before comes back.
    class Current {
    public:
        explicit Current(const Context& context);  // throws Error
        ~Current();
        Current(const Current&) = delete;
        Current& operator=(const Current&) = delete;

    private:
        void *ours_, *display_, *context_, *drawSurface_, *readSurface_;
    };

private:
    // EGLDisplay and EGLContext, which are plain pointers: no other file has to see EGL.
    void* display_ = nullptr;
    void* context_ = nullptr;
};

}  // namespace engram::gl
