#include "app/shell/document.h"

#include <algorithm>

#include "app/export/computed_on.h"
#include "app/language/language.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/session/branch.h"
#include "core/session/edit.h"
#include "core/session/grid.h"
#include "core/session/stamp.h"
#include "core/sim/player.h"

namespace engram {

namespace {

constexpr const char* kUntitled = "untitled.engram";
constexpr const char* kSavedIn = "# saved in ";  // at the end of a backup: when the file was written, and its path
constexpr auto kMoment = std::chrono::milliseconds(300);  // what takes less needs no word

std::string describeEdit(const ParamSpec& spec, const ParamTable& table, const Value& from, const Value& to) {
    return (spec.symbol.empty() ? spoken(spec.label) : spec.symbol) + " " + table.print(spec, from) + " → " + table.print(spec, to);
}

std::optional<std::filesystem::file_time_type> timeOf(const std::filesystem::path& file) {
    std::error_code none;
    const auto time = std::filesystem::last_write_time(file, none);
    return none ? std::nullopt : std::optional(time);
}

Origin originIn(const std::string& backup) {
    const std::size_t line = backup.rfind(std::string("\n") + kSavedIn);
    if (line == std::string::npos) return {};
    const std::string note = backup.substr(line + 1 + std::string_view(kSavedIn).size());
    const std::size_t space = note.find(' '), end = note.find('\n');
    const auto written = parseInteger(note.substr(0, space));
    if (space == std::string::npos || end == std::string::npos || end < space || !written) return {};
    using Time = std::filesystem::file_time_type;
    return {note.substr(space + 1, end - space - 1), {}, Time(Time::duration(*written))};
}

}  // namespace

bool holdsSession(const std::filesystem::path& path) {
    static const std::set<std::string> kEndings{"engram", "png", "svg", "pdf", "mp4", "webm", "gif"};
    return kEndings.contains(lowerEnding(path));
}

bool sameRun(const Course& a, const Course& b) { return a == b; }

Document::Document(std::function<void()> published) : published_(published), worker_(std::move(published)) {}

std::string Document::name() const { return origin_.path.empty() ? kUntitled : origin_.path.filename().string(); }

bool Document::changed() const {
    return !sameRun(session_, saved_) || session_.branches != saved_.branches || !(session_.view.film == saved_.view.film);
}

std::int64_t Document::lastStep() const { return frame_ ? std::max(frame_->recorded, frame_->moment.step) : 0; }

std::string Document::refresh() {
    const std::string trouble = takeLatest();
    tendCompanions();
    return trouble;
}

std::string Document::takeLatest() {
    const auto latest = worker_.latest();
    if (!latest || latest == frame_) return {};
    underway_ = latest->underway;
    if (latest->moment.state) frame_ = latest;  // without one, even the first session was refused
    if (latest->refused && latest->refused != refusedShown_) {
        refusedShown_ = latest->refused;
        if (sameRun(*latest->refused, session_)) return fallBack(latest->trouble);  // else it has been replaced since
    } else if (!latest->refused && latest->trouble != troubleShown_) {
        troubleShown_ = latest->trouble;
        if (!troubleShown_.empty()) return troubleShown_;
    }
    if (!latest->moment.state) return {};
    playing_ = latest->playing;
    if (!sameRun(latest->session, session_)) return {};
    before_.reset();
    if (awaited_ && latest->busy && !playing_ && latest->moment.step != *awaited_) return {};
    awaited_.reset();
    session_.step = latest->moment.step;
    now_ = session_.valuesAt(session_.step);
    return {};
}

std::string Document::fallBack(const std::string& trouble) {
    if (before_) {
        saved_ = std::move(before_->saved), history_ = std::move(before_->history), origin_ = std::move(before_->origin);
        run(std::move(before_->session));
        before_.reset();
    } else if (Session before = session_; history_.undo(before)) {
        run(std::move(before));
    } else if (frame_) {
        run(frame_->session);
    }
    return trouble;
}

void Document::run(Session session) {
    experiment_ = &engram::experiment(session.experiment);
    session_ = std::move(session);
    now_ = session_.valuesAt(session_.step);
    awaited_ = session_.step;
    forkedAt_.reset();
    troubleShown_.clear();
    underway_.clear();
    begunAt_ = std::chrono::steady_clock::now();
    worker_.load(session_);
}

void Document::begin(Session session, Origin origin) {
    if (experiment_ && !before_) before_ = Aside{session_, saved_, history_, origin_};
    origin_ = std::move(origin);
    saved_ = session;
    history_.reset(session);
    play(false);
    run(std::move(session));
}

void Document::start(Session session) { begin(std::move(session), {}); }

void Document::open(const std::filesystem::path& path) {
    const bool isFigure = lowerEnding(path) != "engram";
    begin(loadSession(path), isFigure ? Origin{{}, path} : Origin{path, {}, timeOf(path)});
}

std::function<void()> Document::setAside() {
    return [this, aside = Aside{session_, saved_, history_, origin_}] {
        play(false);
        saved_ = aside.saved, history_ = aside.history, origin_ = aside.origin;
        before_.reset();
        run(aside.session);
    };
}

bool Document::changedOnDisk() const {
    const auto now = timeOf(origin_.path);
    return now && now != origin_.written;
}

std::string Document::backup() const {
    std::string text = toToml(session_);
    std::error_code gone;  // the folder a relative path began at: then there is nowhere to come back to
    const std::string path = origin_.path.empty() ? std::string() : std::filesystem::absolute(origin_.path, gone).string();
    const bool fits = std::ranges::all_of(path, [](unsigned char c) { return c >= ' '; });  // in one line
    if (path.empty() || !fits) return text;
    const auto written = origin_.written ? origin_.written->time_since_epoch().count() : 0;
    return text + kSavedIn + std::to_string(written) + " " + path + "\n";
}

void Document::restore(const std::string& backup) {
    begin(fromToml(backup, "the automatic backup"), originIn(backup));
    saved_.experiment.clear();  // equal to no session: it is not saved anywhere
}

void Document::save(const std::filesystem::path& path) {
    const bool shown = isShown() && frame_->moment.step == session_.step;
    writeFile(path, toToml(session_, shown ? stampOf(*experiment_, frame_->moment.trace, computedOn()) : std::nullopt));
    origin_ = {path, {}, timeOf(path)};
    saved_ = session_;
}

void Document::replace(Session session, const std::string& label) {
    play(false);
    edit(std::move(session), label);
}

void Document::edit(Session session, const std::string& label, const std::string& mergeKey) {
    history_.edit(session, label, mergeKey);
    run(std::move(session));
}

void Document::openBeside(const InputFile& file, const std::filesystem::path& path) {
    Session next = session_;
    next.inputs.*file.path = path;
    if (std::ranges::find(experiment_->evaluates, file.name) == experiment_->evaluates.end()) {
        next.orders.clear(), next.step = 0;
        play(false);
    }
    edit(std::move(next), utf8(Panels::tr("Open %1").arg(path.filename().string().c_str())));
}

bool Document::isShown() const { return frame_ && sameRun(frame_->session, session_); }

std::string Document::underway() const {
    if (isShown()) return {};
    const bool begins = !frame_ || !sameStart(frame_->session, session_);
    if (!underway_.empty() || !begins || std::chrono::steady_clock::now() - begunAt_ < kMoment) return spoken(underway_);
    return utf8(session_.inputs.data.empty() ? Panels::tr("Starting")
                                             : Panels::tr("Reading %1").arg(session_.inputs.data.filename().string().c_str()));
}

// Whether a change now would overwrite what is recorded of this very run.
bool Document::forks() const {
    return session_.step > 0 && forkedAt_ != session_.step && isShown() && session_.step < lastStep();
}

void Document::set(const std::string& paramId, const Value& value, bool dragging) {
    const ParamSpec& spec = experiment_->params.at(paramId);
    const bool isFork = spec.effect == Effect::Live && forks();
    const auto begun = isFork ? session_.step : forkedAt_;
    Session next = edited(isFork ? forked(session_, session_.step) : session_, *experiment_, paramId, value, session_.step);
    if (next.values == session_.values && next.orders == session_.orders) return;
    const std::string mergeKey = dragging ? paramId : std::string();   // a drag is said from where it began
    const std::string label =
        describeEdit(spec, experiment_->params, history_.before(mergeKey).valuesAt(session_.step).at(paramId), value) +
        (isFork ? utf8(Panels::tr(", branch %1").arg(next.name.c_str())) : "");
    edit(std::move(next), label, mergeKey);
    forkedAt_ = begun;
}

void Document::poke(const Poke& poke) {
    const bool isFork = forks();
    const auto begun = isFork ? session_.step : forkedAt_;
    edit(poked(isFork ? forked(session_, session_.step) : session_, poke, session_.step), utf8(Panels::tr("Paint")), "poke " + poke.panel);
    forkedAt_ = begun;
}

// The moment and the view are kept: undo takes back what was done to the run, not where one stands.
bool Document::travel(bool (History::*move)(Session&)) {
    Session there = session_;
    if (!(history_.*move)(there)) return false;
    if (there.experiment == session_.experiment) there.step = session_.step, there.view = session_.view;
    const auto isThere = [&](const Branch& b) { return b.name == there.view.compared; };
    if (std::none_of(there.branches.begin(), there.branches.end(), isThere)) there.view.compared.clear();
    run(std::move(there));
    return true;
}

void Document::branchHere() {
    edit(forked(session_, session_.step), utf8(Panels::tr("Branch")));
    forkedAt_ = session_.step;
}

void Document::switchTo(const std::string& branch) {
    edit(switchedTo(session_, branch), utf8(Panels::tr("Switch to %1").arg(branch.c_str())));
}

void Document::removeBranch(const std::string& branch) {
    if (branch != session_.name) return edit(withoutBranch(session_, branch), utf8(Panels::tr("Delete branch %1").arg(branch.c_str())));
    if (session_.branches.empty()) return;
    edit(withoutBranch(switchedTo(session_, session_.branches.back().name), branch),
         utf8(Panels::tr("Delete branch %1").arg(branch.c_str())));
}

void Document::renameBranch(const std::string& branch, const std::string& name) {
    edit(renamedBranch(session_, branch, name), utf8(Panels::tr("Rename branch %1").arg(branch.c_str())));
}

void Document::addBranch(const Course& course, const std::string& name) {
    edit(withBranch(session_, course, name), utf8(Panels::tr("Compare with %1").arg(name.c_str())));
}

void Document::compareWith(const std::string& branch, const std::string& how) {
    if (!branch.empty()) branchOf(session_, branch);
    session_.view.compared = branch;
    if (!how.empty()) session_.view.compare = how;
    session_.view.grid.clear();
}

void Document::showGrid(const std::vector<GridAxis>& grid) {
    checkGrid(grid, *experiment_);
    session_.view.grid = grid;
}

void Document::startSweep() { sweep_ = std::make_unique<LiveSweep>(finerPlan(session_, *experiment_), 0, published_); }

void Document::adopt(const Session& cell) {
    Session next = session_;
    static_cast<Course&>(next) = cell;
    next.view.grid.clear();
    edit(std::move(next), utf8(Panels::tr("Take %1").arg(spoken(departure(session_, cell)).c_str())));
}

// The runs beside this one, as the session asks for them now; none of it waits.
void Document::tendCompanions() {
    if (session_.view.grid.empty() || (sweep_ && !(finerPlan(session_, *experiment_) == sweep_->plan()))) sweep_.reset();
    if (sweep_) sweep_->refresh();
    std::vector<GridCell> wanted = gridCells(session_, *experiment_);
    if (wanted.empty() && !session_.view.compared.empty())
        wanted.push_back({sessionOf(session_, branchOf(session_, session_.view.compared)), session_.view.compared});
    companions_.resize(std::min(companions_.size(), wanted.size()));
    while (companions_.size() < wanted.size()) companions_.push_back(std::make_unique<Companion>(published_));
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Experiment& about = engram::experiment(wanted[i].session.experiment);
        std::set<std::string> panels{&about == experiment_ ? hero_ : heroPanel(wanted[i].session, about)};
        // Two branches may differ in the panel beside alone; in small multiples there is no room for it.
        if (const std::string& hero = *panels.begin(); session_.view.grid.empty() && !hero.empty() && !about.panel(hero).beside.empty())
            panels.insert(about.panel(hero).beside);
        companions_[i]->follow(wanted[i].session, wanted[i].label, session_.step, panels);
    }
}

bool Document::undo() { return travel(&History::undo); }
bool Document::redo() { return travel(&History::redo); }

void Document::play(bool on) {
    const bool atEnd = frame_ && frame_->moment.settled && session_.step >= lastStep();
    if (on && atEnd && session_.step > 0) seek(0);
    if (on) forkedAt_.reset();
    playing_ = on;
    worker_.play(on);
}

void Document::seek(std::int64_t step) {
    if (step != session_.step) forkedAt_.reset();
    session_.step = std::max<std::int64_t>(step, 0);
    now_ = session_.valuesAt(session_.step);
    awaited_ = session_.step;
    worker_.seek(session_.step);
}

void Document::want(const std::set<std::string>& panels, const std::string& hero) {
    hero_ = hero;
    if (panels == wanted_) return;
    wanted_ = panels;
    worker_.want(panels);
}

}  // namespace engram
