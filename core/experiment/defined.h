// Defined<P, S>: an experiment written as free functions on a params struct P and a state struct S, a value.
//
//     init(P, Inputs) -> S          step(P, S&)                 measure(P, S) -> one number a declared measure
//     draw(View<P, S>) -> Board     settled(P, S) -> bool       look(P, S&, panels) -> bool   poke(P, S&, Poke)   changed(P old, P now, S&)
//     evaluate(P, Inputs, S&)       fit(P&, Inputs) -> sentence
//
// S must copy in well under a millisecond: keep what is large and constant behind shared_ptr<const T>.
#pragma once

#include <utility>

#include "core/experiment/experiment.h"
#include "core/param/schema.h"

namespace engram {

template <class P, class S>
struct View {
    const P& params;
    const S& state;
    const Trace& trace;
    std::int64_t step;
    const Inputs& inputs;
};

template <class P, class S>
struct Defined {
    Experiment about;                    // id, title, measures, panels...; params, start, draw and what follows is filled in
    Schema<P> schema;
    std::function<S(const P&, const Inputs&)> init;
    std::function<void(const P&, S&)> step;
    std::function<std::vector<double>(const P&, const S&)> measure;
    std::function<Board(const View<P, S>&)> draw;
    std::function<bool(const P&, const S&)> settled = [](const P&, const S&) { return false; };
    std::function<bool(const P&, S&, const std::set<std::string>&)> look = [](const P&, S&, const std::set<std::string>&) { return false; };
    std::function<void(const P&, S&, const Poke&)> poke = [](const P&, S&, const Poke&) {};
    std::function<void(const P&, const P&, S&)> changed = [](const P&, const P&, S&) {};  // after a live change
    std::function<void(const P&, const Inputs&, S&)> evaluate = [](const P&, const Inputs&, S&) {};  // other files that only evaluate
    // A state from the past may lack what look() made since; what still fits it is taken over instead of being made again.
    std::function<void(const S& from, S& to)> keepViews = [](const S&, S&) {};
    std::function<std::string(P&, const Inputs&)> fit = [](P&, const Inputs&) { return std::string(); };
    std::function<std::string(const P&)> neverRises;   // the measure that never rises at these values; empty where nothing is claimed
    std::function<std::string(const P&, const S&)> learned;   // weights as a file, where it learns any
    std::function<std::int64_t(const S&)> bytes = [](const S&) { return std::int64_t(sizeof(S)); };

    Experiment experiment() const;
};

namespace detail {

template <class P, class S>
class DefinedRun final : public Run {
public:
    DefinedRun(std::shared_ptr<const Defined<P, S>> d, const Values& values, const Inputs& inputs)
        : d_(std::move(d)), values_(values), inputs_(inputs), params_(d_->schema.read(values)), state_(d_->init(params_, inputs)),
          trace_(int(d_->about.measures.size())) {
        trace_.push(d_->measure(params_, state_));
    }
    void step() override {
        d_->step(params_, state_);
        ++step_;
        trace_.push(d_->measure(params_, state_));
    }
    void set(const Values& values) override {
        const P before = params_;
        const Effect effect = d_->about.params.effect(values_, values);
        values_ = values;
        params_ = d_->schema.read(values);
        d_->changed(before, params_, state_);
        if (effect >= Effect::Live) trace_.replaceLast(d_->measure(params_, state_));
    }
    void poke(const Poke& poke) override {
        d_->poke(params_, state_, poke);
        trace_.replaceLast(d_->measure(params_, state_));
    }
    void evaluate(const Inputs& inputs) override {
        S next = state_;
        d_->evaluate(params_, inputs, next);
        state_ = std::move(next), inputs_ = inputs;
        trace_.replaceLast(d_->measure(params_, state_));
        trace_.mix();
    }
    bool look(const std::set<std::string>& panels) override { return d_->look(params_, state_, panels); }
    void restore(const Snapshot& s) override {
        step_ = s.step, values_ = s.values, inputs_ = s.inputs, params_ = d_->schema.read(s.values), trace_ = s.trace;
        const S before = std::exchange(state_, *static_cast<const S*>(s.state.get()));
        d_->keepViews(before, state_);
    }
    Snapshot snapshot() const override {
        return {step_, values_, inputs_, std::make_shared<const S>(state_), trace_, d_->settled(params_, state_), d_->bytes(state_)};
    }
    bool settled() const override { return d_->settled(params_, state_); }
    std::int64_t stepCount() const override { return step_; }
    const Trace& trace() const override { return trace_; }

private:
    std::shared_ptr<const Defined<P, S>> d_;
    Values values_;
    Inputs inputs_;
    P params_;
    S state_;
    Trace trace_;
    std::int64_t step_ = 0;
};

}  // namespace detail

template <class P, class S>
Experiment Defined<P, S>::experiment() const {
    Defined<P, S> complete = *this;
    complete.about.params = schema.table();
    const auto shared = std::make_shared<const Defined<P, S>>(std::move(complete));
    Experiment e = shared->about;
    if (shared->neverRises)
        e.guarantees.neverRises = [shared](const Values& values) { return shared->neverRises(shared->schema.read(values)); };
    e.start = [shared](const Values& values, const Inputs& inputs) -> std::unique_ptr<Run> {
        shared->about.params.demand(values);
        return std::make_unique<detail::DefinedRun<P, S>>(shared, values, inputs);
    };
    e.fit = [shared](Values& values, const Inputs& inputs) {
        P params = shared->schema.read(values);
        const std::string sentence = shared->fit(params, inputs);
        if (!sentence.empty()) values = shared->schema.write(params);
        return sentence;
    };
    e.draw = [shared](const Snapshot& s) {
        const P params = shared->schema.read(s.values);
        return shared->draw(View<P, S>{params, *static_cast<const S*>(s.state.get()), s.trace, s.step, s.inputs});
    };
    if (shared->learned)
        e.learned = [shared](const Snapshot& s) {
            return shared->learned(shared->schema.read(s.values), *static_cast<const S*>(s.state.get()));
        };
    return e;
}

}  // namespace engram
