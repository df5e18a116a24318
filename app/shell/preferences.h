// What the person prefers, kept between starts: theme, preset, window geometry and the files opened last.
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>

#include "app/shell/layout.h"

namespace engram {

class Preferences {
public:
    Preferences() : settings_(QStringLiteral("engram"), QStringLiteral("engram")) {}

    std::string theme() const;
    void setTheme(const std::string& name);
    Preset preset() const;
    void setPreset(Preset preset);
    bool instruments() const { return settings_.value("instruments", true).toBool(); }
    void setInstruments(bool on) { settings_.setValue("instruments", on); }
    QByteArray geometry() const { return settings_.value("geometry").toByteArray(); }
    void setGeometry(const QByteArray& geometry) { settings_.setValue("geometry", geometry); }
    QStringList recent() const { return settings_.value("recent").toStringList(); }
    void addRecent(const QString& file);

private:
    QSettings settings_;
};

}  // namespace engram
