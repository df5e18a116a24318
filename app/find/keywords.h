// Further words by which the palette finds a command: what a person calls the thing who does not know its name here.
#pragma once

#include <QString>
#include <string_view>

namespace engram {

QString keywordsOf(std::string_view command);  // by its id; in English and in the language of the window; may be empty

}  // namespace engram
