// The maps of a layer's channels side by side in one picture, in a near square, and where each neuron lies in it.
#pragma once

#include "core/experiments/hierarchical_memory/looked_at.h"

namespace engram::hierarchical_memory {

class ChannelMaps {
public:
    explicit ChannelMaps(const HierarchyLayer& layer);

    Picture picture(const Vector& g) const;
    std::vector<int> neurons() const;  // one a pixel of the picture; -1 between the maps
    Square square(int neuron) const;   // in shares of the picture

private:
    template <class Body>
    void eachPixel(const Body& body) const;  // body(pixel, neuron) for all pixels of maps; neuron -1 where the last row has no map

    const HierarchyLayer& layer_;
    int across_, down_, gap_, enlarged_, width_, height_;  // maps in a row, rows; pixels between two; of a neuron; of the picture
};

}  // namespace engram::hierarchical_memory
