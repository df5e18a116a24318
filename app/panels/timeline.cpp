#include "app/panels/timeline.h"

#include <algorithm>
#include <cmath>

#include "app/language/language.h"
#include "app/widgets/press.h"
#include "core/base/text.h"
#include "core/session/branch.h"

namespace engram {
namespace {

constexpr double kLeastTickGap = 60;

// The next of 10, 20, 50, 100, ... so that the range grows rarely, and by a nice step.
double niceSteps(double steps) {
    double power = 10;
    while (power * 5 < steps) power *= 10;
    for (double factor : {1.0, 2.0, 5.0})
        if (power * factor >= steps) return power * factor;
    return power * 10;
}

class Track {
public:
    Track(Rect rect, double steps) : rect_(rect), steps_(std::max(steps, 1.0)) {}
    double x(double step) const { return rect_.x + rect_.width * std::clamp(step / steps_, 0.0, 1.0); }
    std::int64_t step(double x) const { return std::llround(std::clamp((x - rect_.x) / rect_.width, 0.0, 1.0) * steps_); }
    double steps() const { return steps_; }
    double pxPerStep() const { return rect_.width / steps_; }

private:
    Rect rect_;
    double steps_;
};

double rangeOf(Ui& ui, double last) {
    const auto frame = ui.document.frame();
    const bool whole = frame && frame->moment.settled && double(frame->moment.step) >= last;
    double& shown = ui.timeline.shownSteps;
    if (last > shown || (!ui.document.playing() && last < shown / 2)) shown = niceSteps(last);
    if (whole && last > 0 && !ui.document.playing()) shown = last;
    return shown = std::max(shown, 10.0);
}

void drawTicks(const Ui& ui, const Track& track, Rect r, double last) {
    const Theme& t = *ui.theme;
    double gap = 1;
    if (!(track.pxPerStep() > 0)) return;
    for (double power = 1; gap * track.pxPerStep() < ui.px(kLeastTickGap); power *= 10)
        for (double factor : {1.0, 2.0, 5.0})
            if ((gap = power * factor) * track.pxPerStep() >= ui.px(kLeastTickGap)) break;
    for (double step = 0; step <= track.steps() + 0.5; step += gap) {
        const float x = float(std::round(track.x(step)));
        ImGui::GetWindowDrawList()->AddRectFilled({x, float(r.y)}, {x + 1, float(r.bottom() - ui.px(18))}, packed(t.grid));
        const Anchor anchor = step == 0                                                                   ? Anchor::Left
                              : step + gap > track.steps() + 0.5 && track.x(step) > r.right() - ui.px(20) ? Anchor::Right
                                                                                                          : Anchor::Middle;
        label(ui, x, r.bottom() - ui.px(7), fixed(step, 0), ui.font(12), step <= last ? t.textSecondary : t.textTertiary, anchor);
    }
}

void drawEnergy(const Ui& ui, const Track& track, Rect r) {
    const auto frame = ui.document.frame();
    const int measure = leadingMeasure(ui);
    if (!frame || measure < 0 || frame->whole.size() < 2) return;
    const int count = frame->whole.size(), stride = std::max(1, int(1 / std::max(track.pxPerStep(), 1e-6)));
    double low = frame->whole.at(0, measure), high = low;
    std::vector<Pt> line;
    for (int i = 0; i < count; i += stride) {
        const double value = frame->whole.at(i, measure);
        if (!std::isfinite(value)) continue;
        low = std::min(low, value), high = std::max(high, value);
        line.push_back({track.x(i), value});
    }
    for (Pt& p : line) p.y = high > low ? r.bottom() - (p.y - low) / (high - low) * r.height : r.bottom();
    ui.canvas().polyline(line, false, {ui.theme->colour({Ink::Falling}), ui.px(1.6), {}});
}

// ---- branches

constexpr std::size_t kMostLanes = 3;
const Paint kBranchPaint = categoryPaint(3);

double laneGap(const Ui& ui) { return ui.px(ui.layout.timeline.height < ui.px(96) ? 13 : 15); }

void laneMenu(Ui& ui, const Branch& branch, Rect chip) {
    const bool compared = ui.document.session().view.compared == branch.name;
    const std::vector<std::string> items{utf8(Panels::tr("Switch to %1").arg(branch.name.c_str())),
                                         utf8(compared ? Panels::tr("Stop comparing") : Panels::tr("Compare")), utf8(Panels::tr("Rename…")),
                                         utf8(Panels::tr("Delete"))};
    const std::string name = branch.name;   // the branch itself may be gone after the first of these
    const auto chosen = choiceMenu(ui, "lane", chip, items, -1);
    if (!chosen) return;
    if (*chosen == 0) ui.document.switchTo(name);
    if (*chosen == 1) ui.document.compareWith(compared ? "" : name, "");
    if (*chosen == 2) ui.renames(name);
    if (*chosen == 3) ui.document.removeBranch(name);
}

// A lane that leaves the track at a ring and carries the name of the branch and what it changed.
void drawLane(Ui& ui, const Track& track, const Branch& branch, Rect r, double lineY, double y) {
    const Session& session = ui.document.session();
    const bool compared = session.view.compared == branch.name;
    const std::int64_t parts = std::max<std::int64_t>(0, departureStep(session, branch));
    Rgba colour = ui.theme->colour(kBranchPaint);
    if (!compared) colour.a = 0.55f;
    const double x = track.x(double(parts)), bend = ui.px(7);
    ui.canvas().polyline({{x, lineY}, {x, y - bend}, {x + 0.3 * bend, y - 0.3 * bend}, {x + bend, y}, {r.right(), y}}, false,
                         {colour, ui.px(2), {}});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled({float(x), float(lineY)}, float(ui.px(4)), packed(ui.theme->panel));
    list.AddCircle({float(x), float(lineY)}, float(ui.px(4)), packed(colour), 0, float(ui.px(1.6)));

    const std::string text = branch.name + "  " + spoken(departure(session, branch));
    const Font font = ui.font(11, compared ? Weight::Bold : Weight::Regular);
    const double width = std::min(ui.fonts.width(text, font) + ui.px(14), r.width * 0.5), height = ui.px(14);
    const double left = std::clamp(x + bend + ui.px(10), r.x, r.right() - width);
    const Rect chip{left, y - height / 2, width, height};
    ImGui::PushID(branch.name.c_str());
    const Press p = press("chip", chip);
    ui.stop(chip);
    list.AddRectFilled({float(chip.x), float(chip.y)}, {float(chip.right()), float(chip.bottom())},
                       packed(p.hovered ? ui.theme->hover : ui.theme->control), float(ui.px(4)));
    list.AddRect({float(chip.x), float(chip.y)}, {float(chip.right()), float(chip.bottom())}, packed(colour), float(ui.px(4)), 0,
                 float(ui.px(1)));
    label(ui, chip.x + ui.px(7), y, fitted(ui, text, font, width - ui.px(12)), font, ui.theme->textPrimary);
    tip(ui, p, utf8(Panels::tr("Branch %1\nClick to switch to it, compare, rename or delete it").arg(text.c_str())));
    if (p.clicked) ImGui::OpenPopup("lane");
    laneMenu(ui, branch, chip);
    ImGui::PopID();
}

void drawLanes(Ui& ui, const Track& track, Rect r, double lineY) {
    const std::vector<Branch> branches = ui.document.session().branches;   // a menu may change them
    const std::size_t shown = std::min(branches.size(), kMostLanes);
    for (std::size_t i = 0; i < shown; ++i) drawLane(ui, track, branches[i], r, lineY, lineY + laneGap(ui) * double(i + 1));
    if (branches.size() > shown)
        label(ui, r.right(), lineY - ui.px(9), utf8(Panels::tr("%1 more").arg(branches.size() - shown)), ui.font(11),
              ui.theme->textTertiary, Anchor::Right);
}

void drawHead(const Ui& ui, double x, Rect r) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 colour = packed(ui.theme->accent);
    const float cx = float(x), top = float(r.y), w = float(ui.px(6)), half = float(ui.px(0.75));
    list.AddRectFilled({cx - half, top}, {cx + half, float(r.bottom() - ui.px(18))}, colour);
    const ImVec2 flag[] = {{cx - w, top}, {cx + w, top}, {cx + w, top + w}, {cx, top + 2 * w}, {cx - w, top + w}};
    list.AddConvexPolyFilled(flag, 5, colour);
}

void scrubTrack(Ui& ui, const Track& track, Rect r) {
    const Press scrub = press("track", {r.x - ui.px(8), r.y, r.width + ui.px(16), r.height});
    if (!scrub.held) return;
    const std::int64_t wanted = std::min<std::int64_t>(track.step(ImGui::GetIO().MousePos.x), ui.document.lastStep());
    if (wanted != ui.document.session().step) ui.document.seek(wanted);
}

void drawTrackOfRun(Ui& ui, Rect r) {
    const double last = double(ui.document.lastStep()), now = double(ui.document.session().step);
    const Track track(r, rangeOf(ui, std::max(last, now)));
    const std::size_t lanes = std::min(ui.document.session().branches.size(), kMostLanes);
    const double lowest = r.bottom() - ui.px(24) - laneGap(ui) * double(lanes);
    const double lineY = std::min(r.y + (r.height - ui.px(18)) * (ui.layout.energyLine ? 0.52 : 0.4), lanes ? lowest : r.bottom());

    // What is pressed first wins, what is painted last lies on top: the names of branches come before the track, on their own layer.
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    drawLanes(ui, track, r, lineY);
    list.ChannelsSetCurrent(0);
    scrubTrack(ui, track, r);
    drawTicks(ui, track, r, last);
    if (ui.layout.energyLine) drawEnergy(ui, track, {r.x, r.y + ui.px(6), r.width, lineY - r.y - ui.px(12)});
    const auto bar = [&](double from, double to, Rgba colour) {
        list.AddRectFilled({float(track.x(from)), float(lineY - ui.px(2))}, {float(track.x(to)), float(lineY + ui.px(2))}, packed(colour),
                           float(ui.px(2)));
    };
    bar(0, track.steps(), ui.theme->control);
    bar(0, last, ui.theme->textDisabled);
    bar(0, now, ui.theme->colour({Ink::State}));
    for (const Order& order : ui.document.session().orders)
        list.AddCircleFilled({float(track.x(double(order.at))), float(lineY)}, float(ui.px(3.5)), packed(ui.theme->colour({Ink::Cue})));
    list.ChannelsSetCurrent(1);
    drawHead(ui, track.x(now), r);
    list.ChannelsMerge();
    if (ui.focusVisible && ui.focus == Focus::Timeline) focusRing(ui, r);
}

void playButton(Ui& ui, Pt centre, double radius) {
    const bool playing = ui.document.playing();
    const Press p = press("play", {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled(toVec(centre), float(radius), packed(p.hovered ? ui.theme->accentHover : ui.theme->accent));
    drawIcon(list, playing ? Icon::Pause : Icon::Play, {centre.x + (playing ? 0 : ui.px(0.5)), centre.y}, radius * 0.95,
             ui.theme->textOnAccent);
    tip(ui, p, utf8(playing ? Panels::tr("Pause\nSpace") : Panels::tr("Play\nSpace")));
    if (p.clicked) ui.command("run.play");
}

std::string paceText(double pace) { return (pace == 0.25 ? "¼" : pace == 0.5 ? "½" : fixed(pace, 0)) + std::string("×"); }

void paceMenu(Ui& ui, Rect at) {
    const Press p = press("pace", at);
    ui.stop(at);
    const Rgba colour = p.hovered ? ui.theme->textPrimary : ui.theme->textSecondary;
    const double middle = at.y + at.height / 2;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled({float(at.x), float(at.y)}, {float(at.right()), float(at.bottom())},
                       packed(p.hovered ? ui.theme->hover : ui.theme->control), float(ui.px(4)));
    label(ui, at.x + ui.px(6), middle, paceText(ui.timeline.pace), ui.font(12), colour);
    drawIcon(list, Icon::Chevron, {at.right() - ui.px(9), middle}, ui.px(9), colour);
    tip(ui, p, utf8(Panels::tr("How fast it plays")));
    if (p.clicked) ImGui::OpenPopup("paces");
    std::vector<std::string> items;
    int current = 0;
    for (double pace : kPaces) {
        if (pace == ui.timeline.pace) current = int(items.size());
        items.push_back(paceText(pace));
    }
    if (const auto chosen = choiceMenu(ui, "paces", at, items, current)) {
        ui.timeline.pace = kPaces[*chosen];
        ui.document.pace(ui.timeline.pace * kStepsPerSecond);
    }
}

std::string megabytes(std::int64_t bytes) { return significant(double(bytes) / (1 << 20), 3) + " MB"; }

void transport(Ui& ui, Rect r) {
    const bool low = ui.layout.timeline.height < ui.px(96);
    const double y = r.y + ui.px(low ? 33 : 38), size = ui.px(28), radius = ui.px(18);
    double x = r.x + ui.px(10);
    const auto button = [&](const char* id, Icon icon, const char* command, const QString& help) {
        if (iconButton(ui, id, icon, {x, y - size / 2, size, size}, utf8(help), false)) ui.command(command);
        x += size + ui.px(2);
    };
    button("restart", Icon::ToStart, "run.restart", Panels::tr("Restart\nShift+Space"));
    button("back", Icon::Back, "run.back", Panels::tr("Step back\n,"));
    playButton(ui, {x + radius + ui.px(4), y}, radius);
    x += 2 * radius + ui.px(10);
    button("forward", Icon::Forward, "run.step", Panels::tr("Step\n."));

    const std::int64_t now = ui.document.session().step, last = ui.document.lastStep();
    const double textY = y + radius + ui.px(low ? 11 : 16);
    const Font plain = ui.font(12), strong = ui.font(12, Weight::Bold);
    double at = r.x + ui.px(16);
    const auto words = [&](const std::string& text, Font font, Rgba colour) {
        label(ui, at, textY, text, font, colour);
        at += ui.fonts.width(text, font);
    };
    words(utf8(Panels::tr("step ")), plain, ui.theme->textSecondary);
    words(std::to_string(now), strong, ui.theme->textPrimary);
    if (last > now) words(utf8(Panels::tr(" of %1").arg(last)), plain, ui.theme->textSecondary);
    if (const auto frame = ui.document.frame())
        tip(ui, press("recorded", {r.x + ui.px(16), textY - ui.px(9), at - r.x - ui.px(16), ui.px(18)}),
            utf8(Panels::tr("Recorded for going back: %1 of %2")
                     .arg(megabytes(frame->recordedBytes).c_str(), megabytes(frame->budgetBytes).c_str())));
    const double width = ui.fonts.width(paceText(ui.timeline.pace), plain) + ui.px(22);
    paceMenu(ui, {at + ui.px(8), textY - ui.px(9), width, ui.px(18)});
}

}  // namespace

void timelinePanel(Ui& ui) {
    const Rect& r = ui.layout.timeline;
    const Region region(ui, "timeline", r);
    ImGui::GetWindowDrawList()->AddRectFilled({float(r.x), float(r.y)}, {float(r.right()), float(r.y) + 1}, packed(ui.theme->border));
    transport(ui, {r.x, r.y, ui.layout.transportWidth, r.height});
    const double left = r.x + ui.layout.transportWidth + ui.px(8);
    drawTrackOfRun(ui, {left, r.y + ui.px(10), r.right() - left - ui.px(32), r.height - ui.px(16)});
}

}  // namespace engram
