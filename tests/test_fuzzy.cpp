// Typed letters find names in the order a person expects, and values are set as they are typed.
#include <QtTest>

#include "core/base/error.h"
#include "core/base/fuzzy.h"
#include "core/param/assignment.h"
#include "core/param/schema.h"

using namespace engram;

namespace {

enum class Model { A, Hopfield };
struct Params {
    double beta = 13, tau = 1;
    int order = 2;
    Model model = Model::A;
};

ParamTable table() {
    Schema<Params> s;
    s.real("beta", &Params::beta, "Inverse temperature").symbol("β").soft(0.1, 100);
    s.real("tau", &Params::tau, "Feature time constant").symbol("τ_f").soft(0.01, 10);
    s.integer("order", &Params::order, "Order").symbol("n").soft(1, 30);
    s.choice("model", &Params::model, "Model", {{"A", "A", ""}, {"hopfield", "Hopfield 1982", ""}});
    return s.table();
}

double score(const char* typed, const char* name) {
    const auto match = fuzzy(typed, name);
    return match ? match->score : -1000;
}

}  // namespace

class FuzzyTest : public QObject {
    Q_OBJECT

private slots:
    void wholeNamesThenBeginningsThenWordsThenScatteredLetters() {
        const char* inOrder[] = {"save", "save as", "quick save", "unsaved", "so a vast tree"};
        for (int i = 0; i + 1 < int(std::size(inOrder)); ++i)
            QVERIFY2(score("save", inOrder[i]) > score("save", inOrder[i + 1]), inOrder[i + 1]);
        QVERIFY(!fuzzy("save", "vase"));
        QVERIFY(score("bf", "Back to front") > score("bf", "buffer"));   // initials
        QVERIFY(score("the", "theme dark") > score("the", "theme dark, a longer name"));
    }

    void everyWordMustBeFoundInAnyOrder() {
        QVERIFY(fuzzy("light theme", "Theme light"));
        QVERIFY(!fuzzy("light theme", "Theme dark"));
        QVERIFY(score("theme light", "Theme light") > score("light theme", "Theme light"));
        QCOMPARE(fuzzy("", "anything")->score, 0.0);
        QVERIFY(!fuzzy("x", ""));
    }

    void greekLettersGoByTheirNames() {
        QCOMPARE(folded("Inverse temperature β"), std::string("inverse temperature beta"));
        QVERIFY(fuzzy("beta", "Inverse temperature β"));
        QVERIFY(fuzzy("β", "beta"));
        QVERIFY(score("bet", "Inverse temperature β") > score("bet", "be at rest"));
        QCOMPARE(fuzzy("tau", "a τ_f")->at, std::vector<int>{2});
    }

    void matchedLettersAreSaid() {
        QCOMPARE(fuzzy("sa", "Save as")->at, (std::vector<int>{0, 1}));
        QCOMPARE(fuzzy("sva", "Save as")->at.size(), std::size_t(3));
        QCOMPARE(fuzzy("as sa", "Save as")->at, (std::vector<int>{0, 1, 5, 6}));
    }

    void valuesAreSetAsTheyAreTyped_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("text");
        QTest::newRow("by id") << "beta 2.5" << "beta" << "2.5";
        QTest::newRow("by symbol") << "β=2.5" << "beta" << "2.5";
        QTest::newRow("by label") << " inverse temperature  2.5" << "beta" << "2.5";
        QTest::newRow("by one of its words") << "temp 2.5" << "beta" << "2.5";
        QTest::newRow("by the letter spelled out") << "tau_f = .5" << "tau" << ".5";
        QTest::newRow("a choice by its label") << "model Hopfield 1982" << "model" << "hopfield";
        QTest::newRow("a choice by its beginning") << "model hop" << "model" << "hopfield";
        QTest::newRow("a value that will be refused") << "order=many" << "order" << "many";
        QTest::newRow("out of range") << "order -4" << "order" << "-4";
        QTest::newRow("a name with its letter") << "inverse temperature beta" << "" << "";
        QTest::newRow("no name") << "=3" << "" << "";
        QTest::newRow("a search") << "open recent" << "" << "";
        QTest::newRow("a name alone") << "beta" << "" << "";
        QTest::newRow("a number alone") << "2.5" << "" << "";
        QTest::newRow("nothing") << "" << "" << "";
    }
    void valuesAreSetAsTheyAreTyped() {
        QFETCH(QString, typed);
        QFETCH(QString, id);
        QFETCH(QString, text);
        const ParamTable params = table();
        const auto assignment = readAssignment(params, typed.toStdString());
        QCOMPARE(assignment.has_value(), !id.isEmpty());
        if (!assignment) return;
        QCOMPARE(assignment->spec->id, id.toStdString());
        QCOMPARE(assignment->text, text.toStdString());
    }

    void anUnknownNameIsRefusedWithTheNearest() {
        const ParamTable params = table();
        try {
            readAssignment(params, "bta=2");
            QFAIL("accepted");
        } catch (const Error& error) {
            QVERIFY(QString(error.what()).contains("did you mean beta"));
        }
    }

    void wordsAreFoundInSentences() {
        const char* text = "Kenyon cells of a fly's brain compete; the inverse temperature β, 0.5";
        QVERIFY(foundAsWords("kenyon", text) == Found::Whole && foundAsWords("brain Kenyon", text) == Found::Whole);
        QVERIFY(foundAsWords("keny", text) == Found::Begun && foundAsWords("cells comp", text) == Found::Begun);
        QVERIFY(foundAsWords("enyon", text) == Found::Inside);
        QVERIFY(foundAsWords("eny", text) == Found::No && foundAsWords("k", text) == Found::No);  // too short to be meant
        QVERIFY(foundAsWords("beta", text) == Found::Whole && foundAsWords("a", text) == Found::Whole);
        QVERIFY(foundAsWords("kenyon mouse", text) == Found::No && foundAsWords("", text) == Found::No);
    }
};

QTEST_APPLESS_MAIN(FuzzyTest)
#include "test_fuzzy.moc"
