// Every panel as PNG, as a script writes it: see cli_figures.h.
#include "tests/cli_figures.h"

class TestCliFiguresPng : public QObject {
    Q_OBJECT
private slots:
    void everyPanelRendersTheSameBytesTwice() { engram::test::everyPanelRendersTheSameBytesTwice("png"); }
};

QTEST_GUILESS_MAIN(TestCliFiguresPng)
#include "test_cli_figures_png.moc"
