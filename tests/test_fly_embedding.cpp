// The experiment of the fly's word embedding: what its run reaches, that states are values, what a hand can do, and what it refuses.
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

#include "core/experiments/fly_embedding/draw.h"
#include "core/session/edit.h"
#include "core/sim/player.h"
#include "tests/refusal.h"
#include "tests/runs.h"

using namespace engram;
using engram::test::last;
using engram::test::messageOf;

namespace {

Session sessionWith(const std::vector<std::string>& assignments) { return test::sessionWith("fly_embedding", assignments); }

const Panel& panelOf(const Board& board, const char* id) { return *board.find(id); }

std::set<std::string> allPanels() {
    std::set<std::string> ids;
    for (const PanelInfo& panel : experiment("fly_embedding").panels) ids.insert(panel.id);
    return ids;
}

}  // namespace

class TestFlyEmbedding : public QObject {
    Q_OBJECT
    QTemporaryDir folder_;

    std::filesystem::path file(const char* name, const std::string& bytes) const {
        const std::string path = folder_.filePath(name).toStdString();
        std::ofstream(path, std::ios::binary) << bytes;
        return path;
    }

private slots:
    void theDefaultReachesPurityOne() {
        Player player(sessionWith({}));
        player.goToEnd(2000);
        QVERIFY(player.settled());
        QVERIFY(last(player, "purity") > 0.995);
        QVERIFY(last(player, "similarity_within") > 0.9 && last(player, "similarity_between") < 0.8);
        QCOMPARE(last(player, "cells_used"), 64.0);
        QVERIFY(last(player, "windows_per_s") > 1000);
        player.look(allPanels());
        const Board board = experiment("fly_embedding").draw(player.snapshot());
        for (const char* id : {"ribbon", "calyx", "drives", "cloud", "raster", "senses", "map", "nearest", "training", "usage", "norms",
                               "pairs", "rarity", "documents"})
            QVERIFY2(std::holds_alternative<Plot>(panelOf(board, id).content), id);
        QVERIFY(std::holds_alternative<Absent>(panelOf(board, "twin").content));
        QVERIFY(last(player, "spearman") > 0.5);
        QVERIFY(board.sentence.find("purity") == std::string::npos && board.sentence.find("100 %") != std::string::npos);
    }

    // A snapshot that someone keeps does not change while the run learns on, and learning is the same with and without one.
    void snapshotsAreValues() {
        Player alone(sessionWith({})), watched(sessionWith({}));
        std::vector<Snapshot> kept;
        std::vector<double> norms;
        for (int i = 0; i < 20; ++i) {
            alone.advance(), watched.advance();
            kept.push_back(watched.snapshot());
            norms.push_back(last(watched, "mean_norm"));
        }
        const int energy = experiment("fly_embedding").measure("energy");
        QVERIFY(alone.trace().column(energy) == watched.trace().column(energy));
        for (std::size_t i = 0; i < kept.size(); ++i) {
            const auto& state = *static_cast<const fly_embedding::State*>(kept[i].state.get());
            QCOMPARE(state.fly.training->meanNorm(), norms[i]);
        }
        watched.restore(kept[5], watched.session());
        watched.advance();
        QCOMPARE(watched.trace().at(7, energy), alone.trace().at(7, energy));
    }

    void theTwinLosesItsCells() {
        Player player(sessionWith({"twin=small_norm", "read=0"}));
        player.goToEnd(2000);
        player.look({"twin"});
        const Snapshot snapshot = player.snapshot();
        const auto& state = *static_cast<const fly_embedding::State*>(snapshot.state.get());
        QVERIFY(state.twin.training->cellsUsed() <= 16 && state.fly.training->cellsUsed() == 64);
        QVERIFY(state.twin.topics.purity < 0.3 && state.fly.topics.purity > 0.99);
    }

    // Two words of water put the word among the waters; dragged out again, all is as it was.
    void wordsAreDraggedIntoTheContext() {
        Player player(sessionWith({"read=0"}));
        player.goToEnd(2000);
        player.look(allPanels());
        const Snapshot before = player.snapshot();
        auto state = *static_cast<const fly_embedding::State*>(before.state.get());
        const auto params = fly_embedding::schema().read(before.values);
        const int water = state.world->places.at("water");
        const std::vector<int> start = fly_embedding::contextOf(params, state);
        fly_embedding::poke(params, state, {"senses", water, 1, 0.1, 0, 0});
        QVERIFY(fly_embedding::contextOf(params, state).size() == start.size() + 1 &&
                fly_embedding::contextOf(params, state).back() == water);
        fly_embedding::poke(params, state, {"senses", water, 1, -0.1, 0, 0});
        QVERIFY(fly_embedding::contextOf(params, state) == start);
        fly_embedding::poke(params, state, {"senses", 100000, 1, 0.1, 0, 0});
        QVERIFY(fly_embedding::contextOf(params, state) == start);
    }

    void aBookWithPairsAndDocuments() {
        std::string text, documents;
        for (int i = 0; i < 400; ++i) {
            text += "the old king and the young queen ruled a land of stone and gold in peace. ";
            text += "a small boat went down the cold river to the grey sea with fish and salt. ";
            documents += i % 2 ? "land:king queen gold\n" : "water:boat river sea fish\n";
        }
        Session session = sessionWith(
            {"data=text", "kenyon_cells=24", "active=4", "learning_rate=0.05", "epochs=10", "batch=100", "dimensions=5", "read=0"});
        session.inputs.data = file("book.txt", text), session.inputs.labels = file("docs.txt", documents);
        session.inputs.pairs = file(
            "pairs.txt",
            "king queen 9\nboat river 8\ngold stone 8\nfish sea 9\nking sea 1\ngold fish 1\nqueen river 1\nstone boat 2\nking nowhere 5\n");
        Player player(session);
        player.goToEnd(2000);
        QCOMPARE(last(player, "pairs"), 8.0);
        QVERIFY2(last(player, "spearman") > 0.3 && last(player, "spearman_ppmi") > 0.5,
                 qPrintable(QString("%1 %2").arg(last(player, "spearman")).arg(last(player, "spearman_ppmi"))));
        player.look(allPanels());
        const Board board = experiment("fly_embedding").draw(player.snapshot());
        QVERIFY(std::holds_alternative<Plot>(panelOf(board, "pairs").content));
        QVERIFY2(panelOf(board, "documents").subtitle.starts_with("100.0 % of 40 right"), panelOf(board, "documents").subtitle.c_str());
        session.inputs.pairs = file("others.txt", "zebra quagga 9\n");
        QVERIFY(messageOf([&] { Player other(session); }).find("the text knows none") != std::string::npos);
    }

    void refuses() {
        const auto says = [&](const std::vector<std::string>& assignments, const std::filesystem::path& data) {
            return messageOf([&] {
                Session session = sessionWith(assignments);
                session.inputs.data = data;
                Player player(session);
            });
        };
        QVERIFY(says({"active=64"}, {}).find("some must be silent") != std::string::npos);
        QVERIFY(says({"data=text"}, {}).find("--data") != std::string::npos);
        QVERIFY(says({"data=text"}, file("brief.txt", "Too few words.")).find("narrow the window") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestFlyEmbedding)
#include "test_fly_embedding.moc"
