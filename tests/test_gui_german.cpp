// The window in German: panels, the summary of the run, two branches and a refusal, with what they compose of numbers and names.
#include <QTest>

#include "app/shell/preferences.h"
#include "core/base/file.h"
#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

class GermanTest : public QObject, LiveWindow {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(keepsToItself(settings_));
        Preferences().setLanguage("de");
    }
    void init() {
        QVERIFY(opens({1280, 720}));
        Session session = newSession("dense_memory");
        session.step = 4;
        document().start(session);
        QTRY_VERIFY_WITH_TIMEOUT(document().isShown() && document().frame()->moment.step == 4, kWaitMs);
        rest();
    }
    void cleanup() { destroy(window_); }

    void panelsAndTheSummary() {
        const Panel* energy = gl().ui().board->find("energy");
        QVERIFY(energy);
        QCOMPARE(energy->title, std::string("Energie"));
        QCOMPARE(energy->subtitle, std::string("steigt nie, in 0 von 4 Schritten"));
        QVERIFY2(gl().sentence().starts_with("Schritt 4: Energie −"), gl().sentence().c_str());
        QVERIFY2(gl().sentence().ends_with("; bisher 4 Schritte, nicht am Ende"), gl().sentence().c_str());
    }

    void branches() {
        document().branchHere();
        document().set("beta", 2.0);
        QTRY_VERIFY_WITH_TIMEOUT(gl().ui().views.parting.has_value(), kWaitMs);
        QTRY_COMPARE_WITH_TIMEOUT(gl().ui().views.parting->subtitle, std::string("sie trennen sich bei Schritt 4"), kWaitMs);
    }

    void refusals() {
        const std::string file = settings_.filePath("new.engram").toStdString();
        writeFile(file, "format = 99\nexperiment = \"dense_memory\"\n");
        window_->openPath(file);
        const std::string& message = gl().ui().message;
        QVERIFY2(message.find("von einer neueren Version von Engram gemacht (Format 99, diese liest ") != message.npos, message.c_str());
    }
};

int main(int argc, char** argv) { windowMain<GermanTest>(argc, argv, "engram-test-german"); }
#include "test_gui_german.moc"
