// The parameters of the dense memory, and the table that panels, command line and sessions are made of.
#pragma once

#include "core/model/dense_system.h"
#include "core/model/patterns.h"
#include "core/param/schema.h"

namespace engram::dense_memory {

enum class Model { A, B, C, Hopfield };
enum class Separation { Rectified, Plain, Exp };
enum class Neurons { Smooth, Sign };
enum class Source { Glyphs, Idx, Images, Points };

struct Params {
    Model model = Model::B;
    double beta = 13;
    Source patterns = Source::Glyphs;
    int count = 12;
    int size = 28;
    int dimension = 2;
    Scaling scaling = Scaling::CentredUnit;
    int order = 3;
    Separation separation = Separation::Rectified;
    double slope = 4;
    Neurons neurons = Neurons::Smooth;
    bool diagonal = true;
    double alpha = 1;
    double asymmetry = 0;

    Corruption corruptionKind = Corruption::Mask;
    double corruption = 0.5;
    int cues = 1;
    double input = 0;
    bool clamp = false;

    double tauF = 1, tauH = 1;
    double dt = 0.1;
    Integrator integrator = Integrator::Block;

    int plane1 = 1, plane2 = 2, plane3 = 3;   // memories, counted from 1
    int shown = 1;                            // cue, counted from 1
};

Schema<Params> schema();

bool hasOrder(const Params& p);               // A and C, unless exponential
bool hasSlope(const Params& p);               // tanh features
bool usesBeta(const Params& p);
// Binary neurons that update one after another without a self-connection: Hopfield 1982, and its dense successor of 2016.
bool asynchronous(const Params& p);
// Whether theory says that the energy never rises; draws and tests claim it only then.
bool neverRises(const Params& p);
// Why these parameters blow up or make no sense with `features` neurons; empty where they do not.
std::string refusal(const Params& p, Eigen::Index features);

}  // namespace engram::dense_memory
