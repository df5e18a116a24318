// Views of the dense memory that come in passes: basins from coarse to fine, and the capacity study filling in.
#include <QtTest>

#include <algorithm>

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

}  // namespace

class TestDenseViews : public QObject {
    Q_OBJECT
private slots:
    void basinsComeCoarseAndGetFiner() {
        for (const std::vector<std::string>& set : {std::vector<std::string>{}, {"patterns=points", "count=7"}, {"model=C"}, {"model=A", "size=8"}}) {
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
