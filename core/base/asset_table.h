// The table that embed.cmake writes; read through asset().
#pragma once

namespace engram {

struct EmbeddedAsset {
    const char* path;
    const char* begin;
    const char* end;
};
extern const EmbeddedAsset kAssets[];
extern const int kAssetCount;

}  // namespace engram
