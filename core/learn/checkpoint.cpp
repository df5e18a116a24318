#include "core/learn/checkpoint.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"

namespace engram {

namespace {

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const std::int64_t side : shape) text += (text.empty() ? "" : " x ") + std::to_string(side);
    return text.empty() ? "a number" : text;
}

bool fits(const std::vector<std::int64_t>& shape, const TensorPlace& place) {
    if (place.cols == 1 && shape == std::vector<std::int64_t>{place.rows}) return true;
    return shape == std::vector<std::int64_t>{place.rows, place.cols};
}

}  // namespace

template <class T>
void store(StoredTensors& into, const TensorLayout& layout, const Numbers<T>& values, const std::string& prefix) {
    if (values.size() != layout.size())
        fail("there are " + std::to_string(values.size()) + " numbers for a layout of " + std::to_string(layout.size()));
    for (const TensorPlace& place : layout.places()) {
        StoredTensor tensor;
        tensor.type = sizeof(T) == 4 ? TensorType::F32 : TensorType::F64;
        tensor.shape.push_back(place.rows);
        if (place.cols > 1) tensor.shape.push_back(place.cols);
        tensor.bytes.reserve(place.size() * sizeof(T));
        for (int i = 0; i < place.rows; ++i)
            for (int j = 0; j < place.cols; ++j)
                tensor.bytes.append(
                    reinterpret_cast<const char*>(&values[place.offset + std::size_t(j) * std::size_t(place.rows) + std::size_t(i)]),
                    sizeof(T));
        if (!into.tensors.emplace(prefix + place.name, std::move(tensor)).second)
            fail("the tensor " + prefix + place.name + " is stored already");
    }
}

template <class T>
Restored<T> restore(const StoredTensors& from, const TensorLayout& layout, const std::string& prefix) {
    std::vector<std::string> known;
    for (const TensorPlace& place : layout.places()) known.push_back(prefix + place.name);
    for (const auto& [name, tensor] : from.tensors)
        if (name.starts_with(prefix) && std::ranges::find(known, name) == known.end())
            fail(from.name + " does not fit: " + unknownName("tensor", name, known));

    Restored<T> result{Numbers<T>(layout.size(), T(0)), {}};
    for (const TensorPlace& place : layout.places()) {
        const std::string name = prefix + place.name;
        const auto found = from.tensors.find(name);
        if (found == from.tensors.end()) fail("the tensor " + name + " is missing in " + from.name);
        const StoredTensor& tensor = found->second;
        if (!fits(tensor.shape, place))
            fail("the tensor " + name + " of " + from.name + " is " + shapeText(tensor.shape) + ", not " +
                 shapeText({place.rows, place.cols}));
        std::int64_t next = 0, odd = 0;
        for (int i = 0; i < place.rows; ++i)
            for (int j = 0; j < place.cols; ++j) {
                const double value = tensor.at(next++);
                odd += !std::isfinite(value);
                result.values[place.offset + std::size_t(j) * std::size_t(place.rows) + std::size_t(i)] = T(value);
            }
        if (odd == 0) continue;
        if (!result.warning.empty()) result.warning += "; ";
        result.warning +=
            std::to_string(odd) + " of " + std::to_string(next) + " numbers in the tensor " + name + " of " + from.name + " are not finite";
    }
    return result;
}

template void store(StoredTensors&, const TensorLayout&, const Numbers<float>&, const std::string&);
template void store(StoredTensors&, const TensorLayout&, const Numbers<double>&, const std::string&);
template Restored<float> restore(const StoredTensors&, const TensorLayout&, const std::string&);
template Restored<double> restore(const StoredTensors&, const TensorLayout&, const std::string&);

}  // namespace engram
