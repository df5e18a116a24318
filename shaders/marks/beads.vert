// Dots on a line, one for each step that is long enough on screen to be told from the next: speed can be read off.
#include "common/frame.glsl"
#include "common/hidden.glsl"
#include "common/place.glsl"
#include "common/stroke.glsl"

uniform float diameter, apart;

flat out vec4 tint;
flat out float radius;

void main() {
    vec4 here = texelFetch(points, gl_VertexID);
    vec4 position = place(here.xyz);
    vec2 previous = toPixels(place(texelFetch(points, max(gl_VertexID - 1, 0)).xyz));
    bool shown = distance(toPixels(position), previous) >= apart * frame.scene.w;
    radius = 0.5 * diameter * frame.scene.w;
    tint = vec4(paint.rgb, paint.a * strokeAlpha(here.w) * seenFrom(position));
    gl_Position = shown ? position : vec4(2.0, 2.0, 2.0, 1.0);
    gl_PointSize = 2.0 * radius + 2.0;
}
