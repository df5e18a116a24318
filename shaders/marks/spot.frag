uniform vec4 fillColour, ringColour;

flat in vec2 ringPixels;
flat in float reach, seen;
out vec4 colour;

void main() {
    float distance = length(gl_PointCoord - 0.5) * 2.0 * reach;
    float ring = clamp(0.5 * ringPixels.y + 0.5 - abs(distance - ringPixels.x), 0.0, 1.0) * ringColour.a;
    float inside = clamp(ringPixels.x + 0.5 - distance, 0.0, 1.0) * fillColour.a;
    float alpha = ring + inside * (1.0 - ring);   // the ring over the disc
    if (alpha <= 0.0) discard;
    vec3 mixed = (ringColour.rgb * ring + fillColour.rgb * inside * (1.0 - ring)) / alpha;
    colour = vec4(mixed, alpha * seen);
}
