#include "app/shell/about.h"

#include <Eigen/Core>

#include <oneapi/tbb/version.h>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>

#include <imgui.h>

#include "app/export/computed_on.h"
#include "app/language/language.h"
#include "app/shell/small_screen.h"
#include "core/base/asset.h"
#include "core/base/version.h"
#include "core/experiment/experiment.h"

namespace engram {

namespace {

constexpr int kIconSize = 64;

QString eigenVersion() { return QStringLiteral("%1.%2.%3").arg(EIGEN_WORLD_VERSION).arg(EIGEN_MAJOR_VERSION).arg(EIGEN_MINOR_VERSION); }

QLabel* label(const QString& text, const char* name = "") {
    auto* label = new QLabel(text);
    label->setObjectName(QLatin1String(name));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

}  // namespace

QIcon programIcon() {
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        const std::string_view png = asset("assets/packaging/icons/" + std::to_string(size) + ".png");
        QPixmap picture;
        if (picture.loadFromData(reinterpret_cast<const uchar*>(png.data()), uint(png.size()), "PNG")) icon.addPixmap(picture);
    }
    return icon;
}

std::vector<Fact> programFacts(const QString& painter) {
    const QString none = AboutDialog::tr("nothing painted yet");
    return {{QStringLiteral("Engram"), QString::fromLatin1(version())},
            {AboutDialog::tr("Scenes painted by"), painter.isEmpty() ? none : painter},
            {AboutDialog::tr("Runs computed on"), QString::fromStdString(computedOn())},
            {AboutDialog::tr("System"), QSysInfo::prettyProductName() + QStringLiteral(", ") + QSysInfo::currentCpuArchitecture()},
            {AboutDialog::tr("Window system"), QGuiApplication::platformName()},
            {QStringLiteral("Qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("Dear ImGui"), QString::fromLatin1(ImGui::GetVersion())},
            {QStringLiteral("Eigen"), eigenVersion()},
            {QStringLiteral("oneTBB"), QString::fromLatin1(TBB_runtime_version())},
            {AboutDialog::tr("Licence"), QStringLiteral("MIT")},
            {AboutDialog::tr("Authors"), AboutDialog::tr("The Engram authors, 2026")}};
}

AboutDialog::AboutDialog(std::vector<Fact> facts, QWidget* parent) : QDialog(parent), facts_(std::move(facts)) {
    setObjectName(QStringLiteral("about"));
    setWindowTitle(tr("About Engram"));
    auto* icon = new QLabel;
    icon->setPixmap(programIcon().pixmap(QSize(kIconSize, kIconSize), devicePixelRatioF()));
    auto* name = label(QStringLiteral("Engram"), "aboutName");
    auto* purpose = label(tr("A laboratory for associative memories"), "quiet");

    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(24, 24, 24, 20);
    grid->setHorizontalSpacing(20);
    grid->setVerticalSpacing(6);
    grid->addWidget(icon, 0, 0, 2, 1, Qt::AlignLeft | Qt::AlignTop);
    grid->addWidget(name, 0, 1, Qt::AlignBottom);
    grid->addWidget(purpose, 1, 1, Qt::AlignTop);
    grid->setRowMinimumHeight(2, 8);
    int row = 3;
    for (const Fact& fact : facts_) {
        grid->addWidget(label(fact.name, "quiet"), row, 0);
        grid->addWidget(label(fact.value), row++, 1);
    }
    grid->setRowMinimumHeight(row++, 12);
    grid->addWidget(label(tr("What it shows is from"), "quiet"), row++, 0, 1, 2);
    for (const Experiment& e : experiments()) {
        auto* paper = label(QString::fromStdString(e.paper));
        paper->setWordWrap(true);
        paper->setToolTip(QString::fromStdString(spoken(e.title)));
        grid->addWidget(paper, row++, 0, 1, 2);
    }
    grid->setRowMinimumHeight(row++, 12);

    auto* copyButton = new QPushButton(tr("Copy"));
    copyButton->setObjectName(QStringLiteral("copy"));
    copyButton->setAccessibleDescription(tr("Puts these lines on the clipboard"));
    copyButton->setAutoDefault(false);
    auto* close = new QPushButton(tr("Close"));
    close->setDefault(true);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(copyButton);
    buttons->addWidget(close);
    grid->addLayout(buttons, row, 0, 1, 2);
    connect(copyButton, &QPushButton::clicked, this, &AboutDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    scrollWhereSmall(*this);
    close->setFocus();
}

void AboutDialog::copy() {
    QString text;
    for (const Fact& fact : facts_) text += fact.name + QStringLiteral(": ") + fact.value + QStringLiteral("\n");
    for (const Experiment& e : experiments()) text += QString::fromStdString(e.paper) + QStringLiteral("\n");
    QGuiApplication::clipboard()->setText(text);
    findChild<QPushButton*>(QStringLiteral("copy"))->setText(tr("Copied"));
}

}  // namespace engram
