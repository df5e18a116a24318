// The state of a fly that learns words: one network, or two that differ in a switch, and where the window stands. A value that copies
// fast: networks are shared, and copied only when one that others hold must learn on.
#pragma once

#include <set>

#include "core/experiments/fly_embedding/world.h"
#include "core/learn/fly_codes.h"

namespace engram::fly_embedding {

// One network on its way.
struct Learner {
    std::shared_ptr<const FlyTraining> training;  // none: there is no such network
    TopicFigures topics{kUndefined, kUndefined, kUndefined};  // of text that has topics
    double spearman = kUndefined;                             // of a file of pairs, or of topics
};

// A moment of the training, for curves.
struct Passed {
    double epochs = 0, energy = 0, used = 0, norm = 0, purity = 0, spearman = 0;
};

struct Rivals {
    double dense = 0, binary = 0;  // Spearman of PPMI-SVD, and of codes of it as sparse as the fly's
};

struct CodesView;
struct MapView;
struct DocumentsView;

struct State {
    std::shared_ptr<const World> world;
    Learner fly, twin;
    std::shared_ptr<const Rivals> rivals;  // none where they are not asked for
    std::shared_ptr<const std::vector<Passed>> way, twinWay;
    std::shared_ptr<const std::vector<int>> context;  // chosen by hand; null: as the parameters say
    int slide = 0;                                    // steps the window has made; several to a word
    int readAfter = 0;                                // of them when all was learned
    double seconds = 0;                               // spent learning
    std::uint64_t seed = 0;

    std::shared_ptr<const CodesView> codes;
    std::shared_ptr<const MapView> map;
    std::shared_ptr<const DocumentsView> documents;
};

constexpr int kStepsAWord = 4;  // the threshold comes down in so many

State init(const Params& p, const Inputs& inputs);
void step(const Params& p, State& s);
std::vector<double> measure(const Params& p, const State& s);
bool settled(const Params& p, const State& s);
void changed(const Params& before, const Params& now, State& s);
void evaluate(const Params& p, const Inputs& inputs, State& s);  // with other pairs and documents
void poke(const Params& p, State& s, const Poke& poke);
bool look(const Params& p, State& s, const std::set<std::string>& panels);
void keepViews(const State& from, State& to);
std::int64_t bytes(const State& s);

std::vector<int> windowNow(const State& s);        // words under the window; kSkipped for those left out
int windowPlace(const State& s);                   // of its first word in the text
double sweepNow(const Params& p, const State& s);  // 0: nothing inhibited yet, 1: k cells remain
int wordOf(const Params& p, const State& s);       // the word looked at
std::vector<int> contextOf(const Params& p, const State& s);
std::vector<std::vector<int>> contextsOffered(const Params& p, const State& s);  // of two meanings, or of one
double secondsLeft(const State& s);                                              // at the pace so far

// All cells in an order in which those that learned the same stand together, and what the groups are called.
struct CellGroup {
    std::string name;
    int first = 0, count = 0, topic = -1;
};
struct CodesView {
    std::shared_ptr<const World> world;
    std::int64_t seen = 0;
    int active = 0;
    CodeTable codes;                        // of all words
    std::vector<int> cellOrder, cellPlace;  // cell at a place, place of a cell
    std::vector<CellGroup> groups;
    std::vector<int> words;  // of rasters and maps, in the order of their groups
};
struct MapView {
    std::shared_ptr<const CodesView> codes;
    Eigen::Matrix2Xd at;  // of the words of the view
};
// Where a code would lie on the map, by its Hamming distances to all words there.
Eigen::Vector2d placeOn(const MapView& map, const CodeTable& codes, int code);

struct DocumentsView {
    std::int64_t seen = 0;
    int active = 0;
    double accuracy = 0, majority = 0;  // on the documents that test
    int training = 0, testing = 0;
    std::vector<double> perClass;
};
std::shared_ptr<const DocumentsView> classify(const World& world, const CodeTable& codes);

}  // namespace engram::fly_embedding
