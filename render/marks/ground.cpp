#include "render/marks/ground.h"

#include <algorithm>

#include "render/marks/ramp.h"

namespace engram {
namespace {

constexpr double kMovingShare = 0.45;  // of the pixels along a side that a relief on the move has

template <class Mark>
bool allSame(const std::vector<Mark>& a, const std::vector<Mark>& b) {
    return std::ranges::equal(a, b, [](const Mark& x, const Mark& y) { return sameGround(x, y); });
}

template <class Mark>
std::vector<Mark> marksOf(const Scene& scene) {
    std::vector<Mark> found;
    for (const SceneMark& mark : scene.marks)
        if (const auto* one = std::get_if<Mark>(&mark)) found.push_back(*one);
    return found;
}

}  // namespace

bool Ground::Made::shows(const Made& other) const {
    return camera == other.camera && theme == other.theme && width == other.width && height == other.height && smooth == other.smooth &&
           moving == other.moving && scale == other.scale && allSame(surfaces, other.surfaces) && allSame(globes, other.globes);
}

Ground::Ground(const gl::ShaderLibrary& shaders) : shaders_(shaders) {}

void Ground::refresh(const Scene& scene, const Frame& frame) {
    const Viewport& view = frame.viewport;
    Made wanted{frame.camera,
                frame.theme.name,
                view.width,
                view.height,
                view.smooth,
                view.scale,
                view.moving,
                marksOf<Surface>(scene),
                marksOf<Globe>(scene)};
    if (made_ && made_->shows(wanted)) return;
    made_.reset();  // an error on the way leaves nothing half drawn behind
    const double share = wanted.moving ? kMovingShare : 1;
    block_.set(frame, share * wanted.scale);
    picture_.resize(std::max(1, int(share * wanted.width)), std::max(1, int(share * wanted.height)));
    if (wanted.smooth) samples_.resize(wanted.width, wanted.height);
    if (rampTheme_ != frame.theme.name) {
        ramp_.image(gl::kByte4, kRampColumns, kRampRows, shadedRamp(frame.theme).data(), gl::Filter::Linear);
        rampTheme_ = frame.theme.name;
    }
    draw(wanted, frame);
    if (wanted.smooth) samples_.resolve(picture_);
    made_ = std::move(wanted);
}

void Ground::draw(const Made& wanted, const Frame& frame) {
    const Rgba scene = frame.theme.scene;
    block_.bind();
    ramp_.bind(kRampUnit);
    while (surfaces_.size() < wanted.surfaces.size()) surfaces_.emplace_back(shaders_);
    while (globes_.size() < wanted.globes.size()) globes_.emplace_back(shaders_);
    for (std::size_t i = 0; i < wanted.surfaces.size(); ++i) surfaces_[i].light(wanted.surfaces[i], frame);
    wanted.smooth ? samples_.bind() : picture_.bind();
    glClearColor(scene.r, scene.g, scene.b, 1);
    glClearDepth(1);
    glDepthMask(GL_TRUE);
    glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LESS);
    for (std::size_t i = 0; i < wanted.surfaces.size(); ++i) surfaces_[i].draw(wanted.surfaces[i]);
    for (std::size_t i = 0; i < wanted.globes.size(); ++i) globes_[i].draw(wanted.globes[i]);
    glDisable(GL_DEPTH_TEST);
}

void Ground::cover(const Viewport& view) const {
    picture_.bindForReading();
    glBlitFramebuffer(0, 0, picture_.width(), picture_.height(), view.x, view.y, view.x + view.width, view.y + view.height,
                      GL_COLOR_BUFFER_BIT, picture_.width() == view.width ? GL_NEAREST : GL_LINEAR);
}

}  // namespace engram
