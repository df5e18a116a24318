// The data sets that can be fetched from within the program: what each is for, where it comes from, what must arrive, and how it opens.
// The list is assets/samples.toml.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "app/net/download.h"
#include "core/session/session.h"

namespace engram {

struct SampleFile {
    InputFile as;  // data, labels or pairs
    std::string name, address, sha256;
    std::int64_t bytes = 0;
};

struct Sample {
    std::string id, title, use, licence, source, experiment;
    std::vector<std::string> values;  // assignments under which the experiment reads it
    bool beside = false;              // its pairs go beside the text that is open; its own text is for when there is none
    std::vector<SampleFile> files;
};

const std::vector<Sample>& samples();
std::vector<Sample> readSamples(std::string_view toml, const std::string& origin);  // throws, naming key and line

// Where they are kept from one start to the next. No folder for caches, as sessions refer to these files.
std::filesystem::path samplesFolder();
// A folder for each content, so that a file of the same name with another content is another file.
std::filesystem::path placeOf(const SampleFile& file, const std::filesystem::path& folder);
bool isKept(const Sample& sample, const std::filesystem::path& folder);  // by size alone: opening it looks closer

// The files that `now` needs to open it, and that session.
std::vector<SampleFile> neededFiles(const Sample& sample, const Session& now);
std::vector<Wanted> wantedOf(const std::vector<SampleFile>& files, const std::filesystem::path& folder);
Session sampleSession(const Sample& sample, const std::filesystem::path& folder, const Session& now);

}  // namespace engram
