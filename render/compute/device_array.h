// A growing array of 4-byte numbers on the device. It keeps its room, so a warm call allocates nothing; growing loses the contents.
#pragma once

#include "core/compute/backend.h"
#include "render/gl/buffer.h"

namespace engram {

class DeviceArray {
public:
    void reserve(std::int64_t count);                                    // throws TooLarge where the device is full
    void write(const ConstFloatBatch& columns, std::int64_t first = 0);  // from number `first` on
    void clear(std::int64_t count);                                      // to zeros
    void read(void* numbers, std::int64_t count);                        // waits for the device

    GLuint id() const { return buffer_.id(); }
    gl::Buffer release() && { return std::move(buffer_); }

private:
    // Reads go by way of a buffer of their own: drivers move what the processor reads out of the fast memory of the device.
    gl::Buffer buffer_, returned_;
    std::int64_t count_ = 0, returnedCount_ = 0;
    FloatMatrix packed_;
};

}  // namespace engram
