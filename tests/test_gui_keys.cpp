// Keys of the real window: no two clash, they reach every region, and a person without a mouse comes from the start to the finish.
#include <QLabel>
#include <QScreen>
#include <QStatusBar>
#include <QTest>

#include "app/find/finding.h"
#include "app/lecture/lectern.h"
#include "app/shell/region_keys.h"
#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

class KeysTest : public QObject, LiveWindow {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(keepsToItself(settings_)); }
    void init() { QVERIFY(opens({1600, 900}) && atRest(*window_)); }
    void cleanup() { destroy(window_); }

    // One table for commands and one for all that the GL widget takes: no key means two things at the same place in the same state, and
    // none is taken from a region by a command. In a lecture no command holds; the hand takes but the space bar from them.
    void noTwoKeysClash() {
        std::map<QKeySequence, std::string> taken;
        for (const Command& command : window_->commands().all())
            for (const std::string& keys : {command.keys, command.alsoKeys}) {
                if (keys.empty()) continue;
                const QKeySequence sequence(QString::fromStdString(keys));
                QVERIFY2(sequence.count() == 1 && sequence[0].key() != Qt::Key_unknown, (command.id + " " + keys).c_str());
                const auto [at, isFree] = taken.emplace(sequence, command.id);
                QVERIFY2(isFree, (keys + " is of " + at->second + " and of " + command.id).c_str());
            }
        std::set<std::tuple<KeyState, int, QString>> ofRegions;
        std::set<std::string> takenByTheHand;
        for (const RegionKey& entry : regionKeys())
            for (const char* key : entry.keys) {
                const QKeySequence sequence{QString::fromLatin1(key)};
                QVERIFY2(sequence.count() == 1 && sequence[0].key() != Qt::Key_unknown, key);
                const auto command = taken.find(sequence);
                if (entry.state == KeyState::Hand && command != taken.end()) takenByTheHand.insert(command->second);
                const std::string owner = command == taken.end() ? "" : command->second;
                QVERIFY2(owner.empty() || entry.state != KeyState::Work,
                         (std::string(key) + " is of " + owner + " and of a region").c_str());
                for (int region = 0; region < 4; ++region)
                    if (!entry.region || int(*entry.region) == region)
                        QVERIFY2(ofRegions.emplace(entry.state, region, sequence.toString()).second,
                                 (std::string(key) + " twice in " + regionName(Focus(region))).c_str());
            }
        QVERIFY(takenByTheHand == std::set<std::string>{"run.play"});
        for (const char* clicker : {"PgDown", "PgUp", "B", ".", "F5", "Shift+F5", "Esc", "Home", "1", "2", "3", "4", "5"})
            QVERIFY2(ofRegions.contains({KeyState::Lecture, 0, QKeySequence(clicker).toString()}), clicker);
    }

    void theSheetShowsEveryKey() {
        byKeysInDialog([] { QTest::keyClick(QApplication::focusWidget(), Qt::Key_F1); }, [&](QWidget& sheet) {
            QStringList lines;
            for (const auto* label : sheet.findChildren<QLabel*>()) lines += label->text();
            for (const RegionKey& entry : regionKeys()) QVERIFY2(lines.contains(entry.text), entry.text);
            for (const Command& command : window_->commands().all())
                if (!command.keys.empty()) QVERIFY2(lines.contains(QString::fromStdString(command.text)), command.text.c_str());
            QVERIFY(sheet.height() <= QGuiApplication::primaryScreen()->availableGeometry().height());
            const QString folder = qEnvironmentVariable("ENGRAM_SHOTS");
            if (!folder.isEmpty()) sheet.grab().save(folder + "/shortcuts.png");
            QTest::keyClick(&sheet, Qt::Key_Escape);
        });
    }

    void inALectureItsOwnKeysHoldAndNoOthers() {
        window_->lectern().give(shippedLecture());
        rest();
        Lecture& lecture = *window_->lectern().lecture();
        const auto takes = [&](const char* keys) {
            const QKeyCombination pressed = QKeySequence(QString::fromLatin1(keys))[0];
            return lecture.key(QKeyEvent(QEvent::KeyPress, pressed.key(), pressed.keyboardModifiers()));
        };
        for (const RegionKey& entry : regionKeys())
            for (const char* keys : entry.keys)
                if (entry.state == KeyState::Lecture && std::string_view(keys) != "Esc") QVERIFY2(takes(keys), keys);
        for (const char* keys : {"T", "Up", "Ctrl+K", "Ctrl+B", "Tab", "6"}) QVERIFY2(!takes(keys), keys);
        lecture.begin(0);
        QTest::keyClick(&gl(), Qt::Key_B);   // elsewhere it begins a branch
        QVERIFY(lecture.blank() == Lecture::Blank::Black && document().session().branches.empty());
        QTest::keyClick(&gl(), Qt::Key_PageDown, Qt::ShiftModifier);   // as some clickers send it
        QVERIFY(lecture.blank() == Lecture::Blank::None && lecture.at() == 0);
        QTest::keyClick(&gl(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(!window_->finding().palette().isVisible());
    }

    void keysReachEveryRegionAndComeBack() {
        const auto press = [&](int digit) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key(Qt::Key_0 + digit), Qt::ControlModifier);
        };
        press(1);
        QTRY_VERIFY(window_->gallery().list().hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(gl().hasFocus());
        for (const Focus region : {Focus::Timeline, Focus::Parameters, Focus::Instruments, Focus::Scene}) {
            press(region == Focus::Scene ? 2 : region == Focus::Instruments ? 3 : region == Focus::Parameters ? 4 : 5);
            QCOMPARE(int(gl().ui().focus), int(region));
        }
        press(6);
        QTRY_VERIFY(window_->statusBar()->findChild<QLabel*>("sentence")->hasFocus());
        press(2);
        for (int i = 0; i < 4; ++i) QTest::keyClick(&gl(), Qt::Key_Tab);
        QTRY_VERIFY(!gl().hasFocus());   // out at the end
        QWidget* after = QApplication::focusWidget();
        QTest::keyClick(after, Qt::Key_Backtab);
        QTRY_VERIFY(gl().hasFocus());
        QCOMPARE(int(gl().ui().focus), int(Focus::Timeline));
        QTest::keyClick(&gl(), Qt::Key_Escape);
        QCOMPARE(int(gl().ui().focus), int(Focus::Scene));
        QVERIFY(window_->isVisible());
    }

    // Open, change, undo, save and export, as a person without a mouse does it.
    void startToFinishByKeysAlone() {
        const auto press = [](int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key(key), modifiers);
        };
        const Session opened = document().session();
        press(Qt::Key_1, Qt::ControlModifier);
        for (int i = 0; i < 2; ++i) press(Qt::Key_Down);
        press(Qt::Key_Return);
        QTRY_VERIFY(!sameRun(document().session(), opened));
        press(Qt::Key_2, Qt::ControlModifier);
        press(Qt::Key_Space);
        QTRY_VERIFY(!document().playing());
        press(Qt::Key_4, Qt::ControlModifier);
        press(Qt::Key_Down);
        const std::string id = gl().ui().parameters.focusedRow;
        QVERIFY(!id.empty());
        const Value before = document().values().at(id);
        press(Qt::Key_Right);
        if (document().values().at(id) == before) press(Qt::Key_Left);
        QVERIFY(document().values().at(id) != before);
        rest();   // what can be undone is known to the menu then
        press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(document().values().at(id), before);
        rest();

        const QString session = settings_.filePath("by-keys.engram"), figure = settings_.filePath("by-keys.svg");
        byKeysInDialog([&] { press(Qt::Key_S, Qt::ControlModifier); }, [&](QWidget& dialog) {
            auto* name = dialog.findChild<QLineEdit*>();
            name->setText(session);
            QTest::keyClick(name, Qt::Key_Return);
        });
        QTRY_VERIFY(QFile::exists(session));
        QVERIFY(!document().changed());
        byKeysInDialog([&] { press(Qt::Key_E, Qt::ControlModifier); }, [&](QWidget& dialog) {
            for (auto* line : dialog.findChildren<QLineEdit*>())
                if (line->text().contains('.') && line->text().contains('/')) line->setText(figure);
            QTest::keyClick(&dialog, Qt::Key_Return);  // the default button
        });
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(figure), kWaitMs);
    }

private:
    // Presses what opens a dialog that waits, and goes on in it once it is there.
    template <class Open, class Inside>
    void byKeysInDialog(Open open, Inside inside) {
        QTimer wait;
        connect(&wait, &QTimer::timeout, this, [&] {
            QWidget* dialog = QApplication::activeModalWidget();
            if (!dialog) return;
            wait.stop();
            inside(*dialog);
        });
        wait.start(50);
        open();
        QTRY_VERIFY_WITH_TIMEOUT(!QApplication::activeModalWidget(), kWaitMs);
    }
};

int main(int argc, char** argv) { return engram::test::windowMain<KeysTest>(argc, argv, "engram-keys-test"); }

#include "test_gui_keys.moc"
