#include "render/compute/device.h"

#include <algorithm>
#include <limits>

namespace engram {
namespace {

constexpr int kSharedBytes =
    2 * kSide * (kSide * kMostEach + 1) * 4;  // the two slices of shaders/compute/product.glsl: the most that a kernel has
constexpr int kInvocations = kSide * kSide;

std::int64_t limit(GLenum name) {
    GLint64 value = 0;
    glGetInteger64v(name, &value);
    return value;
}

int groupLimit(GLuint dimension) {
    GLint value = 0;
    glGetIntegeri_v(GL_MAX_COMPUTE_WORK_GROUP_COUNT, dimension, &value);
    return value;
}

// OpenGL promises all of this from 4.3 on; a driver that does not keep it is better refused than found out later.
void checkDevice(const std::string& name) {
    if (limit(GL_MAX_COMPUTE_WORK_GROUP_INVOCATIONS) < kInvocations || limit(GL_MAX_COMPUTE_SHARED_MEMORY_SIZE) < kSharedBytes ||
        limit(GL_MAX_COMPUTE_SHADER_STORAGE_BLOCKS) < int(kSlots))
        fail("the compute shaders need work groups of " + std::to_string(kInvocations) + " with " + std::to_string(kSharedBytes) +
             " bytes and " + std::to_string(kSlots) + " arrays, more than " + name + " has");
}

bool resetsAreReported() { return epoxy_gl_version() >= 45 || epoxy_has_gl_extension("GL_KHR_robustness"); }

}  // namespace

Device::Device(const GpuOptions& options) {
    const gl::Context::Current current(context_);
    if (const GLubyte* name = glGetString(GL_RENDERER)) name_ = reinterpret_cast<const char*>(name);
    checkDevice(name_);
    std::int64_t bytes = std::min<std::int64_t>(limit(GL_MAX_SHADER_STORAGE_BLOCK_SIZE), std::numeric_limits<std::int32_t>::max());
    if (options.mostBytes > 0) bytes = std::min(bytes, options.mostBytes);
    mostNumbers_ = bytes / 4;
    busyGroups_ = options.busyGroups;
    mostGroups_ = std::min(groupLimit(0), groupLimit(1));
    objects_ = std::make_unique<Objects>(options.read);
}

Device::~Device() {
    try {
        const gl::Context::Current current(context_);
        objects_.reset();
    } catch (const Error&) {  // a window has taken this thread: the context takes its objects with it
        static_cast<void>(objects_.release());
    }
}

void Device::retire(gl::Buffer&& buffer) {
    const std::lock_guard lock(retiring_);
    objects_->retired.push_back(std::move(buffer));
}

void Device::bind(Slot slot, GLuint buffer) { glBindBufferBase(GL_SHADER_STORAGE_BUFFER, GLuint(slot), buffer); }

void Device::provide(Slot slot, std::int64_t count) {
    (*this)[slot].reserve(count);
    bind(slot);
}

Device::Session::Session(Device& device) : current_(device.context_) {
    const std::lock_guard lock(device.retiring_);
    device.objects_->retired.clear();
    glGetError();  // of a call that was given up
}

void Device::Session::check() const {
    if (resetsAreReported() && glGetGraphicsResetStatus() != GL_NO_ERROR) fail("the graphics device was reset");
    if (const GLenum error = glGetError(); error != GL_NO_ERROR) fail("OpenGL reports error " + std::to_string(error) + " while computing");
}

}  // namespace engram
