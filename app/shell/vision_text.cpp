#include "app/shell/vision_text.h"

#include <QtGlobal>

namespace engram {

const char* visionText(Vision vision) {
    switch (vision) {
        case Vision::Deuteranopia:
            return QT_TRANSLATE_NOOP("Commands", "Deuteranopia");
        case Vision::Protanopia:
            return QT_TRANSLATE_NOOP("Commands", "Protanopia");
        case Vision::Tritanopia:
            return QT_TRANSLATE_NOOP("Commands", "Tritanopia");
        case Vision::Greyscale:
            return QT_TRANSLATE_NOOP("Commands", "Greyscale");
        case Vision::Usual:
            break;
    }
    return QT_TRANSLATE_NOOP("Commands", "Usual colours");
}

}  // namespace engram
