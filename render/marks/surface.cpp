#include "render/marks/surface.h"

#include "render/marks/relief_data.h"
#include "render/marks/units.h"

namespace engram {
bool sameGround(const Field& a, const Field& b) {
    return a.values == b.values && a.columns == b.columns && a.rows == b.rows && a.x0 == b.x0 && a.x1 == b.x1 && a.y0 == b.y0 &&
           a.y1 == b.y1;
}

bool sameGround(const Surface& a, const Surface& b) {
    return sameGround(a.energy, b.energy) && a.floor == b.floor && a.knee == b.knee && a.zScale == b.zScale && a.low == b.low &&
           a.high == b.high && a.contourStep == b.contourStep && a.fogX == b.fogX && a.fogY == b.fogY && a.fogStart == b.fogStart &&
           a.fogEnd == b.fogEnd;
}

bool sameGround(const std::optional<Surface>& uploaded, const Surface* now) {
    return uploaded.has_value() == (now != nullptr) && (!now || sameGround(*uploaded, *now));
}

SurfacePainter::SurfacePainter(const gl::ShaderLibrary& shaders)
    : program_(shaders.program("marks/surface")), litProgram_(shaders.program("marks/cover", "marks/lit")) {
    mesh_.attribute(vertices_, {.location = 0, .components = 3});
    mesh_.indices(indices_);
}

void SurfacePainter::upload(const Surface& surface, bool fine) {
    const ReliefData data = reliefData(surface, fine);
    vertices_.set(data.mesh.vertices);
    indices_.set(data.mesh.indices);
    indexCount_ = int(data.mesh.indices.size());
    energies_.image(gl::kFloat1, data.columns, data.rows, data.energies.data(), gl::Filter::Linear);
    shades_.image(gl::kByte4, data.columns, data.rows, data.shades.data(), gl::Filter::Linear);
    samples_ = {data.columns, data.rows};
    litTheme_.clear();
    uploaded_ = surface;
    fine_ = fine;
}

void SurfacePainter::light(const Surface& surface, const Frame& frame) {
    const bool moving = frame.viewport.moving;
    if (!uploaded_)
        upload(surface, true);
    else if (!sameGround(*uploaded_, surface))
        upload(surface, !moving);  // the next frame will have another ground
    else if (!fine_ && !moving)
        upload(surface, true);
    const glm::vec3 from = keyLight(frame.camera, frame.round);
    const int stride = moving && fine_ ? 2 : 1;
    if (litTheme_ == frame.theme.name && litFrom_ == from && litStride_ == stride) return;
    const Field& field = surface.energy;
    lit_.resize((samples_.x - 2) / stride + 2, (samples_.y - 2) / stride + 2);
    lit_.bind();
    litProgram_.use();
    litProgram_.set("ramp", kRampUnit);
    litProgram_.set("shades", kShadesUnit);
    litProgram_.set("stride", stride);
    litProgram_.set("extent", glm::vec4(field.x0, field.y0, field.x1 - field.x0, field.y1 - field.y0));
    litProgram_.set("fog", glm::vec4(surface.fogX, surface.fogY, surface.fogStart, inverse(surface.fogEnd - surface.fogStart)));
    shades_.bind(kShadesUnit);
    corners_.bind();
    glDrawArrays(GL_TRIANGLES, 0, 3);
    litTheme_ = frame.theme.name;
    litFrom_ = from;
    litStride_ = stride;
}

void SurfacePainter::draw(const Surface& surface) const {
    const Field& field = surface.energy;
    program_.use();
    program_.set("energies", kValuesUnit);
    program_.set("colours", kShadesUnit);
    program_.set("extent", glm::vec4(field.x0, field.y0, field.x1 - field.x0, field.y1 - field.y0));
    program_.set("samples", glm::vec2(samples_));
    program_.set("lit", glm::vec3(lit_.width(), lit_.height(), litStride_));
    program_.set("contourStep", float(surface.contourStep));
    energies_.bind(kValuesUnit);
    lit_.colour().bind(kShadesUnit);
    mesh_.bind();
    glDrawElements(GL_TRIANGLES, indexCount_, GL_UNSIGNED_INT, nullptr);
}

}  // namespace engram
