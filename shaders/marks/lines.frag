#include "common/frame.glsl"
#include "common/hidden.glsl"
#include "common/stroke.glsl"

uniform float period;

noperspective in vec2 local;
noperspective in float alpha, halfWidth, wayAlong;
flat in vec3 piece;
flat in float periodPixels;
out vec4 colour;

// Distance to the middle of the line, in pixels; beyond a capped end, to the end point.
float solidDistance() {
    float beyond = max(-local.x * piece.y, (local.x - piece.x) * piece.z);
    return length(vec2(max(beyond, 0.0), local.y));
}

float dotDistance() { return length(vec2((fract(wayAlong) - 0.5) * periodPixels, local.y)); }

void main() {
    float distance = period > 0.0 ? dotDistance() : solidDistance();
    float cover = clamp(halfWidth + 0.5 - distance, 0.0, 1.0);
    if (cover <= 0.0) discard;
    colour = vec4(paint.rgb, alpha * cover * seenAt((gl_FragCoord.xy - frame.view.xy) / frame.view.zw, gl_FragCoord.z));
}
