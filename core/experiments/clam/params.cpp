#include "core/experiments/clam/params.h"

namespace engram::clam {

namespace {

void memoriesGroup(Schema<Params>& s) {
    s.group("Memories");
    s.integer("clusters", &Params::clusters, "Clusters")
        .symbol("K")
        .soft(2, 20)
        .hard(1, kMostClusters)
        .help("Prototypes: one memory a cluster.");
    s.real("beta", &Params::beta, "Inverse temperature")
        .symbol("β")
        .soft(0.01, 1000)
        .hard(1e-6, 1e9)
        .log()
        .live()
        .help("Sharpness of the softmax over half squared distances, as in the published code: twice the β of the paper. Large: k-means.");
    s.real("alpha", &Params::alpha, "Step")
        .symbol("α")
        .soft(0.02, 1)
        .hard(1e-4, 2)
        .log()
        .live()
        .help("Share of the way to the weighted prototypes that a step takes. The energy never rises up to 2.");
    s.integer("depth", &Params::depth, "Depth")
        .symbol("T")
        .soft(1, 100)
        .hard(1, 1000)
        .log()
        .live()
        .help("Steps of the recursion. As published α T = 1, which takes a point 65 % of the way.");
}

void dataGroup(Schema<Params>& s) {
    s.group("Data");
    s.choice("data", &Params::data, "Data",
             {{"blobs", "blobs", "Round groups of different sizes on a circle."},
              {"elongated", "elongated blobs", "Three long slanted groups side by side, as in the toy of the paper."},
              {"moons", "moons", "Two half moons: no centre describes them."},
              {"rings", "rings", "One ring in another."},
              {"mouse", "by hand", "Begins with a few points: click in the map for more, drag prototypes."},
              {"table", "table", "Numbers of a text file given as data: CSV, tabs or blanks."},
              {"idx", "IDX file", "Pictures of a file given as data, and their classes of one given as labels."}})
        .help("What is clustered.");
    s.integer("count", &Params::count, "Points")
        .soft(50, 5000)
        .hard(2, kMostPoints)
        .log()
        .help("How many are drawn, or read from an IDX file at most.");
    s.integer("groups", &Params::groups, "Groups").soft(1, 12).hard(1, 64).help("Blobs that are drawn; the number of clusters may differ.");
    s.integer("features", &Params::features, "Features")
        .soft(2, 32)
        .hard(2, 256)
        .log()
        .help("Of blobs: 2 lie in the plane; with more, groups lie anywhere.");
    s.real("spread", &Params::spread, "Spread").soft(0.2, 3).hard(0, 100).help("Width of the groups.");
    s.choice("labels", &Params::labels, "Column of classes",
             {{"none", "none", "All columns are features."}, {"first", "first", ""}, {"last", "last", ""}})
        .help("Known classes of a table: to score with, never to learn from.");
    s.integers("columns", &Params::columns, "Columns", "choice", kMostColumns)
        .soft(0, 64)
        .hard(0, 20000)
        .help("Of a table, counted from 1, those to use as features: 1, 2, 5. 0: all but the classes.");
    s.boolean("standardise", &Params::standardise, "Standardise").help("Every feature to mean 0 and standard deviation 1.");
}

void learningGroup(Schema<Params>& s) {
    s.group("Learning");
    s.real("mask", &Params::mask, "Hidden")
        .soft(0, 0.8)
        .hard(0, 1)
        .help(
            "Probability with which a coordinate of a point is hidden and has to be completed. 0: nothing is hidden, the whole point "
            "moves.");
    s.choice("mask_value", &Params::maskValue, "Hidden starts at",
             {{"mean", "mean", "Of the feature."},
              {"min", "smallest", "Of the feature."},
              {"max", "largest", "Of the feature."},
              {"zero", "zero", ""}})
        .help("Where a hidden coordinate starts.");
    s.choice("init", &Params::init, "Start of prototypes",
             {{"origin", "near the origin", "Normal, 0.1 ± 0.1, as published: prototypes are often left without points."},
              {"points", "points", "Points of the data."},
              {"plusplus", "k-means++", "Points of the data far from each other."}})
        .help("Where prototypes are before they learn.");
    s.real("learning_rate", &Params::learningRate, "Learning rate")
        .soft(1e-4, 0.5)
        .hard(1e-7, 100)
        .log()
        .live()
        .help("Of Adam; times 0.8 whenever ten epochs bring no gain.");
    s.integer("batch", &Params::batch, "Batch").soft(1, 256).hard(1, kMostPoints).log().help("Points between two steps of the prototypes.");
    s.integer("epochs", &Params::epochs, "Epochs")
        .soft(10, 500)
        .hard(1, 100000)
        .log()
        .help("How often all points are gone through. At the end the prototypes of the epoch with the least loss are taken.");
}

void viewGroup(Schema<Params>& s) {
    s.group("Looking");
    s.integer("point", &Params::point, "Point").soft(1, 500).hard(1, kMostPoints).view().help("Whose completion is shown.");
    s.choice("colours", &Params::colours, "Colour of points",
             {{"clusters", "clusters", "Where they are assigned to."}, {"classes", "classes", "What they are known to be."}})
        .view()
        .help("What the colours of points stand for.");
}

}  // namespace

bool drawn(const Params& p) { return p.data != Data::Table && p.data != Data::Idx; }

CompletionRule ruleOf(const Params& p) { return {p.depth, float(p.alpha), float(p.beta)}; }

ClamRecipe recipeOf(const Params& p) { return {p.clusters, ruleOf(p), p.mask, p.maskValue, p.learningRate, p.batch, p.init}; }

Clam clamOf(const Params& p, const Matrix& prototypes) { return {prototypes, p.beta, p.alpha, p.depth}; }

Schema<Params> schema() {
    Schema<Params> s;
    memoriesGroup(s);
    dataGroup(s);
    learningGroup(s);
    viewGroup(s);
    s.idle("count", [](const Params& p) {
        return std::string(p.data == Data::Table ? "A table is read whole" : p.data == Data::Mouse ? "Points are made by hand" : "");
    });
    s.idle("groups",
           [](const Params& p) { return std::string(p.data == Data::Blobs ? "" : "Only blobs have a number of groups to choose"); });
    s.idle("features",
           [](const Params& p) { return std::string(p.data == Data::Blobs ? "" : "Only blobs have a number of features to choose"); });
    s.idle("spread",
           [](const Params& p) { return std::string(drawn(p) && p.data != Data::Mouse ? "" : "Only drawn points have a spread"); });
    for (const char* id : {"labels", "columns"})
        s.idle(id, [](const Params& p) { return std::string(p.data == Data::Table ? "" : "Only a table has columns"); });
    s.idle("mask_value", [](const Params& p) { return std::string(p.mask > 0 ? "" : "Nothing is hidden"); });
    return s;
}

}  // namespace engram::clam
