// The main() of a test that opens the real window.
#pragma once

#include <QApplication>
#include <QTest>

#include "app/shell/window.h"

namespace engram::test {

template <class Test>
int windowMain(int argc, char** argv, const char* name) {
    prepareWindow();
    QApplication application(argc, argv);
    QApplication::setApplicationName(name);
    QApplication::setStyle("fusion");
    Test test;
    return QTest::qExec(&test, argc, argv);
}

}  // namespace engram::test
