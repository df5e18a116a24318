// The pointer that keys move: what a mouse does in panels (drag a memory, paint on a cue, ask where a start leads, choose a tile) is
// done here without one.
#include <QTest>
#include <cmath>

#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

class HandTest : public QObject, LiveWindow {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(keepsToItself(settings_)); }
    void init() {
        QVERIFY(opens({1600, 900}));
        rest();
    }
    void cleanup() { destroy(window_); }

    void aMemoryIsDraggedAndAPointSetDown() {
        open("clam", {"data=mouse"}, "map");
        take(Qt::Key_2);
        const HandState before = ui().hand;
        const Hit* hit = under("scene");
        QVERIFY(hit && hit->item >= 0);  // the first thing there is a prototype
        const int prototype = hit->item;
        QTest::keyPress(&gl(), Qt::Key_Space);
        for (int i = 0; i < 5; ++i) press(Qt::Key_Right), QTest::qWait(40);
        press(Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyRelease(&gl(), Qt::Key_Space);
        rest();
        QCOMPARE(std::lround(ui().hand.at.x - before.at.x), std::lround(ui().px(51)));
        QCOMPARE(document().undoCount(), 1);
        const Poke dragged = lastPoke();
        QVERIFY(dragged.panel == "map" && dragged.item == prototype);
        QVERIFY(under("scene") && under("scene")->item == prototype);  // it has come along
        QVERIFY(!document().playing());

        const std::size_t orders = document().session().orders.size();
        while (under("scene")) press(Qt::Key_Down);
        press(Qt::Key_Space);
        rest();
        QVERIFY(document().session().orders.size() > orders);
        QCOMPARE(std::int64_t(lastPoke().item), std::get<std::int64_t>(document().values().at("clusters")));  // another point
        QCOMPARE(document().undoCount(), 2);
        press(Qt::Key_Z, Qt::ControlModifier);  // commands hold on
        QCOMPARE(document().undoCount(), 1);
        picture("dragged");
    }

    void aCueIsPaintedAndErased() {
        take(Qt::Key_3);
        std::string place;
        for (int i = 0; i < 40 && place.empty(); ++i) {
            for (const char* slot : {"slot 0", "slot 1", "slot 2"})
                if (const Hit* hit = under(slot); hit && hit->pictureWidth > 0 && hit->item == 0) place = slot;
            if (place.empty()) press(Qt::Key_Tab), QTest::qWait(20);
        }
        QVERIFY(!place.empty());
        press(Qt::Key_Space);
        rest();
        QVERIFY(lastPoke().panel == "recall" && lastPoke().value == 1);
        press(Qt::Key_Backspace);
        rest();
        QVERIFY(lastPoke().panel == "recall" && lastPoke().value == 0);
        QCOMPARE(document().undoCount(), 2);
        press(Qt::Key_Return);  // held: a stroke
        for (int i = 0; i < 3; ++i) press(Qt::Key_Down), QTest::qWait(40);
        press(Qt::Key_Return);
        rest();
        QVERIFY(lastPoke().value == 1);
        QCOMPARE(document().undoCount(), 3);
    }

    void aBasinIsReadOut() {
        open("dense_memory", {}, "plane");
        take(Qt::Key_2);
        const Rect area = ui().laidOut.at("scene").out.frame.area;
        const Pt middle{area.x + area.width / 2, area.y + area.height / 2};
        for (int i = 0; i < 60 && std::hypot(ui().hand.at.x - middle.x, ui().hand.at.y - middle.y) > 2; ++i) press(Qt::Key_Tab);
        QVERIFY(std::hypot(ui().hand.at.x - middle.x, ui().hand.at.y - middle.y) <= 2);
        press(Qt::Key_Left);
        QTest::qWait(1000);                                                             // the tip waits a moment, as under a mouse
        const QRect below(int(ui().hand.at.x) + 30, int(ui().hand.at.y) + 24, 60, 14);  // beside the ring
        const QImage told = gl().grabFramebuffer().copy(below);
        picture("basin");
        press(Qt::Key_Escape);
        QTest::qWait(200);
        QVERIFY(gl().grabFramebuffer().copy(below) != told);
    }

    void aRunIsChosenAmongMany() {
        press(Qt::Key_4, Qt::ControlModifier);
        for (int i = 0; i < 60 && ui().parameters.focusedRow != "beta"; ++i) press(Qt::Key_Down);
        QCOMPARE(ui().parameters.focusedRow, std::string("beta"));
        press(Qt::Key_G);
        QCOMPARE(document().session().view.grid.size(), std::size_t(1));
        QTRY_COMPARE_WITH_TIMEOUT(
            std::size_t(std::ranges::count_if(document().companions(), [](const auto& c) { return bool(c->frame()); })),
            document().session().view.grid[0].values.size(), kWaitMs);
        QTest::qWait(300);
        const Value before = document().values().at("beta");
        take(Qt::Key_2);
        const Rect whole = ui().layout.scene;
        const auto inTheLastCell = [&] {
            return ui().hand.at.x > whole.x + 0.66 * whole.width && ui().hand.at.y > whole.y + 0.5 * whole.height;
        };
        for (int i = 0; i < 40 && !inTheLastCell(); ++i) press(Qt::Key_Tab), QTest::qWait(20);
        QVERIFY(inTheLastCell());
        press(Qt::Key_Space);
        QTRY_VERIFY(document().session().view.grid.empty());
        QVERIFY(document().values().at("beta") != before);
        QCOMPARE(document().undoCount(), 1);
    }

    void aNeuronIsPointedAtAndChosen() {
        open("hierarchical_memory", {"task=composition"}, "theatre");
        take(Qt::Key_2);
        const auto drawn = [&] { return ui().drawn.param; };
        for (int i = 0; i < 40 && drawn().empty(); ++i) press(Qt::Key_Tab), QTest::qWait(60);
        QVERIFY(!drawn().empty());
        press(Qt::Key_Left);  // a neuron further
        QTest::qWait(60);
        const Chosen chosen = ui().drawn;
        QVERIFY(!chosen.param.empty());
        picture("neuron");
        press(Qt::Key_Space);
        QTRY_COMPARE(document().values().at(chosen.param), Value(std::int64_t(chosen.value)));
        press(Qt::Key_Escape);
        rest();
        QVERIFY(drawn().empty());
    }

    // What stands in an instrument's place is chosen in the menu of its title.
    void aMenuIsOpenedAndAnEntryChosen() {
        take(Qt::Key_3);
        const auto isOpen = [&] { return std::ranges::any_of(ui().stops, [](const HandStop& stop) { return stop.inMenu; }); };
        press(Qt::Key_Space);
        QTRY_VERIFY(isOpen());
        press(Qt::Key_Escape);
        QTRY_VERIFY(!isOpen());
        QVERIFY(ui().hand.in);
        press(Qt::Key_Space);
        QTRY_VERIFY(isOpen());
        QTest::qWait(60);
        for (int i = 0; i < 3; ++i) press(Qt::Key_Tab), QTest::qWait(40);
        picture("menu");
        QVERIFY(document().session().view.instruments.empty());
        press(Qt::Key_Space);
        QTRY_VERIFY(!document().session().view.instruments.empty());
        QTRY_VERIFY(!isOpen());
    }

    // Out again, every key means what it meant before; and a mouse takes over at once.
    void itComesAndGoes() {
        take(Qt::Key_2);
        const Camera camera = ui().scenes.at(0).camera;
        press(Qt::Key_Right);
        rest();
        QVERIFY(ui().scenes.at(0).camera == camera);
        press(Qt::Key_Escape);
        QVERIFY(!ui().hand.in);
        QCOMPARE(int(ui().focus), int(Focus::Scene));
        press(Qt::Key_Right);
        rest();
        QVERIFY(!(ui().scenes.at(0).camera == camera));
        press(Qt::Key_Return);
        QVERIFY(ui().hand.in);
        press(Qt::Key_5, Qt::ControlModifier);  // another region
        QVERIFY(!ui().hand.in);
        take(Qt::Key_2);
        press(Qt::Key_Return);
        QVERIFY(ui().hand.presses);
        QTest::mouseMove(&gl(), {500, 300});
        QTRY_VERIFY(!ui().hand.in && !ui().hand.presses);
    }

private:
    Ui& ui() { return gl().ui(); }
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) { QTest::keyClick(&gl(), Qt::Key(key), modifiers); }

    void open(const char* experiment, const std::vector<std::string>& assignments, const char* panel) {
        Session session = newSession(experiment);
        for (const std::string& assignment : assignments) engram::experiment(experiment).params.set(session.values, assignment);
        session.view.hero = panel;
        document().start(session);
        gl().wake();
        rest();
    }

    // The hand comes into the region.
    void take(int region) {
        gl().setFocus();
        press(region, Qt::ControlModifier);
        QTest::qWait(60);
        press(Qt::Key_Return);
        QVERIFY(ui().hand.in);
        QTest::qWait(60);
    }

    const Hit* under(const std::string& place) {
        const auto laidOut = ui().laidOut.find(place);
        if (laidOut == ui().laidOut.end()) return nullptr;
        const auto& hits = laidOut->second.out.hits;
        const auto hit = std::find_if(hits.rbegin(), hits.rend(), [&](const Hit& h) { return h.rect.contains(ui().hand.at); });
        return hit == hits.rend() ? nullptr : &*hit;
    }

    Poke lastPoke() {
        const auto& orders = document().session().orders;
        const Poke* poke = orders.empty() ? nullptr : std::get_if<Poke>(&orders.back().what);
        return poke ? *poke : Poke{"nothing was done", -1, 0, 0, 0, -1};
    }

    void picture(const QString& what) {
        if (const QString folder = qEnvironmentVariable("ENGRAM_SHOTS"); !folder.isEmpty())
            window_->grab().save(folder + "/hand-" + what + ".png");
    }
};

int main(int argc, char** argv) { engram::test::windowMain<HandTest>(argc, argv, "engram-hand-test"); }

#include "test_gui_hand.moc"
