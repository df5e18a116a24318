// What is said with names in it, and phrases that playing every experiment for some steps does not come upon.
#pragma once

#include "app/language/phrasebook.h"

namespace engram {

std::vector<Phrase> namePhrases();     // of panels and of the state of the run, with the names of memories, files, parameters
std::vector<Phrase> boardPhrases();    // of panels and of the state of the run
std::vector<Phrase> refusalPhrases();  // why something is not done: the sentences of Error
std::vector<Phrase> reasonPhrases();   // of the operating system
std::vector<Phrase> markPhrases();     // where memories and clusters are named
std::vector<Phrase> wordPhrases();     // where words of a text or columns of a table are

}  // namespace engram
