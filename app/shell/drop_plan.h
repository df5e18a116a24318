// What letting files go over the window will do, said before it is done. Cheap: folders, names and first bytes are looked at, no more.
#pragma once

#include <QString>
#include <vector>

#include "app/shell/open_data.h"

namespace engram {

struct DropPlan {
    QString sentence;
    std::filesystem::path main;  // a session, a lecture, or data; empty where nothing is opened, or only what lies beside
    std::string experiment;      // that opens data
    bool isLecture = false;      // `main` is one: it is given, and what is open stays as it is
    struct Beside {
        InputFile as;
        std::filesystem::path path;
    };
    std::vector<Beside> beside;

    bool isPossible() const { return !main.empty() || !beside.empty(); }
    bool endsRun() const { return !main.empty() && !isLecture; }  // of what is open
};

// `over`: the experiment whose entry in the gallery the files hang over, or empty. Nothing is thrown: what cannot be is the sentence.
DropPlan planDrop(const std::vector<std::filesystem::path>& files, const Session& now, const std::string& over = {});

}  // namespace engram
