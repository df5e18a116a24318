// Files fetched over HTTP one after the other, each checked before it is there: see part_file.h. Goes on where an earlier attempt was cut
// off, if the server can, and begins anew if not. Everything that goes wrong is one sentence. Lives on the thread that made it.
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QObject>
#include <QUrl>
#include <functional>
#include <optional>
#include <vector>

#include "app/net/part_file.h"

namespace engram {

struct Wanted {
    QUrl from;
    Promise file;
};

class Download final : public QObject {
    Q_OBJECT

public:
    explicit Download(std::vector<Wanted> files, QObject* parent = nullptr);
    ~Download() override;

    void start();  // or go on, after a pause or a failure
    void pause();
    void cancel();  // nothing stays of the file that is not whole
    bool isFetching() const { return reply_ != nullptr; }
    qint64 received() const { return done_ + (part_ ? part_->size() : 0); }
    qint64 total() const;
    void setPatience(int milliseconds) { patienceMs_ = milliseconds; }  // with a server that sends nothing

signals:
    void progressed();
    void finished();  // all files are in their places
    void failed(const QString& sentence);

private:
    void next();
    void ask(const QUrl& url);
    void take();
    void end();
    QString whyNotWhole(const QString& host, int status, QNetworkReply::NetworkError error, const QString& reason) const;
    void follow(const QUrl& from, const QUrl& to);
    void whole();
    void drop();
    void attempt(const std::function<void()>& action);
    const Wanted& current() const { return files_[at_]; }

    std::vector<Wanted> files_;
    std::size_t at_ = 0;
    qint64 done_ = 0;               // bytes of the files before it
    std::optional<PartFile> part_;  // the file that is being fetched
    QNetworkAccessManager network_;
    QNetworkReply* reply_ = nullptr;
    int redirects_ = 0, patienceMs_ = 30'000;
    bool answered_ = false;  // the file has begun to arrive
    bool tookUp_ = false;    // what an earlier attempt had left
};

}  // namespace engram
