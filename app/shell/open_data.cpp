#include "app/shell/open_data.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/data/idx.h"
#include "core/data/table.h"

namespace engram {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kHead = 1 << 16;  // bytes that tell tables, texts and pairs apart
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

// The whole lines at the beginning.
TablePreview headAsTable(const fs::path& path) {
    std::string head = readHead(path, kHead);
    if (head.size() == kHead) head.erase(head.rfind('\n') + 1);
    return previewText(head, path.filename().string(), 1);
}

DataKind textKindOf(const fs::path& path) {
    using Kind = TablePreview::Kind;
    const TablePreview table = headAsTable(path);
    const auto& columns = table.columns;
    if (columns.size() == 3 && columns[0].kind == Kind::Words && columns[1].kind == Kind::Words && columns[2].kind != Kind::Words)
        return DataKind::Pairs;
    if (kTables.contains(lowerEnding(path))) return DataKind::Table;
    const auto counts = [](const TablePreview::Column& column) { return column.kind != Kind::Words; };
    return table.wrong.empty() && columns.size() > 1 && std::ranges::any_of(columns, counts) ? DataKind::Table : DataKind::Text;
}

DataKind idxKindOf(const fs::path& path) {
    try {
        return readIdxHeader(path).labels ? DataKind::Classes : DataKind::Pictures;
    } catch (const Error&) {
        return DataKind::Pictures;  // reading it will say what is wrong
    }
}

struct Wording {
    const char *choice, *plural, *input;
};
Wording wordsOf(DataKind kind) {
    switch (kind) {
        case DataKind::PictureFolder:
            return {"images", "folders of pictures", "data"};
        case DataKind::Table:
            return {"table", "tables", "data"};
        case DataKind::Text:
            return {"text", "texts", "data"};
        case DataKind::Weights:
            return {"", "weights", "weights"};
        case DataKind::Classes:
            return {"", "classes of pictures", "labels"};
        case DataKind::Pairs:
            return {"", "word pairs", "pairs"};
        default:
            return {"idx", "IDX files", "data"};
    }
}

bool readsInput(const Experiment& e, const char* input) { return std::ranges::find(e.reads, input) != e.reads.end(); }

// The parameter by which an experiment is told to read such data; null where it cannot.
const ParamSpec* sourceOf(const Experiment& e, const Wording& words) {
    if (!readsInput(e, "data")) return nullptr;
    for (const char* id : {"patterns", "data"})
        if (const ParamSpec* spec = e.params.find(id);
            spec && std::ranges::find(spec->choices, words.choice, &Choice::id) != spec->choices.end())
            return spec;
    return nullptr;
}

// Pictures whose classes are no news to an experiment are none that it reads.
bool takes(const Experiment& e, const Wording& words) {
    if (*words.choice != '\0') return sourceOf(e, words) != nullptr;
    const bool needsPictures = std::string_view(words.input) == "labels";
    return readsInput(e, words.input) && (!needsPictures || sourceOf(e, wordsOf(DataKind::Pictures)));
}

}  // namespace

DataKind dataKindOf(const fs::path& data) {
    if (!fs::exists(data)) fail(data.string() + " does not exist");
    if (fs::is_directory(data)) return holdsTexts(data) ? DataKind::Text : DataKind::PictureFolder;
    const std::string ending = lowerEnding(data);
    if (ending == "safetensors") return DataKind::Weights;
    return kTables.contains(ending) || kTexts.contains(ending) ? textKindOf(data) : idxKindOf(data);
}

const char* pluralOf(DataKind kind) { return wordsOf(kind).plural; }

const InputFile& inputOf(DataKind kind) {
    return *std::ranges::find(inputFiles(), std::string_view(wordsOf(kind).input), &InputFile::name);
}

bool reads(const Experiment& e, DataKind kind) { return takes(e, wordsOf(kind)); }

std::pair<std::string, std::string> sourceFor(const Experiment& e, const fs::path& data) {
    const Wording words = wordsOf(dataKindOf(data));
    const ParamSpec* spec = *words.choice != '\0' ? sourceOf(e, words) : nullptr;
    return spec ? std::pair{spec->id, std::string(words.choice)} : std::pair<std::string, std::string>();
}

const Experiment& openerOf(DataKind kind, const Session& now, const std::string& wanted) {
    const Wording words = wordsOf(kind);
    const Experiment& asked = experiment(wanted.empty() ? now.experiment : wanted);
    if (takes(asked, words)) return asked;
    if (!wanted.empty() || *words.choice == '\0') fail(asked.title + " reads no " + words.plural);
    const auto able = std::ranges::find_if(experiments(), [&](const Experiment& e) { return takes(e, words); });
    if (able == experiments().end()) fail(std::string("no experiment reads ") + words.plural);
    return *able;
}

Session withData(const Session& now, const fs::path& data, const std::string& wanted) {
    const DataKind kind = dataKindOf(data);
    const Experiment& e = openerOf(kind, now, wanted);
    Session session = now;
    if (e.id != now.experiment) {
        session = newSession(e.id);
        session.view.theme = now.view.theme;
        session.inputs.seed = now.inputs.seed;
    }
    session.inputs.*inputOf(kind).path = data;
    if (const auto [id, choice] = sourceFor(e, data); !id.empty()) e.params.set(session.values, id + "=" + choice);
    session.orders.clear();
    session.step = 0;
    return session;
}

}  // namespace engram
