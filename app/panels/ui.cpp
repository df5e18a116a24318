#include "app/panels/ui.h"

#include <algorithm>

#include "core/experiment/summary.h"

namespace engram {

namespace {
constexpr double kMessageSeconds = 6;
constexpr std::size_t kMostInstruments = 3;
}  // namespace

void Ui::say(const std::string& sentence) {
    message = sentence;
    messageUntil = seconds + kMessageSeconds;
    wakeIn(kMessageSeconds);
}

Region::Region(const Ui& ui, const char* name, Rect rect, Ground ground) {
    ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                             ImGuiWindowFlags_NoCollapse | ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav |
                             ImGuiWindowFlags_NoFocusOnAppearing;
    if (ground != Ground::Floating) flags |= ImGuiWindowFlags_NoBringToFrontOnFocus;
    if (ground != Ground::Scrolling) flags |= ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse;
    if (ground == Ground::Bare || ground == Ground::Floating) flags |= ImGuiWindowFlags_NoBackground;
    ImGui::SetNextWindowPos({float(rect.x), float(rect.y)});
    ImGui::SetNextWindowSize({float(rect.width), float(rect.height)});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    const float padX = ground == Ground::Scrolling ? float(ui.px(16)) : 0, padY = ground == Ground::Scrolling ? float(ui.px(12)) : 0;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {padX, padY});
    ImGui::Begin(name, nullptr, flags);
    ImGui::PopStyleVar();
    ImGui::GetWindowDrawList()->_FringeScale = float(1 / ui.density);  // soft edges of one device pixel
}

Region::~Region() {
    ImGui::End();
    ImGui::PopStyleVar();
}

std::vector<std::string> instrumentPanels(const Ui& ui) {
    const Session& session = ui.document.session();
    std::vector<std::string> shown = session.view.instruments;
    const std::vector<std::string> large = heroPanels(session, ui.document.experiment());
    const auto isLarge = [&large](const std::string& id) { return std::ranges::find(large, id) != large.end(); };
    if (std::ranges::all_of(shown, isLarge)) {  // none are named, or a lesson names the two that stand side by side
        shown.clear();
        for (const PanelInfo& panel : ui.document.experiment().panels)
            if (!panel.hero && !isLarge(panel.id)) shown.push_back(panel.id);
        std::stable_partition(shown.begin(), shown.end(), [&](const std::string& id) {
            const Panel* panel = ui.board ? ui.board->find(id) : nullptr;
            return panel && !std::holds_alternative<Absent>(panel->content);
        });
    }
    if (shown.size() > kMostInstruments) shown.resize(kMostInstruments);
    return shown;
}

int leadingMeasure(const Ui& ui) { return leadingMeasure(ui.document.experiment(), ui.document.values()); }

const LaidOut& laidOutPanel(Ui& ui, const std::string& place, const Panel& panel, Rect rect, std::uint64_t boardNumber) {
    const LayoutKey key{boardNumber, rect, ui.layout.scale, ui.density, ui.theme->name, panel.id};
    LaidOutPanel& kept = ui.laidOut[place];
    if (kept.key == key) return kept.out;
    const ImguiMetrics metrics(ui.fonts);
    kept.key = key;
    if (const auto* plot = std::get_if<Plot>(&panel.content)) kept.out = layoutPlot(*plot, rect, ui.style, metrics);
    if (const auto* tiles = std::get_if<Tiles>(&panel.content)) kept.out = layoutTiles(*tiles, rect, ui.style, metrics);
    if (const auto* absent = std::get_if<Absent>(&panel.content)) kept.out = layoutAbsent(*absent, rect, ui.style, metrics);
    if (const auto* scene = std::get_if<Scene>(&panel.content)) kept.out = overlay(*scene, scene->camera, rect, ui.style, metrics);
    return kept.out;
}

}  // namespace engram
