// Marks are drawn over the finished ground, so they ask its depths whether they stand behind it. Four depths together make the
// edge of a ridge smooth; what is behind is dimmed, not lost.
uniform sampler2D groundDepth;

// Of a place in the viewport, 0..1, at a window depth.
float seenAt(vec2 share, float depth) {
    float clear = dot(step(vec4(depth), textureGather(groundDepth, share)), vec4(0.25));
    return mix(frame.eye.w, 1.0, clear);
}
