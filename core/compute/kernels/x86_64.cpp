// The kernels for x86-64; the build gives this unit its instruction set.
#define ENGRAM_KERNELS x86_64
#define ENGRAM_ISA_NAME "x86-64"
#include "core/compute/kernels/fly.h"
#include "core/compute/kernels/table.h"
