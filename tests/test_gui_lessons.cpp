// Every lesson beside the view as a student reads it: no words are cut, formulas and buttons fit, and each button does what it says.
// Where pictures are asked for, each block's is taken once its run has come to rest.
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTest>

#include "app/lecture/lectern.h"
#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

class LessonsTest : public QObject, LiveWindow {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(keepsToItself(settings_));
        QVERIFY(opens({1600, 900}));
        window_->commands().run("lecture.lesson");
    }
    void cleanupTestCase() { destroy(window_); }

    void nothingIsCut_data() {
        QTest::addColumn<QString>("id");
        for (const Experiment& e : experiments()) QTest::newRow(e.id.c_str()) << QString::fromStdString(e.id);
    }
    void nothingIsCut() {
        QFETCH(QString, id);
        document().start(newSession(id.toStdString()));
        window_->lectern().follow();
        QVERIFY(panel().isVisible());
        QCOMPARE(panel().lesson().experiment, id.toStdString());
        for (std::size_t scene = 0; scene < panel().lesson().scenes.size(); ++scene) {
            panel().goTo(scene);
            QTest::qWait(30);
            for (const QLabel* label : panel().findChildren<QLabel*>()) {
                const QByteArray words = (panel().lesson().scenes[scene].title + ": ").c_str() + label->text().toUtf8();
                QVERIFY2(label->wordWrap() ? label->height() >= label->heightForWidth(label->width())
                                           : label->sizeHint().width() <= label->width(),
                         words);
            }
            const QWidget& page = *panel().findChild<QScrollArea*>()->widget();
            for (const QWidget* part : page.findChildren<QWidget*>(Qt::FindDirectChildrenOnly))
                QVERIFY2(part->geometry().right() < page.width() && part->minimumSizeHint().width() <= part->width(),
                         panel().lesson().scenes[scene].title.c_str());
            const auto buttons = page.findChildren<QPushButton*>();
            const auto& blocks = panel().lesson().scenes[scene].blocks;
            QCOMPARE(buttons.size(), std::ranges::count_if(blocks, [](const LessonBlock& b) { return !b.commands.empty(); }));
        }
    }

    void eachBlockIsLookedAt_data() { nothingIsCut_data(); }
    void eachBlockIsLookedAt() {
        QFETCH(QString, id);
        const QString folder = qEnvironmentVariable("ENGRAM_SHOTS");
        document().start(newSession(id.toStdString()));
        window_->lectern().follow();
        const auto& scenes = panel().lesson().scenes;
        for (std::size_t scene = 0; scene < scenes.size(); ++scene)
            for (std::size_t block = 0; block < scenes[scene].blocks.size(); ++block) {
                if (scenes[scene].blocks[block].commands.empty() || (folder.isEmpty() && scene > 0)) continue;  // all of them run elsewhere
                panel().goTo(scene);
                const std::string before = toToml(document().session());
                panel()
                    .findChildren<QPushButton*>()
                    .at(int(std::ranges::count_if(scenes[scene].blocks.begin(), scenes[scene].blocks.begin() + std::ptrdiff_t(block),
                                                  [](const LessonBlock& b) { return !b.commands.empty(); })))
                    ->click();
                QCOMPARE(QString::fromStdString(window_->canvas().ui().message), QString());
                if (toToml(document().session()) != before) QCOMPARE(document().undoLabel(), "“" + scenes[scene].title + "”");
                QVERIFY(document().undoLabel().empty() || document().undoLabel().starts_with("“"));
                if (folder.isEmpty()) continue;
                document().pace(1e6);
                if (!QTest::qWaitFor([&] { return document().isShown() && !document().frame()->busy && !document().playing(); }, kMostMs))
                    document().play(false);
                QTest::qWait(400);
                window_->grab().save(QStringLiteral("%1/%2-%3-%4.png").arg(folder, id).arg(scene + 1).arg(block));
            }
    }

private:
    static constexpr int kMostMs = 6'000;
    LessonPanel& panel() { return window_->lectern().panel(); }
};

int main(int argc, char** argv) { engram::test::windowMain<LessonsTest>(argc, argv, "engram-lessons-test"); }

#include "test_gui_lessons.moc"
