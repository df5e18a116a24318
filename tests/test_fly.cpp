// Winner-take-all learning on the generated corpus: what it must reach, what kills its cells, and what does not matter; text and word
// pairs as they are read, and how they are refused.
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>
#include <fstream>

#include "core/base/parallel.h"
#include "core/base/random.h"
#include "core/data/documents.h"
#include "core/data/text_corpus.h"
#include "core/data/word_pairs.h"
#include "core/learn/fly_codes.h"
#include "core/learn/fly_training.h"
#include "core/model/ppmi_svd.h"
#include "tests/refusal.h"

using namespace engram;
using engram::test::messageOf;

namespace {

constexpr int kActive = 8;

TextCorpus corpusOf(std::uint64_t seed) {
    GeneratedText choices;
    choices.seed = seed;
    return generateText(choices);
}

std::shared_ptr<const FlyText> textOf(const TextCorpus& corpus, int width = 11) {
    return std::make_shared<const FlyText>(FlyText{corpus.tokens, windowStarts(corpus, width), corpus.counts});
}

FlyTraining trained(const FlyOptions& options, const TextCorpus& corpus) {
    FlyTraining training(options, textOf(corpus));
    while (!training.finished()) training.minibatch();
    return training;
}

double likenessToTopic(const CodeTable& one, const CodeTable& codes, const TextCorpus& corpus, int topic) {
    double sum = 0;
    int count = 0;
    for (int word = 0; word < corpus.wordCount(); ++word) {
        if (corpus.topics[std::size_t(word)] != topic) continue;
        int same = 0;
        for (int k = 0; k < codes.cells(); ++k) same += one.on(0, k) == codes.on(word, k);
        sum += double(same) / codes.cells(), ++count;
    }
    return sum / count;
}

}  // namespace

class TestFly : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    std::string file(const char* name, const std::string& bytes) const {
        const std::string path = folder_.filePath(name).toStdString();
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

private slots:
    void theGeneratedCorpusComesApart() {
        for (const std::uint64_t seed : {1, 2, 3}) {
            const TextCorpus corpus = corpusOf(seed);
            FlyOptions options;
            options.seed = seed;
            const FlyTraining training = trained(options, corpus);
            const CodeTable codes = wordCodes(training.net(), kActive);
            const TopicFigures figures = topicFigures(codes, corpus.topics);
            QCOMPARE(training.cellsUsed(), 64);
            QVERIFY2(figures.purity > 0.995, qPrintable(QString::number(figures.purity)));
            QVERIFY2(figures.within > 0.91 && figures.between < 0.80,
                     qPrintable(QString("%1 %2").arg(figures.within).arg(figures.between)));
            QVERIFY(std::abs(training.meanNorm() - 1) < 0.08);
        }
    }

    void theHomonymHasTwoMeanings() {
        const TextCorpus corpus = corpusOf(1);
        FlyOptions options;
        options.rate = 0.05, options.seed = 1;
        const FlyTraining training = trained(options, corpus);
        const CodeTable codes = wordCodes(training.net(), kActive);
        CodeTable one(1, 64);
        one.set(0, training.net().drives({}, corpus.homonym), kActive);
        for (const int own : {0, 1}) QVERIFY(likenessToTopic(one, codes, corpus, own) > 0.82);
        for (const int other : {2, 3}) QVERIFY(likenessToTopic(one, codes, corpus, other) < 0.80);
        for (const int topic : {0, 1}) {
            std::vector<int> context;
            for (int word = 0; word < corpus.wordCount() && context.size() < 10; ++word)
                if (corpus.topics[std::size_t(word)] == topic) context.push_back(word);
            one.set(0, training.net().drives(context, corpus.homonym), kActive);
            for (int other = 0; other < 4; ++other) {
                const double likeness = likenessToTopic(one, codes, corpus, other);
                QVERIFY2(other == topic ? likeness > 0.9 : likeness < 0.8,
                         qPrintable(QString("%1 %2: %3").arg(topic).arg(other).arg(likeness)));
            }
        }
    }

    void aSmallNormAtTheStartKillsCells() {
        const TextCorpus corpus = corpusOf(1);
        FlyOptions options;
        options.initialNorm = 0.02 * std::sqrt(2.0 * corpus.wordCount());
        const FlyTraining training = trained(options, corpus);
        const TopicFigures figures = topicFigures(wordCodes(training.net(), kActive), corpus.topics);
        QVERIFY2(training.cellsUsed() <= 16, qPrintable(QString::number(training.cellsUsed())));
        QVERIFY(figures.purity < 0.3);
    }

    void tooLittleTravelTeachesNothing() {
        const TextCorpus corpus = corpusOf(1);
        FlyOptions options;
        options.rate = 0.002;
        const FlyTraining training = trained(options, corpus);
        const TopicFigures figures = topicFigures(wordCodes(training.net(), kActive), corpus.topics);
        QVERIFY2(figures.purity < 0.3 && training.meanNorm() > 1.4,
                 qPrintable(QString("%1 %2").arg(figures.purity).arg(training.meanNorm())));
        QVERIFY(std::abs(FlyTraining::travel(options, 120000) - 1.8) < 1e-9);
    }

    // Counts or probabilities: the update is divided by its own largest entry.
    void theUnitOfTheCountsDoesNotMatter() {
        const TextCorpus corpus = corpusOf(1);
        std::vector<int> inputs;
        for (int at = 0; at < 300; ++at)
            for (int c = 0; c < 11; ++c) inputs.push_back(corpus.tokens[std::size_t(at + c)] + (c == 5 ? corpus.wordCount() : 0));
        std::vector<float> counts, shares;
        for (const auto count : corpus.counts) counts.push_back(1.0f / float(count)), shares.push_back(65536.0f / float(count));
        FlyNet a(corpus.wordCount(), 64, 4, 1), b = a;
        for (int times = 0; times < 5; ++times) {
            const FlyStep one = a.learn({inputs.data(), 11, 300, counts.data(), 0.02f}),
                          other = b.learn({inputs.data(), 11, 300, shares.data(), 0.02f});
            QVERIFY(one.winners == other.winners);
        }
        for (int i = 0; i < a.inputs(); ++i)
            for (int k = 0; k < 64; ++k) QCOMPARE(a.weight(k, i), b.weight(k, i));  // a power of two changes no bit
    }

    // The factor beside a column, and the bound in place of a search, are the dense rule.
    void agreesWithTheDenseRule() {
        constexpr int kWords = 30, kCells = 20, kWidth = 5, kWindows = 40;
        Random random(5, 1);
        Eigen::MatrixXf start(kCells, 2 * kWords);
        for (float& w : start.reshaped()) w = float(0.3 * random.normal());
        FlyNet net(start);
        Eigen::MatrixXd dense = start.cast<double>();
        std::vector<float> inverse;
        for (int word = 0; word < kWords; ++word) inverse.push_back(float(1.0 / (1 + word)));
        for (int round = 0; round < 60; ++round) {
            std::vector<int> inputs;
            for (int a = 0; a < kWindows; ++a)
                for (int c = 0; c < kWidth; ++c)
                    inputs.push_back(random.uniform() < 0.1 ? -1 : int(random.below(kWords)) + (c == 2 ? kWords : 0));
            const FlyStep step = net.learn({inputs.data(), kWidth, kWindows, inverse.data(), 0.05f});
            Eigen::MatrixXd change = Eigen::MatrixXd::Zero(kCells, 2 * kWords);
            Eigen::VectorXd driven = Eigen::VectorXd::Zero(kCells);
            for (int a = 0; a < kWindows; ++a) {
                const int k = step.winners[std::size_t(a)];
                for (int c = 0; c < kWidth; ++c) {
                    const int i = inputs[std::size_t(a * kWidth + c)];
                    if (i < 0) continue;
                    const double by = double(inverse[std::size_t(i % kWords)]);
                    change(k, i) += by, driven[k] += by * dense(k, i);
                }
            }
            for (int k = 0; k < kCells; ++k) change.row(k) -= driven[k] * dense.row(k);
            const double largest = change.cwiseAbs().maxCoeff();
            QVERIFY(std::abs(step.largest - largest) < 1e-4 * largest);
            dense += 0.05 / largest * change;
            if (round == 30) net.tidy();
        }
        for (int i = 0; i < 2 * kWords; ++i)
            for (int k = 0; k < kCells; ++k) QVERIFY(std::abs(double(net.weight(k, i)) - dense(k, i)) < 2e-4);
        for (int k = 0; k < kCells; ++k) QVERIFY(std::abs(net.norm(k) - dense.row(k).norm()) < 1e-4);
    }

    void theSameBitsOnOneThreadAndTwo() {
        const TextCorpus corpus = corpusOf(4);
        FlyOptions options;
        options.cells = 150, options.epochs = 1;
        std::vector<float> weights[2];
        for (const int threads : {1, 2}) {
            limitThreads(threads);
            const FlyTraining training = trained(options, corpus);
            for (int i = 0; i < training.net().inputs(); ++i)
                for (int k = 0; k < 150; ++k) weights[threads - 1].push_back(training.net().weight(k, i));
        }
        limitThreads(0);
        QVERIFY(weights[0] == weights[1]);
    }

    void chanceAndCapacity() {
        QVERIFY(std::abs(chanceSimilarity(400, 51) - 0.7775) < 5e-5 && std::abs(chanceSimilarity(64, 8) - 0.78125) < 1e-12);
        QVERIFY(std::abs(codeCapacityBits(400, 51) - 216.2) < 0.05);
        Random random(3, 1);
        CodeTable codes(60, 400);
        Eigen::VectorXf drives(400);
        for (int i = 0; i < 60; ++i) {
            for (float& d : drives) d = float(random.uniform());
            codes.set(i, drives, 51);
        }
        double sum = 0;
        for (int a = 0; a < 60; ++a)
            for (int b = 0; b < a; ++b) sum += codes.similarity(a, b);
        QVERIFY(std::abs(sum / (60 * 59 / 2) - 0.7775) < 0.002);
    }

    void readsTextAsPublished() {
        const TextCorpus corpus = tokenised("The well-known cat, 3rd of May. It's a CAT! Caf\xC3\xA9\n\nNew paragraph", {});
        const auto at = [&](std::size_t i) { return corpus.words[std::size_t(corpus.tokens[i])]; };
        const char* expected[] = {"the", "wellknown", "cat", "<NUM>", "of", "may", "its", "a", "cat", "caf", "new", "paragraph"};
        QCOMPARE(corpus.tokens.size(), std::size(expected));
        for (std::size_t i = 0; i < std::size(expected); ++i) QCOMPARE(at(i), std::string(expected[i]));
        QVERIFY(corpus.starts == (std::vector<std::int64_t>{0, 6, 9, 10, 12}));
        TextChoices choices;
        choices.punctuation = Punctuation::Separates, choices.cut = Cut::Paragraphs, choices.vocabulary = 2, choices.skipUnknown = true;
        const TextCorpus other = tokenised(
            "cat cat-dog\xE2\x80\x94"
            "dog ant",
            choices);
        QVERIFY(other.words == (std::vector<std::string>{"cat", "dog"}) && other.tokens == (std::vector<int>{0, 0, 1, 1, -1}));
    }

    void refusesWhatIsNoText() {
        const auto says = [&](const std::string& path) { return messageOf([&] { readText(path, {}); }); };
        QVERIFY(says(file("empty.txt", "")).find("holds no words") != std::string::npos);
        QVERIFY(says(file("signs.txt", "--- !!! ...")).find("holds no words") != std::string::npos);
        QVERIFY(says(file("binary.txt", std::string("abc\0def", 7))).find("byte 4 is zero") != std::string::npos);
        QVERIFY(says(file("latin.txt", "caf\xE9 noir")).find("not UTF-8: byte 5") != std::string::npos);
        QVERIFY(says(file("cut.txt", "caf\xC3")).find("ends in the middle of a letter") != std::string::npos);
        QVERIFY(says(file("overlong.txt", "\xC0\xAF")).find("not UTF-8") != std::string::npos);
        QVERIFY(says("/no/such/text").find("/no/such/text") != std::string::npos);
        const TextCorpus brief = tokenised("One two three. Four five.", {});
        QVERIFY(messageOf([&] { windowStarts(brief, 11); }).find("the longest has 3") != std::string::npos);
        QCOMPARE(windowStarts(brief, 3).size(), std::size_t(1));
        TextChoices choices;
        choices.minCount = 5;
        QVERIFY(messageOf([&] { tokenised("one two", choices); }).find("lower min_count") != std::string::npos);
    }

    void readsWordPairs() {
        const auto pairs = readWordPairs(file("pairs.txt", "Word 1,Word 2,Human (mean)\nTiger\tcat\t7.35\nlove sex 6.77\n"));
        QVERIFY(pairs.size() == 2 && pairs[0].a == "tiger" && pairs[1].rating == 6.77);
        QVERIFY(messageOf([&] { readWordPairs(file("bad.txt", "a b 1\na b\n")); }).find("line 2") != std::string::npos);
        QVERIFY(messageOf([&] { readWordPairs(file("none.txt", "\n")); }).find("no rated pairs") != std::string::npos);
    }

    void ranksWithTies() {
        QVERIFY(std::abs(spearman({1, 2, 2, 3}, {1, 2, 3, 4}) - 0.9486832980505138) < 1e-12);
        QVERIFY(std::abs(spearman({1, 2, 3}, {3, 2, 1}) + 1) < 1e-12);
        QVERIFY(std::isnan(spearman({1, 1, 1}, {1, 2, 3})) && std::isnan(spearman({1}, {2})));
    }

    void readsDocuments() {
        std::string text;
        for (int i = 0; i < 20; ++i) text += i % 2 ? "A:fine some words\n" : "B:other more words\n";
        const Documents documents = readDocuments(file("docs.txt", text));
        QVERIFY(documents.items.size() == 20 && documents.labels.size() == 2 && documents.items[9].tests &&
                documents.items[0].text == " more words");
        QVERIFY(messageOf([&] { readDocuments(file("one.txt", "A:x\nA:y\n")); }).find("two classes") != std::string::npos);
    }

    // The rival is a good one: its neighbours are of the topic as well.
    void theRivalFindsTopics() {
        const TextCorpus corpus = corpusOf(1);
        const Eigen::MatrixXf vectors = ppmiSvd(corpus.tokens, corpus.starts, corpus.wordCount(), {5, 20, 7});
        int right = 0, all = 0;
        for (int a = 0; a < corpus.wordCount(); ++a) {
            if (corpus.topics[std::size_t(a)] < 0) continue;
            int best = -1;
            for (int b = 0; b < corpus.wordCount(); ++b)
                if (b != a && corpus.topics[std::size_t(b)] >= 0 && (best < 0 || cosine(vectors, a, b) > cosine(vectors, a, best)))
                    best = b;
            right += corpus.topics[std::size_t(best)] == corpus.topics[std::size_t(a)], ++all;
        }
        QVERIFY2(right > 0.98 * all, qPrintable(QString("%1 of %2").arg(right).arg(all)));
    }
};

QTEST_GUILESS_MAIN(TestFly)
#include "test_fly.moc"
