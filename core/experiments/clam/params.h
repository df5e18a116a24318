// The parameters of clustering with associative memories.
#pragma once

#include <vector>

#include "core/data/point_clouds.h"
#include "core/data/table.h"
#include "core/learn/clam_training.h"
#include "core/param/schema.h"

namespace engram::clam {

enum class Data { Blobs, Elongated, Moons, Rings, Mouse, Table, Idx };
enum class Colours { Clusters, Classes };

constexpr int kMostClusters = 64, kMostPoints = kMostTableRows, kMostColumns = 64;

struct Params {
    Data data = Data::Blobs;
    int count = 400, groups = 5, features = 2;
    double spread = 1;
    LabelColumn labels = LabelColumn::Last;
    std::vector<int> columns{0};  // 0: all
    bool standardise = true;

    int clusters = 5;
    double beta = 5, alpha = 0.1;
    int depth = 10;

    double mask = 0;
    MaskValue maskValue = MaskValue::Mean;
    PrototypeStart init = PrototypeStart::PlusPlus;
    double learningRate = 0.03;
    int batch = 8, epochs = 100;

    int point = 1;  // whose completion is shown, from 1
    Colours colours = Colours::Clusters;
};

Schema<Params> schema();

bool drawn(const Params& p);  // by the program, not read from a file
CompletionRule ruleOf(const Params& p);
ClamRecipe recipeOf(const Params& p);
Clam clamOf(const Params& p, const Matrix& prototypes);

}  // namespace engram::clam
