#include "common/frame.glsl"
#include "common/hidden.glsl"
#include "common/place.glsl"

layout(location = 0) in vec3 position;
layout(location = 1) in vec4 paint;
uniform float diameter;

flat out vec4 tint;
flat out float radius;

void main() {
    radius = 0.5 * diameter * frame.scene.w;
    gl_Position = place(position);
    tint = vec4(paint.rgb, paint.a * seenFrom(gl_Position));
    gl_PointSize = 2.0 * radius + 2.0;
}
