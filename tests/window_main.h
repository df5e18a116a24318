// The main() of a test that opens the real window.
#pragma once

#include <QApplication>
#include <QTest>

#include "app/shell/window.h"

namespace engram::test {

template <class Test>
[[noreturn]] int windowMain(int argc, char** argv, const char* name) {
    qputenv("LANGUAGE", "en"), qputenv("LC_ALL", "C.UTF-8");  // its words are compared
    prepareWindow();
    QApplication application(argc, argv);
    QApplication::setApplicationName(name);
    QApplication::setStyle("fusion");
    int failures = 0;
    {
        Test test;
        failures = QTest::qExec(&test, argc, argv);
    }
    leave(failures);
}

}  // namespace engram::test
