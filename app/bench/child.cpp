#include "app/bench/child.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <chrono>
#include <cstdio>
#include <functional>
#include <map>

#include "app/bench/workloads.h"
#include "app/shell/gallery.h"
#include "app/shell/main_window.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/view/framing.h"

namespace engram::bench {

namespace {

using Json = nlohmann::json;
using Clock = std::chrono::steady_clock;

constexpr const char *kTask = "ENGRAM_MEASURE", *kBegan = "ENGRAM_MEASURE_BEGAN";
constexpr int kFrames = 60, kFramesToWarmUp = 10, kMostMs = 60'000, kSettledMs = 500;
constexpr std::int64_t kScrubbedSteps = 200;

std::int64_t nanoseconds() { return std::chrono::nanoseconds(Clock::now().time_since_epoch()).count(); }  // since the machine's start

double residentMb() {
    const std::string status = readFile("/proc/self/status", 1 << 16);
    const std::size_t at = status.find("VmRSS:");
    return at == std::string::npos ? 0 : std::strtod(status.c_str() + at + 6, nullptr) / 1024;
}

void tell(const Json& figures) {
    std::printf("%s\n", figures.dump().c_str());
    std::fflush(stdout);
    QCoreApplication::quit();
}

// Calls `then` when the pictures of the gallery are made, or after a while: on a busy machine they get no time.
void whenAtRest(MainWindow& window, std::function<void()> then, int restsSeen = 0, int looks = 0) {
    constexpr int kRests = 3, kMostLooks = 16;  // one picture may ask for the next
    QTimer::singleShot(kSettledMs, &window, [&window, then = std::move(then), restsSeen, looks] {
        const int seen = window.gallery().thumbnails().resting() ? restsSeen + 1 : 0;
        seen < kRests && looks < kMostLooks ? whenAtRest(window, then, seen, looks + 1) : then();
    });
}

void measureStart(MainWindow& window) {
    QObject::connect(&window.canvas(), &QOpenGLWidget::frameSwapped, &window, [&window, told = false]() mutable {
        if (std::exchange(told, true)) return;
        const double seconds = double(nanoseconds() - qEnvironmentVariable(kBegan).toLongLong()) * 1e-9, resident = residentMb();
        whenAtRest(window, [&window, seconds, resident] {
            tell({{"seconds", seconds}, {"resident_mb", resident}, {"settled_mb", residentMb()}, {"device", window.canvas().device()}});
        });
    });
}

enum class Film { Fixed, Orbit, Scrub };

// Paints frame after frame: the scene of the bench in the place of the experiment's own, or a recorded run at one step after another.
class Frames : public QObject {
public:
    Frames(MainWindow& window, Film film) : QObject(&window), canvas_(window.canvas()), film_(film) {
        connect(&canvas_, &QOpenGLWidget::frameSwapped, this, &Frames::swapped);
        whenAtRest(window, [this] {
            begin();
            canvas_.wake();
        });
    }

private:
    void begin() {
        begun_ = true;
        if (film_ == Film::Scrub) return canvas_.ui().document.seek(asked_ = kScrubbedSteps);
        Ui& ui = canvas_.ui();
        board_ = *ui.board;
        panel_ = heroPanel(ui.document.session(), ui.document.experiment());
        for (Panel& panel : board_.panels)
            if (panel.id == panel_) panel.content = scene_ = frameScene();
        ui.board = &board_;
        ++ui.boardNumber;
        camera_ = openingCamera(scene_, ui.layout.scene.width, ui.layout.scene.height, ui.layout.scale);
    }
    void swapped() {
        if (!begun_ || !isThere()) return;
        const auto now = Clock::now();
        if (++count_ > kFramesToWarmUp) seconds_.push_back(std::chrono::duration<double>(now - before_).count());
        before_ = now;
        if (int(seconds_.size()) == kFrames) return finish();
        Ui& ui = canvas_.ui();
        if (film_ == Film::Scrub) ui.document.seek(asked_ = std::int64_t(count_) * 7 % kScrubbedSteps);
        if (film_ == Film::Orbit) {
            Blueprint view = ui.document.session().view;
            camera_.azimuthDeg += 1;
            view.cameras[panel_] = camera_;
            ui.document.look(view);
        }
        canvas_.wake();
    }
    // Whether the step asked for is what the frame shows; else the next frame will.
    bool isThere() const {
        const auto frame = canvas_.ui().document.frame();
        return film_ != Film::Scrub || (frame && frame->moment.step == asked_);
    }
    void finish() {
        begun_ = false;
        std::ranges::sort(seconds_);
        tell({{"seconds", seconds_[kFrames / 2]}, {"min", seconds_.front()}, {"frames", kFrames}, {"device", canvas_.device()}});
    }

    GlWidget& canvas_;
    Film film_;
    bool begun_ = false;
    std::int64_t asked_ = 0;
    Board board_;
    Scene scene_;
    std::string panel_;
    Camera camera_;
    int count_ = 0;
    Clock::time_point before_;
    std::vector<double> seconds_;
};

}  // namespace

bool hasDisplay() { return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY"); }

Json measuredByChild(const std::string& task) {
    const QTemporaryDir home;  // neither preferences nor what a crash left
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));  // a verb's own
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.path());
    environment.insert(QStringLiteral("XDG_DATA_HOME"), home.path());
    environment.insert(QString::fromLatin1(kTask), QString::fromStdString(task));
    environment.insert(QString::fromLatin1(kBegan), QString::number(nanoseconds()));
    QProcess child;
    child.setProcessEnvironment(environment);
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), QStringList());
    if (!child.waitForFinished(kMostMs)) {
        child.kill();
        child.waitForFinished();
    }
    const Json told = Json::parse(child.readAllStandardOutput().toStdString(), nullptr, false);
    if (!told.is_object()) fail("the window closed without having measured '" + task + "'");
    return told;
}

void measureIfAsked(MainWindow& window) {
    const std::string task = qEnvironmentVariable(kTask).toStdString();
    if (task.empty()) return;
    window.resize(kFrameWidth, kFrameHeight);
    if (task == "start") return measureStart(window);
    static const std::map<std::string, Film> films{
        {"frame fixed", Film::Fixed}, {"frame orbit", Film::Orbit}, {"frame scrub", Film::Scrub}};
    const auto film = films.find(task);
    if (film == films.end()) usage(unknownName("task of the bench", task, {"start", "frame fixed", "frame orbit", "frame scrub"}));
    new Frames(window, film->second);  // the window's
}

}  // namespace engram::bench
