// Ways to find things and to use them without a mouse or without seeing them: the palette, the list of changes, everything tried, the
// parameters as native controls, jumps between regions, and the run in one sentence. The window makes one, and it adds its commands.
#pragma once

#include <QLabel>
#include <QObject>

#include "app/find/palette.h"
#include "app/find/parameter_form.h"
#include "app/find/tried.h"
#include "app/shell/commands.h"

namespace engram {

class MainWindow;
class Preferences;

class Finding final : public QObject {
    Q_OBJECT

public:
    Finding(MainWindow& window, Preferences& preferences, QLabel& sentence);
    ~Finding() override;

    void addCommands(Commands& commands);
    void follow();  // after every frame taken, and whatever a command has changed

    Palette& palette() { return palette_; }
    Tried& tried() { return tried_; }
    ParameterForm& form() { return form_; }

signals:
    void announced(const QString& sentence);  // to screen readers

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void addFinds(Commands& commands);
    void addRegions(Commands& commands);
    void addSights(Commands& commands);
    void addDock(Commands& commands, QDockWidget& dock, const Command& command);
    void openPalette(FindSource source, const PaletteWords& words);
    void goTo(Focus region);
    void copySummary();
    void announceEnd();

    MainWindow& window_;
    Preferences& preferences_;
    QLabel& sentence_;
    QLabel& tag_;       // in the status line, while other eyes are tried
    Palette& palette_;  // children of the window
    QDockWidget& mirror_;
    ParameterForm& form_;
    Tried& tried_;
    bool ended_ = true;  // the run at the last look
};

}  // namespace engram
