#include "app/shell/imgui_qt.h"

#include <imgui.h>

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>
#include <algorithm>
#include <cfloat>
#include <set>

namespace engram {
namespace {

int imguiKey(int qtKey) {
    switch (qtKey) {
        case Qt::Key_Tab:
            return ImGuiKey_Tab;
        case Qt::Key_Left:
            return ImGuiKey_LeftArrow;
        case Qt::Key_Right:
            return ImGuiKey_RightArrow;
        case Qt::Key_Up:
            return ImGuiKey_UpArrow;
        case Qt::Key_Down:
            return ImGuiKey_DownArrow;
        case Qt::Key_PageUp:
            return ImGuiKey_PageUp;
        case Qt::Key_PageDown:
            return ImGuiKey_PageDown;
        case Qt::Key_Home:
            return ImGuiKey_Home;
        case Qt::Key_End:
            return ImGuiKey_End;
        case Qt::Key_Insert:
            return ImGuiKey_Insert;
        case Qt::Key_Delete:
            return ImGuiKey_Delete;
        case Qt::Key_Backspace:
            return ImGuiKey_Backspace;
        case Qt::Key_Space:
            return ImGuiKey_Space;
        case Qt::Key_Return:
            return ImGuiKey_Enter;
        case Qt::Key_Enter:
            return ImGuiKey_KeyPadEnter;
        case Qt::Key_Escape:
            return ImGuiKey_Escape;
        case Qt::Key_A:
            return ImGuiKey_A;
        case Qt::Key_C:
            return ImGuiKey_C;
        case Qt::Key_V:
            return ImGuiKey_V;
        case Qt::Key_X:
            return ImGuiKey_X;
        case Qt::Key_Y:
            return ImGuiKey_Y;
        case Qt::Key_Z:
            return ImGuiKey_Z;
        default:
            return -1;
    }
}

int imguiButton(Qt::MouseButton button) {
    return button == Qt::LeftButton ? 0 : button == Qt::RightButton ? 1 : button == Qt::MiddleButton ? 2 : -1;
}

qint64 nowNs() {
    static const QElapsedTimer clock = [] {
        QElapsedTimer c;
        c.start();
        return c;
    }();
    return clock.nsecsElapsed();
}

const char* clipboardText(void*) {
    static QByteArray kept;  // ImGui reads it before the next call
    kept = QGuiApplication::clipboard()->text().toUtf8();
    return kept.constData();
}
void setClipboardText(void*, const char* text) { QGuiApplication::clipboard()->setText(QString::fromUtf8(text)); }

}  // namespace

// What this frame has taken so far. ImGui sees only the state at the start of a frame: the same key twice, a move after a click, or
// a letter after Backspace would lose their order, so they wait.
struct ImguiQt::Applied {
    std::set<int> keys, buttons;
    bool letters = false;
};

ImguiQt::ImguiQt() : context_(ImGui::CreateContext()) {
    activate();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false;  // blinking would keep an idle window repainting
    io.BackendPlatformName = "engram_qt";
    io.BackendFlags |= ImGuiBackendFlags_HasMouseCursors;
    io.GetClipboardTextFn = clipboardText;
    io.SetClipboardTextFn = setClipboardText;
    for (int key = 0; key < ImGuiKey_COUNT; ++key) io.KeyMap[key] = key;
}

ImguiQt::~ImguiQt() { ImGui::DestroyContext(context_); }

void ImguiQt::activate() { ImGui::SetCurrentContext(context_); }

bool ImguiQt::take(QEvent* event) {
    using What = Input::What;
    switch (event->type()) {
        case QEvent::MouseMove: {
            const auto* e = static_cast<QMouseEvent*>(event);
            if (!queue_.empty() && queue_.back().what == What::Move) queue_.pop_back();
            queue_.push_back({What::Move, e->position().x(), e->position().y(), 0, false, e->modifiers(), {}});
            return true;
        }
        case QEvent::Leave:
            queue_.push_back({What::Move, -FLT_MAX, -FLT_MAX, 0, false, {}, {}});
            return true;
        case QEvent::MouseButtonPress:
        case QEvent::MouseButtonDblClick:
        case QEvent::MouseButtonRelease: {
            const auto* e = static_cast<QMouseEvent*>(event);
            if (imguiButton(e->button()) < 0) return false;
            queue_.push_back({What::Move, e->position().x(), e->position().y(), 0, false, e->modifiers(), {}});
            queue_.push_back({What::Button,
                              e->position().x(),
                              e->position().y(),
                              imguiButton(e->button()),
                              event->type() != QEvent::MouseButtonRelease,
                              e->modifiers(),
                              {}});
            return true;
        }
        case QEvent::Wheel: {
            const auto* e = static_cast<QWheelEvent*>(event);
            queue_.push_back({What::Wheel, e->angleDelta().x() / 120.0, e->angleDelta().y() / 120.0, 0, false, e->modifiers(), {}});
            return true;
        }
        case QEvent::KeyPress:
        case QEvent::KeyRelease: {
            const auto* e = static_cast<QKeyEvent*>(event);
            const bool down = event->type() == QEvent::KeyPress;
            queue_.push_back({What::Key, 0, 0, imguiKey(e->key()), down, e->modifiers(), {}});
            const bool printable = !e->text().isEmpty() && e->text().at(0).isPrint();
            if (down && printable && !(e->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
                queue_.push_back({What::Letters, 0, 0, 0, true, e->modifiers(), e->text()});
            return true;
        }
        default:
            return false;
    }
}

bool ImguiQt::conflicts(const Input& input, const Applied& applied) const {
    switch (input.what) {
        case Input::What::Move:
            return !applied.buttons.empty();
        case Input::What::Button:
            return applied.buttons.contains(input.code);
        case Input::What::Key:
            return input.code >= 0 && (applied.keys.contains(input.code) || (input.down && applied.letters));
        case Input::What::Letters: {
            const auto acts = [](int key) { return key != ImGuiKey_Space && key < ImGuiKey_A; };
            return std::any_of(applied.keys.begin(), applied.keys.end(), acts);
        }
        case Input::What::Wheel:
            return false;
    }
    return false;
}

void ImguiQt::apply(const Input& input, Applied& applied) {
    ImGuiIO& io = ImGui::GetIO();
    io.KeyCtrl = input.modifiers & Qt::ControlModifier;
    io.KeyShift = input.modifiers & Qt::ShiftModifier;
    io.KeyAlt = input.modifiers & Qt::AltModifier;
    switch (input.what) {
        case Input::What::Move:
            io.MousePos = {float(input.x), float(input.y)};
            break;
        case Input::What::Button:
            io.MouseDown[input.code] = input.down;
            applied.buttons.insert(input.code);
            break;
        case Input::What::Wheel:
            io.MouseWheelH += float(input.x);
            io.MouseWheel += float(input.y);
            break;
        case Input::What::Key:
            if (input.code < 0) break;
            io.KeysDown[input.code] = input.down;
            applied.keys.insert(input.code);
            break;
        case Input::What::Letters:
            io.AddInputCharactersUTF8(input.letters.toUtf8().constData());
            applied.letters = true;
            break;
    }
}

bool ImguiQt::newFrame(double width, double height, double density) {
    ImGuiIO& io = ImGui::GetIO();
    const qint64 now = nowNs();
    io.DeltaTime = lastNs_ ? float(std::max<qint64>(now - lastNs_, 100'000)) * 1e-9f : 1 / 60.0f;
    lastNs_ = now;
    io.DisplaySize = {float(width), float(height)};
    io.DisplayFramebufferScale = {float(density), float(density)};
    Applied applied;
    while (!queue_.empty() && !conflicts(queue_.front(), applied)) {
        apply(queue_.front(), applied);
        queue_.pop_front();
    }
    return !queue_.empty();
}

void ImguiQt::releaseAll() {
    ImGuiIO& io = ImGui::GetIO();
    std::erase_if(queue_, [](const Input& input) { return input.what != Input::What::Move; });  // the pointer did leave
    std::fill(std::begin(io.KeysDown), std::end(io.KeysDown), false);
    std::fill(std::begin(io.MouseDown), std::end(io.MouseDown), false);
    io.KeyCtrl = io.KeyShift = io.KeyAlt = false;
}

Qt::CursorShape ImguiQt::cursor() const {
    switch (ImGui::GetMouseCursor()) {
        case ImGuiMouseCursor_TextInput:
            return Qt::IBeamCursor;
        case ImGuiMouseCursor_ResizeAll:
            return Qt::SizeAllCursor;
        case ImGuiMouseCursor_ResizeNS:
            return Qt::SizeVerCursor;
        case ImGuiMouseCursor_ResizeEW:
            return Qt::SizeHorCursor;
        case ImGuiMouseCursor_Hand:
            return Qt::PointingHandCursor;
        case ImGuiMouseCursor_NotAllowed:
            return Qt::ForbiddenCursor;
        default:
            return Qt::ArrowCursor;
    }
}

bool ImguiQt::wantsText() const { return ImGui::GetIO().WantTextInput; }

}  // namespace engram
