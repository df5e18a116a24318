#include "common/frame.glsl"
#include "common/relief.glsl"

uniform sampler2D values;
uniform vec2 valueMap;   // lowest value of the map, 1 / range

in vec3 normal;
in vec2 texel;
out vec4 colour;

void main() {
    vec2 size = vec2(textureSize(values, 0));
    float value = texture(values, (texel * (size - 1.0) + 0.5) / size).r;
    colour = vec4(withContours(lit((value - valueMap.x) * valueMap.y, normalize(normal), 0.0), value), 1.0);
}
