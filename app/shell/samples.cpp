#include "app/shell/samples.h"

#include <QStandardPaths>
#include <algorithm>

#include "core/base/asset.h"
#include "core/base/error.h"
#include "core/session/toml_section.h"

namespace engram {

namespace fs = std::filesystem;

namespace {

constexpr const char* kList = "assets/samples.toml";
constexpr std::int64_t kMostBytes = std::int64_t(1) << 40;
constexpr std::size_t kDigits = 64, kShownDigits = 12;  // of a checksum

SampleFile fileOf(const toml::table& table, const std::string& origin) {
    Section section(table, "set.file", origin);
    SampleFile file;
    const std::string as = section.text("as", "");
    const auto input = std::ranges::find(inputFiles(), as, [](const InputFile& f) { return std::string(f.name); });
    if (input == inputFiles().end()) section.refuse("set.file.as = " + as + " is no kind of file that experiments read");
    file.as = *input;
    file.name = section.text("name", ""), file.address = section.text("address", ""), file.sha256 = section.text("sha256", "");
    file.bytes = section.whole("bytes", 0, 1, kMostBytes);
    section.refuseTheRest();
    if (file.name.empty() || file.name.find('/') != file.name.npos) section.refuse("set.file.name must name a file");
    if (!file.address.starts_with("https://") && !file.address.starts_with("http://"))
        section.refuse(file.name + ": the address must begin with https://");
    if (file.sha256.size() != kDigits || file.sha256.find_first_not_of("0123456789abcdef") != std::string::npos)
        section.refuse(file.name + ": sha256 must be 64 hexadecimal digits");
    return file;
}

Sample sampleOf(const toml::table& table, const std::string& origin) {
    Section section(table, "set", origin);
    Sample sample;
    for (const auto& [key, text] : {std::pair{"id", &Sample::id},
                                    {"title", &Sample::title},
                                    {"use", &Sample::use},
                                    {"licence", &Sample::licence},
                                    {"source", &Sample::source},
                                    {"experiment", &Sample::experiment}}) {
        sample.*text = section.text(key, "");
        if ((sample.*text).empty()) section.refuse(section.label(key) + " is missing");
    }
    sample.beside = section.flag("beside", false);
    Values values = newSession(sample.experiment).values;
    if (const toml::array* assignments = section.list("values"))
        for (const toml::node& node : *assignments) {
            sample.values.push_back(node.value_or(std::string()));
            experiment(sample.experiment).params.set(values, sample.values.back());
        }
    for (const toml::table* file : section.tables("file")) sample.files.push_back(fileOf(*file, origin));
    section.refuseTheRest();
    if (sample.files.empty()) section.refuse(sample.id + " has no file");
    return sample;
}

// Whether a text of the person's own is open in its experiment.
bool goesBeside(const Sample& sample, const Session& now) {
    return sample.beside && now.experiment == sample.experiment && !now.inputs.data.empty();
}

}  // namespace

std::vector<Sample> readSamples(std::string_view toml, const std::string& origin) {
    const toml::table document = parsedToml(toml, origin, "list of data sets");
    Section section(document, "", origin);
    section.whole("format", 0, 1, 1);
    std::vector<Sample> all;
    for (const toml::table* set : section.tables("set")) all.push_back(sampleOf(*set, origin));
    section.refuseTheRest();
    return all;
}

const std::vector<Sample>& samples() {
    static const std::vector<Sample> all = readSamples(asset(kList), kList);
    return all;
}

fs::path samplesFolder() { return fs::path(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString()) / "samples"; }

fs::path placeOf(const SampleFile& file, const fs::path& folder) { return folder / file.sha256.substr(0, kShownDigits) / file.name; }

bool isKept(const Sample& sample, const fs::path& folder) {
    return std::ranges::all_of(sample.files, [&](const SampleFile& file) {
        std::error_code none;
        return fs::file_size(placeOf(file, folder), none) == std::uintmax_t(file.bytes) && !none;
    });
}

std::vector<SampleFile> neededFiles(const Sample& sample, const Session& now) {
    std::vector<SampleFile> files = sample.files;
    if (goesBeside(sample, now)) std::erase_if(files, [](const SampleFile& file) { return file.as.path == &Inputs::data; });
    return files;
}

std::vector<Wanted> wantedOf(const std::vector<SampleFile>& files, const fs::path& folder) {
    std::vector<Wanted> wanted;
    for (const SampleFile& file : files)
        wanted.push_back({QUrl(QString::fromStdString(file.address)),
                          {QString::fromStdString(placeOf(file, folder).string()), file.bytes, QByteArray::fromStdString(file.sha256)}});
    return wanted;
}

Session sampleSession(const Sample& sample, const fs::path& folder, const Session& now) {
    Session session = now;
    if (!goesBeside(sample, now)) {
        session = newSession(sample.experiment);
        session.view.theme = now.view.theme;
        session.inputs.seed = now.inputs.seed;
        for (const std::string& assignment : sample.values) experiment(sample.experiment).params.set(session.values, assignment);
    }
    for (const SampleFile& file : neededFiles(sample, now)) session.inputs.*file.as.path = placeOf(file, folder);
    return session;
}

}  // namespace engram
