// The open document: the session, what was done to it, where it is saved, and the worker that runs it. The window compares values
// once a frame; nothing observes. Everything here is called from the window's thread and none of it waits for a step.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/shell/companion.h"
#include "app/shell/live_sweep.h"
#include "core/session/history.h"
#include "core/sim/worker.h"

namespace engram {

// Where a document comes from.
struct Origin {
    std::filesystem::path path;    // it is saved to; empty: none yet
    std::filesystem::path figure;  // the figure or film that carried it
    std::optional<std::filesystem::file_time_type> written = {};  // when `path` was, as far as is known here
};

class Document {
public:
    explicit Document(std::function<void()> published);  // `published` comes on the worker's thread

    const Session& session() const { return session_; }  // its step follows the run
    const Experiment& experiment() const { return *experiment_; }
    const Values& values() const { return now_; }  // at the moment shown
    std::shared_ptr<const Frame> frame() const { return frame_; }
    const std::filesystem::path& path() const { return origin_.path; }
    const std::filesystem::path& figure() const { return origin_.figure; }  // that it was opened from; empty: none
    bool changedOnDisk() const;  // something else has written the file since
    std::string name() const;  // "half-an-8.engram"
    bool changed() const;      // beyond what is saved; the moment and the view do not count, but for the film's keys

    // Takes the worker's latest frame. Returns why a session could not be run, once: the one before it is back then.
    std::string refresh();

    void start(Session session);                   // a new document without a file
    void open(const std::filesystem::path& path);  // a session, or a figure that carries one; throws and changes nothing
    std::string backup() const;                    // what restore() takes: the session, and where it is saved
    void restore(const std::string& backup);       // what a crash left behind: unsaved
    void save(const std::filesystem::path& path);
    // Puts all of it aside for what works on sessions of its own, a lecture; calling what is returned brings it back as it was.
    std::function<void()> setAside();
    void replace(Session session, const std::string& label);  // other data, as one undoable step
    // A file beside the data, as one undoable step: the run goes on where the file only evaluates, else it begins anew.
    void openBeside(const InputFile& file, const std::filesystem::path& path);

    void set(const std::string& paramId, const Value& value, bool dragging = false);  // throws when refused
    void poke(const Poke& poke);                                                      // pokes are one undoable step until endEdit
    void endEdit() { history_.endMerge(); }
    void look(const Blueprint& view) { session_.view = view; }
    bool undo();
    bool redo();
    std::string undoLabel() const { return history_.undoLabel(); }
    std::string redoLabel() const { return history_.redoLabel(); }
    int undoCount() const { return history_.undoCount(); }
    std::uint64_t editNumber() const { return history_.number(); }

    // Branches and small multiples. A live change before the end of what is recorded goes on as a branch by itself.
    void branchHere();                                 // from the moment shown
    void switchTo(const std::string& branch);
    void removeBranch(const std::string& branch);
    void renameBranch(const std::string& branch, const std::string& name);
    void addBranch(const Course& course, const std::string& name);   // of another session
    void compareWith(const std::string& branch, const std::string& how);   // empty: with none
    void showGrid(const std::vector<GridAxis>& grid);
    void adopt(const Session& cell);                   // a cell of the grid becomes the run at hand; the grid closes
    // The runs beside the one at hand: the branch compared with, or the cells of the grid.
    const std::vector<std::unique_ptr<Companion>>& companions() const { return companions_; }

    void startSweep();                                 // of the grid's axes, finer; over until the grid closes
    void stopSweep() { sweep_.reset(); }
    LiveSweep* sweep() const { return sweep_.get(); }  // null where none was started

    bool playing() const { return playing_; }
    void play(bool on);
    void seek(std::int64_t step);
    void pace(double stepsPerSecond) { worker_.pace(stepsPerSecond); }
    void want(const std::set<std::string>& panels, const std::string& hero);   // companions show only the hero
    std::int64_t lastStep() const;  // recorded so far
    // What is done before the session can be shown, "Reading books, 40 %"; empty where it is shown, or will be in a moment.
    std::string underway() const;
    bool isShown() const;           // the frame is of this very session

private:
    struct Aside {  // to go back to when a session cannot be run
        Session session, saved;
        History history;
        Origin origin;
    };
    void run(Session session);
    std::string takeLatest();
    void tendCompanions();
    bool forks() const;
    void edit(Session session, const std::string& label, const std::string& mergeKey = {});
    void begin(Session session, Origin origin);
    bool travel(bool (History::*move)(Session&));
    std::string fallBack(const std::string& trouble);

    Session session_, saved_;
    const Experiment* experiment_ = nullptr;
    Values now_;
    History history_;
    Origin origin_;
    std::optional<Aside> before_;
    std::shared_ptr<const Frame> frame_;
    std::optional<std::int64_t> awaited_;  // a step asked for and not shown yet
    std::set<std::string> wanted_;
    std::string hero_;
    std::string troubleShown_;
    std::shared_ptr<const Session> refusedShown_;
    std::string underway_;  // as the worker says
    std::chrono::steady_clock::time_point begunAt_;
    std::optional<std::int64_t> forkedAt_;  // changes at this step go on in the branch just begun
    bool playing_ = false;
    std::function<void()> published_;
    std::vector<std::unique_ptr<Companion>> companions_;
    std::unique_ptr<LiveSweep> sweep_;
    Worker worker_;  // last: its thread ends first
};

// Whether two sessions run alike: all but the moment and the view.
bool sameRun(const Course& a, const Course& b);
bool holdsSession(const std::filesystem::path& path);  // by its ending: a session, or a figure or film that carries one

}  // namespace engram
