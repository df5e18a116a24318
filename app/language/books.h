// Where the words of a board are looked up. Names stay as they are whatever words they are: so words that stand where something is named
// have books of their own, in which there is nothing but what the program itself says there.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>

#include "app/language/phrasebook.h"

namespace engram {

struct Panel;

enum class Book {
    Core,   // what is composed is taken apart
    Whole,  // of the same words, but one text
    Marks,  // where memories and clusters are named
    Words,  // where words of a text or columns of a table are
};
const char* contextOf(Book book);  // of translations
const std::vector<Phrase>& phrasesOf(Book book);
std::string spoken(const std::string& text, Book book);

using SayText = std::function<void(std::string& text, Book book)>;
void eachText(Panel& panel, const SayText& say);
void eachTip(Panel& panel, const SayText& say);  // what only the pointer reads out

// All that panels and summaries say while every experiment and example plays for some steps, as phrases to be known, by context.
std::map<std::string, std::set<std::string>> playedPhrases();

}  // namespace engram
