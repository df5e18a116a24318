#include "render/figure/plot_parts.h"

namespace engram {

Rgba PlotDrawing::ground() const { return isMap(plot) ? pen.theme().scene : pen.theme().panel; }

namespace {

// What is cut off at the frame, in the order of the marks. Bars, markers and notes stand above.
struct DrawInFrame {
    PlotDrawing& d;
    void operator()(const Heatmap& m) const { drawHeatmap(d, m); }
    void operator()(const Basins& m) const { drawBasins(d, m); }
    void operator()(const Curve& m) const { drawCurve(d, m); }
    void operator()(const Scatter& m) const { drawScatter(d, m); }
    void operator()(const Journey& m) const { drawJourney(d, m); }
    void operator()(const Cells& m) const { drawCells(d, m); }
    void operator()(const Bars&) const {}
    void operator()(const Marker&) const {}
    void operator()(const Inset&) const {}
    void operator()(const Note&) const {}
    void operator()(const Word&) const {}
};

// False where a curve has no place for its name.
bool layOut(const Plot& plot, Rect rect, const Style& style, const TextMetrics& metrics, Naming naming, LaidOut& out) {
    out = {};
    out.list.width = rect.width, out.list.height = rect.height;
    PlotDrawing d{plot, rect, Pen(out.list, style, metrics), out, Room(rect), naming};
    out.frame = frameOf(plot, rect, d.pen, naming);

    drawGrid(d);
    drawNow(d);
    d.pen.clip(inset(out.frame.area, isMap(plot) ? 0 : -style.strong));
    for (const PlotMark& mark : plot.marks) std::visit(DrawInFrame{d}, mark);
    d.pen.endClip();
    for (const PlotMark& mark : plot.marks)
        if (const Bars* bars = std::get_if<Bars>(&mark)) drawBars(d, *bars);
    drawAxes(d);
    for (const PlotMark& mark : plot.marks)
        if (const Word* word = std::get_if<Word>(&mark)) drawWord(d, *word);
    drawInsets(d);
    drawMarkers(d);
    if (naming == Naming::Direct && !labelCurves(d)) return false;
    for (const PlotMark& mark : plot.marks)
        if (const Note* note = std::get_if<Note>(&mark)) drawNote(d, *note);
    drawLegend(d);
    drawColourBar(d);
    return true;
}

}  // namespace

LaidOut layoutPlot(const Plot& plot, Rect rect, const Style& style, const TextMetrics& metrics) {
    LaidOut out;
    const bool many = curvesInLegend(plot, rect, Pen(out.list, style, metrics));
    if (many || !layOut(plot, rect, style, metrics, Naming::Direct, out)) layOut(plot, rect, style, metrics, Naming::Legend, out);
    return out;
}

void append(DrawList& to, const DrawList& more) { to.items.insert(to.items.end(), more.items.begin(), more.items.end()); }

}  // namespace engram
