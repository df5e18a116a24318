// Parts of the text form of a session that several files write and read: literals, and one table of a document that knows which keys
// were asked for. Internal to core/session.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include <toml++/toml.h>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/session/stamp.h"

namespace engram {

std::string tomlText(std::string_view text);                    // quoted and escaped
std::string tomlReal(double value);                             // always read back as a real number, never as a whole one
std::string tomlList(const std::vector<std::string>& texts);

// [view], [view.figure] and the cameras.
std::string viewText(const Blueprint& view);
Blueprint readView(const toml::table& table, const std::string& origin, const Experiment& e);

Stamp readStamp(const toml::table& table, const std::string& origin);   // [stamp]

toml::table parsedToml(std::string_view text, const std::string& origin);

// One table of the document; knows where it is and which keys were asked for, so that what is left over can be named.
class Section {
public:
    Section(const toml::table& table, std::string name, std::string origin)
        : table_(table), name_(std::move(name)), origin_(std::move(origin)) {}

    [[noreturn]] void refuse(const std::string& what) const { fail(origin_ + ": " + what); }
    std::string label(std::string_view key) const { return name_.empty() ? std::string(key) : name_ + "." + std::string(key); }

    const toml::node* find(std::string_view key) {
        known_.emplace_back(key);
        return table_.get(key);
    }
    double number(std::string_view key, double fallback) {
        const toml::node* node = find(key);
        return node ? numberOf(*node, label(key)) : fallback;
    }
    std::int64_t whole(std::string_view key, std::int64_t fallback, std::int64_t low, std::int64_t high) {
        const toml::node* node = find(key);
        if (!node) return fallback;
        const auto value = node->value_exact<std::int64_t>();
        if (!value) refuse(label(key) + " must be a whole number");
        if (*value < low || *value > high) refuse(label(key) + " = " + std::to_string(*value) + " is out of range");
        return *value;
    }
    std::string text(std::string_view key, const std::string& fallback) {
        const toml::node* node = find(key);
        if (!node) return fallback;
        const auto value = node->value_exact<std::string>();
        if (!value) refuse(label(key) + " must be a text");
        return *value;
    }
    bool flag(std::string_view key, bool fallback) {
        const toml::node* node = find(key);
        if (!node) return fallback;
        const auto value = node->value_exact<bool>();
        if (!value) refuse(label(key) + " must be true or false");
        return *value;
    }
    const toml::array* list(std::string_view key) {
        const toml::node* node = find(key);
        if (node && !node->is_array()) refuse(label(key) + " must be a list");
        return node ? node->as_array() : nullptr;
    }
    const toml::table* table(std::string_view key) {
        const toml::node* node = find(key);
        if (node && !node->is_table()) refuse(label(key) + " must be a table");
        return node ? node->as_table() : nullptr;
    }
    double numberOf(const toml::node& node, const std::string& what) const {
        const auto value = node.value<double>();
        if (!value || !node.is_number()) refuse(what + " must be a number");
        if (!std::isfinite(*value)) refuse(what + " must be a finite number, not " + shortest(*value));
        return *value;
    }
    void refuseTheRest() const {
        std::vector<std::string> known;
        for (const std::string& key : known_) known.push_back(label(key));
        for (const auto& [key, node] : table_)
            if (std::find(known.begin(), known.end(), label(key.str())) == known.end())
                refuse(unknownName("key", label(key.str()), known) + " (line " + std::to_string(node.source().begin.line) + ")");
    }
    const toml::table& raw() const { return table_; }
    const std::string& origin() const { return origin_; }

private:
    const toml::table& table_;
    std::string name_, origin_;
    std::vector<std::string> known_;
};

}  // namespace engram
