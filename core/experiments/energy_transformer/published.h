// Weights that the authors published (.npz, core/data/published_transformer.h) in the image model of this experiment. They are for colour;
// pictures here are grey, which is colour with three equal channels: the encoder's channels add up, the decoder's give their mean. The
// class token, which stands for no patch, is left out, so completions are near to theirs and not equal.
#pragma once

#include <filesystem>

#include "core/data/published_transformer.h"
#include "core/experiments/energy_transformer/training.h"

namespace engram::energy_transformer {

// Throws where patches are no squares of one or three channels, or do not tile a square. `name` stands for the file in errors.
Trained trainedFrom(const PublishedTransformer& published, const std::string& name);

// Of a file that --save-weights or the authors wrote: safetensors, or an archive of arrays.
Trained readTrained(const std::filesystem::path& path);

}  // namespace engram::energy_transformer
