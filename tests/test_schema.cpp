// The parameter table: text and values convert both ways, and whatever is wrong is refused by name.
#include <QtTest>

#include "core/base/error.h"
#include "core/experiment/experiment.h"

using namespace engram;

namespace {

QString refusalOf(const std::function<void()>& act) {
    try {
        act();
    } catch (const Error& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

}  // namespace

class TestSchema : public QObject {
    Q_OBJECT
private slots:
    void everyDefaultPrintsAndReadsBack() {
        QVERIFY(!experiments().empty());
        for (const Experiment& e : experiments())
            for (const ParamSpec& spec : e.params.specs())
                QVERIFY2(e.params.parse(spec, e.params.print(spec, spec.fallback)) == spec.fallback, spec.id.c_str());
    }

    void everyParameterIsDescribed() {
        for (const Experiment& e : experiments())
            for (const ParamSpec& spec : e.params.specs()) {
                QVERIFY2(!spec.label.empty() && !spec.help.empty() && !spec.group.empty(), spec.id.c_str());
                if (spec.kind == Kind::Int || spec.kind == Kind::Number) {
                    QVERIFY2(spec.hard.low <= spec.soft.low && spec.soft.low < spec.soft.high && spec.soft.high <= spec.hard.high,
                             spec.id.c_str());
                    QVERIFY2(asReal(spec.fallback) >= spec.hard.low && asReal(spec.fallback) <= spec.hard.high, spec.id.c_str());
                    if (spec.scale == Scale::Log) QVERIFY2(spec.soft.low > 0, spec.id.c_str());
                }
                if (spec.kind == Kind::Choice) QVERIFY2(spec.choices.size() >= 2, spec.id.c_str());
            }
    }

    void extremesOfEveryRangeAreTaken() {
        for (const Experiment& e : experiments())
            for (const ParamSpec& spec : e.params.specs())
                for (const double end : {spec.hard.low, spec.hard.high}) {
                    if (spec.kind != Kind::Int && spec.kind != Kind::Number) continue;
                    const Value value = spec.kind == Kind::Int ? Value(std::int64_t(end)) : Value(end);
                    QVERIFY2(e.params.checked(spec, value) == value, spec.id.c_str());
                }
    }

    // Slashes are how they are written, commas how people type them; with both, a comma is no separator.
    void listsTakeCommas() {
        const ParamTable& clam = experiment("clam").params;
        const ParamSpec& columns = clam.at("columns");
        QCOMPARE(clam.print(columns, clam.parse(columns, "2,3")), std::string("2/3"));
        QCOMPARE(clam.print(columns, clam.parse(columns, " 4, 1,  17 ")), std::string("4/1/17"));
        QCOMPARE(clam.print(columns, clam.parse(columns, "2/3")), std::string("2/3"));
        QVERIFY(refusalOf([&] { clam.parse(columns, "2,3/4"); }).contains("columns of choice 1=2,3 is not a whole number"));
        QVERIFY(refusalOf([&] { clam.parse(columns, "2,,3"); }).contains("columns of choice 2= is not a whole number"));
        Values values = clam.defaults();
        clam.set(values, "columns=5,6");
        QCOMPARE(clam.print(columns, values.at("columns")), std::string("5/6"));
    }

    void wrongTextIsRefusedByName_data() {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("says");
        QTest::newRow("misspelt") << "bta=3" << "no parameter named bta; did you mean beta";
        QTest::newRow("no value") << "beta" << "id=value";
        QTest::newRow("not a number") << "beta=much" << "beta=much";
        QTest::newRow("nan") << "beta=nan" << "finite";
        QTest::newRow("infinite") << "beta=inf" << "finite";
        QTest::newRow("out of range") << "beta=-1" << "out of range";
        QTest::newRow("not whole") << "order=2.5" << "whole number";
        QTest::newRow("unknown choice") << "model=BB" << "no value of model named BB";
        QTest::newRow("near choice") << "integrator=blok" << "did you mean block";
        QTest::newRow("not a flag") << "diagonal=maybe" << "on or off";
        QTest::newRow("huge") << "count=99999999999999999999" << "count";
    }
    void wrongTextIsRefusedByName() {
        QFETCH(QString, assignment);
        QFETCH(QString, says);
        const Experiment& e = experiment("dense_memory");
        Values values = e.params.defaults();
        const QString said = refusalOf([&] { e.params.set(values, assignment.toStdString()); });
        QVERIFY2(said.contains(says), qPrintable(assignment + " gave: " + said));
        QVERIFY(values == e.params.defaults());
    }

    void wholeNumbersPassForRealOnes() {
        const Experiment& e = experiment("dense_memory");
        QVERIFY(e.params.checked(e.params.at("beta"), std::int64_t(20)) == Value(20.0));
        QVERIFY(!refusalOf([&] { e.params.checked(e.params.at("beta"), std::string("20")); }).isEmpty());
    }

    void unknownExperimentNamesTheNearest() {
        QVERIFY(refusalOf([] { experiment("dense_memry"); }).contains("did you mean dense_memory"));
    }
};

QTEST_GUILESS_MAIN(TestSchema)
#include "test_schema.moc"
