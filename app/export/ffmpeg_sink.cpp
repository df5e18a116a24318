// Frames piped raw to the ffmpeg program, always with an argument list and a fixed number of threads, so that the same frames give the
// same bytes. A GIF needs its palette first, so its frames rest in a lossless film meanwhile.
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstring>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include "app/export/frame_sink.h"
#include "app/export/yuv.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/session/film_recipe.h"

namespace engram {

namespace {

namespace fs = std::filesystem;

constexpr int kLeastVersion = 4, kEncoderThreads = 2, kPatienceMs = 60'000;
constexpr std::size_t kMostWaiting = 4;   // frames between painting and encoding

// The last line that ffmpeg said, without its "[part @ 0x...]".
QString lastWords(QByteArray said) {
    const QList<QByteArray> lines = said.trimmed().split('\n');
    return QString::fromUtf8(lines.back()).remove(QRegularExpression(QStringLiteral("^\\[[^\\]]*\\] *"))).trimmed();
}

[[noreturn]] void refuse(const fs::path& path, const QString& why) {
    fail("the film " + path.string() + " could not be made: ffmpeg says \"" + why.toStdString() + "\"");
}

void checkProgram() {
    QProcess process;
    process.start(QStringLiteral("ffmpeg"), {QStringLiteral("-version")});
    if (!process.waitForStarted() || !process.waitForFinished(kPatienceMs))
        fail("films need the program ffmpeg, which is not installed; a folder of PNG files needs none: end the name with /");
    const QString said = QString::fromUtf8(process.readAllStandardOutput());
    const auto version = QRegularExpression(QStringLiteral("^ffmpeg version n?(\\d+)")).match(said);
    if (version.hasMatch() && version.captured(1).toInt() < kLeastVersion)
        fail("ffmpeg " + version.captured(1).toStdString() + " is too old for films; " + std::to_string(kLeastVersion) +
             " or newer is needed");
}

QStringList quiet() { return {"-hide_banner", "-loglevel", "error", "-nostdin", "-y"}; }

QStringList rawInput(const FilmLayout& film, const char* pixels) {
    return {"-f",       "rawvideo",
            "-pix_fmt", pixels,
            "-s",       QStringLiteral("%1x%2").arg(film.width).arg(film.height),
            "-r",       QString::number(film.fps, 'g', 12),
            "-i",       "-"};
}

QStringList reproducible() { return {"-fflags", "+bitexact", "-flags:v", "+bitexact", "-threads", QString::number(kEncoderThreads)}; }

// What toYuv() makes, as for any film of this size today.
QStringList tags() {
    return {"-color_primaries",        "bt709",
            "-color_trc",              "bt709",
            "-colorspace",             "bt709",
            "-color_range",            "tv",
            "-chroma_sample_location", "center"};
}

// One end of a pipe.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    ~Descriptor() { close(); }
    void close() {
        if (number_ >= 0) ::close(std::exchange(number_, -1));
    }
    int number() const { return number_; }

private:
    int number_;
};

// Its own thread writes to the pipe, so that painting goes on meanwhile.
class Pipe {
public:
    Pipe(QStringList arguments, bool yuv, fs::path target)
        : yuv_(yuv), target_(std::move(target)), thread_([this, arguments] { run(arguments); }) {}
    ~Pipe() {
        {
            const std::lock_guard lock(mutex_);
            stops_ = true;
        }
        changed_.notify_all();
    }

    void add(const QImage& frame) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return waiting_.size() < kMostWaiting || !trouble_.isEmpty(); });
        throwTrouble();
        waiting_.push_back(frame);
        changed_.notify_all();
    }
    void close() {
        std::unique_lock lock(mutex_);
        closing_ = true;
        changed_.notify_all();
        changed_.wait(lock, [this] { return closed_; });
        throwTrouble();
    }
    double seconds() const {
        const std::lock_guard lock(mutex_);
        return seconds_;
    }

private:
    void throwTrouble() const {
        if (!trouble_.isEmpty()) refuse(target_, trouble_);
    }

    // Whatever happens on this thread is told on the other.
    void run(const QStringList& arguments) {
        QString trouble;
        try {
            return work(arguments);
        } catch (const std::exception& error) {
            trouble = QString::fromUtf8(error.what());
        }
        const std::lock_guard lock(mutex_);
        trouble_ = trouble;
        closed_ = true;
        changed_.notify_all();
    }

    void work(const QStringList& arguments) {
        QProcess process;
        Descriptor frames = startWithPipe(process, arguments);
        std::vector<char> planes;
        QString trouble = process.waitForStarted(kPatienceMs) ? QString() : process.errorString();
        while (trouble.isEmpty()) {
            QImage frame;
            {
                std::unique_lock lock(mutex_);
                changed_.wait(lock, [this] { return stops_ || closing_ || !waiting_.empty(); });
                if (stops_ || waiting_.empty()) break;
                frame = waiting_.front();
                waiting_.pop_front();
            }
            changed_.notify_all();
            QElapsedTimer clock;
            clock.start();
            if (yuv_) {
                toYuv(frame, planes);
                trouble = written(process, frames, {planes.data(), planes.size()});
            } else {   // rows of RGB32 are as long as they look
                trouble = written(process, frames, {reinterpret_cast<const char*>(frame.constBits()), std::size_t(frame.sizeInBytes())});
            }
            const std::lock_guard lock(mutex_);
            seconds_ += double(clock.nsecsElapsed()) * 1e-9;
        }
        frames.close();   // the end of the film
        end(process, trouble);
    }

    // Empty where all went through, or the film is to stop.
    QString written(QProcess& process, const Descriptor& to, std::string_view bytes) {
        constexpr int kLookMs = 200;
        for (int waited = 0; !bytes.empty() && !stops_;) {
            pollfd ready{to.number(), POLLOUT, 0};
            if (::poll(&ready, 1, kLookMs) == 0) {
                if ((waited += kLookMs) > kPatienceMs) return QStringLiteral("nothing for a minute, and takes no more frames");
                continue;
            }
            const ssize_t count = ::write(to.number(), bytes.data(), bytes.size());
            if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
            if (count <= 0) return ended(process);
            bytes.remove_prefix(std::size_t(count));
            waited = 0;
        }
        return {};
    }

    // A wide pipe of our own: QProcess would copy every frame, and wake both sides sixty times for each.
    static Descriptor startWithPipe(QProcess& process, const QStringList& arguments) {
        constexpr int kPipeBytes = 1 << 20;
        int ends[2] = {-1, -1};
        if (::pipe2(ends, O_CLOEXEC) != 0) fail(std::string("no pipe to ffmpeg: ") + std::strerror(errno));
        Descriptor reading(ends[0]), writing(ends[1]);
        ::fcntl(ends[1], F_SETPIPE_SZ, kPipeBytes);   // refused: then it is a narrow one
        ::fcntl(ends[1], F_SETFL, O_NONBLOCK);
        process.setChildProcessModifier([from = ends[0]] { ::dup2(from, STDIN_FILENO); });
        process.start(QStringLiteral("ffmpeg"), arguments);
        sigset_t broken;   // a program that ends early is an error of write(), not the end of this one
        ::sigemptyset(&broken), ::sigaddset(&broken, SIGPIPE);
        ::pthread_sigmask(SIG_BLOCK, &broken, nullptr);
        return writing;
    }

    static QString ended(QProcess& process) {
        process.waitForFinished(1000);
        const QString said = lastWords(process.readAllStandardError());
        return !said.isEmpty() ? said : QStringLiteral("it ended before the film did");
    }

    void end(QProcess& process, QString trouble) {
        if (!trouble.isEmpty() || stops_) process.kill();
        while (process.state() != QProcess::NotRunning && !process.waitForFinished(100))
            if (stops_) process.kill();
        if (trouble.isEmpty() && !stops_ && (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0))
            trouble = ended(process);
        const std::lock_guard lock(mutex_);
        trouble_ = trouble;
        closed_ = true;
        changed_.notify_all();
    }

    const bool yuv_;
    fs::path target_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<QImage> waiting_;
    QString trouble_;
    bool closing_ = false, closed_ = false;
    std::atomic<bool> stops_ = false;
    double seconds_ = 0;
    std::jthread thread_;   // last: it starts when all else is there
};

void runProgram(const QStringList& arguments, const fs::path& target) {
    QProcess process;
    process.start(QStringLiteral("ffmpeg"), arguments);
    process.waitForFinished(-1);
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) refuse(target, lastWords(process.readAllStandardError()));
}

// Files that are gone in the end, however it ends.
struct Leftovers {
    std::vector<fs::path> paths;
    ~Leftovers() {
        std::error_code error;
        for (const fs::path& path : paths) fs::remove(path, error);
    }
};

class FfmpegSink final : public FrameSink {
public:
    FfmpegSink(const FilmLayout& film, FilmFormat format, const fs::path& path, std::string recipe)
        : format_(format),
          path_(path),
          unfinished_(unfinishedName(path)),
          rest_(unfinished_.string() + ".mkv"),
          palette_(unfinished_.string() + ".png"),
          meta_(unfinished_.string() + ".txt"),
          recipe_(std::move(recipe)) {
        checkProgram();
        if (const fs::path folder = fs::absolute(path_).parent_path(); !fs::is_directory(folder))
            fail("cannot write " + path_.string() + ": there is no folder " + folder.string());
        writeFile(unfinished_, "");   // says at once, and why, where nothing can be written
        writeFile(meta_, ";FFMETADATA1\ncomment=" + metadataText(filmComment(recipe_)) + "\n");
        pipe_ = std::make_unique<Pipe>(arguments(film), format_ != FilmFormat::Gif, path_);
    }
    ~FfmpegSink() override { pipe_.reset(); }

    void add(const QImage& frame) override { pipe_->add(frame); }
    void finish() override {
        pipe_->close();
        if (format_ == FilmFormat::Gif) finishGif();
        std::error_code error;
        fs::rename(unfinished_, path_, error);
        if (error) fail("cannot put the film in place at " + path_.string() + ": " + error.message());
    }
    double encodingSecs() const override { return pipe_->seconds() + palettePassSecs_; }

private:
    static std::string metadataText(const std::string& text) {
        std::string escaped;
        for (const char c : text) {
            if (std::strchr("=;#\\\n", c)) escaped += '\\';
            escaped += c;
        }
        return escaped;
    }
    // Never taken for an option or a protocol.
    static QString toQ(const fs::path& path) { return QStringLiteral("file:") + QString::fromStdString(fs::absolute(path).string()); }
    QStringList withMetadata() const { return {"-f", "ffmetadata", "-i", toQ(meta_), "-map", "0:v", "-map_metadata", "1"}; }

    QStringList arguments(const FilmLayout& film) const {
        QStringList list = quiet() + rawInput(film, format_ == FilmFormat::Gif ? "bgr0" : "yuv420p");
        switch (format_) {
            case FilmFormat::Mp4:
                list += withMetadata() + reproducible() + tags();
                list += {"-c:v", "libx264", "-preset", "veryfast", "-crf", "16"};
                return list + QStringList{"-movflags", "+faststart", "-f", "mp4", toQ(unfinished_)};
            case FilmFormat::WebM:
                list += withMetadata() + reproducible() + tags();
                list += {"-c:v", "libvpx-vp9", "-crf", "24", "-b:v", "0"};
                return list + QStringList{"-deadline", "realtime", "-cpu-used", "6", "-row-mt", "0", "-f", "webm", toQ(unfinished_)};
            default:
                return list + reproducible() + QStringList{"-c:v", "ffv1", "-f", "matroska", toQ(rest_)};
        }
    }

    // One palette for the whole film, weighted towards what moves; an ordered pattern, which does not shimmer from frame to frame.
    void finishGif() {
        QElapsedTimer clock;
        clock.start();
        const QStringList film = quiet() + QStringList{"-i", toQ(rest_)};
        runProgram(film + QStringList{"-vf", "palettegen=stats_mode=diff", "-frames:v", "1", "-update", "1", toQ(palette_)}, path_);
        const char* use = "paletteuse=dither=bayer:bayer_scale=4:diff_mode=rectangle";
        runProgram(film + QStringList{"-i", toQ(palette_), "-lavfi", use, "-fflags", "+bitexact", "-f", "gif", toQ(unfinished_)}, path_);
        constexpr std::uint64_t kMostBytes = std::uint64_t(2) << 30;
        writeFile(unfinished_, withGifRecipe(readFile(unfinished_, kMostBytes), recipe_));
        palettePassSecs_ = double(clock.nsecsElapsed()) * 1e-9;
    }

    FilmFormat format_;
    fs::path path_, unfinished_, rest_, palette_, meta_;
    std::string recipe_;
    const Leftovers leftovers_{{unfinished_, rest_, palette_, meta_}};
    std::unique_ptr<Pipe> pipe_;
    double palettePassSecs_ = 0;
};

}  // namespace

std::unique_ptr<FrameSink> ffmpegSink(const FilmLayout& film, FilmFormat format, const fs::path& path, const std::string& recipe) {
    if (format != FilmFormat::Gif && (film.width % 2 || film.height % 2))
        usage("a film of " + std::to_string(film.width) + " x " + std::to_string(film.height) + " pixels cannot be " + lowerEnding(path) +
              ", which needs even sides; " + std::to_string(film.width + film.width % 2) + " x " +
              std::to_string(film.height + film.height % 2) + " can");
    if (format == FilmFormat::Gif && film.fps > 50) usage("a GIF shows at most 50 frames a second, not " + shortest(film.fps));
    return std::make_unique<FfmpegSink>(film, format, path, recipe);
}

}  // namespace engram
