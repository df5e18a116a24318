// What lies under the pointer: sheets are met where they are seen, and the theatre of the hierarchical memory shows the neuron that is
// pointed at with the drives that the model itself has, without the run knowing of it.
#include <QtTest>

#include <cmath>

#include "core/experiments/hierarchical_memory/channel_maps.h"
#include "core/experiments/hierarchical_memory/draw.h"
#include "core/sim/player.h"
#include "core/view/framing.h"
#include "core/view/pointing.h"
#include "tests/runs.h"

using namespace engram;
using namespace engram::hierarchical_memory;

namespace {

constexpr double kWidth = 940, kHeight = 560;

const Experiment& about() { return experiment("hierarchical_memory"); }

Session sessionWith(const std::vector<std::string>& assignments) { return test::sessionWith("hierarchical_memory", assignments); }

const State& stateOf(const Snapshot& s) { return *static_cast<const State*>(s.state.get()); }

Snapshot momentOf(const std::vector<std::string>& assignments, int steps = 7) {
    Player player(sessionWith(assignments));
    player.goTo(steps);
    return player.snapshot();
}

const std::vector<std::vector<std::string>> kNets = {{},
                                                     {"layers=4", "parts=4", "kernel=5", "stride=5"},
                                                     {"kernel=6", "stride=3"},
                                                     {"feedback=0.7"},
                                                     {"task=random", "lagrangians=tanh/tanh/softmax", "beta=1/1/3", "tau=1/0.3/3"},
                                                     {"task=random", "asymmetry=0.4", "sizes=9/30/7/5", "layers=4"}};

std::vector<Camera> cameras(const Scene& scene) {
    std::vector<Camera> all{openingCamera(scene, kWidth, kHeight, 1)};
    for (const auto& [azimuth, elevation, distance, shift] :
         {std::tuple{40.0, 20.0, 1.0, 0.0}, {-100.0, 60.0, 0.6, 0.1}, {179.0, 8.0, 1.4, -0.2}, {0.0, 90.0, 1.0, 0.0}}) {
        Camera camera = all.front();
        camera.azimuthDeg = azimuth, camera.elevationDeg = elevation, camera.distance *= distance, camera.shiftX = shift;
        all.push_back(camera);
    }
    return all;
}

std::vector<const Sheet*> sheetsOf(const Scene& scene) {
    std::vector<const Sheet*> sheets;
    for (const SceneMark& mark : scene.marks)
        if (const auto* sheet = std::get_if<Sheet>(&mark)) sheets.push_back(sheet);
    return sheets;
}

Vec3 on(const Sheet& sheet, double u, double v) {
    Vec3 at = sheet.corner;
    for (std::size_t i = 0; i < 3; ++i) at[i] += float(u * sheet.across[i] + v * sheet.down[i]);
    return at;
}

Scene theatreOf(const Snapshot& moment) { return std::get<Scene>(about().draw(moment).find("theatre")->content); }

Snapshot lookingAt(Snapshot moment, int number) {
    moment.values["looked_at"] = std::int64_t(number);
    return moment;
}

Params paramsOf(const Snapshot& moment) { return schema().read(moment.values); }

}  // namespace

class PointingTest : public QObject {
    Q_OBJECT

private slots:
    // Against another way to the same answer: where a ray meets the level of each sheet, which is flat, and the one nearest to the eye.
    void aSheetIsMetWhereItIsSeen() {
        const Scene scene = theatreOf(momentOf({}));
        int met = 0, missed = 0;
        for (const Camera& camera : cameras(scene))
            for (double px = 3; px < kWidth; px += 19)
                for (double py = 2; py < kHeight; py += 13) {
                    const Sheet* nearest = nullptr;
                    double least = 0, u = 0, v = 0;
                    for (const Sheet* sheet : sheetsOf(scene)) {
                        double x = 0, y = 0;
                        if (!unproject(camera, kWidth, kHeight, px, py, sheet->corner[2], x, y)) continue;
                        const double across = x - sheet->corner[0], down = sheet->corner[1] - y;
                        const double depth = project(camera, kWidth, kHeight, {float(x), float(y), sheet->corner[2]}).depth;
                        if (across < 0 || across >= 1 || down < 0 || down >= 1 || (nearest && depth >= least)) continue;
                        nearest = sheet, least = depth, u = across, v = down;
                    }
                    const auto hit = sheetUnder(scene, camera, kWidth, kHeight, px, py);
                    QCOMPARE(hit ? hit->sheet : nullptr, nearest);
                    if (!nearest) {
                        ++missed;
                        continue;
                    }
                    ++met;
                    QVERIFY(std::abs(hit->column + 0.5 - u * nearest->picture.width) < 0.5 + 1e-3);
                    QVERIFY(std::abs(hit->row + 0.5 - v * nearest->picture.height) < 0.5 + 1e-3);
                }
        QVERIFY2(met > 1000 && missed > 1000, qPrintable(QString("%1 met, %2 missed").arg(met).arg(missed)));
    }

    void sheetsMayStandAnyHow() {
        Sheet sheet;
        sheet.corner = {-1, 2, 1.5f}, sheet.across = {2, 0.5f, 0.2f}, sheet.down = {0.1f, -0.3f, -1};
        sheet.picture = {8, 5, share(std::vector<float>(40)), 0, 1};
        Scene scene;
        scene.marks = {sheet};
        for (const double azimuth : {-60.0, 0.0, 20.0, 75.0}) {
            Camera camera;
            camera.azimuthDeg = azimuth, camera.elevationDeg = 25;
            for (int row = 0; row < 5; ++row)
                for (int column = 0; column < 8; ++column) {
                    const Projected at = project(camera, kWidth, kHeight, on(sheet, (column + 0.5) / 8, (row + 0.5) / 5));
                    const auto hit = sheetUnder(scene, camera, kWidth, kHeight, at.x, at.y);
                    QVERIFY(hit && hit->column == column && hit->row == row);
                }
        }
        Camera beside;  // looks along the sheet
        beside.azimuthDeg = 0, beside.elevationDeg = 0;
        std::get<Sheet>(scene.marks[0]) = Sheet{{-1, -1, 0}, {2, 0, 0}, {0, 2, 0}, sheet.picture, {}, {}, {}};
        QVERIFY(!sheetUnder(scene, beside, kWidth, kHeight, kWidth / 2, kHeight / 2));
        beside.elevationDeg = 90, beside.target = {0, 0, -20};  // the sheet lies behind the eye
        QVERIFY(!sheetUnder(scene, beside, kWidth, kHeight, kWidth / 2, kHeight / 2));
    }

    void onlyWhatIsThereIsChosen() {
        const Picture picture{2, 2, nullptr, 0, 1};
        const Pointing pointing{"looked_at", share(std::vector<int>{4, -1, 0, 7}), ""};
        QCOMPARE(chosenAt(pointing, picture, 0, 0), std::optional(4));
        QCOMPARE(chosenAt(pointing, picture, 1, 0), std::optional<int>());
        QCOMPARE(chosenAt(pointing, picture, 0, 1), std::optional(0));
        for (const auto& [column, row] : {std::pair{-1, 0}, {0, -1}, {2, 0}, {0, 2}})
            QCOMPARE(chosenAt(pointing, picture, column, row), std::optional<int>());
        QCOMPARE(chosenAt({}, picture, 0, 0), std::optional<int>());
    }

    // Every neuron of every layer: what it sees and what sees it add up to what the synapses themselves make.
    void fieldsAreThoseOfTheSynapses() {
        for (const auto& assignments : kNets) {
            const Snapshot moment = momentOf(assignments);
            const State& s = stateOf(moment);
            const Hierarchy& net = *s.net;
            const HierarchyState g = activations(net, *s.x), rate = rates(net, *s.x);
            for (int a = 0; a < int(net.layers.size()); ++a) {
                const auto i = std::size_t(a);
                const bool under = a > 0, over = i + 1 < net.layers.size();
                const Vector none = Vector::Zero(net.layers[i].size());
                const Vector below = under ? upward(net.layers[i - 1], net.layers[i], net.synapses[i - 1], g[i - 1]) : none;
                const Vector above =
                    over ? Vector(net.feedback * downward(net.layers[i], net.layers[i + 1], net.synapses[i], g[i + 1])) : none;
                for (int n = 0; n < net.layers[i].size(); ++n) {
                    const Drives drives = drivesOf(s, g, a, n);
                    QVERIFY(std::abs(drives.below - below[n]) < 1e-12 && std::abs(drives.above - above[n]) < 1e-12);
                    QCOMPARE(drives.decay, -(*s.x)[i][n]);
                    QVERIFY(std::abs(drives.sum() - net.layers[i].tau * rate[i][n]) < 1e-12);
                }
            }
        }
    }

    // Seen from several sides, each sheet shows a neuron wherever it is pointed at, and the panels show just that one.
    void thePointerChoosesTheNeuronUnderIt() {
        for (const auto& assignments : kNets) {
            const Snapshot moment = momentOf(assignments);
            const State& s = stateOf(moment);
            const Hierarchy& net = *s.net;
            const HierarchyState rate = rates(net, *s.x);
            const Scene scene = theatreOf(moment);
            const int layers = int(net.layers.size()), neurons = numberOf(net, layers - 1, net.layers.back().size() - 1);
            std::set<int> chosenLayers;
            int tried = 0;
            for (const Camera& camera : cameras(scene))
                for (double px = 11; px < kWidth; px += 83)
                    for (double py = 9; py < kHeight; py += 61) {
                        const auto hit = sheetUnder(scene, camera, kWidth, kHeight, px, py);
                        const auto number = hit ? chosenAt(hit->sheet->pointing, hit->sheet->picture, hit->column, hit->row) : std::nullopt;
                        if (!number) continue;
                        QVERIFY(*number >= 1 && *number <= neurons);
                        const Snapshot looked = lookingAt(moment, *number);
                        const Chain chain = chainOf(paramsOf(looked), s);
                        QCOMPARE(numberOf(net, chain.layer, chain.chosen().neuron), *number);
                        QCOMPARE(float(chain.layer), std::round(hit->sheet->corner[2] / theatreFloor(scene)));
                        if (!hit->sheet->name.empty() && !(chain.layer == 0 && s.world->hasPictures())) {  // maps of channels
                            const Square q = ChannelMaps(net.layers[std::size_t(chain.layer)]).square(chain.chosen().neuron);
                            const double u = (hit->column + 0.5) / hit->sheet->picture.width,
                                         v = (hit->row + 0.5) / hit->sheet->picture.height;
                            QVERIFY(q.u0 < u && u < q.u1 && q.v0 < v && v < q.v1);
                        }
                        const Board board = about().draw(looked);
                        checkBars(std::get<Plot>(board.find("drives")->content), chain, net, rate, *s.x);
                        const std::string name = neuronName(paramsOf(looked), s, chain.layer, chain.chosen());
                        const std::string reading = sheetsOf(std::get<Scene>(board.find("theatre")->content))[0]->pointing.reading;
                        QVERIFY2(reading.starts_with(name + "\n"), reading.c_str());
                        chosenLayers.insert(chain.layer), ++tried;
                    }
            QVERIFY2(int(chosenLayers.size()) == layers && tried > 40, qPrintable(QString("%1 tried").arg(tried)));
        }
    }

    // Its receptive field lights up: a rule shows the strokes that it binds, a stroke the pixels that it covers.
    void theFieldLightsUp() {
        const Snapshot moment = momentOf({});
        const State& s = stateOf(moment);
        const auto linesAt = [&](int number, float left, float level) {  // frames that lie on one sheet
            int count = 0;
            const Scene scene = theatreOf(lookingAt(moment, number));
            for (const SceneMark& mark : scene.marks)
                if (const auto* line = std::get_if<Lines>(&mark); line && line->at->size() == 5)
                    count += std::all_of(line->at->begin(), line->at->end(), [&](const Vec3& p) {
                        return std::abs(p[2] - level) < 1e-5f && p[0] > left - 1e-4f && p[0] < left + 1.0001f;
                    });
            return count;
        };
        const float floor = theatreFloor(theatreOf(moment));
        const int rule = numberOf(*s.net, 2, 5), stroke = numberOf(*s.net, 1, 21);
        QCOMPARE(linesAt(rule, 0, 2 * floor), 1);
        QCOMPARE(linesAt(rule, 0, floor), 1 + 4);  // the one that drives it most, and all four it binds
        QCOMPARE(linesAt(rule, 0, 0), 1);
        QCOMPARE(linesAt(stroke, 0, floor), 1);
        for (const int number : {1, stroke, rule})
            for (const int level : {0, 1, 2}) QCOMPARE(linesAt(number, 1.2f, float(level) * floor), 1);
        const Square all = squareOf(s, 2, {0, 0, 5, 5}), one = squareOf(s, 1, {1, 1, 0, 0});
        QVERIFY(all.u0 == 0 && all.v0 == 0 && all.u1 == 0.5 && all.v1 == 0.5);
        QVERIFY(one.u0 == 0.25 && one.v1 == 0.5);
    }

    // It is a matter of view alone: the same run goes on, and nothing of it counts as changed by hand.
    void theRunKnowsNothingOfIt() {
        Session session = sessionWith({});
        Player player(session);
        player.goTo(12);
        const Snapshot before = player.snapshot();
        session.values["looked_at"] = std::int64_t(900);
        QVERIFY(player.follow(session));
        const Snapshot after = player.snapshot();
        QVERIFY(stateOf(after).x == stateOf(before).x && stateOf(after).net == stateOf(before).net);
        QVERIFY(player.trace().edits().empty());
        QCOMPARE(player.trace().size(), 13);
        QVERIFY(about().draw(after).find("theatre")->subtitle == about().draw(before).find("theatre")->subtitle);
        player.goTo(20);
        Player other(sessionWith({}));
        other.goTo(20);
        QCOMPARE(player.trace().column(0), other.trace().column(0));
    }

    void numbersBeyondTheLastCountAsTheLast() {
        const Snapshot moment = momentOf({});
        const State& s = stateOf(moment);
        const int last = numberOf(*s.net, 2, s.net->layers[2].size() - 1);
        for (const int number : {last, last + 1, 10'000'000}) {
            const Chain chain = chainOf(paramsOf(lookingAt(moment, number)), s);
            QCOMPARE(numberOf(*s.net, chain.layer, chain.chosen().neuron), last);
        }
        QCOMPARE(chainOf(paramsOf(moment), s).chosen().neuron, s.world->pixel);
        Player trained(sessionWith({"task=denoise", "memories=20", "iterations=20"}));
        const Board board = about().draw(trained.snapshot());
        QVERIFY(board.find("theatre")->hint.empty());
        for (const Sheet* sheet : sheetsOf(std::get<Scene>(board.find("theatre")->content))) QVERIFY(sheet->pointing.param.empty());
        QVERIFY(!about().params.idle("looked_at", trained.session().values).empty());
    }

private:
    // From a layer to the next.
    static float theatreFloor(const Scene& scene) {
        float least = 0;
        for (const Sheet* sheet : sheetsOf(scene))
            if (sheet->corner[2] > 0 && (least == 0 || sheet->corner[2] < least)) least = sheet->corner[2];
        return least;
    }

    // Groups of three bars, one a layer, with an empty bar between two.
    static void checkBars(const Plot& plot, const Chain& chain, const Hierarchy& net, const HierarchyState& rate, const HierarchyState& x) {
        const auto& bars = std::get<Bars>(plot.marks.front()).bars;
        std::size_t bar = 0;
        for (std::size_t a = 0; a < net.layers.size(); ++a) {
            const int n = chain.places[a].neuron;
            if (a > 0) QVERIFY(bars[bar++].label.empty());
            double sum = 0;
            for (const char* label : {"below", "above", "decay"}) {
                if ((a == 0 && label == std::string("below")) || (a + 1 == net.layers.size() && label == std::string("above"))) {
                    QVERIFY(bars[bar].label.empty() && bars[bar].value == 0 && bars[bar].paint.alpha == 0);  // its place stays free
                    ++bar;
                    continue;
                }
                QCOMPARE(bars[bar].label, std::string(label));
                sum += bars[bar++].value;
            }
            QCOMPARE(bars[bar - 1].value, -x[a][n]);
            QVERIFY(std::abs(sum - net.layers[a].tau * rate[a][n]) < 1e-12);
        }
        QCOMPARE(bar, bars.size());
    }
};

QTEST_GUILESS_MAIN(PointingTest)

#include "test_pointing.moc"
