// Memories as the processor keeps them: once in rows, and packed into panels for both products of a step.
#pragma once

#include "core/compute/aligned.h"
#include "core/compute/backend.h"
#include "core/compute/kernels.h"

namespace engram {

class CpuMemories : public Memories {
public:
    // Throws, naming the size, where an index or the memory of the machine would not do.
    CpuMemories(const Kernels& kernels, const ConstFloatBatch& memories);

    const Kernels& kernels;
    AlignedFloats rows;              // memories x features
    AlignedFloats overlapPanels;     // panels over memories, deep as features
    AlignedFloats targetPanels;      // panels over features, deep as memories
    AlignedFloats negativeHalfSquares, inverseLengths;   // of every memory; 0 for a memory of zeros
    float longest = 0;               // length of the longest memory
    int memoryPanelCount = 0, featurePanelCount = 0;
    long memoryStride = 0, featureStride = 0;            // of rows of similarities and of states in scratch
};

}  // namespace engram
