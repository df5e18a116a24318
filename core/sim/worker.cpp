#include "core/sim/worker.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>

#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/sim/player.h"
#include "core/sim/recording.h"

namespace engram {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kFrameTime = std::chrono::microseconds(16'667);
constexpr double kDefaultPace = 30;  // steps a second
// A step that takes more than this share of its time waits until the moment before it has been seen, and no longer than that: what is
// left of the processor then goes into the picture of it.
constexpr double kDearShare = 0.4;
constexpr auto kPatience = std::chrono::milliseconds(150);
std::atomic<std::uint64_t> frames = 0;   // of all workers: no two frames have the same number

// What the window asks for; the latest wish of each kind wins.
struct Wishes {
    std::optional<Session> session;
    std::optional<bool> play;
    std::optional<std::int64_t> seek;
    std::optional<double> pace;
    std::optional<std::set<std::string>> panels;
    bool any() const { return session || play || seek || pace || panels; }
};

struct GivenUp {};   // thrown out of the making of a run that nobody waits for any more

}  // namespace

struct Worker::Thread {
    Thread(std::function<void()> notify, std::int64_t budgetBytes)
        : published(std::move(notify)), recording(budgetBytes), thread([this](const std::stop_token& token) { loop(token); }) {}

    template <class T>
    void wish(std::optional<T> Wishes::*what, T value) {
        {
            const std::lock_guard lock(mutex);
            if constexpr (std::is_same_v<T, Session>) inbox.seek.reset();  // it was meant for the session before
            inbox.*what = std::move(value);
            idle = false;
        }
        wake.notify_all();
    }

    // ---- on the worker's thread -------------------------------------------------------------------------------------------

    void loop(const std::stop_token& token) {
        stop = token;
        while (!stop.stop_requested()) {
            const Wishes wishes = waitForWork();
            if (stop.stop_requested()) return;
            try {
                if (wishes.any()) serve(wishes);
                if (player) stepIfDue();
                if (dirty && Clock::now() - lastPublished >= kFrameTime) publish();
            } catch (const std::exception& error) {  // out of memory, most likely: the run stands still, nothing is lost
                trouble = error.what();
                playing = false, dirty = true;
                if (player) goal = player->step();
            }
        }
    }

    Wishes waitForWork() {
        std::unique_lock lock(mutex);
        const auto woken = [this, unseen = isDear() && !seen] { return inbox.any() || (unseen && seen); };
        if (!inbox.any() && caughtUp()) {
            const auto frameDue = lastPublished + kFrameTime, stepDue = whenStepIsDue();
            if (dirty || (player && playing)) {
                wake.wait_until(lock, stop, !dirty ? stepDue : player && playing ? std::min(stepDue, frameDue) : frameDue, woken);
            } else {
                idle = true;
                wake.notify_all();
                wake.wait(lock, stop, woken);
            }
        }
        idle = false;
        return std::exchange(inbox, Wishes());
    }

    bool isDear() const { return stepSecs * pace > kDearShare; }

    Clock::time_point whenStepIsDue() const { return isDear() && !seen ? std::max(nextStep, lastPublished + kPatience) : nextStep; }

    bool isStepDue() {
        const std::lock_guard lock(mutex);
        return Clock::now() >= whenStepIsDue();
    }

    bool caughtUp() const { return !player || player->step() >= goal; }

    void serve(const Wishes& wishes) {
        if (wishes.pace) pace = *wishes.pace;
        if (wishes.panels) panels = *wishes.panels, dirty = true;
        if (wishes.session && wishes.play && playing) playing = false, dirty = true;  // what comes with a session counts from its own step
        if (wishes.session && !adopt(*wishes.session)) return;
        if (!player) return;
        if (wishes.seek) seekTo(*wishes.seek);
        if (wishes.play && *wishes.play != playing) {
            playing = *wishes.play;
            stopsWhenSettled = !player->settled();  // pressed again at the end, it runs on
            nextStep = Clock::now();
            if (playing && !wishes.session) goal = player->step();
            dirty = true;
        }
    }

    // False where it was given up for a session that waits already.
    bool adopt(const Session& session) {
        trouble.clear();
        refused.reset();
        dirty = true;
        try {
            const ProgressListener listener([this](const std::string& what, double share) { hear(what, share); });
            if (!player || !continueWith(session)) startAnew(session);
            if (!playing) seekTo(session.step);
        } catch (const GivenUp&) {
            return false;
        } catch (const std::exception& error) {
            trouble = error.what();  // the run before goes on
            refused = std::make_shared<const Session>(session);
        }
        return true;
    }

    // True where the run so far, or its recorded past, is also the past of `session`.
    bool continueWith(const Session& session) {
        const std::int64_t parting = partingStep(player->session(), session);
        if (!sameStart(player->session(), session)) return false;
        if (player->follow(session)) {
            if (parting >= 0) forgetAfter(player->step());
            record();
            return true;
        }
        const Snapshot* before = recording.at(parting - 1);
        if (!before) return false;
        player->restore(*before, session);
        forgetAfter(parting - 1);
        goal = parting;  // the change shows in the next frame
        return true;
    }

    void startAnew(const Session& session) {
        auto fresh = std::make_unique<Player>(session);
        player = std::move(fresh);
        recording.clear();
        whole = Trace();
        goal = 0;
        stopsWhenSettled = true;
        record();
    }

    // Of a run that is being made, or judged anew: what is shown stays as it is, with a word of what is going on.
    void hear(const std::string& what, double share) {
        {
            const std::lock_guard lock(mutex);
            if (stop.stop_requested() || inbox.session) throw GivenUp();
        }
        if (Clock::now() - lastPublished < kFrameTime) return;
        const auto frame = latest ? std::make_shared<Frame>(*latest) : std::make_shared<Frame>();
        frame->underway = share < 0 ? what : what + ", " + std::to_string(int(100 * share)) + " %";
        frame->busy = true, frame->playing = playing;
        post(frame);
    }

    void forgetAfter(std::int64_t step) {
        recording.cut(step);
        whole = whole.cut(int(step) + 1);
    }

    void record() {
        if (player->step() >= recording.lastStep()) recording.add(player->snapshot());
        if (player->trace().size() >= whole.size()) whole = player->trace();
    }

    void seekTo(std::int64_t step) {
        // Back, or forward again over what is recorded: from the nearest snapshot before.
        if (const Snapshot* before = recording.at(step); before && (step < player->step() || before->step > player->step()))
            player->restore(*before, player->session());
        goal = step;
        dirty = true;
    }

    void stepIfDue() {
        if (!caughtUp()) return advance();
        if (!playing || !isStepDue()) return;
        const auto begin = Clock::now();
        advance();
        stepSecs = std::chrono::duration<double>(Clock::now() - begin).count();
        goal = player->step();
        const auto period = std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(1 / pace));
        nextStep = std::max(nextStep + period, Clock::now() - period);  // late steps are not made up for
        if (player->settled() && stopsWhenSettled) playing = false;
    }

    void advance() {
        player->advance();
        record();
        dirty = true;
    }

    void publish() {
        if (!player && trouble.empty()) {  // nothing to show yet
            dirty = false;
            return;
        }
        const auto frame = std::make_shared<Frame>();
        if (player) {
            try {
                unfinished = player->lookOn(panels);
            } catch (const std::exception& error) {
                trouble = error.what();
                unfinished = false;
            }
            frame->session = player->session();
            frame->moment = player->snapshot();
            frame->recorded = recording.lastStep();
            frame->recordedBytes = recording.bytes(), frame->budgetBytes = recording.budget();
            frame->whole = whole;
        }
        frame->playing = playing;
        frame->busy = !caughtUp();
        frame->trouble = trouble;
        frame->refused = refused;
        post(frame);
        dirty = unfinished;   // a finer picture follows in the next frame
    }

    void post(const std::shared_ptr<Frame>& frame) {
        frame->number = ++frames;
        {
            const std::lock_guard lock(mutex);
            seen = false;   // before it can be taken
        }
        {
            const std::lock_guard lock(mailbox);
            latest = frame;
        }
        lastPublished = Clock::now();
        if (published) published();
    }

    std::function<void()> published;

    std::mutex mutex;                      // guards inbox, idle and seen
    std::condition_variable_any wake;
    Wishes inbox;
    bool idle = true;
    bool seen = true;                      // the latest frame has been taken

    std::mutex mailbox;                    // guards latest
    std::shared_ptr<const Frame> latest;

    // Only the worker's thread touches what follows.
    std::stop_token stop;
    std::unique_ptr<Player> player;
    Recording recording;
    Trace whole;
    std::set<std::string> panels;
    std::int64_t goal = 0;
    bool playing = false, stopsWhenSettled = true, dirty = false, unfinished = false;
    double pace = kDefaultPace, stepSecs = 0;   // of the last step while playing
    std::string trouble;
    std::shared_ptr<const Session> refused;
    Clock::time_point nextStep{}, lastPublished{};

    std::jthread thread;                   // last: it starts when all else is there
};

Worker::Worker(std::function<void()> published, std::int64_t budgetBytes)
    : thread_(std::make_unique<Thread>(std::move(published), budgetBytes)) {}
Worker::~Worker() {
    thread_->thread.request_stop();
    thread_->thread.join();
}

void Worker::load(const Session& session) { thread_->wish(&Wishes::session, session); }
void Worker::play(bool on) { thread_->wish(&Wishes::play, on); }
void Worker::seek(std::int64_t step) { thread_->wish(&Wishes::seek, step); }
void Worker::pace(double stepsPerSecond) { thread_->wish(&Wishes::pace, stepsPerSecond); }
void Worker::want(const std::set<std::string>& panels) { thread_->wish(&Wishes::panels, panels); }

std::shared_ptr<const Frame> Worker::latest() const {
    std::shared_ptr<const Frame> frame;
    {
        const std::lock_guard lock(thread_->mailbox);
        frame = thread_->latest;
    }
    {
        const std::lock_guard lock(thread_->mutex);
        if (std::exchange(thread_->seen, true)) return frame;
    }
    thread_->wake.notify_all();
    return frame;
}

void Worker::waitIdle() {
    std::unique_lock lock(thread_->mutex);
    thread_->wake.wait(lock, [this] { return thread_->idle && !thread_->inbox.any(); });
}

}  // namespace engram
