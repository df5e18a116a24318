// Figures as files: SVG and PNG that others can read, recipes that come back from every format, PDFs that are the same twice, refusals that
// name the thing.
#include <QImage>
#include <QPainterPath>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "app/export/export.h"
#include "app/export/pdf.h"
#include "app/export/qt_metrics.h"
#include "app/export/text_outlines.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/random.h"
#include "core/session/recipe.h"
#include "core/view/plot_table.h"
#include "render/figure/layout.h"
#include "render/figure/svg.h"

using namespace engram;

namespace {

constexpr std::uint64_t kMost = 64 << 20;

Board board() {
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

const Experiment& toy() {
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

FigureRequest requestOf(const QString& path) {
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

QByteArray outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    process.waitForFinished();
    return process.exitCode() == 0 ? process.readAllStandardOutput() + process.readAllStandardError()
                                   : QByteArray("failed: ") + process.readAllStandardError();
}

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
        if (QStandardPaths::findExecutable("pdftotext").isEmpty()) QSKIP("pdftotext (poppler-utils) is not installed");
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
        DrawList list{40, 20, {TextItem{{1, 10}, " of it", {8}, {}, Anchor::Left, false, {}}, TextItem{{1, 10}, "of it", {8}, {}, Anchor::Left, false, {}}}};
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

    void lettersAsPathsKeepTheirHolesAndTheirWords() {
        const QPainterPath o = outlineOf(TextItem{{10, 20}, "o", {16}, {}, Anchor::Left, false, {}});
        const QRectF around = o.boundingRect();
        QVERIFY(!o.contains(around.center()) && o.contains(QPointF(around.left() + 0.1 * around.width(), around.center().y())));
        QVERIFY(std::abs(around.bottom() - 20) < 1 && around.left() >= 10);
        const QRectF right = outlineOf(TextItem{{10, 20}, "o", {16}, {}, Anchor::Right, false, {}}).boundingRect();
        QVERIFY(right.right() <= 10 && std::abs(right.width() - around.width()) < 1e-9);
        FigureRequest r = requestOf(path("p.svg"));
        exportFigure(r);
        const std::string text = bytes("p.svg");
        r.layout().textAsPaths = true;
        exportFigure(r);
        const std::string paths = bytes("p.svg");
        QVERIFY(text.find("<text") != text.npos && paths.find("<text") == paths.npos && paths.find("aria-label=\"sum E\"") != paths.npos);
        QVERIFY(loadSession(r.path) == r.session);
        if (QStandardPaths::findExecutable("pdffonts").isEmpty()) QSKIP("pdffonts (poppler-utils) is not installed");
        r.path = path("p.pdf").toStdString();
        exportFigure(r);
        QCOMPARE(outputOf("pdffonts", {path("p.pdf")}).count('\n'), 2);   // its head alone
    }

    void lettersAsPathsLookLikeText() {
        if (QStandardPaths::findExecutable("rsvg-convert").isEmpty()) QSKIP("rsvg-convert (librsvg2-bin) is not installed");
        FigureRequest r = requestOf(path("l.svg"));
        QImage pictures[2];
        for (int i : {0, 1}) {
            r.layout().textAsPaths = i == 1;
            exportFigure(r);
            pictures[i].loadFromData(outputOf("rsvg-convert", {"-w", "800", path("l.svg")}));
            pictures[i].convertTo(QImage::Format_Grayscale8);
        }
        double difference = 0, ink = 0;
        for (int y = 0; y < pictures[0].height(); ++y)
            for (int x = 0; x < pictures[0].width(); ++x) {
                const int a = qGray(pictures[0].pixel(x, y)), b = qGray(pictures[1].pixel(x, y));
                difference += std::abs(a - b), ink += 255 - a;
            }
        QVERIFY2(ink > 0 && difference < 0.05 * ink, qPrintable(QString::number(difference / ink)));
    }

    void aTransparentFigureHasNoGround() {
        FigureRequest r = requestOf(path("g.png"));
        r.layout().dpi = 100, r.layout().panels = {"energy"};
        for (bool transparent : {false, true}) {
            r.layout().transparent = transparent;
            r.path = path("g.png").toStdString();
            exportFigure(r);
            const QImage image(path("g.png"));
            QCOMPARE(qAlpha(image.pixel(0, image.height() - 1)), transparent ? 0 : 255);
            int opaque = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x) opaque += qAlpha(image.pixel(x, y)) > 200;
            QVERIFY(opaque > 200);   // its lines and words
            r.path = path("g.svg").toStdString();
            exportFigure(r);
            QCOMPARE(bytes("g.svg").find("<rect x=\"0\" y=\"0\"") == std::string::npos, transparent);
        }
    }

    void typeMeasuresWhatWasAskedFor() {
        FigureRequest r = requestOf(path("s.svg"));
        const auto sizes = [&](double points) {
            r.layout().pointSize = points;
            exportFigure(r);
            std::set<double> found;
            const QString svg = QString::fromStdString(bytes("s.svg"));
            static const QRegularExpression size("font-size=\"([0-9.]+)\"");
            for (const auto& match : size.globalMatch(svg)) found.insert(match.captured(1).toDouble());
            return found;
        };
        QVERIFY(sizes(8).contains(8) && sizes(8).contains(7) && sizes(8).contains(9));
        QVERIFY(sizes(12).contains(12) && sizes(12).contains(10.5) && sizes(12).contains(13.5) && !sizes(12).contains(8));
        if (QStandardPaths::findExecutable("pdftotext").isEmpty()) QSKIP("pdftotext (poppler-utils) is not installed");
        // The box of a word is as high as its font says, in points: 10/8 as high at 10 pt, and 1.21 em for Inter.
        const auto height = [&](double points) {
            r.layout().pointSize = points, r.path = path("s.pdf").toStdString();
            exportFigure(r);
            const QString boxes = QString::fromUtf8(outputOf("pdftotext", {"-bbox", path("s.pdf"), "-"}));
            static const QRegularExpression word("yMin=\"([0-9.]+)\"[^>]*yMax=\"([0-9.]+)\">Energy<");
            const auto match = word.match(boxes);
            return match.captured(2).toDouble() - match.captured(1).toDouble();
        };
        const double eight = height(8), ten = height(10);
        QVERIFY2(eight > 8 && std::abs(ten / eight - 1.25) < 0.002, qPrintable(QString("%1 %2").arg(eight).arg(ten)));
    }

    void numbersOfItsPlots() {
        const std::string csv = figureCsv(requestOf(path("n.svg")));
        QCOMPARE(csv, std::string("energy/sum E/x,energy/sum E/y\n0,0.8\n1,0.1\n4,-0.4\n9,-0.5\n"));
        FigureRequest pictures = requestOf(path("n.svg"));
        pictures.layout().panels = {"recall"};
        QVERIFY(figureCsv(pictures).empty());
        Plot plot;
        Scatter points{"a, b", share<double>({0.1 + 0.2, std::nan("")}), share<double>({1, 2}), {}, {}, 6, false, {0.5, 0.25}};
        Bars bars{{{2, {}, {}, "one", 1}, {3, {}, {}, "two", 1}, {4, {}, {}, "three", 1}}, true};
        plot.marks = {points, points, bars};
        Panel panel{"p", "P", "", false, plot};
        QCOMPARE(plotCsv({&panel}), std::string("\"p/a, b/x\",\"p/a, b/y\",\"p/a, b/error\",\"p/a, b 2/x\",\"p/a, b 2/y\",\"p/a, b 2/error\","
                                                "p/bars/label,p/bars/value,p/bars/reference\n"
                                                "0.30000000000000004,1,0.5,0.30000000000000004,1,0.5,one,2,1\nnan,2,0.25,nan,2,0.25,two,3,1\n,,,,,,three,4,1\n"));
    }

    void aCaptionNamesItsPanels() {
        const std::string caption = figureCaption(requestOf(path("n.svg")));
        QVERIFY2(caption.find("(a) Recall. (b) Energy. ") != caption.npos && caption.find("Seed 99.") != caption.npos, caption.c_str());
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
