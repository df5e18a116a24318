// The colours of a surface under one light, laid on its grid: while only the camera comes nearer or the relief is drawn in more
// detail, they stay as they are. One fragment a sample.
#include "common/frame.glsl"
#include "common/relief.glsl"

uniform sampler2D shades;   // normal x, y as 0..1, place in the colour map, occlusion
uniform int stride;         // every how many-th sample
uniform vec4 extent;        // x0, y0, x1 - x0, y1 - y0
uniform vec4 fog;           // centre in the plane, start, 1 / (end - start)

out vec4 colour;            // and how clear of fog it is

void main() {
    ivec2 last = textureSize(shades, 0) - 1, at = min(stride * ivec2(gl_FragCoord.xy), last);
    vec4 shade = texelFetch(shades, at, 0);
    vec2 level = shade.xy * 2.0 - 1.0;
    vec3 normal = vec3(level, sqrt(max(0.0, 1.0 - dot(level, level))));
    float away = clamp((distance(extent.xy + extent.zw * vec2(at) / vec2(last), fog.xy) - fog.z) * fog.w, 0.0, 1.0);
    colour = vec4(lit(shade.z, normal, shade.w), 1.0 - away * away * (3.0 - 2.0 * away));
}
