// The state of an Energy Transformer at work: one picture on its way down the energy. A value that copies fast, because everything large
// is shared and immutable. Descent is in double, by the reference model, so that every switch can be tried; training is in float.
#pragma once

#include <memory>
#include <vector>

#include "core/experiments/energy_transformer/baselines.h"
#include "core/experiments/energy_transformer/training.h"

namespace engram::energy_transformer {

// A moment of the descent in numbers.
struct Passed {
    double attention = 0, memory = 0;  // energies
    double error = 0;                  // mean square, of hidden pixels
    double alpha = 0;                  // of the step that led here
    bool rose = false;
    double energy() const { return attention + memory; }
};

struct PastView;

struct State {
    std::shared_ptr<const World> world;
    std::shared_ptr<const Trained> trained;
    std::shared_ptr<const Training> training;        // none where nothing is trained
    std::shared_ptr<const EnergyTransformer> model;  // in double, with what is broken
    std::shared_ptr<const Baselines> rivals;
    std::shared_ptr<const Mask> hidden;
    std::shared_ptr<const Matrix> x;                    // width x tokens
    std::shared_ptr<const TransformerLook> now;         // there
    std::shared_ptr<const std::vector<Passed>> way;     // from the start to now
    std::shared_ptr<const std::vector<Matrix>> places;  // of every token on a plane, 2 x tokens, along the way
    std::shared_ptr<const Matrix> axes;                 // of that plane, width x 2
    double oneStepBeta = 1;
    std::uint64_t seed = 0;
    bool completedByHand = false;  // a brush stroke shows the end at once: what is played next begins with the masked picture

    std::shared_ptr<const PastView> past;

    int at() const { return int(way->size()) - 1; }  // steps of descent so far
};

State init(const Params& p, const Inputs& inputs);
void step(const Params& p, State& s);
std::vector<double> measure(const Params& p, const State& s);
bool settled(const Params& p, const State& s);
void changed(const Params& before, const Params& now, State& s);
void poke(const Params& p, State& s, const Poke& poke);
bool look(const Params& p, State& s, const std::set<std::string>& panels);
void keepViews(const State& from, State& to);
std::string learned(const Params& p, const State& s);
std::int64_t bytes(const State& s);

// One step of the descent from x, where all is known; returns its alpha, 0 where none was made.
double descended(const Params& p, const EnergyTransformer& model, const TransformerLook& now, Matrix& x);
bool rose(const Passed& before, const Passed& now);  // by more than rounding
int picture(const Params& p, const State& s);        // which of those held out
int risesOf(const State& s);
Eigen::MatrixXf patchesNow(const State& s);  // decoded, visible patches as they are
// Pixels that a move of the tokens by `d` changes, decoded.
Eigen::MatrixXf decodedMove(const State& s, const Matrix& d);

// Beyond the trained depth: the picture at hand, and the mean over some held out.
struct PastView {
    std::shared_ptr<const Trained> trained;
    std::shared_ptr<const EnergyTransformer> model;
    std::shared_ptr<const Mask> hidden;
    int picture = 0;
    double alpha = 0;
    bool backtracking = false;
    Matrix x;
    std::vector<Passed> way;   // of the picture at hand
    std::vector<int> steps;    // at which the others were looked at
    std::vector<double> psnr;  // of them, from their mean error
    int others = 0;
    bool whole = false;
};
constexpr int kPastSteps = 200;

}  // namespace engram::energy_transformer
