#include "app/panels/timeline.h"

#include <algorithm>
#include <cmath>

#include "app/widgets/press.h"
#include "core/base/text.h"

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

// The measure drawn above the track: the one that is claimed never to rise, else the first.
int energyMeasure(const Ui& ui) {
    const Experiment& e = ui.document.experiment();
    if (e.measures.empty()) return -1;
    const std::string claimed = e.guarantees.neverRises(ui.document.values());
    const auto at = std::find_if(e.measures.begin(), e.measures.end(),
                                 [&](const Measure& m) { return m.id == (claimed.empty() ? "energy" : claimed); });
    return at == e.measures.end() ? 0 : int(at - e.measures.begin());
}

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
    const int measure = energyMeasure(ui);
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

void drawHead(const Ui& ui, double x, Rect r) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 colour = packed(ui.theme->accent);
    const float cx = float(x), top = float(r.y), w = float(ui.px(6)), half = float(ui.px(0.75));
    list.AddRectFilled({cx - half, top}, {cx + half, float(r.bottom() - ui.px(18))}, colour);
    const ImVec2 flag[] = {{cx - w, top}, {cx + w, top}, {cx + w, top + w}, {cx, top + 2 * w}, {cx - w, top + w}};
    list.AddConvexPolyFilled(flag, 5, colour);
}

void drawTrackOfRun(Ui& ui, Rect r) {
    const double last = double(ui.document.lastStep()), now = double(ui.document.session().step);
    const Track track(r, rangeOf(ui, std::max(last, now)));
    const Press scrub = press("track", {r.x - ui.px(8), r.y, r.width + ui.px(16), r.height});
    if (scrub.held) {
        const std::int64_t wanted = std::min<std::int64_t>(track.step(ImGui::GetIO().MousePos.x), ui.document.lastStep());
        if (wanted != ui.document.session().step) ui.document.seek(wanted);
    }
    drawTicks(ui, track, r, last);
    const double lineY = r.y + (r.height - ui.px(18)) * (ui.layout.energyLine ? 0.52 : 0.4);
    if (ui.layout.energyLine) drawEnergy(ui, track, {r.x, r.y + ui.px(6), r.width, lineY - r.y - ui.px(12)});
    const auto bar = [&](double from, double to, Rgba colour) {
        ImGui::GetWindowDrawList()->AddRectFilled({float(track.x(from)), float(lineY - ui.px(2))},
                                                  {float(track.x(to)), float(lineY + ui.px(2))}, packed(colour), float(ui.px(2)));
    };
    bar(0, track.steps(), ui.theme->control);
    bar(0, last, ui.theme->textDisabled);
    bar(0, now, ui.theme->colour({Ink::State}));
    for (const Order& order : ui.document.session().orders)
        ImGui::GetWindowDrawList()->AddCircleFilled({float(track.x(double(order.at))), float(lineY)}, float(ui.px(3.5)),
                                                    packed(ui.theme->colour({Ink::Cue})));
    drawHead(ui, track.x(now), r);
    if (ui.focusVisible && ui.focus == Focus::Timeline) focusRing(ui, r);
}

void playButton(Ui& ui, Pt centre, double radius) {
    const bool playing = ui.document.playing();
    const Press p = press("play", {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddCircleFilled(toVec(centre), float(radius), packed(p.hovered ? ui.theme->accentHover : ui.theme->accent));
    drawIcon(list, playing ? Icon::Pause : Icon::Play, {centre.x + (playing ? 0 : ui.px(0.5)), centre.y}, radius * 0.95,
             ui.theme->textOnAccent);
    tip(ui, p, playing ? "Pause\nSpace" : "Play\nSpace");
    if (p.clicked) ui.command("run.play");
}

std::string paceText(double pace) { return (pace == 0.25 ? "¼" : pace == 0.5 ? "½" : fixed(pace, 0)) + std::string("×"); }

void paceMenu(Ui& ui, Rect at) {
    const Press p = press("pace", at);
    label(ui, at.x, at.y + at.height / 2, paceText(ui.timeline.pace), ui.font(12),
          p.hovered ? ui.theme->textPrimary : ui.theme->textSecondary);
    tip(ui, p, "How fast it plays");
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

void transport(Ui& ui, Rect r) {
    const bool low = ui.layout.timeline.height < ui.px(96);
    const double y = r.y + ui.px(low ? 33 : 38), size = ui.px(28), radius = ui.px(18);
    double x = r.x + ui.px(10);
    const auto button = [&](const char* id, Icon icon, const char* command, const char* help) {
        if (iconButton(ui, id, icon, {x, y - size / 2, size, size}, help, false)) ui.command(command);
        x += size + ui.px(2);
    };
    button("restart", Icon::ToStart, "run.restart", "Restart\nShift+Space");
    button("back", Icon::Back, "run.back", "Step back\n,");
    playButton(ui, {x + radius + ui.px(4), y}, radius);
    x += 2 * radius + ui.px(10);
    button("forward", Icon::Forward, "run.step", "Step\n.");

    const std::int64_t now = ui.document.session().step, last = ui.document.lastStep();
    const double textY = y + radius + ui.px(low ? 11 : 16);
    const Font plain = ui.font(12), strong = ui.font(12, Weight::Bold);
    double at = r.x + ui.px(16);
    const auto words = [&](const std::string& text, Font font, Rgba colour) {
        label(ui, at, textY, text, font, colour);
        at += ui.fonts.width(text, font);
    };
    words("step ", plain, ui.theme->textSecondary);
    words(std::to_string(now), strong, ui.theme->textPrimary);
    if (last > now) words(" of " + std::to_string(last), plain, ui.theme->textSecondary);
    words(" · ", plain, ui.theme->textSecondary);
    paceMenu(ui, {at, textY - ui.px(9), ui.px(24), ui.px(18)});
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
