// The compute shaders, linked when first used, and how one is run: uniforms of the call, uniforms of its own, then the dispatch.
#pragma once

#include <map>
#include <string>

#include "core/compute/backend.h"
#include "render/gl/shader_library.h"

namespace engram {

enum class Task { Step, Energy, Gradient };  // the numbers of shaders/compute/model.glsl

// What every kernel of a call is told. `model` outlives it.
struct Call {
    const MemoryModel& model;
    Task task = Task::Step;
    int featureCount = 0, memoryCount = 0, stateCount = 0;
};

constexpr int kFewFeatures = 4;  // up to here a state is kept in registers
constexpr int kGroup = 128;      // invocations of a one-dimensional work group; the name the shaders use
constexpr int kSide = 16;        // of the work groups of matrix products, which make tiles of once to four times that
constexpr int kMostEach = 4;

// Throws where the model is none of a layer of memories.
void checkModel(const MemoryModel& model);

// A small number compiled into a kernel: FEATURES of those that keep a state in registers, EACH of products.
struct Definition {
    const char* name = nullptr;
    int value = 0;
};

class Kernels {
public:
    explicit Kernels(gl::ShaderLibrary::Read read) : library_(std::move(read)) {}

    // The kernel in use, with the uniforms of the call.
    const gl::Program& use(const char* name, const Call& call, Definition definition = {});

private:
    gl::ShaderLibrary library_;
    std::map<std::string, gl::Program> linked_;
};

// Runs the kernel in use and lets whatever comes next, kernels and reads alike, see what it has written.
void dispatch(int groupsX, int groupsY = 1);

constexpr int ceilDivided(int count, int size) { return (count + size - 1) / size; }

}  // namespace engram
