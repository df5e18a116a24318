// While it lives, preferences are those of a new installation, and what is chosen goes with it: for a start that nothing kept can spoil.
// To be made before anything reads preferences.
#pragma once

#include <QTemporaryDir>

namespace engram {

class ForgottenPreferences {
public:
    ForgottenPreferences();

private:
    QTemporaryDir folder_;
};

}  // namespace engram
