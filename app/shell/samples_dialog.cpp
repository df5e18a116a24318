#include "app/shell/samples_dialog.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

#include "app/export/qt_values.h"
#include "app/language/language.h"
#include "app/shell/small_screen.h"

namespace engram {

namespace {

constexpr int kListWidth = 280, kProgressHeight = 6, kParts = 1000;

QLabel* wrapped(const char* name) {
    auto* label = new QLabel;
    label->setObjectName(QString::fromLatin1(name));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

qint64 bytesOf(const std::vector<SampleFile>& files) {
    qint64 all = 0;
    for (const SampleFile& file : files) all += file.bytes;
    return all;
}

}  // namespace

SamplesDialog::SamplesDialog(const std::vector<Sample>& sets, std::filesystem::path folder, const Session& now, QWidget* parent)
    : QDialog(parent), sets_(sets), folder_(std::move(folder)), now_(now) {
    setWindowTitle(tr("Download sample data"));
    arrange();
    for (const Sample& sample : sets_) {
        const QString size = sizeText(bytesOf(neededFiles(sample, now_)));
        list_->addItem(qtText(spoken(sample.title)) + QStringLiteral("\n") +
                       (isKept(sample, folder_) ? tr("%1, is here").arg(size) : size));
    }
    connect(list_, &QListWidget::currentRowChanged, this, &SamplesDialog::describe);
    connect(list_, &QListWidget::itemDoubleClicked, this, &SamplesDialog::press);  // Enter presses the button
    connect(go_, &QPushButton::clicked, this, &SamplesDialog::press);
    connect(giveUp_, &QPushButton::clicked, this, &SamplesDialog::giveUp);
    connect(close_, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this] {
        if (download_) download_->pause();
    });
    list_->setCurrentRow(0);
    list_->setFocus();
}

const Sample& SamplesDialog::chosen() const { return sets_[std::size_t(list_->currentRow())]; }

void SamplesDialog::arrange() {
    list_ = new QListWidget;
    list_->setObjectName(QStringLiteral("panels"));
    list_->setAccessibleName(tr("Data sets"));
    list_->setFixedWidth(kListWidth);
    list_->setSpacing(2);
    title_ = wrapped("title");
    QFont large = title_->font();
    large.setWeight(QFont::DemiBold);
    title_->setFont(large);
    use_ = wrapped("use"), size_ = wrapped("size"), licence_ = wrapped("licence"), source_ = wrapped("source"), place_ = wrapped("place");
    message_ = wrapped("message");
    progress_ = new QProgressBar;
    progress_->setRange(0, kParts);
    progress_->setTextVisible(false);
    progress_->setFixedHeight(kProgressHeight);
    progress_->setAccessibleName(tr("Progress of the download"));
    source_->setOpenExternalLinks(true);
    source_->setTextInteractionFlags(Qt::TextBrowserInteraction);
    close_ = new QPushButton(tr("Close"));
    giveUp_ = new QPushButton(tr("Give up"));
    go_ = new QPushButton;
    for (QPushButton* button : {close_, giveUp_}) button->setAutoDefault(false);
    go_->setDefault(true);
    go_->setObjectName(QStringLiteral("go"));
    giveUp_->setObjectName(QStringLiteral("giveUp"));

    auto* about = new QFormLayout;
    about->setSpacing(8);
    about->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    about->addRow(tr("Size"), size_);
    about->addRow(tr("Licence"), licence_);
    about->addRow(tr("Source"), source_);
    about->addRow(tr("Kept in"), place_);
    auto* detail = new QVBoxLayout;
    detail->setSpacing(12);
    detail->addWidget(title_);
    detail->addWidget(use_);
    detail->addLayout(about);
    detail->addStretch();
    detail->addWidget(message_);
    detail->addWidget(progress_);
    auto* halves = new QHBoxLayout;
    halves->setSpacing(20);
    halves->addWidget(list_);
    halves->addLayout(detail, 1);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(close_);
    buttons->addStretch();
    buttons->addWidget(giveUp_);
    buttons->addWidget(go_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(20, 20, 20, 20);
    all->setSpacing(16);
    all->addLayout(halves, 1);
    all->addLayout(buttons);
    resize(860, 520);
    scrollWhereSmall(*this);
}

void SamplesDialog::describe(int row) {
    if (row < 0) return;
    const Sample& sample = chosen();
    const std::vector<SampleFile> files = neededFiles(sample, now_);
    title_->setText(qtText(spoken(sample.title)));
    use_->setText(qtText(spoken(sample.use)));
    size_->setText(files.size() == 1 ? sizeText(files.front().bytes)
                                     : tr("%1 in %2 files").arg(sizeText(bytesOf(files))).arg(files.size()));
    licence_->setText(qtText(spoken(sample.licence)));
    QStringList hosts;
    for (const SampleFile& file : files)
        if (const QString host = QUrl(qtText(file.address)).host(); !hosts.contains(host)) hosts << host;
    source_->setText(
        QStringLiteral("<a href=\"%1\">%2</a><br>").arg(qtText(sample.source).toHtmlEscaped(), QUrl(qtText(sample.source)).host()) +
        tr("fetched from %1").arg(hosts.join(tr(" and "))));
    place_->setText(qtText(folder_.string()));
    say({}, false);
    changed();
}

void SamplesDialog::press() {
    if (download_ && download_->isFetching()) {
        download_->pause();
        say(tr("Paused. What has arrived is kept"), false);
    } else {
        fetch();
    }
    changed();
}

// Also of a set that is here: then nothing is fetched, but its checksums are looked at.
void SamplesDialog::fetch() {
    if (!download_) {
        download_ = new Download(wantedOf(neededFiles(chosen(), now_), folder_), this);
        connect(download_, &Download::progressed, this, &SamplesDialog::changed);
        connect(download_, &Download::failed, this, &SamplesDialog::failed);
        connect(download_, &Download::finished, this, &QDialog::accept);
    }
    say({}, false);
    download_->start();
}

void SamplesDialog::giveUp() {
    if (!download_) return;
    download_->cancel();
    download_->deleteLater();
    download_.clear();
    say(tr("Given up. Nothing was kept"), false);
    changed();
}

void SamplesDialog::failed(const QString& sentence) {
    say(qtText(spoken(sentence.toStdString())), true);
    changed();
}

void SamplesDialog::changed() {
    const bool fetching = download_ && download_->isFetching();
    list_->setEnabled(!download_);
    giveUp_->setVisible(bool(download_));
    progress_->setVisible(bool(download_));
    go_->setText(fetching                    ? tr("Pause")
                 : download_                 ? (hasFailed_ ? tr("Try again") : tr("Go on"))
                 : isKept(chosen(), folder_) ? tr("Open")
                                             : tr("Download and open"));
    if (!download_) return;
    progress_->setValue(int(kParts * download_->received() / std::max<qint64>(1, download_->total())));
    if (fetching) say(tr("%1 of %2").arg(sizeText(download_->received()), sizeText(download_->total())), false);
}

void SamplesDialog::say(const QString& sentence, bool trouble) {
    hasFailed_ = trouble;
    message_->setObjectName(trouble ? QStringLiteral("trouble") : QStringLiteral("quiet"));
    message_->style()->polish(message_);
    message_->setText(sentence);
}

}  // namespace engram
