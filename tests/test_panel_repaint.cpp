// Which lists of a frame of Dear ImGui have to be drawn again.
#include <QtTest>

#include <functional>
#include <set>

#include "app/shell/panel_repaint.h"

using namespace engram;

namespace {

// The names of the lists that a frame draws, sorted, and how many grounds it clears.
struct Drawn {
    std::string names;
    int cleared = 0;
    bool operator==(const Drawn&) const = default;
};

}  // namespace

class TestPanelRepaint : public QObject {
    Q_OBJECT

private slots:
    void init() {
        ImGui::CreateContext();
        ImGui::GetIO().DisplaySize = {400, 300};
        ImGui::GetIO().IniFilename = nullptr;
        ImGui::GetStyle().WindowRounding = 0;
        ImGui::GetStyle().WindowBorderSize = 0;
        ImGui::GetStyle().Colors[ImGuiCol_WindowBg] = {0.2f, 0.2f, 0.2f, 1};
        unsigned char* pixels;
        int width, height;
        ImGui::GetIO().Fonts->GetTexDataAsRGBA32(&pixels, &width, &height);
        repaint_.forget();
        panels_ = [this] {
            panel("left", 0, 100, left_);
            panel("right", 100, 100, right_);
        };
        scenes_.clear();
        frame();  // windows appear in their first
        repaint_.forget();
    }
    void cleanup() { ImGui::DestroyContext(); }

    void whatStandsIsLeftOut() {
        QCOMPARE(frame(), (Drawn{"left right ", 2}));
        QCOMPARE(frame(), (Drawn{"", 0}));
        left_ = 30;
        QCOMPARE(frame(), (Drawn{"left ", 1}));
        QCOMPARE(frame(), (Drawn{"", 0}));
        repaint_.forget();
        QCOMPARE(frame(), (Drawn{"left right ", 2}));
    }

    // What is over a panel for a while is drawn on it, and the panel once more when it has gone.
    void whatIsTouchedIsDrawn() {
        frame();
        panels_ = [this] {
            panel("left", 0, 100, left_);
            panel("right", 100, 100, right_);
            panel("over", 150, 20, 5, ImGuiWindowFlags_NoBackground);
        };
        frame();
        QCOMPARE(frame(), (Drawn{"over right ", 0}));
        panels_ = [this] {
            panel("left", 0, 100, left_);
            panel("right", 100, 100, right_);
        };
        QCOMPARE(frame(), (Drawn{"right ", 0}));
        QCOMPARE(frame(), (Drawn{"", 0}));
    }

    void aSceneBeneathIsDrawnOver() {
        scenes_ = {{50, 0, 90, 90}};
        frame();
        QCOMPARE(frame(), (Drawn{"left ", 0}));
    }

    void onlyOpaqueGroundsAreTrusted() {
        ImGui::GetStyle().Colors[ImGuiCol_WindowBg].w = 0.9f;
        frame();
        QCOMPARE(frame(), (Drawn{"left right ", 0}));
    }

    void picturesMayChangeBehindTheirNames() {
        panels_ = [this] {
            panel("left", 0, 100, left_);
            ImGui::Begin("left");
            ImGui::GetWindowDrawList()->AddImage(reinterpret_cast<ImTextureID>(std::intptr_t(7)), {10, 10}, {20, 20});
            ImGui::End();
        };
        frame();
        QCOMPARE(frame(), (Drawn{"left ", 1}));
    }

private:
    static void panel(const char* name, float x, float width, float mark, int flags = 0) {
        ImGui::SetNextWindowPos({x, 0});
        ImGui::SetNextWindowSize({width, 100});
        ImGui::Begin(name, nullptr, ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBringToFrontOnFocus | flags);
        ImGui::GetWindowDrawList()->AddRectFilled({x + 2, 2}, {x + mark, 20}, IM_COL32_WHITE);
        ImGui::End();
    }
    Drawn frame() {
        ImGui::NewFrame();
        panels_();
        ImGui::Render();
        ImDrawData& data = *ImGui::GetDrawData();
        Drawn drawn;
        drawn.cleared = int(repaint_.reduce(data, scenes_).size());
        std::set<std::string> names;
        for (int i = 0; i < data.CmdListsCount; ++i) names.insert(data.CmdLists[i]->_OwnerName);
        for (const std::string& name : names) drawn.names += name + " ";
        return drawn;
    }

    PanelRepaint repaint_;
    std::function<void()> panels_;
    std::vector<PanelRepaint::Box> scenes_;
    float left_ = 10, right_ = 10;
};

QTEST_GUILESS_MAIN(TestPanelRepaint)
#include "test_panel_repaint.moc"
