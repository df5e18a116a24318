// The command line as scripts use it: the program itself is started, its output, files and exit codes are read.
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include "tests/bytes_of.h"
#include "tests/program.h"

using namespace engram::test;

class TestCli : public QObject {
    Q_OBJECT
private slots:
    void listIsCleanJson() {
        const Ended ended = program({"list", "--json"});
        QCOMPARE(ended.code, 0);
        const QJsonArray all = objectOf(ended.out)["experiments"].toArray();
        QVERIFY(!all.isEmpty());
        for (const auto& e : all)
            for (const char* key : {"id", "title", "paper", "params", "measures", "panels"}) QVERIFY2(e.toObject().contains(key), key);
        const QJsonArray params = all[0].toObject()["params"].toArray();
        for (const auto& p : params)
            for (const char* key : {"id", "type", "default", "range", "choices", "effect"}) QVERIFY2(p.toObject().contains(key), key);
        const QStringList wanted = {"model", "order", "separation", "beta", "slope", "alpha", "diagonal", "tau_f", "tau_h", "dt", "integrator", "input",
                                    "clamp", "patterns", "scaling", "count", "size", "corruption", "corruption_kind", "cues", "asymmetry"};
        for (const QString& id : wanted)
            QVERIFY2(std::any_of(params.begin(), params.end(), [&](const auto& p) { return p.toObject()["id"].toString() == id; }), qPrintable(id));
    }

    // Data that is given is read, though the source is not named; what cannot read it says so.
    void givenDataIsRead() {
        QTemporaryDir folder;
        const QString path = folder.filePath("points.csv");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < 40; ++i) file.write(QByteArray::number(i % 4 * 5 + i * 0.01) + "," + QByteArray::number(i % 2) + ",k" + QByteArray::number(i % 4) + "\n");
        file.close();
        const Ended ended = program({"run", "clam", "clusters=4", "epochs=2", "--data", path, "--json", "-"});
        QCOMPARE(ended.code, 0);
        QCOMPARE(objectOf(ended.out)["values"].toObject()["data"].toString(), "table");
        const Ended refused = program({"run", "energy_transformer", "--data", path});
        QCOMPARE(refused.code, 2);
        QVERIFY2(refused.err.contains("does not read such data"), qPrintable(refused.err));
    }

    // A parameter with an entry a layer says what its entries are.
    void listsAreListed() {
        for (const auto& e : objectOf(program({"list", "--json"}).out)["experiments"].toArray())
            for (const auto& p : e.toObject()["params"].toArray()) {
                const QJsonObject param = p.toObject();
                if (e.toObject()["id"] != "hierarchical_memory" || (param["id"] != "tau" && param["id"] != "lagrangians")) continue;
                QCOMPARE(param["type"].toString(), "list");
                QCOMPARE(param["entry"].toString(), "layer");
                QCOMPARE(param["each"].toString(), param["id"] == "tau" ? "real" : "choice");
                QCOMPARE(param["range"].toArray().size(), param["id"] == "tau" ? 2 : 0);
                QCOMPARE(param["choices"].toArray().size(), param["id"] == "tau" ? 0 : 6);
            }
        const Ended ended = program({"run", "hierarchical_memory", "tau=1/0.2", "--steps", "5", "--json", "-"});
        QCOMPARE(ended.code, 0);
        QCOMPARE(objectOf(ended.out)["values"].toObject()["tau"].toString(), "1/0.2");
        QCOMPARE(program({"run", "hierarchical_memory", "tau=1/x"}).code, 2);
    }

    void runWritesWhatTheContractSays() {
        const Ended ended = program({"run", "dense_memory", "beta=20", "--steps", "25", "--seed", "3", "--json", "-"});
        QCOMPARE(ended.code, 0);
        const QJsonObject result = objectOf(ended.out);
        QCOMPARE(result["experiment"].toString(), "dense_memory");
        QCOMPARE(result["steps"].toInt(), 25);
        QCOMPARE(result["seed"].toInt(), 3);
        QCOMPARE(result["values"].toObject()["beta"].toDouble(), 20.0);
        for (const char* id : {"energy", "energy_feature", "energy_hidden", "energy_synapse", "dissipation", "overlap", "recalled", "active_memories"}) {
            QCOMPARE(result["trace"].toObject()[id].toArray().size(), 26);
            QCOMPARE(result["measures"].toObject()[id], result["trace"].toObject()[id].toArray().last());
        }
        QVERIFY(result.contains("wall_s") && result.contains("version") && result.contains("device"));
    }

    void benchesOfPicturesWriteWhatOthersWrite_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("variants");
        QTest::newRow("frame") << "frame" << QStringList{"scene fixed", "scene growing", "scene orbit", "scene orbit still"};
        QTest::newRow("particles") << "particles" << QStringList{"step", "picture", "step and picture"};
    }
    void benchesOfPicturesWriteWhatOthersWrite() {
        QFETCH(QString, name);
        QFETCH(QStringList, variants);
        QVERIFY(program({"bench"}).out.contains(("\n" + name + " ").toUtf8()));
        const Ended ended = program({"bench", name, "--repeat", "1", "--json", "-"});
        QCOMPARE(ended.code, 0);
        const QJsonObject record = objectOf(ended.out);
        QCOMPARE(record["name"].toString(), name);
        QVERIFY(!record["params"].toObject().isEmpty() && !record["device"].toString().isEmpty());
        QStringList seen;
        for (const auto& value : record["results"].toArray()) {
            const QJsonObject result = value.toObject();
            seen.push_back(result["variant"].toString());
            QVERIFY(result["median_s"].toDouble() > 0 && result["min_s"].toDouble() <= result["median_s"].toDouble());
            QVERIFY(std::abs(result["rate"].toDouble() * result["median_s"].toDouble() - 1) < 1e-6);
            QCOMPARE(result["rate_unit"].toString(), "frame/s");
            QVERIFY(!result["check"].toObject().isEmpty());
        }
        QCOMPARE(seen, variants);
    }

    void aStartIsOnlyMeasuredWhereAWindowCanOpen() {
        const Ended ended = program({"bench", "start"});
        QCOMPARE(ended.code, 1);
        QVERIFY(ended.err.contains("no display"));
    }

    void csvHasOneRowAStep() {
        const Ended ended = program({"run", "dense_memory", "--steps", "10", "--csv", "-"});
        QCOMPARE(ended.code, 0);
        QCOMPARE(ended.out.trimmed().split('\n').size(), 12);
        QVERIFY(ended.out.startsWith("step,energy,"));
    }

    // What does not exist is no number: an empty cell, null, n/a.
    void measuresThatDoNotExistAreAbsent() {
        const QList<QByteArray> rows = program({"run", "fly_embedding", "--steps", "1", "--csv", "-"}).out.trimmed().split('\n');
        const qsizetype at = rows[0].split(',').indexOf("windows_per_s");
        QVERIFY(at > 0);
        for (int i : {1, 2}) QCOMPARE(rows[i].split(',')[at], QByteArray());
        const QJsonObject result = objectOf(program({"run", "fly_embedding", "--steps", "1", "--json", "-"}).out);
        QVERIFY(result["measures"].toObject()["windows_per_s"].isNull() && result["trace"].toObject()["windows_per_s"].toArray()[0].isNull());
        QVERIFY(program({"run", "fly_embedding", "--steps", "1"}).out.contains("windows_per_s      n/a"));
    }

    void aRunWithoutStepsGoesToItsOwnEnd() {
        const QJsonObject result = objectOf(program({"run", "dense_memory", "--json", "-"}).out);
        QVERIFY(result["settled"].toBool());
        QVERIFY(result["steps"].toInt() > 10);
    }

    void mistakesAreNamedWithTheirExitCode_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& arguments, int code, const char* says) {
            QTest::newRow(name) << arguments << code << QString(says);
        };
        row("verb", {"rnder", "dense_memory"}, 2, "did you mean render");
        row("experiment", {"run", "dense_memry"}, 2, "did you mean dense_memory");
        row("parameter", {"run", "dense_memory", "bta=3"}, 2, "did you mean beta");
        row("value", {"run", "dense_memory", "model=Q"}, 2, "model");
        row("range", {"run", "dense_memory", "order=1"}, 2, "out of range");
        row("option", {"run", "dense_memory", "--sed", "3"}, 2, "--sed");
        row("steps", {"run", "dense_memory", "--steps", "many"}, 2, "--steps");
        row("negative steps", {"run", "dense_memory", "--steps", "-4"}, 2, "negative");
        row("device", {"run", "dense_memory", "--device", "gpx"}, 2, "did you mean gpu");
        row("no data", {"run", "dense_memory", "patterns=idx"}, 2, "--data");
        row("missing data", {"run", "dense_memory", "patterns=idx", "--data", "/no/such.gz"}, 1, "/no/such.gz");
        row("missing session", {"run", "/no/such.engram"}, 1, "/no/such.engram");
        row("panel", {"render", "dense_memory", "--panel", "surfac", "-o", "x.svg"}, 2, "did you mean surface");
        row("format", {"render", "dense_memory", "-o", "x.svgg"}, 2, "svg");
        row("size", {"render", "dense_memory", "-o", "x.svg", "--size", "84"}, 2, "84mmx60mm");
        row("huge size", {"render", "dense_memory", "-o", "x.png", "--size", "900000mmx900000mm"}, 2, "900000");
        row("dpi", {"render", "dense_memory", "-o", "x.png", "--dpi", "1000000"}, 2, "dpi");
        row("theme", {"render", "dense_memory", "-o", "x.svg", "--theme", "drk"}, 2, "did you mean dark");
        row("font size", {"render", "dense_memory", "-o", "x.svg", "--font-size", "big"}, 2, "8pt");
        row("huge font", {"render", "dense_memory", "-o", "x.svg", "--font-size", "100pt"}, 2, "100 pt");
        row("no numbers", {"render", "dense_memory", "--panel", "recall", "-o", "x.svg", "--at", "1", "--csv", "auto"}, 2, "show no plot");
        row("output folder", {"render", "dense_memory", "-o", "/no/such/folder/x.svg", "--at", "1"}, 1, "/no/such/folder/x.svg");
        row("full disk", {"run", "dense_memory", "--steps", "3", "--json", "/dev/full"}, 1, "/dev/full");
        row("info", {"info", "/no/such/file"}, 1, "/no/such/file");
        row("no display", {}, 1, "display");
    }
    void mistakesAreNamedWithTheirExitCode() {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        QFETCH(QString, says);
        QTemporaryDir folder;
        const Ended ended = program(arguments, folder.path());
        QVERIFY2(ended.code == code && ended.err.contains(says), qPrintable(QString("%1: %2").arg(ended.code).arg(ended.err)));
        QVERIFY(ended.out.isEmpty());
        QVERIFY(QDir(folder.path()).isEmpty());  // no half-written file
        QCOMPARE(ended.err.trimmed().count('\n'), 0);
    }

    void aFigureOpensAgainIntoItsMoment() {
        QTemporaryDir folder;
        for (const char* ending : {"svg", "png", "pdf"}) {
            const QString path = folder.filePath(QString("a.") + ending), again = folder.filePath(QString("b.") + ending);
            QCOMPARE(program({"render", "dense_memory", "beta=17", "--seed", "5", "--panel", "energy,recall", "--at", "9", "--size",
                             "100mmx45mm", "--dpi", "200", "--theme", "light", "--font-size", "9pt", "--transparent", "--text-as-paths", "-o", path}).code, 0);
            const Ended info = program({"info", path});
            QVERIFY2(info.out.contains("beta = 17") && info.out.contains("seed        5") && info.out.contains("step        9"), info.out.constData());
            QVERIFY(info.out.contains("energy, recall, 100 x 45 mm, 200 dpi, theme light, type 9 pt, letters as paths, transparent"));
            QCOMPARE(program({"render", path, "-o", again}).code, 0);
            QCOMPARE(bytesOf(again), bytesOf(path));
            const QJsonObject direct = objectOf(program({"run", "dense_memory", "beta=17", "--seed", "5", "--steps", "9", "--json", "-"}).out);
            const QJsonObject opened = objectOf(program({"run", path, "--json", "-"}).out);
            QCOMPARE(opened["trace"], direct["trace"]);
        }
    }

    void numbersAndCaptionLieBesideTheFigure() {
        QTemporaryDir folder;
        const Ended ended = program({"render", "dense_memory", "beta=3", "--panel", "energy", "--at", "4", "-o", folder.filePath("a.svg"), "--csv", "auto", "--caption", "-"});
        QVERIFY2(ended.code == 0, qPrintable(ended.err));
        QVERIFY2(ended.out.contains("after 4 steps") && ended.out.contains("β = 3"), ended.out.constData());
        const QList<QByteArray> rows = bytesOf(folder.filePath("a.csv")).trimmed().split('\n');
        QCOMPARE(rows.size(), 6);
        const QJsonObject run = objectOf(program({"run", "dense_memory", "beta=3", "--steps", "4", "--json", "-"}).out);
        const QList<QByteArray> names = rows[0].split(','), last = rows[5].split(',');
        QCOMPARE(last[names.indexOf("energy/sum E/y")].toDouble(), run["measures"].toObject()["energy"].toDouble());
    }

    void infoNamesWhatItReads() {
        QTemporaryDir folder;
        QFile file(folder.filePath("notes.txt"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("hello");
        file.close();
        const Ended ended = program({"info", file.fileName()});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.err.contains("notes.txt"), qPrintable(ended.err));
    }
};

QTEST_GUILESS_MAIN(TestCli)
#include "test_cli.moc"
