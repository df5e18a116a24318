// The recipe: a session as TOML inside an exported PNG, SVG or PDF, without date, path or origin of the export. Reading one back
// opens the exact moment.
#pragma once

#include <filesystem>
#include <string>

#include "core/session/stamp.h"

namespace engram {

// The TOML, with what the run had come to where that is known, and the version of the program as a comment.
std::string recipeOf(const Session& session, const std::optional<Stamp>& stamp = {});
// The recipe found in the bytes of a PNG (iTXt chunk "engram"), SVG (<metadata> element engram:recipe) or PDF (a block between
// "%engram-recipe" lines, one "%" comment a line, after the last object). Throws, naming the file, when there is none.
std::string recipeIn(std::string_view bytes, const std::string& origin);
std::string withPdfRecipe(std::string pdf, const std::string& recipe);
std::string withoutPdfDate(std::string pdf);                        // overwrites Qt's creation date in place, same length

}  // namespace engram
