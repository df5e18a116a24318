// Errors name the thing that is wrong and, where there is one, the nearest right name. They are thrown where they are
// found and caught once: by a verb (exit code) or by the window (one message). Nothing else handles them.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace engram {

enum class Fault { Failed = 1, Usage = 2 };  // the exit codes of the command line

class Error : public std::runtime_error {
public:
    Error(Fault fault, const std::string& sentence) : std::runtime_error(sentence), fault_(fault) {}
    Fault fault() const { return fault_; }

private:
    Fault fault_;
};

[[noreturn]] void fail(const std::string& sentence);   // the thing could not be done
[[noreturn]] void usage(const std::string& sentence);  // the request itself is wrong

// The known name closest to `name` by edit distance; empty where nothing is close enough to be meant.
std::string nearest(std::string_view name, const std::vector<std::string>& known);

// "no KIND named NAME; did you mean NEAREST" or, with nothing near, "no KIND named NAME; known are A, B, C".
std::string unknownName(std::string_view kind, std::string_view name, const std::vector<std::string>& known);

}  // namespace engram
