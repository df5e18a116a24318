// The sentence with which something is refused; empty where it is not.
#pragma once

#include <functional>
#include <string>

#include "core/base/error.h"

namespace engram::test {

inline std::string messageOf(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

}  // namespace engram::test
