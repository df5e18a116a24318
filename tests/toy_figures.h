// An experiment whose panels need no run: figures of it test what is done with any figure.
#pragma once

#include <QProcess>
#include <QString>

#include "app/export/export.h"
#include "core/base/error.h"

namespace engram::test {

inline Board board() {
    Plot plot;
    plot.x = {"time", "τ", 0, 9}, plot.y = {"", "", -1, 1};
    Curve curve;
    curve.label = "sum E", curve.x = share<double>({0, 1, 4, 9}), curve.y = share<double>({0.8, 0.1, -0.4, -0.5}),
    curve.paint = {Ink::Falling};
    plot.marks.push_back(curve);
    Scene scene;
    Surface surface;
    surface.energy = {3, 3, -1, 1, -1, 1, share<float>({1, 0.5f, 1, 0.4f, -0.5f, 0.4f, 1, 0.5f, 1})};
    scene.marks.push_back(surface);
    Picture picture;
    picture.width = picture.height = 2, picture.pixels = share<float>({0, 1, 1, 0});
    Tiles tiles;
    tiles.tiles = {{picture, "cue", "half hidden", {Ink::Cue}, true}};
    Board b;
    b.panels = {{"surface", "Recall", "", true, scene}, {"energy", "Energy", "", false, plot}, {"recall", "Pictures", "", false, tiles},
                {"sphere", "Sphere", "", false, Absent{"The sphere needs three features."}}};
    return b;
}

inline const Experiment& toy() {
    static const bool added = [] {
        Experiment e;
        e.id = "toy", e.title = "Toy";
        e.panels = {{"surface", "Recall", true, {}},
                    {"energy", "Energy", false, {}},
                    {"recall", "Pictures", false, {}},
                    {"sphere", "Sphere", false, {}}};
        e.draw = [](const Snapshot&) { return board(); };
        addExperiment(std::move(e));
        return true;
    }();
    (void)added;
    return experiment("toy");
}

inline FigureRequest requestOf(const QString& path) {
    FigureRequest r;
    r.experiment = &toy();
    r.session = newSession("toy");
    r.session.step = 22;
    r.session.inputs.seed = 99;
    r.layout().panels = {"surface", "energy"};
    r.path = path.toStdString();
    return r;
}

template <class Act>
QString refusal(Act act, Fault* fault = nullptr) {
    try {
        act();
    } catch (const Error& error) {
        if (fault) *fault = error.fault();
        return QString::fromUtf8(error.what());
    }
    return {};
}

inline QByteArray outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.exitCode() == 0 ? process.readAllStandardOutput() + process.readAllStandardError()
                                   : QByteArray("failed: ") + process.readAllStandardError();
}

}  // namespace engram::test
