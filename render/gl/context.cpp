#include "render/gl/context.h"

// EGL's own header and library: epoxy's resolver stops the program where eglGetPlatformDisplay is not exported the way it expects.
#define EGL_NO_X11
#include <EGL/egl.h>
#include <EGL/eglext.h>

#include <array>
#include <vector>

#include "core/base/error.h"

namespace engram::gl {
namespace {

bool startDisplay(EGLDisplay display) { return display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr); }

EGLDisplay deviceDisplay() {
    const auto queryDevices = reinterpret_cast<PFNEGLQUERYDEVICESEXTPROC>(eglGetProcAddress("eglQueryDevicesEXT"));
    std::array<EGLDeviceEXT, 16> devices{};
    EGLint count = 0;
    if (!queryDevices || !queryDevices(EGLint(devices.size()), devices.data(), &count)) return EGL_NO_DISPLAY;
    for (EGLint i = 0; i < count; ++i)
        if (EGLDisplay display = eglGetPlatformDisplay(EGL_PLATFORM_DEVICE_EXT, devices[std::size_t(i)], nullptr); startDisplay(display))
            return display;
    return EGL_NO_DISPLAY;
}

EGLDisplay anyDisplay() {
    EGLDisplay display = eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    return startDisplay(display) ? display : deviceDisplay();
}

EGLContext newContext(EGLDisplay display, Resets resets) {
    if (!eglBindAPI(EGL_OPENGL_API)) return EGL_NO_CONTEXT;
    std::vector<EGLint> wanted{EGL_CONTEXT_MAJOR_VERSION,           4,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
                               EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    if (resets == Resets::Reported) {
        std::vector<EGLint> robust{EGL_CONTEXT_OPENGL_RESET_NOTIFICATION_STRATEGY, EGL_LOSE_CONTEXT_ON_RESET};
        robust.insert(robust.end(), wanted.begin(), wanted.end());
        if (EGLContext context = eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, robust.data())) return context;
    }
    return eglCreateContext(display, EGL_NO_CONFIG_KHR, EGL_NO_CONTEXT, wanted.data());
}

}  // namespace

Context::Context(Resets resets) : display_(anyDisplay()) {
    if (display_ == EGL_NO_DISPLAY) fail("there is no EGL here to draw with; the packages libegl1 and libegl-mesa0 provide it");
    context_ = newContext(display_, resets);
    if (context_ == EGL_NO_CONTEXT) fail("EGL gives no OpenGL 4.3 context; a newer graphics driver or libgl1-mesa-dri provides one");
}

Context::~Context() {
    // The display stays: EGL shares it between all contexts of the process.
    if (context_) eglDestroyContext(display_, context_);
}

Context::Current::Current(const Context& context)
    : ours_(context.display_),
      display_(eglGetCurrentDisplay()),
      context_(eglGetCurrentContext()),
      drawSurface_(eglGetCurrentSurface(EGL_DRAW)),
      readSurface_(eglGetCurrentSurface(EGL_READ)) {
    if (!eglMakeCurrent(context.display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context.context_))
        fail("EGL cannot draw on this thread while a window's OpenGL context is current on it");
}

Context::Current::~Current() {
    if (context_ != EGL_NO_CONTEXT)
        eglMakeCurrent(display_, drawSurface_, readSurface_, context_);
    else
        eglMakeCurrent(ours_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
}

}  // namespace engram::gl
