// The finished picture as other eyes see it: a matrix on linear light, its rows given one by one.
uniform sampler2D picture;
uniform vec3 toRed, toGreen, toBlue;

out vec4 colour;

vec3 toLinear(vec3 c) { return mix(c / 12.92, pow((c + 0.055) / 1.055, vec3(2.4)), greaterThan(c, vec3(0.04045))); }
vec3 toSrgb(vec3 c) { return mix(12.92 * c, 1.055 * pow(c, vec3(1.0 / 2.4)) - 0.055, greaterThan(c, vec3(0.0031308))); }

void main() {
    vec3 light = toLinear(texelFetch(picture, ivec2(gl_FragCoord.xy), 0).rgb);
    colour = vec4(toSrgb(clamp(vec3(dot(toRed, light), dot(toGreen, light), dot(toBlue, light)), 0.0, 1.0)), 1.0);
}
