// Counts of the binary memories' recall trials against the definition, a neuron at a time: exact, for every order and instruction set.
#include <QtTest>

#include <cmath>

#include "core/base/error.h"
#include "core/compute/isa.h"
#include "core/compute/recall_trials.h"

using namespace engram;

namespace {

// Straight from the definition, a neuron at a time. wrong[t] are the neurons of trial t that differ from their patterns at the end.
int recalledNaively(const RecallSetup& s, const RecallLoad& load, int perTrial, const BitRows& patterns, const BitRows& cues,
                    std::vector<int>& wrong) {
    const auto spin = [](const BitRows& rows, std::int64_t row, int i) { return rows.up(row, i) ? 1 : -1; };
    int good = 0;
    wrong.assign(std::size_t(s.trialCount), 0);
    for (int t = 0; t < s.trialCount; ++t)
        for (int q = 0; q < std::min(load.patternCount, s.testedCount); ++q) {
            std::vector<int> sigma(s.featureCount), next;
            for (int i = 0; i < s.featureCount; ++i) sigma[i] = spin(cues, std::int64_t(t) * s.testedCount + q, i);
            for (int u = 0; u < s.updateCount; ++u) {
                next = sigma;
                for (int i = 0; i < s.featureCount; ++i) {
                    long double field = 0;
                    for (int k = 0; k < load.patternCount; ++k) {
                        const std::int64_t row = std::int64_t(t) * perTrial + k;
                        int others = 0;
                        for (int j = 0; j < s.featureCount; ++j) others += j == i ? 0 : spin(patterns, row, j) * sigma[j];
                        const long double m = others;
                        const long double f = load.order == 0 ? std::exp(m) : std::pow(m, load.order - 1);
                        field += spin(patterns, row, i) * f;
                    }
                    if (field != 0) next[i] = field > 0 ? 1 : -1;
                }
                sigma = next;
            }
            int overlap = 0;
            for (int i = 0; i < s.featureCount; ++i) overlap += sigma[i] * spin(patterns, std::int64_t(t) * perTrial + q, i);
            wrong[t] += (s.featureCount - overlap) / 2;
            good += overlap >= s.overlap * s.featureCount;
        }
    return good;
}

}  // namespace

class TestRecall : public QObject {
    Q_OBJECT

private slots:
    void recallIsCountedExactly_data() {
        QTest::addColumn<QString>("isa");
        for (const std::string& name : knownIsas()) QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
    void recallIsCountedExactly() {
        QFETCH(QString, isa);
        const auto here = machineIsas();
        if (std::find(here.begin(), here.end(), isa.toStdString()) == here.end()) QSKIP(qPrintable("this machine does not have " + isa));
        const RecallLoad loads[] = {{2, 3}, {2, 11}, {3, 5}, {3, 70}, {3, 130}, {4, 90}, {5, 60}, {0, 40}, {0, 110}};
        for (const int features : {24, 27, 33}) {
            const RecallSetup setup{.featureCount = features, .trialCount = 2, .testedCount = 70, .updateCount = 3, .overlap = 0.9};
            constexpr int kPerTrial = 130;
            BitRows patterns(features, 2 * kPerTrial), cues(features, 2 * setup.testedCount);
            drawRecallTrials(setup, kPerTrial, 0.12, 5, 0, patterns, cues);
            const auto counts = recallTrials(setup, {std::begin(loads), std::end(loads)}, kPerTrial, patterns, cues, isa.toStdString());
            int recalled = 0;
            for (std::size_t l = 0; l < std::size(loads); ++l) {
                QCOMPARE(counts[l].tested, std::int64_t(2 * std::min(loads[l].patternCount, setup.testedCount)));
                std::vector<int> wrong;
                const int expected = recalledNaively(setup, loads[l], kPerTrial, patterns, cues, wrong);
                const QString what =
                    QString("order %1, %2 patterns, %3 neurons").arg(loads[l].order).arg(loads[l].patternCount).arg(features);
                QVERIFY2(counts[l].recalled == expected, qPrintable(what + QString(": %1, not %2").arg(counts[l].recalled).arg(expected)));
                QCOMPARE(counts[l].wrong, std::int64_t(wrong[0] + wrong[1]));
                QCOMPARE(counts[l].wrongSquares, std::int64_t(wrong[0]) * wrong[0] + std::int64_t(wrong[1]) * wrong[1]);
                recalled += expected;
            }
            QVERIFY(recalled > 0);
        }
    }

    // Weights beyond 16 and sums beyond 32 bits take several passes.
    void recallOfHighOrdersIsExact() {
        const RecallSetup setup{.featureCount = 300, .trialCount = 1, .testedCount = 3, .updateCount = 2, .overlap = 0.95};
        BitRows patterns(300, 50), cues(300, 3);
        drawRecallTrials(setup, 50, 0.2, 6, 0, patterns, cues);
        std::vector<int> wrong;
        for (const RecallLoad load : {RecallLoad{3, 50}, RecallLoad{4, 50}, RecallLoad{2, 49}, RecallLoad{0, 50}}) {
            const RecallCount count = recallTrials(setup, {load}, 50, patterns, cues)[0];
            QCOMPARE(int(count.recalled), recalledNaively(setup, load, 50, patterns, cues, wrong));
            QCOMPARE(int(count.wrong), wrong[0]);
        }
    }

    void refusalsNameTheSize() {
        const auto refusal = [](const auto& act) {
            try {
                act();
            } catch (const Error& e) {
                return std::string(e.what());
            }
            return std::string();
        };
        QVERIFY(refusal([] { BitRows(1000, std::int64_t(1) << 40); }).find("1099511627776 patterns") != std::string::npos);
        const BitRows patterns(200, 20), cues(200, 64);
        const RecallSetup setup{.trialCount = 1};
        QVERIFY(refusal([&] { recallTrials(setup, {{2, 21}}, 20, patterns, cues); }).find("21 patterns") != std::string::npos);
        QVERIFY(refusal([&] { recallTrials(setup, {{9, 10}}, 20, patterns, cues); }).find("order 9") != std::string::npos);
        QVERIFY(refusal([&] { recallTrials(setup, {{1, 10}}, 20, patterns, cues); }).find("order 1") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestRecall)
#include "test_recall.moc"
