// Dear ImGui 1.86 inside a Qt widget: turns Qt events into ImGui's input state, and gives back clipboard and cursor shape.
// Events wait in a queue and are applied in order, as many a frame as ImGui can tell apart, so that fast typing loses nothing.
#pragma once

#include <QEvent>
#include <QString>
#include <Qt>
#include <deque>

struct ImGuiContext;

namespace engram {

class ImguiQt {
public:
    ImguiQt();
    ~ImguiQt();
    ImguiQt(const ImguiQt&) = delete;
    ImguiQt& operator=(const ImguiQt&) = delete;

    void activate();                                             // makes this context the current one
    bool take(QEvent* event);                                    // true when it was input
    bool newFrame(double width, double height, double density);  // applies input; true when some is left for another frame
    void releaseAll();                                           // focus lost: no key or button stays down
    Qt::CursorShape cursor() const;
    bool wantsText() const;

private:
    struct Input {
        enum class What { Move, Button, Wheel, Key, Letters } what;
        double x = 0, y = 0;
        int code = 0;  // button or ImGuiKey
        bool down = false;
        Qt::KeyboardModifiers modifiers;
        QString letters;
    };
    struct Applied;
    bool conflicts(const Input& input, const Applied& applied) const;
    void apply(const Input& input, Applied& applied);

    ImGuiContext* context_;
    std::deque<Input> queue_;
    qint64 lastNs_ = 0;
};

}  // namespace engram
