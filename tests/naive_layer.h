// A layer of memories written down as core/compute/backend.h defines it, state by state in double: what backends are tested against.
#pragma once

#include "core/compute/backend.h"

namespace engram::testing {

struct NaiveLayer {
    MemoryModel model;
    Matrix memories;

    Vector activation(const Vector& v) const { return engram::activation(model.features, v); }

    Vector similarities(const Vector& g) const {
        if (model.similarity == Similarity::Dot) return memories.transpose() * g;
        return -0.5 * (memories.colwise() - g).colwise().squaredNorm().transpose();
    }

    double energy(const Vector& v) const {
        const Vector g = activation(v);
        const double own = model.similarity == Similarity::Dot ? v.dot(g) - potential(model.features, v)[0] : 0;
        return own - potential(model.hidden, similarities(g))[0];
    }

    Vector gradient(const Vector& v) const {
        const Vector g = activation(v), f = engram::activation(model.hidden, similarities(g));
        const Vector byG = model.similarity == Similarity::Dot ? Vector(v - memories * f) : Vector(g * f.sum() - memories * f);
        Vector byV(v.size());
        curvature(model.features, v, g, byG, byV);
        return byV;
    }

    Vector step(const Vector& v, double rate) const {
        const Vector f = engram::activation(model.hidden, similarities(activation(v)));
        const double sum = f.sum();
        if (model.similarity == Similarity::Dot) return v + rate * (memories * f - v);
        return sum == 0 ? v : Vector(v + rate * (memories * f / sum - v));
    }

    // What nearest() compares.
    Vector closeness(const Vector& v) const {
        if (model.similarity == Similarity::Dot) return memories.colwise().normalized().transpose() * v;
        return -(memories.colwise() - v).colwise().squaredNorm().transpose();
    }
};

}  // namespace engram::testing
