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

SurfacePainter::SurfacePainter(const gl::ShaderLibrary& shaders) : program_(shaders.program("marks/surface")) {
    mesh_.attribute(vertices_, {.location = 0, .components = 3});
    mesh_.indices(indices_);
}

void SurfacePainter::upload(const Surface& surface) {
    const ReliefData data = reliefData(surface);
    vertices_.set(data.mesh.vertices);
    energies_.image(gl::kFloat1, data.columns, data.rows, data.energies.data(), gl::Filter::Linear);
    shades_.image(gl::kByte4, data.columns, data.rows, data.shades.data(), gl::Filter::Linear);
    samples_ = {data.columns, data.rows};
    indices_.set(data.mesh.indices);
    indexCount_ = int(data.mesh.indices.size());
    uploaded_ = surface;
}

void SurfacePainter::draw(const Surface& surface) {
    if (!uploaded_ || !sameGround(*uploaded_, surface)) upload(surface);
    const Field& field = surface.energy;
    const double lowest = surface.zScale * surfaceHeight(surface, surface.low);
    const double highest = surface.zScale * surfaceHeight(surface, surface.high);
    program_.use();
    program_.set("ramp", kRampUnit);
    program_.set("energies", kValuesUnit);
    program_.set("shades", kShadesUnit);
    program_.set("extent", glm::vec4(field.x0, field.y0, field.x1 - field.x0, field.y1 - field.y0));
    program_.set("samples", samples_);
    program_.set("heightMap", glm::vec2(lowest, inverse(highest - lowest)));
    program_.set("contourSteps", glm::vec2(surface.contourStep, 4 * surface.contourStep));
    program_.set("fog", glm::vec4(surface.fogX, surface.fogY, surface.fogStart, inverse(surface.fogEnd - surface.fogStart)));
    energies_.bind(kValuesUnit);
    shades_.bind(kShadesUnit);
    mesh_.bind();
    glDrawElements(GL_TRIANGLES, indexCount_, GL_UNSIGNED_INT, nullptr);
}

}  // namespace engram
