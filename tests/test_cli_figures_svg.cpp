// Every panel as SVG, as a script writes it: see cli_figures.h.
#include "tests/cli_figures.h"

class TestCliFiguresSvg : public QObject {
    Q_OBJECT
private slots:
    void everyPanelRendersTheSameBytesTwice() { engram::test::everyPanelRendersTheSameBytesTwice("svg"); }
};

QTEST_GUILESS_MAIN(TestCliFiguresSvg)
#include "test_cli_figures_svg.moc"
