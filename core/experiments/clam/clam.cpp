#include "core/experiments/clam/clam.h"

#include "core/base/asset.h"
#include "core/experiments/clam/draw.h"

namespace engram {

namespace {

using namespace clam;

// In the order of MeasureIndex.
std::vector<Measure> measures() {
    std::vector<Measure> all{
        {"silhouette", "Silhouette", "", "Mean over points of (b − a) / max(a, b), Euclidean; a point alone in its cluster counts 0."},
        {"nmi", "Mutual information", "", "With the known classes, over the mean of both entropies; none where no classes are known."},
        {"ari", "Adjusted Rand index", "", "With the known classes; none where none are known."},
        {"inertia", "Inertia", "", "Squared distances to the means of clusters, summed."},
        {"clusters_used", "Clusters used", "", "That have a point at least."},
        {"loss", "Loss", "",
         "Of completing hidden coordinates, mean over all coordinates of the last epoch; at the start of up to 2000 points."},
        {"energy", "Energy", "", "Mean of E over the points where they are. Learning does not descend it: no Lyapunov function."},
    };
    for (std::size_t i = 0, count = all.size(); i < count; ++i) {
        Measure m = all[i];
        m.id = "kmeans_" + m.id, m.label += ", k-means";
        if (m.id == "kmeans_loss") m.help = "Of completions with the centres of k-means as prototypes, of up to 2000 points.";
        if (m.id == "kmeans_energy") m.help = "Mean of E over the points, with the centres of k-means as prototypes.";
        all.push_back(std::move(m));
    }
    return all;
}

std::vector<PanelInfo> panels() {
    PanelInfo map{"map", "ClAM", true, {}};
    map.beside = "kmeans";
    PanelInfo relief{"relief", "Energy", true, {}};
    const std::vector<std::string> search = {"features=16", "mask=0.2",    "spread=2",  "groups=8",
                                             "clusters=8",  "init=origin", "epochs=20", "count=160"};
    PanelInfo settings{"settings", "Best silhouette, as published", true, search};
    settings.beside = "settings_used";
    return {map,
            {"completion", "A point completed", false, {"features=16", "mask=0.2", "beta=0.5"}},
            {"silhouettes", "Silhouette", false, {}},
            {"used", "Clusters used", false, {}},
            {"kmeans", "k-means", true, {}},
            relief,
            {"agreement", "Agreement with classes", false, {}},
            {"training", "Loss", false, {}},
            {"softness", "Soft or hard", false, {}},
            settings,
            {"settings_used", "Best with all clusters used", true, search},
            {"rivals", "Other ways to cluster", false, {}}};
}

std::vector<Example> examples() {
    return {
        {"race", "A race against k-means", "Five groups, the same points: prototypes learn to complete, centres take means.", "map", {}},
        {"soft", "From soft to hard", "A small β: basins are curved, prototypes share their points. Turn it up.", "map", {"beta=1"}},
        {"elongated",
         "Long groups",
         "The toy of the paper: slanted groups that k-means cuts across.",
         "map",
         {"data=elongated", "clusters=3", "count=500"}},
        {"relief", "The energy they descend", "A well for each memory; points run part of the way into it.", "relief", {"beta=4"}},
        {"dead",
         "What a search by silhouette rewards",
         "36 settings from a start near the origin: the best score may use few clusters.",
         "settings",
         {"features=16", "mask=0.2", "spread=2", "groups=8", "clusters=8", "init=origin", "epochs=20", "count=160"}},
        {"hidden",
         "Learning to complete",
         "Sixteen features, a fifth of them hidden each time: a point is completed coordinate by coordinate.",
         "completion",
         {"features=16", "mask=0.2", "beta=0.5"}},
        {"rings",
         "Where centres fail",
         "One ring in another: spectral clustering finds them, no centre does.",
         "rivals",
         {"data=rings", "clusters=2"}},
    };
}

}  // namespace

Experiment associativeClustering() {
    Defined<Params, State> d;
    d.about.id = "clam";
    d.about.title = "Clustering with memories";
    d.about.paper = "Saha, Krotov, Zaki & Ram, End-to-end Differentiable Clustering with Associative Memories, 2023";
    d.about.summary =
        "Prototypes as memories: they learn to complete hidden coordinates, and points cluster by the memory they are drawn to.";
    d.about.measures = measures();
    d.about.panels = panels();
    d.about.examples = examples();
    d.about.reads = {"data", "labels"};
    d.about.evaluates = {"labels"};
    d.about.lesson = std::string(asset("core/experiments/clam/lesson.md"));
    d.schema = schema();
    d.fit = fit;
    d.init = init;
    d.step = clam::step;
    d.measure = measure;
    d.draw = clam::draw;
    d.settled = settled;
    d.look = look;
    d.keepViews = keepViews;
    d.poke = poke;
    d.changed = changed;
    d.evaluate = evaluate;
    d.bytes = bytes;
    return d.experiment();
}

}  // namespace engram
