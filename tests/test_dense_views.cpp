// Views of the dense memory that come in passes: basins from coarse to fine, and the capacity study filling in.
#include <QtTest>

#include <algorithm>

#include "core/compute/thread_backend.h"
#include "tests/dense.h"

using namespace engram;
using namespace engram::test;

namespace {

// The side of the basin map that the board shows; 0 where there is none.
int basinSide(const Snapshot& snapshot) {
    const Board board = dense().draw(snapshot);
    const auto* plot = std::get_if<Plot>(&board.find("plane")->content);
    if (!plot) return 0;
    for (const PlotMark& mark : plot->marks)
        if (const auto* basins = std::get_if<Basins>(&mark)) return basins->ends.columns;
    return 0;
}

int prepared = 0;

// The processor's backend, counting how often memories are prepared.
class Counting : public Backend {
public:
    std::string device() const override { return cpu_->device(); }
    std::shared_ptr<const Memories> prepare(const ConstFloatBatch& memories) override {
        ++prepared;
        return cpu_->prepare(memories);
    }
    void energies(const MemoryModel& model, const Memories& m, const ConstFloatBatch& v, Eigen::Ref<Eigen::VectorXf> out) override {
        cpu_->energies(model, m, v, out);
    }
    void gradients(const MemoryModel& model, const Memories& m, const ConstFloatBatch& v, FloatBatch out) override {
        cpu_->gradients(model, m, v, out);
    }
    void descend(const MemoryModel& model, const Memories& m, float rate, int steps, FloatBatch v) override {
        cpu_->descend(model, m, rate, steps, v);
    }
    void settle(const MemoryModel& model, const Memories& m, float rate, int most, float tolerance, FloatBatch v,
                Eigen::Ref<Eigen::VectorXi> steps) override {
        cpu_->settle(model, m, rate, most, tolerance, v, steps);
    }
    void nearest(const MemoryModel& model, const Memories& m, const ConstFloatBatch& v, Eigen::Ref<Eigen::VectorXi> out) override {
        cpu_->nearest(model, m, v, out);
    }
    void landscape(const MemoryModel& model, const Memories& m, const PlaneGrid& grid, Eigen::Ref<Eigen::VectorXf> out) override {
        cpu_->landscape(model, m, grid, out);
    }

private:
    std::unique_ptr<Backend> cpu_ = makeCpuBackend();
};

}  // namespace

class TestDenseViews : public QObject {
    Q_OBJECT
private slots:
    void basinsComeCoarseAndGetFiner() {
        for (const std::vector<std::string>& set :
             {std::vector<std::string>{}, {"patterns=points", "count=7"}, {"model=C"}, {"model=A", "size=8"}}) {
            const auto run = started(set);
            std::vector<int> sides;
            for (bool more = true; more;) {
                more = run->look({"plane"});
                if (const int side = basinSide(run->snapshot()); sides.empty() || side != sides.back()) sides.push_back(side);
            }
            QVERIFY(sides.front() >= 25 && sides.back() >= 49);
            QVERIFY(std::is_sorted(sides.begin(), sides.end()));
            QVERIFY(!run->look({"plane"}));          // nothing is stale
            Values other = valuesWith(set);
            other["beta"] = 20.0, other["slope"] = 6.0;
            run->set(other);
            if (dense().params.idle("beta", other).empty()) {
                QVERIFY(run->look({"plane"}));       // begins anew, coarse
                QVERIFY(basinSide(run->snapshot()) < sides.back());
            }
        }
    }

    // Once for all bands of all passes, beside once for the energies of each pass; and once more where another backend takes over.
    void memoriesOfBasinsArePreparedOnce() {
        const auto makeCounting = [] { makeBackendsBy([] { return std::make_unique<Counting>(); }); };
        makeCounting();
        const auto run = started({"patterns=points", "count=7"});
        prepared = 0;
        std::vector<int> sides;
        int slices = 0;
        for (bool more = true; more; ++slices) {
            if (slices == 1) makeCounting();
            more = run->look({"plane"});
            if (const int side = basinSide(run->snapshot()); sides.empty() || side != sides.back()) sides.push_back(side);
        }
        makeBackendsBy(nullptr);
        QVERIFY(slices > 1);
        QCOMPARE(prepared, 2 + int(sides.size()));
    }

    void basinsAreReadOutInStepsAndNoise() {
        const auto run = started({"patterns=points", "count=7"});
        while (run->look({"plane"})) {}
        const Board board = dense().draw(run->snapshot());
        const Plot& plot = std::get<Plot>(board.find("plane")->content);
        for (const PlotMark& mark : plot.marks)
            if (const auto* basins = std::get_if<Basins>(&mark)) {
                const QString text = QString::fromStdString(readOut(*basins, 0.5 * basins->ends.x1, 0.3 * basins->ends.y1));
                const QRegularExpression form(
                    "^(goes to memory \\S+|reaches no memory) in \\d+ steps?; (switches to \\S+|to no memory) at \\d+ % noise$");
                QVERIFY2(form.match(text).hasMatch(), qPrintable(text));
                return;
            }
        QFAIL("no basins");
    }

    void capacityFillsInWhileItIsLookedAt() {
        const auto run = started({});
        QVERIFY(run->look({"capacity"}));
        run->step();                                 // the study does not mind what the run does
        while (run->look({"capacity"})) {}
        const Board board = dense().draw(run->snapshot());
        const Plot& plot = std::get<Plot>(board.find("capacity")->content);
        int points = 0;
        for (const PlotMark& mark : plot.marks)
            if (const auto* scatter = std::get_if<Scatter>(&mark)) points += int(scatter->x->size());
        QVERIFY(points > 60);
        QVERIFY(board.find("capacity")->subtitle.find("200 of 200") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestDenseViews)
#include "test_dense_views.moc"
