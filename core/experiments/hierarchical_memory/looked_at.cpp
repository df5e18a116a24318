#include "core/experiments/hierarchical_memory/looked_at.h"

#include <algorithm>
#include <cmath>

#include "core/base/text.h"

namespace engram::hierarchical_memory {

namespace {

const HierarchyLayer& layerAt(const Hierarchy& net, int layer) { return net.layers[std::size_t(layer)]; }
const Synapse& synapseAbove(const Hierarchy& net, int layer) { return net.synapses[std::size_t(layer)]; }
int layersOf(const State& s) { return int(s.net->layers.size()); }

Place placeOf(const HierarchyLayer& layer, int neuron) {
    const int at = neuron / layer.channels;
    return {at / layer.width, at % layer.width, neuron % layer.channels, neuron};
}

// The neuron of the strongest channel at a place of a layer.
Place strongestAt(const State& s, int layer, int row, int column) {
    const HierarchyLayer& here = layerAt(*s.net, layer);
    const int first = (row * here.width + column) * here.channels;
    Eigen::Index channel = 0;
    (*s.x)[std::size_t(layer)].segment(first, here.channels).maxCoeff(&channel);
    return {row, column, int(channel), first + int(channel)};
}

// From a place of a layer to the place above that sees it, or the nearest to it.
void goUp(const Hierarchy& net, int layer, int& row, int& column) {
    const HierarchyLayer& above = layerAt(net, layer + 1);
    const auto* conv = std::get_if<ConvSynapse>(&synapseAbove(net, layer));
    row = conv ? std::min(row / conv->stride, above.height - 1) : 0;
    column = conv ? std::min(column / conv->stride, above.width - 1) : 0;
}

// What drives a neuron most; while all below is silent, what it listens to most.
int strongestSeenBy(const Hierarchy& net, const Vector& below, int layer, int neuron) {
    const std::vector<Weighed> seen = seenBy(net, layer, neuron);
    const auto strength = [&](const Weighed& w) { return std::pair(std::abs(w.weight * below[w.neuron]), std::abs(w.weight)); };
    return std::max_element(seen.begin(), seen.end(), [&](const Weighed& a, const Weighed& b) { return strength(a) < strength(b); })
        ->neuron;
}

double weighedSum(const std::vector<Weighed>& weighed, const Vector& g) {
    double sum = 0;
    for (const Weighed& w : weighed) sum += w.weight * g[w.neuron];
    return sum;
}

}  // namespace

Chain chainOf(const Params& p, const State& s) {
    const Hierarchy& net = *s.net;
    Chain chain;
    int neuron = s.pixel, rest = p.lookedAt - 1;
    if (rest >= 0) {
        while (chain.layer + 1 < layersOf(s) && rest >= layerAt(net, chain.layer).size()) rest -= layerAt(net, chain.layer++).size();
        neuron = std::min(rest, layerAt(net, chain.layer).size() - 1);
    }
    chain.places.resize(net.layers.size());
    chain.places[std::size_t(chain.layer)] = placeOf(layerAt(net, chain.layer), neuron);
    int row = chain.chosen().row, column = chain.chosen().column;
    for (int a = chain.layer; a + 1 < layersOf(s); ++a) {
        goUp(net, a, row, column);
        chain.places[std::size_t(a) + 1] = strongestAt(s, a + 1, row, column);
    }
    if (chain.layer == 0) return chain;
    const HierarchyState g = activations(net, *s.x);
    for (int a = chain.layer; a > 0; --a) {
        const auto below = std::size_t(a - 1);
        chain.places[below] = placeOf(net.layers[below], strongestSeenBy(net, g[below], a, chain.places[std::size_t(a)].neuron));
    }
    return chain;
}

int numberOf(const Hierarchy& net, int layer, int neuron) {
    int number = neuron + 1;
    for (int a = 0; a < layer; ++a) number += layerAt(net, a).size();
    return number;
}

std::vector<int> strongestOverPixels(const State& s, int layer) {
    const HierarchyLayer &here = layerAt(*s.net, layer), &pixels = layerAt(*s.net, 0);
    std::vector<int> strongest, over;
    for (int row = 0; row < here.height; ++row)
        for (int column = 0; column < here.width; ++column)
            strongest.push_back(numberOf(*s.net, layer, strongestAt(s, layer, row, column).neuron));
    for (int y = 0; y < pixels.height; ++y)
        for (int x = 0; x < pixels.width; ++x) {
            int row = y, column = x;
            for (int a = 0; a < layer; ++a) goUp(*s.net, a, row, column);
            over.push_back(strongest[std::size_t(row * here.width + column)]);
        }
    return over;
}

std::vector<Weighed> seenBy(const Hierarchy& net, int layer, int neuron) {
    const HierarchyLayer &below = layerAt(net, layer - 1), &here = layerAt(net, layer);
    std::vector<Weighed> seen;
    if (const auto* dense = std::get_if<DenseSynapse>(&synapseAbove(net, layer - 1))) {
        for (int i = 0; i < below.size(); ++i) seen.push_back({i, dense->weights(neuron, i)});
        return seen;
    }
    const auto& conv = std::get<ConvSynapse>(synapseAbove(net, layer - 1));
    const Place at = placeOf(here, neuron);
    const int row = conv.kernel * below.channels;
    for (int i = 0; i < conv.kernel; ++i) {
        const int first = ((conv.stride * at.row + i) * below.width + conv.stride * at.column) * below.channels;
        for (int j = 0; j < row; ++j) seen.push_back({first + j, conv.filters(at.channel, i * row + j)});
    }
    return seen;
}

std::vector<Weighed> thatSee(const Hierarchy& net, int layer, int neuron) {
    const HierarchyLayer &here = layerAt(net, layer), &above = layerAt(net, layer + 1);
    std::vector<Weighed> seeing;
    if (const auto* dense = std::get_if<DenseSynapse>(&synapseAbove(net, layer))) {
        const bool own = dense->feedback.size() > 0;
        for (int i = 0; i < above.size(); ++i) seeing.push_back({i, own ? dense->feedback(neuron, i) : dense->weights(i, neuron)});
        return seeing;
    }
    const auto& conv = std::get<ConvSynapse>(synapseAbove(net, layer));
    const Place at = placeOf(here, neuron);
    const auto first = [&](int place) { return std::max(0, (place - conv.kernel + conv.stride) / conv.stride); };
    for (int p = first(at.row); p <= std::min(at.row / conv.stride, above.height - 1); ++p)
        for (int q = first(at.column); q <= std::min(at.column / conv.stride, above.width - 1); ++q)
            for (int c = 0; c < above.channels; ++c) {
                const int i = at.row - conv.stride * p, j = at.column - conv.stride * q;
                seeing.push_back(
                    {(p * above.width + q) * above.channels + c, conv.filters(c, (i * conv.kernel + j) * here.channels + at.channel)});
            }
    return seeing;
}

Drives drivesOf(const State& s, const HierarchyState& g, int layer, int neuron) {
    const auto a = std::size_t(layer);
    Drives drives;
    if (layer > 0) drives.below = weighedSum(seenBy(*s.net, layer, neuron), g[a - 1]);
    if (layer + 1 < layersOf(s)) drives.above = s.net->feedback * weighedSum(thatSee(*s.net, layer, neuron), g[a + 1]);
    drives.decay = -(*s.x)[a][neuron];
    return drives;
}

Square squareOf(const State& s, int layer, const Place& place) {
    double x0 = place.column, y0 = place.row, x1 = x0 + 1, y1 = y0 + 1;
    for (int a = layer; a > 0; --a) {
        const auto* conv = std::get_if<ConvSynapse>(&synapseAbove(*s.net, a - 1));
        if (!conv) return {};
        x0 *= conv->stride, y0 *= conv->stride;
        x1 = (x1 - 1) * conv->stride + conv->kernel, y1 = (y1 - 1) * conv->stride + conv->kernel;
    }
    const double w = s.world->width, h = s.world->height;
    return {x0 / w, y0 / h, x1 / w, y1 / h};
}

std::string neuronName(const Params& p, const State& s, int layer, const Place& place) {
    if (p.task == Task::Random) return "neuron " + std::to_string(place.neuron + 1) + " of layer " + std::to_string(layer + 1);
    const std::string at = std::to_string(place.column + 1) + ", " + std::to_string(place.row + 1);
    if (layer == 0) return "pixel " + at;
    const bool alone = layerAt(*s.net, layer).height * layerAt(*s.net, layer).width == 1;
    return (layer == 1 ? "stroke " : "rule ") + std::to_string(place.channel + 1) + (alone ? "" : " at " + at);
}

std::string drivesWords(const State& s, int layer, const Drives& drives) {
    std::string words;
    if (layer > 0) words += "below " + fixed(drives.below, 2) + ", ";
    if (layer + 1 < layersOf(s)) words += "above " + fixed(drives.above, 2) + ", ";
    return words + "decay " + fixed(drives.decay, 2);
}

}  // namespace engram::hierarchical_memory
