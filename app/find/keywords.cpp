#include "app/find/keywords.h"

#include <QCoreApplication>
#include <algorithm>

namespace engram {

namespace {

struct Entry {
    std::string_view command;
    const char* words;
};
constexpr Entry kEntries[] = {
    {"file.open", QT_TRANSLATE_NOOP("Keywords", "load import data csv table pictures images text lecture")},
    {"file.openFolder", QT_TRANSLATE_NOOP("Keywords", "load import directory pictures images texts")},
    {"file.openLabels", QT_TRANSLATE_NOOP("Keywords", "classes mnist idx")},
    {"file.openPairs", QT_TRANSLATE_NOOP("Keywords", "similarity wordsim benchmark")},
    {"file.samples", QT_TRANSLATE_NOOP("Keywords", "mnist cifar internet example data set")},
    {"file.export", QT_TRANSLATE_NOOP("Keywords", "pdf svg png picture image print paper publication save")},
    {"file.film", QT_TRANSLATE_NOOP("Keywords", "video movie mp4 webm gif animation record export")},
    {"file.saveWeights", QT_TRANSLATE_NOOP("Keywords", "safetensors model export network")},
    {"file.quit", QT_TRANSLATE_NOOP("Keywords", "exit close leave")},
    {"file.new", QT_TRANSLATE_NOOP("Keywords", "reset defaults start over")},
    {"run.play", QT_TRANSLATE_NOOP("Keywords", "start stop run pause")},
    {"run.restart", QT_TRANSLATE_NOOP("Keywords", "begin rewind reset")},
    {"sweep.save", QT_TRANSLATE_NOOP("Keywords", "csv numbers export table")},
    {"view.theme.dark", QT_TRANSLATE_NOOP("Keywords", "night black mode colours")},
    {"view.theme.light", QT_TRANSLATE_NOOP("Keywords", "day white mode colours")},
    {"view.theme.print", QT_TRANSLATE_NOOP("Keywords", "paper white ink colours")},
    {"view.theme.system", QT_TRANSLATE_NOOP("Keywords", "desktop automatic colours")},
    {"view.hero", QT_TRANSLATE_NOOP("Keywords", "fullscreen full screen large maximize")},
    {"view.projector", QT_TRANSLATE_NOOP("Keywords", "beamer presentation large zoom scale font size")},
    {"view.parameters", QT_TRANSLATE_NOOP("Keywords", "drawer sidebar panel settings sliders")},
    {"view.stillness", QT_TRANSLATE_NOOP("Keywords", "animation accessibility")},
    {"view.mirror", QT_TRANSLATE_NOOP("Keywords", "accessibility screen reader form")},
    {"view.home", QT_TRANSLATE_NOOP("Keywords", "zoom fit rotate view")},
    {"lecture.start", QT_TRANSLATE_NOOP("Keywords", "presentation slides talk fullscreen present")},
    {"lecture.open", QT_TRANSLATE_NOOP("Keywords", "presentation slides talk markdown")},
    {"lecture.add", QT_TRANSLATE_NOOP("Keywords", "presentation slide write markdown")},
    {"lecture.lesson", QT_TRANSLATE_NOOP("Keywords", "tutorial explanation learn formula equations help")},
    {"help.shortcuts", QT_TRANSLATE_NOOP("Keywords", "keys keyboard manual")},
    {"help.about", QT_TRANSLATE_NOOP("Keywords", "version licence papers cite citation authors")},
};

}  // namespace

QString keywordsOf(std::string_view command) {
    if (command.starts_with("view.vision.")) command = "view.vision";
    if (command.starts_with("view.language.")) command = "view.language";
    const char* words = nullptr;
    if (command == "view.vision") words = QT_TRANSLATE_NOOP("Keywords", "colour blind blindness accessibility");
    if (command == "view.language") words = QT_TRANSLATE_NOOP("Keywords", "language translation");
    const auto entry = std::ranges::find(kEntries, command, &Entry::command);
    if (entry != std::end(kEntries)) words = entry->words;
    if (!words) return {};
    const QString spoken = QCoreApplication::translate("Keywords", words), plain = QString::fromUtf8(words);
    return spoken == plain ? plain : plain + u' ' + spoken;
}

}  // namespace engram
