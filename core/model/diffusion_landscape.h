// The shape of the diffusion energy of points in the plane at one moment: its minima, and the floor of the valley around the middle.
#pragma once

#include "core/model/diffusion.h"

namespace engram {

// All local minima that descents from the points themselves (a share of them where there are many) and from a grid around them lead to,
// each polished by Newton's method and kept only where the Hessian is positive: on a ring, saddles lie between minima. One a column.
Matrix diffusionMinima(const Matrix& points, Real sigma);

// E (weight inside) on the floor of the valley around the origin: at each of `angles` equally spaced directions the least energy over
// the radius, and that radius. Its highest less its lowest is the corrugation.
struct Valley {
    Vector energy, radius;
};
Valley valleyAround(const Matrix& points, Real sigma, int angles);
Real corrugation(const Valley& valley);

}  // namespace engram
