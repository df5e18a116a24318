// Every panel as PDF, as a script writes it: see cli_figures.h.
#include "tests/cli_figures.h"

class TestCliFiguresPdf : public QObject {
    Q_OBJECT
private slots:
    void everyPanelRendersTheSameBytesTwice() { engram::test::everyPanelRendersTheSameBytesTwice("pdf"); }
};

QTEST_GUILESS_MAIN(TestCliFiguresPdf)
#include "test_cli_figures_pdf.moc"
