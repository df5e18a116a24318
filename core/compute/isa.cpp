#include "core/compute/isa.h"

#include <algorithm>
#include <cstdlib>

#include "core/base/error.h"

namespace engram {

namespace {

struct Entry {
    const char* name;
    bool (*present)();
    const Kernels& (*kernels)();
};
constexpr Entry kEntries[] = {
    {"x86-64", [] { return true; }, x86_64::kernels},
    {"v3", [] { return bool(__builtin_cpu_supports("x86-64-v3")); }, x86_64_v3::kernels},
    {"v4", [] { return bool(__builtin_cpu_supports("x86-64-v4")); }, x86_64_v4::kernels},
};

}  // namespace

std::vector<std::string> knownIsas() {
    std::vector<std::string> names;
    for (const Entry& entry : kEntries) names.emplace_back(entry.name);
    return names;
}

std::vector<std::string> machineIsas() {
    std::vector<std::string> names;
    for (const Entry& entry : kEntries)
        if (entry.present()) names.emplace_back(entry.name);
    return names;
}

const Kernels& kernelsFor(const std::string& isa) {
    const char* fromOutside = std::getenv("ENGRAM_ISA");
    const std::string wanted = isa.empty() && fromOutside ? fromOutside : isa;
    const std::vector<std::string> here = machineIsas();
    for (const Entry& entry : kEntries) {
        if (entry.name != (wanted.empty() ? here.back() : wanted)) continue;
        if (std::ranges::find(here, entry.name) == here.end()) {
            std::string list;
            for (const std::string& name : here) list += (list.empty() ? "" : ", ") + name;
            usage("this machine does not have the instruction set " + wanted + "; it has " + list);
        }
        return entry.kernels();
    }
    usage(unknownName("instruction set", wanted, knownIsas()) + " (known are x86-64, v3, v4)");
}

}  // namespace engram
