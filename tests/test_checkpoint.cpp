// Weights in files: what is written reads back to the same bits, and every kind of bad file is refused with a sentence that names what is
// wrong with it.
#include <QtTest>

#include <cmath>
#include <cstring>
#include <filesystem>
#include <limits>

#include "core/base/file.h"
#include "core/learn/checkpoint.h"
#include "tests/refusal.h"

using namespace engram;
using test::messageOf;

namespace {

// A file of this header and body, with a true or another length of the header before them.
std::string fileOf(const std::string& header, const std::string& body, std::uint64_t claimed = 0) {
    std::string bytes(8, '\0');
    const std::uint64_t length = claimed ? claimed : header.size();
    std::memcpy(bytes.data(), &length, 8);
    return bytes + header + body;
}

TensorLayout someLayout() {
    TensorLayout layout;
    layout.add("dense.weight", 2, 3);
    layout.add("dense.bias", 2, 1);
    return layout;
}

template <class T>
Numbers<T> someValues(const TensorLayout& layout) {
    Numbers<T> values(layout.size(), T(0));
    for (const TensorPlace& place : layout.places())
        for (std::size_t i = 0; i < place.size(); ++i) values[place.offset + i] = T(1) / T(3 + i + place.offset);
    return values;
}

}  // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT

private slots:
    void valuesReadBackToTheSameBits() {
        const TensorLayout layout = someLayout();
        const auto floats = someValues<float>(layout);
        const auto doubles = someValues<double>(layout);
        StoredTensors stored;
        store(stored, layout, floats, "weights.");
        store(stored, layout, doubles, "average.");
        stored.metadata["steps"] = "12";
        QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath("net.safetensors").toStdString();
        writeSafetensors(path, stored);
        const StoredTensors read = readSafetensors(path);
        QCOMPARE(read.metadata, stored.metadata);
        QVERIFY(restore<float>(read, layout, "weights.").values == floats);
        QVERIFY(restore<double>(read, layout, "average.").values == doubles);
        QVERIFY(restore<double>(read, layout, "weights.").values[0] == double(floats[0]));   // the other precision
        QVERIFY(restore<float>(read, layout, "weights.").warning.empty());
        QCOMPARE(safetensorsBytes(read), readFile(path, 1 << 20));
        QVERIFY(messageOf([&] { store(stored, layout, floats, "weights."); }).find("weights.dense.bias") == std::string::npos);
        QVERIFY(messageOf([&] { store(stored, layout, floats, "weights."); }).find("is stored already") != std::string::npos);
    }

    // Row-major, as other programs lay a matrix out; our columns are.
    void rowsAreStoredOneAfterTheOther() {
        const TensorLayout layout = someLayout();
        Numbers<float> values(layout.size(), 0);
        for (int i = 0; i < 6; ++i) values[std::size_t(i)] = float(i);   // columns (0 1) (2 3) (4 5)
        StoredTensors stored;
        store(stored, layout, values);
        const StoredTensor& weight = stored.tensors.at("dense.weight");
        QCOMPARE(weight.shape, (std::vector<std::int64_t>{2, 3}));
        for (int i = 0; i < 6; ++i) QCOMPARE(weight.at(i), std::vector<double>({0, 2, 4, 1, 3, 5})[std::size_t(i)]);
        QCOMPARE(stored.tensors.at("dense.bias").shape, (std::vector<std::int64_t>{2}));
    }

    void everyPrefixIsRefused() {
        StoredTensors stored;
        store(stored, someLayout(), someValues<float>(someLayout()));
        const std::string bytes = safetensorsBytes(stored);
        QVERIFY(messageOf([&] { parseSafetensors(bytes, "x"); }).empty());
        for (std::size_t length = 0; length < bytes.size(); ++length)
            QVERIFY2(!messageOf([&] { parseSafetensors(bytes.substr(0, length), "x"); }).empty(), qPrintable(QString::number(length)));
    }

    void badFilesAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* name, const std::string& bytes, const char* part) {
            QTest::newRow(name) << QByteArray::fromStdString(bytes) << QString(part);
        };
        const auto entry = [](const std::string& type, const std::string& shape, const std::string& offsets) {
            return R"("a":{"dtype":)" + type + R"(,"shape":)" + shape + R"(,"data_offsets":)" + offsets + "}";
        };
        const std::string body(8, '\0');
        const auto one = [&](const std::string& type, const std::string& shape, const std::string& offsets) {
            return fileOf("{" + entry(type, shape, offsets) + "}", body);
        };
        row("empty", "", "too short");
        row("short", "abc", "it has 3 bytes");
        row("header longer than the file", fileOf("{}", "", 1000), "is truncated: its header is to be 1000 bytes long");
        row("header longer than memory", fileOf("{}", "", ~0ull), "its header lies");
        row("no JSON", fileOf("hello", ""), "not a JSON object");
        row("a list", fileOf("[]", ""), "not a JSON object");
        row("text after the header's JSON", fileOf("{} x", ""), "not a JSON object");
        row("an entry that is a number", fileOf(R"({"a":1})", ""), "the tensor a of FILE lacks its dtype");
        row("no shape", fileOf(R"({"a":{"dtype":"F32","data_offsets":[0,8]}})", body), "lacks its dtype, shape or data_offsets");
        row("another type", one("\"F16\"", "[4]", "[0,8]"), "is of type F16; F32 and F64 are read");
        row("a type that is a number", one("3", "[4]", "[0,8]"), "is of type 3");
        row("a negative side", one("\"F32\"", "[-2]", "[0,8]"), "no shape");
        row("a fraction as side", one("\"F32\"", "[2.5]", "[0,8]"), "no shape");
        row("a shape of text", one("\"F32\"", "\"2\"", "[0,8]"), "no shape");
        row("too many sides", one("\"F32\"", "[1,1,1,1,1,1,1,1,2]", "[0,8]"), "no shape");
        row("three offsets", one("\"F32\"", "[2]", "[0,4,8]"), "no data_offsets");
        row("a negative offset", one("\"F32\"", "[2]", "[-8,0]"), "no data_offsets");
        row("beyond the end", one("\"F32\"", "[4]", "[0,16]"), "is truncated: it ends at byte 16 of 8");
        row("backwards", one("\"F32\"", "[2]", "[8,0]"), "lies about its size");
        row("shape larger than the numbers", one("\"F32\"", "[3]", "[0,8]"), "needs 12 bytes");
        row("shape smaller than the numbers", one("\"F32\"", "[1]", "[0,8]"), "needs 4 bytes");
        row("larger than any file", one("\"F64\"", "[4611686018427387904,4611686018427387904]", "[0,8]"), "larger than any file");
        row("huge", one("\"F64\"", "[1000000000000]", "[0,8]"), "needs 8000000000000 bytes");
        row("overlap", fileOf("{" + entry("\"F32\"", "[2]", "[0,8]") + R"(,"b":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})", body),
            "the numbers of b overlap those of a");
        row("gap", one("\"F32\"", "[1]", "[4,8]"), "a gap before the numbers of a");
        row("bytes of no tensor", one("\"F32\"", "[1]", "[0,4]"), "4 bytes at its end belong to no tensor");
        row("one name twice", fileOf("{" + entry("\"F32\"", "[2]", "[0,8]") + "," + entry("\"F32\"", "[2]", "[0,8]") + "}", body),
            "two tensors named a");
        row("metadata that are a list", fileOf(R"({"__metadata__":[]})", ""), "its metadata are no JSON object");
        row("metadata that are no text", fileOf(R"({"__metadata__":{"k":1}})", ""), "the metadata k are no text");
        row("text that is no UTF-8", fileOf("{\"\xff\":1}", ""), "not a JSON object");
        row("deeply nested", fileOf("{\"a\":" + std::string(20000, '[') + std::string(20000, ']') + "}", ""), "lacks its dtype");
    }
    void badFilesAreRefused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, part);
        const std::string message = messageOf([&] { parseSafetensors(bytes.toStdString(), "FILE"); });
        QVERIFY2(message.find(part.toStdString()) != std::string::npos && message.find("FILE") != std::string::npos, message.c_str());
    }

    void filesThatAreNoneAreRefused() {
        QTemporaryDir folder;
        const std::filesystem::path path = folder.path().toStdString();
        QVERIFY(messageOf([&] { readSafetensors(path); }).find("is a folder") != std::string::npos);
        QVERIFY(messageOf([&] { readSafetensors(path / "none"); }).find("cannot open") != std::string::npos);
        writeFile(path / "large", std::string(100, 'x'));
        QVERIFY(messageOf([&] { readSafetensors(path / "large", 50); }).find("is too large: 100 bytes, at most 50") != std::string::npos);
        QVERIFY(messageOf([&] { writeSafetensors(path / "none" / "x", {}); }).find("cannot write") != std::string::npos);
    }

    void networksThatDifferAreRefused() {
        const TensorLayout layout = someLayout();
        const auto refusal = [&](const std::function<void(TensorLayout&)>& change, bool less = false) {
            TensorLayout other;
            if (!less) other = layout;
            change(other);
            StoredTensors stored;
            stored.name = "FILE";
            store(stored, other, someValues<float>(other), "net.");
            return messageOf([&] { restore<float>(stored, layout, "net."); });
        };
        QCOMPARE(refusal([](TensorLayout&) {}), std::string());
        QCOMPARE(refusal([](TensorLayout& other) { other.add("dense.wieght", 1, 1); }),
                 std::string("FILE does not fit: no tensor named net.dense.wieght; did you mean net.dense.weight"));
        QCOMPARE(refusal([](TensorLayout& other) { other.add("dense.weight", 2, 3); }, true),
                 std::string("the tensor net.dense.bias is missing in FILE"));
        QCOMPARE(refusal([](TensorLayout& other) { other.add("dense.weight", 3, 2), other.add("dense.bias", 2, 1); }, true),
                 std::string("the tensor net.dense.weight of FILE is 3 x 2, not 2 x 3"));
        QCOMPARE(refusal([](TensorLayout& other) { other.add("dense.weight", 2, 3), other.add("dense.bias", 3, 1); }, true),
                 std::string("the tensor net.dense.bias of FILE is 3, not 2 x 1"));
    }

    void numbersThatAreNotFiniteAreTold() {
        const TensorLayout layout = someLayout();
        Numbers<float> values(layout.size(), 1);
        values[0] = std::numeric_limits<float>::quiet_NaN(), values[1] = -std::numeric_limits<float>::infinity();
        StoredTensors stored;
        store(stored, layout, values);
        stored.name = "FILE";
        const auto found = restore<float>(stored, layout);
        QCOMPARE(found.warning, std::string("2 of 6 numbers in the tensor dense.weight of FILE are not finite"));
        QVERIFY(std::isnan(found.values[0]) && std::isinf(found.values[1]) && found.values[2] == 1);
    }
};

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "test_checkpoint.moc"
