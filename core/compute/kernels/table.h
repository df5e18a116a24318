// The table of this unit's kernels. A unit defines ENGRAM_KERNELS (its namespace) and ENGRAM_ISA_NAME and includes this file.
#pragma once

#include "core/compute/kernels/few.h"
#include "core/compute/kernels/learn.h"
#include "core/compute/kernels/peak.h"
#include "core/compute/kernels/product.h"
#include "core/compute/kernels/recall.h"
#include "core/compute/kernels/tokens.h"

namespace engram::ENGRAM_KERNELS {

const Kernels& kernels() {
    static constexpr Kernels table{ENGRAM_ISA_NAME,
                                   kLanes,
                                   kPanelWidth,
                                   product<false, false>,
                                   product<true, false>,
                                   productOnto<false>,
                                   productOnto<true>,
                                   normalise,
                                   normaliseBack,
                                   attend,
                                   attendBack,
                                   rectify,
                                   rectifyBack,
                                   apply,
                                   applyBack,
                                   adam,
                                   hiddenPotential,
                                   hiddenWeights,
                                   features,
                                   featureEnergy,
                                   pullBack,
                                   move,
                                   combine,
                                   dot,
                                   largest,
                                   atLeast,
                                   addRows,
                                   exps,
                                   logs,
                                   fewSettle,
                                   fewNearest,
                                   recallUpdate,
                                   recallDistances,
                                   recallMisses,
                                   multiplyAdds};
    return table;
}

}  // namespace engram::ENGRAM_KERNELS
