// Diffusion beside memory: Hoover et al., "Memory in Plain Sight: A Survey of the Uncanny Resemblances between Diffusion Models and
// Associative Memories" (2023). One landscape, two rules: energy descent at fixed beta, and the probability flow.
#pragma once

#include "core/experiment/experiment.h"

namespace engram {

Experiment diffusionMemory();

}  // namespace engram
