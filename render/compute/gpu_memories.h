// Memories in one array on the device, column after column, and behind them the squared length of each.
#pragma once

#include "render/compute/device.h"

namespace engram {

class GpuMemories : public Memories {
public:
    GpuMemories(std::shared_ptr<Device> device, int featureCount, int memoryCount, gl::Buffer&& buffer)
        : Memories(featureCount, memoryCount), device_(std::move(device)), buffer_(std::move(buffer)) {}
    ~GpuMemories() override { device_->retire(std::move(buffer_)); }

    const Device* device() const { return device_.get(); }
    GLuint buffer() const { return buffer_.id(); }

private:
    std::shared_ptr<Device> device_;
    gl::Buffer buffer_;
};

}  // namespace engram
