#include "core/compute/reference.h"

namespace engram::reference {

namespace {

struct Parts {
    Vector g, similarities, f;

    Parts(const MemoryModel& model, const Matrix& memories, const Vector& v) : g(activation(model.features, v)) {
        if (model.similarity == Similarity::Dot) similarities = memories.transpose() * g;
        else similarities = -0.5 * (memories.colwise() - g).colwise().squaredNorm().transpose();
        f = activation(model.hidden, similarities);
    }
};

}  // namespace

Real energy(const MemoryModel& model, const Matrix& memories, const Vector& v) {
    const Parts p(model, memories, v);
    const Real hidden = potential(model.hidden, p.similarities)[0];
    return model.similarity == Similarity::Dot ? v.dot(p.g) - potential(model.features, v)[0] - hidden : -hidden;
}

Vector gradient(const MemoryModel& model, const Matrix& memories, const Vector& v) {
    const Parts p(model, memories, v);
    const Vector byActivation = (model.similarity == Similarity::Dot ? v : Vector(p.f.sum() * p.g)) - memories * p.f;
    Matrix result(v.size(), 1);
    curvature(model.features, v, p.g, byActivation, result);
    return result;
}

Vector target(const MemoryModel& model, const Matrix& memories, const Vector& v) {
    const Parts p(model, memories, v);
    if (model.similarity == Similarity::Dot) return memories * p.f;
    // Only the ratios of exponential weights count: softmax has the same and cannot underflow.
    const auto* exponential = std::get_if<Exponential>(&model.hidden);
    const Vector f = exponential ? Vector(activation(Softmax{exponential->beta}, p.similarities)) : p.f;
    const Real sum = f.sum();
    return sum == 0 ? v : Vector(memories * f / sum);
}

Vector stepped(const MemoryModel& model, const Matrix& memories, Real rate, const Vector& v) {
    return v + rate * (target(model, memories, v) - v);
}

int nearest(const MemoryModel& model, const Matrix& memories, const Vector& v) {
    Vector score(memories.cols());
    for (int k = 0; k < memories.cols(); ++k) {
        const Real length = memories.col(k).norm();
        if (model.similarity == Similarity::Distance) score[k] = -(memories.col(k) - v).squaredNorm();
        else score[k] = length > 0 ? memories.col(k).dot(v) / length : 0;
    }
    Eigen::Index best = 0;
    score.maxCoeff(&best);
    return int(best);
}

Vector landscape(const MemoryModel& model, const Matrix& memories, const PlaneGrid& grid) {
    Vector result(Eigen::Index(grid.columns) * grid.rows);
    for (int j = 0; j < grid.rows; ++j)
        for (int i = 0; i < grid.columns; ++i) {
            const Real x = grid.x0 + Real(grid.dx) * i, y = grid.y0 + Real(grid.dy) * j;
            const Vector v = grid.origin.cast<Real>() + x * grid.u.cast<Real>() + y * grid.w.cast<Real>();
            result[Eigen::Index(j) * grid.columns + i] = energy(model, memories, v);
        }
    return result;
}

}  // namespace engram::reference
