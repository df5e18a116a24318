#include "app/shell/gl_widget.h"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <QKeyEvent>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <algorithm>
#include <cmath>

#include "app/language/language.h"
#include "app/lecture/lecture.h"
#include "app/panels/instruments.h"
#include "app/panels/lecture.h"
#include "app/panels/parameters.h"
#include "app/panels/scene.h"
#include "app/panels/timeline.h"
#include "app/panels/toast.h"
#include "app/shell/hand.h"
#include "app/shell/region_keys.h"
#include "app/shell/sharp_text.h"
#include "app/shell/theme.h"
#include "core/experiment/compare.h"
#include "core/experiment/summary.h"

namespace engram {

namespace {

constexpr std::uint64_t kRedrawn = std::uint64_t(1) << 62;  // beyond the numbers of all frames
constexpr int kFramesAfterInput = 3;  // ImGui settles hover, focus and sizes over a few frames

Rect moved(Rect r, double dx, double dy) { return {r.x + dx, r.y + dy, r.width, r.height}; }

Layout movedTo(Layout layout, double dx, double dy) {
    for (Rect* r : {&layout.menu, &layout.gallery, &layout.scene, &layout.parameters, &layout.timeline, &layout.status})
        *r = moved(*r, dx, dy);
    for (Rect& r : layout.instruments) r = moved(r, dx, dy);
    return layout;
}

}  // namespace

GlWidget::GlWidget(Document& document, Preferences& preferences, QWidget* parent)
    : QOpenGLWidget(parent),
      document_(document),
      preferences_(preferences),
      imgui_(std::make_unique<ImguiQt>()),
      textures_(std::make_unique<Textures>()),
      ui_(document, fonts_, *textures_) {
    QSurfaceFormat format;
    format.setVersion(4, 3);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setSwapInterval(1);
    setFormat(format);
    setUpdateBehavior(PartialUpdate);  // every frame paints every pixel: clearing all of them before it would take longer than most panels
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAcceptDrops(false);  // the window takes them
    clock_.start();
    wakeTimer_.setSingleShot(true);
    connect(&wakeTimer_, &QTimer::timeout, this, [this] { wake(); });
    ui_.wakeIn = [this](double seconds) { scheduleWake(seconds); };
    ui_.command = [](std::string_view) {};
    ui_.leave = [this](int direction) { QOpenGLWidget::focusNextPrevChild(direction > 0); };
    ui_.theme = &theme(document.session().view.theme);
    applyPreferences();
}

GlWidget::~GlWidget() {
    makeCurrent();
    imgui_->activate();
    stages_.clear();
    visionPass_.reset();
    if (isReady_) ImGui_ImplOpenGL3_Shutdown();
    textures_.reset();
    doneCurrent();
}

void GlWidget::applyPreferences() {
    wish_.preset = preferences_.preset();
    wish_.instruments = preferences_.instruments();
    ui_.stillness = preferences_.stillness();
    relayout();
}

void GlWidget::setHeroOnly(bool on) {
    wish_.heroOnly = on;
    relayout();
}

void GlWidget::setVision(Vision vision) {
    vision_ = vision;
    cleared_ = false;
    wake();
}

void GlWidget::setLecture(Lecture* lecture) {
    ui_.lecture = lecture;
    ui_.hand = {};
    wish_.lecture = lecture != nullptr;
    ui_.laidOut.clear();
    relayout();
}

void GlWidget::setWindowSize(QSize size) {
    windowSize_ = size;
    relayout();
}

void GlWidget::relayout() {
    if (windowSize_.isEmpty()) return;
    wish_.instrumentShares = instrumentShares(ui_);
    wish_.drawer = ui_.parameters.drawerOpen;
    wish_.docked = ui_.parameters.docked;
    cleared_ = false;
    whole_ = engram::layout(windowSize_.width(), windowSize_.height(), wish_);
    ui_.layout = movedTo(whole_, -whole_.gallery.right(), -whole_.menu.bottom());
    ui_.hand = {};  // what it was at may be elsewhere
    emit laidOut();
    wake();
}

void GlWidget::wake() {
    framesLeft_ = kFramesAfterInput;
    update();
}

void GlWidget::scheduleWake(double seconds) {
    if (seconds <= 0) {
        framesLeft_ = std::max(framesLeft_, 1);
        return;
    }
    const int ms = int(std::ceil(seconds * 1000)) + 1;
    if (!wakeTimer_.isActive() || wakeTimer_.remainingTime() > ms) wakeTimer_.start(ms);
}

void GlWidget::say(const std::string& sentence) {
    ui_.seconds = double(clock_.nsecsElapsed()) * 1e-9;
    ui_.say(sentence);
    wake();
}

std::string GlWidget::sentence() const {
    if (const std::string underway = document_.underway(); !underway.empty()) return underway + "…";
    const auto frame = document_.frame();
    if (!frame) return {};
    QString sentence = QString::fromStdString(spoken(runSummary(experiment(frame->session.experiment), frame->moment, board_.sentence)));
    if (!sentence.isEmpty()) sentence[0] = sentence[0].toUpper();
    return sentence.toStdString();
}

std::string GlWidget::device() const { return stages_.empty() ? std::string() : stages_.begin()->second.renderer->device(); }

void GlWidget::initializeGL() {
    imgui_->activate();
    ImGui_ImplOpenGL3_Init("#version 430 core");
    isReady_ = true;
}

// Qt paints once on the way and once more when all widgets have their places; the first of these pictures is never seen.
void GlWidget::resizeEvent(QResizeEvent* event) {
    resizes_ = true;
    QOpenGLWidget::resizeEvent(event);
    resizes_ = false;
    wake();
}

void GlWidget::resizeGL(int, int) {
    cleared_ = false;
    ui_.scene.opening.clear();  // framed for another shape
    wake();
}

// Draws the board anew when the worker has published another moment, or the pointer chooses something else.
void GlWidget::takeFrame() {
    const auto before = document_.frame();
    if (const std::string trouble = document_.refresh(); !trouble.empty()) ui_.say(spoken(trouble));
    const ShownPanels staged = shownPanels(document_.session());
    const std::vector<std::string> large = ui_.lecture ? staged.large : heroPanels(document_.session(), document_.experiment());
    std::set<std::string> wanted(large.begin(), large.end());
    for (const std::string& id : ui_.lecture ? std::vector{staged.withWords} : instrumentPanels(ui_)) wanted.insert(id);
    wanted.erase("");
    document_.want(wanted, large.front());
    const auto frame = document_.frame();
    takeSides(frame && frame != before);
    if (!frame || (frame == before && ui_.pointed == ui_.drawn)) return;
    if (before && before->session.experiment != frame->session.experiment) ui_.scene.opening.clear(), ui_.scene.aside.reset();
    Snapshot moment = frame->moment;
    if (!ui_.pointed.param.empty()) moment.values[ui_.pointed.param] = ui_.pointed.value;
    ui_.drawn = ui_.pointed;
    board_ = experiment(frame->session.experiment).draw(moment);
    speakIn(board_);
    ui_.board = &board_;
    ui_.boardNumber = frame == before ? kRedrawn + ++redraws_ : frame->number;
    if (frame != before) emit frameTaken();
}

// The runs beside the one at hand, and what is made of two of them.
void GlWidget::takeSides(bool changed) {
    ViewsState& views = ui_.views;
    const Session& session = document_.session();
    const bool comparing = session.view.grid.empty() && !session.view.compared.empty();
    if (views.sides.size() != document_.companions().size()) changed = true, ui_.scene.opening.clear();   // framed for another shape
    views.sides.clear();
    for (const auto& companion : document_.companions()) {
        changed |= companion->refresh();
        const auto frame = companion->frame();
        views.sides.push_back({companion->label(), &companion->session(), frame ? &companion->board() : nullptr,
                               frame ? &frame->moment.trace : nullptr, frame ? frame->number : 0, spoken(companion->trouble())});
    }
    if (changed) ++views.number;
    const auto frame = document_.frame();
    const int measure = leadingMeasure(ui_);
    if (!comparing || views.sides.empty() || !views.sides.front().trace || !frame || measure < 0) return views.parting.reset();
    if (changed || !views.parting) {
        views.parting = partingPanel(document_.experiment(), tellingMeasure(frame->moment.trace, *views.sides.front().trace, measure),
                                     frame->moment.trace, *views.sides.front().trace, session.name, views.sides.front().label);
        speakIn(*views.parting);
    }
}

void GlWidget::buildPanels() {
    const std::string style = ui_.theme->name + std::to_string(ui_.layout.scale);
    if (std::exchange(styled_, style) != style) applyImguiStyle(*ui_.theme, ui_.layout.scale);
    if (fonts_.bake(ui_.layout.scale, ui_.density, ui_.lecture ? columnFonts(height()) : std::vector<Font>())) {
        if (paintCount_ > 1) {  // the first frame uploads by itself
            ImGui_ImplOpenGL3_DestroyFontsTexture();
            ImGui_ImplOpenGL3_CreateFontsTexture();
        }
        ui_.laidOut.clear();
        repaint_.forget();
    }
    ui_.style = windowStyle(*ui_.theme, ui_.layout.scale);
    ui_.style.noBasin = spoken(ui_.style.noBasin);
    ui_.scenes.clear();
    ui_.stops.clear();
    tellHand();
    ui_.pointed = {};
    ImGui_ImplOpenGL3_NewFrame();
    if (imgui_->newFrame(width(), height(), ui_.density)) framesLeft_ = std::max(framesLeft_, 2);
    ImGui::NewFrame();
    toast(ui_);
    busy(ui_);
    if (ui_.lecture) lecturePanel(ui_);
    else workPanels();
    drawHand(ui_);
    ImGui::Render();
    sharpenText(*ImGui::GetDrawData(), ui_.density);
    if (!(ui_.pointed == ui_.drawn)) scheduleWake(0);
    if (std::exchange(itemWasActive_, ImGui::IsAnyItemActive()) && !itemWasActive_) document_.endEdit();
}

void GlWidget::workPanels() {
    const auto form = ui_.layout.parametersForm;
    const bool drawerClosed = form == ParametersForm::Drawer && !ui_.parameters.drawerOpen;
    if (form != ParametersForm::Hidden && !drawerClosed) parametersPanel(ui_);
    timelinePanel(ui_);
    instrumentsPanel(ui_);
    scenePanel(ui_);
}

// Whether camera, ground or size have changed a moment ago. Then another frame is due, as fine as a still one.
bool GlWidget::moves(Stage& stage, const ScenePaint& paint) {
    constexpr double kMomentSecs = 0.2;  // longer than from one event of a hand to the next
    const void* ground = nullptr;
    for (const SceneMark& mark : paint.scene->marks)
        if (const auto* surface = std::get_if<Surface>(&mark)) ground = surface->energy.values.get();
    const bool isOther = stage.width != paint.rect.width || stage.height != paint.rect.height || stage.ground != ground;
    const bool isNew = !stage.camera, changed = !isNew && (isOther || !(*stage.camera == paint.camera));
    stage.camera = paint.camera;
    stage.ground = ground;
    stage.width = paint.rect.width, stage.height = paint.rect.height;
    if (changed) stage.movedAt = ui_.seconds;
    const double left = stage.movedAt + kMomentSecs - ui_.seconds;
    if (stage.movedAt < 0 || left <= 0 || !stage.renderer->software()) return false;
    scheduleWake(left);
    return true;
}

void GlWidget::paintScenes() {
    for (const ScenePaint& paint : ui_.scenes) {
        Stage& stage = stages_[paint.place];
        if (!stage.renderer) stage.renderer = std::make_unique<Renderer>();
        const double d = ui_.density;
        const auto px = [d](double v) { return int(std::lround(v * d)); };
        const Viewport viewport{px(paint.rect.x), px(height()) - px(paint.rect.bottom()), px(paint.rect.width), px(paint.rect.height),
                                d * ui_.layout.scale * paint.scale, true, moves(stage, paint)};
        stage.renderer->draw(*paint.scene, paint.camera, *ui_.theme, viewport);
    }
}

void GlWidget::paintPanels() {
    std::vector<PanelRepaint::Box> scenes;
    for (const ScenePaint& paint : ui_.scenes)
        scenes.push_back({float(paint.rect.x), float(paint.rect.y), float(paint.rect.right()), float(paint.rect.bottom())});
    ImDrawData& frame = *ImGui::GetDrawData();
    QOpenGLFunctions& gl = *context()->functions();
    gl.glEnable(GL_SCISSOR_TEST);
    for (const PanelRepaint::Ground& ground : repaint_.reduce(frame, scenes)) {
        const ImVec4 c = ImGui::ColorConvertU32ToFloat4(ground.colour);
        const auto px = [this](float v) { return int(std::lround(v * ui_.density)); };
        const int left = px(ground.box.left), bottom = px(ground.box.bottom);
        gl.glScissor(left, px(float(height())) - bottom, px(ground.box.right) - left, bottom - px(ground.box.top));
        gl.glClearColor(c.x, c.y, c.z, 1);
        gl.glClear(GL_COLOR_BUFFER_BIT);
    }
    gl.glDisable(GL_SCISSOR_TEST);
    ImGui_ImplOpenGL3_RenderDrawData(&frame);
}

void GlWidget::paintGL() {
    if (resizes_) return;
    imgui_->activate();
    ++paintCount_;
    ui_.seconds = double(clock_.nsecsElapsed()) * 1e-9;
    if (std::exchange(ui_.density, devicePixelRatioF()) != ui_.density) cleared_ = false;  // the picture is a new one, of another size
    ui_.theme = &theme(document_.session().view.theme);
    takeFrame();
    const bool asWished = ui_.parameters.drawerOpen == wish_.drawer && ui_.parameters.docked == wish_.docked;
    if (instrumentShares(ui_) != wish_.instrumentShares || !asWished) relayout();
    buildPanels();
    if (vision_ != Vision::Usual) cleared_ = false;  // what stands has been turned already
    if (!std::exchange(cleared_, true)) {
        context()->functions()->glClearColor(ui_.theme->window.r, ui_.theme->window.g, ui_.theme->window.b, 1);
        context()->functions()->glClear(GL_COLOR_BUFFER_BIT);
        repaint_.forget();
    }
    paintScenes();
    paintPanels();
    if (vision_ != Vision::Usual) {
        if (!visionPass_) visionPass_ = std::make_unique<VisionPass>();
        visionPass_->apply(vision_, int(std::lround(width() * ui_.density)), int(std::lround(height() * ui_.density)));
    }
    textures_->endFrame();
    setCursor(imgui_->cursor());
    if (paintCount_ == 1) emit firstFramePainted();
    if (--framesLeft_ > 0) update();
}

void GlWidget::tellHand() { tell(*imgui_, ui_.hand, handTold_); }

bool GlWidget::takeKey(const QKeyEvent& key) {
    if (key.key() == Qt::Key_Escape && ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup)) return false;  // a menu closes first
    if (!pressRegionKey(ui_, key) && !ui_.lecture) return false;  // in a lecture no others hold
    if (!ui_.lecture) ui_.focusVisible = true;
    tellHand();
    wake();
    return true;
}

bool GlWidget::event(QEvent* event) {
    imgui_->activate();
    switch (event->type()) {
        case QEvent::ShortcutOverride:
            if (imgui_->wantsText() || comesBeforeCommands(ui_, *static_cast<QKeyEvent*>(event))) event->accept();  // or typed as letters
            break;
        case QEvent::KeyPress:
            if (!imgui_->wantsText() && takeKey(*static_cast<QKeyEvent*>(event))) return true;
            break;
        case QEvent::KeyRelease:
            releaseHandKey(ui_, *static_cast<QKeyEvent*>(event));
            tellHand();
            break;
        case QEvent::MouseButtonPress:
            ui_.focusVisible = false;
            [[fallthrough]];
        case QEvent::MouseMove:
            ui_.hand = {};  // the mouse itself is back
            tellHand();
            break;
        case QEvent::Leave:
            if (ui_.hand.in) return true;
            break;
        case QEvent::FocusIn:
            enterByTab(ui_, static_cast<QFocusEvent*>(event)->reason());
            break;
        case QEvent::FocusOut:
            ui_.hand = {};
            tellHand();
            imgui_->releaseAll();
            break;
        case QEvent::ScreenChangeInternal:
            wake();  // it may have another scale
            break;
        default:
            break;
    }
    if (!imgui_->take(event)) return QOpenGLWidget::event(event);
    wake();
    event->accept();
    return true;
}

}  // namespace engram
