// What reading and writing a session's TOML share: literals that read back to the same value, and a table that names what is wrong.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "core/base/error.h"
#include "core/session/session.h"

namespace engram {

std::string textLiteral(std::string_view text);
std::string realLiteral(double value);
std::string literal(const Value& value);
std::string listLiteral(const std::vector<std::string>& texts);

// One table of the document; knows where it is and which keys were asked for, so that what is left over can be named.
class Section {
public:
    Section(const toml::table& table, std::string name, std::string origin)
        : table_(table), name_(std::move(name)), origin_(std::move(origin)) {}

    [[noreturn]] void refuse(const std::string& what) const;
    // While `error` is handled: a rule that was broken is refused with the line of the node, all else goes on.
    [[noreturn]] void refuse(const Error& error, const toml::node& node) const;
    std::string label(std::string_view key) const;

    const toml::node* find(std::string_view key);
    double number(std::string_view key, double fallback);
    bool flag(std::string_view key, bool fallback);
    std::int64_t whole(std::string_view key, std::int64_t fallback, std::int64_t low, std::int64_t high);
    std::string text(std::string_view key, const std::string& fallback);
    std::string choice(std::string_view key, const std::string& fallback, const std::vector<std::string>& known);
    const toml::array* list(std::string_view key);
    const toml::table* table(std::string_view key);
    std::vector<const toml::table*> tables(std::string_view key);               // a list of tables; empty where there is none
    std::array<double, 3> numbers(std::string_view key, std::array<double, 3> fallback, std::size_t count);
    double numberOf(const toml::node& node, const std::string& what) const;
    void refuseTheRest() const;
    const std::string& origin() const { return origin_; }

private:
    const toml::table& table_;
    std::string name_, origin_;
    std::vector<std::string> known_;
};

toml::table parsedToml(std::string_view text, const std::string& origin, const std::string& kind);   // kind: "session"
Value valueOf(const toml::node& node, const Section& section, const std::string& what);
// The parameters of a table, each checked; `liveOnly` refuses those that cannot change on the way.
Values readValues(const toml::table& table, const std::string& name, const std::string& origin, const ParamTable& params, bool liveOnly);

struct Stamp;
Stamp readStamp(const toml::table& table, const std::string& origin);   // [stamp]: see stamp.h

}  // namespace engram
