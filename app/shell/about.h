// The About box: what this is, and the versions of all that took part, to be copied into a report.
#pragma once

#include <QDialog>
#include <QIcon>
#include <string>
#include <vector>

namespace engram {

QIcon programIcon();  // in all its sizes

struct Fact {
    QString name, value;
};

// `painter` is what paints scenes, as it calls itself, with the version of its OpenGL; empty before the first picture.
std::vector<Fact> programFacts(const QString& painter);

class AboutDialog final : public QDialog {
    Q_OBJECT

public:
    AboutDialog(std::vector<Fact> facts, QWidget* parent);

private:
    void copy();

    std::vector<Fact> facts_;
};

}  // namespace engram
