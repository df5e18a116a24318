// A picture on a flat sheet, with a rim and a little beyond it for smooth edges.
#include "common/frame.glsl"

uniform vec3 corner, across, down;
uniform vec2 rim;   // of the sheet's own sides

out vec2 at;

void main() {
    vec2 reach = 2.0 * rim;
    at = mix(-reach, 1.0 + reach, vec2(gl_VertexID & 1, gl_VertexID >> 1));
    gl_Position = frame.clip * vec4(corner + at.x * across + at.y * down, 1.0);
}
