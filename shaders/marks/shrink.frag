// The mean of each square of `factor` x `factor` texels.
uniform sampler2D picture;
uniform int factor;

out vec4 colour;

void main() {
    ivec2 corner = factor * ivec2(gl_FragCoord.xy);
    vec4 sum = vec4(0.0);
    for (int v = 0; v < factor; ++v)
        for (int u = 0; u < factor; ++u) sum += texelFetch(picture, corner + ivec2(u, v), 0);
    colour = sum / float(factor * factor);
}
