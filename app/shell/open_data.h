// Files of data: what kind one is, and which experiment opens it. Only folders, names and first bytes are looked at, so that it can be
// asked while a file is dragged over the window.
#pragma once

#include <filesystem>
#include <string>
#include <utility>

#include "core/session/session.h"

namespace engram {

enum class DataKind { Pictures, PictureFolder, Table, Text, Weights, Classes, Pairs };  // the last two lie beside other data

// By its ending; a folder, a plain text and IDX files by what they hold. Throws where there is nothing of that name.
DataKind dataKindOf(const std::filesystem::path& data);
const char* pluralOf(DataKind kind);      // "folders of pictures"
const InputFile& inputOf(DataKind kind);  // what experiments read it as
bool reads(const Experiment& e, DataKind kind);

// How experiment `e` is told to read this data, as (parameter, choice); empty where it cannot.
std::pair<std::string, std::string> sourceFor(const Experiment& e, const std::filesystem::path& data);

// The experiment that opens data of this kind: `wanted`, which is refused where it cannot; else the one at hand, or the first that can.
const Experiment& openerOf(DataKind kind, const Session& now, const std::string& wanted = {});

// `now` with this data, from the start; in another experiment where openerOf() says so. Throws where there is none.
Session withData(const Session& now, const std::filesystem::path& data, const std::string& wanted = {});

}  // namespace engram
