// The measures of every step so far. Grows at the end; copies share all full chunks, so a snapshot carries its whole past cheaply.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace engram {

class Trace {
public:
    explicit Trace(int measureCount = 0) : measureCount_(measureCount) {}

    int measureCount() const { return measureCount_; }
    int size() const { return size_; }                       // entries: steps made + 1
    void push(const std::vector<double>& measures);          // measureCount values
    void replaceLast(const std::vector<double>& measures);   // the same step measured again, after a live change
    double at(int entry, int measure) const;
    std::vector<double> column(int measure) const;
    Trace cut(int size) const;                               // the first entries only
    // Entries measured anew after a live change: the step into them is not the dynamics' own.
    const std::vector<int>& edits() const { return edits_; }

private:
    static constexpr int kChunk = 256;
    using Chunk = std::vector<double>;
    int measureCount_ = 0, size_ = 0;
    std::vector<std::shared_ptr<const Chunk>> full_;
    Chunk tail_;
    std::vector<int> edits_;
};

}  // namespace engram
