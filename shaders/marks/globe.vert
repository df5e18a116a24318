#include "common/frame.glsl"

uniform ivec2 samples;   // meridians, parallels

out vec3 normal;
out vec2 texel;          // longitude and latitude as 0..1

void main() {
    texel = vec2(gl_VertexID % samples.x, gl_VertexID / samples.x) / vec2(samples - 1);
    float longitude = (texel.x * 2.0 - 1.0) * 3.14159265358979, latitude = (texel.y - 0.5) * 3.14159265358979;
    normal = vec3(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude));
    gl_Position = frame.clip * vec4(normal, 1.0);
}
