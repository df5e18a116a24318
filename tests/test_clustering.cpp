// The experiment of clustering with memories: what runs reach, on points drawn and on the published data sets, and what it refuses.
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <fstream>
#include <limits>

#include "core/base/file.h"
#include "core/base/random.h"
#include "core/experiment/experiment.h"
#include "core/experiments/clam/world.h"
#include "core/model/power_cells.h"
#include "tests/refusal.h"
#include "tests/shared_data.h"

using namespace engram;
using namespace engram::test;

namespace {

struct Set {
    const char *name, *data, *labels;
    int clusters, restarts;
    double silhouette;  // of k-means, to two digits
};
// The starts that find the least inertia differ between programs; these are enough here.
const Set kSets[] = {
    {"Zoo", "data/clam-zoo/zoo.csv", "", 7, 100, 0.37},
    {"Ecoli", "data/clam-ecoli/ecoli.data", "", 8, 100, 0.26},
    {"Movement Libras", "data/clam-movement-libras/movement_libras.csv", "", 15, 100, 0.26},
    {"Mice", "data/clam-mice-protein/mp_exp.txt", "", 8, 100, 0.13},
    {"CTG", "data/clam-ctg/ctg.txt", "", 10, 30, 0.16},
};

std::unique_ptr<Run> started(const std::vector<std::string>& set, const Inputs& inputs = {}) {
    const Experiment& e = experiment("clam");
    Values values = e.params.defaults();
    for (const std::string& assignment : set) e.params.set(values, assignment);
    return e.start(values, inputs);
}

double reached(const Run& run, const char* id) { return run.trace().at(run.trace().size() - 1, experiment("clam").measure(id)); }

void settleRun(Run& run) {
    while (!run.settled()) run.step();
}

}  // namespace

class TestClustering : public QObject {
    Q_OBJECT

private slots:
    void findsWhatIsThere() {
        const auto run = started({"spread=0.6"});
        settleRun(*run);
        QCOMPARE(reached(*run, "clusters_used"), 5.0);
        QVERIFY(reached(*run, "ari") > 0.99);
        QVERIFY(reached(*run, "kmeans_ari") > 0.99);
    }

    // Epochs without a loss, or with none that is a number, come in between: here one point is no number, and often nothing is hidden.
    void keepsTheEpochOfLeastLoss() {
        auto points = std::make_shared<FloatMatrix>(1, 6);
        *points << std::numeric_limits<float>::quiet_NaN(), 1, 2, 3, 4, 5;
        const ClamRecipe recipe{2, {}, 0.3, MaskValue::Zero, 0.05, 1, PrototypeStart::Origin};
        bool gainAfterNone = false, moreAfterZero = false;
        for (std::uint64_t seed = 0; seed < 8; ++seed) {
            ClamTraining training(points, recipe, seed);
            Matrix want = training.kept();
            double least = std::numeric_limits<double>::infinity();
            for (bool none = false; training.epochs() < 30;) {
                training.epoch();
                const double loss = training.loss();
                gainAfterNone |= none && loss < least, moreAfterZero |= least == 0 && loss > 0;
                if (loss < least) least = loss, want = training.prototypes();
                none |= std::isnan(loss);
                QCOMPARE(training.kept(), want);
            }
        }
        QVERIFY(gainAfterNone && moreAfterZero);
    }

    // Classes of pictures only score: the run goes on, and its measures are those of a run that knew them all the time.
    void classesGoOnWithTheRun() {
        QTemporaryDir folder;
        const auto big = [](std::uint32_t n) { return std::string{char(n >> 24), char(n >> 16), char(n >> 8), char(n)}; };
        std::string pictures = big(0x803) + big(60) + big(2) + big(2), labels = big(0x801) + big(60);
        for (int i = 0; i < 60; ++i) {
            const bool second = i % 2;
            pictures += {char(second ? 200 - i : i), char(second ? 3 * i : 90), char(second ? 250 : 7 * i % 40), char(i)};
            labels += char(second);
        }
        Inputs inputs;
        inputs.data = folder.filePath("pictures-idx3-ubyte").toStdString();
        writeFile(inputs.data, pictures);
        const auto run = started({"data=idx", "clusters=2"}, inputs), known = [&] {
            Inputs all = inputs;
            all.labels = folder.filePath("labels-idx1-ubyte").toStdString();
            writeFile(all.labels, labels);
            return started({"data=idx", "clusters=2"}, all);
        }();
        for (int i = 0; i < 3; ++i) run->step(), known->step();
        for (const char* score : {"nmi", "ari", "kmeans_nmi"}) QVERIFY2(std::isnan(reached(*run, score)), score);
        inputs.labels = folder.filePath("labels-idx1-ubyte").toStdString();
        run->evaluate(inputs);
        QCOMPARE(run->stepCount(), 3);
        for (const Measure& m : experiment("clam").measures) QCOMPARE(reached(*run, m.id.c_str()), reached(*known, m.id.c_str()));
        QVERIFY(reached(*run, "nmi") > 0);

        inputs.labels = folder.filePath("short").toStdString();
        writeFile(inputs.labels, big(0x801) + big(2) + "ab");
        QVERIFY(messageOf([&] { run->evaluate(inputs); }).find("holds 2 labels for 60 pictures") != std::string::npos);
        QCOMPARE(reached(*run, "nmi"), reached(*known, "nmi"));
    }

    // Opening a small table lowers the number of clusters; typing too many is refused.
    void fewPointsHaveFewClusters() {
        QTemporaryDir folder;
        Inputs inputs;
        inputs.data = folder.filePath("small.csv").toStdString();
        writeFile(inputs.data, "1,2\n3,5\n4,4\n9,1\n");
        const Experiment& e = experiment("clam");
        Values values = e.params.defaults();
        for (const char* set : {"data=table", "labels=none"}) e.params.set(values, set);
        QVERIFY(messageOf([&] { e.start(values, inputs); }).find("clusters=5 is more than the 4 points") != std::string::npos);
        QCOMPARE(e.fit(values, inputs), std::string("small.csv holds 4 points: clusters are lowered from 5 to 2"));
        QCOMPARE(std::get<std::int64_t>(values.at("clusters")), 2);
        QVERIFY(e.fit(values, inputs).empty());
        QVERIFY(e.start(values, inputs) != nullptr);
    }

    // However few epochs there are, k-means has come to its end when the run has.
    void kmeansIsNotCutShort() {
        const auto brief = started({"features=16", "spread=2", "epochs=2"}), whole = started({"features=16", "spread=2", "epochs=60"});
        settleRun(*brief), settleRun(*whole);
        QCOMPARE(reached(*brief, "kmeans_inertia"), reached(*whole, "kmeans_inertia"));
    }

    void learnsToComplete() {
        const auto run = started({"features=16", "mask=0.2", "beta=0.5"});
        const double before = reached(*run, "loss");
        settleRun(*run);
        QVERIFY(reached(*run, "loss") < 0.8 * before);
        QVERIFY(reached(*run, "loss") < reached(*run, "kmeans_loss"));
        QVERIFY(reached(*run, "nmi") > 0.85);
    }

    // At the end it beats the best of ten starts of k-means by silhouette on these two, with every cluster used.
    void beatsKMeansWithAllClustersUsed_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("set");
        QTest::newRow("Zoo") << "data/clam-zoo/zoo.csv"
                             << QStringList{"clusters=7", "mask=0.2", "beta=0.3", "learning_rate=0.1", "init=origin"};
        QTest::newRow("Ecoli") << "data/clam-ecoli/ecoli.data"
                               << QStringList{"clusters=8", "mask=0.2", "beta=1.1", "learning_rate=0.03", "epochs=60"};
    }
    void beatsKMeansWithAllClustersUsed() {
        QFETCH(QString, file);
        QFETCH(QStringList, set);
        Inputs inputs;
        inputs.data = shared(file.toUtf8());
        if (!std::filesystem::exists(inputs.data)) QSKIP("the data sets are not here");
        std::vector<std::string> assignments{"data=table"};
        for (const QString& s : set) assignments.push_back(s.toStdString());
        const auto run = started(assignments, inputs);
        settleRun(*run);
        QCOMPARE(reached(*run, "clusters_used"), double(set[0].section('=', 1).toInt()));
        QVERIFY(reached(*run, "silhouette") >= reached(*run, "kmeans_silhouette"));
        QVERIFY(reached(*run, "nmi") >= reached(*run, "kmeans_nmi"));
    }

    // On an edge of a power diagram two cells are equally near, and no third is nearer.
    void edgesLieBetweenTheirCells() {
        Random random(7, 1);
        Matrix centres(2, 12);
        Vector weights(12);
        for (Real& x : centres.reshaped()) x = 2 * random.uniform() - 1;
        for (Real& w : weights) w = 0.2 * random.uniform();
        const auto edges = powerCellEdges(centres, weights, 1.5);
        QVERIFY(edges.size() >= 12);
        for (const auto& [from, to] : edges) {
            const Eigen::Vector2d middle = (from + to) / 2;
            Vector far = (centres.colwise() - middle).colwise().squaredNorm().transpose() + weights;
            std::sort(far.begin(), far.end());
            QVERIFY(far[1] - far[0] < 1e-9 && far[2] > far[1]);
        }
    }

    void kmeansSilhouettesToTwoDigits() {
        for (const Set& set : kSets) {
            const auto path = shared(set.data);
            if (!std::filesystem::exists(path)) QSKIP("the data sets are not here");
            Matrix x = readTable(path, LabelColumn::Last).points;
            standardise(x);
            const double got = silhouette(x, kMeans(x, set.clusters, set.restarts, 7).labels);
            QVERIFY2(std::abs(got - set.silhouette) < 0.005, (std::string(set.name) + " has " + std::to_string(got)).c_str());
        }
    }

    void handsMoveIt() {
        const auto run = started({"data=mouse", "clusters=3"});
        const double before = reached(*run, "kmeans_inertia");
        run->poke({"map", 3, 0.1, 0.2, 0, 0});  // the ground: one more point
        const double with = reached(*run, "kmeans_inertia"), energy = reached(*run, "energy");
        QVERIFY(with != before);
        run->poke({"map", 0, 2.0, 2.0, 0, 0});  // a prototype dragged leaves the points as they are
        QCOMPARE(reached(*run, "kmeans_inertia"), with);
        QVERIFY(reached(*run, "energy") != energy);
    }

    // With alpha = 2 and T even, steps take every point back to where it began.
    void draggedWhereStepsLeadBack() {
        const auto run = started({"data=mouse", "clusters=3", "mask=0.2", "alpha=2", "depth=10"});
        run->poke({"map", 0, 2.0, 2.0, 0, 0});
        QVERIFY(std::isfinite(reached(*run, "energy")));
        run->step();
        QVERIFY(std::isfinite(reached(*run, "loss")) && std::isfinite(reached(*run, "energy")));
    }

    // A rule changed while it runs counts for k-means too: its loss is that of a run that began with this rule.
    void rivalFollowsTheRule() {
        const Experiment& e = experiment("clam");
        for (const char* change : {"beta=0.5", "alpha=0.3", "depth=3"}) {
            const auto run = started({"features=16", "mask=0.2", "beta=5"}), other = started({"features=16", "mask=0.2", "beta=5", change});
            Values values = e.params.defaults();
            for (const char* assignment : {"features=16", "mask=0.2", "beta=5", change}) e.params.set(values, assignment);
            run->set(values);
            run->step(), other->step();
            QCOMPARE(reached(*run, "kmeans_loss"), reached(*other, "kmeans_loss"));
        }
    }

    void nonsenseIsRefused() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("t.csv").toStdString();
        std::ofstream(path) << "1,2,a\n3,4,b\n5,5,a\n";
        Inputs inputs;
        inputs.data = path;
        QVERIFY(messageOf([&] {
                    started({"data=table", "clusters=4"}, inputs);
                }).find("clusters=4 is more than the 3 points") != std::string::npos);
        QVERIFY(messageOf([] { started({"data=table"}); }).find("--data FILE") != std::string::npos);
        QVERIFY(messageOf([] { started({"data=idx"}); }).find("--data FILE") != std::string::npos);
        const auto run = started({"data=table", "clusters=2", "batch=64", "epochs=3"}, inputs);
        settleRun(*run);
        QVERIFY(std::isfinite(reached(*run, "silhouette")));
        std::ofstream(path) << "7\n7\n7\n";
        const auto flat = started({"data=table", "labels=none", "clusters=2", "epochs=3"}, inputs);  // one constant column
        settleRun(*flat);
        QVERIFY(std::isfinite(reached(*flat, "energy")));
    }
};

QTEST_GUILESS_MAIN(TestClustering)
#include "test_clustering.moc"
