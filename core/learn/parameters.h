// The weights of a network: named matrices side by side in one aligned buffer, their gradients in another, so that optimisers, averages,
// clipping and checkpoints are loops over one array. Parameters are a value: a copy is a snapshot.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/learn/tape.h"

namespace engram {

struct TensorPlace {
    std::string name;
    int rows, cols;
    std::size_t offset;      // of its first entry, column-major; a whole number of cache lines
    std::size_t size() const { return std::size_t(rows) * std::size_t(cols); }
};

// Which tensors there are. Made while a network is described, then shared by all its parameters.
class TensorLayout {
public:
    int add(const std::string& name, int rows, int cols);   // its number; throws where the name is taken or the size is none
    int find(const std::string& name) const;                // throws, naming the nearest
    const TensorPlace& place(int number) const { return places_.at(std::size_t(number)); }
    const std::vector<TensorPlace>& places() const { return places_; }
    std::size_t size() const { return size_; }               // of a buffer, gaps included

private:
    std::vector<TensorPlace> places_;
    std::size_t size_ = 0;
};

// Values as a network reads them; with `gradients` its leaves are trained, without they are constants.
template <class T>
struct WeightView {
    const TensorLayout* layout;
    const T* values;
    T* gradients = nullptr;

    Var on(Tape<T>& tape, int tensor) const {
        const TensorPlace& at = layout->place(tensor);
        if (!gradients) return tape.constant(values + at.offset, at.rows, at.cols);
        return tape.parameter(values + at.offset, gradients + at.offset, at.rows, at.cols);
    }
};

template <class T>
class Parameters {
public:
    using Matrix = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic>;

    Parameters() = default;
    explicit Parameters(std::shared_ptr<const TensorLayout> layout);   // zeros

    const TensorLayout& layout() const { return *layout_; }
    const std::shared_ptr<const TensorLayout>& sharedLayout() const { return layout_; }
    Numbers<T>& values() { return values_; }                       // gaps between tensors hold zeros, and must
    const Numbers<T>& values() const { return values_; }
    Numbers<T>& gradients() { return gradients_; }
    const Numbers<T>& gradients() const { return gradients_; }
    Eigen::Map<Matrix> tensor(int number);
    Eigen::Map<const Matrix> tensor(int number) const;
    Eigen::Map<Matrix> gradient(int number);

    WeightView<T> trained() { return {layout_.get(), values_.data(), gradients_.data()}; }
    WeightView<T> fixed() const { return {layout_.get(), values_.data(), nullptr}; }
    void clearGradients();

private:
    std::shared_ptr<const TensorLayout> layout_ = std::make_shared<TensorLayout>();
    Numbers<T> values_, gradients_;
};

// The norm of all gradients together; not finite where one of them is not. The same on any number of threads.
template <class T>
double gradientNorm(const Parameters<T>& parameters);

// Scales all gradients so that their norm is at most `most`; returns the norm before (as torch.nn.utils.clip_grad_norm_).
template <class T>
double clipGradients(Parameters<T>& parameters, double most);

// Whether a step with this loss and gradient norm must not be made: the weights from before it are the last good ones.
bool diverged(double loss, double gradientNorm);

}  // namespace engram
