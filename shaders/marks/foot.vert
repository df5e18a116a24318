// Foot and stem of a pin, on one quad that faces the eye.
#include "common/frame.glsl"
#include "common/hidden.glsl"
#include "common/place.glsl"

uniform vec3 position;
uniform vec2 radii;      // of the foot, in layout pixels
uniform float stem;      // height of the stem

noperspective out vec2 local;   // layout pixels from the foot, y up
flat out float seen;

void main() {
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    local = mix(-radii - 2.0, vec2(radii.x + 2.0, stem + 2.0), corner);
    vec4 foot = place(position);
    seen = seenFrom(foot);
    bool shown = foot.w > 1e-3;
    vec2 at = toPixels(foot) + local * frame.scene.w;
    gl_Position = shown ? vec4(fromPixels(at), foot.z / foot.w, 1.0) : vec4(2.0, 2.0, 2.0, 1.0);
}
