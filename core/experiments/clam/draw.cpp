#include "core/experiments/clam/draw.h"

#include <algorithm>

#include "core/base/text.h"

namespace engram::clam {

std::string scoreWords(const Moment& m, const Scores& s) {
    std::string text = "silhouette " + fixed(s.silhouette, 3);
    if (!m.state.world->truth.empty()) text += ", NMI " + fixed(s.nmi, 2);
    return text + ", " + std::to_string(s.used) + " of " + std::to_string(m.params.clusters) + " clusters used";
}

std::string planeWords(const World& world) {
    if (world.dimension() <= 2) return {};
    return "on the plane of the first two principal components, " + fixed(100 * world.explained, 0) + " % of the variance of " +
           std::to_string(world.dimension()) + " features";
}

std::vector<int> matched(const Labels& kmeans, const Labels& own, int clusters) {
    Matrix shared = Matrix::Zero(clusters, clusters);
    for (std::size_t i = 0; i < own.size(); ++i) ++shared(kmeans[i], own[i]);
    std::vector<int> to(std::size_t(clusters), -1);
    for (int round = 0; round < clusters; ++round) {
        Eigen::Index a = 0, b = 0;
        shared.maxCoeff(&a, &b);
        to[std::size_t(a)] = int(b);
        shared.row(a).setConstant(-1), shared.col(b).setConstant(-1);
    }
    return to;
}

Board draw(const Moment& m) {
    Board board;
    board.panels = {mapPanel(m),  kmeansPanel(m), reliefPanel(m),   completionPanel(m), silhouettePanel(m),   agreementPanel(m),
                    lossPanel(m), usedPanel(m),   softnessPanel(m), settingsPanel(m),   settingsUsedPanel(m), rivalsPanel(m)};
    board.sentence = "Epoch " + std::to_string(m.state.epoch->number) + " of " + std::to_string(m.params.epochs) + ": " +
                     scoreWords(m, m.state.epoch->scores) + "; k-means " + fixed(kmeansNow(m.state).scores.silhouette, 3);
    for (const std::string& remark : m.state.world->remarks) board.sentence += ". " + remark;
    return board;
}

}  // namespace engram::clam
