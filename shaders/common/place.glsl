// Where a mark goes. Its depth is taken a little nearer to the eye, along the line of sight, so that a mark that lies on the
// ground is not lost in it; the place on screen stays exact.
const float kNearer = 0.008;

vec4 place(vec3 at) {
    vec4 exact = frame.clip * vec4(at, 1.0);
    vec4 nearer = frame.clip * vec4(mix(at, frame.eye.xyz, kNearer), 1.0);
    return vec4(exact.xy, nearer.z / nearer.w * exact.w, exact.w);
}

// How much is seen of a small mark, judged by its middle: whole or not at all, also at the rim of a globe.
float seenFrom(vec4 placed) {
    vec3 window = placed.xyz / placed.w * 0.5 + 0.5;
    return seenAt(window.xy, window.z);
}
