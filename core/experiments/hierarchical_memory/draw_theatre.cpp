// The assembly theatre: layers as sheets one above the other. On the right the picture as the pixels have it, and what each layer above
// would draw; on the left the cue, and the maps of each layer's channels.
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiments/hierarchical_memory/draw.h"

namespace engram::hierarchical_memory {

namespace {

constexpr float kGap = 0.2f, kFloor = 0.76f, kMostHigh = 2.1f;  // between the columns; from a layer to the next; all layers together
constexpr double kTurnDeg = -14, kRiseDeg = 37, kFovDeg = 12;
constexpr float kNameRoom = 0.62f, kNotesRoom = 0.22f;  // left of the sheets, and below them
constexpr float kBetweenMaps = 0.25f;                   // of the range: the lines between the maps of a layer
constexpr int kMapTexels = 12;                          // on a side of a map, so that those lines are thin

// The maps of all channels side by side, in a near square.
Picture mapsOf(const HierarchyLayer& layer, const Vector& g) {
    const int across = int(std::ceil(std::sqrt(double(layer.channels)))), down = (layer.channels + across - 1) / across;
    const bool maps = layer.height * layer.width > 1;
    const int gap = maps ? 1 : 0, enlarged = maps ? std::max(1, kMapTexels / layer.width) : 1;
    const int width = layer.width * enlarged, height = layer.height * enlarged;
    Picture picture;
    picture.width = across * (width + gap) - gap, picture.height = down * (height + gap) - gap;
    const double most = std::max(1e-6, g.cwiseAbs().maxCoeff());
    const bool both = g.minCoeff() < 0;
    if (both) picture.map = "signed", picture.low = float(-most);
    picture.high = float(std::holds_alternative<Softmax>(layer.law) && layer.channels < 300 ? 1.0 : most);
    std::vector<float> pixels(std::size_t(picture.width * picture.height), both ? 0 : kBetweenMaps * picture.high);
    for (int c = 0; c < across * down; ++c)
        for (int i = 0; i < height; ++i)
            for (int j = 0; j < width; ++j) {
                const int row = c / across * (height + gap) + i, column = c % across * (width + gap) + j;
                const int place = i / enlarged * layer.width + j / enlarged;
                pixels[std::size_t(row * picture.width + column)] = c < layer.channels ? float(g[place * layer.channels + c]) : 0;
            }
    picture.pixels = share(std::move(pixels));
    return picture;
}

struct Stand {
    float left = 0, level = 0;  // of the upper left corner
    Vec3 corner() const { return {left, 0.5f, level}; }
    Vec3 at(double u, double v) const { return {left + float(u), 0.5f - float(v), level}; }
};

// The square that a place of a layer takes in the picture, in shares of it.
struct Square {
    double u0, v0, u1, v1;
};
Square squareOver(const Moment& m, int layer) {
    const Place place = placeOver(m, layer);
    const Hierarchy& net = *m.state.net;
    double x0 = place.column, y0 = place.row, x1 = x0 + 1, y1 = y0 + 1;
    for (int a = layer; a > 0; --a)
        if (const auto* conv = std::get_if<ConvSynapse>(&net.synapses[std::size_t(a - 1)])) {
            const auto below = [&](double first) { return first * conv->stride; };
            const auto end = [&](double last) { return (last - 1) * conv->stride + conv->kernel; };
            x0 = below(x0), y0 = below(y0), x1 = end(x1), y1 = end(y1);
        } else {
            x0 = y0 = 0, x1 = m.state.world->width, y1 = m.state.world->height;
        }
    const double w = m.state.world->width, h = m.state.world->height;
    return {x0 / w, y0 / h, x1 / w, y1 / h};
}

void addSquare(const Stand& stand, const Square& q, Scene& scene) {
    scene.marks.push_back(Lines{share(std::vector<Vec3>{stand.at(q.u0, q.v0), stand.at(q.u1, q.v0), stand.at(q.u1, q.v1),
                                                        stand.at(q.u0, q.v1), stand.at(q.u0, q.v0)}),
                                {Ink::Cue},
                                LineKind::Plain,
                                2,
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

std::string sizeWords(const HierarchyLayer& layer) {
    if (layer.height * layer.width == 1) return std::to_string(layer.channels);
    const std::string places = std::to_string(layer.height) + " × " + std::to_string(layer.width);
    return layer.channels == 1 ? places : std::to_string(layer.channels) + " at " + places;
}

void addSheet(const Stand& stand, Picture picture, Paint frame, std::string name, std::string value, Scene& scene) {
    scene.marks.push_back(Sheet{stand.corner(), {1, 0, 0}, {0, -1, 0}, std::move(picture), frame, std::move(name), std::move(value)});
}

Scene sceneOf(const Moment& m) {
    const State& s = m.state;
    const HierarchyState g = activations(*s.net, *s.x);
    const bool pictures = s.world->hasPictures();
    const int layers = layersOf(m);
    const float right = 1 + kGap, floor = std::min(kFloor, kMostHigh / float(layers - 1));
    Scene scene;
    for (int a = 0; a < layers; ++a) {
        const Stand left{0, floor * float(a)}, beside{right, floor * float(a)};
        const Paint rim = holds(m.params, a) && !s.denoiser ? Paint{Ink::Rising} : Paint{Ink::Axis};
        Picture maps = mapsOf(s.net->layers[std::size_t(a)], g[std::size_t(a)]);
        if (pictures && a == 0) maps = pictureOf(*s.world, *s.cue);
        addSheet(left, std::move(maps), pictures && a == 0 ? Paint{Ink::Cue} : rim, layerName(m, a),
                 sizeWords(s.net->layers[std::size_t(a)]), scene);
        if (!pictures) continue;
        const Vector drawn = a == 0 ? g[0] : drawnBy(s, g, a);
        addSheet(beside, pictureOf(*s.world, drawn), a == 0 ? Paint{Ink::State} : rim, "", "", scene);
        if (s.denoiser) continue;  // everything there looks at every pixel
        const Square here = squareOver(m, a);
        addSquare(beside, here, scene);
        if (a + 1 < layers) addPillar(beside, here, {right, floor * float(a + 1)}, squareOver(m, a + 1), scene);
    }
    const float top = floor * float(layers - 1), end = pictures ? right + 1 : 1;
    scene.camera.azimuthDeg = kTurnDeg, scene.camera.elevationDeg = kRiseDeg, scene.camera.fovDeg = kFovDeg;
    scene.camera.target = {end / 2, 0, top / 2};
    for (const float z : {-kNotesRoom, top})
        for (const float y : {-0.5f, 0.5f}) scene.framed.push_back({-kNameRoom, y, z}), scene.framed.push_back({end, y, z});
    return scene;
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
        if (!s.denoiser) {
            const int row = s.pixel / s.world->width, column = s.pixel % s.world->width;
            scene.notes.push_back(
                {{"Pixel " + std::to_string(column + 1) + ", " + std::to_string(row + 1), {Ink::Cue}, true}, {" and what looks at it"}});
        }
    }
    const std::string broken = brokenWords(m.params);
    if (!broken.empty()) scene.notes.push_back({{broken, {Ink::Rising}, true}});
    if (s.ranAway) scene.notes.push_back({{"The state ran away: too long a step, or an energy without a floor", {Ink::Rising}, true}});
    const std::string subtitle = s.denoiser ? "one step from the noisy picture to the clean one"
                                            : "time " + fixed(s.time, 2) + (broken.empty() ? "" : "; feedback is not the adjoint");
    const bool points = s.world->hasPictures() && !s.denoiser;
    return {"theatre", "Assembly theatre", subtitle,
            true,      std::move(scene),   points ? "press on the state in Recall to choose a pixel" : ""};
}

}  // namespace engram::hierarchical_memory
