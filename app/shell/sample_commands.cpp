// The commands for sample data.
#include "app/shell/main_window.h"
#include "app/shell/samples_dialog.h"

namespace engram {

void MainWindow::addSampleCommands() {
    commands_.add({"file.samples", "File", "Download sample data…", "", [this] { samplesDialog(); }});
}

// Pairs beside the text that is open go on with its run; all else is another document.
void MainWindow::samplesDialog() {
    const Session now = document_->session();
    SamplesDialog dialog(samples(), samplesFolder(), now, this);
    if (dialog.exec() != QDialog::Accepted) return;
    attempt([&] {
        const Sample& sample = dialog.chosen();
        const std::vector<SampleFile> files = neededFiles(sample, now);
        if (files.size() < sample.files.size()) return document_->openBeside(files.front().as, placeOf(files.front(), samplesFolder()));
        if (!mayLeave()) return;
        document_->start(sampleSession(sample, samplesFolder(), now));
        gl_->ui().scene.opening.clear();
        document_->play(true);
    });
}

}  // namespace engram
