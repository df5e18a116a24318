// Files of data as a person opens them in the window, on a virtual display.
#include <QApplication>
#include <QDir>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <cmath>

#include "app/lecture/lectern.h"
#include "app/shell/drop_target.h"
#include "app/shell/open_data.h"
#include "app/shell/table_dialog.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/live_window.h"

using namespace engram;
using namespace engram::test;

class DataTest : public QObject, LiveWindow {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(keepsToItself(settings_)); }

    void init() {
        if (qstrcmp(QTest::currentTestFunction(), "hangingFilesSayWhatTheyWillDo") == 0) return;  // many rows, and no window is asked
        QVERIFY(opens({1600, 900}));
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
        QVERIFY(!document().changed() && !document().undo());  // another experiment is another document
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

    // What letting go will do, in one sentence, from names and first bytes.
    void hangingFilesSayWhatTheyWillDo_data() {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("over");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& files, const char* says, const char* over = "",
                            const char* now = "dense_memory") {
            QTest::newRow(name) << files << QString(now) << QString(over) << QString(says);
        };
        row("pictures", {"p-idx3-ubyte"}, "Opens 70,000 pictures of 28 × 28 in “Dense memory”");
        row("pictures and classes", {"c-idx1-ubyte", "p-idx3-ubyte"},
            "Opens 70,000 pictures of 28 × 28 with the classes of 70,000 pictures in “Dense memory”");
        row("pictures elsewhere", {"p-idx3-ubyte"}, "Opens 70,000 pictures of 28 × 28 in “Clustering with memories”", "clam");
        row("a table", {"t.csv"}, "Opens a table of 3 columns in “Clustering with memories”; asks for its columns first");
        row("a table where none is read", {"t.csv"}, "Cannot be read: Dense memory reads no tables", "dense_memory");
        row("a text", {"book.txt"}, "Opens a text of 28 bytes in “Word embeddings of a fly”");
        row("a folder of texts", {"texts"}, "Opens the 2 texts of texts in “Word embeddings of a fly”");
        row("a folder of pictures", {"pictures"}, "Opens the one picture of pictures in “Dense memory”");
        row("a folder of neither", {"empty"}, "Cannot be read: empty is a folder without texts or pictures");
        row("pairs alone", {"pairs.txt"}, "Cannot be read: Dense memory reads no word pairs");
        row("pairs without a text", {"pairs.txt"},
            "Cannot be read: word pairs lie beside a text; open one in “Word embeddings of a fly” first", "", "fly_embedding");
        row("a text with pairs", {"pairs.txt", "book.txt"},
            "Opens a text of 28 bytes with the word pairs in pairs.txt in “Word embeddings of a fly”");
        row("a lecture", {"talk.md"}, "Gives the lecture “My talk”");
        row("Markdown", {"notes.md"}, "Opens a text of 49 bytes in “Word embeddings of a fly”");
        row("two texts", {"book.txt", "t.csv"},
            "Opens a text of 28 bytes in “Word embeddings of a fly”; of the 2 files the others are left alone");
        row("no picture file", {"x.bin"}, "Cannot be read: FOLDER/x.bin holds no IDX pictures or labels: it looks like text");
        row("nothing", {"nowhere.csv"}, "Cannot be read: FOLDER/nowhere.csv does not exist");
        row("no files", {}, "Cannot be read: only files and folders of this computer are opened");
        row("a session", {"s.engram"}, "Opens the session of 3 March 2026: “Clustering with memories” at step 7");
        row("a damaged session", {"bad.engram"}, "Cannot be read: FOLDER/bad.engram: not a session: ");
    }
    void hangingFilesSayWhatTheyWillDo() {
        QFETCH(QStringList, files);
        QFETCH(QString, now);
        QFETCH(QString, over);
        QFETCH(QString, says);
        QTemporaryDir folder;
        makeFiles(folder);
        std::vector<std::filesystem::path> paths;
        for (const QString& file : files) paths.emplace_back(folder.filePath(file).toStdString());
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        const DropPlan plan = planDrop(paths, newSession(now.toStdString()), over.toStdString());
        QLocale::setDefault(before);
        const QString said = QString(plan.sentence).replace(folder.path(), "FOLDER");
        QVERIFY2(said.startsWith(says) && (says.endsWith(": ") || said == says), qPrintable(said));
        QCOMPARE(plan.isPossible(), says.startsWith("Opens") || says.startsWith("Gives"));
    }

    // A lecture asks nothing: what is open stays as it is.
    void aLectureIsGiven() {
        QTemporaryDir folder;
        makeFiles(folder);
        document().set("beta", 3.0);
        QVERIFY(drop(*window_, folder.filePath("talk.md")));
        QVERIFY(window_->lectern().lecture());
        QTRY_COMPARE_WITH_TIMEOUT(document().experiment().id, std::string("clam"), kWaitMs);
        window_->lectern().leave();
        QCOMPARE(document().values().at("beta"), Value(3.0));
        QVERIFY(document().changed());
        window_->openRecent(folder.filePath("talk.md"));
        QVERIFY(window_->lectern().lecture());
        window_->lectern().leave();
    }

    // Over another experiment's entry in the gallery they open there; the overlay says so while they hang, and goes with them.
    void filesOpenWhereTheyAreLetGo_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("look");
        QTest::newRow("large") << QSize(1920, 1080) << "dark";
        QTest::newRow("small") << QSize(1280, 720) << "light";
    }
    void filesOpenWhereTheyAreLetGo() {
        QFETCH(QSize, size);
        QFETCH(QString, look);
        window_->resize(size);
        window_->setTheme(look.toStdString());
        QTRY_VERIFY_WITH_TIMEOUT(window_->size() == size && document().isShown(), kWaitMs);
        QTest::qWait(300);
        QTemporaryDir folder;
        makeFiles(folder);
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(folder.filePath("small-idx3-ubyte"))});
        QListWidget& list = window_->gallery().list();
        const QListWidgetItem* entry = list.findItems("Clustering with memories", Qt::MatchExactly).value(0);
        QVERIFY(entry);
        list.scrollToItem(entry);
        const QPoint at = list.viewport()->mapTo(window_.get(), list.visualItemRect(entry).center()),
                     scene(size.width() / 2, size.height() / 2);
        auto* drops = window_->findChild<DropTarget*>();
        QDragEnterEvent enter(scene, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window_.get(), &enter);
        QVERIFY(enter.isAccepted());
        QVERIFY2(drops->plan().sentence.endsWith("“Dense memory”"), qPrintable(drops->plan().sentence));
        const QPixmap hanging = window_->grab();
        keepShots("drop_scene_" + look);
        QDragMoveEvent move(at, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window_.get(), &move);
        QVERIFY(move.isAccepted() && drops->plan().experiment == "clam");
        keepShots("drop_gallery_" + look);
        QMimeData useless;
        useless.setUrls({QUrl::fromLocalFile(folder.filePath("empty"))});
        QDragMoveEvent other(scene, Qt::CopyAction, &useless, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window_.get(), &other);
        QVERIFY(!drops->plan().isPossible());
        keepShots("drop_nothing_" + look);
        QDragLeaveEvent gone;
        QCoreApplication::sendEvent(window_.get(), &gone);
        QVERIFY(window_->grab().toImage() != hanging.toImage());
        QVERIFY(document().experiment().id == "dense_memory");

        QDropEvent let(at, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(window_.get(), &enter);
        QCoreApplication::sendEvent(window_.get(), &let);
        QTRY_VERIFY_WITH_TIMEOUT(document().isShown() && document().experiment().id == "clam" && shows("data", "idx"), kWaitMs);
        // More clusters than points are lowered, and that is said.
        QCOMPARE(document().session().values.at("clusters"), Value(std::int64_t(2)));
        QCOMPARE(gl().ui().message, std::string("small-idx3-ubyte holds 4 points: clusters are lowered from 5 to 2"));
    }

    // Word pairs only score: the training goes on.
    void pairsDoNotStartATrainingAgain() {
        QTemporaryDir folder;
        std::string text;
        for (int i = 0; i < 300; ++i)
            text += std::string("the ") + (i % 2 ? "cat and dog run in a warm sunny garden" : "ship and boat sail on a cold grey sea") +
                    " every day of this long year.\n";
        writeFile(folder.filePath("long.txt").toStdString(), text);
        writeFile(folder.filePath("pairs.txt").toStdString(), "cat dog 9\nship boat 8\ncat ship 1\n");
        QVERIFY(drop(*window_, folder.filePath("long.txt")));
        QTRY_VERIFY_WITH_TIMEOUT(document().isShown() && document().experiment().id == "fly_embedding", kWaitMs);
        document().set("epochs", std::int64_t(500));
        document().play(true);
        QTRY_VERIFY_WITH_TIMEOUT(document().session().step > 4, kWaitMs);
        const std::int64_t before = document().session().step;
        QVERIFY(drop(*window_, folder.filePath("pairs.txt")));
        QTRY_VERIFY_WITH_TIMEOUT(document().isShown(), kWaitMs);
        const Trace& trace = document().frame()->moment.trace;
        const int spearman = document().experiment().measure("spearman");
        QVERIFY(document().session().step >= before && document().playing());
        QVERIFY(std::isnan(trace.at(0, spearman)) && std::isfinite(trace.at(trace.size() - 1, spearman)));
        QVERIFY(document().undo());
        QTRY_VERIFY_WITH_TIMEOUT(document().isShown() && document().session().inputs.pairs.empty(), kWaitMs);
        QVERIFY(document().session().step >= before);
        document().play(false);
    }

    // An entry of the gallery is a new document: asked about where something would be lost, and not a step of the one before.
    void theGalleryAsksBeforeItDropsChanges() {
        const auto choose = [this](const char* title) {
            QListWidget& list = window_->gallery().list();
            emit list.itemActivated(list.findItems(title, Qt::MatchExactly).value(0));
        };
        choose("Clustering with memories");
        QTRY_VERIFY_WITH_TIMEOUT(document().isShown() && document().experiment().id == "clam", kWaitMs);
        QVERIFY(!document().changed() && document().undoCount() == 0);
        document().set("beta", 7.0);
        QString asked;
        const auto answer = [&](QMessageBox::StandardButton button) {
            QTimer::singleShot(200, [&, button] {
                auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
                QVERIFY(box);
                asked = box->text();
                box->button(button)->click();
            });
        };
        answer(QMessageBox::Cancel);
        choose("Word embeddings of a fly");
        QCOMPARE(asked, QString("Save the changes to untitled.engram?"));
        QVERIFY(document().experiment().id == "clam" && document().values().at("beta") == Value(7.0));
        answer(QMessageBox::Discard);
        choose("Word embeddings of a fly");
        QTRY_VERIFY_WITH_TIMEOUT(document().isShown() && document().experiment().id == "fly_embedding", kWaitMs);
    }

    // The window answers while a large text is read, and says what it is at.
    void readingALargeTextIsSaid() {
        QTemporaryDir folder;
        std::string text;
        for (int i = 0; i < 1'500'000; ++i)
            text += std::string("word") + char('a' + i % 26) + char('a' + i % 17) + (i % 12 == 11 ? ".\n" : " ");
        writeFile(folder.filePath("large.txt").toStdString(), text);
        QVERIFY(drop(*window_, folder.filePath("large.txt")));
        std::set<std::string> said;
        QElapsedTimer since;
        qint64 longest = 0;
        while (!document().isShown() && said.size() < 4) {
            since.start();
            QTest::qWait(5);
            longest = std::max(longest, since.elapsed());
            said.insert(document().underway());
        }
        keepShots("reading");
        QVERIFY2(longest < 5000, qPrintable(QString::number(longest)));
        QVERIFY2(said.rbegin()->starts_with("Reading large.txt, "), said.rbegin()->c_str());
        document().start(newSession("dense_memory"));  // given up
        QTRY_VERIFY_WITH_TIMEOUT(document().isShown() && document().experiment().id == "dense_memory", 3000);
    }

private:
    static void makeFiles(const QTemporaryDir& folder) {
        const auto put = [&](const char* name, const std::string& bytes) { writeFile(folder.filePath(name).toStdString(), bytes); };
        const auto big = [](std::uint32_t n) { return std::string{char(n >> 24), char(n >> 16), char(n >> 8), char(n)}; };
        put("p-idx3-ubyte", big(0x803) + big(70'000) + big(28) + big(28));  // the header is all that is looked at
        put("c-idx1-ubyte", big(0x801) + big(70'000));
        put("small-idx3-ubyte", big(0x803) + big(4) + big(1) + big(2) + std::string("\0\x10\x40\x20\x70\x10\x05\x60", 8));
        put("t.csv", "1,2,5\n3,4,1\n5,1,7\n");
        put("book.txt", "Hello, world\nGoodbye, moon.\n");
        put("pairs.txt", "cat dog 9.1\nsun moon 7\ncup sky 1.5\n");
        put("talk.md", "# My talk\n\n## One\n\n    experiment clam\n    set beta=3\n");
        put("notes.md", "# Notes\n\n## Code\n\n    set -e\n\nWords of a person.\n");
        put("x.bin", "no such thing");
        put("bad.engram", "format = ");
        for (const char* name : {"texts", "pictures", "empty"}) QDir(folder.path()).mkdir(name);
        put("texts/a.txt", "a"), put("texts/b.md", "b"), put("pictures/a.png", ""), put("pictures/notes.pdf", "");
        Session session = newSession("clam");
        session.step = 7;
        put("s.engram", toToml(session));
        QFile file(folder.filePath("s.engram"));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.setFileTime(QDateTime(QDate(2026, 3, 3), QTime(12, 0)), QFileDevice::FileModificationTime));
    }
    // Pictures to be looked at, in the folder that ENGRAM_SHOTS names.
    void keepShots(const QString& name) const {
        const QString folder = qEnvironmentVariable("ENGRAM_SHOTS");
        if (!folder.isEmpty()) window_->grab().save(QStringLiteral("%1/%2.png").arg(folder, name));
    }
    bool shows(const char* id, const char* choice) {
        const Values& values = document().frame()->session.values;
        const auto found = values.find(id);
        return found != values.end() && found->second == Value(std::string(choice));
    }
};

int main(int argc, char** argv) { return engram::test::windowMain<DataTest>(argc, argv, "engram-test"); }

#include "test_gui_data.moc"
