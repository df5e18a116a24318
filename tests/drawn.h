// What tests of layouts look at: plain curves to lay out, widths of text that need no fonts, and what a draw list holds.
#pragma once

#include <QStringList>
#include <algorithm>
#include <functional>

#include "render/figure/layout.h"

namespace engram::test {

// Every character as wide as 0.6 of the size: widths that need no fonts.
class PlainMetrics final : public TextMetrics {
public:
    double width(const std::string& text, Font font) const override {
        return 0.6 * font.size * double(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
    }
};
inline const PlainMetrics kMetrics;

inline Curve curveOf(const std::string& label, int count, double high, const std::function<double(double)>& f) {
    std::vector<double> x, y;
    for (int i = 0; i < count; ++i) x.push_back(high * i / (count - 1)), y.push_back(f(x.back()));
    Curve c;
    c.label = label, c.x = share(std::move(x)), c.y = share(std::move(y));
    return c;
}

template <class Item>
std::vector<Item> itemsOf(const DrawList& list) {
    std::vector<Item> found;
    for (const DrawItem& item : list.items)
        if (const Item* i = std::get_if<Item>(&item)) found.push_back(*i);
    return found;
}

// The ink of a text, a little smaller than its line.
inline Rect rectOf(const TextItem& t) {
    const double width = kMetrics.width(t.text, t.font), left = t.anchor == Anchor::Left     ? 0
                                                                : t.anchor == Anchor::Middle ? width / 2
                                                                                             : width;
    return {t.at.x - left, t.at.y - 0.75 * t.font.size, width, 0.95 * t.font.size};
}

inline QStringList textsOf(const DrawList& list) {
    QStringList texts;
    for (const TextItem& t : itemsOf<TextItem>(list)) texts << QString::fromStdString(t.text);
    return texts;
}

}  // namespace engram::test
