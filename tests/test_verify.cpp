// Stamps and the verb that checks them: what a file recorded is found again to the bit, and whatever was changed in it is seen.
#include <csignal>

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include "app/shell/document.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/session/history.h"
#include "core/session/recipe.h"
#include "core/session/stamp.h"
#include "core/sim/player.h"
#include "tests/program.h"
#include "tests/refusal.h"

using namespace engram;

using engram::test::Ended;
using engram::test::program;

namespace {

Session session() {
    Session s = newSession("dense_memory");
    s.values["beta"] = 17.0;
    s.inputs.seed = 5;
    s.step = 9;
    return s;
}

std::optional<Stamp> stampAt(const Session& s) {
    Player player(s);
    player.goTo(s.step);
    return stampOf(experiment(s.experiment), player.trace(), "cpu, test");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    return at == text.npos ? std::string("nothing to replace") : text.replace(at, from.size(), to);
}

QString refusalOf(const std::string& text) {
    return QString::fromStdString(engram::test::messageOf([&] { fromToml(text, "file.engram"); }));
}

}  // namespace

class TestVerify : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString path(const char* name) const { return folder_.filePath(name); }

    QString saved(const char* name, const std::string& text) const {
        writeFile(path(name).toStdString(), text);
        return path(name);
    }

private slots:
    void aStampComesBackAndIsNoPartOfTheSession() {
        const Session s = session();
        const auto stamp = stampAt(s);
        QVERIFY(stamp && stamp->step == 9 && stamp->measures.size() == experiment(s.experiment).measures.size());
        const std::string text = toToml(s, stamp);
        QVERIFY(text.starts_with(toToml(s)));
        QVERIFY(stampIn(text, "x") == stamp);
        QVERIFY(fromToml(text, "x") == s);
        QVERIFY(!stampIn(toToml(s), "x"));
        QCOMPARE(toToml(s, std::nullopt), toToml(s));
        QCOMPARE(recipeOf(s, stamp), recipeOf(fromToml(text, "x"), stampIn(text, "x")));
        History history;
        history.reset(s);
        history.edit(fromToml(text, "x"), "opened");
        QCOMPARE(history.undoCount(), 0);
    }

    void everyStepAndEveryBitCounts() {
        Session s = session();
        const auto nine = stampAt(s);
        s.inputs.seed = 6;
        QVERIFY(stampAt(s)->trace != nine->trace);
        Trace a(1), b(1);
        for (double v : {1.0, 0.0, 2.0}) a.push({v});
        for (double v : {1.0, -0.0, 2.0}) b.push({v});
        Experiment e;
        e.measures = {{"m", "", "", ""}};
        QVERIFY(stampOf(e, a, "")->trace != stampOf(e, b, "")->trace);
        QVERIFY(!stampOf(e, Trace(1), ""));
    }

    void measuresThatAreNoNumbersComeBack() {
        Stamp stamp{"1", "cpu", 3, "0123456789abcdef", {{"energy", std::nan("")}, {"overlap", -INFINITY}, {"recalled", 0.1 + 0.2}}};
        const auto back = stampIn(toToml(session(), stamp), "x");
        QVERIFY(std::isnan(back->measures[0].second) && back->measures[1].second == -INFINITY && back->measures[2].second == 0.1 + 0.2);
        QCOMPARE(back->measures[1].first, std::string("overlap"));
    }

    void damagedStampsAreRefusedByName() {
        const std::string text = toToml(session(), stampAt(session()));
        const std::pair<std::string, const char*> cases[] = {
            {replaced(text, "[stamp]\nversion", "[stamp]\nhost = \"me\"\nversion"), "stamp.host"},
            {replaced(text, "\ntrace = \"", "\ntrace = \"zz"), "16 hexadecimal digits"},
            {replaced(text, "[stamp.measures]\nenergy = ", "[stamp.measures]\nenergy = \"low\" # "),
             "stamp.measures.energy must be a number"},
            {replaced(text, "[stamp]", "[[stamp]]"), "stamp must be a table"},
        };
        for (const auto& [bad, says] : cases)
            QVERIFY2(refusalOf(bad).contains(says), qPrintable(QString(says) + " is not in: " + refusalOf(bad)));
    }

    void figuresAndSessionsAreFoundAgainToTheBit() {
        for (const char* ending : {"svg", "png", "pdf"}) {
            const QString figure = path((std::string("a.") + ending).c_str());
            QCOMPARE(program({"render", "dense_memory", "beta=17", "--seed", "5", "--panel", "energy", "--at", "9", "-o", figure}).code, 0);
            const Ended ended = program({"verify", figure});
            QVERIFY2(ended.code == 0 && ended.out.contains("Equal to the bit"), (ended.out + ended.err.toUtf8()).constData());
            for (const char* word : {"seed", "step", "version", "cpu, ", "energy"}) QVERIFY2(ended.out.contains(word), word);
        }
        const Ended ended = program({"verify", saved("s.engram", toToml(session(), stampAt(session())))});
        QVERIFY2(ended.code == 0 && ended.out.contains("cpu, test"), (ended.out + ended.err.toUtf8()).constData());
    }

    void whatDiffersIsNamedLargestFirst() {
        Stamp stamp = *stampAt(session());
        stamp.measures[0].second += 0.25, stamp.measures[1].second += 1e-9;
        const QString file = saved("d.engram", toToml(session(), stamp));
        const Ended ended = program({"verify", file});
        QVERIFY2(ended.code == 1 && ended.err.contains("most of all " + QString::fromStdString(stamp.measures[0].first) + " by 0.25"),
                 qPrintable(ended.err));
        QVERIFY(ended.out.indexOf(QByteArray::fromStdString("\n  " + stamp.measures[0].first)) <
                ended.out.indexOf(QByteArray::fromStdString("\n  " + stamp.measures[1].first)));
        QCOMPARE(program({"verify", file, "--tolerance", "0.2"}).code, 1);
        const Ended within = program({"verify", file, "--tolerance", "0.26"});
        QVERIFY2(within.code == 0, qPrintable(within.err));
        stamp = *stampAt(session());
        stamp.trace[3] = stamp.trace[3] == 'a' ? 'b' : 'a';
        const QString onTheWay = saved("w.engram", toToml(session(), stamp));
        const Ended way = program({"verify", onTheWay});
        QVERIFY2(way.code == 1 && way.err.contains("not to the bit on the way"), qPrintable(way.err));
        QCOMPARE(program({"verify", onTheWay, "--tolerance", "1e-12"}).code, 0);
        stamp = *stampAt(session());
        stamp.measures.emplace_back("vigour", 1);
        const Ended gone = program({"verify", saved("g.engram", toToml(session(), stamp)), "--tolerance", "1"});
        QVERIFY2(gone.code == 1 && gone.err.contains("vigour"), qPrintable(gone.err));
    }

    void aChangedSeedIsSeen() {
        const QString file = saved("c.engram", replaced(toToml(session(), stampAt(session())), "seed = 5", "seed = 6"));
        const Ended ended = program({"verify", file});
        QVERIFY2(ended.code == 1 && ended.err.contains("differ by more than 0"), qPrintable(ended.err));
    }

    void withoutAStampItRunsAndSaysSo() {
        const Ended ended = program({"verify", saved("n.engram", toToml(session()))});
        QVERIFY2(ended.code == 1 && ended.err.contains("nothing is recorded to compare with"), qPrintable(ended.err));
        QVERIFY(ended.out.contains("energy"));
    }

    void whatTheWindowSavesIsFoundAgain() {
        Document document([] {});
        document.start(session());
        QTRY_VERIFY_WITH_TIMEOUT(
            document.refresh().empty() && document.frame() && document.frame()->moment.step == 9 && !document.frame()->busy, 30'000);
        const QString file = path("window.engram");
        document.save(file.toStdString());
        const Ended ended = program({"verify", file});
        QVERIFY2(ended.code == 0 && ended.out.contains("Equal to the bit"), (ended.out + ended.err.toUtf8()).constData());
        QVERIFY(loadSession(file.toStdString()) == document.session());
        document.seek(200);  // not shown yet: nothing is known of that step
        document.save(file.toStdString());
        QVERIFY(!stampIn(sessionTextIn(file.toStdString()), "x") && loadSession(file.toStdString()).step == 200);
    }

    void ctrlCEndsIt() {
        Session far = session();
        far.step = 1'000'000;
        QProcess process;
        process.start(ENGRAM_PROGRAM, {"verify", saved("far.engram", toToml(far))});
        QVERIFY(process.waitForStarted());
        QVERIFY(!process.waitForFinished(1500));  // under way
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30'000));
        const QString said = QString::fromUtf8(process.readAllStandardError());
        QVERIFY2(process.exitCode() == 1 && said.contains("interrupted"), qPrintable(said));
    }

    void mistakesAreNamed() {
        QCOMPARE(program({"verify"}).code, 2);
        QVERIFY(program({"verify", "/no/such.svg"}).err.contains("/no/such.svg"));
        QCOMPARE(program({"verify", path("s.engram"), "--tolerance", "-1"}).code, 2);
        QCOMPARE(program({"verify", path("s.engram"), "--tolerance", "nan"}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "test_verify.moc"
