#include "common/frame.glsl"

layout(location = 0) in vec3 vertex;   // place in the grid as 0..1, height
uniform vec4 extent;      // x0, y0, x1 - x0, y1 - y0
uniform vec2 samples;     // of the grid: the first and the last lie on its edges
uniform vec3 lit;         // colours: how many they are, and every how many-th sample has one

out vec2 energyTexel, colourTexel;   // places in the textures

void main() {
    vec2 sampled = vertex.xy * (samples - 1.0);
    energyTexel = (sampled + 0.5) / samples;
    colourTexel = (sampled / lit.z + 0.5) / lit.xy;
    gl_Position = frame.clip * vec4(extent.xy + extent.zw * vertex.xy, vertex.z, 1.0);
}
