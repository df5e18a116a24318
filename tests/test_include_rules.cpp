// Reads the source tree and holds it to the house rules: who may include whom, file length, opening comments, nothing left open.
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/text.h"

using namespace engram;
namespace fs = std::filesystem;

namespace {

struct Source {
    std::string path, text;  // path from the root
};

// What a folder of core may include beside itself.
const std::map<std::string, std::set<std::string>>& allowed() {
    static const std::map<std::string, std::set<std::string>> table{
        {"base", {}},
        {"param", {"base"}},
        {"view", {"base", "param"}},
        {"model", {"base"}},
        {"learn", {"base", "model", "compute"}},
        {"compute", {"base", "model"}},
        {"bench", {"base", "model", "compute", "learn"}},
        {"data", {"base"}},
        {"experiment", {"base", "param", "view"}},
        {"experiments", {"base", "param", "view", "model", "learn", "compute", "data", "experiment"}},
        {"session", {"base", "param", "view", "experiment"}},
        {"sim", {"base", "param", "view", "experiment", "session"}},
        {"render", {"base", "view", "model", "compute"}},
    };
    return table;
}

bool isSource(const std::string& path) {
    static const std::set<std::string> endings{".h", ".cpp", ".glsl", ".vert", ".frag", ".comp", ".geom"};
    return endings.contains(fs::path(path).extension().string());
}

// core/experiments/dense_memory/x.cpp: part 0 is core, part 1 experiments, part 2 dense_memory.
std::string part(const std::string& path, std::size_t index) {
    const auto parts = split(path, '/');
    return index < parts.size() ? parts[index] : std::string();
}

struct Include {
    std::string target;
    bool system = false;
};
std::vector<Include> includes(const std::string& text) {
    static const std::regex pattern(R"re(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"])re", std::regex::multiline);
    std::vector<Include> found;
    for (std::sregex_iterator at(text.begin(), text.end(), pattern), end; at != end; ++at) found.push_back({(*at)[2], (*at)[1] == "<"});
    return found;
}

bool isQt(const std::string& target) {
    return target.starts_with("Qt") || (target.size() > 1 && target[0] == 'Q' && target[1] >= 'A' && target[1] <= 'Z');
}
bool isImGui(const std::string& target) { return target.find("imgui") != std::string::npos && !target.starts_with("app/"); }
bool isEpoxy(const std::string& target) { return target.starts_with("epoxy/"); }
bool isGl(const std::string& target) {
    return isEpoxy(target) || target.starts_with("GL/") || target.starts_with("GLES") || target.starts_with("EGL/") ||
           target.starts_with("KHR/");
}

std::string librariesFault(const Source& file, const std::string& target) {
    const std::string layer = part(file.path, 0);
    if (layer == "tests") return {};
    if (layer != "app" && (isQt(target) || isImGui(target))) return "Qt and ImGui belong to app";
    if (layer != "render" && isEpoxy(target)) return "libepoxy belongs to render";
    if (layer == "core" && (isGl(target) || target.starts_with("glm/"))) return "core knows no GL and no GLM";
    return {};
}

std::string layersFault(const Source& file, const std::string& target) {
    const std::string layer = part(file.path, 0), to = part(target, 0);
    if (layer == "shaders" || target.ends_with(".moc")) return {};  // shaders are joined by the shader library
    if (layer == "tests" && to == "tests") return {};
    if (to != "core" && to != "render" && to != "app") return "includes are written from the root";
    if (layer == "tests" || layer == "app") return {};
    if (to == "app") return "nothing but tests includes app";
    if (to == "render") return layer == "render" ? "" : "core does not include render";

    const std::string own = layer == "core" ? part(file.path, 1) : layer, other = part(target, 1);
    const auto rule = allowed().find(own);
    if (rule == allowed().end()) return "core has no layer named " + own;
    if (own != other) return rule->second.contains(other) ? "" : own + " may not include " + other;
    const bool list = own == "experiments" && split(file.path, '/').size() == 3;  // core/experiments/all.cpp names them all
    if (own == "experiments" && !list && part(file.path, 2) != part(target, 2)) return "an experiment includes no other experiment";
    return {};
}

long lineCount(const std::string& text) { return std::ranges::count(text, '\n'); }

std::vector<std::string> includeFaults(const Source& file) {
    std::vector<std::string> faults;
    for (const Include& include : includes(file.text)) {
        std::string fault = librariesFault(file, include.target);
        if (fault.empty() && !include.system) fault = layersFault(file, include.target);
        if (!fault.empty()) faults.push_back(file.path + " includes " + include.target + ": " + fault);
    }
    return faults;
}

std::vector<std::string> formFaults(const Source& file) {
    std::vector<std::string> faults;
    const long lines = lineCount(file.text);
    static const std::regex reason("//.*long because");
    if (lines > 600)
        faults.push_back(file.path + " has " + std::to_string(lines) + " lines, at most 600");
    else if (lines > 400 && !std::regex_search(file.text, reason))
        faults.push_back(file.path + " has " + std::to_string(lines) + " lines and no comment why");
    if (file.path.ends_with(".h") && !file.text.starts_with("//")) faults.push_back(file.path + " does not open with a comment");
    return faults;
}

std::vector<std::string> openEnds(const Source& file) {
    std::vector<std::string> faults;
    for (const std::string& word : {std::string("TO") + "DO", std::string("FIX") + "ME"})  // in two parts: this file is read as well
        if (file.text.find(word) != std::string::npos) faults.push_back(file.path + " contains " + word);
    return faults;
}

// All files of the project: its folders, and what lies at the top.
std::vector<Source> tree() {
    std::vector<Source> files;
    const fs::path root = ENGRAM_ROOT;
    const auto add = [&](const fs::path& path) {
        files.push_back({path.lexically_relative(root).generic_string(), readFile(path, 1u << 26)});
    };
    for (const auto& entry : fs::directory_iterator(root))
        if (entry.is_regular_file()) add(entry.path());
    for (const char* folder : {"app", "core", "render", "shaders", "assets", "tests"})
        if (fs::exists(root / folder))
            for (const auto& entry : fs::recursive_directory_iterator(root / folder))
                if (entry.is_regular_file()) add(entry.path());
    std::ranges::sort(files, {}, &Source::path);
    return files;
}

bool everything(const std::string&) { return true; }

// Prints every fault in the files that `concerned` picks.
template <class Check>
bool treeIsClean(Check check, bool (*concerned)(const std::string&)) {
    bool clean = true;
    for (const Source& file : tree()) {
        if (!concerned(file.path)) continue;
        for (const std::string& fault : check(file)) {
            qWarning("%s", fault.c_str());
            clean = false;
        }
    }
    return clean;
}

}  // namespace

class TestIncludeRules : public QObject {
    Q_OBJECT

private slots:
    void theTreeIsThere() {
        const auto files = tree();
        QVERIFY(std::ranges::count_if(files, [](const Source& file) { return isSource(file.path); }) > 20);
        QVERIFY(std::ranges::find(files, std::string("core/base/file.h"), &Source::path) != files.end());
    }

    void includesFollowTheLayers() { QVERIFY(treeIsClean(includeFaults, isSource)); }

    void filesAreShortAndHeadersExplainThemselves() { QVERIFY(treeIsClean(formFaults, isSource)); }

    void nothingIsLeftOpen() { QVERIFY(treeIsClean(openEnds, everything)); }

    // The checks above would also pass if they saw nothing: each must object to its example.
    void badIncludesAreSeen_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::newRow("Qt in core") << "core/view/a.cpp"
                                    << "#include <QString>";
        QTest::newRow("Qt module in render") << "render/a.cpp"
                                             << "#include <QtGui/QImage>";
        QTest::newRow("ImGui in render") << "render/a.cpp"
                                         << "#include <imgui.h>";
        QTest::newRow("packaged ImGui in core") << "core/sim/a.h"
                                                << "#include <imgui/imgui.h>";
        QTest::newRow("epoxy in app") << "app/shell/a.cpp"
                                      << "#include <epoxy/gl.h>";
        QTest::newRow("GL in core") << "core/compute/a.cpp"
                                    << "#include <GL/gl.h>";
        QTest::newRow("GLM in core") << "core/view/a.h"
                                     << "  #  include <glm/glm.hpp>";
        QTest::newRow("not from the root") << "core/view/a.cpp"
                                           << "#include \"theme.h\"";
        QTest::newRow("relative") << "app/panels/a.cpp"
                                  << "#include \"../shell/theme.h\"";
        QTest::newRow("base includes param") << "core/base/a.h"
                                             << "#include \"core/param/table.h\"";
        QTest::newRow("view includes experiment") << "core/view/a.h"
                                                  << "#include \"core/experiment/trace.h\"";
        QTest::newRow("session includes sim") << "core/session/a.cpp"
                                              << "#include \"core/sim/worker.h\"";
        QTest::newRow("data includes view") << "core/data/a.cpp"
                                            << "#include \"core/view/theme.h\"";
        QTest::newRow("core includes render") << "core/sim/a.cpp"
                                              << "#include \"render/renderer.h\"";
        QTest::newRow("render includes app") << "render/a.cpp"
                                             << "#include \"app/shell/theme.h\"";
        QTest::newRow("render includes experiment") << "render/a.cpp"
                                                    << "#include \"core/experiment/trace.h\"";
        QTest::newRow("render includes param") << "render/a.cpp"
                                               << "#include \"core/param/table.h\"";
        QTest::newRow("another experiment") << "core/experiments/clam/a.cpp"
                                            << "#include \"core/experiments/dense_memory/state.h\"";
        QTest::newRow("unknown layer") << "core/util/a.cpp"
                                       << "#include \"core/base/file.h\"";
    }
    void badIncludesAreSeen() {
        QFETCH(QString, path);
        QFETCH(QString, line);
        const Source file{path.toStdString(), "// why\n#pragma once\n" + line.toStdString() + "\n"};
        QCOMPARE(includeFaults(file).size(), std::size_t(1));
    }

    void goodIncludesPass() {
        const Source experiment{"core/experiments/clam/a.cpp",
                                "#include \"core/experiments/clam/state.h\"\n#include \"core/model/plane.h\"\n#include <vector>\n"};
        const Source list{"core/experiments/all.cpp", "#include \"core/experiments/clam/clam.h\"\n"};
        const Source render{"render/gl/a.cpp",
                            "#include <epoxy/gl.h>\n#include <EGL/egl.h>\n#include <glm/glm.hpp>\n#include \"core/view/board.h\"\n"};
        const Source window{"app/shell/a.cpp", "#include <QWidget>\n#include <imgui.h>\n#include \"core/sim/worker.h\"\n"};
        const Source test{"tests/a.cpp", "#include <QtTest>\n#include \"app/shell/theme.h\"\n#include \"test_a.moc\"\n"};
        for (const Source& file : {experiment, list, render, window, test}) QCOMPARE(join(includeFaults(file), "\n"), std::string());
    }

    void badFormIsSeen() {
        const auto lines = [](int count) {
            std::string text = "// why\n";
            for (int i = 1; i < count; ++i) text += "int x;\n";
            return text;
        };
        QCOMPARE(formFaults({"core/base/a.cpp", lines(400)}).size(), std::size_t(0));
        QCOMPARE(formFaults({"core/base/a.cpp", lines(401)}).size(), std::size_t(1));
        QCOMPARE(formFaults({"core/base/a.cpp", "// long because it is a table\n" + lines(450)}).size(), std::size_t(0));
        QCOMPARE(formFaults({"core/base/a.cpp", "// long because it is a table\n" + lines(601)}).size(), std::size_t(1));
        QCOMPARE(formFaults({"core/base/a.h", "#pragma once\n"}).size(), std::size_t(1));
        QCOMPARE(openEnds({"README.md", std::string("// TO") + "DO later"}).size(), std::size_t(1));
    }
};

QTEST_GUILESS_MAIN(TestIncludeRules)
#include "test_include_rules.moc"
