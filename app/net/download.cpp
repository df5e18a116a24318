#include "app/net/download.h"

#include <utility>

#include "core/base/error.h"

namespace engram {

namespace {

constexpr int kMostRedirects = 5;
constexpr qint64 kBuffer = 1 << 20;  // bytes that may wait to be written
constexpr int kOk = 200, kPartial = 206, kNotFound = 404, kNothingLeft = 416;

bool isRedirect(int status) { return status == 301 || status == 302 || status == 303 || status == 307 || status == 308; }

}  // namespace

Download::Download(std::vector<Wanted> files, QObject* parent) : QObject(parent), files_(std::move(files)) {}
Download::~Download() { drop(); }

qint64 Download::total() const {
    qint64 all = 0;
    for (const Wanted& wanted : files_) all += wanted.file.bytes;
    return all;
}

void Download::start() {
    if (!reply_) attempt([this] { next(); });
}

void Download::pause() {
    drop();
    if (part_) part_->close();
}

void Download::cancel() {
    drop();
    if (part_) part_->discard();
    part_.reset();
}

// A failure closes the file at hand: as much of it as is right stays for another attempt.
void Download::attempt(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        drop();
        if (part_) part_->close();
        emit failed(QString::fromUtf8(error.what()));
    }
}

void Download::next() {
    for (; at_ < files_.size(); ++at_) {
        part_.emplace(current().file);
        if (!part_->isHere()) break;
        done_ += current().file.bytes;
    }
    if (at_ == files_.size()) {
        part_.reset();
        emit progressed();
        return emit finished();
    }
    part_->open();
    redirects_ = 0;
    tookUp_ = part_->size() > 0;
    part_->isComplete() ? whole() : ask(current().from);
}

void Download::ask(const QUrl& url) {
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setRawHeader("Accept-Encoding", "identity");  // the checksum is of the bytes as they lie there
    if (part_->size() > 0) request.setRawHeader("Range", "bytes=" + QByteArray::number(part_->size()) + "-");
    request.setTransferTimeout(patienceMs_);
    answered_ = false;
    reply_ = network_.get(request);
    reply_->setReadBufferSize(kBuffer);
    connect(reply_, &QNetworkReply::readyRead, this, [this] { attempt([this] { take(); }); });
    connect(reply_, &QNetworkReply::finished, this, [this] { attempt([this] { end(); }); });
}

void Download::take() {
    const int status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray bytes = reply_->isOpen() ? reply_->readAll() : QByteArray();
    if (bytes.isEmpty() || (status != kOk && status != kPartial)) return;  // the words of an answer that is not the file
    if (!std::exchange(answered_, true) && part_->size() > 0) {
        const QByteArray range = "bytes " + QByteArray::number(part_->size()) + "-";
        if (status == kPartial && !reply_->rawHeader("Content-Range").startsWith(range)) {
            drop();
            part_->restart();
            return ask(current().from);
        }
        if (status == kOk) part_->restart(), tookUp_ = false;
    }
    part_->append(bytes);
    emit progressed();
}

void Download::end() {
    take();
    if (!reply_ || !reply_->isFinished()) return;  // asked anew
    const int status = reply_->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QNetworkReply::NetworkError error = reply_->error();
    const QUrl url = reply_->url(), elsewhere = reply_->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    const QString reason = reply_->errorString(), host = url.host();
    drop();
    if (isRedirect(status)) return follow(url, url.resolved(elsewhere));
    if (status == kNothingLeft && part_->size() > 0) {
        part_->restart();
        return ask(url);
    }
    if (part_->isComplete() && (status == kOk || status == kPartial)) return whole();
    fail(whyNotWhole(host, status, error, reason).toStdString());
}

QString Download::whyNotWhole(const QString& host, int status, QNetworkReply::NetworkError error, const QString& reason) const {
    const QString name = part_->name();
    if (status == kNotFound) return tr("%1 has no %2 any more (404)").arg(host, name);
    if (status >= 400) return tr("%1 refuses to send %2 (%3)").arg(host, name).arg(status);
    if (error == QNetworkReply::OperationCanceledError)
        return tr("%1 has sent nothing for %2 seconds; try again to go on from here").arg(host).arg(patienceMs_ / 1000.0);
    if (error == QNetworkReply::HostNotFoundError) return tr("%1 is not found; is this computer on the network?").arg(host);
    if (status == 0) return tr("%1 cannot be reached: %2").arg(host, reason);
    return tr("%1 was cut off after %2 of %3; try again to go on from there")
        .arg(name, sizeText(part_->size()), sizeText(current().file.bytes));
}

void Download::follow(const QUrl& from, const QUrl& to) {
    const bool isWeb = to.scheme() == QStringLiteral("https") || (to.scheme() == QStringLiteral("http") && from.scheme() == to.scheme());
    if (!isWeb) fail(tr("%1 sends on to %2, which is not followed").arg(from.host(), to.toDisplayString()).toStdString());
    if (++redirects_ > kMostRedirects)
        fail(tr("%1 sends on from one address to the next without end").arg(current().from.host()).toStdString());
    ask(to);
}

void Download::whole() {
    if (!part_->isRight() && std::exchange(tookUp_, false)) {  // perhaps of two files: once more, from the start
        part_->restart();
        return ask(current().from);
    }
    part_->finish();
    part_.reset();
    done_ += files_[at_++].file.bytes;
    next();
}

void Download::drop() {
    if (!reply_) return;
    reply_->disconnect(this);
    reply_->abort();
    std::exchange(reply_, nullptr)->deleteLater();
}

}  // namespace engram
