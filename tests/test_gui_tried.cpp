// A picture of the strip of what was tried, of another experiment than the one at hand: a document of its own, and what is unsaved is
// asked about first, as by opening a file.
#include <QMessageBox>
#include <QTest>

#include "app/find/finding.h"
#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

class TriedTest : public QObject, LiveWindow {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(keepsToItself(settings_)); }
    void init() {
        QVERIFY(opens({1600, 900}));
        rest();
        QTRY_COMPARE(tried().trials().size(), std::size_t(1));
        const std::string first = document().session().experiment;
        document().start(newSession("clam"));
        window_->canvas().wake();
        rest();
        QTRY_COMPARE(tried().trials().size(), std::size_t(2));
        QVERIFY(first != "clam");
    }
    void cleanup() { destroy(window_); }

    void itIsADocumentOfItsOwn() {
        tried().go(0);
        QCOMPARE(document().session().experiment, tried().trials()[0].session.experiment);
        QCOMPARE(document().undoCount(), 0);
        QVERIFY(!document().changed() && document().path().empty());
        rest();
        QTRY_COMPARE(tried().current(), 0);
        QCOMPARE(tried().trials().size(), std::size_t(2));
    }

    void whatIsUnsavedIsAskedAbout() {
        document().set("beta", 7.0);
        window_->canvas().wake();
        rest();
        QTRY_COMPARE(tried().trials().size(), std::size_t(3));
        QVERIFY(document().changed());
        const Session unsaved = document().session();
        QCOMPARE(answered(QMessageBox::Cancel, [&] { tried().go(0); }), 1);
        QVERIFY(sameRun(document().session(), unsaved) && document().changed());
        QCOMPARE(tried().current(), 2);
        QCOMPARE(answered(QMessageBox::Discard, [&] { tried().go(0); }), 1);
        QCOMPARE(document().session().experiment, tried().trials()[0].session.experiment);
        QCOMPARE(document().undoCount(), 0);
        rest();
        QCOMPARE(answered(QMessageBox::Cancel, [&] { tried().go(2); }), 0);  // nothing unsaved: nothing asked
        QCOMPARE(document().session().experiment, std::string("clam"));
        QCOMPARE(document().values().at("beta"), Value(7.0));
    }

    void ofTheSameExperimentItIsAStepToUndo() {
        const Value before = document().values().at("beta");
        document().set("beta", 7.0);
        window_->canvas().wake();
        rest();
        QTRY_COMPARE(tried().trials().size(), std::size_t(3));
        QCOMPARE(answered(QMessageBox::Cancel, [&] { tried().go(1); }), 0);
        QCOMPARE(document().values().at("beta"), before);
        QVERIFY(document().undo());
        QCOMPARE(document().values().at("beta"), Value(7.0));
    }

private:
    Tried& tried() { return window_->finding().tried(); }

    // How often it was asked while `action` went on.
    template <class Action>
    int answered(QMessageBox::StandardButton button, Action action) {
        int asked = 0;
        QTimer wait;
        connect(&wait, &QTimer::timeout, this, [&] {
            auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
            if (!box) return;
            ++asked;
            box->button(button)->click();
        });
        wait.start(50);
        action();
        return asked;
    }
};

int main(int argc, char** argv) { engram::test::windowMain<TriedTest>(argc, argv, "engram-tried-test"); }

#include "test_gui_tried.moc"
