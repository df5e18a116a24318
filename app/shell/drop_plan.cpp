#include "app/shell/drop_plan.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <set>

#include "app/language/language.h"
#include "app/shell/document.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/data/idx.h"
#include "core/data/table.h"
#include "core/session/staging.h"

namespace engram {

namespace fs = std::filesystem;

namespace {

constexpr qint64 kMostSession = 8 << 20;  // bytes that are read while a file hangs over the window
constexpr std::size_t kHead = 1 << 16, kMostLecture = 1 << 20;
constexpr int kMostCounted = 1000;

struct Phrases {
    Q_DECLARE_TR_FUNCTIONS(engram::DropPlan)
};
QString quoted(const std::string& name) { return QStringLiteral("“%1”").arg(QString::fromStdString(name)); }
QString nameOf(const fs::path& path) {
    return QString::fromStdString((path.has_filename() ? path : path.parent_path()).filename().string());
}
QString counted(qint64 count) { return QLocale().toString(count); }

QString momentOf(const Session& session) {
    const QString title = quoted(spoken(experiment(session.experiment).title));
    return session.step > 0 ? Phrases::tr("%1 at step %2").arg(title, counted(session.step)) : title;
}

QString sessionWords(const fs::path& path) {
    const QFileInfo file(QString::fromStdString(path.string()));
    const bool isFigure = lowerEnding(path) != "engram";
    if (!file.exists()) fail(Phrases::tr("%1 does not exist").arg(nameOf(path)).toStdString());
    if (!file.isReadable()) fail(Phrases::tr("%1 may not be read").arg(nameOf(path)).toStdString());
    if (file.size() > kMostSession) return Phrases::tr("Opens the moment that %1 shows").arg(nameOf(path));
    const QString moment = momentOf(loadSession(path));
    if (isFigure) return Phrases::tr("Opens the moment that %1 shows: %2").arg(nameOf(path), moment);
    return Phrases::tr("Opens the session of %1: %2")
        .arg(QLocale().toString(file.lastModified().date(), Phrases::tr("d MMMM yyyy")), moment);
}

// Of files in a folder that end so.
int countOf(const fs::path& folder, const std::set<std::string>& endings) {
    int count = 0, all = 0;
    std::error_code unreadable;
    for (fs::directory_iterator it(folder, unreadable), end; !unreadable && it != end && all < kMostCounted; it.increment(unreadable))
        ++all, count += endings.contains(lowerEnding(it->path()));
    return count;
}

QString folderWords(const fs::path& folder, DataKind kind) {
    static const std::set<std::string> kTexts{"txt", "text", "md"}, kPictures{"png", "jpg", "jpeg", "bmp", "pgm"};
    const bool texts = kind == DataKind::Text;
    const int count = countOf(folder, texts ? kTexts : kPictures);
    if (count == 0) fail(Phrases::tr("%1 is a folder without texts or pictures").arg(nameOf(folder)).toStdString());
    if (count == 1) return (texts ? Phrases::tr("the one text of %1") : Phrases::tr("the one picture of %1")).arg(nameOf(folder));
    const QString number = count == kMostCounted ? Phrases::tr("%1 and more").arg(counted(count)) : counted(count);
    return (texts ? Phrases::tr("the %1 texts of %2") : Phrases::tr("the %1 pictures of %2")).arg(number, nameOf(folder));
}

// What a file holds, as in "Opens 60,000 pictures of 28 × 28". Throws where it cannot be read.
QString contentOf(const fs::path& path, DataKind kind) {
    if (fs::is_directory(path)) return folderWords(path, kind);
    switch (kind) {
        case DataKind::Pictures: {
            const IdxHeader header = readIdxHeader(path);
            return Phrases::tr("%1 pictures of %2 × %3").arg(counted(header.count)).arg(header.width).arg(header.height);
        }
        case DataKind::Classes:
            return Phrases::tr("the classes of %1 pictures").arg(counted(readIdxHeader(path).count));
        case DataKind::Table: {
            std::string head = readHead(path, kHead);
            if (head.size() == kHead) head.erase(head.rfind('\n') + 1);
            const TablePreview table = previewText(head, path.filename().string(), 1);
            if (table.columns.empty()) fail(table.wrong);
            return Phrases::tr("a table of %1 columns").arg(table.columns.size());
        }
        case DataKind::Text:
            return Phrases::tr("a text of %1").arg(QLocale().formattedDataSize(qint64(fs::file_size(path)), 0, QLocale::DataSizeSIFormat));
        case DataKind::Weights:
            return Phrases::tr("the weights in %1").arg(nameOf(path));
        default:
            return Phrases::tr("the word pairs in %1").arg(nameOf(path));
    }
}

bool liesBeside(DataKind kind) { return kind == DataKind::Classes || kind == DataKind::Pairs; }

struct Sorted {
    std::vector<std::pair<fs::path, DataKind>> data, beside;
};

DropPlan planData(const Sorted& files, const Session& now, const std::string& over) {
    DropPlan plan;
    const auto& [path, kind] = files.data.front();
    const Experiment& opener = openerOf(kind, now, over);
    plan.main = path, plan.experiment = opener.id;
    QString content = contentOf(path, kind);
    for (const auto& [other, otherKind] : files.beside)
        if (reads(opener, otherKind)) {
            content += Phrases::tr(" with %1").arg(contentOf(other, otherKind));
            plan.beside.push_back({inputOf(otherKind), other});
        }
    plan.sentence = Phrases::tr("Opens %1 in %2").arg(content, quoted(spoken(opener.title)));
    if (kind == DataKind::Table) plan.sentence += Phrases::tr("; asks for its columns first");
    return plan;
}

DropPlan planBeside(const Sorted& files, const Session& now, const std::string& over) {
    DropPlan plan;
    const auto& [path, kind] = files.beside.front();
    const Experiment& e = openerOf(kind, now, over);
    if (e.id != now.experiment || now.inputs.data.empty())
        fail((kind == DataKind::Pairs ? Phrases::tr("word pairs lie beside a text; open one in %1 first")
                                      : Phrases::tr("classes lie beside pictures; open some in %1 first"))
                 .arg(quoted(spoken(e.title)))
                 .toStdString());
    plan.beside.push_back({inputOf(kind), path});
    plan.sentence = Phrases::tr("Opens %1 beside %2").arg(contentOf(path, kind), nameOf(now.inputs.data));
    return plan;
}

bool isLecture(const fs::path& file) {
    return lowerEnding(file) == "md" && fs::is_regular_file(file) && looksLikeLesson(readHead(file, kMostLecture));
}

DropPlan planLecture(const fs::path& file) {
    DropPlan plan;
    plan.main = file, plan.isLecture = true;
    plan.sentence = Phrases::tr("Gives the lecture “%1”")
                        .arg(QString::fromStdString(parseLesson(readHead(file, kMostLecture), nameOf(file).toStdString()).title));
    return plan;
}

DropPlan planned(const std::vector<fs::path>& files, const Session& now, const std::string& over) {
    for (const fs::path& file : files)
        if (!fs::is_directory(file) && holdsSession(file)) {
            DropPlan plan;
            plan.sentence = sessionWords(file);
            plan.main = file;
            return plan;
        }
    if (const auto lecture = std::ranges::find_if(files, isLecture); lecture != files.end()) return planLecture(*lecture);
    Sorted sorted;
    for (const fs::path& file : files) {
        const DataKind kind = dataKindOf(file);
        (liesBeside(kind) ? sorted.beside : sorted.data).emplace_back(file, kind);
    }
    return sorted.data.empty() ? planBeside(sorted, now, over) : planData(sorted, now, over);
}

}  // namespace

DropPlan planDrop(const std::vector<fs::path>& files, const Session& now, const std::string& over) {
    DropPlan plan;
    if (files.empty()) {
        plan.sentence = Phrases::tr("Cannot be read: only files and folders of this computer are opened");
        return plan;
    }
    try {
        plan = planned(files, now, over);
        const auto used = std::size_t(!plan.main.empty()) + plan.beside.size();
        if (used < files.size()) plan.sentence += Phrases::tr("; of the %1 files the others are left alone").arg(files.size());
    } catch (const Error& error) {
        plan.sentence = Phrases::tr("Cannot be read: %1").arg(QString::fromStdString(spoken(error.what())));
    } catch (const fs::filesystem_error& error) {
        plan.sentence = Phrases::tr("Cannot be read: %1").arg(QString::fromStdString(spoken(error.code().message())));
    }
    return plan;
}

}  // namespace engram
