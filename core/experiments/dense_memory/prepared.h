// The synapses of a system as the compute layer keeps them: prepared when first needed, and once more only where another backend is to
// compute than the one they were prepared by. A value that copies fast.
#pragma once

#include <cstdint>
#include <memory>

#include "core/compute/backend.h"
#include "core/model/dense_system.h"

namespace engram::dense_memory {

class Prepared {
public:
    const Memories& of(const DenseSystem& system);   // for the backend of the calling thread; the same system every time

private:
    std::shared_ptr<const Memories> memories_;
    std::uint64_t backend_ = 0;
};

}  // namespace engram::dense_memory
