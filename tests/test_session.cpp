// Sessions: what is saved is what comes back; whatever cannot be read is refused by name; undo restores whole sessions.
#include <QTemporaryDir>
#include <QtTest>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/param/list.h"
#include "core/session/edit.h"
#include "core/session/history.h"
#include "core/session/session.h"
#include "tests/refusal.h"

using namespace engram;

namespace {

Session changedSession() {
    Session s = newSession("dense_memory");
    const Experiment& e = experiment(s.experiment);
    e.params.set(s.values, "beta=20.5");
    e.params.set(s.values, "corruption_kind=flip");
    s.inputs.seed = 99;
    s.inputs.data = "a folder/with \"quotes\".gz";
    s.step = 40;
    s.orders.push_back({12, Values{{"beta", 4.2}}});
    s.orders.push_back({13, Poke{"recall", 0, 3, 4.5, 2, 0.25}});
    s.view.theme = "light";
    s.view.hero = "plane";
    s.view.instruments = {"energy", "gap"};
    s.view.figure = {{"energy", "plane"}, 120, 45.5, 600, "light"};
    s.view.cameras["surface"] = {{0.1f, 0.2f, -0.3f}, 4.5, -20, 42, 26, 0.1, 0};
    return s;
}

QString refusalOf(const std::string& text) {
    return QString::fromStdString(engram::test::messageOf([&] { fromToml(text, "file.engram"); }));
}

const std::string kHead = "format = 1\nexperiment = \"dense_memory\"\n";

}  // namespace

class TestSession : public QObject {
    Q_OBJECT
private slots:
    void comesBackAsItWas() {
        for (const Experiment& e : experiments()) {
            const Session s = newSession(e.id);
            QVERIFY(fromToml(toToml(s), "x") == s);
        }
        const Session s = changedSession();
        QCOMPARE(toToml(fromToml(toToml(s), "x")), toToml(s));
        QVERIFY(fromToml(toToml(s), "x") == s);
    }

    void everyParameterValueSurvives() {
        for (const Experiment& e : experiments())
            for (const ParamSpec& spec : e.params.specs()) {
                Session s = newSession(e.id);
                if (spec.kind == Kind::Bool) s.values[spec.id] = !std::get<bool>(spec.fallback);
                if (spec.kind == Kind::Int) s.values[spec.id] = std::int64_t(spec.soft.high);
                if (spec.kind == Kind::Number) s.values[spec.id] = spec.soft.low + (spec.soft.high - spec.soft.low) / 3;
                if (spec.kind == Kind::Choice) s.values[spec.id] = spec.choices.back().id;
                if (spec.kind == Kind::List) {
                    const ParamSpec entry = entryOf(spec, 0);
                    const Value other =
                        entry.kind == Kind::Choice ? Value(entry.choices.back().id) : e.params.checked(entry, entry.soft.high);
                    s.values[spec.id] = withEntry(spec.fallback, 0, e.params.print(entry, other), spec.most);
                }
                if (!e.params.refusal(s.values).empty()) continue;
                QVERIFY2(fromToml(toToml(s), "x") == s, spec.id.c_str());
            }
    }

    void badTextIsRefusedByName_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        const QString head = QString::fromStdString(kHead);
        QTest::newRow("without a format") << "experiment = \"dense_memory\"\n" << "format = 1";
        QTest::newRow("not toml") << "{{{" << "not a session";
        QTest::newRow("cut off in a text") << "format = 1\nexperiment = \"dense_" << "the file is cut off (line 2)";
        QTest::newRow("cut off in a list") << "format = 1\n[data]\na = [1, 2" << "the file is cut off (line 3)";
        QTest::newRow("empty") << "" << "the file is empty";
        QTest::newRow("blank") << "\n" << "the file is empty";
        QTest::newRow("newer") << "format = 7\nexperiment = \"dense_memory\"\n" << "newer version";
        QTest::newRow("no experiment") << "format = 1\n" << "does not name its experiment";
        QTest::newRow("unknown experiment") << "format = 1\nexperiment = \"dense_memor\"\n" << "did you mean dense_memory";
        QTest::newRow("unknown key") << head + "sed = 3\n" << "no key named sed; did you mean seed";
        QTest::newRow("unknown parameter") << head + "[params]\nbta = 3.0\n" << "no parameter named bta; did you mean beta (line 4)";
        QTest::newRow("nan") << head + "[params]\nbeta = nan\n" << "beta must be a finite number";
        QTest::newRow("wrong type") << head + "[params]\nbeta = \"high\"\n" << "beta must be a number";
        QTest::newRow("wrong choice") << head + "[params]\nmodel = \"Z\"\n" << "no value of model named Z";
        QTest::newRow("out of range") << head + "[params]\norder = 99\n" << "out of range";
        QTest::newRow("negative step") << head + "step = -3\n" << "step = -3 is out of range";
        QTest::newRow("unknown view key") << head + "[view]\nthem = \"dark\"\n" << "did you mean view.theme";
        QTest::newRow("unknown theme") << head + "[view]\ntheme = \"drak\"\n" << "did you mean dark";
        QTest::newRow("unknown panel") << head + "[view]\nhero = \"surfac\"\n" << "did you mean surface";
        QTest::newRow("order of both") << head + "[[orders]]\nat = 3\n" << "either set or poke";
        QTest::newRow("restart on the way") << head + "[[orders]]\nat = 3\nset = { model = \"A\" }\n" << "cannot change on the way";
        QTest::newRow("camera") << head + "[view.camera.surface]\ndistance = -1.0\n" << "not a possible camera";
    }
    void badTextIsRefusedByName() {
        QFETCH(QString, text);
        QFETCH(QString, says);
        const QString said = refusalOf(text.toStdString());
        QVERIFY2(said.startsWith("file.engram") && said.contains(says), qPrintable("said: " + said));
    }

    void everyTruncationIsRefusedOrASession() {
        const std::string text = toToml(changedSession());
        for (std::size_t length = 0; length < text.size(); ++length) {
            try {
                fromToml(text.substr(0, length), "cut");
            } catch (const Error&) {
            }  // anything else fails the test
        }
    }

    void filesAreReplacedWhole() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("a.engram").toStdString();
        saveSession(changedSession(), path);
        saveSession(newSession("dense_memory"), path);
        QVERIFY(loadSession(path) == newSession("dense_memory"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void unwritablePathsAreNamed() {
        for (const char* path : {"/no/such/folder/a.engram", "/dev/full", "/proc/a.engram", "/"}) {
            QString said;
            try {
                saveSession(newSession("dense_memory"), path);
            } catch (const Error& error) {
                said = QString::fromUtf8(error.what());
            }
            QVERIFY2(said.contains(path), qPrintable(QString("%1 said: %2").arg(path, said)));
        }
    }

    void missingEmptyAndForeignFilesAreNamed() {
        QTemporaryDir folder;
        const auto sentence = [&](const QByteArray& bytes) {
            const std::filesystem::path path = folder.filePath("x.png").toStdString();
            writeFile(path, std::string_view(bytes.data(), std::size_t(bytes.size())));
            try {
                loadSession(path);
            } catch (const Error& error) {
                return QString::fromUtf8(error.what());
            }
            return QString();
        };
        QVERIFY(sentence("").contains("is empty"));
        QVERIFY(sentence(QByteArray("\x89PNG\r\n\x1a\n", 8)).contains("x.png"));
        QVERIFY(sentence("%PDF-1.4\n%%EOF").contains("x.png"));
        QVERIFY(sentence("<svg xmlns='http://www.w3.org/2000/svg'/>").contains("x.png"));
        QVERIFY_THROWS_EXCEPTION(Error, loadSession("/no/such/file.engram"));
        QVERIFY_THROWS_EXCEPTION(Error, loadSession(folder.path().toStdString()));
    }

    void aDragIsOneStepOfUndo() {
        const Session start = newSession("dense_memory");
        const Experiment& e = experiment(start.experiment);
        History history;
        history.reset(start);
        Session s = start;
        for (const double beta : {14.0, 15.0, 16.0}) history.edit(s = edited(s, e, "beta", beta, 0), "β", "beta");
        history.endMerge();
        history.edit(s = edited(s, e, "beta", Value(20.0), 0), "β", "beta");
        QCOMPARE(history.undoCount(), 2);
        QVERIFY(history.undo(s));
        QVERIFY(s.values.at("beta") == Value(16.0));
        QVERIFY(history.undo(s));
        QVERIFY(s == start);
        QVERIFY(!history.undo(s));
        QVERIFY(history.redo(s));
        QVERIFY(s.values.at("beta") == Value(16.0));
    }

    void aLiveEditOnTheWayIsAnOrder() {
        const Session start = newSession("dense_memory");
        const Experiment& e = experiment(start.experiment);
        const Session later = edited(edited(start, e, "beta", Value(4.0), 16), e, "beta", Value(5.0), 16);
        QVERIFY(later.values == start.values);
        QCOMPARE(later.orders.size(), std::size_t(1));
        QVERIFY(later.valuesAt(15).at("beta") == start.values.at("beta"));
        QVERIFY(later.valuesAt(16).at("beta") == Value(5.0));
        const Session earlier = edited(later, e, "beta", Value(6.0), 3);
        QCOMPARE(earlier.orders.size(), std::size_t(1));
        const Session anew = edited(later, e, "model", Value(std::string("A")), 20);
        QVERIFY(anew.orders.empty() && anew.values.at("beta") == Value(5.0));
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
