// Files of data as a person opens them in the window, on a virtual display.
#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "app/shell/open_data.h"
#include "app/shell/table_dialog.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

class DataTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(keepsToItself(settings_)); }

    void init() {
        window_ = shownWindow({1600, 900});
        QVERIFY(window_);
    }
    void cleanup() { destroy(window_); }

    // Nothing ticked is no choice, and says so.
    void aTableNeedsAColumn() {
        QTemporaryDir folder;
        const std::string path = folder.filePath("two.csv").toStdString();
        writeFile(path, "a,b\n1,2\n3,5\n4,4\n");
        TableDialog dialog(path, nullptr);
        auto* rows = dialog.findChild<QTableWidget*>("columns");
        auto* use = dialog.findChild<QPushButton*>("use");
        QVERIFY(use->isEnabled());
        for (int c = 0; c < rows->columnCount(); ++c) rows->item(0, c)->setCheckState(Qt::Unchecked);
        QVERIFY(!use->isEnabled());
        QCOMPARE(dialog.findChild<QLabel*>("verdict")->text(), QString("Tick one column at least"));
        rows->item(0, 1)->setCheckState(Qt::Checked);
        QVERIFY(use->isEnabled());
        Session session = newSession("clam");
        dialog.applyTo(session);
        QCOMPARE(std::get<std::string>(session.values.at("columns")), std::string("2"));
    }

    // A table opens after its columns have been chosen, in the experiment that reads tables.
    void droppedTablesAskForTheirColumns() {
        QTemporaryDir folder;
        const QString path = folder.filePath("three.csv");
        std::string rows = "length,width,colour,kind\n";
        for (int i = 0; i < 60; ++i)
            rows += std::to_string(i % 3 * 10 + i * 0.01) + "," + std::to_string(i % 3 * -7 + i * 0.02) + ",red," + "abc"[i % 3] + "\n";
        writeFile(path.toStdString(), rows);
        QString said;
        bool usable = false;
        QTimer::singleShot(300, [&] {
            auto* dialog = qobject_cast<TableDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            said = dialog->findChild<QLabel*>("verdict")->text();
            usable = dialog->findChild<QPushButton*>("use")->isEnabled();
            dialog->accept();
        });
        QVERIFY(drop(*window_, path));
        QCOMPARE(said, QString("60 points with 2 features, 3 classes"));
        QVERIFY(usable);
        const auto measured = [this](const char* id) {
            return document().experiment().id != "clam" ? -1.0
                                                        : document().frame()->moment.trace.at(document().frame()->moment.trace.size() - 1,
                                                                                              document().experiment().measure(id));
        };
        QTRY_VERIFY_WITH_TIMEOUT(document().experiment().id == "clam" && shows("data", "table") && shows("labels", "last"), kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(measured("clusters_used") >= 1, kWaitMs);
        QVERIFY(document().undo());
        QTRY_VERIFY_WITH_TIMEOUT(document().experiment().id != "clam", kWaitMs);
    }

    void filesSayWhatTheyAre() {
        QTemporaryDir folder;
        const auto kind = [&](const char* name, const std::string& bytes) {
            const std::string path = folder.filePath(name).toStdString();
            writeFile(path, bytes);
            return dataKindOf(path);
        };
        QVERIFY(kind("a.csv", "1,2\n3,4\n") == DataKind::Table);
        QVERIFY(kind("b.txt", "1 2 3\n3 4 5\n") == DataKind::Table);
        QVERIFY(kind("poem.txt", "Hello, world\nGoodbye, moon\n") == DataKind::Text);
        QVERIFY(kind("c.txt", "Call me Ishmael. Some years ago, never mind how long.\n") == DataKind::Text);
        QVERIFY(kind("d.safetensors", "") == DataKind::Weights);
        QVERIFY(kind("train-images-idx3-ubyte", "") == DataKind::Pictures);
        QDir(folder.path()).mkdir("texts");
        kind("texts/e.md", "words");
        QVERIFY(dataKindOf(folder.filePath("texts").toStdString()) == DataKind::Text);
        QDir(folder.path()).mkdir("pictures");
        kind("pictures/f.png", "");
        QVERIFY(dataKindOf(folder.filePath("pictures").toStdString()) == DataKind::PictureFolder);
        QVERIFY_THROWS_EXCEPTION(Error, dataKindOf("/nowhere/at/all.csv"));
    }

private:
    GlWidget& gl() { return window_->canvas(); }
    Document& document() { return window_->document(); }
    bool shows(const char* id, const char* choice) {
        const Values& values = document().frame()->session.values;
        const auto found = values.find(id);
        return found != values.end() && found->second == Value(std::string(choice));
    }

    QTemporaryDir settings_;
    std::unique_ptr<MainWindow> window_;
};

int main(int argc, char** argv) { return engram::test::windowMain<DataTest>(argc, argv, "engram-test"); }

#include "test_gui_data.moc"
