// The measures of every step so far. Grows at the end; copies share all full chunks, so a snapshot carries its whole past cheaply.
#pragma once

#include <cstddef>
#include <limits>
#include <memory>
#include <vector>

namespace engram {

// A measure that does not exist at a moment, such as a score against classes that nobody knows: "n/a" for people, an empty cell in CSV,
// null in JSON, a gap in a curve.
inline constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

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
    // From the last entry on measured with other files than before. Running it again measures all of it with those: not the same trace.
    void mix() { mixedAt_ = size_ - 1; }
    bool mixed() const { return mixedAt_ > 0; }

private:
    static constexpr int kChunk = 256;
    using Chunk = std::vector<double>;
    int measureCount_ = 0, size_ = 0, mixedAt_ = 0;
    std::vector<std::shared_ptr<const Chunk>> full_;
    Chunk tail_;
    std::vector<int> edits_;
};

}  // namespace engram
