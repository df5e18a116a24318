// An HTTP server on this machine for tests, with answers as bad as those of real ones: each request is given to a function that writes
// what it likes.
#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <functional>

namespace engram::test {

class LocalServer : public QTcpServer {
public:
    struct Request {
        QByteArray path, range;  // "bytes=100-", or empty
        qint64 from() const { return range.isEmpty() ? 0 : range.mid(6, range.indexOf('-') - 6).toLongLong(); }
    };
    using Answer = std::function<void(const Request&, QTcpSocket&)>;

    explicit LocalServer(Answer answer) : answer_(std::move(answer)) {
        qputenv("no_proxy", "127.0.0.1");
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(*socket); });
        });
    }
    QUrl url(const QString& path) const { return QUrl(QStringLiteral("http://127.0.0.1:%1/%2").arg(serverPort()).arg(path)); }
    std::vector<Request> requests;

private:
    void read(QTcpSocket& socket) {
        const QByteArray head = socket.property("head").toByteArray() + socket.readAll();
        socket.setProperty("head", head);
        if (!head.contains("\r\n\r\n")) return;
        socket.setProperty("head", QByteArray());
        Request request{head.split(' ').value(1), {}};
        for (const QByteArray& line : head.split('\n'))
            if (line.toLower().startsWith("range: ")) request.range = line.mid(7).trimmed();
        requests.push_back(request);
        answer_(request, socket);
    }
    Answer answer_;
};

inline void send(QTcpSocket& socket, const QByteArray& status, const QByteArray& headers, const QByteArray& body) {
    socket.write("HTTP/1.1 " + status + "\r\nConnection: close\r\n" + headers + "\r\n" + body);
    socket.disconnectFromHost();
}
inline void sendWhole(QTcpSocket& socket, const QByteArray& body) {
    send(socket, "200 OK", "Content-Length: " + QByteArray::number(body.size()) + "\r\n", body);
}
// As a server does that can begin anywhere.
inline void sendFrom(const LocalServer::Request& request, QTcpSocket& socket, const QByteArray& body) {
    const qint64 from = request.from();
    if (from == 0) return sendWhole(socket, body);
    if (from >= body.size()) return send(socket, "416 Range Not Satisfiable", "Content-Length: 0\r\n", {});
    const QByteArray size = QByteArray::number(body.size());
    send(socket, "206 Partial Content",
         "Content-Range: bytes " + QByteArray::number(from) + "-" + QByteArray::number(body.size() - 1) + "/" + size +
             "\r\nContent-Length: " + QByteArray::number(body.size() - from) + "\r\n",
         body.mid(from));
}

}  // namespace engram::test
