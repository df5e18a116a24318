#include "app/shell/preferences.h"

#include <algorithm>

#include <QApplication>
#include <QStyle>

#include "app/shell/theme.h"

namespace engram {

namespace {
constexpr int kRecentFiles = 8;
}

std::string Preferences::theme() const {
    if (followsSystem()) return systemIsDark() ? "dark" : "light";
    const std::string name = settings_.value("theme", "dark").toString().toStdString();
    const auto& known = themeNames();
    return std::find(known.begin(), known.end(), name) != known.end() ? name : known.front();
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
