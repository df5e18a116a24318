#include "core/experiment/trace.h"

#include <algorithm>

namespace engram {

void Trace::push(const std::vector<double>& measures) {
    if (int(tail_.size()) == kChunk * measureCount_ && size_ > 0) {
        full_.push_back(std::make_shared<const Chunk>(std::move(tail_)));
        tail_ = {};
        tail_.reserve(std::size_t(kChunk * measureCount_));
    }
    tail_.insert(tail_.end(), measures.begin(), measures.begin() + measureCount_);
    ++size_;
}

void Trace::replaceLast(const std::vector<double>& measures) {
    if (size_ == 0) return push(measures);
    std::copy(measures.begin(), measures.begin() + measureCount_, tail_.end() - measureCount_);
    if (edits_.empty() || edits_.back() != size_ - 1) edits_.push_back(size_ - 1);
}

double Trace::at(int entry, int measure) const {
    const int chunk = entry / kChunk, row = entry % kChunk;
    const Chunk& values = chunk < int(full_.size()) ? *full_[std::size_t(chunk)] : tail_;
    return values[std::size_t(row * measureCount_ + measure)];
}

std::vector<double> Trace::column(int measure) const {
    std::vector<double> values(static_cast<std::size_t>(size_));
    for (int i = 0; i < size_; ++i) values[std::size_t(i)] = at(i, measure);
    return values;
}

Trace Trace::cut(int size) const {
    if (size >= size_) return *this;
    Trace result(measureCount_);
    const int chunks = std::max(0, (size - 1) / kChunk);
    result.full_.assign(full_.begin(), full_.begin() + chunks);
    result.size_ = chunks * kChunk;
    std::vector<double> row(static_cast<std::size_t>(measureCount_));
    for (int i = result.size_; i < size; ++i) {
        for (int m = 0; m < measureCount_; ++m) row[std::size_t(m)] = at(i, m);
        result.push(row);
    }
    if (mixedAt_ < size) result.mixedAt_ = mixedAt_;
    std::copy_if(edits_.begin(), edits_.end(), std::back_inserter(result.edits_), [&](int e) { return e < size; });
    return result;
}

}  // namespace engram
