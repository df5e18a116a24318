// The ground is drawn at a multiple of the size; sampling between its texels averages them.
uniform sampler2D ground;

in vec2 at;
out vec4 colour;

void main() { colour = vec4(texture(ground, at).rgb, 1.0); }
