#include "app/shell/safe_mode.h"

#include <QSettings>

namespace engram {

ForgottenPreferences::ForgottenPreferences() {
    for (const auto scope : {QSettings::UserScope, QSettings::SystemScope})
        QSettings::setPath(QSettings::NativeFormat, scope, folder_.path());
}

}  // namespace engram
