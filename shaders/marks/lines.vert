// A thick line: six vertices, two triangles, for each piece between two points. Neighbouring pieces meet on the line that halves
// their angle, so that a translucent line covers no pixel twice; the two ends are round.
#include "common/frame.glsl"
#include "common/hidden.glsl"
#include "common/place.glsl"
#include "common/stroke.glsl"

uniform float period;            // of a dotted line, in world units; 0 for a solid one

noperspective out vec2 local;    // pixels along the piece and across it
noperspective out float alpha;
noperspective out float halfWidth;
noperspective out float wayAlong;   // in periods
flat out vec3 piece;             // its length in pixels; 1 where the line starts, 1 where it ends
flat out float periodPixels;

const vec2 kCorners[6] = vec2[](vec2(0, -1), vec2(1, -1), vec2(1, 1), vec2(0, -1), vec2(1, 1), vec2(0, 1));

vec2 direction(vec2 from, vec2 to, vec2 otherwise) {
    vec2 way = to - from;
    float size = length(way);
    return size > 1e-3 ? way / size : otherwise;
}

// From the line to its rim at a corner between two directions. Hairpins keep the plain normal.
vec2 mitre(vec2 own, vec2 other) {
    vec2 normal = vec2(-own.y, own.x);
    vec2 sum = own + other;
    if (dot(own, other) < -0.3) return normal;
    vec2 middle = normalize(vec2(-sum.y, sum.x));
    return middle / dot(middle, normal);
}

void main() {
    int last = textureSize(points) - 1, index = gl_VertexID / 6;
    vec2 corner = kCorners[gl_VertexID % 6];
    bool atEnd = corner.x > 0.5;
    vec4 a = texelFetch(points, index), b = texelFetch(points, index + 1);
    vec4 placeA = place(a.xyz), placeB = place(b.xyz);
    vec4 before = place(texelFetch(points, max(index - 1, 0)).xyz), after = place(texelFetch(points, min(index + 2, last)).xyz);
    piece = vec3(0.0);
    if (min(min(placeA.w, placeB.w), min(before.w, after.w)) <= 1e-3) {   // behind the eye
        gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
        return;
    }

    vec2 from = toPixels(placeA), to = toPixels(placeB);
    vec2 way = direction(from, to, vec2(1.0, 0.0));
    vec2 other = atEnd ? direction(to, toPixels(after), way) : direction(toPixels(before), from, way);
    bool capped = atEnd ? index + 1 == last : index == 0;

    vec4 own = atEnd ? b : a;
    float widthAge = period > 0.0 ? 1.0 : own.w;
    halfWidth = strokeHalfWidth(widthAge);
    float reach = halfWidth + 1.0;
    vec2 at = (atEnd ? to : from) + mitre(way, other) * reach * corner.y;
    if (capped) at += way * reach * (atEnd ? 1.0 : -1.0);

    float size = distance(from, to);
    piece = vec3(size, index == 0, index + 1 == last);
    local = vec2(dot(at - from, way), reach * corner.y);
    alpha = paint.a * strokeAlpha(widthAge);
    float scaleAlong = period > 0.0 ? (b.w - a.w) / (max(size, 1e-6) * period) : 0.0;   // periods per pixel
    wayAlong = period > 0.0 ? a.w / period + local.x * scaleAlong : 0.0;
    periodPixels = scaleAlong > 0.0 ? 1.0 / scaleAlong : 0.0;
    vec4 depth = atEnd ? placeB : placeA;
    gl_Position = vec4(fromPixels(at), depth.z / depth.w, 1.0);
}
