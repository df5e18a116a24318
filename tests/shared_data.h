// Real test data beside the source tree, or where ENGRAM_SHARED says; a test that finds none skips with a message.
#pragma once

#include <cstdlib>
#include <filesystem>

namespace engram::test {

inline std::filesystem::path shared(const char* name) {
    const char* chosen = std::getenv("ENGRAM_SHARED");
    return std::filesystem::path(chosen ? chosen : ENGRAM_ROOT "/../shared") / name;
}

}  // namespace engram::test
