// The look of surfaces and globes: hue from the value, lightness from the light, contour lines by their distance on screen.
uniform sampler2D ramp;          // across: the value; upwards: change of lightness from kDarkest to kBrightest
uniform float contourStep;       // value between lines, every fourth of which is strong; 0 for none

const float kDarkest = -0.22, kBrightest = 0.11;   // twins in render/marks/ramp.cpp

vec3 lit(float share, vec3 normal, float occlusion) {
    float key = max(0.0, dot(normal, frame.light.xyz));
    float sky = mix(0.45, 1.0, normal.z * 0.5 + 0.5);
    float shade = 0.10 + 0.55 * key + 0.45 * sky - 0.165 * occlusion;
    float lightness = clamp(0.95 * (shade - 0.72), kDarkest, kBrightest);
    vec2 size = vec2(textureSize(ramp, 0));
    vec2 at = clamp(vec2(share, (lightness - kDarkest) / (kBrightest - kDarkest)), 0.0, 1.0);
    return texture(ramp, (at * (size - 1.0) + 0.5) / size).rgb;
}

// Lines `spacing` pixels apart fade when they crowd, so that no moire appears, and where the ground is level. `steps`: value in
// units of what lies between two lines.
float contourLine(float steps, float spacing, float width, float pixel, vec2 fade, float strength) {
    float distance = abs(fract(steps + 0.5) - 0.5) * spacing;
    float line = clamp(0.5 * width * frame.contour.w + 0.5 - distance, 0.0, 1.0);
    float apart = spacing * pixel;
    return apart > 4000.0 ? 0.0 : line * strength * clamp((apart - fade.x) * (1.0 / (fade.y - fade.x)), 0.0, 1.0);
}

// This runs for every pixel of a relief, so it divides once: the other divisors are the same for the whole picture.
vec3 withContours(vec3 colour, float value) {
    if (contourStep <= 0.0) return colour;
    float steps = value * (1.0 / contourStep), across = dFdx(steps), upwards = dFdy(steps);
    float spacing = inversesqrt(across * across + upwards * upwards + 1e-18);
    float pixel = 1.0 / frame.contour.w;
    float minor = contourLine(steps, spacing, 1.0, pixel, vec2(3.0, 9.0), 0.16);
    float major = contourLine(0.25 * steps, 4.0 * spacing, 1.7, pixel, vec2(4.0, 12.0), 0.42);
    return mix(colour, frame.contour.rgb, max(minor, major));
}
