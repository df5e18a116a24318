// Golden cases: inputs and outputs of an independent double-precision reference, compared array by array within the tolerance that the
// case states. A test names the kinds it knows and what computes them.
#pragma once

#include <QtTest>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "core/base/scalar.h"

namespace engram::test {

using nlohmann::json;

// A row of numbers is a row; a lone number is 1 x 1; a stack of matrices is one below the other.
inline Matrix matrixOf(const json& data) {
    if (!data.is_array()) return Matrix::Constant(1, 1, data.get<Real>());
    if (data.empty() || !data[0].is_array()) {
        Matrix m(1, Eigen::Index(data.size()));
        for (std::size_t i = 0; i < data.size(); ++i) m(0, Eigen::Index(i)) = data[i].get<Real>();
        return m;
    }
    if (!data[0].empty() && data[0][0].is_array()) {
        json rows = json::array();
        for (const json& sheet : data) rows.insert(rows.end(), sheet.begin(), sheet.end());
        return matrixOf(rows);
    }
    Matrix m(Eigen::Index(data.size()), Eigen::Index(data[0].size()));
    for (std::size_t i = 0; i < data.size(); ++i) m.row(Eigen::Index(i)) = matrixOf(data[i]);
    return m;
}

class Case {
public:
    explicit Case(const json& j) : j_(j) {}
    void inFloats() { tolerance_ = "atol_float"; }

    const json& params() const { return j_.at("params"); }
    Real param(const char* name, Real fallback = 1) const { return params().value(name, fallback); }
    Matrix input(const char* name) const { return matrixOf(j_.at("inputs").at(name).at("data")); }
    Vector vector(const char* name) const { return input(name).row(0).transpose(); }
    bool expects(const std::string& name) const { return j_.at("expected").contains(name); }

    void compare(const std::string& name, const Matrix& got) {
        const json& e = j_.at("expected").at(name);
        const Matrix want = matrixOf(e.at("data"));
        compared_.insert(name);
        if (got.rows() != want.rows() || got.cols() != want.cols()) {
            miss(name, "shape " + std::to_string(got.rows()) + " x " + std::to_string(got.cols()));
            return;
        }
        const Real difference = (got - want).cwiseAbs().template maxCoeff<Eigen::PropagateNaN>();
        const Real allowed = e.at("compare") == "exact" ? 0.0 : e.at(tolerance_).get<Real>();
        if (!(difference <= allowed)) miss(name, "differs by " + std::to_string(difference / std::max(allowed, 1e-300)) + " tolerances");
    }
    void compare(const std::string& name, const Vector& got) { compare(name, Matrix(got.transpose())); }
    void compare(const std::string& name, Real got) { compare(name, Matrix(Matrix::Constant(1, 1, got))); }

    // Counts what no compare() has asked for: a case passes only as a whole.
    std::string misses() {
        for (const auto& item : j_.at("expected").items())
            if (!compared_.count(item.key())) miss(item.key(), "not computed");
        return misses_;
    }

private:
    void miss(const std::string& name, const std::string& what) { misses_ += "  " + name + ": " + what + "\n"; }

    const json& j_;
    const char* tolerance_ = "atol_double";
    std::set<std::string> compared_;
    std::string misses_;
};

using Kinds = std::map<std::string, void (*)(Case&)>;

// Every case of these kinds, in ENGRAM_GOLDEN or the project's own folder; fails where one differs or there is none.
inline void compareGolden(const Kinds& kinds) {
    const char* chosen = std::getenv("ENGRAM_GOLDEN");
    const std::filesystem::path folder = chosen ? chosen : ENGRAM_ROOT "/tests/golden";
    std::map<std::string, std::pair<int, int>> counts;  // passed, found
    std::string failures;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".json") continue;
        const json j = json::parse(std::ifstream(entry.path()), nullptr, false);
        if (j.is_discarded()) failures += entry.path().filename().string() + " cannot be read\n";
        if (!j.is_object() || !j.contains("kind") || !kinds.count(j["kind"])) continue;  // a list of cases, or another system
        Case c(j);
        kinds.at(j["kind"])(c);
        const std::string misses = c.misses();
        auto& [passed, found] = counts[j["kind"]];
        ++found, passed += misses.empty();
        if (!misses.empty()) failures += entry.path().filename().string() + "\n" + misses;
    }
    for (const auto& [kind, count] : counts) std::printf("golden %s %d of %d\n", kind.c_str(), count.first, count.second);
    std::fflush(stdout);
    QVERIFY2(counts.size() == kinds.size(), ("a kind without a golden case in " + folder.string()).c_str());
    QVERIFY2(failures.empty(), ("\n" + failures).c_str());
}

}  // namespace engram::test
