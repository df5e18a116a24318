// Documents with labels, for classification. A file: a line a document, "LABEL:finer text" (as TREC has it) or "LABEL<tab>text". A
// folder: of files NAME.train and NAME.test the first teaches and the other tests; else each file is a class, and every tenth of its
// lines tests.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace engram {

struct Document {
    std::string text;
    int label = 0;
    bool tests = false;
};
struct Documents {
    std::vector<Document> items;
    std::vector<std::string> labels;
};
Documents readDocuments(const std::filesystem::path& path);  // throws, naming the file, where there are not two classes to tell apart

}  // namespace engram
