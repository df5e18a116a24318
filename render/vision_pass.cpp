#include "render/vision_pass.h"

#include "render/gl/shader_library.h"
#include "render/gl/texture.h"
#include "render/gl/vertex_array.h"

namespace engram {

struct VisionPass::Parts {
    gl::Program program = gl::ShaderLibrary().program("marks/cover", "window/vision");
    gl::VertexArray triangle;
    gl::Texture picture;
    int width = 0, height = 0;
};

VisionPass::VisionPass() : parts_(std::make_unique<Parts>()) {}
VisionPass::~VisionPass() = default;

void VisionPass::apply(Vision vision, int width, int height) {
    Parts& p = *parts_;
    if (width != p.width || height != p.height)
        p.picture.image(gl::kByte4, p.width = width, p.height = height, nullptr, gl::Filter::Nearest);
    p.picture.bind(0);
    GLint shown = 0;
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &shown);
    glBindFramebuffer(GL_READ_FRAMEBUFFER, GLuint(shown));  // scenes read from pictures of their own
    glCopyTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, 0, 0, width, height);
    glDisable(GL_BLEND);
    glDisable(GL_SCISSOR_TEST);
    glViewport(0, 0, width, height);
    p.program.use();
    p.program.set("picture", 0);
    const auto& m = visionMatrix(vision);
    p.program.set("toRed", glm::vec3(m[0], m[1], m[2]));
    p.program.set("toGreen", glm::vec3(m[3], m[4], m[5]));
    p.program.set("toBlue", glm::vec3(m[6], m[7], m[8]));
    p.triangle.bind();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    glEnable(GL_BLEND);
}

}  // namespace engram
