#include "app/find/finding.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QKeyEvent>
#include <QStandardPaths>
#include <QStatusBar>

#include "app/find/finds.h"
#include "app/language/language.h"
#include "app/shell/main_window.h"
#include "app/shell/region_keys.h"
#include "app/shell/vision_text.h"

namespace engram {

namespace {

std::filesystem::path triedFolder() {
    return std::filesystem::path(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation).toStdString()) / "tried";
}

}  // namespace

Finding::Finding(MainWindow& window, Preferences& preferences, QLabel& sentence)
    : QObject(&window),
      window_(window),
      preferences_(preferences),
      sentence_(sentence),
      tag_(*new QLabel(&window)),
      palette_(*new Palette(&window)),
      mirror_(*new QDockWidget(tr("Parameters"), &window)),
      form_(*new ParameterForm(window.canvas().ui(), &mirror_)),
      tried_(*new Tried(window.canvas().ui(), window.gallery().thumbnails(), window.safeMode() ? std::filesystem::path() : triedFolder(),
                        &window)) {
    tag_.setObjectName(QStringLiteral("vision"));
    tag_.hide();
    window.statusBar()->addPermanentWidget(&tag_);
    mirror_.setObjectName(QStringLiteral("mirror"));
    mirror_.setAllowedAreas(Qt::LeftDockWidgetArea | Qt::RightDockWidgetArea);
    mirror_.setWidget(&form_);
    for (QDockWidget* dock : {&mirror_, static_cast<QDockWidget*>(&tried_)}) {
        dock->setFeatures(QDockWidget::DockWidgetClosable | QDockWidget::DockWidgetMovable);
        window.addDockWidget(Qt::RightDockWidgetArea, dock);
        dock->setVisible(preferences.shows(dock->objectName()));
        dock->installEventFilter(this);
        connect(dock, &QDockWidget::visibilityChanged, this, &Finding::follow);
    }
    sentence.setObjectName(QStringLiteral("sentence"));
    sentence.setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    sentence.setFocusPolicy(Qt::StrongFocus);
    window.installEventFilter(this);
    window.centralWidget()->installEventFilter(this);
    connect(&form_, &ParameterForm::edited, &window.canvas(), &GlWidget::wake);
    connect(&tried_, &Tried::went, &window.canvas(), &GlWidget::wake);
    connect(&tried_, &Tried::chosen, &window, &MainWindow::openApart);
    connect(&window.canvas(), &GlWidget::firstFramePainted, &tried_, &Tried::load, Qt::QueuedConnection);
}

Finding::~Finding() {
    for (QDockWidget* dock : {&mirror_, static_cast<QDockWidget*>(&tried_)}) {  // both work on the document
        dock->disconnect(this);
        delete dock;
    }
}

void Finding::addCommands(Commands& commands) {
    addFinds(commands);
    addRegions(commands);
    addSights(commands);
}

void Finding::openPalette(FindSource source, const PaletteWords& words) {
    const Theme look = seen(theme(window_.document().session().view.theme), window_.canvas().vision());
    palette_.open(std::move(source), words, look, window_.canvas().windowLayout().scale);
}

void Finding::addFinds(Commands& commands) {
    commands.add({"find.anything", "Go", "Find anything…", "Ctrl+K",
                  [this] {
                      openPalette(everything(window_, preferences_),
                                  {tr("Find a command, a parameter, a panel, an example, a file"),
                                   tr("A name and a value set a parameter: beta 2.5"), tr("Nothing is called so")});
                  },
                  nullptr, false, "Ctrl+Shift+P"});
    commands.add({"find.changes", "Go", "What differs from the defaults…", "Ctrl+D", [this] {
                      openPalette(changes(window_), {tr("Find among what was changed"), tr("Enter sets a parameter back"),
                                                     tr("No changes here")});
                  }});
    addDock(commands, tried_, {"find.tried", "Go", "Everything tried", "Ctrl+T", {}});
    commands.add({"edit.copySummary", "Edit", "Copy the run in one sentence", "Ctrl+Shift+C", [this] { copySummary(); }, nullptr, true});
}

void Finding::addDock(Commands& commands, QDockWidget& dock, const Command& command) {
    Command entry = command;
    entry.run = [this, &dock] {
        const bool on = !dock.isVisible();
        preferences_.setShows(dock.objectName(), on);
        dock.setVisible(on);
        follow();
        if (on)
            dock.widget()->setFocus();
        else
            window_.canvas().setFocus();
    };
    entry.ticked = [&dock] { return dock.isVisible(); };
    commands.add(std::move(entry));
}

void Finding::addRegions(Commands& commands) {
    commands.add({"go.gallery", "Go", "Experiments", "Ctrl+1", [this] { window_.gallery().takeKeyboard(); }, nullptr, true});
    const struct {
        const char *id, *keys;
        Focus region;
    } kRegions[] = {{"go.scene", "Ctrl+2", Focus::Scene},
                    {"go.instruments", "Ctrl+3", Focus::Instruments},
                    {"go.parameters", "Ctrl+4", Focus::Parameters},
                    {"go.timeline", "Ctrl+5", Focus::Timeline}};
    for (const auto& [id, keys, region] : kRegions)
        commands.add({id, "Go", regionName(region), keys, [this, where = region] { goTo(where); }});
    commands.add({"go.status", "Go", "Status line", "Ctrl+6", [this] { sentence_.setFocus(Qt::ShortcutFocusReason); }});
}

void Finding::addSights(Commands& commands) {
    addDock(commands, mirror_, {"view.mirror", "View", "Parameters as native controls", "Ctrl+M", {}, nullptr, true});
    commands.add({"view.stillness", "View", "Reduced motion", "",
                  [this] {
                      preferences_.setStillness(!preferences_.stillness());
                      window_.canvas().applyPreferences();
                  },
                  [this] { return window_.canvas().ui().stillness; }});
    for (const Vision vision : visions())
        commands.add({std::string("view.vision.") + visionName(vision), "View/" QT_TRANSLATE_NOOP("Commands", "Colour vision preview"),
                      visionText(vision), "",
                      [this, vision] {
                          window_.canvas().setVision(vision);
                          window_.gallery().setVision(vision);
                          tried_.setVision(vision);
                          tag_.setVisible(vision != Vision::Usual);
                          tag_.setText(tr("Colour vision preview: %1").arg(spokenCommand(visionText(vision))));
                          window_.applyLook();
                      },
                      [this, vision] { return window_.canvas().vision() == vision; }});
}

void Finding::goTo(Focus region) {
    goToRegion(window_.canvas().ui(), region);
    window_.canvas().setFocus();
    window_.canvas().wake();
}

void Finding::copySummary() {
    QApplication::clipboard()->setText(sentence_.text());
    window_.canvas().say(tr("Copied: %1").arg(sentence_.text()).toStdString());
}

void Finding::follow() {
    if (window_.canvas().ui().lecture) return;  // what a lecture shows was not tried by hand
    tried_.follow();
    if (mirror_.isVisible()) form_.follow();
    announceEnd();
}

// A screen reader is told when a run comes to its end, and not of every step.
void Finding::announceEnd() {
    const auto frame = window_.document().frame();
    if (!frame || !sameRun(frame->session, window_.document().session())) return;
    const bool ended = frame->moment.settled && !frame->playing;
    if (std::exchange(ended_, ended) || !ended) return;
    QAccessibleEvent alert(&sentence_, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    emit announced(sentence_.text());
}

bool Finding::eventFilter(QObject* object, QEvent* event) {
    if (object == window_.centralWidget() && event->type() == QEvent::Resize) window_.layOut();
    if (event->type() == QEvent::Close && object != &window_) preferences_.setShows(object->objectName(), false);  // by its own button
    if (object != &window_) return QObject::eventFilter(object, event);
    if (event->type() == QEvent::ThemeChange && preferences_.followsSystem()) window_.setTheme("system");
    if (event->type() != QEvent::KeyPress || static_cast<QKeyEvent*>(event)->key() != Qt::Key_Escape)
        return QObject::eventFilter(object, event);
    goTo(Focus::Scene);  // up, from a native part of the window
    return true;
}

}  // namespace engram
