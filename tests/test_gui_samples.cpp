// Sample data as a person fetches it: the list that ships, the dialog against a server on this machine, and what opens.
#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "app/shell/samples_dialog.h"
#include "core/base/file.h"
#include "tests/live_window.h"
#include "tests/local_server.h"
#include "tests/refusal.h"
#include "tests/shared_data.h"

using namespace engram;
using namespace engram::test;

namespace {

QByteArray sha256(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

std::string listOf(const std::string& set, const std::string& file) {
    return "[[set]]\nid = \"a\"\ntitle = \"A\"\nuse = \"u\"\nlicence = \"l\"\nsource = \"https://s\"\nexperiment = \"clam\"\n" + set +
           "[[set.file]]\nas = \"data\"\nname = \"a.csv\"\nbytes = 3\n" + file;
}

}  // namespace

class SamplesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QVERIFY(keepsToItself(settings_)); }
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    // What ships can be opened by who is said to, and is what the published files are.
    void theListIsSound() {
        QVERIFY(samples().size() >= 6);
        std::string sums;
        if (const auto path = shared("data/SHA256SUMS"); std::filesystem::exists(path)) sums = readFile(path, 1 << 20);
        std::set<std::string> ids;
        for (const Sample& sample : samples()) {
            QVERIFY2(ids.insert(sample.id).second, sample.id.c_str());
            const Experiment& e = experiment(sample.experiment);
            for (const SampleFile& file : sample.files) {
                QVERIFY2(std::ranges::find(e.reads, file.as.name) != e.reads.end(), sample.id.c_str());
                QVERIFY2(file.address.starts_with("https://"), file.address.c_str());
                QVERIFY2(sums.empty() || sums.find(file.sha256) != sums.npos, file.name.c_str());
            }
            QVERIFY2(!sample.beside || std::ranges::count(sample.files, &Inputs::data, [](const SampleFile& f) { return f.as.path; }) == 1,
                     sample.id.c_str());
        }
    }

    void aDamagedListNamesWhatIsWrong_data() {
        QTest::addColumn<QString>("set");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("says");
        const QString sum = "sha256 = \"" + QString(64, 'a') + "\"\n", web = "address = \"https://x/a.csv\"\n";
        QTest::newRow("sound") << "" << web + sum << "";
        QTest::newRow("no web address") << "" << sum + "address = \"ftp://x/a.csv\"\n"
                                        << "the address must begin with https://";
        QTest::newRow("no checksum") << "" << web + "sha256 = \"abc\"\n"
                                     << "sha256 must be 64 hexadecimal digits";
        QTest::newRow("unknown key") << "" << web + sum + "sise = 4\n"
                                     << "no key named set.file.sise";
        QTest::newRow("unknown value") << "values = [\"cluster=3\"]\n" << web + sum << "did you mean clusters";
        QTest::newRow("no list") << "[[[" << web << "not a list of data sets";
    }
    void aDamagedListNamesWhatIsWrong() {
        QFETCH(QString, set);
        QFETCH(QString, file);
        QFETCH(QString, says);
        const std::string said = messageOf([&] { readSamples(listOf(set.toStdString(), file.toStdString()), "list"); });
        QVERIFY2(says.isEmpty() ? said.empty() : said.find(says.toStdString()) != said.npos, said.c_str());
    }

    void fetchedPausedAndOpened() {
        LocalServer server([&](const auto& request, QTcpSocket& socket) {
            if (!request.range.isEmpty() || request.path != "/slow") return sendFrom(request, socket, table_);
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(table_.size()) + "\r\n\r\n" + table_.left(9));
        });
        const std::vector<Sample> sets{sampleAt(server.url("slow")), sampleAt(server.url("fast"), "other.csv")};
        SamplesDialog dialog(sets, folder_->path().toStdString(), newSession("clam"), nullptr);
        dialog.show();
        auto* go = dialog.findChild<QPushButton*>("go");
        QCOMPARE(go->text(), QString("Download and open"));
        QVERIFY(!dialog.findChild<QPushButton*>("giveUp")->isVisible());
        QCOMPARE(dialog.findChild<QLabel*>("size")->text(), QString("%1 bytes").arg(table_.size()));
        QVERIFY(dialog.findChild<QLabel*>("source")->text().contains("fetched from 127.0.0.1"));

        QTest::keyClick(dialog.findChild<QListWidget*>(), Qt::Key_Return);  // once
        QCOMPARE(go->text(), QString("Pause"));
        QTRY_COMPARE(message(dialog), QString("9 bytes of %1 bytes").arg(table_.size()));
        QVERIFY(!dialog.findChild<QListWidget*>()->isEnabled());
        go->click();
        QCOMPARE(message(dialog), QString("Paused. What has arrived is kept"));
        QCOMPARE(go->text(), QString("Go on"));
        go->click();
        QTRY_COMPARE(dialog.result(), int(QDialog::Accepted));
        QVERIFY(isKept(dialog.chosen(), folder_->path().toStdString()));

        // Another time it is there, and opens without asking anybody.
        const std::size_t asked = server.requests.size();
        SamplesDialog again(sets, folder_->path().toStdString(), newSession("clam"), nullptr);
        QVERIFY(again.findChild<QListWidget*>()->item(0)->text().endsWith(", is here"));
        QCOMPARE(again.findChild<QPushButton*>("go")->text(), QString("Open"));
        again.findChild<QPushButton*>("go")->click();
        QTRY_COMPARE(again.result(), int(QDialog::Accepted));
        QCOMPARE(server.requests.size(), asked);
    }

    void whatFailsIsSaidAndCanBeGivenUp() {
        LocalServer server([&](const auto&, QTcpSocket& socket) { send(socket, "404 Not Found", "Content-Length: 0\r\n", {}); });
        const std::vector<Sample> sets{sampleAt(server.url("gone"))};
        SamplesDialog dialog(sets, folder_->path().toStdString(), newSession("clam"), nullptr);
        dialog.show();
        dialog.findChild<QPushButton*>("go")->click();
        QTRY_COMPARE(message(dialog), QString("127.0.0.1 has no points.csv any more (404)"));
        QCOMPARE(dialog.findChild<QPushButton*>("go")->text(), QString("Try again"));
        dialog.findChild<QPushButton*>("giveUp")->click();
        QCOMPARE(message(dialog), QString("Given up. Nothing was kept"));
        QCOMPARE(dialog.findChild<QPushButton*>("go")->text(), QString("Download and open"));
        QVERIFY(dialog.isVisible());
    }

    // From the menu, with files that are there already: the experiment that reads them shows them.
    void whatIsHereOpensInItsExperiment() {
        const auto zoo = std::ranges::find(samples(), "zoo", &Sample::id);
        const auto published = shared("data/clam-zoo/zoo.csv");
        if (zoo == samples().end() || !std::filesystem::exists(published)) QSKIP("the data sets are not here");
        window_ = shownWindow({1280, 720});
        QVERIFY(window_);
        const std::filesystem::path place = placeOf(zoo->files.front(), samplesFolder());
        std::filesystem::create_directories(place.parent_path());
        std::filesystem::copy_file(published, place, std::filesystem::copy_options::overwrite_existing);
        QTimer::singleShot(300, [&] {
            auto* dialog = qobject_cast<SamplesDialog*>(QApplication::activeModalWidget());
            QVERIFY(dialog);
            QVERIFY(dialog->width() <= 0.92 * 1280 && dialog->height() <= 0.92 * 720);
            dialog->findChild<QListWidget*>()->setCurrentRow(int(zoo - samples().begin()));
            dialog->findChild<QPushButton*>("go")->click();
        });
        window_->commands().run("file.samples");
        Document& document = window_->document();
        QTRY_VERIFY_WITH_TIMEOUT(document.isShown() && document.experiment().id == "clam", kWaitMs);
        QTRY_VERIFY_WITH_TIMEOUT(document.session().step > 0, kWaitMs);
        QVERIFY(document.session().inputs.data == place && !document.changed());
        QVERIFY(document.frame()->moment.trace.at(0, document.experiment().measure("nmi")) >= 0);
        document.play(false);
        destroy(window_);
    }

    // Word pairs lie beside a text of one's own, and bring one where there is none.
    void pairsLieBesideTheTextThatIsOpen() {
        const auto men = std::ranges::find(samples(), "men", &Sample::id);
        QVERIFY(men != samples().end() && men->beside);
        Session now = newSession("fly_embedding");
        QCOMPARE(neededFiles(*men, now).size(), std::size_t(2));
        const Session with = sampleSession(*men, "/there", now);
        QVERIFY(!with.inputs.data.empty() && !with.inputs.pairs.empty());
        now.inputs.data = "/own/text.txt";
        QCOMPARE(neededFiles(*men, now).size(), std::size_t(1));
        const Session beside = sampleSession(*men, "/there", now);
        QVERIFY(beside.inputs.data == now.inputs.data && beside.inputs.pairs == with.inputs.pairs && beside.values == now.values);
    }

private:
    Sample sampleAt(const QUrl& url, const std::string& name = "points.csv") const {
        Sample sample{"points", "Points", "For a test", "none", "https://example.org/points", "clam", {"data=table"}, false, {}};
        sample.files.push_back({*std::ranges::find(inputFiles(), std::string_view("data"), &InputFile::name), name,
                                url.toString().toStdString(), sha256(table_).toStdString(), table_.size()});
        return sample;
    }
    static QString message(const QDialog& dialog) {
        for (const char* name : {"trouble", "quiet"})
            if (const auto* label = dialog.findChild<QLabel*>(name)) return label->text();
        return {};
    }

    QTemporaryDir settings_;
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<MainWindow> window_;
    const QByteArray table_ = "1,2\n3,5\n4,4\n9,1\n8,2\n";
};

int main(int argc, char** argv) { return engram::test::windowMain<SamplesTest>(argc, argv, "engram-test"); }

#include "test_gui_samples.moc"
