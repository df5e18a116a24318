#include "common/frame.glsl"
#include "common/hidden.glsl"

uniform sampler2D dust;         // colour times cover, and cover
uniform sampler2D dustDepth;    // window depth of the nearest point in a pixel

in vec2 at;
out vec4 colour;

void main() {
    vec4 own = texture(dust, at);
    if (own.a <= 0.0) discard;
    colour = vec4(own.rgb / own.a, own.a * seenAt(at, texture(dustDepth, at).r));
}
