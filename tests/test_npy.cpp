// Arrays of NumPy and archives of them, and the published energy transformer in one: what is read, and that each bad file is refused by a
// sentence that says what is wrong with it.
#include <QTemporaryDir>
#include <QtTest>

#include <zlib.h>

#include <cmath>
#include <cstring>
#include <functional>

#include "core/base/file.h"
#include "core/data/npy.h"
#include "core/data/published_transformer.h"
#include "tests/refusal.h"

using namespace engram;
using namespace engram::test;

namespace {

std::string little(std::uint64_t value, int width) {
    std::string bytes;
    for (int i = 0; i < width; ++i) bytes += char(value >> (8 * i) & 0xff);
    return bytes;
}

template <class T>
std::string raw(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

std::string npy(const std::string& descr, const std::string& order, const std::string& shape, const std::string& body) {
    std::string header = "{'descr': '" + descr + "', 'fortran_order': " + order + ", 'shape': " + shape + ", }";
    header.resize((header.size() + 10 + 64) / 64 * 64 - 10, ' ');
    return "\x93NUMPY" + little(1, 2) + little(header.size(), 2) + header + body;
}
std::string npy(const std::string& shape, const std::vector<float>& values) { return npy("<f4", "False", shape, raw(values)); }

std::string deflated(const std::string& bytes) {
    z_stream stream{};
    deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
    std::string out(bytes.size() + 1000, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = uInt(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = uInt(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

struct Member {
    std::string name, content;
    bool deflate = false;
    int flags = 0, method = -1;
    std::int64_t size = -1;  // a lie, where it is not -1
};

std::string zip(const std::vector<Member>& members) {
    std::string body, directory;
    for (const Member& m : members) {
        const std::string stored = m.deflate ? deflated(m.content) : m.content;
        const int method = m.method >= 0 ? m.method : m.deflate ? 8 : 0;
        const auto sum = crc32(0, reinterpret_cast<const Bytef*>(m.content.data()), uInt(m.content.size()));
        const std::string about = little(std::uint64_t(m.flags), 2) + little(std::uint64_t(method), 2) + little(0, 4) + little(sum, 4) +
                                  little(stored.size(), 4) + little(m.size >= 0 ? std::uint64_t(m.size) : m.content.size(), 4) +
                                  little(m.name.size(), 2);
        directory += little(0x02014b50, 4) + little(20, 2) + little(20, 2) + about + little(0, 12) + little(body.size(), 4) + m.name;
        body += little(0x04034b50, 4) + little(20, 2) + about + little(4, 2) + m.name + "more" + stored;  // an extra field, as NumPy has
    }
    return body + directory + little(0x06054b50, 4) + little(0, 4) + little(members.size(), 2) + little(members.size(), 2) +
           little(directory.size(), 4) + little(body.size(), 4) + little(0, 2);
}

// H 2, Y 3, D 4, M 5, patches of 6, 7 tokens.
std::map<std::string, NpyArray> published() {
    std::map<std::string, NpyArray> arrays;
    const auto add = [&](const char* key, std::vector<std::int64_t> shape) {
        NpyArray& array = arrays[key];
        std::int64_t count = 1;
        for (const std::int64_t side : shape) count *= side;
        array.shape = std::move(shape);
        for (std::int64_t i = 0; i < count; ++i) array.values.push_back(double(i) / 4);
    };
    add("Wq", {2, 3, 4}), add("Wk", {2, 3, 4}), add("Xi", {4, 5});
    add("Wenc", {6, 4}), add("Benc", {4}), add("Wdec", {4, 6}), add("Bdec", {6});
    add("LNORM_gamma", {}), add("LNORM_bias", {4});
    add("CLS_token", {4}), add("MASK_token", {1, 4}), add("POS_embed", {7, 4});
    return arrays;
}

}  // namespace

class TestNpy : public QObject {
    Q_OBJECT

private slots:
    void arraysAreRead() {
        const NpyArray a = parseNpy(npy("(2, 3)", {1, 2, 3, 4, 5, 6}), "a.npy");
        QVERIFY((a.shape == std::vector<std::int64_t>{2, 3}) && (a.values == std::vector<double>{1, 2, 3, 4, 5, 6}));
        const NpyArray turned = parseNpy(npy("<f8", "True", "(2, 3)", raw<double>({1, 4, 2, 5, 3, 6})), "a.npy");
        QVERIFY(turned.values == a.values);
        const NpyArray cube = parseNpy(npy("<i4", "True", "(2, 1, 2)", raw<std::int32_t>({1, 3, 2, -4})), "a.npy");
        QVERIFY((cube.values == std::vector<double>{1, 2, 3, -4}));
        const NpyArray number = parseNpy(npy("<f8", "False", "()", raw<double>({7})), "a.npy");
        QVERIFY(number.shape.empty() && number.values == std::vector<double>{7});
        QVERIFY(parseNpy(npy("|b1", "False", "(3,)", std::string("\1\0\1", 3)), "a.npy").values == (std::vector<double>{1, 0, 1}));
        QVERIFY(parseNpy(npy("(0, 3)", {}), "a.npy").values.empty());
    }

    void archivesAreRead() {
        const std::string one = npy("(2,)", {1, 2}), two = npy("(300,)", std::vector<float>(300, 5));
        QTemporaryDir folder;
        const std::string path = folder.filePath("weights.npz").toStdString();
        writeFile(path, zip({{"one.npy", one}, {"two.npy", two, true}}));
        const NpzArchive archive = readNpz(path);
        QCOMPARE(archive.arrays.size(), std::size_t(2));
        QVERIFY((archive.arrays.at("one").values == std::vector<double>{1, 2}));
        QVERIFY(archive.arrays.at("two").values == std::vector<double>(300, 5));
        writeFile(path, one);
        QVERIFY((readNpy(path).values == std::vector<double>{1, 2}));
        QVERIFY(messageOf([&] { readNpz(path); }).find("is not a ZIP archive") != std::string::npos);
    }

    void badArraysAreNamed() {
        const std::string good = npy("(2,)", {1, 2});
        const std::vector<std::pair<std::string, std::string>> cases{
            {"no", "is not a NumPy array"},
            {good.substr(0, 10), "ends within its header"},
            {good.substr(0, 40), "its header is to be"},
            {good.substr(0, good.size() - 1), "a.npy is truncated or its header lies: 2 needs 8 bytes, but 7 follow"},
            {good + "x", "longer than its header says"},
            {npy("(2, 1000000000)", {1, 2}), "truncated or its header lies"},
            {npy("(4611686018427387904, 4611686018427387904)", {1}), "larger than any file"},
            {npy("(99999999999999999999,)", {1}), "shape in its header cannot be read"},
            {npy("(-2,)", {1, 2}), "shape in its header cannot be read"},
            {npy("(1, 1, 1, 1, 1, 1, 1, 1, 1)", {1}), "more than 8 dimensions"},
            {npy("2", {1, 2}), "shape in its header cannot be read"},
            {npy(">f4", "False", "(1,)", "abcd"), "numbers of type >f4"},
            {npy("<c8", "False", "(1,)", "abcdefgh"), "numbers of type <c8"},
            {npy("|O", "False", "(1,)", "abcdefgh"), "numbers of type |O"},
            {npy("<f4", "Maybe", "(1,)", "abcd"), "the order in its header"},
            {"\x93NUMPY" + little(9, 2) + good.substr(8), "of version 9"},
            {"\x93NUMPY" + little(1, 2) + little(2, 2) + "{}", "its header has no descr"}};
        for (const auto& [bytes, part] : cases) {
            const std::string said = messageOf([&b = bytes] { parseNpy(b, "a.npy"); });
            QVERIFY2(said.find(part) != std::string::npos && said.find("a.npy") != std::string::npos, (part + " <- " + said).c_str());
        }
        for (std::size_t size = 0; size < good.size(); ++size)
            QVERIFY(!messageOf([&] { parseNpy(good.substr(0, size), "a.npy"); }).empty());
    }

    void badArchivesAreNamed() {
        const std::string one = npy("(64,)", std::vector<float>(64, 1));
        const auto said = [](const std::string& bytes) { return messageOf([&] { parseNpz(bytes, "w.npz"); }); };
        const auto names = [&](const std::string& bytes, const char* part) {
            const std::string sentence = said(bytes);
            if (sentence.find(part) == std::string::npos) qWarning("%s <- %s", part, sentence.c_str());
            return sentence.find(part) != std::string::npos && sentence.find("w.npz") != std::string::npos;
        };
        const std::string good = zip({{"one.npy", one, true}});
        QVERIFY(said(good).empty());
        QVERIFY(names("PK", "too short"));
        QVERIFY(names(good.substr(0, good.size() - 30), "directory at the end of the ZIP archive is missing"));
        QVERIFY(names(zip({{"one.npy", one, true, 0, -1, 100000000}}), "lies about its size"));
        QVERIFY(names(zip({{"one.npy", one, true, 0, -1, 5000}}), "does not inflate"));
        QVERIFY(names(zip({{"one.npy", one, false, 0, -1, 5}}), "lies about its size"));
        QVERIFY(names(zip({{"one.npy", one, false, 0, -1, 0xffffffff}}), "MiB"));
        QVERIFY(names(zip({{"one.npy", one, false, 1}}), "is encrypted"));
        QVERIFY(names(zip({{"one.npy", one, false, 0, 12}}), "method 12"));
        QVERIFY(names(zip({{"one.npy", one}, {"one.npy", one}}), "two members named one.npy"));
        QVERIFY(names(zip({{"readme.txt", "x"}}), "readme.txt, which is no NumPy array"));
        QVERIFY(names(zip({{"one.npy", "x"}}), "one.npy in w.npz is not a NumPy array"));
        std::string flipped = zip({{"one.npy", one}});
        flipped[200] = char(flipped[200] ^ 1);
        QVERIFY(names(flipped, "checksum"));
        // No damage to a single byte may do worse than a refusal, or another content of a name or an unread field.
        int refused = 0;
        for (std::size_t i = 0; i < good.size(); ++i) {
            std::string damaged = good;
            damaged[i] = char(damaged[i] ^ 0x55);
            refused += !said(damaged).empty();
        }
        QVERIFY(refused > int(good.size()) / 3);
        for (std::size_t size = 0; size < good.size(); ++size) QVERIFY(!said(good.substr(0, size)).empty());
    }

    void thePublishedModelIsTakenOver() {
        const PublishedTransformer t = publishedTransformer({"w.npz", published()});
        QVERIFY(t.heads == 2 && t.headWidth == 3 && t.width == 4 && t.memoryCount == 5 && t.patchSize == 6 && t.tokens == 7);
        QCOMPARE(t.memories[1 * 4 + 2], float(2 * 5 + 1) / 4);  // memory 1, feature 2
        QVERIFY(t.gamma == 0 && t.maskToken.size() == 4 && t.positions.size() == 28);
    }

    void whatThePublishedModelLacksIsNamed() {
        for (const auto& [key, array] : published()) {
            auto arrays = published();
            arrays.erase(key);
            const std::string missing = messageOf([&] { publishedTransformer({"w.npz", arrays}); });
            QVERIFY2(missing.find("w.npz has no array " + key + ",") != std::string::npos, missing.c_str());
            arrays = published();
            arrays[key].shape = {2, 2, 2, 2}, arrays[key].values.resize(16);
            const std::string wrong = messageOf([&] { publishedTransformer({"w.npz", arrays}); });
            QVERIFY2(wrong.find("the array " + key + " of w.npz has the shape 2 x 2 x 2 x 2; wanted is") != std::string::npos,
                     wrong.c_str());
            arrays = published();
            arrays[key].values[0] = std::nan("");
            QVERIFY(messageOf([&] {
                        publishedTransformer({"w.npz", arrays});
                    }).find(key + " of w.npz holds numbers that are not finite") != std::string::npos);
        }
        auto arrays = published();
        arrays["Xi"].shape = {5, 4};
        QVERIFY(messageOf([&] {
                    publishedTransformer({"w.npz", arrays});
                }).find("Xi of w.npz has the shape 5 x 4; wanted is D x memories") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestNpy)
#include "test_npy.moc"
