// Files of data: what kind one is, and which experiment opens it.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "core/session/session.h"

namespace engram {

enum class DataKind { Pictures, PictureFolder, Table, Text, Weights };

// By its ending; a folder and a plain text by what they hold. Throws where there is nothing of that name.
DataKind dataKindOf(const std::filesystem::path& data);

// How experiment `e` is told to read this data, as (parameter, choice); empty where it cannot.
std::pair<std::string, std::string> sourceFor(const Experiment& e, const std::filesystem::path& data);

// `now` with this data, from the start; where its experiment cannot read such data, a new session of the first one that can. Throws
// where there is none.
Session withData(const Session& now, const std::filesystem::path& data);

}  // namespace engram
