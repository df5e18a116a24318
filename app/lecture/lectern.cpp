#include "app/lecture/lectern.h"

#include <QDockWidget>
#include <QFileDialog>
#include <QGuiApplication>
#include <QInputDialog>
#include <QMenuBar>
#include <QScreen>
#include <QStatusBar>
#include <QWindow>
#include <algorithm>

#include "app/find/finding.h"
#include "app/language/language.h"
#include "app/lecture/screens.h"
#include "app/shell/main_window.h"
#include "core/base/asset.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/words.h"

namespace engram {

namespace {

constexpr std::uint64_t kMostLectureBytes = 1u << 20;
constexpr int kScreensSettleMs = 300, kCornerEdge = 12;
constexpr double kCornerWidth = 0.3, kCornerHeight = 0.42;  // of the screen, for notes beside slides

}  // namespace

Lesson shippedLecture() { return checkedLesson(asset("assets/lectures/dense_memories.md"), "dense_memories.md", {}); }

Lectern::Lectern(MainWindow& window, LessonPanel& panel) : window_(window), panel_(panel) {
    panel_.hide();
    connect(&panel_, &LessonPanel::tried, this, &Lectern::tryBlock);
    connect(&panel_, &LessonPanel::pointed, this, [this](const QString& param) {
        window_.canvas().ui().parameters.lit = param.toStdString();
        window_.finding().form().light(param.toStdString());
        window_.canvas().wake();
    });
    window_.canvas().ui().points = [this](const std::string& id) { panel_.light(id); };
    screensSettle_.setSingleShot(true);
    screensSettle_.setInterval(kScreensSettleMs);
    connect(&screensSettle_, &QTimer::timeout, this, &Lectern::takeScreens);
    for (QScreen* screen : QGuiApplication::screens()) watch(screen);
    connect(qGuiApp, &QGuiApplication::screenAdded, this, [this](QScreen* screen) { watch(screen), screensSettle_.start(); });
    connect(qGuiApp, &QGuiApplication::screenRemoved, &screensSettle_, qOverload<>(&QTimer::start));
}

Lectern::~Lectern() {
    notes_.reset();
    Ui& ui = window_.canvas().ui();   // the window is on its way out: nothing is laid out any more
    ui.lecture = nullptr;
    ui.points = [](const std::string&) {};
}

void Lectern::addCommands(Commands& commands) {
    const auto tried = [this](auto action) { return [this, action] { attempt(action); }; };
    commands.add({"lecture.lesson", "Lecture", "Lesson beside the view", "F4", [this] { showLesson(!lessonShown_); },
                  [this] { return lessonShown_; }});
    commands.add({"lecture.start", "Lecture", "Start the lecture", "F5",
                  tried([this] { give(last_.scenes.empty() ? shippedLecture() : last_); }), nullptr, true});
    commands.add({"lecture.resume", "Lecture", "Go on where it was left", "Shift+F5",
                  tried([this] { give(last_.scenes.empty() ? shippedLecture() : last_, lastScene_); })});
    commands.add({"lecture.dense", "Lecture", "Dense memories, in ten minutes", "", tried([this] { lastFile_.clear(), give(shippedLecture()); })});
    commands.add({"lecture.open", "Lecture", "Open lecture…", "", [this] { openDialog(); }});
    commands.add({"lecture.notes", "Lecture", "Notes with the lecture", "",
                  [this] {
                      notesWished_ = !notesWished_;
                      if (notesWished_) window_.canvas().say(utf8(tr("Notes come with the lecture; N shows and hides them")));
                  },
                  [this] { return notesWished_; }});
    commands.add({"lecture.save", "Lecture", "Save lecture as…", "", [this] { saveDialog(); }});
    commands.add({"lecture.add", "Lecture", "Add scene", "Ctrl+Shift+A", [this] { addSceneDialog(); }, nullptr, true});
}

void Lectern::attempt(const std::function<void()>& action) {
    try {
        action();
    } catch (const Error& error) {
        window_.canvas().say(spoken(error.what()));
    } catch (const std::filesystem::filesystem_error& error) {
        window_.canvas().say(spoken(error.code().message()));
    }
}

void Lectern::give(const std::filesystem::path& file) {
    give(loadLesson(file));
    lastFile_ = std::filesystem::absolute(file);
}

void Lectern::give(Lesson lesson, std::size_t scene) {
    const bool someShow = std::any_of(lesson.scenes.begin(), lesson.scenes.end(), [](const LessonScene& s) { return s.trouble.empty(); });
    if (!someShow) usage(lesson.scenes.front().trouble);
    leave();
    last_ = lesson;
    lecture_ = std::make_unique<Lecture>(std::move(lesson), window_.canvas().ui());
    // After the key's own event: both take away what it is handled by.
    lecture_->leaves = [this] { QMetaObject::invokeMethod(this, &Lectern::leave, Qt::QueuedConnection); };
    lecture_->togglesNotes = [this] { QMetaObject::invokeMethod(this, &Lectern::toggleNotes, Qt::QueuedConnection); };
    lecture_->swapsScreens = [this] { QMetaObject::invokeMethod(this, &Lectern::swapScreens, Qt::QueuedConnection); };
    window_.canvas().setLecture(lecture_.get());
    setBare(true);
    window_.canvas().setFocus();
    lecture_->begin(scene);
    takeScreens();
}

void Lectern::leave() {
    if (!lecture_) return;
    lastScene_ = lecture_->at();
    notes_.reset();
    window_.canvas().setLecture(nullptr);
    lecture_.reset();
    setBare(false);
    window_.canvas().wake();
}

void Lectern::setBare(bool on) {
    if (on) {
        wasMaximized_ = window_.isMaximized();
        before_ = window_.normalGeometry();
        for (auto* dock : window_.findChildren<QDockWidget*>())
            if (dock->isVisible()) docks_.push_back(dock);
    }
    for (const auto& dock : docks_) dock->setVisible(!on);
    if (!on) docks_.clear();
    window_.menuBar()->setVisible(!on);
    window_.statusBar()->setVisible(!on);
    window_.gallery().setVisible(!on);
    panel_.setVisible(!on && lessonShown_);
    if (!on) {
        window_.showNormal();
        window_.setGeometry(before_);  // it may have gone to another screen
        if (wasMaximized_) window_.showMaximized();
        window_.activateWindow();
    }
    window_.layOut();
}

// On another screen where there is one, so that the audience does not see it.
void Lectern::toggleNotes() {
    if (!lecture_) return;
    if (!notes_ || !notes_->isVisible()) return showNotes(lectureScreens(window_, swapped_).notes);  // it has a button to close it, too
    notes_.reset();
    window_.activateWindow();
}

void Lectern::showNotes(QScreen* screen) {
    if (!notes_) {
        const Theme& look = theme(window_.document().session().view.theme);
        notes_ = std::make_unique<SpeakerWindow>(*lecture_, look, [this] { window_.canvas().wake(); });
        notes_->winId();  // there is a window to speak of
        notes_->windowHandle()->setTransientParent(window_.windowHandle());  // slides never cover it
    }
    if (screen) return maximizeOn(*notes_, *screen);
    const QRect room = window_.screen()->availableGeometry();
    const QSize corner = QSize(qRound(kCornerWidth * room.width()), qRound(kCornerHeight * room.height())).expandedTo(notes_->minimumSizeHint());
    notes_->setGeometry({room.bottomRight() - QPoint(corner.width() + kCornerEdge, corner.height() + kCornerEdge), corner});
    notes_->show();
    window_.canvas().say(utf8(tr("One screen only: N hides the notes")));
}

void Lectern::swapScreens() {
    if (!lecture_) return;
    if (!lectureScreens(window_, swapped_).notes) return window_.canvas().say(utf8(tr("There is no second screen")));
    swapped_ = !swapped_;
    takeScreens();
}

void Lectern::watch(QScreen* screen) { connect(screen, &QScreen::geometryChanged, &screensSettle_, qOverload<>(&QTimer::start)); }

void Lectern::takeScreens() {
    if (!lecture_) return;
    const LectureScreens screens = lectureScreens(window_, swapped_);
    fillScreen(window_, *screens.slides);
    window_.layOut();
    if (screens.notes || notesWished_) return showNotes(screens.notes);
    notes_.reset();  // the audience would read them
    window_.activateWindow();
}

void Lectern::openDialog() {
    const QString file = QFileDialog::getOpenFileName(&window_, tr("Open lecture"), {}, tr("Lectures (*.md)"));
    if (!file.isEmpty()) attempt([&] { give(std::filesystem::path(file.toStdString())); });
}

void Lectern::addSceneDialog() {
    std::filesystem::path to = written_;  // kept for the next scene once one has been written
    if (to.empty()) {
        QString file = QFileDialog::getSaveFileName(&window_, tr("Lecture to add the scene to"), QStringLiteral("lecture.md"),
                                                    tr("Lectures (*.md)"), nullptr, QFileDialog::DontConfirmOverwrite);
        if (file.isEmpty()) return;
        if (!file.endsWith(QStringLiteral(".md"))) file += QStringLiteral(".md");
        to = file.toStdString();
    }
    bool taken = false;
    const QString sentence = QInputDialog::getText(&window_, tr("Add scene to %1").arg(QString::fromStdString(to.filename().string())),
                                                   tr("The sentence on the screen, %1 words at most").arg(kMostSentenceWords),
                                                   QLineEdit::Normal, proposedSentence(), &taken);
    if (taken) attempt([&] { addScene(to, sentence.toStdString()); });
}

QString Lectern::proposedSentence() const {
    const Ui& ui = window_.canvas().ui();
    QString sentence = ui.board ? QString::fromStdString(spoken(ui.board->sentence)) : QString();
    const auto isLong = [&] { return wordsIn(sentence.toStdString()).size() > std::size_t(kMostSentenceWords); };
    for (qsizetype comma = sentence.indexOf(QStringLiteral(", ")); isLong() && comma >= 0; comma = sentence.indexOf(QStringLiteral(", ")))
        sentence.remove(0, comma + 2);  // what comes last is told most
    if (sentence.isEmpty() || isLong()) return {};
    sentence[0] = sentence[0].toUpper();
    return sentence;
}

void Lectern::saveDialog() {
    QString file = QFileDialog::getSaveFileName(&window_, tr("Save lecture as"), QStringLiteral("lecture.md"), tr("Lectures (*.md)"));
    if (file.isEmpty()) return;
    if (!file.endsWith(QStringLiteral(".md"))) file += QStringLiteral(".md");
    attempt([&] { saveAs(file.toStdString()); });
}

void Lectern::saveAs(const std::filesystem::path& file) {
    const std::filesystem::path from = lastFile_;
    writeFile(file, from.empty() ? std::string(asset("assets/lectures/dense_memories.md")) : readFile(from, kMostLectureBytes));
    written_ = lastFile_ = std::filesystem::absolute(file);
    last_ = loadLesson(file), lastScene_ = 0;
    for (const LessonScene& scene : last_.scenes)
        if (!scene.trouble.empty()) usage(scene.trouble);  // what it names has stayed where it was
    window_.canvas().say(utf8(tr("Saved as %1; scenes are added to it from now on").arg(QString::fromStdString(file.filename().string()))));
}

void Lectern::addScene(const std::filesystem::path& file, const std::string& sentence) {
    if (const auto words = wordsIn(sentence).size(); words > std::size_t(kMostSentenceWords))
        usage("the sentence has " + std::to_string(words) + " words; from the last row at most " + std::to_string(kMostSentenceWords) +
              " can be read");
    const bool isNew = !std::filesystem::exists(file);
    std::string text = isNew ? "# " + file.stem().string() + "\n" : readFile(file, kMostLectureBytes);
    const std::size_t number = isNew ? 1 : parseLesson(text, file.filename().string()).scenes.size() + 1;
    const Session& session = window_.document().session();
    const std::filesystem::path folder = std::filesystem::absolute(file).parent_path();
    std::string beside;
    if (needsFile(session)) {
        std::size_t free = number;
        do beside = file.stem().string() + "-" + std::to_string(free++) + ".engram";
        while (std::filesystem::exists(folder / beside));  // it may belong to another scene
        saveSession(session, folder / beside);
    }
    if (!text.ends_with('\n')) text += '\n';
    const std::string title(trimmed(sentence));
    text += "\n" + sceneText(session, title.empty() ? "Scene " + std::to_string(number) : title, folder, beside);
    writeFile(file, text);
    written_ = lastFile_ = std::filesystem::absolute(file);
    last_ = loadLesson(file), lastScene_ = number - 1;
    window_.canvas().say(utf8(tr("Scene %1 added to %2; F5 shows it").arg(number).arg(file.filename().string().c_str())));
}

void Lectern::showLesson(bool on) {
    lessonShown_ = on;
    panel_.setVisible(on && !lecture_);
    follow();
    window_.layOut();
}

void Lectern::follow() {
    if (lecture_ || !lessonShown_) return;
    panel_.show(window_.document().session().experiment);
    panel_.setLook(theme(window_.document().session().view.theme), window_.canvas().windowLayout().scale);
}

// One undoable step. Words that go on with the run at hand leave it at its moment.
void Lectern::tryBlock(std::size_t scene, std::size_t block) {
    attempt([&] {
        Document& document = window_.document();
        Staging staging = stagingOf(panel_.lesson(), scene, block, document.session().view);
        const bool goesOn = static_cast<const Course&>(staging.session) == static_cast<const Course&>(document.session());
        if (!staging.stepGiven && (goesOn || !staging.plays)) staging.session.step = document.session().step;
        document.replace(staging.session, "“" + panel_.lesson().scenes[scene].title + "”");
        if (staging.pace > 0) document.pace(staging.pace);
        Ui& ui = window_.canvas().ui();
        ui.scene.opening.clear();
        const std::vector<std::string> row = instrumentPanels(ui), &named = staging.session.view.instruments;
        if (const auto at = named.empty() ? row.end() : std::ranges::find(row, named.back()); at != row.end())
            ui.instruments.tab = int(at - row.begin());
        if (staging.plays) document.play(true);
        window_.canvas().wake();
    });
}

}  // namespace engram
