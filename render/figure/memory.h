// Remembers what was made from shared immutable data, so that a layout repeated for every frame paints nothing twice. The sources
// in the key stay alive with the entry; the entry used longest ago goes first.
#pragma once

#include <map>
#include <utility>

namespace engram {

template <class Key, class Value>
class Memory {
public:
    explicit Memory(std::size_t most) : most_(most) {}

    template <class Make>
    const Value& get(Key key, Make make) {
        auto found = entries_.find(key);
        if (found == entries_.end()) {
            if (entries_.size() >= most_) forgetOldest();
            found = entries_.emplace(std::move(key), Entry{make(), 0}).first;
        }
        found->second.lastUsed = ++clock_;
        return found->second.value;
    }

private:
    struct Entry {
        Value value;
        long lastUsed = 0;
    };
    void forgetOldest() {
        auto oldest = entries_.begin();
        for (auto e = entries_.begin(); e != entries_.end(); ++e)
            if (e->second.lastUsed < oldest->second.lastUsed) oldest = e;
        if (oldest != entries_.end()) entries_.erase(oldest);
    }

    std::map<Key, Entry> entries_;
    std::size_t most_;
    long clock_ = 0;
};

}  // namespace engram
