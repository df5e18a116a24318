#include "core/data/published_transformer.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace engram {

namespace {

using Shape = std::vector<std::int64_t>;
constexpr std::int64_t kAny = -1, kMostSide = 1 << 20;

class Reader {
public:
    explicit Reader(const NpzArchive& archive) : archive_(archive) {}

    // The array of a key; its shape must be the wanted one, where kAny stands for any side from 1 on, and sides of 1 before the others do
    // not count. `sides` is its shape without those.
    std::vector<float> take(const std::string& key, const Shape& wanted, const std::string& meaning, Shape& sides) const {
        const auto found = archive_.arrays.find(key);
        if (found == archive_.arrays.end())
            fail(archive_.name + " has no array " + key + ", which the energy transformer needs as " + meaning);
        sides = found->second.shape;
        while (sides.size() > wanted.size() && sides.front() == 1) sides.erase(sides.begin());
        const bool fits = std::ranges::equal(
            sides, wanted, [](std::int64_t side, std::int64_t w) { return w == kAny ? side >= 1 && side <= kMostSide : side == w; });
        if (!fits)
            fail("the array " + key + " of " + archive_.name + " has the shape " + shapeText(found->second.shape) + "; wanted is " +
                 meaning + (!wanted.empty() && std::ranges::count(wanted, kAny) == 0 ? ", here " + shapeText(wanted) : ""));
        const std::vector<double>& values = found->second.values;
        if (!std::ranges::all_of(values, [](double v) { return std::isfinite(v); }))
            fail("the array " + key + " of " + archive_.name + " holds numbers that are not finite");
        return {values.begin(), values.end()};
    }
    std::vector<float> take(const std::string& key, const Shape& wanted, const std::string& meaning) const {
        Shape sides;
        return take(key, wanted, meaning, sides);
    }

private:
    const NpzArchive& archive_;
};

}  // namespace

PublishedTransformer publishedTransformer(const NpzArchive& archive) {
    const Reader reader(archive);
    PublishedTransformer t;
    Shape sides;
    t.queries = reader.take("Wq", {kAny, kAny, kAny}, "heads x Y x D", sides);
    const std::int64_t width = sides[2];
    t.heads = int(sides[0]), t.headWidth = int(sides[1]), t.width = int(width);
    t.keys = reader.take("Wk", sides, "heads x Y x D, as Wq");
    const std::vector<float> memories = reader.take("Xi", {width, kAny}, "D x memories", sides);
    t.memoryCount = int(sides[1]);
    t.memories.resize(memories.size());
    for (int d = 0; d < t.width; ++d)
        for (int m = 0; m < t.memoryCount; ++m)
            t.memories[std::size_t(m) * std::size_t(t.width) + std::size_t(d)] =
                memories[std::size_t(d) * std::size_t(t.memoryCount) + std::size_t(m)];
    t.encoder = reader.take("Wenc", {kAny, width}, "numbers of a patch x D", sides);
    const std::int64_t patch = sides[0];
    t.patchSize = int(patch);
    t.encoderBias = reader.take("Benc", {width}, "D");
    t.decoder = reader.take("Wdec", {width, patch}, "D x numbers of a patch");
    t.decoderBias = reader.take("Bdec", {patch}, "numbers of a patch");
    t.gamma = reader.take("LNORM_gamma", {}, "a single number").front();
    t.delta = reader.take("LNORM_bias", {width}, "D");
    t.classToken = reader.take("CLS_token", {width}, "D");
    t.maskToken = reader.take("MASK_token", {width}, "D");
    t.positions = reader.take("POS_embed", {kAny, width}, "tokens x D", sides);
    t.tokens = int(sides[0]);
    return t;
}

}  // namespace engram
