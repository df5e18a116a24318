#include "app/export/yuv.h"

#include <cstdint>

namespace engram {

namespace {

// Shares of 2^16; those of luma come to 219/255 of it, those of chroma to nothing, so that grey stays grey.
constexpr int kOne = 1 << 16;
constexpr int kLuma[] = {11966, 40254, 4064}, kBlue[] = {-6596, -22189, 28785}, kRed[] = {28784, -26145, -2639};
constexpr int kLumaZero = 16, kChromaZero = 128;

int weighed(const int (&shares)[3], int r, int g, int b) { return shares[0] * r + shares[1] * g + shares[2] * b; }

char byteOf(int weighed, int zero, int of) { return char(std::uint8_t((weighed + zero * of * kOne + of * kOne / 2) / (of * kOne))); }

}  // namespace

void toYuv(const QImage& frame, std::vector<char>& planes) {
    const int width = frame.width(), height = frame.height();
    const std::size_t pixels = std::size_t(width) * std::size_t(height);
    planes.resize(pixels * 3 / 2);
    char *y = planes.data(), *u = y + pixels, *v = u + pixels / 4;
    for (int row = 0; row < height; row += 2) {
        const auto* above = reinterpret_cast<const QRgb*>(frame.constScanLine(row));
        const auto* below = reinterpret_cast<const QRgb*>(frame.constScanLine(row + 1));
        char *yAbove = y + std::size_t(row) * std::size_t(width), *yBelow = yAbove + width;
        for (int x = 0; x < width; ++x) {
            yAbove[x] = byteOf(weighed(kLuma, qRed(above[x]), qGreen(above[x]), qBlue(above[x])), kLumaZero, 1);
            yBelow[x] = byteOf(weighed(kLuma, qRed(below[x]), qGreen(below[x]), qBlue(below[x])), kLumaZero, 1);
        }
        for (int x = 0; x < width; x += 2) {
            const auto sum = [&](int (*channel)(QRgb)) {
                return channel(above[x]) + channel(above[x + 1]) + channel(below[x]) + channel(below[x + 1]);
            };
            const int r = sum(qRed), g = sum(qGreen), b = sum(qBlue);
            *u++ = byteOf(weighed(kBlue, r, g, b), kChromaZero, 4);
            *v++ = byteOf(weighed(kRed, r, g, b), kChromaZero, 4);
        }
    }
}

}  // namespace engram
