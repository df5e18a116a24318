// A copyable array aligned to a cache line, and an arena that hands out such memory and takes it all back at once: what a training step
// needs is taken from the machine in the first step and found again in all later ones.
#pragma once

#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <vector>

namespace engram {

template <class T>
struct LineAllocator {
    using value_type = T;
    static constexpr std::size_t kLine = 64;

    LineAllocator() = default;
    template <class U>
    LineAllocator(const LineAllocator<U>&) {}
    T* allocate(std::size_t count) {
        if (count > (std::size_t(-1) - kLine) / sizeof(T)) throw std::bad_alloc();
        void* p = std::aligned_alloc(kLine, (count * sizeof(T) + kLine - 1) / kLine * kLine);
        if (!p) throw std::bad_alloc();
        return static_cast<T*>(p);
    }
    void deallocate(T* p, std::size_t) { std::free(p); }
    friend bool operator==(const LineAllocator&, const LineAllocator&) { return true; }
};

template <class T>
using Numbers = std::vector<T, LineAllocator<T>>;

template <class T>
class Arena {
public:
    struct Mark {
        std::size_t chunk = 0, used = 0;
    };

    // Entries that hold anything, valid until a mark from before is released.
    T* take(std::size_t count) {
        const std::size_t whole = (count + kRound - 1) / kRound * kRound;
        while (at_.chunk < chunks_.size() && chunks_[at_.chunk].count - at_.used < whole) ++at_.chunk, at_.used = 0;
        if (at_.chunk == chunks_.size()) {
            const std::size_t size = whole > kChunk ? whole : kChunk;
            chunks_.push_back({std::unique_ptr<T, Free>(LineAllocator<T>().allocate(size)), size});
        }
        T* piece = chunks_[at_.chunk].data.get() + at_.used;
        at_.used += whole;
        return piece;
    }
    Mark mark() const { return at_; }
    void release(Mark to) { at_ = to; }

private:
    static constexpr std::size_t kRound = 64 / sizeof(T), kChunk = std::size_t(1) << 20;
    struct Free {
        void operator()(T* p) const { std::free(p); }
    };
    struct Chunk {
        std::unique_ptr<T, Free> data;
        std::size_t count;
    };
    std::vector<Chunk> chunks_;
    Mark at_;
};

}  // namespace engram
