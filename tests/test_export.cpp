// Figures as files: SVG and PNG that others can read, recipes that come back from every format, PDFs that are the same twice, refusals that
// name the thing.
#include <QImage>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "app/export/export.h"
#include "app/export/pdf.h"
#include "app/export/qt_metrics.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/random.h"
#include "core/session/recipe.h"
#include "render/figure/layout.h"
#include "render/figure/svg.h"
#include "tests/toy_figures.h"

using namespace engram;
using namespace engram::test;

namespace {

constexpr std::uint64_t kMost = 64 << 20;

std::string pngWithRecipe(const std::string& recipe) { return toPng(Pixels{2, 2, std::vector<std::uint8_t>(16, 255)}, 72, recipe); }

}  // namespace

class TestExport : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;
    QString path(const char* name) const { return folder_.filePath(name); }
    std::string bytes(const char* name) const { return readFile(path(name).toStdString(), kMost); }

private slots:
    void recipesComeBackFromEveryFormat() {
        for (const char* name : {"a.svg", "a.pdf", "a.png"}) {
            const FigureRequest r = requestOf(path(name));
            exportFigure(r);
            const std::string recipe = recipeIn(bytes(name), name);
            QCOMPARE(recipe, recipeOf(r.session));
            QVERIFY(fromToml(recipe, name) == r.session);
            QVERIFY(loadSession(r.path) == r.session);
        }
    }

    void theSameTwice() {
        for (const char* name : {"b.svg", "b.pdf", "b.png"}) {
            exportFigure(requestOf(path(name)));
            const std::string first = bytes(name);
            QTest::qWait(1100);   // into another second, where a date would tell
            exportFigure(requestOf(path(name)));
            QVERIFY2(first == bytes(name), name);
            QVERIFY2(first.find(folder_.path().toStdString()) == first.npos, "a path is in the file");
        }
    }

    void everyThemeAndPanel() {
        for (const char* theme : {"print", "dark", "light"})
            for (const char* panel : {"energy", "recall"}) {
                FigureRequest r = requestOf(path("c.png"));
                r.layout().theme = theme, r.layout().panels = {panel}, r.layout().dpi = 100;
                exportFigure(r);
                QImage image(path("c.png"));
                QCOMPARE(image.size(), QSize(331, 236));
                QSet<QRgb> colours;
                for (int y = 0; y < image.height(); ++y)
                    for (int x = 0; x < image.width(); ++x) colours.insert(image.pixel(x, y));
                QVERIFY(colours.size() > 20);
            }
    }

    void scenesOnDarkAreRendered() {
        FigureRequest r = requestOf(path("d.png"));
        r.layout().theme = "dark", r.layout().panels = {"surface"}, r.layout().dpi = 72;
        exportFigure(r);
        QVERIFY(!QImage(path("d.png")).isNull());
    }

    void pdfHoldsTextAndFonts() {
        QVERIFY2(!QStandardPaths::findExecutable("pdftotext").isEmpty(), "pdftotext (poppler-utils) is not installed; ./test installs it");
        exportFigure(requestOf(path("e.pdf")));
        const QByteArray text = outputOf("pdftotext", {path("e.pdf"), "-"});
        for (const char* word : {"Energy", "sum E", "time"}) QVERIFY2(text.contains(word), word);
        const QByteArray fonts = outputOf("pdffonts", {path("e.pdf")});
        QVERIFY2(fonts.contains("TrueType") || fonts.contains("CID"), fonts.constData());
        QVERIFY2(fonts.contains("yes"), "fonts are not embedded");
        const QByteArray info = outputOf("pdfinfo", {path("e.pdf")});
        QVERIFY2(info.contains("Pages:           1") && info.contains("238") && !info.contains("Error"), info.constData());
    }

    void refusesWhatCannotBe() {
        const std::vector<std::pair<std::function<void(FigureRequest&)>, const char*>> cases = {
            {[&](FigureRequest& r) { r.path = path("f.sgv").toStdString(); }, "svg"},
            {[&](FigureRequest& r) { r.path = path("f").toStdString(); }, ".svg, .pdf or .png"},
            {[](FigureRequest& r) { r.layout().widthMm = 5; }, "5 mm"},
            {[](FigureRequest& r) { r.layout().heightMm = 5000; }, "mm"},
            {[](FigureRequest& r) { r.layout().widthMm = std::nan(""); }, "mm"},
            {[](FigureRequest& r) { r.layout().dpi = 0; }, "dpi"},
            {[](FigureRequest& r) { r.layout().pointSize = 3; }, "3 pt"},
            {[](FigureRequest& r) { r.layout().pointSize = std::nan(""); }, "pt"},
            {[](FigureRequest& r) { r.layout().widthMm = 1000, r.layout().heightMm = 1000; }, "megapixels"},
            {[](FigureRequest& r) { r.layout().theme = "drak"; }, "dark"},
            {[](FigureRequest& r) { r.layout().panels = {"enrgy"}; }, "energy"},
            {[](FigureRequest& r) { r.layout().panels = {"sphere"}; }, "needs three features"},
        };
        for (const auto& [spoil, expected] : cases) {
            FigureRequest r = requestOf(path("f.png"));
            spoil(r);
            Fault fault = Fault::Failed;
            const QString sentence = refusal([&] { exportFigure(r); }, &fault);
            QVERIFY2(sentence.contains(expected), qPrintable(QString(expected) + " is not in: " + sentence));
            QCOMPARE(fault, Fault::Usage);
            QVERIFY(!QFile::exists(QString::fromStdString(r.path.string())));
        }
        FigureRequest r = requestOf("/no/such/folder/f.png");
        QVERIFY(refusal([&] { exportFigure(r); }).contains("/no/such/folder"));
    }

    void recipesSurviveOddText() {
        const std::string recipe = "# Engram\nname = \"ü <&> % \\u0001 ]]>\"\n\n%engram-recipe\n  indented\n";
        QCOMPARE(recipeIn(pngWithRecipe(recipe), "x"), recipe);
        QCOMPARE(recipeIn(toSvg(DrawList{10, 10, {}}, 10, 10, "t", recipe), "x"), recipe);
        QCOMPARE(recipeIn(toPdf(DrawList{10, 10, {}}, 10, 10, "t", recipe), "x"), recipe);
    }

    void damagedFilesAreRefusedByName() {
        const std::string png = pngWithRecipe("seed = 1\n"), svg = toSvg(DrawList{10, 10, {}}, 10, 10, "t", "seed = 1\n");
        std::string flipped = png, lying = png;
        flipped[png.find("seed")] ^= 1;
        lying[png.find("iTXt") - 4] = '\x7f';
        const std::pair<std::string, const char*> cases[] = {
            {"", "empty"},
            {"hello", "no PNG, SVG or PDF"},
            {png.substr(0, 40), "cut off"},
            {png.substr(0, png.find("iTXt") + 8), "cut off"},
            {flipped, "checksum"},
            {lying, "claims"},
            {toPng(Pixels{1, 1, {1, 2, 3, 255}}, 0, ""), "without an Engram recipe"},
            {svg.substr(0, svg.find("</engram")), "cut off"},
            {"<svg></svg>", "without an Engram recipe"},
            {"<svg><engram:recipe>a &bogus; b</engram:recipe></svg>", "&bogus;"},
            {"%PDF-1.4\nstartxref\n0\n%%EOF\n", "without an Engram recipe"},
            {"%PDF-1.4\n%engram-recipe\nno comment\n%engram-recipe\nstartxref\n", "no comment"},
        };
        for (const auto& [content, expected] : cases) {
            const QString sentence = refusal([&] { recipeIn(content, "figure-7"); });
            QVERIFY2(sentence.contains("figure-7") && sentence.contains(expected),
                     qPrintable(QString(expected) + " is not in: " + sentence));
        }
    }

    void anyTruncationIsRefused() {
        const std::string png = pngWithRecipe("seed = 1\n"), pdf = toPdf(DrawList{10, 10, {}}, 10, 10, "t", "seed = 1\n");
        const std::size_t whole = png.find("IDAT") - 4;   // from here on the recipe is complete
        for (std::size_t size = 0; size < whole; ++size) QVERIFY(!refusal([&] { recipeIn(png.substr(0, size), "x"); }).isEmpty());
        for (std::size_t size = 0; size < pdf.rfind("startxref"); size += 7)
            QVERIFY(!refusal([&] { recipeIn(pdf.substr(0, size), "x"); }).isEmpty());
    }

    void svgIsWellFormedAndTheSame() {
        Board b = board();
        b.panels[0].title = "Recall <&> \"more\"";
        const auto make = [&] {
            return toSvg(figure({&b.panels[0], &b.panels[1]}, 238, 170, paperStyle(theme("print")), QtMetrics(), {}), 84, 60, "a < b",
                         "beta = 1 # <&>\n");
        };
        const std::string svg = make();
        QCOMPARE(svg, make());
        QXmlStreamReader reader(QByteArray::fromStdString(svg));
        int texts = 0, open = 0;
        QString recipe;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement()) {
                texts += reader.name() == QLatin1String("text"), ++open;
                if (reader.name() == QLatin1String("recipe")) recipe = reader.readElementText(), --open;
            } else if (reader.isEndElement()) {
                --open;
            }
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        QCOMPARE(open, 0);
        QVERIFY(texts > 10);
        QCOMPARE(recipe, QString("beta = 1 # <&>\n"));
        QVERIFY(svg.find("width=\"84mm\"") != svg.npos);
    }

    void spacesAtTheEdgeOfAPieceOfTextAreKept() {
        DrawList list{
            40,
            20,
            {TextItem{{1, 10}, " of it", {8}, {}, Anchor::Left, false, {}}, TextItem{{1, 10}, "of it", {8}, {}, Anchor::Left, false, {}}}};
        const QString svg = QString::fromStdString(toSvg(list, 40, 20, "t", ""));
        QCOMPARE(svg.count("xml:space=\"preserve\""), 1);
    }

    void pngDecodesToTheSamePixels() {
        Random random(9, 0);
        for (bool opaque : {true, false})
            for (const auto& [width, height] : {std::pair{1, 1}, {7, 5}, {300, 41}}) {
                Pixels pixels{width, height, {}};
                for (int i = 0; i < width * height * 4; ++i)
                    pixels.rgba.push_back(i % 4 == 3 && opaque ? 255 : std::uint8_t(random.uniform() * 256));
                QImage image;
                QVERIFY(image.loadFromData(QByteArray::fromStdString(toPng(pixels, 300, "recipe"))));
                image.convertTo(QImage::Format_RGBA8888);
                QCOMPARE(image.size(), QSize(width, height));
                QVERIFY(std::abs(image.dotsPerMeterX() - 11811) <= 1);
                for (int y = 0; y < height; ++y)
                    QVERIFY(std::equal(image.constScanLine(y), image.constScanLine(y) + 4 * width,
                                       pixels.rgba.data() + std::size_t(4) * width * y));
            }
    }

    void widthsGrowWithTextAndSize() {
        const QtMetrics metrics;
        QVERIFY(metrics.width("energy", {14}) > metrics.width("energ", {14}));
        QVERIFY(std::abs(metrics.width("energy", {28}) - 2 * metrics.width("energy", {14})) < 0.2);
        QVERIFY(metrics.width("energy", {14, Weight::Bold}) > metrics.width("energy", {14}));
        QVERIFY(metrics.width("τ β ξ ⁻⁵", {7}) > 10);
    }
};

QTEST_MAIN(TestExport)
#include "test_export.moc"
