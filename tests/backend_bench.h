// All that a Backend does on one layer, compared with the definition in double: each comparison says where they differ, or nothing.
#pragma once

#include <QString>

#include "core/base/random.h"
#include "tests/naive_layer.h"

namespace engram::testing {

inline constexpr double kNear = 2e-5;       // of a value, relative to the largest of its kind or 1: some hundred roundings
inline constexpr double kNearSteps = 2e-4;  // after several steps, which multiply what the first one missed
inline constexpr double kNearPlane = 1e-4;  // on a plane, where overlaps are sums of three
inline constexpr float kRate = 0.4f;
inline constexpr int kSteps = 4;

struct Size {
    int features, memories, states;
};

inline FloatMatrix noise(int rows, int columns, double scale, std::uint64_t stream) {
    Random random(7, stream);
    FloatMatrix m(rows, columns);
    for (float& entry : m.reshaped()) entry = float(scale * random.normal());
    return m;
}

// A backend, a layer and states for it, with the same layer in double.
struct Bench {
    Backend& backend;
    NaiveLayer layer;
    FloatMatrix states;
    std::shared_ptr<const Memories> memories;

    Bench(Backend& b, const MemoryModel& model, Size size) : backend(b), states(noise(size.features, size.states, 0.6, 2)) {
        const FloatMatrix columns = noise(size.features, size.memories, 1 / std::sqrt(double(size.features)), 1);
        layer = {model, columns.cast<double>()};
        memories = backend.prepare(columns);
    }
    Vector state(int q) const { return states.col(q).cast<double>(); }
    int count() const { return int(states.cols()); }
};

// Unbounded hidden neurons let some states fly off, and then there are no digits to compare.
inline bool isLost(const Vector& v) { return !(v.cwiseAbs().maxCoeff() < 100); }

// Empty where they agree.
inline QString difference(const char* what, const Matrix& got, const Matrix& wanted, double tolerance) {
    const double miss = (got - wanted).cwiseAbs().maxCoeff(), scale = std::max(1.0, wanted.cwiseAbs().maxCoeff());
    if (miss <= tolerance * scale) return {};  // and not where it is NaN
    return QString("%1 miss by %2 of %3").arg(what).arg(miss).arg(scale);
}

inline QString energiesDiffer(Bench& bench) {
    Eigen::VectorXf got(bench.count());
    bench.backend.energies(bench.layer.model, *bench.memories, bench.states, got);
    Vector wanted(bench.count());
    for (int q = 0; q < bench.count(); ++q) wanted[q] = bench.layer.energy(bench.state(q));
    return difference("energies", got.cast<double>(), wanted, kNear);
}

inline QString gradientsDiffer(Bench& bench) {
    FloatMatrix got(bench.states.rows(), bench.count());
    bench.backend.gradients(bench.layer.model, *bench.memories, bench.states, got);
    Matrix wanted(got.rows(), got.cols());
    for (int q = 0; q < bench.count(); ++q) wanted.col(q) = bench.layer.gradient(bench.state(q));
    return difference("gradients", got.cast<double>(), wanted, kNear);
}

inline QString stepsDiffer(Bench& bench, int steps, double tolerance) {
    FloatMatrix got = bench.states;
    bench.backend.descend(bench.layer.model, *bench.memories, kRate, steps, got);
    Matrix wanted = bench.states.cast<double>();
    for (int q = 0; q < bench.count(); ++q) {
        for (int i = 0; i < steps; ++i) wanted.col(q) = bench.layer.step(wanted.col(q), kRate);
        if (isLost(wanted.col(q))) wanted.col(q) = got.col(q).setZero().cast<double>();
    }
    return difference(steps == 1 ? "steps" : "states after several steps", got.cast<double>(), wanted, tolerance);
}

inline QString settlingDiffers(Bench& bench) {
    constexpr int kMost = 6;
    constexpr float kTolerance = 0.05f;
    FloatMatrix got = bench.states;
    Eigen::VectorXi taken(bench.count());
    bench.backend.settle(bench.layer.model, *bench.memories, kRate, kMost, kTolerance, got, taken);
    Matrix wanted = bench.states.cast<double>();
    for (int q = 0; q < bench.count(); ++q) {
        int steps = 0;
        bool rests = false;
        while (!rests && steps < kMost) {
            const Vector next = bench.layer.step(wanted.col(q), kRate);
            rests = (next - wanted.col(q)).cwiseAbs().maxCoeff() < kTolerance;
            wanted.col(q) = next;
            ++steps;
        }
        if (isLost(wanted.col(q))) {
            wanted.col(q) = got.col(q).setZero().cast<double>();
            continue;
        }
        const int expected = rests ? steps : -kMost;
        // At the threshold a rounding may cost a step, which moves entries by the tolerance.
        if (expected != taken[q] && std::abs(std::abs(taken[q]) - steps) > 1)
            return QString("state %1 settles after %2 steps, not %3").arg(q).arg(taken[q]).arg(expected);
        if (expected != taken[q]) wanted.col(q) = got.col(q).cast<double>();
    }
    return difference("settled states", got.cast<double>(), wanted, kNearSteps);
}

inline QString nearestDiffers(Bench& bench) {
    Eigen::VectorXi got(bench.count());
    bench.backend.nearest(bench.layer.model, *bench.memories, bench.states, got);
    for (int q = 0; q < bench.count(); ++q) {
        const Vector closeness = bench.layer.closeness(bench.state(q));
        if (got[q] < 0 || got[q] >= closeness.size() || closeness[got[q]] < closeness.maxCoeff() - 1e-5)
            return QString("memory %1 is not the nearest to state %2").arg(got[q]).arg(q);
    }
    return {};
}

inline QString landscapeDiffers(Bench& bench) {
    const int features = int(bench.states.rows());
    PlaneGrid grid{0.3f * noise(features, 1, 1, 3), noise(features, 1, 1, 4), noise(features, 1, 1, 5), -1.1f, 0.25f, -0.9f, 0.3f, 9, 7};
    Eigen::VectorXf got(grid.columns * grid.rows);
    bench.backend.landscape(bench.layer.model, *bench.memories, grid, got);
    Vector wanted(got.size());
    for (int j = 0; j < grid.rows; ++j)
        for (int i = 0; i < grid.columns; ++i) {
            const double x = double(grid.x0) + i * double(grid.dx), y = double(grid.y0) + j * double(grid.dy);
            wanted[j * grid.columns + i] =
                bench.layer.energy(grid.origin.cast<double>() + x * grid.u.cast<double>() + y * grid.w.cast<double>());
        }
    return difference("landscapes", got.cast<double>(), wanted, kNearPlane);
}

inline QString anythingDiffers(Backend& backend, const MemoryModel& model, Size size) {
    Bench bench(backend, model, size);
    for (const QString& text :
         {energiesDiffer(bench), gradientsDiffer(bench), stepsDiffer(bench, 1, kNear), stepsDiffer(bench, kSteps, kNearSteps),
          settlingDiffers(bench), nearestDiffers(bench), landscapeDiffers(bench)})
        if (!text.isEmpty())
            return QString("%1 features, %2 memories, %3 states: %4").arg(size.features).arg(size.memories).arg(size.states).arg(text);
    return {};
}

}  // namespace engram::testing
