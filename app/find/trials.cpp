#include "app/find/trials.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>

#include "app/export/image.h"
#include "app/shell/thumbnails.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/session/recipe.h"
#include "render/figure/svg.h"

namespace engram {

namespace {

constexpr std::string_view kMark = "# tried ";  // the first line of the recipe: TOML takes it for a comment
constexpr std::uint64_t kMostBytes = 8u << 20;

Trial trialIn(const std::filesystem::path& file) {
    const std::string bytes = readFile(file, kMostBytes), name = file.filename().string();
    const std::string recipe = recipeIn(bytes, name);
    if (!recipe.starts_with(kMark)) fail(name + " is no picture of something tried");
    Trial trial{.label = recipe.substr(kMark.size(), recipe.find('\n') - kMark.size()),
                .session = fromToml(recipe, name),
                .picture = {},
                .file = file};
    if (!trial.picture.loadFromData(reinterpret_cast<const uchar*>(bytes.data()), int(bytes.size()), "PNG")) fail(name + " is damaged");
    return trial;
}

}  // namespace

std::vector<Trial> keptTrials(const std::filesystem::path& folder, int& damaged) {
    std::vector<std::filesystem::path> files;
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(folder, none))
        if (entry.path().extension() == ".png") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    if (files.size() > kMostTrials) {
        const auto kept = files.end() - std::ptrdiff_t(kMostTrials);
        for (auto file = files.begin(); file != kept; ++file) std::filesystem::remove(*file, none);
        files.erase(files.begin(), kept);
    }
    std::vector<Trial> trials;
    for (const auto& file : files) try {
            trials.push_back(trialIn(file));
        } catch (const Error&) {
            ++damaged;
            std::filesystem::rename(file, file.string() + ".damaged", none);  // said once
        }
    return trials;
}

std::string trialBytes(const Trial& trial) {
    QImage image = trial.picture;
    if (image.isNull()) {
        image = QImage(Thumbnails::kWidth, Thumbnails::kHeight, QImage::Format_RGBA8888);
        image.fill(Qt::transparent);
    }
    std::string line = trial.label;
    std::replace(line.begin(), line.end(), '\n', ' ');
    return toPng(toPixels(image), 0, std::string(kMark) + line + "\n" + recipeOf(trial.session));
}

std::filesystem::path newTrialFile(const std::filesystem::path& folder) {
    static int made = 0;  // several within a millisecond, and several windows
    const QString name = QStringLiteral("%1-%2-%3.png")
                             .arg(QDateTime::currentMSecsSinceEpoch(), 14, 10, QLatin1Char('0'))
                             .arg(QCoreApplication::applicationPid())
                             .arg(++made, 6, 10, QLatin1Char('0'));
    return folder / name.toStdString();
}

}  // namespace engram
