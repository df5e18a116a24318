#include "core/sim/player.h"

#include <algorithm>

namespace engram {

std::int64_t partingStep(const Session& a, const Session& b) {
    std::size_t i = 0;
    while (i < a.orders.size() && i < b.orders.size() && a.orders[i] == b.orders[i]) ++i;
    if (i == a.orders.size() && i == b.orders.size()) return -1;
    if (i == a.orders.size()) return b.orders[i].at;
    if (i == b.orders.size()) return a.orders[i].at;
    return std::min(a.orders[i].at, b.orders[i].at);
}

bool sameStart(const Session& a, const Session& b) {
    if (a.experiment != b.experiment) return false;
    const Experiment& e = experiment(a.experiment);
    return e.sameStart(a.inputs, b.inputs) && (a.values == b.values || e.params.effect(a.values, b.values) == Effect::View);
}

Player::Player(const Session& session) : session_(session), run_(experiment(session.experiment).start(session.values, session.inputs)) {
    giveDueOrders();
}

void Player::giveDueOrders() {
    for (; given_ < session_.orders.size() && session_.orders[given_].at <= step(); ++given_) {
        const Order& order = session_.orders[given_];
        if (const auto* poke = std::get_if<Poke>(&order.what))
            run_->poke(*poke);
        else
            run_->set(session_.valuesAt(order.at));
    }
}

void Player::show() {
    const Values wanted = session_.valuesAt(step());
    run_->set(wanted);  // differs from the run's own values in view parameters at most
}

void Player::advance() {
    run_->step();
    giveDueOrders();
}

void Player::goTo(std::int64_t goal) {
    while (step() < goal) advance();
}

void Player::goToEnd(std::int64_t mostSteps) {
    while (step() < mostSteps && !settled()) advance();
}

bool Player::follow(const Session& session) {
    if (!sameStart(session_, session)) return false;
    const std::int64_t parting = partingStep(session_, session);
    if (parting >= 0 && parting < step()) return false;  // it parts in the past
    const auto isPoke = [](const Order& order) { return std::holds_alternative<Poke>(order.what); };
    // At this very step settings may be taken back or given anew; a poke cannot be undone, only more may be added.
    std::size_t same = 0;
    while (same < given_ && same < session.orders.size() && session_.orders[same] == session.orders[same]) ++same;
    if (std::any_of(session_.orders.begin() + std::ptrdiff_t(same), session_.orders.begin() + std::ptrdiff_t(given_), isPoke)) return false;
    if (session.inputs != session_.inputs) run_->evaluate(session.inputs);
    session_ = session;
    given_ = same;
    if (same == session_.orders.size() || session_.orders[same].at > step()) show();
    giveDueOrders();
    return true;
}

void Player::restore(const Snapshot& snapshot, const Session& session) {
    const Inputs wanted = session.inputs, before = session_.inputs;  // `session` may be this one
    run_->restore(snapshot);
    session_ = session;
    session_.inputs = snapshot.inputs;
    given_ =
        std::size_t(std::count_if(session.orders.begin(), session.orders.end(), [&](const Order& o) { return o.at <= snapshot.step; }));
    show();
    if (snapshot.inputs == wanted && before == wanted) return;  // else views may have been kept that know other files
    run_->evaluate(wanted);  // may be refused
    session_.inputs = wanted;
}

}  // namespace engram
