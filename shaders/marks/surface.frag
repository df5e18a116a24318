#include "common/frame.glsl"
#include "common/relief.glsl"

uniform sampler2D energies;
uniform sampler2D colours;   // as lit, and how clear of fog it is

in vec2 energyTexel, colourTexel;
out vec4 colour;

void main() {
    vec4 base = texture(colours, colourTexel);
    float clear = gl_FrontFacing ? base.a : 0.0;   // from below, a relief is only a silhouette
    colour = vec4(mix(frame.scene.rgb, withContours(base.rgb, texture(energies, energyTexel).r), clear), 1.0);
}
