// The renderer as a guest of somebody else's OpenGL: where it draws, what it leaves behind, how shaders fail.
#include <QTest>

#include "render/gl/shader_library.h"
#include "tests/render_scenes.h"

using namespace engram;
using namespace engram::testing;

class TestGl : public QObject {
    Q_OBJECT
private slots:
    void aViewportIsDrawnInPlace();
    void stateIsLeftClean();
    void theContextBeforeComesBack();
    void shaderErrorsNameFileAndLine();
};

void TestGl::aViewportIsDrawnInPlace() {
    Bench bench;
    const Scene scene = fullScene();
    const int half = kWidth / 2;
    bench.renderer.draw(scene, scene.camera, theme("dark"), {0, 0, half, kHeight, 1, true});
    const Pixels left = bench.read();
    bench.renderer.draw(scene, scene.camera, theme("dark"), {half, 0, half, kHeight, 1, true});
    const Pixels both = bench.read();
    for (int y = 0; y < kHeight; ++y)
        for (int x = 0; x < half; ++x) {
            QCOMPARE(brightness(both, x, y), brightness(left, x, y));
            QVERIFY(std::abs(brightness(both, x + half, y) - brightness(left, x, y)) <= 2);  // rounding differs with the place
        }
}

void TestGl::stateIsLeftClean() {
    Bench bench;
    GLint target = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
    glEnable(GL_SCISSOR_TEST);  // as another painter may leave it
    glScissor(0, 0, 1, 1);
    const Scene scene = fullScene();
    bench.renderer.draw(scene, scene.camera, theme("dark"), {0, 0, kWidth, kHeight, 1, true});
    QCOMPARE(glGetError(), GLenum(GL_NO_ERROR));
    const auto integer = [](GLenum name) {
        GLint value = -1;
        glGetIntegerv(name, &value);
        return value;
    };
    QCOMPARE(integer(GL_DRAW_FRAMEBUFFER_BINDING), target);
    QCOMPARE(integer(GL_CURRENT_PROGRAM), 0);
    QCOMPARE(integer(GL_VERTEX_ARRAY_BINDING), 0);
    QCOMPARE(integer(GL_ACTIVE_TEXTURE), GL_TEXTURE0);
    QCOMPARE(integer(GL_TEXTURE_BINDING_2D), 0);
    for (const GLenum ability : {GL_DEPTH_TEST, GL_BLEND, GL_CULL_FACE, GL_PROGRAM_POINT_SIZE}) QVERIFY(!glIsEnabled(ability));
    QVERIFY(!bench.renderer.device().empty());
}

void TestGl::theContextBeforeComesBack() {
    const Bench bench;
    shot(fullScene());  // has a context of its own
    GLint target = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &target);
    QCOMPARE(glGetError(), GLenum(GL_NO_ERROR));
    QVERIFY(target != 0);  // still the one of the bench
}

void TestGl::shaderErrorsNameFileAndLine() {
    Bench bench;
    const auto read = [](std::string_view path) -> std::string_view {
        if (path == "shaders/a.vert") return "// fine\nvoid main() { gl_Position = vec4(0); }\n";
        if (path == "shaders/broken.frag") return "#include \"part.glsl\"\nout vec4 colour;\n\nvoid main() { colour = nothing; }\n";
        if (path == "shaders/part.glsl") return "float one() { return 1.0; }\n";
        if (path == "shaders/outer.frag") return "out vec4 colour;\n#include \"worse.glsl\"\nvoid main() { colour = vec4(1); }\n";
        if (path == "shaders/worse.glsl") return "\n\nfloat two() { return missing; }\n";
        fail("no file " + std::string(path));
    };
    const gl::ShaderLibrary library(read);
    const std::string own = refusal([&] { library.program("a", "broken"); });
    QVERIFY2(own.find("shaders/broken.frag, line 4") != std::string::npos, own.c_str());
    QVERIFY2(own.find("nothing") != std::string::npos, own.c_str());
    const std::string included = refusal([&] { library.program("a", "outer"); });
    QVERIFY2(included.find("shaders/worse.glsl, line 3") != std::string::npos, included.c_str());
    QVERIFY(refusal([&] { library.program("a", "absent"); }).find("absent.frag") != std::string::npos);
}

QTEST_GUILESS_MAIN(TestGl)
#include "test_gl.moc"
