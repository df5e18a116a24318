#include "render/figure/svg.h"

#include <array>
#include <charconv>
#include <cmath>

#include "render/figure/raster.h"

namespace engram {

namespace {

constexpr int kScrimPixels = 24;

std::string number(double v) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, std::isfinite(v) ? v : 0, std::chars_format::fixed, 2).ptr;
    std::string s(text, end);
    s.erase(s.find_last_not_of('0') + 1);
    if (s.back() == '.') s.pop_back();
    return s == "-0" ? "0" : s;
}

std::string escaped(const std::string& text) {
    std::string out;
    for (char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\r': out += "&#13;"; break;
            default: out += c;
        }
    }
    return out;
}

std::string base64(const std::string& bytes) {
    static constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t triple = 0;
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
        for (std::size_t k = 0; k < 3; ++k) triple = triple << 8 | (k < count ? std::uint8_t(bytes[i + k]) : 0);
        for (std::size_t k = 0; k < 4; ++k) out += k <= count ? kAlphabet[(triple >> (18 - 6 * k)) & 63] : '=';
    }
    return out;
}

std::string hex(Rgba c) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string out = "#";
    for (float v : {c.r, c.g, c.b}) {
        const int byte = int(std::lround(std::fmin(1, std::fmax(0, v)) * 255));
        out += kDigits[byte >> 4], out += kDigits[byte & 15];
    }
    return out;
}

std::string attribute(const char* name, double value) { return std::string(" ") + name + "=\"" + number(value) + "\""; }
std::string attribute(const char* name, const std::string& value) { return std::string(" ") + name + "=\"" + value + "\""; }

std::string fill(bool filled, Rgba c) {
    if (!filled) return " fill=\"none\"";
    return attribute("fill", hex(c)) + (c.a < 1 ? attribute("fill-opacity", c.a) : "");
}

std::string stroke(bool stroked, const Stroke& s) {
    if (!stroked) return {};
    std::string out = attribute("stroke", hex(s.colour)) + attribute("stroke-width", s.width);
    if (s.colour.a < 1) out += attribute("stroke-opacity", s.colour.a);
    if (s.dash.empty()) return out;
    std::string dash;
    for (double d : s.dash) dash += (dash.empty() ? "" : " ") + number(d);
    return out + attribute("stroke-dasharray", dash);
}

class SvgWriter {
public:
    std::string out;
    const TextOutlines* outlines = nullptr;

    void operator()(const PathItem& p) {
        std::string d;
        for (std::size_t i = 0; i < p.points.size(); ++i) d += (i == 0 ? "M" : "L") + number(p.points[i].x) + " " + number(p.points[i].y);
        if (p.closed) d += "Z";
        out += "<path" + attribute("d", d) + fill(p.filled, p.fill) + stroke(p.stroked, p.stroke) + "/>\n";
    }
    void operator()(const DiscItem& c) {
        out += "<circle" + attribute("cx", c.centre.x) + attribute("cy", c.centre.y) + attribute("r", c.radius) + fill(c.filled, c.fill) +
               stroke(c.stroked, c.stroke) + "/>\n";
    }
    void operator()(const RectItem& r) {
        out += "<rect" + box(r.rect) + (r.radius > 0 ? attribute("rx", r.radius) : "") + fill(r.filled, r.fill) +
               stroke(r.stroked, r.stroke) + "/>\n";
    }
    void operator()(const TextItem& t) {
        if (outlines) return outlined(t);
        out += "<text" + attribute("x", t.at.x) + attribute("y", t.at.y) + attribute("font-size", t.font.size);
        if (t.font.weight != Weight::Regular) out += attribute("font-weight", double(int(t.font.weight)));
        if (t.anchor != Anchor::Left) out += attribute("text-anchor", std::string(t.anchor == Anchor::Middle ? "middle" : "end"));
        if (t.text.starts_with(' ') || t.text.ends_with(' ')) out += attribute("xml:space", std::string("preserve"));   // else dropped
        out += fill(true, t.colour);
        if (t.halo) out += halo(t);
        out += ">" + escaped(t.text) + "</text>\n";
    }
    void operator()(const ImageItem& i) {
        if (i.pixels) image(i.rect, i.smooth ? *i.pixels : enlarged(*i.pixels), i.smooth);
    }
    void operator()(const ScrimItem& s) { image(s.rect, paintScrim(s, kScrimPixels), true); }
    void operator()(const ClipItem& c) {
        if (!c.push) {
            out += "</g>\n";
            return;
        }
        const std::string id = "clip" + std::to_string(++clips_);
        out += "<clipPath" + attribute("id", id) + "><rect" + box(c.rect) + "/></clipPath>\n<g" +
               attribute("clip-path", "url(#" + id + ")") + ">\n";
    }

private:
    // The words stay in the file as a label, for search and for screen readers.
    void outlined(const TextItem& t) {
        const auto pair = [](Pt p) { return number(p.x) + " " + number(p.y); };
        std::string d;
        for (const OutlineStep& step : outlines->of(t)) {
            if (step.kind == OutlineStep::Move && !d.empty()) d += 'Z';
            d += "MLC"[step.kind] + pair(step.to[0]);
            if (step.kind == OutlineStep::Cubic) d += " " + pair(step.to[1]) + " " + pair(step.to[2]);
        }
        if (d.empty()) return;
        out += "<path" + attribute("aria-label", escaped(t.text)) + attribute("d", d + "Z") + fill(true, t.colour);
        if (t.halo) out += halo(t);
        out += "/>\n";
    }
    static std::string halo(const TextItem& t) {
        return stroke(true, {t.haloColour, 0.22 * t.font.size, {}}) + " stroke-linejoin=\"round\" paint-order=\"stroke\"";
    }
    static std::string box(const Rect& r) {
        return attribute("x", r.x) + attribute("y", r.y) + attribute("width", std::fmax(0, r.width)) +
               attribute("height", std::fmax(0, r.height));
    }
    void image(const Rect& rect, const Pixels& pixels, bool smooth) {
        out += "<image" + box(rect) + " preserveAspectRatio=\"none\"" +
               (smooth ? "" : " image-rendering=\"pixelated\" style=\"image-rendering:pixelated\"") +
               attribute("xlink:href", "data:image/png;base64," + base64(toPng(pixels, 0, {}))) + "/>\n";
    }
    int clips_ = 0;
};

}  // namespace

std::string toSvg(const DrawList& list, double widthMm, double heightMm, const std::string& title, const std::string& recipe,
                  const TextOutlines* outlines) {
    SvgWriter writer;
    writer.outlines = outlines;
    writer.out =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
        "xmlns:xlink=\"http://www.w3.org/1999/xlink\"" +
        attribute("width", number(widthMm) + "mm") + attribute("height", number(heightMm) + "mm") +
        attribute("viewBox", "0 0 " + number(list.width) + " " + number(list.height)) +
        " font-family=\"Inter, DejaVu Sans, sans-serif\" style=\"font-feature-settings:'tnum'\" stroke-linejoin=\"round\">\n";
    writer.out += "<title>" + escaped(title) + "</title>\n";
    if (!recipe.empty())
        writer.out += "<metadata><engram:recipe xmlns:engram=\"urn:engram:recipe\" xml:space=\"preserve\">" + escaped(recipe) +
                      "</engram:recipe></metadata>\n";
    for (const DrawItem& item : list.items) std::visit(writer, item);
    writer.out += "</svg>\n";
    return writer.out;
}

}  // namespace engram
