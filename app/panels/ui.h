// What the panels of one window share while a frame is made: the document, the look, the layout, and ways to ask for more. Panels are
// functions of it; what must last from frame to frame is in the small states below.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "app/shell/document.h"
#include "app/shell/fonts.h"
#include "app/shell/imgui_canvas.h"
#include "app/shell/layout.h"
#include "app/shell/textures.h"
#include "core/view/framing.h"
#include "render/figure/layout.h"

namespace engram {

class Lecture;

// A panel laid out once and painted until something it depends on changes.
struct LayoutKey {
    std::uint64_t board = 0;
    Rect rect;
    double scale = 0, density = 0;
    std::string theme, panel;
    bool operator==(const LayoutKey& o) const {
        return board == o.board && rect.x == o.rect.x && rect.y == o.rect.y && rect.width == o.rect.width && rect.height == o.rect.height &&
               scale == o.scale && density == o.density && theme == o.theme && panel == o.panel;
    }
};
struct LaidOutPanel {
    LayoutKey key;
    LaidOut out;
    Camera camera = {};  // of a scene, whose words and pictures are laid out for it
};

struct Typing {  // the one text field open in place of a value
    std::string id, text;
    bool justOpened = false;
};

struct ParametersState {
    std::string search;
    bool changedOnly = false, drawerOpen = false;
    bool docked = true;                           // beside the scene, where there is room; see showParameters()
    std::map<std::string, bool> folded;           // by group, once clicked
    std::map<std::string, Rect> drawn;           // where each row stood when it was last drawn
    std::map<std::string, std::string> refusals;  // by parameter; gone with the next change, or after a while
    Values refusedAt;
    double refusedUntil = 0;
    std::string focusedRow;                       // of the keyboard
    bool revealFocus = false;                     // scroll to it
    std::string pointed, lit;                     // the row under pointer, hand or keyboard; the row that a formula points at
};

struct CameraMove {
    Camera from, to;
    double start = 0, seconds = 0.6;
};
// What keys and buttons ask of the camera, in steps; carried out and cleared by the panel that shows the scene.
struct CameraWish {
    bool frameAll = false, toggleTop = false;
    int turn = 0, tilt = 0, panX = 0, panY = 0, zoom = 0;
    bool any() const { return frameAll || toggleTop || turn || tilt || panX || panY || zoom; }
};
struct SceneState {
    bool labels = true;
    std::map<std::string, Camera> opening;  // by panel: where a scene opens, until the person moves it
    struct Aside {  // how scenes of one size opened before a lecture, which come back after it
        double width = 0, height = 0;
        std::map<std::string, Camera> opening;
    };
    std::optional<Aside> aside;
    std::optional<CameraMove> move;
    CameraWish wish;
    Opening staged;                         // as a lecture asks for it
};
struct ScenePaint {  // a scene to be painted under the panels of this frame
    std::string place;
    const Scene* scene = nullptr;
    Camera camera;
    Rect rect;
    double scale = 1;  // of its marks
};

// A run that goes along with the one at hand: see Document::companions.
struct SideView {
    std::string label;
    const Session* session = nullptr;
    const Board* board = nullptr;      // null until its first frame has come
    const Trace* trace = nullptr;
    std::uint64_t number = 0;          // of the frame
    std::string trouble;               // why there is no frame
};
struct SlimPanel {                     // a side's panel made fit for a small cell
    std::uint64_t number = 0;
    std::string label;
    Panel panel;
};
struct ViewsState {
    std::map<std::size_t, SlimPanel> slim;
    std::vector<SideView> sides;
    std::optional<Panel> composed;     // two runs in one picture, made for these frames and this way of comparing
    std::string composedOf;
    std::optional<Panel> parting;      // where two branches part, while they are compared
    std::uint64_t number = 0;          // grows whenever what is shown of any run does
};

// A range being drawn with Shift over a slider, for small multiples.
struct RangeDrag {
    std::string id;
    double from = 0, to = 0;           // places on the track, 0..1
};

struct DragState {  // a brush stroke or a marker being moved
    std::string place;
    int item = -1;
    std::optional<Pt> last;  // in tile pixels or data
};

// A pointer that keys move, for who has no mouse; see shell/hand.h.
struct HandState {
    bool in = false;  // keys move it, and no camera
    Pt at;
    bool presses = false, erases = false;  // its two buttons
};
struct HandStop {
    Pt at;
    bool inMenu = false;
};

// What the pointer chooses for as long as it stays where it is: a view parameter and its value. Boards are drawn with it; the run and
// the session know nothing of it.
struct Chosen {
    std::string param;  // empty: nothing
    std::int64_t value = 0;
    bool operator==(const Chosen&) const = default;
};

struct InstrumentsState {
    int tab = 0;
};

struct TimelineState {
    double shownSteps = 0;  // the range of the track
    double pace = 1;
};

enum class Focus { Scene, Instruments, Parameters, Timeline };

struct Ui {
    Ui(Document& d, const Fonts& f, Textures& t) : document(d), fonts(f), textures(t) {}

    Document& document;
    const Fonts& fonts;
    Textures& textures;
    const Theme* theme = nullptr;
    Style style;
    Layout layout;                 // in the coordinates of the widget
    double density = 1;            // device pixels a pixel
    const Board* board = nullptr;  // null until the first frame has come
    std::uint64_t boardNumber = 0;
    double seconds = 0;  // since the start

    Focus focus = Focus::Scene;
    bool focusVisible = false;  // the keyboard was used last
    bool stillness = false;     // motion is reduced: nothing glides
    Typing typing;
    ParametersState parameters;
    SceneState scene;
    InstrumentsState instruments;
    TimelineState timeline;
    DragState drag;
    HandState hand;
    std::vector<HandStop> stops;                  // what the hand walks along, gathered anew in every frame
    ViewsState views;
    RangeDrag range;
    Chosen pointed, drawn;                        // in the frame being made; that the board was drawn with
    Lecture* lecture = nullptr;                   // while one is given
    std::vector<ScenePaint> scenes;               // gathered anew in every frame
    std::map<std::string, LaidOutPanel> laidOut;  // by place
    std::string message;
    double messageUntil = 0;

    std::function<void(std::string_view id)> command;  // runs an entry of the command table
    std::function<void(const std::string& branch)> renames;  // asks for another name
    std::function<void(const std::string& id)> points = [](const std::string&) {};   // another parameter is pointed at; empty: none
    std::function<void(double seconds)> wakeIn;        // another frame after so long
    std::function<void(int direction)> leave;          // the keyboard goes to what lies before or after the regions

    double px(double atScaleOne) const { return atScaleOne * layout.scale; }
    Font font(double size, Weight weight = Weight::Regular) const { return {px(size), weight}; }
    ImguiCanvas canvas() const { return {*ImGui::GetWindowDrawList(), fonts, textures}; }
    void say(const std::string& sentence);
    // There is something for the hand. While a menu is open, only that.
    void stop(const Rect& r, bool inMenu = false) { stops.push_back({{r.x + r.width / 2, r.y + r.height / 2}, inMenu}); }
};

enum class Ground { Panel, Scrolling, Bare, Floating };  // Bare: what is painted beneath shows; Floating: bare, above all others

// An undecorated ImGui window over one rectangle of the layout, as long as this object lives. Of those that do not float, the ones
// begun first in the very first frame lie on top.
class Region {
public:
    Region(const Ui& ui, const char* name, Rect rect, Ground ground = Ground::Panel);
    ~Region();
    Region(const Region&) = delete;
    Region& operator=(const Region&) = delete;
};

// The panels in the row, as the blueprint says or else as the experiment does; then those that these values can show come first.
std::vector<std::string> instrumentPanels(const Ui& ui);

// The measure drawn above the track of time and for comparing runs: the one that is claimed never to rise, else the first; -1: none.
int leadingMeasure(const Ui& ui);

// Lays `panel` out in `rect` unless the last layout at `place` still holds.
const LaidOut& laidOutPanel(Ui& ui, const std::string& place, const Panel& panel, Rect rect, std::uint64_t boardNumber);

}  // namespace engram
