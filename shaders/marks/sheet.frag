#include "common/frame.glsl"

uniform sampler2D texels;
uniform vec2 rim;
uniform vec4 rimColour;

in vec2 at;
out vec4 colour;

// How far inside [low, high] a place lies, in pixels of the screen.
float inside(vec2 low, vec2 high, vec2 pixel) {
    vec2 least = min(at - low, high - at) / pixel;
    return min(least.x, least.y);
}

// Nearest neighbour, but for the pixel of the screen that lies on an edge between two texels.
vec4 sharp() {
    vec2 size = vec2(textureSize(texels, 0)), place = at * size, edge = floor(place + 0.5);
    return texture(texels, (edge + clamp((place - edge) / max(fwidth(place), 1e-6), -0.5, 0.5)) / size);
}

void main() {
    vec2 pixel = max(fwidth(at), 1e-6);
    float cover = clamp(inside(-rim, 1.0 + rim, pixel) + 0.5, 0.0, 1.0);
    if (cover <= 0.0) discard;
    float picture = clamp(inside(vec2(0.0), vec2(1.0), pixel) + 0.5, 0.0, 1.0);
    colour = vec4(mix(rimColour.rgb, sharp().rgb, picture), cover * mix(rimColour.a, 1.0, picture));
}
