// The pointer in the assembly theatre, in the real window: the neuron under it is shown while it is there, a click keeps it, a drag turns
// the camera, and the run goes on as if nothing were.
#include <QElapsedTimer>
#include <QTest>

#include "core/view/pointing.h"
#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

class GuiPointingTest : public QObject, LiveWindow {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(keepsToItself(settings_)); }

    void init() {
        QVERIFY(opens({1280, 720}));
        document().start(newSession("hierarchical_memory"));
        document().seek(9);
        QTRY_VERIFY_WITH_TIMEOUT(document().isShown() && document().frame()->moment.step == 9 && gl().ui().scenes.size() == 1, kWaitMs);
    }
    void cleanup() { destroy(window_); }

    void theNeuronUnderThePointerIsShown() {
        const auto frame = document().frame();
        const std::string before = barsOf("drives");
        for (const float height : {0.f, 1.f, 2.f}) {
            const auto [at, number] = cellOf(height);
            QTest::mouseMove(&gl(), at);
            QTRY_COMPARE_WITH_TIMEOUT(gl().ui().drawn.value, std::int64_t(number), kWaitMs);
            QCOMPARE(gl().ui().drawn.param, std::string("looked_at"));
            QTRY_VERIFY_WITH_TIMEOUT(barsOf("drives") != before, kWaitMs);
        }
        QCOMPARE(document().frame(), frame);  // the run was not even asked
        QCOMPARE(document().undoCount(), 0);
        QVERIFY(!document().changed());
        QCOMPARE(document().values().at("looked_at"), Value(std::int64_t(0)));
        const Rect& r = gl().ui().layout.timeline;
        QTest::mouseMove(&gl(), QPoint(int(r.x + r.width / 2), int(r.y + 6)));
        QTRY_VERIFY_WITH_TIMEOUT(gl().ui().drawn.param.empty(), kWaitMs);
        QCOMPARE(barsOf("drives"), before);
    }

    void aClickKeepsItAndADragTurns() {
        const auto [at, number] = cellOf(1);
        QTest::mouseMove(&gl(), at);
        QTRY_COMPARE_WITH_TIMEOUT(gl().ui().drawn.value, std::int64_t(number), kWaitMs);
        QTest::mousePress(&gl(), Qt::LeftButton, Qt::NoModifier, at);
        QTest::qWait(80);
        for (int i = 1; i <= 6; ++i) QTest::mouseMove(&gl(), at + QPoint(4 * i, 0)), QTest::qWait(30);
        QTest::mouseRelease(&gl(), Qt::LeftButton, Qt::NoModifier, at + QPoint(24, 0));
        QTest::qWait(200);
        QCOMPARE(document().session().view.cameras.size(), std::size_t(1));
        QCOMPARE(document().undoCount(), 0);

        const auto [there, kept] = cellOf(1);
        QTest::mouseMove(&gl(), there);
        QTRY_COMPARE_WITH_TIMEOUT(gl().ui().drawn.value, std::int64_t(kept), kWaitMs);
        QTest::mouseClick(&gl(), Qt::LeftButton, Qt::NoModifier, there);
        QTRY_COMPARE_WITH_TIMEOUT(document().values().at("looked_at"), Value(std::int64_t(kept)), kWaitMs);
        QCOMPARE(document().undoCount(), 1);
        QTRY_VERIFY_WITH_TIMEOUT(document().isShown(), kWaitMs);
        QCOMPARE(document().frame()->moment.step, std::int64_t(9));
        QVERIFY(document().frame()->moment.trace.edits().empty());
        QVERIFY(document().undo());
        QCOMPARE(document().values().at("looked_at"), Value(std::int64_t(0)));
    }

    // While it plays the pointer may wander: the run begins nowhere anew.
    void theRunGoesOnUnderIt() {
        const auto [at, number] = cellOf(1);
        document().play(true);
        QElapsedTimer limit;
        limit.start();
        std::int64_t last = document().session().step;
        for (int i = 0; document().playing() && document().session().step < 60 && limit.elapsed() < kWaitMs; ++i) {
            QTest::mouseMove(&gl(), at + QPoint(i % 9 * 3, i % 5));
            QTest::qWait(15);
            QVERIFY(document().session().step >= last);
            last = document().session().step;
        }
        QVERIFY(last >= 60);
        QVERIFY(gl().ui().drawn.param == "looked_at");
        QCOMPARE(document().undoCount(), 0);
    }

private:
    // A pixel of the view where the maps of a layer are seen, and the neuron there.
    std::pair<QPoint, int> cellOf(float layer) {
        const ScenePaint& paint = gl().ui().scenes.front();
        for (double y = 0.9 * paint.rect.height; y > 0.1 * paint.rect.height; y -= 3)
            for (double x = 0.1 * paint.rect.width; x < 0.9 * paint.rect.width; x += 3) {
                const int column = int(std::lround(paint.rect.x + x)), row = int(std::lround(paint.rect.y + y));
                const auto hit =
                    sheetUnder(*paint.scene, paint.camera, paint.rect.width, paint.rect.height, column - paint.rect.x, row - paint.rect.y);
                if (!hit || hit->sheet->corner[0] != 0 || std::lround(hit->sheet->corner[2] / 0.76f) != std::lround(layer)) continue;
                if (hit->column < hit->sheet->picture.width / 2) continue;
                const auto number = chosenAt(hit->sheet->pointing, hit->sheet->picture, hit->column, hit->row);
                if (number) return {{column, row}, *number};
            }
        return {};
    }

    std::string barsOf(const char* panel) {
        std::string values;
        const auto& content = gl().ui().board->find(panel)->content;
        for (const Bar& bar : std::get<Bars>(std::get<Plot>(content).marks.front()).bars) values += std::to_string(bar.value) + " ";
        return values;
    }
};

int main(int argc, char** argv) { return engram::test::windowMain<GuiPointingTest>(argc, argv, "engram-test"); }

#include "test_gui_pointing.moc"
