// One graphics device as the backend and its memories share it: the context, what it takes, its kernels and work arrays. Everything
// on it is touched only inside a Session.
#pragma once

#include <array>
#include <mutex>

#include "render/compute/device_array.h"
#include "render/compute/gpu_backend.h"
#include "render/compute/kernels.h"
#include "render/gl/context.h"

namespace engram {

// The binding of an array in every kernel.
enum class Slot { Memories, States, Activations, Scores, OwnParts, Weighings, Results, Progress };
constexpr std::size_t kSlots = 8;  // OpenGL 4.3 promises no more

class Device {
public:
    explicit Device(const GpuOptions& options);
    ~Device();
    Device(const Device&) = delete;
    Device& operator=(const Device&) = delete;

    class Session {
    public:
        explicit Session(Device& device);
        void check() const;  // throws where anything since the start went wrong

    private:
        gl::Context::Current current_;
    };

    const std::string& name() const { return name_; }
    std::int64_t mostNumbers() const { return mostNumbers_; }  // in one array
    int mostGroups() const { return mostGroups_; }             // in one dimension

    int busyGroups() const { return busyGroups_; }

    // Deletes a buffer in the next session: memories may be given up on any thread.
    void retire(gl::Buffer&& buffer);

    Kernels& kernels() { return objects_->kernels; }
    DeviceArray& operator[](Slot slot) { return objects_->arrays[std::size_t(slot)]; }
    void bind(Slot slot, GLuint buffer);
    void bind(Slot slot) { bind(slot, (*this)[slot].id()); }
    void provide(Slot slot, std::int64_t count);  // room for so many numbers, bound

private:
    struct Objects {
        explicit Objects(gl::ShaderLibrary::Read read) : kernels(std::move(read)) {}
        Kernels kernels;
        std::array<DeviceArray, kSlots> arrays;
        std::vector<gl::Buffer> retired;
    };

    gl::Context context_{gl::Resets::Reported};
    std::string name_;
    std::int64_t mostNumbers_ = 0;
    int mostGroups_ = 0, busyGroups_ = 0;
    std::mutex retiring_;
    std::unique_ptr<Objects> objects_;
};

}  // namespace engram
