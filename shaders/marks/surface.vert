#include "common/frame.glsl"

layout(location = 0) in vec3 vertex;   // place in the grid as 0..1, height
uniform vec4 extent;      // x0, y0, x1 - x0, y1 - y0
uniform vec2 heightMap;   // lowest height of the map, 1 / range
uniform vec2 samples;     // of the textures: the first and the last lie on the edges

out vec2 ground;          // place in the plane
out vec2 texel;           // place in the textures
out float share;          // place in the colour map

void main() {
    texel = (vertex.xy * (samples - 1.0) + 0.5) / samples;
    ground = extent.xy + extent.zw * vertex.xy;
    share = (vertex.z - heightMap.x) * heightMap.y;
    gl_Position = frame.clip * vec4(ground, vertex.z, 1.0);
}
