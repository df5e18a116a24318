// Word embeddings of a fruit fly: Liang et al., "Can a Fruit Fly Learn Word Embeddings?" (2021). Kenyon cells compete for windows of
// words; the few that are driven most are a word's code.
#pragma once

#include "core/experiment/experiment.h"

namespace engram {

Experiment flyEmbedding();

}  // namespace engram
