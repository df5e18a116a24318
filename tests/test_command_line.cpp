// The command behind "Copy as command": run by a shell, it makes the same bytes as the figure it was copied from.
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/session/command_line.h"
#include "core/session/edit.h"
#include "tests/program.h"

using namespace engram;
using engram::test::program;

namespace {

QByteArray shell(const QString& command) {
    QProcess process;
    process.start("/bin/sh", {"-c", command});
    process.waitForFinished(60'000);
    return process.exitCode() == 0 ? process.readAllStandardOutput() : "failed: " + process.readAllStandardError();
}

}  // namespace

class TestCommandLine : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString path(const char* name) const { return folder_.filePath(name); }
    std::string bytes(const QString& file) const { return readFile(file.toStdString(), 1 << 26); }

    // What the command for this figure makes again at `again`.
    std::string madeAgain(const QString& figure, const QString& again, const QString& saved = {}) {
        const std::string command = renderCommand(loadSession(figure.toStdString()), again.toStdString(), saved.toStdString());
        const QByteArray said = shell(QString::fromStdString(command).replace(0, 6, ENGRAM_PROGRAM));
        return said.isEmpty() ? bytes(again) : said.toStdString();
    }

private slots:
    void oddWordsReachTheProgramWhole() {
        for (const char* word : {"plain", "", "two words", "it's", "\"$HOME\" `id` \\ * ? [a] ~", "a\nb", "-x", "β", "a=b,c"})
            QCOMPARE(shell("printf %s " + QString::fromStdString(shellQuoted(word))), QByteArray(word));
        QCOMPARE(shellQuoted("beta=17"), std::string("beta=17"));
    }

    void theCommandOfAFigureMakesItAgain_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QString>("ending");
        QTest::newRow("plain") << QStringList{"--at", "5"} << "svg";
        QTest::newRow("values") << QStringList{"beta=0.1", "model=C",      "corruption=0.30000000000000004", "--seed", "-3", "--at", "7",
                                               "--panel",  "energy,recall"}
                                << "svg";
        QTest::newRow("layout") << QStringList{"--at", "3",       "--panel", "energy",      "--size", "101.5mmx40mm",    "--dpi",
                                               "144",  "--theme", "light",   "--font-size", "9.5pt",  "--text-as-paths", "--transparent"}
                                << "pdf";
        QTest::newRow("picture") << QStringList{"--at", "3", "--panel", "recall", "--theme", "dark", "--dpi", "150", "--transparent"}
                                 << "png";
    }
    void theCommandOfAFigureMakesItAgain() {
        QFETCH(QStringList, options);
        QFETCH(QString, ending);
        const QString figure = path("a b.") + ending, again = path("it's again.") + ending;
        const auto ended = program(QStringList{"render", "dense_memory"} + options + QStringList{"-o", figure});
        QVERIFY2(ended.code == 0, qPrintable(ended.err));
        const std::string made = madeAgain(figure, again);
        QVERIFY2(made == bytes(figure), made.substr(0, 200).c_str());
    }

    void changesOnTheWayComeFromTheFile() {
        const Experiment& e = experiment("dense_memory");
        Session session = edited(newSession(e.id), e, "beta", 3.0, 4);
        session.step = 12;
        session.view.hero = "energy";
        session.view.figure.transparent = true;
        const QString saved = path("the session.engram");
        saveSession(session, saved.toStdString());
        const QString figure = path("o.svg");
        QCOMPARE(program({"render", saved, "-o", figure, "--at", "9", "--no-transparent", "--panel", "energy"}).code, 0);
        QVERIFY(!loadSession(figure.toStdString()).orders.empty());
        const std::string made = madeAgain(figure, path("p.svg"), saved);
        QVERIFY2(made == bytes(figure), made.substr(0, 200).c_str());
        const auto refusal = [&](const QString& file) {
            try {
                renderCommand(loadSession(figure.toStdString()), "x.svg", file.toStdString());
            } catch (const Error& error) {
                return QString::fromUtf8(error.what());
            }
            return QString();
        };
        QVERIFY(refusal({}).contains("save the session first"));
        session.inputs.seed = 8;
        saveSession(session, saved.toStdString());
        QVERIFY(refusal(saved).contains("no longer holds this session"));
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "test_command_line.moc"
