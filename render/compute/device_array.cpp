#include "render/compute/device_array.h"

#include "render/compute/gpu_backend.h"

namespace engram {
namespace {

GLsizeiptr bytes(std::int64_t count) { return GLsizeiptr(count) * 4; }

void grow(gl::Buffer& buffer, std::int64_t& has, std::int64_t wanted, GLenum usage) {
    if (wanted <= has) return;
    has = 0;
    buffer.set(nullptr, std::size_t(bytes(wanted)), usage);
    const GLenum error = glGetError();
    if (error == GL_OUT_OF_MEMORY)
        throw TooLarge("the graphics device has no room for another " + std::to_string(bytes(wanted)) + " bytes");
    if (error != GL_NO_ERROR) fail("OpenGL reports error " + std::to_string(error) + " before making room");
    has = wanted;
}

}  // namespace

void DeviceArray::reserve(std::int64_t count) { grow(buffer_, count_, count, GL_DYNAMIC_COPY); }

void DeviceArray::write(const ConstFloatBatch& columns, std::int64_t first) {
    reserve(first + columns.size());
    const float* numbers = columns.data();
    if (columns.outerStride() != columns.rows()) {
        packed_ = columns;
        numbers = packed_.data();
    }
    glBindBuffer(GL_COPY_WRITE_BUFFER, id());
    glBufferSubData(GL_COPY_WRITE_BUFFER, bytes(first), bytes(columns.size()), numbers);
    glBindBuffer(GL_COPY_WRITE_BUFFER, 0);
}

void DeviceArray::clear(std::int64_t count) {
    reserve(count);
    glBindBuffer(GL_COPY_WRITE_BUFFER, id());
    glClearBufferSubData(GL_COPY_WRITE_BUFFER, GL_R32UI, 0, bytes(count), GL_RED_INTEGER, GL_UNSIGNED_INT, nullptr);
    glBindBuffer(GL_COPY_WRITE_BUFFER, 0);
}

void DeviceArray::read(void* numbers, std::int64_t count) {
    grow(returned_, returnedCount_, count, GL_STREAM_READ);
    glBindBuffer(GL_COPY_READ_BUFFER, id());
    glBindBuffer(GL_COPY_WRITE_BUFFER, returned_.id());
    glCopyBufferSubData(GL_COPY_READ_BUFFER, GL_COPY_WRITE_BUFFER, 0, 0, bytes(count));
    glGetBufferSubData(GL_COPY_WRITE_BUFFER, 0, bytes(count), numbers);
    glBindBuffer(GL_COPY_READ_BUFFER, 0);
    glBindBuffer(GL_COPY_WRITE_BUFFER, 0);
}

}  // namespace engram
