// Loaders and generators of pictures: what they read, and that every bad file is refused by a sentence that names it.
#include <zlib.h>
#include <QImage>
#include <QTemporaryDir>
#include <QtTest>

#include <chrono>
#include <cmath>
#include <filesystem>
#include <functional>
#include <numeric>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/parallel.h"
#include "core/data/glyphs.h"
#include "core/data/idx.h"
#include "core/data/image_folder.h"
#include "tests/refusal.h"
#include "tests/shared_data.h"

using namespace engram;
using engram::test::messageOf;
using engram::test::shared;
namespace fs = std::filesystem;

namespace {

std::string word(std::uint32_t value) {
    std::string bytes;
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>((value >> shift) & 0xffu);
    return bytes;
}

std::string idxImages(std::uint32_t count, std::uint32_t height, std::uint32_t width, const std::string& body) {
    return word(0x803) + word(count) + word(height) + word(width) + body;
}
std::string idxLabels(std::uint32_t count, const std::string& body) { return word(0x801) + word(count) + body; }

std::string ramp(int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i) bytes += static_cast<char>(i * 7 % 256);
    return bytes;
}

std::string gzipped(const std::string& bytes) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::string result(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(result.data());
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

// The sentence is one line and holds `part`, which names the thing.
void verifyNames(const std::string& sentence, const std::string& part) {
    QVERIFY2(sentence.find(part) != std::string::npos, sentence.c_str());
    QVERIFY2(sentence.find('\n') == std::string::npos, sentence.c_str());
}

// A picture of 6 x 4 px whose middle square is a chessboard of 2 x 2 px fields between red borders.
QImage bordered() {
    QImage image(6, 4, QImage::Format_RGB32);
    image.fill(Qt::red);
    for (int y = 0; y < 4; ++y)
        for (int x = 0; x < 4; ++x) image.setPixelColor(x + 1, y, (x / 2 + y / 2) % 2 ? Qt::white : Qt::black);
    return image;
}

}  // namespace

class TestData : public QObject {
    Q_OBJECT

    QTemporaryDir folder_;

    fs::path at(const std::string& name) const { return fs::path(folder_.path().toStdString()) / name; }
    fs::path file(const std::string& name, const std::string& bytes) const {
        writeFile(at(name), bytes);
        return at(name);
    }
    fs::path emptyFolder(const std::string& name) const {
        fs::remove_all(at(name));
        fs::create_directory(at(name));
        return at(name);
    }
    std::string imagesFault(const std::string& name, const std::string& bytes) const {
        const fs::path path = file(name, bytes);
        return messageOf([&] { loadIdxImages(path, 0); });
    }
    std::string folderFault(const fs::path& path) const {
        return messageOf([&] { loadImageFolder(path, 4, 0); });
    }

private slots:
    void idxRoundTrip_data() {
        QTest::addColumn<bool>("zipped");
        QTest::newRow("plain") << false;
        QTest::newRow("gzipped") << true;
    }
    void idxRoundTrip() {
        QFETCH(bool, zipped);
        const auto pack = [&](const std::string& bytes) { return zipped ? gzipped(bytes) : bytes; };
        const ImageSet set = loadIdxImages(file("images", pack(idxImages(5, 2, 3, ramp(30)))), 0);
        QCOMPARE(set.count, 5);
        QCOMPARE(set.height, 2);
        QCOMPARE(set.width, 3);
        QCOMPARE(set.pixels.size(), std::size_t(30));
        for (int i = 0; i < 30; ++i) QCOMPARE(set.pixels[static_cast<std::size_t>(i)], static_cast<float>(i * 7 % 256) / 255.0f);
        QCOMPARE(loadIdxLabels(file("labels", pack(idxLabels(4, std::string("\0\x09\xff\x01", 4)))), 0), (std::vector<int>{0, 9, 255, 1}));
    }

    void idxReadsOnlyWhatIsAsked() {
        const std::string zipped = gzipped(idxImages(4000, 28, 28, std::string(4000 * 784, 'x')));
        const ImageSet set = loadIdxImages(file("many", zipped), 3);
        QCOMPARE(set.count, 3);
        QCOMPARE(set.pixels.size(), std::size_t(3 * 784));
        QCOMPARE(loadIdxImages(at("many"), 99999).count, 4000);
        QCOMPARE(loadIdxLabels(file("labels", idxLabels(4, "abcd")), 2).size(), std::size_t(2));
        std::string noise;
        std::uint32_t state = 1;
        for (int i = 0; i < 400 * 784; ++i) noise += static_cast<char>((state = state * 1664525u + 1013904223u) >> 24);
        const std::string half = gzipped(idxImages(400, 28, 28, noise));
        file("half", half.substr(0, half.size() / 2));
        QCOMPARE(loadIdxImages(at("half"), 12).count, 12);  // the damage lies behind what is asked for
        verifyNames(messageOf([&] { loadIdxImages(at("half"), 0); }), "half is truncated");
    }

    void idxOnePixelIsLegal() {
        const ImageSet set = loadIdxImages(file("dot", idxImages(1, 1, 1, "\xff")), 0);
        QCOMPARE(set.pixels, std::vector<float>{1.0f});
    }

    void idxRefusesOtherFiles() {
        verifyNames(messageOf([&] { loadIdxImages(at("nowhere"), 0); }), "nowhere: there is no such file");
        verifyNames(messageOf([&] { loadIdxImages(emptyFolder("dir"), 0); }), "dir is a folder");
        verifyNames(messageOf([&] { loadIdxLabels(emptyFolder("dir"), 0); }), "dir is a folder");
        verifyNames(imagesFault("empty", ""), "empty is empty");
        verifyNames(imagesFault("short", std::string("\0\0", 2)), "short is too short");
        verifyNames(imagesFault("head", word(0x803) + word(5)), "head is truncated");
        verifyNames(imagesFault("l.idx", idxLabels(3, "abc")), "l.idx does not hold IDX pictures: it looks like IDX labels");
        verifyNames(imagesFault("p.idx", "\x89PNG\r\n\x1a\n...................."), "a PNG picture");
        verifyNames(imagesFault("j.idx", "\xff\xd8\xff\xe0................"), "a JPEG picture");
        verifyNames(imagesFault("z.idx", "PK\3\4......................"), "a ZIP archive");
        verifyNames(imagesFault("t.idx", "label,pixel1,pixel2\n"), "text");
        verifyNames(imagesFault("f.idx", word(0xd02) + word(1) + word(1) + word(0)), "IDX with 2 dimensions of type 13");
        verifyNames(imagesFault("zz.idx", gzipped(gzipped(idxImages(1, 1, 1, "x")))), "gzipped twice");
        const fs::path images = file("images", idxImages(1, 1, 1, "x"));
        verifyNames(messageOf([&] { loadIdxLabels(images, 0); }), "images does not hold IDX labels: it looks like IDX pictures");
    }

    void idxRefusesLyingHeaders() {
        verifyNames(imagesFault("none", idxImages(0, 28, 28, "")), "none holds no pictures");
        verifyNames(imagesFault("flat", idxImages(1, 0, 28, "")), "flat says that its pictures are 28 x 0");
        verifyNames(imagesFault("wide", idxImages(1, 1, 4097, ramp(4097))), "wide says that its pictures are 4097 x 1");
        verifyNames(imagesFault("short", idxImages(2, 3, 3, ramp(17))), "short is truncated");
        verifyNames(imagesFault("long", idxImages(2, 3, 3, ramp(19))), "long is longer");
        verifyNames(imagesFault("liar", idxImages(600000, 28, 28, "few")), "liar is truncated or its header lies");
        verifyNames(imagesFault("huge", idxImages(0xffffffffu, 4096, 4096, "few")), "more than 2 GiB");
        verifyNames(messageOf([&] { loadIdxLabels(file("labels", idxLabels(0xffffffffu, "few")), 0); }), "labels");
        verifyNames(messageOf([&] { loadIdxLabels(file("l", idxLabels(4, "few")), 0); }), "l is truncated");
        verifyNames(messageOf([&] { loadIdxLabels(file("l", idxLabels(2, "few")), 0); }), "l is longer");
    }

    void idxRefusesDamagedGzip() {
        const std::string whole = gzipped(idxImages(20, 28, 28, ramp(20 * 784)));
        verifyNames(imagesFault("cut.gz", whole.substr(0, whole.size() / 2)), "cut.gz is truncated");
        verifyNames(imagesFault("tail.gz", whole.substr(0, whole.size() - 5)), "tail.gz is truncated");
        std::string wrong = whole;
        wrong[wrong.size() - 6] ^= 1;
        verifyNames(imagesFault("sum.gz", wrong), "sum.gz is damaged");
        verifyNames(imagesFault("long.gz", gzipped(idxImages(2, 3, 3, ramp(19)))), "long.gz is longer");
        verifyNames(imagesFault("short.gz", gzipped(idxImages(2, 3, 3, ramp(17)))), "short.gz is truncated");
        verifyNames(imagesFault("liar.gz", gzipped(idxImages(600000, 28, 28, "few"))), "liar.gz is truncated or its header lies");
    }

    void mnist() {
        const fs::path images = shared("data/mnist/train-images-idx3-ubyte.gz"), names = shared("data/mnist/train-labels-idx1-ubyte.gz");
        if (!fs::exists(images) || !fs::exists(names)) QSKIP("the MNIST files are not beside the source tree");
        const ImageSet set = loadIdxImages(images, 0);
        const std::vector<int> labels = loadIdxLabels(names, 0);
        QCOMPARE(set.count, 60000);
        QCOMPARE(set.width, 28);
        QCOMPARE(set.height, 28);
        QCOMPARE(labels.size(), std::size_t(60000));
        QCOMPARE(std::vector<int>(labels.begin(), labels.begin() + 8), (std::vector<int>{5, 0, 4, 1, 9, 2, 1, 3}));
        QCOMPARE(std::ranges::count(labels, 0), 5923);
        const double mean = std::accumulate(set.pixels.begin(), set.pixels.end(), 0.0) / static_cast<double>(set.pixels.size());
        QVERIFY2(std::abs(mean - 0.1306604762738429) < 1e-7, qPrintable(QString::number(mean, 'g', 12)));  // the known mean of the set
    }

    void folderOfPictures() {
        const fs::path folder = emptyFolder("pictures");
        for (const char* name : {"c.png", "b.bmp", "a.jpg"})
            QVERIFY(bordered().save(QString::fromStdString((folder / name).string()), nullptr, 100));
        QVERIFY(bordered().convertToFormat(QImage::Format_Grayscale8).save(QString::fromStdString((folder / "D.PGM").string()), "PGM"));
        writeFile(folder / "notes.txt", "beside the pictures");
        const ImageSet set = loadImageFolder(folder, 2, 0);
        QCOMPARE(set.names, (std::vector<std::string>{"D", "a", "b", "c"}));
        QCOMPARE(set.width, 2);
        QCOMPARE(set.height, 2);
        const std::array<float, 4> board{0, 1, 1, 0};
        for (std::size_t i = 0; i < set.pixels.size(); ++i) {
            const float tolerance = i / 4 == 1 ? 0.15f : 0.005f;  // JPEG bleeds red over the edge
            QVERIFY2(std::abs(set.pixels[i] - board[i % 4]) < tolerance, qPrintable(QString::number(set.pixels[i])));
        }
        QCOMPARE(loadImageFolder(folder, 2, 3).names, (std::vector<std::string>{"D", "a", "b"}));
    }

    void picturesAreAveragedOverAreas() {
        const fs::path folder = emptyFolder("areas");
        QImage stripes(9, 9, QImage::Format_Grayscale8);
        for (int y = 0; y < 9; ++y)
            for (int x = 0; x < 9; ++x) stripes.setPixelColor(x, y, x % 2 ? Qt::white : Qt::black);
        QVERIFY(stripes.save(QString::fromStdString((folder / "stripes.png").string())));
        const ImageSet half = loadImageFolder(folder, 2, 0);  // 4.5 columns each: white 1 and 3 of them, or 5 and 7
        for (const float value : half.pixels) QVERIFY(std::abs(value - 2 / 4.5f) < 1e-5);
        const ImageSet large = loadImageFolder(folder, 18, 0);
        QCOMPARE(large.pixels[1], 0.0f);
        QCOMPARE(large.pixels[2], 1.0f);
        QCOMPARE(large.pixels[3], 1.0f);
    }

    void transparencyIsSeenBeforeWhite() {
        const fs::path folder = emptyFolder("alpha");
        QImage clear(3, 3, QImage::Format_ARGB32);
        clear.fill(Qt::transparent);
        QVERIFY(clear.save(QString::fromStdString((folder / "clear.png").string())));
        QCOMPARE(loadImageFolder(folder, 1, 0).pixels, std::vector<float>{1.0f});
    }

    void foldersWithoutPicturesAreNamed() {
        verifyNames(folderFault(at("nofolder")), "nofolder: there is no such folder");
        verifyNames(folderFault(file("plain.txt", "x")), "plain.txt is a file, not a folder");
        const fs::path folder = emptyFolder("bare");
        verifyNames(folderFault(folder), "bare is empty");
        for (const char* name : {"a.txt", "b.csv", "c.md", "d.md"}) writeFile(folder / name, "x");
        verifyNames(folderFault(folder), "bare holds no pictures (PNG, JPEG, BMP or PGM), only a.txt, b.csv and 2 more");
        verifyNames(messageOf([&] { loadImageFolder(folder, 0, 0); }), "a side of 0");
    }

    void damagedPicturesAreNamed_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"photo.png", "photo.jpg", "photo.bmp", "photo.pgm"}) QTest::newRow(name) << name;
    }
    void damagedPicturesAreNamed() {
        QFETCH(QString, name);
        const fs::path folder = emptyFolder("damaged"), path = folder / name.toStdString();
        QImage image(40, 30, QImage::Format_Grayscale8);
        for (int y = 0; y < 30; ++y)
            for (int x = 0; x < 40; ++x) image.setPixelColor(x, y, QColor::fromHsv(0, 0, (x * x + 31 * y * y) % 256));
        QVERIFY(image.save(QString::fromStdString(path.string())));
        const std::string whole = readFile(path, 1u << 20);
        QCOMPARE(loadImageFolder(folder, 5, 0).count, 1);
        for (const std::size_t length : {whole.size() * 9 / 10, whole.size() / 2, std::size_t{3}}) {
            writeFile(path, whole.substr(0, length));
            verifyNames(folderFault(folder), path.string() + " ");
        }
        writeFile(path, "");
        verifyNames(folderFault(folder), path.filename().string() + " is empty");
        writeFile(path, "<html>not a picture</html>");
        verifyNames(folderFault(folder), path.filename().string() + " is damaged or not a picture");
    }

    void lyingPngHeaderCostsNoMemory() {
        const fs::path folder = emptyFolder("giant");
        const auto chunk = [](const std::string& body) {
            const auto sum = crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
            return word(static_cast<std::uint32_t>(body.size() - 4)) + body + word(static_cast<std::uint32_t>(sum));
        };
        const std::string header = "IHDR" + word(20000) + word(20000) + std::string("\x08\x06\0\0\0", 5);
        writeFile(folder / "giant.png", "\x89PNG\r\n\x1a\n" + chunk(header) + chunk("IDATx") + chunk("IEND"));
        verifyNames(folderFault(folder), "giant.png has a size that cannot be read: 20000 x 20000 pixels; 1 to 8192");
    }

    void glyphsDependOnSeedAndIndexOnly() {
        const ImageSet few = drawGlyphs(40, 28, 7, 0.8), many = drawGlyphs(200, 28, 7, 0.8);
        QVERIFY(std::equal(few.pixels.begin(), few.pixels.end(), many.pixels.begin()));
        limitThreads(1);
        QVERIFY(drawGlyphs(200, 28, 7, 0.8).pixels == many.pixels);
        limitThreads(0);
        QVERIFY(drawGlyphs(40, 28, 8, 0.8).pixels != few.pixels);
    }

    void glyphsComeInTheirOrder() {
        const ImageSet set = drawGlyphs(12 + 37, 28, 7, 0);
        std::string names;
        for (const std::string& name : set.names) names += name;
        QCOMPARE(names, std::string("8350124679240123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ0"));
        const auto glyph = [&](int i) { return std::vector<float>(set.pixels.begin() + i * 784, set.pixels.begin() + (i + 1) * 784); };
        QVERIFY(glyph(12) == glyph(48));  // at amount 0 the same character is the same picture
        QVERIFY(glyph(3) == glyph(12));
    }

    void glyphsAreInkOnCleanPaper() {
        const ImageSet set = drawGlyphs(400, 28, 7, 0.8);
        for (int i = 0; i < set.count; ++i) {
            double ink = 0, border = 0;
            for (int y = 0; y < 28; ++y)
                for (int x = 0; x < 28; ++x) {
                    const double value = set.pixels[static_cast<std::size_t>((i * 28 + y) * 28 + x)];
                    QVERIFY(value >= 0 && value <= 1);
                    ink += value / 784;
                    if (x == 0 || y == 0 || x == 27 || y == 27) border += value;
                }
            QVERIFY2(ink > 0.04 && ink < 0.4, qPrintable(QString("glyph %1 has %2 of ink").arg(i).arg(ink)));
            QVERIFY2(border < 8, qPrintable(QString("glyph %1 leaves its box: %2").arg(i).arg(border)));
        }
    }

    void differentCharactersLookDifferent() {
        const ImageSet set = drawGlyphs(12 + 36, 28, 7, 0);
        const auto overlap = [&](int a, int b) {
            double ab = 0, aa = 0, bb = 0;
            for (int k = 0; k < 784; ++k) {
                const double p = set.pixels[static_cast<std::size_t>(a * 784 + k)], q = set.pixels[static_cast<std::size_t>(b * 784 + k)];
                ab += p * q, aa += p * p, bb += q * q;
            }
            return ab / std::sqrt(aa * bb);
        };
        for (int a = 12; a < 48; ++a)
            for (int b = 12; b < a; ++b)
                QVERIFY2(overlap(a, b) < 0.93, qPrintable(QString("%1 and %2 overlap by %3")
                                                              .arg(QString::fromStdString(set.names[static_cast<std::size_t>(a)]),
                                                                   QString::fromStdString(set.names[static_cast<std::size_t>(b)]))
                                                              .arg(overlap(a, b))));
    }

    void glyphsRefuseNonsense() {
        verifyNames(messageOf([] { drawGlyphs(0, 28, 1, 1); }), "not 0");
        verifyNames(messageOf([] { drawGlyphs(1, 0, 1, 1); }), "a side of 0");
        verifyNames(messageOf([] { drawGlyphs(1, 2000, 1, 1); }), "a side of 2000");
        verifyNames(messageOf([] { drawGlyphs(1, 28, 1, std::nan("")); }), "amount");
        verifyNames(messageOf([] { drawGlyphs(2000000000, 28, 1, 1); }), "2 GiB");
        QCOMPARE(drawGlyphs(3, 1, 1, 1).pixels.size(), std::size_t(3));
    }

    void glyphsAreFast() {
        const auto start = std::chrono::steady_clock::now();
        drawGlyphs(5000, 28, 7, 0.8);
        const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        QVERIFY2(seconds < 5, qPrintable(QString::number(seconds)));
    }
};

QTEST_GUILESS_MAIN(TestData)
#include "test_data.moc"
