#include "core/compute/fly_kernels.h"

#include <string_view>

#include "core/compute/isa.h"

namespace engram {

FlyDrives flyDrives() {
    const std::string_view isa = kernelsFor({}).name;
    if (isa == x86_64_v4::kernels().name) return x86_64_v4::flyDrives;
    if (isa == x86_64_v3::kernels().name) return x86_64_v3::flyDrives;
    return x86_64::flyDrives;
}

}  // namespace engram
