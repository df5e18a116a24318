// The command table of the window and the menus made from it.
#include <QActionGroup>
#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QMenuBar>
#include <algorithm>

#include "app/find/finding.h"
#include "app/language/language.h"
#include "app/lecture/lectern.h"
#include "app/panels/parameters.h"
#include "app/shell/language_commands.h"
#include "app/shell/main_window.h"
#include "app/shell/sheets.h"
#include "core/base/file.h"

namespace engram {

void MainWindow::addFileCommands() {
    commands_.add({"file.new", "File", "New", "Ctrl+N", [this] { newDocument(); }});
    commands_.add({"file.open", "File", "Open…", "Ctrl+O", [this] { openDialog(); }});
    commands_.add({"file.openFolder", "File", "Open folder…", "", [this] { openFolderDialog(); }});
    const auto beside = [this](const char* name, const QString& title) {
        const auto file = std::ranges::find(inputFiles(), std::string_view(name), &InputFile::name);
        return [this, file, title] { openBesideDialog(*file, title); };
    };
    commands_.add({"file.openLabels", "File", "Open labels of the pictures…", "", beside("labels", tr("Open labels"))});
    commands_.add({"file.openPairs", "File", "Open rated word pairs…", "", beside("pairs", tr("Open word pairs"))});
    addSampleCommands();
    commands_.add({"file.save", "File", "Save", "Ctrl+S", [this] { save(); }, nullptr, true});
    commands_.add({"file.saveAs", "File", "Save as…", "Ctrl+Shift+S", [this] { saveAs(); }});
    commands_.add({"file.export", "File", "Export figure…", "Ctrl+E", [this] { exportDialog(); }, nullptr, true});
    commands_.add({"file.film", "File", "Film…", "Ctrl+Shift+E", [this] { filmDialog(); }});
    commands_.add({"file.saveWeights", "File", "Save weights…", "", [this] { saveWeights(); }});
    commands_.add({"file.quit", "File", "Quit", "Ctrl+Q", [this] { close(); }, nullptr, true});
    const auto travel = [this](bool (Document::*way)()) {
        return [this, way] {
            ((*document_).*way)();
            gl_->wake();
            showState();
        };
    };
    commands_.add({"edit.undo", "Edit", "Undo", "Ctrl+Z", travel(&Document::undo)});
    commands_.add({"edit.redo", "Edit", "Redo", "Ctrl+Shift+Z", travel(&Document::redo)});
}

void MainWindow::addRunCommands() {
    const auto go = [this](auto action) {
        return [this, action] {
            action(*document_);
            gl_->wake();
        };
    };
    commands_.add({"run.play", "Run", "Play or pause", "Space", go([](Document& d) { d.play(!d.playing()); })});
    commands_.add({"run.step", "Run", "Step", ".", go([](Document& d) { d.play(false), d.seek(d.session().step + 1); })});
    commands_.add({"run.back", "Run", "Step back", ",", go([](Document& d) { d.play(false), d.seek(d.session().step - 1); })});
    commands_.add({"run.restart", "Run", "Restart", "Shift+Space", go([](Document& d) { d.seek(0); })});
}

void MainWindow::addBranchCommands() {
    const auto withOther = [this](auto action) {   // the branch compared with, else the last made
        return [this, action] {
            const Session& session = document_->session();
            if (session.branches.empty()) return gl_->say(utf8(tr("There is no branch; B makes one at the moment shown")));
            attempt([&] { action(session.view.compared.empty() ? session.branches.back().name : session.view.compared); });
        };
    };
    commands_.add({"branch.here", "Run", "Branch here", "B", [this] { attempt([this] { document_->branchHere(); }); }, nullptr, true});
    commands_.add({"branch.switch", "Run", "Switch to the other branch", "Shift+B",
                   withOther([this](const std::string& name) { document_->switchTo(name); })});
    commands_.add({"branch.compare", "Run", "Compare branches", "C", withOther([this](const std::string& name) {
                       document_->compareWith(document_->session().view.compared.empty() ? name : "", "");
                   }),
                   [this] { return !document_->session().view.compared.empty(); }});
    commands_.add({"branch.rename", "Run", "Rename this branch…", "", [this] { renameBranch(document_->session().name); }});
    commands_.add({"branch.delete", "Run", "Delete the other branch", "",
                   withOther([this](const std::string& name) { document_->removeBranch(name); })});
    commands_.add({"sweep.save", "Run", "Save the sweep's table…", "", [this] { saveSweep(); }});
    commands_.add({"branch.open", "Run", "Compare with a session…", "", [this] { compareDialog(); }});
}

void MainWindow::renameBranch(const std::string& branch) {
    if (branch.empty()) return gl_->say(utf8(tr("There is no branch; B makes one at the moment shown")));
    bool accepted = false;
    const QString name =
        QInputDialog::getText(this, tr("Rename branch"), tr("Name"), QLineEdit::Normal, QString::fromStdString(branch), &accepted);
    if (accepted) attempt([&] { document_->renameBranch(branch, name.trimmed().toStdString()); });
}

void MainWindow::saveSweep() {
    const LiveSweep* sweep = document_->sweep();
    if (!sweep || !sweep->finished())
        return gl_->say(utf8(tr("There is no finished sweep; draw a range with Shift over a slider, then press Sweep")));
    const std::string table = sweep->table();
    const QString file = QFileDialog::getSaveFileName(this, tr("Save table"), QStringLiteral("sweep.csv"), tr("Tables (*.csv)"));
    if (!file.isEmpty()) attempt([&] { writeFile(file.toStdString(), table); });
}

void MainWindow::saveWeights() {
    const auto frame = document_->frame();
    const Experiment& e = document_->experiment();
    const std::string bytes = frame && e.learned ? e.learned(frame->moment) : std::string();
    if (bytes.empty())
        return gl_->say(utf8(e.learned ? tr("Nothing is learned in this run: choose to train it first")
                                       : tr("%1 learns no weights").arg(spoken(e.title).c_str())));
    const QString file =
        QFileDialog::getSaveFileName(this, tr("Save weights"), QStringLiteral("weights.safetensors"), tr("Weights (*.safetensors)"));
    if (!file.isEmpty()) attempt([&] { writeFile(file.toStdString(), bytes); });
}

void MainWindow::compareDialog() {
    const QString file = QFileDialog::getOpenFileName(this, tr("Compare with"), {},
                                                      tr("Sessions, figures and films (*.engram *.svg *.pdf *.png *.mp4 *.webm *.gif)"));
    if (file.isEmpty()) return;
    attempt([&] {
        const std::filesystem::path path(file.toStdString());
        document_->addBranch(loadSession(path), path.stem().string());
    });
}

void MainWindow::addViewCommands() {
    for (const auto& [name, text] : {std::pair{"system", QT_TRANSLATE_NOOP("Commands", "Theme system")},
                                     {"dark", QT_TRANSLATE_NOOP("Commands", "Theme dark")},
                                     {"light", QT_TRANSLATE_NOOP("Commands", "Theme light")},
                                     {"print", QT_TRANSLATE_NOOP("Commands", "Theme print")}})
        commands_.add({std::string("view.theme.") + name, "View", text, "", [this, name] { setTheme(name); },
                       [this, name, asSystem = std::string(name) == "system"] {
                           return preferences_.followsSystem() ? asSystem : document_->session().view.theme == name;
                       }});
    const auto wish = [this](auto change) {
        return [this, change] {
            change(gl_->ui());
            gl_->wake();
        };
    };
    commands_.add({"view.instruments", "View", "Instruments", "I",
                   [this] {
                       preferences_.setInstruments(!preferences_.instruments());
                       gl_->applyPreferences();
                       showState();
                   },
                   [this] { return preferences_.instruments(); }, true});
    commands_.add({"view.parameters", "View", "Parameters", "P", [this] {
                       const bool on = !parametersShown(gl_->ui());
                       if (on) gl_->setHeroOnly(false);
                       showParameters(gl_->ui(), on);
                       gl_->wake();
                   },
                   [this] { return parametersShown(gl_->ui()); }});
    commands_.add({"view.labels", "View", "Labels", "L", wish([](Ui& ui) { ui.scene.labels = !ui.scene.labels; }),
                   [this] { return gl_->ui().scene.labels; }});
    commands_.add(
        {"view.hero", "View", "Scene alone", "F", [this] { gl_->setHeroOnly(!gl_->heroOnly()); }, [this] { return gl_->heroOnly(); }});
    commands_.add({"view.projector", "View", "Projector preset", "",
                   [this] {
                       preferences_.setPreset(preferences_.preset() == Preset::Projector ? Preset::Desk : Preset::Projector);
                       gl_->applyPreferences();
                       showState();
                   },
                   [this] { return preferences_.preset() == Preset::Projector; }});
    commands_.add({"view.top", "View", "From above", "T", wish([](Ui& ui) { ui.scene.wish.toggleTop = true; }), nullptr, true});
    commands_.add({"view.home", "View", "Reset camera", "", wish([](Ui& ui) { ui.scene.wish.frameAll = true; })});
}

void MainWindow::addCommands() {
    addFileCommands();
    addRunCommands();
    addBranchCommands();
    addViewCommands();
    finding_->addCommands(commands_);
    lectern_->addCommands(commands_);
    addLanguageCommands(commands_, preferences_, [this](const std::string& sentence) { gl_->say(sentence); });
    commands_.add({"help.lesson", "Help", "Lesson of this experiment", "", [this] { lectern_->showLesson(true); }});
    commands_.add({"help.lecture", "Help", "A lecture in ten minutes", "", [this] { commands_.run("lecture.dense"); }});
    commands_.add({"help.shortcuts", "Help", "Shortcuts", "F1", [this] { showShortcuts(commands_, this); }, nullptr, true});
    commands_.add({"help.about", "Help", "About Engram", "", [this] { showAbout(); }});
}

void MainWindow::buildMenus() {
    brand_ = new QLabel(QStringLiteral("Engram"), this);
    brand_->setObjectName(QStringLiteral("brand"));
    device_ = new QLabel(tr("CPU · double precision"), this);
    device_->setObjectName(QStringLiteral("device"));
    menuBar()->setCornerWidget(brand_, Qt::TopLeftCorner);
    menuBar()->setCornerWidget(device_, Qt::TopRightCorner);
    documentName_ = new QLabel(menuBar());
    documentName_->setObjectName(QStringLiteral("documentName"));
    documentName_->setAlignment(Qt::AlignCenter);
    documentName_->setAttribute(Qt::WA_TransparentForMouseEvents);

    std::map<std::string, QMenu*> menus;
    for (const Command& command : commands_.all()) {
        QMenu*& menu = menus[command.menu];
        if (const std::size_t within = command.menu.find('/'); !menu && within != std::string::npos)
            menu = menus.at(command.menu.substr(0, within))->addMenu(spokenCommand(command.menu.substr(within + 1)));
        if (!menu) {
            menu = menuBar()->addMenu(spokenCommand(command.menu));
            connect(menu, &QMenu::aboutToShow, this, &MainWindow::showState);
        }
        if (command.separated) menu->addSeparator();
        QAction* action = menu->addAction(spokenCommand(command.text), this, command.run);
        action->setShortcuts({QKeySequence(QString::fromStdString(command.keys)), QKeySequence(QString::fromStdString(command.alsoKeys))});
        action->setCheckable(bool(command.ticked));
        actions_[command.id] = action;
        if (command.id == "file.open") {
            QMenu* recent = menu->addMenu(tr("Open recent"));
            connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecent(*recent); });
        }
        if (command.id == "view.theme.print") {
            menu->addSeparator();
            QMenu* panels = menu->addMenu(tr("Large region"));
            connect(panels, &QMenu::aboutToShow, this, [this, panels] { fillPanels(*panels); });
        }
    }
}

void MainWindow::fillRecent(QMenu& menu) {
    menu.clear();
    for (const QString& file : preferences_.recent()) menu.addAction(file, this, [this, file] { openRecent(file); });
    if (menu.isEmpty()) menu.addAction(tr("Nothing yet"))->setEnabled(false);
}

void MainWindow::fillPanels(QMenu& menu) {
    menu.clear();
    const std::string shown = heroPanel(document_->session(), document_->experiment());
    for (const PanelInfo& panel : document_->experiment().panels) {
        QAction* action = menu.addAction(QString::fromStdString(spoken(panel.title)), this, [this, id = panel.id] {
            Blueprint view = document_->session().view;
            view.hero = id;
            document_->look(view);
            gl_->wake();
        });
        action->setCheckable(true);
        action->setChecked(panel.id == shown);
    }
}

}  // namespace engram
