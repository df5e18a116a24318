#include "common/frame.glsl"
#include "common/relief.glsl"

uniform sampler2D relief;   // energy, normal x, normal y, occlusion
uniform vec4 fog;           // centre in the plane, start, 1 / (end - start)

in vec2 ground, texel;
in float share;
out vec4 colour;

void main() {
    float away = clamp((distance(ground, fog.xy) - fog.z) * fog.w, 0.0, 1.0);
    float fogged = gl_FrontFacing ? away * away * (3.0 - 2.0 * away) : 1.0;   // from below, a relief is only a silhouette
    vec2 size = vec2(textureSize(relief, 0));
    vec4 here = texture(relief, (texel * (size - 1.0) + 0.5) / size);
    vec3 normal = vec3(here.yz, sqrt(max(0.0, 1.0 - dot(here.yz, here.yz))));
    vec3 shaded = withContours(lit(share, normal, here.w), here.x);
    colour = vec4(mix(shaded, frame.scene.rgb, fogged), 1.0);
}
