// Counts what C++ code and aligned stores ask for on this thread. With one thread that is everything; of several the others are the
// scheduler's, whose own store for tasks is not counted. Included by one file of a program: it replaces the global operators.
#pragma once

#include <cstdlib>
#include <new>

static thread_local long allocations = 0;
void* operator new(std::size_t size) {
    ++allocations;
    if (void* p = std::malloc(size)) return p;
    throw std::bad_alloc();
}
extern "C" void* aligned_alloc(std::size_t alignment, std::size_t size) noexcept {
    ++allocations;
    void* p = nullptr;
    return posix_memalign(&p, alignment, size) == 0 ? p : nullptr;
}
void operator delete(void* p) noexcept { std::free(p); }
void operator delete(void* p, std::size_t) noexcept { std::free(p); }
