#include "common/frame.glsl"
#include "common/relief.glsl"

uniform sampler2D energies;
uniform sampler2D shades;   // normal as 0..1, occlusion
uniform vec4 fog;           // centre in the plane, start, 1 / (end - start)

in vec2 ground, texel;
in float share;
out vec4 colour;

void main() {
    float away = clamp((distance(ground, fog.xy) - fog.z) * fog.w, 0.0, 1.0);
    float fogged = gl_FrontFacing ? away * away * (3.0 - 2.0 * away) : 1.0;   // from below, a relief is only a silhouette
    vec4 shade = texture(shades, texel);
    vec3 shaded = withContours(lit(share, shade.xyz * 2.0 - 1.0, shade.w), texture(energies, texel).r);
    colour = vec4(mix(shaded, frame.scene.rgb, fogged), 1.0);
}
