// Frames as encoders take them: YUV 4:2:0 of BT.709 in TV range, chroma at the centre of its four pixels. Less than half as many bytes
// go through the pipe as with RGB, and nothing is left for ffmpeg to convert.
#pragma once

#include <QImage>
#include <vector>

namespace engram {

// The planes Y, U, V one after another. `frame`: Format_RGB32 with even sides.
void toYuv(const QImage& frame, std::vector<char>& planes);

}  // namespace engram
