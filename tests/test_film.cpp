// Films: keys over time, frames into files, the recipe back out of them, and what cannot be.
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QElapsedTimer>
#include <QTest>

#include "app/export/film.h"
#include "app/export/frame_sink.h"
#include "app/verbs/camera_file.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/session/film_recipe.h"
#include "core/sim/player.h"
#include "tests/decay.h"
#include "tests/refusal.h"

using namespace engram;
using engram::test::messageOf;

namespace {

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

FilmRequest request(const std::filesystem::path& path) {
    FilmRequest r;
    r.session = newSession("dense_memory");
    r.experiment = &experiment("dense_memory");
    FilmLayout& film = r.layout();
    film.width = 160, film.height = 90, film.fps = 10, film.seconds = 1, film.first = 0, film.last = 9;
    film.panels = {"recall"};
    r.path = path;
    return r;
}

// One that the default values cannot show.
std::string absentPanel() {
    const Experiment& e = experiment("dense_memory");
    Player player(newSession(e.id));
    for (const Panel& panel : e.draw(player.snapshot()).panels)
        if (std::holds_alternative<Absent>(panel.content) && !e.panel(panel.id).example.empty()) return panel.id;
    return {};
}

bool always(const FilmProgress&) { return true; }

QByteArray bytesOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString probe(const std::filesystem::path& path) {
    QProcess process;
    process.start(
        "ffprobe",
        {"-v", "error", "-count_frames", "-select_streams", "v", "-show_entries",
         "stream=codec_name,width,height,avg_frame_rate,nb_read_frames,pix_fmt,color_range,color_space,color_transfer,color_primaries",
         "-of", "default=nokey=0:noprint_wrappers=1", QString::fromStdString(path.string())});
    process.waitForFinished(60'000);
    return QString::fromUtf8(process.readAllStandardOutput());
}

}  // namespace

class FilmTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(folder_.isValid());
        addExperiment(test::decay());
        QProcess process;
        process.start("ffmpeg", {"-version"});
        hasFfmpeg_ = process.waitForStarted() && process.waitForFinished();
    }

    void stepsSpreadEvenly() {
        FilmLayout film;
        film.fps = 30, film.seconds = 4, film.first = 10, film.last = 50;
        QCOMPARE(frameCount(film), std::int64_t(120));
        QCOMPARE(stepOfFrame(film, 0), std::int64_t(10));
        QCOMPARE(stepOfFrame(film, 119), std::int64_t(50));
        for (std::int64_t i = 1; i < 120; ++i) QVERIFY(stepOfFrame(film, i) - stepOfFrame(film, i - 1) <= 1);
    }

    void cameraGoesThroughItsKeys() {
        FilmLayout film;
        Camera a, b;
        a.azimuthDeg = 0, b.azimuthDeg = 90;
        film.cameras = {{1, a, Easing::Smooth}, {3, b, Easing::Smooth}};
        QCOMPARE(cameraAt(film, 0)->azimuthDeg, 0.0);
        QCOMPARE(cameraAt(film, 2)->azimuthDeg, 45.0);
        QVERIFY(cameraAt(film, 1.5)->azimuthDeg < 22.5);     // a soft start
        QCOMPARE(cameraAt(film, 3)->azimuthDeg, 90.0);
        film.cameras[1].easing = Easing::Linear;
        QCOMPARE(cameraAt(film, 1.5)->azimuthDeg, 22.5);
        film.cameras[1].easing = Easing::Hold;
        QCOMPARE(cameraAt(film, 2.9)->azimuthDeg, 0.0);
        QVERIFY(!cameraAt(FilmLayout(), 1));
    }

    void parametersBecomeOrdersOfTheRun() {
        Session session = newSession("dense_memory");
        const Experiment& e = experiment("dense_memory");
        FilmLayout& film = session.view.film;
        film.seconds = 4, film.last = 40;
        film.params = {{1, "beta", 4.0, Easing::Hold}, {3, "beta", 16.0, Easing::Linear}};
        const Session filmed = withFilmOrders(session, e);
        QCOMPARE(asReal(filmed.valuesAt(9).at("beta")), asReal(session.values.at("beta")));
        QCOMPARE(asReal(filmed.valuesAt(10).at("beta")), 4.0);
        const ParamSpec& spec = e.params.at("beta");
        QCOMPARE(asReal(filmed.valuesAt(20).at("beta")), spec.scale == Scale::Log ? 8.0 : 10.0);   // half-way
        QCOMPARE(asReal(filmed.valuesAt(30).at("beta")), 16.0);
        QCOMPARE(asReal(filmed.valuesAt(40).at("beta")), 16.0);
        Player player(filmed);                                // what the film shows is a run like any other
        player.goTo(40);
        QCOMPARE(asReal(player.snapshot().values.at("beta")), 16.0);
    }

    void refusesWhatCannotBe() {
        const Experiment& e = experiment("dense_memory");
        const auto says = [&](auto change) {
            FilmLayout film = request("x.mp4").layout();
            change(film);
            return messageOf([&] { checkFilm(film, e); });
        };
        QVERIFY(says([](FilmLayout&) {}).empty());
        QVERIFY(has(says([](FilmLayout& f) {
                        f.params = {{5, "beta", 4.0}};
                    }),
                    "the key of beta at 5 s lies beyond the end of the film, 1 s"));
        QVERIFY(has(says([](FilmLayout& f) { f.params = {{0.5, "beta", 4.0}, {0.2, "beta", 5.0}}; }), "comes after"));
        QVERIFY(has(says([](FilmLayout& f) { f.cameras = {{0.5, {}}, {0.5, {}}}; }), "comes after"));
        QVERIFY(has(says([](FilmLayout& f) { f.params = {{0.5, "bta", 4.0}}; }), "did you mean beta"));
        QVERIFY(has(says([](FilmLayout& f) { f.params = {{0.5, "count", std::int64_t(3)}}; }), "starts the run anew"));
        QVERIFY(!says([](FilmLayout& f) { f.params = {{0.5, "beta", std::nan("")}}; }).empty());
        QVERIFY(has(says([](FilmLayout& f) { f.width = 5000; }), "5000 x 90"));
        QVERIFY(has(says([](FilmLayout& f) { f.fps = std::nan(""); }), "rate"));
        QVERIFY(has(says([](FilmLayout& f) { f.seconds = 1e9; }), "out of range"));
        QVERIFY(has(says([](FilmLayout& f) { f.last = -3; }), "backwards"));
        QVERIFY(has(says([](FilmLayout& f) { f.fade = 2; }), "fades"));
        QVERIFY(has(says([](FilmLayout& f) { f.captions = {{0.5, 0.2, "late"}}; }), "ends before it begins"));
        QVERIFY(has(says([](FilmLayout& f) { f.panels = {"enrgy"}; }), "energy"));
        QVERIFY(has(messageOf([] { filmFormat("film.mp5"); }), "did you mean mp4"));
        QVERIFY(has(messageOf([] { filmFormat("film"); }), "needs an ending"));
        FilmRequest odd = request(path("odd.mp4"));
        odd.layout().width = 161;
        QVERIFY(has(messageOf([&] { exportFilm(odd, always); }), "even sides; 162 x 90 can"));
    }

    void keysSurviveTheSessionsText() {
        Session session = request("x.mp4").session;
        FilmLayout& film = session.view.film;
        film.cameras = {{0, {}, Easing::Smooth}, {0.5, {}, Easing::Linear}};
        film.cameras[1].camera.azimuthDeg = 33;
        film.params = {{0.2, "beta", 4.0}, {0.4, "beta", 5.0, Easing::Smooth}};
        film.captions = {{0, 0.5, "“Half an 8” = \\ #;\n"}};
        film.fade = 0.1, film.theme = "light";
        QVERIFY(fromToml(toToml(session), "test") == session);
        std::string late = toToml(session);
        late.replace(late.find("at = 0.4"), 8, "at = 9.9");
        QVERIFY(has(messageOf([&] { fromToml(late, "late.engram"); }), "late.engram: view.film: the key of beta at 9.9 s lies beyond"));
    }

    void cameraFilesAreWrittenByHand() {
        writeFile(path("c.toml"),
                  "[[camera]]\nat = 0\nazimuth = -24\nelevation = 40\n[[camera]]\nat = 2\nazimuth = 60\neasing = \"linear\"\n");
        const auto keys = loadCameraKeys(path("c.toml"));
        QCOMPARE(keys.size(), std::size_t(2));
        QCOMPARE(keys[1].camera.elevationDeg, 40.0);          // as in the key before
        QCOMPARE(keys[1].camera.azimuthDeg, 60.0);
        writeFile(path("d.toml"), "[[camera]]\nat = 0\nazimut = 3\n");
        QVERIFY(has(messageOf([&] { loadCameraKeys(path("d.toml")); }), "did you mean camera.azimuth"));
        writeFile(path("e.toml"), "");
        QVERIFY(has(messageOf([&] { loadCameraKeys(path("e.toml")); }), "no [[camera]]"));
        writeFile(path("f.toml"), "[[camera]\n");
        QVERIFY(has(messageOf([&] { loadCameraKeys(path("f.toml")); }), "line 1"));
    }

    void filmsHaveTheStatedShape_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("lines");
        const QStringList bt709{"width=160",      "height=90",         "avg_frame_rate=10/1",  "nb_read_frames=10",    "pix_fmt=yuv420p",
                                "color_range=tv", "color_space=bt709", "color_transfer=bt709", "color_primaries=bt709"};
        QTest::newRow("mp4") << "a.mp4" << bt709 + QStringList{"codec_name=h264"};
        QTest::newRow("webm") << "a.webm" << bt709 + QStringList{"codec_name=vp9"};
        QTest::newRow("gif") << "a.gif" << QStringList{"codec_name=gif", "width=160", "height=90", "nb_read_frames=10"};
    }
    void filmsHaveTheStatedShape() {
        QVERIFY2(hasFfmpeg_, "ffmpeg is not installed; ./test installs it");
        QFETCH(QString, name);
        QFETCH(QStringList, lines);
        FilmRequest r = request(path(name.toStdString()));
        r.layout().captions = {{0, 1, "a caption = with \\ signs; # and\nlines"}};
        const FilmReport report = exportFilm(r, always);
        QCOMPARE(report.frames, std::int64_t(10));
        const QString said = probe(r.path);
        for (const QString& line : lines) QVERIFY2(said.contains(line + "\n"), qPrintable(line + " is not in\n" + said));
        const QByteArray first = bytesOf(r.path);
        exportFilm(r, always);
        QVERIFY2(bytesOf(r.path) == first, "the same film has the same bytes");
        Session expected = r.session;
        expected.step = r.layout().last;
        QVERIFY(loadSession(r.path) == expected);             // it opens again
        QCOMPARE(QDir(folder_.path()).entryList({"*unfinished*"}, QDir::Files | QDir::Hidden | QDir::Dirs).size(), 0);
    }

    void aFolderOfPictures() {
        FilmRequest r = request(path("frames/"));
        exportFilm(r, always);
        const QDir frames(QString::fromStdString(path("frames").string()));
        QCOMPARE(frames.entryList({"frame_*.png"}).size(), 10);
        QCOMPARE(QImage(frames.filePath("frame_000001.png")).size(), QSize(160, 90));
        QVERIFY(QImage(frames.filePath("frame_000001.png")) != QImage(frames.filePath("frame_000010.png")));
        QVERIFY(has(messageOf([&] { exportFilm(r, always); }), "is not empty"));
        QCOMPARE(frames.entryList({"frame_*.png"}).size(), 10);
    }

    void stoppedOrRefusedItLeavesNothing() {
        QVERIFY2(hasFfmpeg_, "ffmpeg is not installed; ./test installs it");
        const std::filesystem::path kept = path("kept.mp4");
        writeFile(kept, "what was there before");
        FilmRequest r = request(kept);
        QVERIFY(has(messageOf([&] { exportFilm(r, [](const FilmProgress& p) { return p.frame < 4; }); }), "given up"));
        QCOMPARE(bytesOf(kept), QByteArray("what was there before"));
        r.path = path("no/such/folder.mp4");
        QVERIFY(has(messageOf([&] { exportFilm(r, always); }), "cannot write " + r.path.string() + ": there is no folder"));
        std::filesystem::create_directory(path("d.mp4"));
        QVERIFY(has(messageOf([&] { filmFormat(path("d.mp4")); }), "is a folder"));
        r = request(path("absent.mp4"));
        r.layout().panels = {absentPanel()};
        QVERIFY(has(messageOf([&] { exportFilm(r, always); }), "cannot be shown"));
        QCOMPARE(QDir(folder_.path()).entryList({"*unfinished*", "absent*"}, QDir::AllEntries | QDir::Hidden).size(), 0);
    }

    void withoutFfmpegASentence() {
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", "/nowhere");
        const std::string said = messageOf([&] { exportFilm(request(path("n.mp4")), always); });
        qputenv("PATH", before);
        QVERIFY2(has(said, "ffmpeg, which is not installed") && has(said, "PNG"), said.c_str());
    }

    void anFfmpegThatDiesIsNamed() {
        QDir(folder_.path()).mkdir("bin");
        const std::string script =
            "#!/bin/sh\ncase \"$*\" in *-version*) echo ffmpeg version 5.1;; *) head -c 60000 >/dev/null; echo '[out] No space left on "
            "device' >&2; exit 1;; esac\n";
        writeFile(path("bin/ffmpeg"), script);
        QFile::setPermissions(folder_.filePath("bin/ffmpeg"), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
        const QByteArray before = qgetenv("PATH");
        qputenv("PATH", folder_.filePath("bin").toUtf8() + ":" + before);
        const std::string full = messageOf([&] { exportFilm(request(path("full.mp4")), always); });
        writeFile(path("bin/ffmpeg"), "#!/bin/sh\necho ffmpeg version 3.4\n");
        QFile::setPermissions(folder_.filePath("bin/ffmpeg"), QFile::ReadOwner | QFile::ExeOwner | QFile::WriteOwner);
        const std::string old = messageOf([&] { exportFilm(request(path("full.mp4")), always); });
        qputenv("PATH", before);
        QVERIFY2(has(full, "No space left on device") && has(full, "full.mp4"), full.c_str());
        QVERIFY2(has(old, "too old"), old.c_str());
        QCOMPARE(QDir(folder_.path()).entryList({"full*"}, QDir::AllEntries | QDir::Hidden).size(), 0);
    }

    void damagedFilmsAreNamed() {
        writeFile(path("m.mp4"), std::string("\0\0\0\x20", 4) + "ftypisom" + std::string(100, 'x'));
        QVERIFY(has(messageOf([&] { loadSession(path("m.mp4")); }), "without an Engram recipe"));
        writeFile(path("m.mp4"), std::string("\0\0\0\x20", 4) + "ftypisom%engram-recipe\nformat = 1\n");
        QVERIFY(has(messageOf([&] { loadSession(path("m.mp4")); }), "cut off"));
        writeFile(path("m.gif"), "GIF89a");
        QVERIFY(has(messageOf([&] { loadSession(path("m.gif")); }), "cut off"));
    }

    void aFrameCostsTheSameLateAndEarly() {
        FilmRequest r = request(path("long/"));
        r.session = newSession("decay");
        r.experiment = &experiment("decay");
        FilmLayout& film = r.layout();
        film.width = 64, film.height = 36, film.fps = 25, film.seconds = 40, film.last = 4000;
        std::vector<double> at;
        QElapsedTimer clock;
        clock.start();
        exportFilm(r, [&](const FilmProgress&) {
            at.push_back(double(clock.nsecsElapsed()));
            return true;
        });
        const auto medianGap = [&](std::size_t from) {
            std::vector<double> gaps;
            for (std::size_t i = from; i < from + 60; ++i) gaps.push_back(at[i + 1] - at[i]);
            std::nth_element(gaps.begin(), gaps.begin() + 30, gaps.end());
            return gaps[30];
        };
        const double early = medianGap(10), late = medianGap(at.size() - 62);
        QVERIFY2(late < 2.5 * early, qPrintable(QString("%1 ms early, %2 ms late").arg(early / 1e6).arg(late / 1e6)));
    }

private:
    std::filesystem::path path(const std::string& name) const { return std::filesystem::path(folder_.path().toStdString()) / name; }

    QTemporaryDir folder_;
    bool hasFfmpeg_ = false;
};

QTEST_MAIN(FilmTest)
#include "test_film.moc"
