#include "core/data/documents.h"

#include <algorithm>
#include <sstream>

#include "core/base/error.h"
#include "core/base/file.h"

namespace engram {

namespace {

constexpr std::uint64_t kMostBytes = 256u << 20;
constexpr int kEvery = 10, kMostLabels = 1000;

int labelOf(Documents& documents, const std::string& name) {
    const auto place = std::find(documents.labels.begin(), documents.labels.end(), name);
    if (place != documents.labels.end()) return int(place - documents.labels.begin());
    if (int(documents.labels.size()) == kMostLabels)
        fail("there are more than " + std::to_string(kMostLabels) + " labels of documents, such as " + name);
    documents.labels.push_back(name);
    return int(documents.labels.size()) - 1;
}

// Lines "LABEL:finer text" (as in TREC), "LABEL:word" or a label, a tab and a text. Without `all`, every tenth of them tests.
void addLabelled(const std::filesystem::path& path, bool all, bool tests, Documents& documents) {
    std::istringstream in(readFile(path, kMostBytes));
    std::string line;
    for (int number = 1; std::getline(in, line); ++number) {
        if (line.find_first_not_of(" \t\r") == line.npos) continue;
        const std::size_t end = line.find_first_of(":\t"), space = line.find_first_of(" \t");
        if (end == line.npos || end == 0 || (space != line.npos && space < end))
            fail(path.string() + " line " + std::to_string(number) + " does not begin with a label and a colon or tab");
        const bool isTest = all ? tests : number % kEvery == 0;
        const std::size_t begin = line[end] == ':' && space != line.npos ? space : end + 1;  // a finer label belongs to the label
        if (line.find_first_not_of(" \t\r", begin) == line.npos)
            fail(path.string() + " line " + std::to_string(number) + " has a label and no text");
        documents.items.push_back({line.substr(begin), labelOf(documents, line.substr(0, end)), isTest});
    }
}

void addClass(const std::filesystem::path& path, Documents& documents) {
    std::istringstream in(readFile(path, kMostBytes));
    const int label = labelOf(documents, path.filename().string());
    std::string line;
    for (int number = 1; std::getline(in, line); ++number)
        if (line.find_first_not_of(" \t\r") != line.npos) documents.items.push_back({line, label, number % kEvery == 0});
}

}  // namespace

Documents readDocuments(const std::filesystem::path& path) {
    if (!std::filesystem::exists(path)) fail("there are no documents at " + path.string());
    Documents documents;
    if (!std::filesystem::is_directory(path)) {
        addLabelled(path, false, false, documents);
    } else {
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::directory_iterator(path))
            if (entry.is_regular_file() && entry.path().filename().string().find("README") == std::string::npos)
                files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        const auto ends = [](const char* ending) { return [ending](const auto& file) { return lowerEnding(file) == ending; }; };
        const auto train = std::find_if(files.begin(), files.end(), ends("train")),
                   test = std::find_if(files.begin(), files.end(), ends("test"));
        if (train != files.end() && test != files.end()) {
            addLabelled(*train, true, false, documents);
            addLabelled(*test, true, true, documents);
        } else {
            for (const auto& file : files) addClass(file, documents);
        }
    }
    const auto testing = std::count_if(documents.items.begin(), documents.items.end(), [](const Document& d) { return d.tests; });
    if (documents.labels.size() < 2 || testing == 0 || testing == std::ptrdiff_t(documents.items.size()))
        fail(path.string() + " does not hold two classes of documents with some to learn from and some to test");
    return documents;
}

}  // namespace engram
