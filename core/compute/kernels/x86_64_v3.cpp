// The kernels for x86-64-v3; the build gives this unit its instruction set.
#define ENGRAM_KERNELS x86_64_v3
#define ENGRAM_ISA_NAME "x86-64-v3"
#include "core/compute/kernels/fly.h"
#include "core/compute/kernels/table.h"
