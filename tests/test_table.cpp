// Tables of text: what is read, and what is refused by row and column.
#include <QtTest>

#include <fstream>

#include "core/data/point_clouds.h"
#include "core/data/table.h"
#include "tests/refusal.h"

using namespace engram;
using namespace engram::test;

namespace {

std::string refusal(const std::string& text, LabelColumn labels = LabelColumn::None, const std::vector<int>& columns = {}) {
    return messageOf([&] { parseTable(text, "t.csv", labels, columns); });
}

}  // namespace

class TestTable : public QObject {
    Q_OBJECT

private slots:
    void separatorsNamesAndLabels() {
        const Table csv = parseTable("height,width,kind\n1,2,cat\n3,4.5,dog\n5,6e1,cat\n", "t.csv", LabelColumn::Last);
        QCOMPARE(csv.points.rows(), 2);
        QCOMPARE(csv.points.cols(), 3);
        QCOMPARE(csv.points(1, 2), 60.0);
        QCOMPARE(csv.features, (std::vector<std::string>{"height", "width"}));
        QCOMPARE(csv.classNames, (std::vector<std::string>{"cat", "dog"}));
        QCOMPARE(csv.classes, (std::vector<int>{0, 1, 0}));
        const Table blanks = parseTable("  1   2  a\r\n  3   4  b\r\n", "t.data", LabelColumn::Last);
        QCOMPARE(blanks.points(1, 1), 4.0);
        QCOMPARE(blanks.features.front(), std::string("column 1"));
        const Table tabs = parseTable("x\t1\t2\ny\t3\t4\t\t\n", "t.txt", LabelColumn::First);
        QCOMPARE(tabs.points(0, 1), 3.0);
        QCOMPARE(tabs.classNames, (std::vector<std::string>{"x", "y"}));
        QCOMPARE(parseTable("1;2\n3;4", "t.csv", LabelColumn::None).points(0, 1), 3.0);
    }

    // Names that look as if they were missing are names all the same, in a line that holds no number.
    void namesMayLookMissing() {
        const Table glass = parseTable("RI,Na,Mg\n1.5,13,4\n1.6,14,3\n", "glass.csv", LabelColumn::None);
        QCOMPARE(glass.features, (std::vector<std::string>{"RI", "Na", "Mg"}));
        const Table indexed = parseTable(",a,b\n0,1,2\n1,3,4\n", "pandas.csv", LabelColumn::None);
        QCOMPARE(indexed.features, (std::vector<std::string>{"column 1", "a", "b"}));
        QCOMPARE(indexed.points.cols(), 2);
        QVERIFY(refusal("?,NA\n1,2\n3,4\n").find("line 1") != std::string::npos);  // nothing but missing cells names nothing
    }

    void columnsAreChosen() {
        const Table t = parseTable("a,b,c,d\n1,2,3,x\n4,5,6,y\n", "t.csv", LabelColumn::Last, {3, 1});
        QCOMPARE(t.features, (std::vector<std::string>{"c", "a"}));
        QCOMPARE(t.points(0, 1), 6.0);
        QVERIFY(refusal("1,2\n3,4", LabelColumn::None, {3}).find("no column 3") != std::string::npos);
        QVERIFY(refusal("1,2\n3,4", LabelColumn::Last, {2}).find("never a feature") != std::string::npos);
        QVERIFY(refusal("1,2\n3,4", LabelColumn::None, {1, 1}).find("twice") != std::string::npos);
    }

    void badCellsAreNamed() {
        const std::string missing = refusal("h,w\n1,2\n3,\n");
        QVERIFY2(missing.find("line 3") != std::string::npos && missing.find("w (column 2)") != std::string::npos &&
                     missing.find("missing") != std::string::npos,
                 missing.c_str());
        const std::string words = refusal("1,2\n3,four\n");
        QVERIFY2(words.find("line 2") != std::string::npos && words.find("\"four\" is not a number") != std::string::npos, words.c_str());
        QVERIFY(refusal("1,2\n3,inf\n").find("not a number") != std::string::npos);
        QVERIFY(refusal("1,2\n3,4,5\n").find("3 cells in line 2, but 2") != std::string::npos);
        QVERIFY(refusal("").find("is empty") != std::string::npos);
        QVERIFY(refusal("a,b\n").find("no line of numbers") != std::string::npos);
        QVERIFY(refusal("1,2\n").find("one row") != std::string::npos);
        QVERIFY(refusal("1\n2\n", LabelColumn::Last).find("one column") != std::string::npos);
        QVERIFY(refusal(std::string("1,2\n\0,4", 8)).find("not a table of text") != std::string::npos);
        std::string wide, high;
        for (int c = 0; c <= kMostTableFeatures; ++c) wide += "1,";
        for (int r = 0; r <= kMostTableRows; ++r) high += "1,2\n";
        QVERIFY(refusal(wide + "1\n" + wide + "2\n").find("features; up to") != std::string::npos);
        QCOMPARE(parseTable(wide + "1\n" + wide + "2\n", "t.csv", LabelColumn::None, {1, kMostTableFeatures + 2}).points(1, 1), 2.0);
        QVERIFY(refusal(high).find("rows; cut it down") != std::string::npos);
        QVERIFY(refusal("\"1,2\n3,4\n").find("quotes in line 1") != std::string::npos);
    }

    void whatIsOddIsSaid() {
        const Table t = parseTable("1,7\n2,7\n3,7\n", "t.csv", LabelColumn::None);
        QCOMPARE(t.remarks.size(), std::size_t(1));
        QVERIFY(t.remarks[0].find("column 2 is the same in all rows") != std::string::npos);
        Matrix x = t.points;
        standardise(x);
        QVERIFY(x.row(1).isZero());
        QVERIFY(std::abs(x.row(0).squaredNorm() - 3) < 1e-12);
        QVERIFY(parseTable("1\n2\n", "t.csv", LabelColumn::None).remarks[0].find("on a line") != std::string::npos);
        QVERIFY(parseTable("1,a\n2,b\n", "t.csv", LabelColumn::Last).remarks.back().find("label of its own") != std::string::npos);
    }

    // However small a feature is beside the others, it counts; rounding alone does not.
    void featuresCountAtTheirOwnScale() {
        Matrix x(3, 3);
        x << 1e9, 2e9, 3e9, 1e-6, 2e-6, 3e-6, 0.1 + 0.2, 0.3, 0.3;
        standardise(x);
        QVERIFY(std::abs(x.row(1).squaredNorm() - 3) < 1e-9);
        QVERIFY((x.row(0) - x.row(1)).cwiseAbs().maxCoeff() < 1e-9);
        QVERIFY(x.row(2).isZero());
    }

    void previewTellsWhatThereIs() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("t.csv").toStdString();
        std::ofstream(path) << "h,n,kind\n1.5,2,cat\n,3,dog\n2.5,4,cat\n";
        const TablePreview preview = previewTable(path, 2);
        QVERIFY(preview.hasHeader && preview.wrong.empty());
        QCOMPARE(preview.rows, 3L);
        QCOMPARE(preview.firstRows.size(), std::size_t(2));
        QCOMPARE(preview.columns[0].missing, 1);
        QVERIFY(preview.columns[0].kind == TablePreview::Kind::Numbers && preview.columns[1].kind == TablePreview::Kind::Whole);
        QVERIFY(preview.columns[2].kind == TablePreview::Kind::Words && preview.columns[2].distinct == 2);
        QVERIFY(previewTable(folder.filePath("none.csv").toStdString()).wrong.find("none.csv") != std::string::npos);
    }

    void cloudsHaveTheirGroups() {
        for (const Cloud cloud : {Cloud::Blobs, Cloud::Elongated, Cloud::Moons, Cloud::Rings}) {
            const PointCloud a = drawCloud(cloud, 60, 4, 1, 7), b = drawCloud(cloud, 60, 4, 1, 7);
            QVERIFY(a.points == b.points && a.points.allFinite());
            QCOMPARE(*std::max_element(a.truth.begin(), a.truth.end()) + 1, cloud == Cloud::Blobs ? 4 : cloud == Cloud::Elongated ? 3 : 2);
        }
        QCOMPARE(drawBlobs(9, 20, 3, 1, 7).points.rows(), 9);
    }
};

QTEST_GUILESS_MAIN(TestTable)
#include "test_table.moc"
