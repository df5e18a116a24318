#include "common/frame.glsl"

uniform vec2 radii;
uniform float stem;
uniform vec4 paint;

noperspective in vec2 local;
flat in float seen;
out vec4 colour;

const float kRing = 2.0, kStem = 1.6, kDot = 2.6, kRim = 1.2, kRimAlpha = 0.4;

float coverOf(float distance) { return clamp(0.5 - distance * frame.scene.w, 0.0, 1.0); }

// Distance to an ellipse to first order: good within the few pixels that matter here.
float ellipse(vec2 at) {
    vec2 scaled = at / radii;
    float value = length(scaled);
    return value * (value - 1.0) / max(length(scaled / radii), 1e-4);
}

void main() {
    float ring = abs(ellipse(local)) - 0.5 * kRing;
    float foot = length(local) - kDot;
    float line = max(abs(local.x) - 0.5 * kStem, max(-local.y, local.y - stem));
    float distance = min(ring, min(foot, line));
    float own = coverOf(distance) * paint.a;
    float rim = coverOf(distance - kRim) * kRimAlpha * paint.a * (1.0 - own);   // so that it reads on any part of the map
    if (own + rim <= 0.0) discard;
    colour = vec4((paint.rgb * own + frame.scene.rgb * rim) / (own + rim), (own + rim) * seen);
}
