// A line from its oldest point (age 0) to its newest (age 1): width and strength change on the way.
uniform samplerBuffer points;    // x, y, z and age, or for dotted lines the way along the line in world units
uniform vec4 paint;
uniform vec2 widths, alphas;     // at the oldest point, at the newest
uniform float power;             // how alpha goes from one to the other

float strokeHalfWidth(float age) { return 0.5 * mix(widths.x, widths.y, age) * frame.scene.w; }
float strokeAlpha(float age) { return mix(alphas.x, alphas.y, pow(clamp(age, 0.0, 1.0), power)); }
