// Downloads against a server on this machine that does all that servers do wrong.
#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/net/download.h"
#include "tests/bytes_of.h"
#include "tests/local_server.h"

using namespace engram;
using namespace engram::test;

namespace {

constexpr int kWaitMs = 10'000;

void put(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray sha256(const QByteArray& bytes) { return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex(); }

}  // namespace

class DownloadTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(folder_->isValid());
        book_.clear();
        for (int i = 0; i < 40'000; ++i) book_ += QByteArray::number(i * 7919 % 104729) + " ";
    }

    void whole() {
        LocalServer server([&](const auto& request, QTcpSocket& socket) { sendFrom(request, socket, book_); });
        Download download({wanted(server)});
        QSignalSpy steps(&download, &Download::progressed);
        QCOMPARE(outcome(download), QString());
        QCOMPARE(bytesOf(place()), book_);
        QCOMPARE(download.received(), download.total());
        QVERIFY(steps.count() >= 1);
        QCOMPARE(left(), QStringList({"book.txt"}));

        // A second time it is there, and nobody is asked. One that was damaged since is fetched again.
        Download second({wanted(server)});
        QCOMPARE(outcome(second), QString());
        QCOMPARE(server.requests.size(), std::size_t(1));
        put(place(), QByteArray(book_).replace(0, 1, "x"));
        Download third({wanted(server)});
        QCOMPARE(outcome(third), QString());
        QCOMPARE(server.requests.size(), std::size_t(2));
        QCOMPARE(bytesOf(place()), book_);
    }

    void severalOneAfterTheOther() {
        LocalServer server([&](const auto& request, QTcpSocket& socket) { sendWhole(socket, request.path == "/a" ? "first" : book_); });
        Download download({{server.url("a"), {folder_->filePath("a"), 5, sha256("first")}}, wanted(server)});
        QCOMPARE(outcome(download), QString());
        QCOMPARE(left(), QStringList({"a", "book.txt"}));
        QCOMPARE(download.received(), book_.size() + 5);
    }

    // The length was a lie and the line went dead: it goes on from there.
    void cutOffAndTakenUp() {
        const qsizetype half = book_.size() / 2;
        LocalServer server([&](const auto& request, QTcpSocket& socket) {
            if (!request.range.isEmpty()) return sendFrom(request, socket, book_);
            send(socket, "200 OK", "Content-Length: " + QByteArray::number(book_.size()) + "\r\n", book_.left(half));
        });
        Download download({wanted(server)});
        QVERIFY2(outcome(download).contains("was cut off after"), qPrintable(said_));
        QVERIFY(!QFile::exists(place()));
        QCOMPARE(left(), QStringList({"book.txt.part"}));
        QCOMPARE(outcome(download), QString());
        QCOMPARE(bytesOf(place()), book_);
        QCOMPARE(server.requests.back().from(), half);
        QCOMPARE(left(), QStringList({"book.txt"}));
    }

    void anEarlierAttemptIsTakenUp_data() {
        QTest::addColumn<QByteArray>("there");
        QTest::addColumn<bool>("serverCan");
        QTest::addColumn<int>("requests");
        init();
        QTest::newRow("a part of it") << book_.left(1000) << true << 1;
        QTest::newRow("all of it") << book_ << true << 0;
        QTest::newRow("the server begins anew") << book_.left(1000) << false << 1;
        QTest::newRow("of another file") << QByteArray(1000, 'x') << true << 2;
        QTest::newRow("longer than the file") << book_ + "more" << true << 1;
        QTest::newRow("as long, of another") << QByteArray(book_.size(), 'x') << true << 1;
    }
    void anEarlierAttemptIsTakenUp() {
        QFETCH(QByteArray, there);
        QFETCH(bool, serverCan);
        QFETCH(int, requests);
        put(place() + ".part", there);
        LocalServer server(
            [&](const auto& request, QTcpSocket& socket) { serverCan ? sendFrom(request, socket, book_) : sendWhole(socket, book_); });
        Download download({wanted(server)});
        QCOMPARE(outcome(download), QString());
        QCOMPARE(bytesOf(place()), book_);
        QCOMPARE(int(server.requests.size()), requests);
    }

    void redirectedOnce() {
        LocalServer server([&](const auto& request, QTcpSocket& socket) {
            request.path == "/there" ? sendWhole(socket, book_)
                                     : send(socket, "302 Found", "Location: /there\r\nContent-Length: 4\r\n", "gone");
        });
        Download download({wanted(server)});
        QCOMPARE(outcome(download), QString());
        QCOMPARE(bytesOf(place()), book_);
    }

    void troubles_data() {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("sentence");
        init();
        QTest::newRow("redirected for ever") << QByteArray("302 Found") << QByteArray("Location: /again\r\nContent-Length: 0\r\n")
                                             << QByteArray() << "without end";
        QTest::newRow("to a file") << QByteArray("302 Found") << QByteArray("Location: file:///etc/passwd\r\nContent-Length: 0\r\n")
                                   << QByteArray() << "file:///etc/passwd, which is not followed";
        QTest::newRow("nowhere") << QByteArray("302 Found") << QByteArray("Content-Length: 0\r\n") << QByteArray() << "without end";
        QTest::newRow("gone") << QByteArray("404 Not Found") << QByteArray("Content-Length: 4\r\n") << QByteArray("oops")
                              << "has no book.txt any more (404)";
        QTest::newRow("broken") << QByteArray("500 Internal Server Error") << QByteArray("Content-Length: 0\r\n") << QByteArray()
                                << "refuses to send book.txt (500)";
        QTest::newRow("another file") << QByteArray("200 OK") << QByteArray() << QByteArray(book_).replace(9, 1, "x")
                                      << "its checksum is not the one promised";
        QTest::newRow("a page instead") << QByteArray("200 OK") << QByteArray("Content-Type: text/html\r\nContent-Length: 21\r\n")
                                        << QByteArray("<html>Log in</html>\r\n") << "was cut off after";
        QTest::newRow("more than promised") << QByteArray("200 OK") << QByteArray() << book_ + QByteArray(5'000'000, 'x')
                                            << "is larger than the";
        QTest::newRow("no length, too short") << QByteArray("200 OK") << QByteArray() << book_.left(99) << "was cut off after 99 bytes";
    }
    // One sentence, nothing in place, and no part left that could not be the beginning.
    void troubles() {
        QFETCH(QByteArray, status);
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, body);
        QFETCH(QString, sentence);
        LocalServer server([&](const auto&, QTcpSocket& socket) { send(socket, status, headers, body); });
        Download download({wanted(server)});
        QVERIFY2(outcome(download).contains(sentence), qPrintable(said_));
        QVERIFY(!said_.contains('\n') && !said_.endsWith('.'));
        QVERIFY(!QFile::exists(place()));
        QVERIFY(QFileInfo(place() + ".part").size() < book_.size());
        download.cancel();
        QCOMPARE(left(), QStringList());
    }

    void nobodyThere() {
        QUrl nowhere;
        {
            LocalServer server([](const auto&, QTcpSocket&) {});
            nowhere = server.url("book.txt");
        }
        Download download({{nowhere, {place(), book_.size(), sha256(book_)}}});
        QVERIFY2(outcome(download).startsWith("127.0.0.1 cannot be reached"), qPrintable(said_));
    }

    void aSilentServerIsLeft() {
        LocalServer server([&](const auto&, QTcpSocket& socket) {
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(book_.size()) + "\r\n\r\n" + book_.left(500));
        });
        Download download({wanted(server)});
        download.setPatience(300);
        QVERIFY2(outcome(download).contains("has sent nothing for 0.3 seconds"), qPrintable(said_));
        QCOMPARE(bytesOf(place() + ".part"), book_.left(500));
    }

    void pausedAndCancelled() {
        LocalServer server([&](const auto& request, QTcpSocket& socket) {
            if (!request.range.isEmpty()) return sendFrom(request, socket, book_);
            socket.write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(book_.size()) + "\r\n\r\n" + book_.left(5000));
        });
        Download download({wanted(server)});
        QSignalSpy failed(&download, &Download::failed);
        download.start();
        QTRY_COMPARE_WITH_TIMEOUT(download.received(), 5000, kWaitMs);
        download.pause();
        QVERIFY(!download.isFetching());
        QCOMPARE(bytesOf(place() + ".part"), book_.left(5000));
        QCOMPARE(outcome(download), QString());  // it goes on
        QCOMPARE(server.requests.back().from(), 5000);
        QCOMPARE(bytesOf(place()), book_);

        QFile::remove(place());
        Download other({wanted(server)});
        other.start();
        QTRY_COMPARE_WITH_TIMEOUT(other.received(), 5000, kWaitMs);
        other.cancel();
        QCOMPARE(left(), QStringList());
        QCOMPARE(failed.count(), 0);
    }

    void twoWindowsDoNotWriteTheSameFile() {
        LocalServer server([&](const auto&, QTcpSocket& socket) { socket.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhal"); });
        const Wanted nine{server.url("book.txt"), {place(), 9, sha256("halfahalf")}};
        Download first({nine}), second({nine});
        first.start();
        QTRY_COMPARE_WITH_TIMEOUT(first.received(), 3, kWaitMs);
        QCOMPARE(outcome(second), QString("book.txt is being downloaded by another window"));
        second.cancel();
        QCOMPARE(bytesOf(place() + ".part"), QByteArray("hal"));
    }

    void aFullDisk() {
        if (!QFile::exists("/dev/full")) QSKIP("there is no /dev/full here");
        LocalServer server([&](const auto&, QTcpSocket& socket) { sendWhole(socket, book_); });
        QVERIFY(QFile::link("/dev/full", place() + ".part"));
        Download download({wanted(server)});
        QVERIFY2(outcome(download).startsWith("book.txt cannot be written: No space left"), qPrintable(said_));
        QCOMPARE(left(), QStringList());
        Download large({{server.url("book.txt"), {place(), qint64(1) << 60, sha256(book_)}}});
        QVERIFY2(outcome(large).contains("are needed"), qPrintable(said_));
        QCOMPARE(left(), QStringList());
    }

    void aFolderThatCannotBeMade() {
        put(folder_->filePath("file"), "in the way");
        Download download({{QUrl("http://127.0.0.1:9/x"), {folder_->filePath("file/book.txt"), 9, sha256("x")}}});
        QVERIFY2(outcome(download).endsWith("/file cannot be made"), qPrintable(said_));
    }

private:
    QString place() const { return folder_->filePath("book.txt"); }
    Wanted wanted(const LocalServer& server) const { return {server.url("book.txt"), {place(), book_.size(), sha256(book_)}}; }
    // Empty when it went well, else what was said.
    QString outcome(Download& download) {
        QSignalSpy failed(&download, &Download::failed), finished(&download, &Download::finished);
        download.start();
        (void)QTest::qWaitFor([&] { return failed.count() + finished.count() > 0; }, kWaitMs);
        said_ = failed.isEmpty() ? finished.isEmpty() ? QString("nothing happened") : QString() : failed.front().front().toString();
        return said_;
    }
    // But for locks, which the one who fetches holds.
    QStringList left() const {
        QStringList names = QDir(folder_->path()).entryList(QDir::Files | QDir::System | QDir::Hidden, QDir::Name);
        names.removeIf([](const QString& name) { return name.endsWith(".lock"); });
        return names;
    }

    std::unique_ptr<QTemporaryDir> folder_;
    QByteArray book_;
    QString said_;
};

QTEST_GUILESS_MAIN(DownloadTest)

#include "test_download.moc"
