// What the person prefers, kept between starts: theme, preset, window geometry and the files opened last. What is damaged gives way to
// the defaults, the file as it was stays beside under another name, and trouble() says so.
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QSettings>
#include <QStringList>

#include "app/shell/layout.h"

namespace engram {

class Preferences {
    Q_DECLARE_TR_FUNCTIONS(Preferences)

public:
    Preferences();

    QString trouble() const;            // a sentence for the person; empty where all is well
    void distrust(const QString& key);  // its value cannot be used: the default stands in from now on

    QString language() const { return settings_.value("language").toString(); }  // a code; empty: the system's
    void setLanguage(const QString& code) { settings_.setValue("language", code); }

    std::string theme() const;              // dark, light or print, also where it follows the system
    void setTheme(const std::string& name);   // or "system"
    bool followsSystem() const { return settings_.value("theme").toString() == QStringLiteral("system"); }
    Preset preset() const;
    void setPreset(Preset preset);
    bool instruments() const { return settings_.value("instruments", true).toBool(); }
    void setInstruments(bool on) { settings_.setValue("instruments", on); }
    bool stillness() const;                 // motion is reduced: as the person says, else as the desktop does
    void setStillness(bool on) { settings_.setValue("stillness", on); }
    bool shows(const QString& panel) const { return settings_.value("shown/" + panel, false).toBool(); }   // beside the layout
    void setShows(const QString& panel, bool on) { settings_.setValue("shown/" + panel, on); }
    QByteArray geometry() const { return settings_.value("geometry").toByteArray(); }
    void setGeometry(const QByteArray& geometry) { settings_.setValue("geometry", geometry); }
    QStringList recent() const { return settings_.value("recent").toStringList(); }
    void addRecent(const QString& file);

private:
    enum class Trouble { None, Unreadable, OutOfReach, BadValue };
    void complain(Trouble trouble);

    QSettings settings_;
    Trouble trouble_ = Trouble::None;
    QStringList badKeys_;
    QString aside_;  // where the damaged file is kept
};

}  // namespace engram
