#include "core/learn/functions.h"

#include <cmath>

#include "core/base/error.h"
#include "core/learn/blocks.h"

namespace engram {

namespace {

double sigmoid(double x) { return x < 0 ? std::exp(x) / (1 + std::exp(x)) : 1 / (1 + std::exp(-x)); }
double softplus(double x) { return std::fmax(x, 0) + std::log1p(std::exp(-std::abs(x))); }

}  // namespace

const std::vector<FunctionEntry>& functions() {
    static const std::vector<FunctionEntry> table{
        {Function::Exp, "exp", [](double x) { return std::exp(x); }, [](double, double y) { return y; }, -2, 2},
        {Function::Log, "log", [](double x) { return std::log(x); }, [](double x, double) { return 1 / x; }, 0.3, 3},
        {Function::Tanh, "tanh", [](double x) { return std::tanh(x); }, [](double, double y) { return 1 - y * y; }, -2, 2},
        {Function::Sigmoid, "sigmoid", sigmoid, [](double, double y) { return y * (1 - y); }, -4, 4},
        {Function::Relu, "relu", [](double x) { return x < 0 ? 0 : x; }, [](double x, double) { return double(x > 0); }, 0.1, 2},
        {Function::Silu, "silu", [](double x) { return x * sigmoid(x); },
         [](double x, double y) { return sigmoid(x) + y * (1 - sigmoid(x)); }, -4, 4},
        {Function::Softplus, "softplus", softplus, [](double x, double) { return sigmoid(x); }, -4, 4},
        {Function::Sin, "sin", [](double x) { return std::sin(x); }, [](double x, double) { return std::cos(x); }, -4, 4},
        {Function::Cos, "cos", [](double x) { return std::cos(x); }, [](double x, double) { return -std::sin(x); }, -4, 4},
        {Function::Square, "square", [](double x) { return x * x; }, [](double x, double) { return 2 * x; }, -2, 2},
        {Function::Sqrt, "sqrt", [](double x) { return std::sqrt(x); }, [](double, double y) { return 0.5 / y; }, 0.3, 3},
    };
    return table;
}

const FunctionEntry& entryOf(Function function) { return functions().at(std::size_t(function)); }

Function functionNamed(const std::string& name) {
    std::vector<std::string> known;
    for (const FunctionEntry& entry : functions()) {
        if (entry.name == name) return entry.function;
        known.emplace_back(entry.name);
    }
    usage(unknownName("function", name, known));
}

void applyAll(const Kernels& k, Function f, const float* x, long count, float* y) {
    alongBlocks(count, [&](long i, int n) { k.apply(f, x + i, n, y + i); });
}
void applyBackAll(const Kernels& k, Function f, const float* x, const float* y, const float* dy, long count, bool add, float* dx) {
    alongBlocks(count, [&](long i, int n) { k.applyBack(f, x + i, y + i, dy + i, n, add, dx + i); });
}

void applyAll(const Kernels&, Function f, const double* x, long count, double* y) {
    const auto value = entryOf(f).value;
    alongBlocks(count, [&](long begin, int n) {
        for (long i = begin; i < begin + n; ++i) y[i] = value(x[i]);
    });
}
void applyBackAll(const Kernels&, Function f, const double* x, const double* y, const double* dy, long count, bool add, double* dx) {
    const auto slope = entryOf(f).slope;
    alongBlocks(count, [&](long begin, int n) {
        for (long i = begin; i < begin + n; ++i) dx[i] = (add ? dx[i] : 0) + slope(x[i], y[i]) * dy[i];
    });
}

}  // namespace engram
