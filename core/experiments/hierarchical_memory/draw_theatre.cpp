// The assembly theatre: layers as sheets one above the other. On the right the picture as the pixels have it, and what each layer above
// would draw; on the left the cue, and the maps of each layer's channels.
#include <algorithm>
#include <cctype>

#include "core/base/text.h"
#include "core/experiments/hierarchical_memory/channel_maps.h"
#include "core/experiments/hierarchical_memory/draw.h"

namespace engram::hierarchical_memory {

namespace {

constexpr float kGap = 0.2f, kFloor = 0.76f, kMostHigh = 2.1f;  // between the columns; from a layer to the next; all layers together
constexpr double kTurnDeg = -14, kRiseDeg = 37, kFovDeg = 12;
constexpr float kNameRoom = 0.62f, kNotesRoom = 0.22f;  // left of the sheets, and below them
constexpr float kFramePx = 2, kChosenPx = 3;
constexpr std::size_t kMostLit = 64;  // neurons of a layer with a frame each

struct Stand {
    float left = 0, level = 0;  // of the upper left corner
    Vec3 corner() const { return {left, 0.5f, level}; }
    Vec3 at(double u, double v) const { return {left + float(u), 0.5f - float(v), level}; }
};

void addSquare(const Stand& stand, const Square& q, float widthPx, Scene& scene) {
    scene.marks.push_back(Lines{share(std::vector<Vec3>{stand.at(q.u0, q.v0), stand.at(q.u1, q.v0), stand.at(q.u1, q.v1),
                                                        stand.at(q.u0, q.v1), stand.at(q.u0, q.v0)}),
                                {Ink::Cue},
                                LineKind::Plain,
                                widthPx,
                                false});
}

// From the corners of a square to those of the square above it.
void addPillar(const Stand& below, const Square& q, const Stand& above, const Square& r, Scene& scene) {
    const double from[4][2] = {{q.u0, q.v0}, {q.u1, q.v0}, {q.u1, q.v1}, {q.u0, q.v1}},
                 to[4][2] = {{r.u0, r.v0}, {r.u1, r.v0}, {r.u1, r.v1}, {r.u0, r.v1}};
    for (int i = 0; i < 4; ++i)
        scene.marks.push_back(Lines{share(std::vector<Vec3>{below.at(from[i][0], from[i][1]), above.at(to[i][0], to[i][1])}),
                                    {Ink::Cue, 0, 0.6f},
                                    LineKind::Plain,
                                    1.2f,
                                    false});
}

// In the pictures: what the neuron looked at sees, and over it what its place is part of.
void addFields(const Moment& m, const Chain& chain, const std::vector<Stand>& stands, Scene& scene) {
    const auto square = [&](int a) {
        return squareOf(m.state, std::max(a, chain.layer), chain.places[std::size_t(std::max(a, chain.layer))]);
    };
    for (int a = 0; a < int(stands.size()); ++a) {
        addSquare(stands[std::size_t(a)], square(a), kFramePx, scene);
        if (a + 1 < int(stands.size())) addPillar(stands[std::size_t(a)], square(a), stands[std::size_t(a) + 1], square(a + 1), scene);
    }
}

// In the maps: the neuron looked at, what it listens to, and one neuron of each other layer that goes with it.
void addNeurons(const Moment& m, const Chain& chain, const std::vector<Stand>& stands, Scene& scene) {
    const Hierarchy& net = *m.state.net;
    const bool pictures = m.state.world->hasPictures();
    for (int a = 0; a < int(stands.size()); ++a) {
        const Stand& stand = stands[std::size_t(a)];
        const HierarchyLayer& layer = net.layers[std::size_t(a)];
        const ChannelMaps maps(layer);
        if (a == 0 && pictures && chain.layer > 0) {
            addSquare(stand, squareOf(m.state, chain.layer, chain.chosen()), kFramePx, scene);
            continue;
        }
        addSquare(stand, maps.square(chain.places[std::size_t(a)].neuron), a == chain.layer ? kChosenPx : kFramePx, scene);
        if (a + 1 != chain.layer) continue;
        std::vector<Weighed> heard = seenBy(net, chain.layer, chain.chosen().neuron);
        std::erase_if(heard, [](const Weighed& w) { return w.weight == 0; });
        if (heard.size() > kMostLit || int(heard.size()) == layer.size()) {
            addSquare(stand, {}, kFramePx, scene);
            continue;
        }
        for (const Weighed& w : heard) addSquare(stand, maps.square(w.neuron), kFramePx, scene);
    }
}

std::string sizeWords(const HierarchyLayer& layer) {
    if (layer.height * layer.width == 1) return std::to_string(layer.channels);
    const std::string places = std::to_string(layer.height) + " × " + std::to_string(layer.width);
    return layer.channels == 1 ? places : std::to_string(layer.channels) + " at " + places;
}

// What the pointer chooses on the maps of a layer.
Pointing pointingOn(const Moment& m, int layer, const ChannelMaps& maps, std::string reading) {
    if (m.state.denoiser) return {};
    std::vector<int> numbers = maps.neurons();
    for (int& n : numbers)
        if (n >= 0) n = numberOf(*m.state.net, layer, n);
    return {"looked_at", share(std::move(numbers)), std::move(reading)};
}

Scene sceneOf(const Moment& m) {
    const State& s = m.state;
    const HierarchyState g = activations(*s.net, *s.x);
    const bool pictures = s.world->hasPictures();
    const int layers = layersOf(m);
    const float right = 1 + kGap, floor = std::min(kFloor, kMostHigh / float(layers - 1));
    Scene scene;
    std::vector<Stand> maps, drawings;
    const std::string reading = readingOf(m);
    for (int a = 0; a < layers; ++a) {
        const HierarchyLayer& layer = s.net->layers[std::size_t(a)];
        maps.push_back({0, floor * float(a)});
        const Paint rim = holds(m.params, a) && !s.denoiser ? Paint{Ink::Rising} : Paint{Ink::Axis};
        Sheet left{maps.back().corner(), {1, 0, 0}, {0, -1, 0}, {}, rim, layerName(m, a), sizeWords(layer)};
        if (pictures && a == 0) {
            left.picture = pictureOf(*s.world, *s.cue), left.frame = {Ink::Cue};
            left.pointing = pointingOver(m, 0, reading);
        } else {
            const ChannelMaps channels(layer);
            left.picture = channels.picture(g[std::size_t(a)]);
            left.pointing = pointingOn(m, a, channels, reading);
        }
        scene.marks.push_back(std::move(left));
        if (!pictures) continue;
        drawings.push_back({right, floor * float(a)});
        scene.marks.push_back(Sheet{drawings.back().corner(),
                                    {1, 0, 0},
                                    {0, -1, 0},
                                    pictureOf(*s.world, a == 0 ? g[0] : drawnBy(s, g, a)),
                                    a == 0 ? Paint{Ink::State} : rim,
                                    "",
                                    "",
                                    pointingOver(m, a, reading)});
    }
    if (!s.denoiser) {  // there every neuron looks at every pixel
        const Chain chain = chainOf(m.params, s);
        addFields(m, chain, drawings, scene);
        addNeurons(m, chain, maps, scene);
    }
    const float top = floor * float(layers - 1), end = pictures ? right + 1 : 1;
    scene.camera.azimuthDeg = kTurnDeg, scene.camera.elevationDeg = kRiseDeg, scene.camera.fovDeg = kFovDeg;
    scene.camera.target = {end / 2, 0, top / 2};
    for (const float z : {-kNotesRoom, top})
        for (const float y : {-0.5f, 0.5f}) scene.framed.push_back({-kNameRoom, y, z}), scene.framed.push_back({end, y, z});
    return scene;
}

// The neuron looked at, and what drives it.
Sentence drivesNote(const Moment& m) {
    const State& s = m.state;
    const Chain chain = chainOf(m.params, s);
    const Drives drives = drivesOf(s, activations(*s.net, *s.x), chain.layer, chain.chosen().neuron);
    std::string name = neuronName(m.params, s, chain.layer, chain.chosen());
    name.front() = char(std::toupper(static_cast<unsigned char>(name.front())));
    Sentence note{{std::move(name), {Ink::Cue}, true}};
    if (chain.layer > 0) note.push_back({": from below " + fixed(drives.below, 2)});
    if (chain.layer + 1 < layersOf(m)) note.push_back({(chain.layer > 0 ? ", from above " : ": from above ") + fixed(drives.above, 2)});
    note.push_back({", decay " + fixed(drives.decay, 2)});
    note.push_back({holds(m.params, chain.layer) ? "; held" : "; in all " + fixed(drives.sum(), 2)});
    return note;
}

}  // namespace

Panel theatrePanel(const Moment& m) {
    const State& s = m.state;
    Scene scene = sceneOf(m);
    if (s.world->hasPictures()) {
        scene.notes.push_back({{"Left: the cue", {Ink::Cue}, true},
                               {", and what each neuron does; right: "},
                               {"the pixels", {Ink::State}, true},
                               {", and what each layer would draw"}});
    }
    if (!s.denoiser) scene.notes.push_back(drivesNote(m));
    const std::string broken = brokenWords(m.params);
    if (!broken.empty()) scene.notes.push_back({{broken, {Ink::Rising}, true}});
    if (s.ranAway) scene.notes.push_back({{"The state ran away: too long a step, or an energy without a floor", {Ink::Rising}, true}});
    const std::string subtitle = s.denoiser ? "one step from the noisy picture to the clean one"
                                            : "time " + fixed(s.time, 2) + (broken.empty() ? "" : "; feedback is not the adjoint");
    Panel panel{"theatre", "Assembly theatre", subtitle, true, std::move(scene)};
    if (!s.denoiser) panel.hint = "point at a neuron, click to keep it";
    return panel;
}

}  // namespace engram::hierarchical_memory
