// The run in one sentence says for every experiment what a person who cannot see it needs: a measure, the steps, whether it has ended.
#include <QtTest>

#include "core/experiment/summary.h"
#include "core/sim/player.h"
#include "core/view/vision.h"

using namespace engram;

class SummaryTest : public QObject {
    Q_OBJECT

private slots:
    void everyExperimentSaysWhereItIs_data() {
        QTest::addColumn<QString>("id");
        for (const Experiment& e : experiments()) QTest::newRow(e.id.c_str()) << QString::fromStdString(e.id);
    }
    void everyExperimentSaysWhereItIs() {
        QFETCH(QString, id);
        const Experiment& e = experiment(id.toStdString());
        Player player(newSession(e.id));
        player.advance();
        const Snapshot moment = player.snapshot();
        const std::string board = e.draw(moment).sentence;
        const QString text = QString::fromStdString(runSummary(e, moment, board));
        const int leading = leadingMeasure(e, moment.values);
        QVERIFY2(text.contains(QString::fromStdString(e.measures.at(std::size_t(leading)).label), Qt::CaseInsensitive), qPrintable(text));
        QVERIFY2(text.contains(moment.settled ? "the run ended after 1 step" : "1 step so far, not at its end"), qPrintable(text));
        QVERIFY2(text.startsWith(QString::fromStdString(board)), qPrintable(text));
    }

    void theLeadingMeasureIsSaidOnce() {
        Experiment e;
        e.measures = {{"energy", "Energy", "J", ""}};
        Snapshot moment;
        moment.trace = Trace(1);
        moment.trace.push({-12.4});
        moment.step = 14, moment.settled = true;
        QCOMPARE(runSummary(e, moment, "Converged, energy −12.40"), std::string("Converged, energy −12.40; the run ended after 14 steps"));
        QCOMPARE(runSummary(e, moment, "The energy rose"), std::string("The energy rose, energy −12.40 J; the run ended after 14 steps"));
        moment.settled = false;
        QCOMPARE(runSummary(e, moment, ""), std::string("energy −12.40 J; 14 steps so far, not at its end"));
    }

    void aRunAtRestSaysSo() {
        const Experiment& e = experiment("dense_memory");
        Player player(newSession(e.id));
        while (!player.settled()) player.advance();
        const std::string text = runSummary(e, player.snapshot(), e.draw(player.snapshot()).sentence);
        QVERIFY2(text.find("converged") != std::string::npos, text.c_str());
        QVERIFY2(text.find("the run ended after " + std::to_string(player.step()) + " steps") != std::string::npos, text.c_str());
    }

    // Of the simulated eyes: greys are seen as they are, red and green are told apart no longer, and lightness stays in greyscale.
    void otherEyesSeeGreysUnchanged() {
        const auto distance = [](Rgba a, Rgba b) { return std::abs(a.r - b.r) + std::abs(a.g - b.g) + std::abs(a.b - b.b); };
        const Rgba red = {0.8f, 0.25f, 0.2f, 1}, green = {0.35f, 0.55f, 0.2f, 1};
        for (const Vision vision : visions()) {
            const Rgba grey{0.5f, 0.5f, 0.5f, 0.7f};
            QVERIFY2(distance(seen(grey, vision), grey) < 1e-3f, visionName(vision));
            QCOMPARE(seen(grey, vision).a, grey.a);
        }
        QCOMPARE(distance(seen(red, Vision::Usual), red), 0.0f);
        QVERIFY(distance(seen(red, Vision::Deuteranopia), seen(green, Vision::Deuteranopia)) < 0.6f * distance(red, green));
        const Rgba flat = seen(red, Vision::Greyscale);
        QVERIFY(std::abs(flat.r - flat.g) < 1e-6f && std::abs(flat.g - flat.b) < 1e-6f);
        QVERIFY(std::abs(toOklab(flat).l - toOklab(red).l) < 0.08f);
    }
};

QTEST_APPLESS_MAIN(SummaryTest)
#include "test_summary.moc"
