// Schema<P>: one table of fields by member pointer, from which the ParamTable and both conversions P <-> Values come.
// Written once beside the experiment's params struct:
//
//     Schema<Params> s;
//     s.group("Memory");
//     s.real("beta", &Params::beta, "Inverse temperature").symbol("β").soft(0.1, 100).hard(1e-6, 1e6).log().live()
//      .help("Sharpness of the softmax over memories.");
//     s.choice("model", &Params::model, "Model", {{"A", "A", "..."}, {"B", "B", "..."}});   // enum class, in this order
//     s.reals("tau", &Params::tau, "Time constant", "layer", 5);                              // std::vector<double>, an entry a layer
//     s.entries("tau", [](const Params& p) { return p.layers; });
//     s.idle("order", [](const Params& p) { return p.model == Model::B ? "Only models A and C have an order" : ""; });
//     s.refuse([](const Params& p) { return std::string(); });
#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <type_traits>
#include <utility>

#include "core/base/text.h"
#include "core/param/list.h"

namespace engram {

template <class P>
class Schema {
public:
    class Entry {
    public:
        explicit Entry(ParamSpec& spec) : spec_(&spec) {}
        Entry& symbol(std::string text) { spec_->symbol = std::move(text); return *this; }
        Entry& help(std::string text) { spec_->help = std::move(text); return *this; }
        Entry& unit(std::string text) { spec_->unit = std::move(text); return *this; }
        Entry& soft(double low, double high) { spec_->soft = spec_->hard = {low, high}; return *this; }
        Entry& hard(double low, double high) { spec_->hard = {low, high}; return *this; }
        Entry& log() { spec_->scale = Scale::Log; return *this; }
        Entry& view() { spec_->effect = Effect::View; return *this; }
        Entry& live() { spec_->effect = Effect::Live; return *this; }
        Entry& restart() { spec_->effect = Effect::Restart; return *this; }

    private:
        ParamSpec* spec_;
    };

    Schema() : fields_(std::make_shared<std::vector<Field>>()) { specs_.reserve(128); }

    void group(std::string name) { group_ = std::move(name); }

    Entry real(std::string id, double P::*member, std::string label) {
        return add(std::move(id), std::move(label), Kind::Number, {},
                   {[member](const P& p) -> Value { return p.*member; }, [member](P& p, const Value& v) { p.*member = std::get<double>(v); }});
    }
    Entry integer(std::string id, int P::*member, std::string label) {
        return add(std::move(id), std::move(label), Kind::Int, {},
                   {[member](const P& p) -> Value { return std::int64_t(p.*member); },
                    [member](P& p, const Value& v) { p.*member = int(std::get<std::int64_t>(v)); }});
    }
    Entry boolean(std::string id, bool P::*member, std::string label) {
        return add(std::move(id), std::move(label), Kind::Bool, {},
                   {[member](const P& p) -> Value { return p.*member; }, [member](P& p, const Value& v) { p.*member = std::get<bool>(v); }});
    }
    template <class E>
    Entry choice(std::string id, E P::*member, std::string label, std::vector<Choice> choices) {
        static_assert(std::is_enum_v<E>);
        auto ids = std::make_shared<std::vector<std::string>>();
        for (const Choice& c : choices) ids->push_back(c.id);
        return add(std::move(id), std::move(label), Kind::Choice, std::move(choices),
                   {[member, ids](const P& p) -> Value { return ids->at(std::size_t(p.*member)); },
                    [member, ids](P& p, const Value& v) {
                        const auto& name = std::get<std::string>(v);
                        for (std::size_t i = 0; i < ids->size(); ++i)
                            if ((*ids)[i] == name) p.*member = E(i);
                    }});
    }

    // Lists of at most `most` entries; the member may be shorter, its last entry then holds for the rest.
    Entry reals(std::string id, std::vector<double> P::*member, std::string label, std::string entry, int most) {
        return addList(std::move(id), std::move(label), std::move(entry), most, Kind::Number, {}, member,
                       [](double v) { return shortest(v); }, [](const std::string& text) { return parseReal(text).value_or(0); });
    }
    Entry integers(std::string id, std::vector<int> P::*member, std::string label, std::string entry, int most) {
        return addList(std::move(id), std::move(label), std::move(entry), most, Kind::Int, {}, member,
                       [](int v) { return std::to_string(v); },
                       [](const std::string& text) { return int(parseInteger(text).value_or(0)); });
    }
    template <class E>
    Entry choiceList(std::string id, std::vector<E> P::*member, std::string label, std::string entry, int most,
                     std::vector<Choice> choices) {
        static_assert(std::is_enum_v<E>);
        auto ids = std::make_shared<std::vector<std::string>>();
        for (const Choice& c : choices) ids->push_back(c.id);
        return addList(std::move(id), std::move(label), std::move(entry), most, Kind::Choice, std::move(choices), member,
                       [ids](E v) { return ids->at(std::size_t(v)); },
                       [ids](const std::string& text) { return E(std::find(ids->begin(), ids->end(), text) - ids->begin()); });
    }

    void entries(std::string id, std::function<int(const P&)> count) { entries_[std::move(id)] = std::move(count); }
    void idle(std::string id, std::function<std::string(const P&)> reason) { idle_[std::move(id)] = std::move(reason); }
    void refuse(std::function<std::string(const P&)> reason) { refuse_ = std::move(reason); }

    P read(const Values& values) const {
        P p{};
        for (const Field& f : *fields_)
            if (auto it = values.find(f.id); it != values.end()) f.write(p, it->second);
        return p;
    }
    Values write(const P& p) const {
        Values values;
        for (const Field& f : *fields_) values[f.id] = f.read(p);
        return values;
    }
    ParamTable table() const {
        ParamTable t;
        t.specs_ = specs_;
        const P defaults{};
        for (std::size_t i = 0; i < specs_.size(); ++i) t.specs_[i].fallback = (*fields_)[i].read(defaults);
        t.idle_ = [self = *this](std::string_view id, const Values& values) {
            auto it = self.idle_.find(std::string(id));
            return it == self.idle_.end() ? std::string() : it->second(self.read(values));
        };
        t.entries_ = [self = *this, most = t.specs_](std::string_view id, const Values& values) {
            auto it = self.entries_.find(std::string(id));
            if (it != self.entries_.end()) return it->second(self.read(values));
            const auto spec = std::find_if(most.begin(), most.end(), [&](const ParamSpec& s) { return s.id == id; });
            return spec == most.end() ? 0 : spec->most;
        };
        t.refusal_ = [self = *this](const Values& values) { return self.refuse_ ? self.refuse_(self.read(values)) : std::string(); };
        return t;
    }

private:
    struct Field {
        std::function<Value(const P&)> read;
        std::function<void(P&, const Value&)> write;
        std::string id = {};
    };

    Entry add(std::string id, std::string label, Kind kind, std::vector<Choice> choices, Field field) {
        field.id = id;
        fields_->push_back(std::move(field));
        ParamSpec spec;
        spec.id = std::move(id), spec.label = std::move(label), spec.group = group_, spec.kind = kind, spec.choices = std::move(choices);
        specs_.push_back(std::move(spec));
        return Entry(specs_.back());
    }

    template <class T, class Print, class Parse>
    Entry addList(std::string id, std::string label, std::string entry, int most, Kind each, std::vector<Choice> choices,
                  std::vector<T> P::*member, Print print, Parse parse) {
        Field field{[member, print](const P& p) -> Value {
                        std::vector<std::string> texts;
                        for (const T& v : p.*member) texts.push_back(print(v));
                        return listText(std::move(texts));
                    },
                    [member, parse](P& p, const Value& v) {
                        (p.*member).clear();
                        for (const std::string& text : split(std::get<std::string>(v), kBetweenEntries)) (p.*member).push_back(parse(text));
                    }};
        Entry added = add(std::move(id), std::move(label), Kind::List, std::move(choices), std::move(field));
        specs_.back().each = each, specs_.back().entry = std::move(entry), specs_.back().most = most;
        return added;
    }

    std::vector<ParamSpec> specs_;
    std::shared_ptr<std::vector<Field>> fields_;
    std::map<std::string, std::function<std::string(const P&)>> idle_;
    std::map<std::string, std::function<int(const P&)>> entries_;
    std::function<std::string(const P&)> refuse_;
    std::string group_;
};

}  // namespace engram
