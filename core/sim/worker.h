// The worker owns one Run on its own thread. Orders go in as sessions and transport; the latest frame comes out through a mailbox.
// Nothing mutable is shared, and no call here waits for a step. While it plays, steps that take most of their time wait until latest()
// has been asked for the moment before (or a while has passed): a picture that nobody sees is no use.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>

#include "core/session/session.h"
#include "core/sim/recording.h"

namespace engram {

// What the window shows: a moment and the state of the transport.
struct Frame {
    std::uint64_t number = 0;          // grows with every frame published by any worker
    Session session;                   // whose run this is
    Snapshot moment;
    std::int64_t recorded = 0;         // the last step recorded
    std::int64_t recordedBytes = 0, budgetBytes = 0;
    Trace whole;                       // the trace to the end of the recording
    bool playing = false;
    bool busy = false;                 // catching up with what was asked
    std::string underway;              // what is done first for another session, "Reading books, 40 %"; this one is shown until then
    std::string trouble;               // what went wrong, in one sentence; the run before it goes on
    std::shared_ptr<const Session> refused;  // the session that could not be loaded, if that was it
};

class Worker {
public:
    // `published` is called on the worker's thread whenever a new frame is there, at most 60 times a second.
    explicit Worker(std::function<void()> published, std::int64_t budgetBytes = kRecordingBytes);
    ~Worker();

    // Replaces the session: what has not changed goes on (a live change at the moment does not start anew). The session's step is
    // where it goes, unless it is playing. One that is still being read is given up for the next.
    void load(const Session& session);
    void play(bool on);
    void seek(std::int64_t step);      // back through the recording, or forward by running on
    void pace(double stepsPerSecond);
    void want(const std::set<std::string>& panels);   // what is on screen and must be drawable
    std::shared_ptr<const Frame> latest() const;      // never null after the first load was served; null before
    void waitIdle();                   // for tests and headless use: returns when nothing is under way

private:
    struct Thread;
    std::unique_ptr<Thread> thread_;
};

}  // namespace engram
