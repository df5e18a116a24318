#include "app/shell/theme.h"

#include <imgui.h>

#include <QApplication>
#include <QRegularExpression>
#include <map>

#include "app/export/qt_values.h"

namespace engram {
namespace {

ImVec4 vec(Rgba c, float alpha = 1) { return {c.r, c.g, c.b, c.a * alpha}; }

// Colours stand as {name}, lengths as {12} in pixels at scale 1.
constexpr const char* kSheet = R"(
QWidget { font-family: "Inter", "DejaVu Sans"; font-size: {13}; color: {primary}; }
QMainWindow, QDialog { background: {window}; }
QMenuBar { background: {window}; border: none; border-bottom: 1px solid {border}; padding: 0 {4}; spacing: 0; }
QMenuBar::item { background: transparent; color: {secondary}; padding: {6} {9} {4} {9}; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: {control}; color: {primary}; }
QMenu { background: {raised}; border: 1px solid {border}; padding: {4} 0; }
QMenu::item { padding: {6} {24} {6} {24}; color: {primary}; }
QMenu::item:selected { background: {accentQuiet}; }
QMenu::item:disabled { color: {disabled}; }
QMenu::separator { height: 1px; background: {border}; margin: {4} 0; }
QStatusBar { background: {window}; border-top: 1px solid {border}; color: {secondary}; font-size: {12}; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: {secondary}; font-size: {12}; }
QLabel#vision { color: {accent}; font-weight: 600; padding: 0 {8}; }
QLabel#brand { color: {accent}; font-weight: 600; padding: 0 {8} 0 {12}; }
QLabel#device { color: {tertiary}; font-size: {12}; padding: 0 {12}; }
QLabel#documentName { color: {secondary}; background: transparent; }
QWidget#gallery { background: {window}; border-right: 1px solid {border}; }
QLabel#galleryTitle { font-size: {14}; font-weight: 600; }
QListView { background: {window}; border: none; outline: none; }
QLineEdit { background: {control}; border: 1px solid {control}; border-radius: {4}; padding: {4} {8}; color: {primary};
            selection-background-color: {accentQuiet}; selection-color: {primary}; }
QLineEdit:focus { border-color: {selected}; }
QToolButton { background: transparent; border: none; border-radius: {4}; padding: {4}; }
QToolButton:hover { background: {control}; }
QComboBox, QDoubleSpinBox, QSpinBox { background: {control}; border: 1px solid {control}; border-radius: {4}; }
QComboBox, QDoubleSpinBox, QSpinBox { padding: {4} {8}; min-height: {18}; }
QComboBox:focus, QDoubleSpinBox:focus, QSpinBox:focus { border-color: {selected}; }
QComboBox QAbstractItemView { background: {raised}; border: 1px solid {border}; selection-background-color: {accentQuiet};
                              selection-color: {primary}; }
QComboBox::drop-down { border: none; width: {24}; }
QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; }
QPushButton { background: {control}; border: none; border-radius: {4}; padding: {6} {16}; color: {primary}; }
QPushButton:hover { background: {hover}; }
QPushButton:default, QPushButton#primary { background: {accent}; color: {onAccent}; }
QPushButton:disabled { color: {disabled}; background: {control}; }
QPushButton:focus { border: 2px solid {selected}; padding: {4} {14}; }
QLabel#aboutName { font-size: {20}; font-weight: 600; }
QLabel#quiet { color: {secondary}; }
QLabel#trouble { color: {rising}; }
QListWidget#panels, QPlainTextEdit { background: {panel}; border: 1px solid {border}; border-radius: {4}; padding: {4};
            selection-background-color: {accentQuiet}; selection-color: {primary}; }
QToolTip { background: {raised}; color: {primary}; border: 1px solid {border}; padding: {4}; }
QFrame#palette { background: {raised}; border: 1px solid {border}; border-radius: {8}; }
QFrame#palette QLineEdit { font-size: {16}; padding: {6} {10}; }
QFrame#palette QListView { background: transparent; }
QDockWidget { color: {primary}; font-size: {14}; font-weight: 600; }
QDockWidget::title { background: {window}; padding: {8} {12}; border-left: 1px solid {border}; }
QDockWidget::close-button { subcontrol-position: top right; subcontrol-origin: margin; top: {8}; right: {10}; }
QMainWindow::separator { background: {border}; width: 1px; height: 1px; }
QScrollArea#parameterForm, QScrollArea#parameterForm > QWidget > QWidget { background: {panel}; }
QGroupBox { font-size: {14}; font-weight: 600; border: none; margin-top: {20}; padding: {4} 0 0 0; }
QGroupBox::title { subcontrol-origin: margin; left: 0; }
QAbstractSpinBox { background: {control}; border: 1px solid {control}; border-radius: {4}; padding: {4} {8}; min-height: {18}; }
QAbstractSpinBox:focus { border-color: {selected}; }
QAbstractSpinBox:disabled, QComboBox:disabled, QLineEdit:disabled, QLabel:disabled { color: {disabled}; }
QLabel[lit="true"], QCheckBox[lit="true"] { background: {accentQuiet}; border-radius: {4}; }
QLabel#sentence:focus { border: 1px solid {selected}; }
QProgressBar { background: {control}; border: none; border-radius: {3}; }
QProgressBar::chunk { background: {accent}; border-radius: {3}; }
QPushButton:disabled { color: {disabled}; }
QScrollBar:vertical { background: transparent; width: {8}; margin: 0; }
QScrollBar::handle:vertical { background: {hover}; border-radius: {3}; min-height: {24}; }
QScrollBar:horizontal { background: transparent; height: {8}; margin: 0; }
QScrollBar::handle:horizontal { background: {hover}; border-radius: {3}; min-width: {24}; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

std::map<QString, Rgba> namedColours(const Theme& t) {
    return {{"window", t.window},
            {"raised", t.raised},
            {"control", t.control},
            {"hover", t.hover},
            {"border", t.border},
            {"primary", t.textPrimary},
            {"secondary", t.textSecondary},
            {"tertiary", t.textTertiary},
            {"disabled", t.textDisabled},
            {"onAccent", t.textOnAccent},
            {"accent", t.accent},
            {"accentQuiet", t.accentQuiet},
            {"selected", t.colour({Ink::Selected})},
            {"panel", t.panel},
            {"rising", t.colour({Ink::Rising})}};
}

}  // namespace

bool systemIsDark() {
    const QPalette worn = QApplication::palette();
    QApplication::setPalette(QPalette());   // back to the desktop's
    const QPalette desktop = QApplication::palette();
    QApplication::setPalette(worn);
    return desktop.color(QPalette::Window).lightness() < desktop.color(QPalette::WindowText).lightness();
}

QPalette qtPalette(const Theme& t) {
    QPalette p;
    p.setColor(QPalette::Window, qtColour(t.window));
    p.setColor(QPalette::WindowText, qtColour(t.textPrimary));
    p.setColor(QPalette::Base, qtColour(t.panel));
    p.setColor(QPalette::AlternateBase, qtColour(t.raised));
    p.setColor(QPalette::Text, qtColour(t.textPrimary));
    p.setColor(QPalette::PlaceholderText, qtColour(t.textTertiary));
    p.setColor(QPalette::Button, qtColour(t.control));
    p.setColor(QPalette::ButtonText, qtColour(t.textPrimary));
    p.setColor(QPalette::Highlight, qtColour(t.accent));
    p.setColor(QPalette::HighlightedText, qtColour(t.textOnAccent));
    p.setColor(QPalette::ToolTipBase, qtColour(t.raised));
    p.setColor(QPalette::ToolTipText, qtColour(t.textPrimary));
    p.setColor(QPalette::Link, qtColour(t.accent));
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, qtColour(t.textDisabled));
    return p;
}

QString styleSheet(const Theme& theme, double scale) {
    const auto colours = namedColours(theme);
    const QString sheet = QString::fromLatin1(kSheet);
    static const QRegularExpression placeholder(R"(\{(\w+)\})");
    QString result;
    qsizetype done = 0;
    for (auto it = placeholder.globalMatch(sheet); it.hasNext();) {
        const auto match = it.next();
        const QString name = match.captured(1);
        const auto colour = colours.find(name);
        result += sheet.mid(done, match.capturedStart() - done);
        result += colour != colours.end() ? qtColour(colour->second).name() : QString::number(qRound(name.toDouble() * scale)) + "px";
        done = match.capturedEnd();
    }
    return result + sheet.mid(done);
}

void applyImguiStyle(const Theme& t, double scale) {
    ImGuiStyle s;
    s.WindowPadding = {16, 12};
    s.FramePadding = {8, 5};
    s.ItemSpacing = {8, 8};
    s.FrameRounding = 4;
    s.WindowRounding = 0;
    s.PopupRounding = 4;
    s.ScrollbarSize = 8;
    s.ScrollbarRounding = 4;
    s.GrabMinSize = 14;
    s.WindowBorderSize = s.ChildBorderSize = s.FrameBorderSize = 0;
    s.PopupBorderSize = 1;
    s.AntiAliasedLinesUseTex = false;
    s.CircleTessellationMaxError = 0.1f;
    s.DisabledAlpha = 1;
    s.ScaleAllSizes(float(scale));
    s.WindowMinSize = {1, 1};
    s.Colors[ImGuiCol_Text] = vec(t.textPrimary);
    s.Colors[ImGuiCol_TextDisabled] = vec(t.textDisabled);
    s.Colors[ImGuiCol_WindowBg] = vec(t.panel);
    s.Colors[ImGuiCol_ChildBg] = vec(t.panel, 0);
    s.Colors[ImGuiCol_PopupBg] = vec(t.raised);
    s.Colors[ImGuiCol_Border] = vec(t.border);
    s.Colors[ImGuiCol_FrameBg] = vec(t.control);
    s.Colors[ImGuiCol_FrameBgHovered] = s.Colors[ImGuiCol_FrameBgActive] = vec(t.hover);
    s.Colors[ImGuiCol_Header] = vec(t.accentQuiet);
    s.Colors[ImGuiCol_HeaderHovered] = s.Colors[ImGuiCol_HeaderActive] = vec(t.accentQuiet);
    s.Colors[ImGuiCol_ScrollbarBg] = vec(t.panel, 0);
    s.Colors[ImGuiCol_ScrollbarGrab] = vec(t.control);
    s.Colors[ImGuiCol_ScrollbarGrabHovered] = s.Colors[ImGuiCol_ScrollbarGrabActive] = vec(t.hover);
    s.Colors[ImGuiCol_TextSelectedBg] = vec(t.accentQuiet);
    ImGui::GetStyle() = s;
}

}  // namespace engram
