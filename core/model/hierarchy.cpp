#include "core/model/hierarchy.h"

#include <cmath>
#include <string>

#include "core/base/error.h"

namespace engram {

namespace {

// The layer as its Lagrangian sees it: coupled neurons in one column.
Eigen::Map<const Matrix> columns(const HierarchyLayer& layer, const Vector& x) {
    const bool whole = std::holds_alternative<Spherical>(layer.law);
    return {x.data(), whole ? layer.size() : layer.channels, whole ? 1 : layer.height * layer.width};
}

Vector activationOf(const HierarchyLayer& layer, const Vector& x) { return activation(layer.law, columns(layer, x)).reshaped(); }

Real potentialOf(const HierarchyLayer& layer, const Vector& x) { return potential(layer.law, columns(layer, x)).sum(); }

// H d, by the curvature of the Lagrangian at x.
Vector curvatureOf(const HierarchyLayer& layer, const Vector& x, const Vector& g, const Vector& d) {
    const auto at = columns(layer, x);
    Matrix out(at.rows(), at.cols());
    curvature(layer.law, at, columns(layer, g), columns(layer, d), out);
    return out.reshaped();
}

// Calls body(patch, place): the numbers of the entries below that filter place `place` sees, in the order of a filter.
template <class Body>
void eachPatch(const HierarchyLayer& below, const HierarchyLayer& above, const ConvSynapse& synapse, const Body& body) {
    const int channels = below.channels, row = synapse.kernel * channels;
    Eigen::VectorXi patch(synapse.kernel * row);
    for (int p = 0; p < above.height; ++p)
        for (int q = 0; q < above.width; ++q) {
            for (int i = 0; i < synapse.kernel; ++i) {
                const int first = ((synapse.stride * p + i) * below.width + synapse.stride * q) * channels;
                for (int j = 0; j < row; ++j) patch[i * row + j] = first + j;
            }
            body(patch, p * above.width + q);
        }
}

// Exact relaxation towards the drive while all other layers stand still.
void relax(const Hierarchy& h, std::size_t parity, Real dt, HierarchyState& x) {
    const HierarchyState now = rates(h, x);
    for (std::size_t a = parity; a < x.size(); a += 2) x[a] += h.layers[a].tau * -std::expm1(-dt / h.layers[a].tau) * now[a];
}

void add(HierarchyState& x, Real factor, const HierarchyState& d) {
    for (std::size_t a = 0; a < x.size(); ++a) x[a] += factor * d[a];
}

HierarchyState moved(HierarchyState x, Real factor, const HierarchyState& d) {
    add(x, factor, d);
    return x;
}

}  // namespace

void checkHierarchy(const Hierarchy& h) {
    if (h.layers.size() < 2 || h.synapses.size() + 1 != h.layers.size())
        usage("a hierarchy of " + std::to_string(h.layers.size()) + " layers needs one synapse between each two, not " +
              std::to_string(h.synapses.size()));
    for (std::size_t a = 0; a < h.layers.size(); ++a)
        if (h.layers[a].size() < 1 || !(h.layers[a].tau > 0))
            usage("layer " + std::to_string(a + 1) + " needs neurons and a positive time constant");
    for (std::size_t a = 0; a < h.synapses.size(); ++a) {
        const HierarchyLayer &below = h.layers[a], &above = h.layers[a + 1];
        const std::string name = "the synapse between layers " + std::to_string(a + 1) + " and " + std::to_string(a + 2);
        if (const auto* dense = std::get_if<DenseSynapse>(&h.synapses[a])) {
            const bool own = dense->feedback.size() > 0;
            if (dense->weights.rows() != above.size() || dense->weights.cols() != below.size() ||
                (own && (dense->feedback.rows() != below.size() || dense->feedback.cols() != above.size())))
                usage(name + " does not fit their sizes");
            continue;
        }
        const auto& conv = std::get<ConvSynapse>(h.synapses[a]);
        if (conv.kernel < 1 || conv.stride < 1 || conv.kernel > below.height || conv.kernel > below.width)
            usage(name + " has a kernel of " + std::to_string(conv.kernel) + ", which does not fit a layer of " +
                  std::to_string(below.height) + " x " + std::to_string(below.width));
        const bool fits = above.height == (below.height - conv.kernel) / conv.stride + 1 &&
                          above.width == (below.width - conv.kernel) / conv.stride + 1 && conv.filters.rows() == above.channels &&
                          conv.filters.cols() == conv.kernel * conv.kernel * below.channels;
        if (!fits) usage(name + " does not fit their sizes");
    }
}

Vector upward(const HierarchyLayer& below, const HierarchyLayer& above, const Synapse& synapse, const Vector& g) {
    if (const auto* dense = std::get_if<DenseSynapse>(&synapse)) return dense->weights * g;
    const auto& conv = std::get<ConvSynapse>(synapse);
    Vector drive(above.size());
    eachPatch(below, above, conv, [&](const Eigen::VectorXi& patch, int place) {
        drive.segment(place * above.channels, above.channels) = conv.filters * g(patch);
    });
    return drive;
}

Vector downward(const HierarchyLayer& below, const HierarchyLayer& above, const Synapse& synapse, const Vector& g) {
    if (const auto* dense = std::get_if<DenseSynapse>(&synapse)) {
        if (dense->feedback.size() > 0) return dense->feedback * g;
        return dense->weights.transpose() * g;
    }
    const auto& conv = std::get<ConvSynapse>(synapse);
    Vector drive = Vector::Zero(below.size());
    eachPatch(below, above, conv, [&](const Eigen::VectorXi& patch, int place) {
        drive(patch) += conv.filters.transpose() * g.segment(place * above.channels, above.channels);
    });
    return drive;
}

Matrix synapseGradient(const HierarchyLayer& below, const HierarchyLayer& above, const Synapse& synapse, const Vector& gBelow,
                       const Vector& gAbove) {
    if (std::holds_alternative<DenseSynapse>(synapse)) return -gAbove * gBelow.transpose();
    const auto& conv = std::get<ConvSynapse>(synapse);
    Matrix gradient = Matrix::Zero(conv.filters.rows(), conv.filters.cols());
    eachPatch(below, above, conv, [&](const Eigen::VectorXi& patch, int place) {
        gradient -= gAbove.segment(place * above.channels, above.channels) * gBelow(patch).transpose();
    });
    return gradient;
}

HierarchyState activations(const Hierarchy& h, const HierarchyState& x) {
    HierarchyState g;
    for (std::size_t a = 0; a < x.size(); ++a) g.push_back(activationOf(h.layers[a], x[a]));
    return g;
}

HierarchyState rates(const Hierarchy& h, const HierarchyState& x) {
    const HierarchyState g = activations(h, x);
    HierarchyState rate;
    for (std::size_t a = 0; a < x.size(); ++a) {
        if (a < h.held.size() && h.held[a]) {
            rate.push_back(Vector::Zero(x[a].size()));
            continue;
        }
        Vector drive = -x[a];
        if (a > 0) drive += upward(h.layers[a - 1], h.layers[a], h.synapses[a - 1], g[a - 1]);
        if (a + 1 < x.size()) drive += h.feedback * downward(h.layers[a], h.layers[a + 1], h.synapses[a], g[a + 1]);
        rate.push_back(drive / h.layers[a].tau);
    }
    return rate;
}

HierarchyEnergy energy(const Hierarchy& h, const HierarchyState& x) {
    const HierarchyState g = activations(h, x);
    HierarchyEnergy e{Vector(Eigen::Index(x.size())), Vector(Eigen::Index(x.size()) - 1)};
    for (std::size_t a = 0; a < x.size(); ++a) e.layers[Eigen::Index(a)] = x[a].dot(g[a]) - potentialOf(h.layers[a], x[a]);
    for (std::size_t a = 0; a + 1 < x.size(); ++a)
        e.synapses[Eigen::Index(a)] = -g[a + 1].dot(upward(h.layers[a], h.layers[a + 1], h.synapses[a], g[a]));
    return e;
}

Vector dissipation(const Hierarchy& h, const HierarchyState& x) {
    const HierarchyState g = activations(h, x), rate = rates(h, x);
    Vector lost(Eigen::Index(x.size()));
    for (std::size_t a = 0; a < x.size(); ++a)
        lost[Eigen::Index(a)] = h.layers[a].tau * rate[a].dot(curvatureOf(h.layers[a], x[a], g[a], rate[a]));
    return lost;
}

Real energyWithoutTop(const Hierarchy& h, const HierarchyState& x) {
    const HierarchyEnergy whole = energy(h, x);
    const std::size_t top = x.size() - 1;
    const Vector drive = upward(h.layers[top - 1], h.layers[top], h.synapses[top - 1], activationOf(h.layers[top - 1], x[top - 1]));
    const auto below = Eigen::Index(top);
    return whole.layers.head(below).sum() + whole.synapses.head(below - 1).sum() - potentialOf(h.layers[top], drive);
}

void step(const Hierarchy& h, Integrator integrator, Real dt, HierarchyState& x) {
    switch (integrator) {
        case Integrator::Block:
            relax(h, 0, dt, x);
            relax(h, 1, dt, x);
            break;
        case Integrator::Euler:
            add(x, dt, rates(h, x));
            break;
        case Integrator::Rk4: {
            const HierarchyState a = rates(h, x), b = rates(h, moved(x, dt / 2, a)), c = rates(h, moved(x, dt / 2, b)),
                                 d = rates(h, moved(x, dt, c));
            add(x, dt / 6, a), add(x, dt / 3, b), add(x, dt / 3, c), add(x, dt / 6, d);
            break;
        }
    }
}

}  // namespace engram
