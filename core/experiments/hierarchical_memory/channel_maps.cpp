#include "core/experiments/hierarchical_memory/channel_maps.h"

#include <algorithm>
#include <cmath>

namespace engram::hierarchical_memory {

namespace {

constexpr float kBetweenMaps = 0.25f;  // of the range: the lines between the maps
constexpr int kMapTexels = 12;         // on a side of a map, so that those lines are thin

}  // namespace

ChannelMaps::ChannelMaps(const HierarchyLayer& layer)
    : layer_(layer), across_(int(std::ceil(std::sqrt(double(layer.channels))))), down_((layer.channels + across_ - 1) / across_) {
    const bool maps = layer.height * layer.width > 1;
    gap_ = maps ? 1 : 0, enlarged_ = maps ? std::max(1, kMapTexels / layer.width) : 1;
    width_ = across_ * (layer.width * enlarged_ + gap_) - gap_, height_ = down_ * (layer.height * enlarged_ + gap_) - gap_;
}

template <class Body>
void ChannelMaps::eachPixel(const Body& body) const {
    const int width = layer_.width * enlarged_, height = layer_.height * enlarged_;
    for (int c = 0; c < across_ * down_; ++c)
        for (int i = 0; i < height; ++i)
            for (int j = 0; j < width; ++j) {
                const int row = c / across_ * (height + gap_) + i, column = c % across_ * (width + gap_) + j;
                const int place = i / enlarged_ * layer_.width + j / enlarged_;
                body(std::size_t(row * width_ + column), c < layer_.channels ? place * layer_.channels + c : -1);
            }
}

Picture ChannelMaps::picture(const Vector& g) const {
    Picture picture;
    picture.width = width_, picture.height = height_;
    const double most = std::max(1e-6, g.cwiseAbs().maxCoeff());
    const bool both = g.minCoeff() < 0;
    if (both) picture.map = "signed", picture.low = float(-most);
    picture.high = float(std::holds_alternative<Softmax>(layer_.law) && layer_.channels < 300 ? 1.0 : most);
    std::vector<float> pixels(std::size_t(width_ * height_), both ? 0 : kBetweenMaps * picture.high);
    eachPixel([&](std::size_t pixel, int neuron) { pixels[pixel] = neuron < 0 ? 0 : float(g[neuron]); });
    picture.pixels = share(std::move(pixels));
    return picture;
}

std::vector<int> ChannelMaps::neurons() const {
    std::vector<int> neurons(std::size_t(width_ * height_), -1);
    eachPixel([&](std::size_t pixel, int neuron) { neurons[pixel] = neuron; });
    return neurons;
}

Square ChannelMaps::square(int neuron) const {
    const int c = neuron % layer_.channels, place = neuron / layer_.channels;
    const int column = c % across_ * (layer_.width * enlarged_ + gap_) + place % layer_.width * enlarged_;
    const int row = c / across_ * (layer_.height * enlarged_ + gap_) + place / layer_.width * enlarged_;
    const double w = width_, h = height_;
    return {column / w, row / h, (column + enlarged_) / w, (row + enlarged_) / h};
}

}  // namespace engram::hierarchical_memory
