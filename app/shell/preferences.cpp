#include "app/shell/preferences.h"

#include <QFile>
#include <algorithm>

#include <QApplication>
#include <QStyle>

#include "app/shell/theme.h"

namespace engram {

namespace {

constexpr int kRecentFiles = 8;

bool isTheme(const std::string& name) { return name == "system" || std::ranges::count(themeNames(), name) > 0; }

}  // namespace

Preferences::Preferences() : settings_(QStringLiteral("engram"), QStringLiteral("engram")) {
    if (settings_.status() == QSettings::FormatError) {
        complain(Trouble::Unreadable);
        settings_.clear();
    } else if (settings_.status() == QSettings::AccessError) {
        trouble_ = Trouble::OutOfReach;
    }
    const QString theme = settings_.value("theme", "dark").toString(), preset = settings_.value("preset", "desk").toString();
    if (theme != "system" && !isTheme(theme.toStdString())) distrust("theme");
    if (preset != "desk" && preset != "projector") distrust("preset");
}

void Preferences::distrust(const QString& key) {
    complain(Trouble::BadValue);
    badKeys_ << key;
    settings_.remove(key);
}

// The first complaint keeps a copy of the file, since what is usable in it goes on to be used and written.
void Preferences::complain(Trouble trouble) {
    if (trouble_ != Trouble::None) return;
    trouble_ = trouble;
    const QString file = settings_.fileName(), aside = file + QStringLiteral(".damaged");
    QFile::remove(aside);
    if (QFile::copy(file, aside)) aside_ = aside;
}

QString Preferences::trouble() const {
    QString sentence;
    switch (trouble_) {
        case Trouble::None:
            return {};
        case Trouble::OutOfReach:
            return tr("Preferences can be neither read from %1 nor kept there").arg(settings_.fileName());
        case Trouble::Unreadable:
            sentence = tr("The preferences could not be read and begin anew");
            break;
        case Trouble::BadValue:
            sentence = tr("What the preferences say of %1 cannot be, so the usual stands in").arg(badKeys_.join(QStringLiteral(", ")));
            break;
    }
    return aside_.isEmpty() ? sentence : tr("%1; the file as it was is now %2").arg(sentence, aside_);
}

std::string Preferences::theme() const {
    if (followsSystem()) return systemIsDark() ? "dark" : "light";
    const std::string name = settings_.value("theme", "dark").toString().toStdString();
    return isTheme(name) ? name : themeNames().front();
}

void Preferences::setTheme(const std::string& name) { settings_.setValue("theme", QString::fromStdString(name)); }

bool Preferences::stillness() const {
    const bool desktop = QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
    return settings_.value("stillness", desktop).toBool();
}

Preset Preferences::preset() const { return settings_.value("preset").toString() == "projector" ? Preset::Projector : Preset::Desk; }

void Preferences::setPreset(Preset preset) { settings_.setValue("preset", preset == Preset::Projector ? "projector" : "desk"); }

void Preferences::addRecent(const QString& file) {
    QStringList files = recent();
    files.removeAll(file);
    files.prepend(file);
    settings_.setValue("recent", files.mid(0, kRecentFiles));
}

}  // namespace engram
