#include "core/compute/attract.h"

#include <cstring>

#include "core/compute/isa.h"

namespace engram {

const AttractKernels& attractKernelsFor(const char* isa) {
    const char* name = kernelsFor(isa).name;
    for (const AttractKernels* kernels : {&x86_64_v3::attractKernels(), &x86_64_v4::attractKernels()})
        if (std::strcmp(kernels->name, name) == 0) return *kernels;
    return x86_64::attractKernels();
}

const AttractKernels& narrower(const AttractKernels& kernels) {
    return kernels.lanes > x86_64_v3::attractKernels().lanes ? x86_64_v3::attractKernels() : x86_64::attractKernels();
}

}  // namespace engram
