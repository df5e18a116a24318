// Memory for kernels: floats aligned to a cache line that only ever grow, and one such store a thread for work in progress.
#pragma once

#include <cstdlib>
#include <memory>
#include <new>

namespace engram {

class AlignedFloats {
public:
    AlignedFloats() = default;
    explicit AlignedFloats(std::size_t count) { grow(count); }

    // At least `count` floats; what they held is lost when they must move.
    float* grow(std::size_t count) {
        if (count <= count_) return data_.get();
        data_.reset();
        count_ = 0;
        const std::size_t bytes = (count * sizeof(float) + kLine - 1) / kLine * kLine;
        data_.reset(static_cast<float*>(std::aligned_alloc(kLine, bytes)));
        if (!data_) throw std::bad_alloc();
        count_ = count;
        return data_.get();
    }
    float* data() const { return data_.get(); }

    static constexpr std::size_t kLine = 64;

private:
    struct Free {
        void operator()(float* p) const { std::free(p); }
    };
    std::unique_ptr<float, Free> data_;
    std::size_t count_ = 0;
};

// The store of the calling thread; a second call may move what the first gave out.
float* threadScratch(std::size_t floatCount);

// Hands out aligned pieces of one scratch store: sum the sizes first, then take them.
class Pieces {
public:
    explicit Pieces(float* start) : next_(start) {}
    static constexpr std::size_t rounded(std::size_t floatCount) { return (floatCount + 15) / 16 * 16; }
    float* take(std::size_t floatCount) {
        float* piece = next_;
        next_ += rounded(floatCount);
        return piece;
    }
    template <class T>
    T* takeAs(std::size_t count) { return reinterpret_cast<T*>(take((count * sizeof(T) + 3) / 4)); }

private:
    float* next_;
};

}  // namespace engram
