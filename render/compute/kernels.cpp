#include "render/compute/kernels.h"

#include "core/base/error.h"

namespace engram {
namespace {

// The numbers of shaders/compute/model.glsl; -1: not one of the layer.
int featuresNumber(const Lagrangian& l) {
    if (std::holds_alternative<Identity>(l)) return 0;
    if (std::holds_alternative<LogCosh>(l)) return 1;
    return std::holds_alternative<Spherical>(l) ? 2 : -1;
}

int hiddenNumber(const Lagrangian& l) {
    if (std::holds_alternative<Softmax>(l)) return 0;
    if (std::holds_alternative<Power>(l)) return 1;
    return std::holds_alternative<Exponential>(l) ? 2 : -1;
}

void setModel(const gl::Program& program, const MemoryModel& model) {
    program.set("similarity", model.similarity == Similarity::Dot ? 0 : 1);
    program.set("features", featuresNumber(model.features));
    program.set("hidden", hiddenNumber(model.hidden));
    if (const auto* l = std::get_if<LogCosh>(&model.features)) program.set("slope", float(l->slope));
    if (const auto* l = std::get_if<Softmax>(&model.hidden)) program.set("beta", float(l->beta));
    if (const auto* l = std::get_if<Exponential>(&model.hidden)) program.set("beta", float(l->beta));
    if (const auto* l = std::get_if<Power>(&model.hidden)) {
        program.set("order", l->order);
        program.set("rectified", l->rectified ? 1 : 0);
    }
}

}  // namespace

void checkModel(const MemoryModel& model) {
    if (featuresNumber(model.features) < 0) usage("the features of a memory layer are Identity, LogCosh or Spherical");
    if (hiddenNumber(model.hidden) < 0) usage("the hidden neurons of a memory layer are Softmax, Power or Exponential");
    const auto positive = [](const char* name, double value) {
        if (!(value > 0)) usage(std::string(name) + " is " + std::to_string(value) + "; it must be positive");
    };
    if (const auto* l = std::get_if<LogCosh>(&model.features)) positive("the slope", l->slope);
    if (const auto* l = std::get_if<Softmax>(&model.hidden)) positive("beta", l->beta);
    if (const auto* l = std::get_if<Exponential>(&model.hidden)) positive("beta", l->beta);
    if (const auto* l = std::get_if<Power>(&model.hidden)) positive("the order of a power", l->order);
}

const gl::Program& Kernels::use(const char* name, const Call& call, Definition definition) {
    std::string key = name;
    if (definition.name) key += char('0' + definition.value);
    auto found = linked_.find(key);
    if (found == linked_.end()) {
        std::vector<std::string> definitions;
        if (definition.name) definitions.push_back(definition.name + (" " + std::to_string(definition.value)));
        found = linked_.emplace(key, library_.compute(std::string("compute/") + name, definitions)).first;
    }
    const gl::Program& program = found->second;
    program.use();
    setModel(program, call.model);
    program.set("task", int(call.task));
    program.set("featureCount", call.featureCount);
    program.set("memoryCount", call.memoryCount);
    program.set("stateCount", call.stateCount);
    return program;
}

void dispatch(int groupsX, int groupsY) {
    glDispatchCompute(GLuint(groupsX), GLuint(groupsY), 1);
    glMemoryBarrier(GL_SHADER_STORAGE_BARRIER_BIT | GL_BUFFER_UPDATE_BARRIER_BIT);
}

}  // namespace engram
