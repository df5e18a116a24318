// What holds for the whole picture; the twin of FrameBlock in render/marks/frame.cpp.
layout(std140, binding = 0) uniform Frame {
    mat4 clip;      // world to clip space
    vec4 eye;       // place of the camera; w: how much of a hidden mark is seen
    vec4 view;      // the viewport in framebuffer pixels: x, y, width, height
    vec4 scene;     // colour of the ground behind everything; w: framebuffer pixels per layout pixel
    vec4 light;     // direction to the key light
    vec4 contour;   // colour of contour lines; w: pixels of the relief per layout pixel
} frame;

vec2 toPixels(vec4 position) { return (position.xy / position.w * 0.5 + 0.5) * frame.view.zw; }
vec2 fromPixels(vec2 pixels) { return pixels / frame.view.zw * 2.0 - 1.0; }
