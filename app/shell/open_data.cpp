#include "app/shell/open_data.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/data/table.h"

namespace engram {

namespace fs = std::filesystem;

namespace {

const std::set<std::string> kTables{"csv", "tsv", "tab", "data", "dat"}, kTexts{"txt", "text", "md"};

bool isTextFile(const fs::path& path) { return kTexts.contains(lowerEnding(path)); }

// Of a folder: texts, if that is what most of its files are.
bool holdsTexts(const fs::path& folder) {
    constexpr int kMostLookedAt = 1000;
    int texts = 0, all = 0;
    std::error_code unreadable;
    for (fs::directory_iterator it(folder, unreadable), end; !unreadable && it != end && all < kMostLookedAt; it.increment(unreadable))
        ++all, texts += isTextFile(it->path());
    return 2 * texts > all;
}

struct Wording {
    const char *choice, *plural;
};
Wording wordsOf(DataKind kind) {
    switch (kind) {
        case DataKind::PictureFolder:
            return {"images", "folders of pictures"};
        case DataKind::Table:
            return {"table", "tables"};
        case DataKind::Text:
            return {"text", "texts"};
        case DataKind::Weights:
            return {"", "weights"};
        default:
            return {"idx", "IDX files"};
    }
}

// The parameter by which an experiment is told to read such data; null where it cannot.
const ParamSpec* sourceOf(const Experiment& e, const Wording& words) {
    if (std::ranges::find(e.reads, "data") == e.reads.end()) return nullptr;
    for (const char* id : {"patterns", "data"})
        if (const ParamSpec* spec = e.params.find(id);
            spec && std::ranges::find(spec->choices, words.choice, &Choice::id) != spec->choices.end())
            return spec;
    return nullptr;
}

}  // namespace

DataKind dataKindOf(const fs::path& data) {
    if (!fs::exists(data)) fail(data.string() + " does not exist");
    if (fs::is_directory(data)) return holdsTexts(data) ? DataKind::Text : DataKind::PictureFolder;
    const std::string ending = lowerEnding(data);
    if (ending == "safetensors") return DataKind::Weights;
    if (kTables.contains(ending)) return DataKind::Table;
    if (!kTexts.contains(ending)) return DataKind::Pictures;
    const TablePreview asTable = previewTable(data, 1);
    const auto counts = [](const TablePreview::Column& column) { return column.kind != TablePreview::Kind::Words; };
    const bool isTable = asTable.wrong.empty() && asTable.columns.size() > 1 && std::ranges::any_of(asTable.columns, counts);
    return isTable ? DataKind::Table : DataKind::Text;
}

std::pair<std::string, std::string> sourceFor(const Experiment& e, const fs::path& data) {
    const Wording words = wordsOf(dataKindOf(data));
    const ParamSpec* spec = sourceOf(e, words);
    return spec ? std::pair{spec->id, std::string(words.choice)} : std::pair<std::string, std::string>();
}

Session withData(const Session& now, const fs::path& data) {
    const DataKind kind = dataKindOf(data);
    const Wording words = wordsOf(kind);
    Session session = now;
    if (kind == DataKind::Weights) {
        const Experiment& e = experiment(now.experiment);
        if (std::ranges::find(e.reads, "weights") == e.reads.end()) fail(e.title + " reads no weights");
        session.inputs.weights = data;
    } else {
        if (!sourceOf(experiment(now.experiment), words)) {
            const auto able = std::ranges::find_if(experiments(), [&](const Experiment& e) { return sourceOf(e, words) != nullptr; });
            if (able == experiments().end())
                fail("no experiment reads " + std::string(words.plural) + " such as " + data.filename().string());
            session = newSession(able->id);
            session.view.theme = now.view.theme;
            session.inputs.seed = now.inputs.seed;
        }
        const Experiment& e = experiment(session.experiment);
        session.inputs.data = data;
        e.params.set(session.values, sourceOf(e, words)->id + "=" + words.choice);
    }
    session.orders.clear();
    session.step = 0;
    return session;
}

}  // namespace engram
