#include "core/learn/parameters.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/error.h"

namespace engram {

int TensorLayout::add(const std::string& name, int rows, int cols) {
    const std::string size = std::to_string(rows) + " x " + std::to_string(cols);
    if (rows < 1 || cols < 1 || cols > std::numeric_limits<int>::max() / rows) fail("the tensor " + name + " cannot be of " + size);
    if (std::ranges::count(places_, name, &TensorPlace::name)) fail("there are two tensors named " + name);
    places_.push_back({name, rows, cols, size_});
    constexpr std::size_t kRound = 16;   // floats of a cache line; doubles take two
    size_ += (places_.back().size() + kRound - 1) / kRound * kRound;
    return int(places_.size()) - 1;
}

int TensorLayout::find(const std::string& name) const {
    std::vector<std::string> known;
    for (std::size_t i = 0; i < places_.size(); ++i) {
        if (places_[i].name == name) return int(i);
        known.push_back(places_[i].name);
    }
    fail(unknownName("tensor", name, known));
}

template <class T>
Parameters<T>::Parameters(std::shared_ptr<const TensorLayout> layout)
    : layout_(std::move(layout)), values_(layout_->size(), T(0)), gradients_(layout_->size(), T(0)) {}

template <class T>
Eigen::Map<typename Parameters<T>::Matrix> Parameters<T>::tensor(int number) {
    const TensorPlace& at = layout_->place(number);
    return {values_.data() + at.offset, at.rows, at.cols};
}
template <class T>
Eigen::Map<const typename Parameters<T>::Matrix> Parameters<T>::tensor(int number) const {
    const TensorPlace& at = layout_->place(number);
    return {values_.data() + at.offset, at.rows, at.cols};
}
template <class T>
Eigen::Map<typename Parameters<T>::Matrix> Parameters<T>::gradient(int number) {
    const TensorPlace& at = layout_->place(number);
    return {gradients_.data() + at.offset, at.rows, at.cols};
}

template <class T>
void Parameters<T>::clearGradients() { std::ranges::fill(gradients_, T(0)); }

template <class T>
double gradientNorm(const Parameters<T>& parameters) {
    using Part = Eigen::Map<const Eigen::Array<T, Eigen::Dynamic, 1>>;
    constexpr std::size_t kPart = 4096;   // summed in T, the parts in double
    const Numbers<T>& g = parameters.gradients();
    double sum = 0;
    for (std::size_t i = 0; i < g.size(); i += kPart) sum += double(Part(g.data() + i, long(std::min(kPart, g.size() - i))).square().sum());
    return std::sqrt(sum);
}

template <class T>
double clipGradients(Parameters<T>& parameters, double most) {
    if (!(most > 0)) fail("gradients cannot be clipped to a norm that is not above 0");
    const double norm = gradientNorm(parameters), factor = most / (norm + 1e-6);
    if (factor < 1)
        Eigen::Map<Eigen::Array<T, Eigen::Dynamic, 1>>(parameters.gradients().data(), long(parameters.gradients().size())) *= T(factor);
    return norm;
}

bool diverged(double loss, double gradientNorm) { return !std::isfinite(loss) || !std::isfinite(gradientNorm); }

template class Parameters<float>;
template class Parameters<double>;
template double gradientNorm(const Parameters<float>&);
template double gradientNorm(const Parameters<double>&);
template double clipGradients(Parameters<float>&, double);
template double clipGradients(Parameters<double>&, double);

}  // namespace engram
