#include <algorithm>
#include <cmath>

#include "render/figure/draw_list.h"

namespace engram {

// Sizes are those of assets/look/tokens.json: type.desk, line and marker in px; figure_pt and line.print_pt on paper.
Style windowStyle(const Theme& theme, double scale) {
    Style s;
    s.theme = &theme;
    for (double* size : {&s.caption, &s.small, &s.body, &s.title, &s.heading, &s.curve, &s.strong, &s.axis, &s.grid, &s.contour,
                         &s.contourStrong, &s.tick, &s.space, &s.mark})
        *size *= scale;
    return s;
}

Style paperStyle(const Theme& theme, double pointSize) {
    Style s;
    s.theme = &theme;
    s.caption = 6.5, s.small = 7, s.body = 8, s.title = 8, s.heading = 9, s.least = 6;
    s.curve = 0.9, s.strong = 1.3, s.axis = 0.5, s.grid = 0.25, s.contour = 0.3, s.contourStrong = 0.6;
    s.tick = 2, s.space = 2;
    s.paper = theme.name == "print";
    s.mark = 0.38;                           // a mark of 9 px is 1.2 mm on paper
    if (!s.paper) s.body = 7, s.mark = 0.5;  // a scene on a slide keeps the proportions that it has in the window
    // Spaces go with the type, marks half as fast, since the plot they stand in keeps its size; lines only grow, for a thinner one would
    // be lost in print.
    constexpr double kUsual = 8;
    const double factor = pointSize / kUsual;
    for (double* size : {&s.caption, &s.small, &s.body, &s.title, &s.heading, &s.least, &s.space, &s.tick}) *size *= factor;
    s.mark *= std::sqrt(factor);
    for (double* width : {&s.curve, &s.strong, &s.axis, &s.grid, &s.contour, &s.contourStrong}) *width *= std::max(1.0, factor);
    return s;
}

}  // namespace engram
