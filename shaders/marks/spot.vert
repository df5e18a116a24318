// A disc with a ring at one place: the cue, the state, a branch.
#include "common/frame.glsl"
#include "common/hidden.glsl"
#include "common/place.glsl"

uniform vec3 position;
uniform vec2 ring;   // radius of its middle line, width

flat out vec2 ringPixels;
flat out float reach, seen;

void main() {
    ringPixels = ring * frame.scene.w;
    reach = ringPixels.x + 0.5 * ringPixels.y + 1.0;
    gl_Position = place(position);
    seen = seenFrom(gl_Position);
    gl_PointSize = 2.0 * reach;
}
