#include "app/language/phrases.h"

#include <QCoreApplication>

namespace engram {

std::vector<Phrase> boardPhrases() {
    return {
        // names in them
        {QT_TRANSLATE_NOOP("Core", "nearest memory %1 with overlap %2")},
        {QT_TRANSLATE_NOOP("Core", "Plane through memories %1, %2 and %3")},
        {QT_TRANSLATE_NOOP("Core", "Plane through memories %1 and %2")},
        {QT_TRANSLATE_NOOP("Core", "Plane through memory %1")},
        {QT_TRANSLATE_NOOP("Core", "place on the axis through memory %1")},
        {QT_TRANSLATE_NOOP("Core", "Memory %1")},
        {QT_TRANSLATE_NOOP("Core", "goes to memory %1 in %2 steps")},
        {QT_TRANSLATE_NOOP("Core", "goes to memory %1 in %2 step")},
        {QT_TRANSLATE_NOOP("Core", "goes to memory %1 in %2 τ")},
        {QT_TRANSLATE_NOOP("Core", "goes to memory %1")},
        {QT_TRANSLATE_NOOP("Core", "switches to %1 at %2 % noise")},
        {QT_TRANSLATE_NOOP("Core", "Reading %1")},
        {QT_TRANSLATE_NOOP("Core", "%1 is the same in all rows and tells points apart by nothing")},
        {QT_TRANSLATE_NOOP("Core", "%1 holds %2 points: clusters are lowered from %3 to %4")},
        // how a branch departs
        {QT_TRANSLATE_NOOP("Core", "without %1/count")},  // of a switch: no name
        {QT_TRANSLATE_NOOP("Core", "without %1")},
        {QT_TRANSLATE_NOOP("Core", "%1 and %2 more from step %3"), "1"},
        {QT_TRANSLATE_NOOP("Core", "%1 and %2 more"), "1"},
        {QT_TRANSLATE_NOOP("Core", "%1 from step %2"), "1"},
        {QT_TRANSLATE_NOOP("Core", "by hand from step %1")},
        {QT_TRANSLATE_NOOP("Core", "by hand")},
        {QT_TRANSLATE_NOOP("Core", "seed %1")},
        {QT_TRANSLATE_NOOP("Core", "the same")},
        // of the pointer, of progress, of runs beside each other
        {QT_TRANSLATE_NOOP("Core", "to no memory at %1 % noise")},
        {QT_TRANSLATE_NOOP("Core", "reaches no memory in %1 steps")},
        {QT_TRANSLATE_NOOP("Core", "reaches no memory in %1 step")},
        {QT_TRANSLATE_NOOP("Core", "reaches no memory in %1 τ")},
        {QT_TRANSLATE_NOOP("Core", "reaches no memory")},
        {QT_TRANSLATE_NOOP("Core", "no basin")},
        {QT_TRANSLATE_NOOP("Core", "Comparing with PPMI-SVD")},
        {QT_TRANSLATE_NOOP("Core", "the same so far")},
        {QT_TRANSLATE_NOOP("Core", "they part at step %1")},
        {QT_TRANSLATE_NOOP("Core", "difference of energy")},
        {QT_TRANSLATE_NOOP("Core", "difference")},
        {QT_TRANSLATE_NOOP("Core", "The two runs show nothing here that could be subtracted")},
        {QT_TRANSLATE_NOOP("Core", "%1 of %2 runs")},
        {QT_TRANSLATE_NOOP("Core", "%1 failed")},
        {QT_TRANSLATE_NOOP("Core", "A plot needs one or two swept parameters")},
        // MORE
    };
}

// A name alone is none of these, whatever it is.
std::vector<Phrase> markPhrases() {
    return {
        {QT_TRANSLATE_NOOP("Marks", "memory %1")}, {QT_TRANSLATE_NOOP("Marks", "nearest %1")},
        // MARKS
    };
}

std::vector<Phrase> wordPhrases() {
    return {
        {QT_TRANSLATE_NOOP("Words", "memory %1")},         {QT_TRANSLATE_NOOP("Words", "cluster %1")},
        {QT_TRANSLATE_NOOP("Words", "component %1")},      {QT_TRANSLATE_NOOP("Words", "pixel %1")},
        {QT_TRANSLATE_NOOP("Words", "cell %1, drive %2")}, {QT_TRANSLATE_NOOP("Words", "the word alone")},
        {QT_TRANSLATE_NOOP("Words", "your context")},      {QT_TRANSLATE_NOOP("Words", "in your context")},
        {QT_TRANSLATE_NOOP("Words", "to %1 %2")},          {QT_TRANSLATE_NOOP("Words", "mean similarity")},
        {QT_TRANSLATE_NOOP("Words", "%1 bits flip")},
    };
}

}  // namespace engram
