// What `cmake --install` lays down and what desktops, shells and people make of it: each file is given to the tool that reads it.
#include <QMimeDatabase>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/version.h"
#include "core/session/session.h"
#include "tests/bytes_of.h"

using namespace engram;
using engram::test::bytesOf;

namespace {

struct Ended {
    int code = -1;
    QByteArray out, err;
};

Ended ended(const QString& program, const QStringList& arguments, const QString& folder = {}) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("LC_ALL", "C.UTF-8");
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) environment.remove(name);
    process.setProcessEnvironment(environment);
    if (!folder.isEmpty()) process.setWorkingDirectory(folder);
    process.start(program, arguments);
    if (!process.waitForStarted()) return {-1, {}, (program + " is not installed; ./test installs it").toUtf8()};
    if (!process.waitForFinished(240'000)) return {-1, {}, (program + " does not end").toUtf8()};
    return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, process.readAllStandardOutput(),
            process.readAllStandardError()};
}

QString buildFolder() { return QFileInfo(ENGRAM_PROGRAM).absolutePath(); }

QStringList filesBelow(const QString& folder) {
    QStringList files;
    for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
        files << QDir(folder).relativeFilePath(it.next());
    files.sort();
    return files;
}

// The words that bash offers for `line`, the cursor at its end.
QStringList offeredByBash(const QString& completions, const QString& line) {
    const QString script = QStringLiteral(
        "source \"$1\"; COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDBREAKS=$' \\t\\n\"\\'><=;|&(:'; read -ra COMP_WORDS <<< \"$2\"; "
        "COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _engram; printf '%s\\n' \"${COMPREPLY[@]}\"");
    const Ended bash = ended("bash", {"--norc", "-c", script, "bash", completions, line});
    return bash.code == 0 && bash.err.isEmpty() ? QString::fromUtf8(bash.out).split('\n', Qt::SkipEmptyParts)
                                                : QStringList{"failed", QString::fromUtf8(bash.err)};
}

QStringList offeredByFish(const QString& completions, const QString& line) {
    const Ended fish = ended("fish", {"--no-config", "-c", "source $argv[1]; complete -C $argv[2]", completions, line});
    QStringList words;
    for (const QString& row : QString::fromUtf8(fish.out).split('\n', Qt::SkipEmptyParts)) words << row.section('\t', 0, 0);
    return words;
}

}  // namespace

class TestInstall : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        qputenv("XDG_DATA_DIRS", (prefix("share") + ":/usr/share").toUtf8());  // before Qt reads the types of files
        const Ended installed = ended("cmake", {"--install", buildFolder(), "--prefix", prefix()});
        QVERIFY2(installed.code == 0, installed.err);
    }

    void everyFileIsWhereItIsLookedFor() {
        QStringList wanted{"bin/engram",
                           "share/applications/engram.desktop",
                           "share/bash-completion/completions/engram",
                           "share/doc/engram/changelog.Debian.gz",
                           "share/doc/engram/changelog.gz",
                           "share/doc/engram/copyright",
                           "share/fish/vendor_completions.d/engram.fish",
                           "share/icons/hicolor/scalable/apps/engram.svg",
                           "share/man/man1/engram.1.gz",
                           "share/metainfo/invalid.engram.engram.metainfo.xml",
                           "share/mime/packages/engram.xml",
                           "share/zsh/site-functions/_engram"};
        for (const int size : {16, 24, 32, 48, 64, 128, 256}) wanted << QString("share/icons/hicolor/%1x%1/apps/engram.png").arg(size);
        wanted.sort();
        QCOMPARE(filesBelow(prefix()), wanted);
    }

    void nothingNamesThePlaceItWasBuiltAt() {
        for (const QString& file : filesBelow(prefix())) QVERIFY2(!bytesOf(prefix(file)).contains(ENGRAM_ROOT), qPrintable(file));
    }

    void toolsFindNothingToObjectTo_data() {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("desktop file") << "desktop-file-validate" << QStringList{prefix("share/applications/engram.desktop")};
        QTest::newRow("metainfo") << "appstreamcli"
                                  << QStringList{"validate", "--no-net", prefix("share/metainfo/invalid.engram.engram.metainfo.xml")};
        QTest::newRow("type of file") << "xmllint" << QStringList{"--noout", prefix("share/mime/packages/engram.xml")};
        QTest::newRow("icon") << "xmllint" << QStringList{"--noout", prefix("share/icons/hicolor/scalable/apps/engram.svg")};
        QTest::newRow("manual") << "man" << QStringList{"--warnings", "--encoding=UTF-8", "--troff-device=utf8",
                                                        "--ditroff",  "--local-file",     prefix("share/man/man1/engram.1.gz")};
        QTest::newRow("bash") << "bash" << QStringList{"-n", prefix("share/bash-completion/completions/engram")};
        QTest::newRow("zsh") << "zsh" << QStringList{"-n", prefix("share/zsh/site-functions/_engram")};
        QTest::newRow("fish") << "fish" << QStringList{"--no-execute", prefix("share/fish/vendor_completions.d/engram.fish")};
    }
    void toolsFindNothingToObjectTo() {
        QFETCH(QString, tool);
        QFETCH(QStringList, arguments);
        const Ended checked = ended(tool, arguments);
        QVERIFY2(checked.code == 0 && checked.err.isEmpty(), checked.out + checked.err);
    }

    void iconsHaveTheirSizes() {
        for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
            const QImage icon(prefix(QString("share/icons/hicolor/%1x%1/apps/engram.png").arg(size)));
            QCOMPARE(icon.size(), QSize(size, size));
            QVERIFY(qAlpha(icon.pixel(0, 0)) < 128 && qAlpha(icon.pixel(size / 2, size / 2)) == 255);
        }
    }

    // By its name, and without one by how every session begins.
    void sessionsAreKnown() {
        const QMimeDatabase types;
        const QByteArray session = QByteArray::fromStdString(toToml(newSession("dense_memory")));
        QCOMPARE(types.mimeTypeForFile("half-an-8.engram", QMimeDatabase::MatchExtension).name(), QString("application/x-engram"));
        QCOMPARE(types.mimeTypeForData(session).name(), QString("application/x-engram"));
        QVERIFY(types.mimeTypeForName("application/x-engram").inherits("text/plain"));
        QVERIFY(types.mimeTypeForData(QByteArray("format = 2\n[table]\n")).name() != "application/x-engram");
        QVERIFY(bytesOf(prefix("share/applications/engram.desktop")).contains("\nMimeType=application/x-engram;\n"));
    }

    void releasesFollowTheChanges() {
        const QString metainfo = QString::fromUtf8(bytesOf(prefix("share/metainfo/invalid.engram.engram.metainfo.xml")));
        const QString changes = QString::fromUtf8(bytesOf(ENGRAM_ROOT "/CHANGELOG.md"));
        QStringList versions;
        static const QRegularExpression heading("^## ([0-9.]+)", QRegularExpression::MultilineOption);
        for (auto it = heading.globalMatch(changes); it.hasNext();) versions << it.next().captured(1);
        QVERIFY(!versions.isEmpty());
        QCOMPARE(versions.front(), QString::fromLatin1(version()));
        for (const QString& version : versions)
            QVERIFY2(metainfo.contains("<release version=\"" + version + "\" date="), qPrintable(version));
    }

    // The manual and the completions know every verb and every option that the program's own help shows.
    void manualAndCompletionsKnowEveryOption() {
        const QString manual = QString::fromUtf8(ended("man", {"--local-file", "--pager=cat", prefix("share/man/man1/engram.1.gz")}).out);
        const QString bash = QString::fromUtf8(bytesOf(prefix("share/bash-completion/completions/engram")));
        static const QRegularExpression option("(?<![\\w-])--[a-z][a-z-]+");
        const QString help = QString::fromUtf8(ended(prefix("bin/engram"), {"--help"}).out);
        static const QRegularExpression subcommand("^  ([a-z]+)  ", QRegularExpression::MultilineOption);
        QStringList calls{""};
        for (auto it = subcommand.globalMatch(help); it.hasNext();) {
            const QString verb = it.next().captured(1);
            if (verb != "files") calls << verb;
        }
        QVERIFY(calls.contains("run") && calls.contains("render"));
        for (const QString& verb : calls) {
            QVERIFY2(manual.contains("engram " + verb), qPrintable(verb));
            const QString own =
                QString::fromUtf8(ended(prefix("bin/engram"), verb.isEmpty() ? QStringList{"--help"} : QStringList{verb, "--help"}).out);
            for (auto it = option.globalMatch(own); it.hasNext();) {
                const QString name = it.next().captured();
                QVERIFY2(manual.contains(name) && bash.contains(name), qPrintable(verb + " " + name));
            }
        }
    }

    void shellsOffer_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QStringList>("offered");   // all of these
        QTest::addColumn<QStringList>("withheld");  // none of these
        QTest::newRow("verbs") << "engram r" << QStringList{"run", "render"} << QStringList{"list", "video"};
        QTest::newRow("experiments") << "engram run d" << QStringList{"dense_memory", "diffusion_memory"} << QStringList{"clam", "beta="};
        QTest::newRow("parameters") << "engram run dense_memory b" << QStringList{"beta="} << QStringList{"model=", "dense_memory"};
        QTest::newRow("after options") << "engram run --steps 3 dense_memory mod" << QStringList{"model="} << QStringList{"beta="};
        QTest::newRow("of a sweep") << "engram sweep clam clus" << QStringList{"clusters="} << QStringList{"beta="};
        QTest::newRow("options") << "engram run --s" << QStringList{"--steps", "--seed", "--save-weights"}
                                 << QStringList{"--fps", "--json"};
        QTest::newRow("choices of an option") << "engram render dense_memory --theme " << QStringList{"dark", "light", "print"}
                                              << QStringList{"cpu"};
        QTest::newRow("device") << "engram video clam --device g" << QStringList{"gpu"} << QStringList{"cpu"};
        QTest::newRow("panels") << "engram render dense_memory --panel surf" << QStringList{"surface"} << QStringList{"energy"};
        QTest::newRow("more panels") << "engram render dense_memory --panel surface,en" << QStringList{"surface,energy"}
                                     << QStringList{"surface,surface"};
        QTest::newRow("benches") << "engram bench ba" << QStringList{"basins"} << QStringList{"retrieval"};
    }
    void shellsOffer() {
        QFETCH(QString, line);
        QFETCH(QStringList, offered);
        QFETCH(QStringList, withheld);
        const QStringList byBash = offeredByBash(prefix("share/bash-completion/completions/engram"), line);
        const QStringList byFish = offeredByFish(prefix("share/fish/vendor_completions.d/engram.fish"), line);
        for (const QStringList& words : {byBash, byFish}) {
            for (const QString& word : offered) QVERIFY2(words.contains(word), qPrintable(word + " is not among " + words.join(' ')));
            for (const QString& word : withheld) QVERIFY2(!words.contains(word), qPrintable(word + " is among " + words.join(' ')));
        }
    }

    // Readline takes = for the end of a word, so bash completes only what follows it; fish completes the whole word.
    void shellsOfferValues() {
        const QString bash = prefix("share/bash-completion/completions/engram"),
                      fish = prefix("share/fish/vendor_completions.d/engram.fish");
        QCOMPARE(offeredByBash(bash, "engram run dense_memory model="), (QStringList{"A", "B", "C", "hopfield"}));
        QCOMPARE(offeredByBash(bash, "engram run dense_memory model=B"), QStringList{"B"});
        QVERIFY(offeredByBash(bash, "engram run dense_memory beta=").isEmpty());
        QVERIFY(offeredByFish(fish, "engram run dense_memory model=").contains("model=B"));
    }

    void anUnknownShellIsRefused() {
        const Ended refused = ended(prefix("bin/engram"), {"--completions", "bsah"});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("did you mean bash"), refused.err);
    }

    void whatIsInstalledRunsAndLeavesTheFolderAlone() {
        const QTemporaryDir folder;
        const Ended run = ended(prefix("bin/engram"), {"run", "dense_memory", "--steps", "3", "--json", "-"}, folder.path());
        QVERIFY2(run.code == 0 && run.out.contains("\"steps\": 3"), run.err);
        for (const char* verb : {"list", "bench", "--manual"}) QCOMPARE(ended(prefix("bin/engram"), {verb}, folder.path()).code, 0);
        QCOMPARE(filesBelow(folder.path()), QStringList());
    }

    void theDebianPackageNamesWhatItNeeds() {
        const QTemporaryDir folder;
        const Ended packed = ended("cpack", {"--config", buildFolder() + "/CPackConfig.cmake", "-B", folder.path()});
        QVERIFY2(packed.code == 0, packed.out + packed.err);
        const QStringList files = QDir(folder.path()).entryList({"*.deb"});
        QCOMPARE(files.size(), 1);
        const QString package = folder.filePath(files.front());
        const Ended fields = ended("dpkg-deb", {"--field", package, "Depends", "Recommends", "Section", "Maintainer", "Version"});
        for (const char* word : {"libc6 (>=", "libqt6widgets6", "libegl1", "libgl1-mesa-dri", "fonts-inter", "Recommends: ffmpeg, qt6-translations-l10n",
                                 "Section: science", "<noreply@"})
            QVERIFY2(fields.out.contains(word), word + QByteArray(" is not in ") + fields.out);
        QVERIFY(fields.out.contains("Version: " + QByteArray(version()) + "-1"));
        const QString contents = QString::fromUtf8(ended("dpkg-deb", {"--contents", package}).out);
        for (const QString& file : filesBelow(prefix())) {
            const QString there = "./usr/" + QString(file).replace("zsh/site-functions", "zsh/vendor-completions");
            QVERIFY2(contents.contains(there), qPrintable(there));
        }
        QVERIFY(!contents.contains("./usr/include") && !contents.contains("./usr/lib"));
    }

private:
    QString prefix(const QString& file = {}) const { return file.isEmpty() ? prefix_.path() : prefix_.filePath(file); }

    QTemporaryDir prefix_;
};

QTEST_MAIN(TestInstall)
#include "test_install.moc"
