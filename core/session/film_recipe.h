// The recipe inside a film: a comment in the metadata of an MP4 or WebM, a comment block of a GIF. Reading one back opens the session
// with its film, at the film's last step.
#pragma once

#include <filesystem>
#include <string>

namespace engram {

bool isFilm(const std::filesystem::path& path);                  // by its first bytes; false where it cannot be read
std::string recipeInFilm(const std::filesystem::path& path);     // throws, naming the file, where there is none
std::string filmComment(const std::string& recipe);              // the recipe between fences, as it goes into the metadata
std::string withGifRecipe(std::string gif, const std::string& recipe);

}  // namespace engram
