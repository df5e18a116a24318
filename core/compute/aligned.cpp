#include "core/compute/aligned.h"

namespace engram {

float* threadScratch(std::size_t floatCount) {
    static thread_local AlignedFloats scratch;
    return scratch.grow(floatCount);
}

}  // namespace engram
