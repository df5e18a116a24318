flat in vec4 tint;
flat in float radius;
out vec4 colour;

void main() {
    float distance = length(gl_PointCoord - 0.5) * (2.0 * radius + 2.0);
    float cover = clamp(radius + 0.5 - distance, 0.0, 1.0);
    if (cover <= 0.0) discard;
    colour = vec4(tint.rgb, tint.a * cover);
}
