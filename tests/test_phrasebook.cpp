// What is composed of words and numbers is spoken in German, names are left alone, and what leaves the window stays English.
#include <QTemporaryDir>
#include <QtTest>
#include <chrono>

#include "app/export/export.h"
#include "app/language/books.h"
#include "app/language/language.h"
#include "core/base/file.h"
#include "core/sim/player.h"
#include "tests/refusal.h"

using namespace engram;

namespace {

Phrasebook bookOf(std::map<std::string, std::string> words, std::vector<Phrase> phrases = {}) {
    return Phrasebook(
        [words = std::move(words)](const std::string& phrase) {
            const auto found = words.find(phrase);
            return found == words.end() ? std::nullopt : std::optional(found->second);
        },
        std::move(phrases));
}

Snapshot momentOf(const Experiment& e, const std::vector<std::string>& set, std::int64_t step, const std::set<std::string>& panels) {
    Session session = newSession(e.id);
    for (const std::string& assignment : set) e.params.set(session.values, assignment);
    Player player(session);
    player.goTo(step);
    player.look(panels);
    return player.snapshot();
}

std::string figureOf(const QTemporaryDir& folder, const char* name) {
    FigureRequest request;
    request.experiment = &experiment("dense_memory");
    request.session = newSession("dense_memory");
    request.session.step = 4;
    request.layout().panels = {"energy"};
    request.snapshot = momentOf(*request.experiment, {}, 4, {"energy"});
    request.path = folder.filePath(name).toStdString();
    exportFigure(request);
    return readFile(request.path, 1 << 24) + figureCsv(request) + figureCaption(request);
}

}  // namespace

class TestPhrasebook : public QObject {
    Q_OBJECT

private slots:
    void cleanup() { speak("en"); }

    void numbersAndQuotesAreTakenOut() {
        QCOMPARE(phraseOf("Step 12: energy −0.45"), std::string("Step %1: energy %2"));
        QCOMPARE(phraseOf("1.2e-7 of −3e−05, n/a, ∞"), std::string("%1 of %2, %3, %4"));
        QCOMPARE(phraseOf("12\u2009345 windows, 40 %"), std::string("%1 windows, %2 %"));
        QCOMPARE(phraseOf("synapse 1–2, 3/4, beta=5"), std::string("synapse %1–%2, %3/%4, beta=%5"));
        QCOMPARE(phraseOf("x0, W_2, 3D and word2vec"), std::string("x0, W_2, 3D and word2vec"));  // letters go on
        QCOMPARE(phraseOf("to \"bank 3\", or \""), std::string("to \"%1\", or \""));
    }

    void aPhraseIsFilledInItsOwnOrder() {
        Phrasebook book = bookOf({{"step %1 of %2", "von %2 Schritten %1"}, {"Hopfield 1982", "Hopfield, 1982"}});
        QCOMPARE(book.say("step 3 of 12"), std::string("von 12 Schritten 3"));
        QCOMPARE(book.say("step 4 of −1.5e-7"), std::string("von −1.5e-7 Schritten 4"));
        QCOMPARE(book.say("Hopfield 1982"), std::string("Hopfield, 1982"));
        QCOMPARE(book.say("Hopfield 1984"), std::string("Hopfield 1984"));
        QCOMPARE(book.say("steps 3 of 12"), std::string("steps 3 of 12"));
        QCOMPARE(book.say("100 % %1"), std::string("100 % %1"));
    }

    void whatIsComposedIsTakenApart() {
        Phrasebook book = bookOf({{"step %1", "Schritt %1"}, {"energy %1", "Energie %1"}, {"on, off", "an und aus"}, {"off", "aus"}});
        QCOMPARE(book.say("step 3: energy −2; unknown 7, energy 1. step 4"),
                 std::string("Schritt 3: Energie −2; unknown 7, Energie 1. Schritt 4"));
        QCOMPARE(book.say("off, on, off"), std::string("aus, an und aus"));  // the longest that is known
        QCOMPARE(book.say(", off: "), std::string(", aus: "));
        QCOMPARE(book.say("1 2 3 4 5 6 7 8 9 10 11, energy 12"), std::string("1 2 3 4 5 6 7 8 9 10 11, Energie 12"));
    }

    void namesStay() {
        Phrasebook book = bookOf({{"%1 is %2", "%2 ist %1"},
                                  {"cannot open %1: %2", "%1 geht nicht auf: %2"},
                                  {"no such file", "fehlt"},
                                  {"%1 pictures", "%1 Bilder"},
                                  {"off", "aus"}},
                                 {{"%1 is %2", "", Holds::Names}, {"cannot open %1: %2", "2", Holds::Name}, {"%1 pictures"}});
        QCOMPARE(book.say("a 1 is off 2"), std::string("off 2 ist a 1"));
        QCOMPARE(book.say("cannot open off-2024 off: no such file"), std::string("off-2024 off geht nicht auf: fehlt"));
        QCOMPARE(book.say("off; x is y, z"), std::string("aus; y, z ist x"));
        QCOMPARE(book.say("x is"), std::string("x is"));
        QCOMPARE(book.say("3 pictures, 3 stored pictures"), std::string("3 Bilder, 3 stored pictures"));
        QCOMPARE(book.say("\x1a is 2\x1a"), std::string("2\x1a ist \x1a"));
    }

    void whatIsMissingIsCollected() {
        const Phrasebook book = bookOf({}, {{"no %1 named %2", "1", Holds::Name}});
        std::set<std::string> phrases;
        book.collect("step 3: energy −2 J; no panel named off, 3/4, \"a b\"", phrases);
        QCOMPARE(phrases, (std::set<std::string>{"step %1", "energy %1 J", "panel"}));
    }

    void boardsSpeakGerman() {
        speak("de");
        QCOMPARE(spoken("Step 12: converged, energy −0.450, nearest memory 8 with overlap 0.98; 12 steps so far, not at its end"),
                 std::string(
                     "Schritt 12: konvergiert, Energie −0.450, nächste Erinnerung 8 mit Überlapp 0.98; bisher 12 Schritte, nicht am Ende"));
        const Experiment& e = experiment("dense_memory");
        Board board = e.draw(momentOf(e, {}, 3, {"surface", "energy"}));
        speakIn(board);
        const Panel* energy = board.find("energy");
        QVERIFY(energy && energy->title == "Energie");
        QVERIFY2(energy->subtitle.starts_with("steigt nie, in 0 von 3 Schritten"), energy->subtitle.c_str());
        const Plot& plot = std::get<Plot>(energy->content);
        QCOMPARE(plot.x.label, std::string("Zeit"));
        const Scene& scene = std::get<Scene>(board.find("surface")->content);
        QVERIFY(scene.notes.at(0).at(0).text.starts_with("Ebene durch die Erinnerungen "));
        QCOMPARE(scene.notes.at(1).at(1).text, std::string(" des Zustands liegen außerhalb"));
    }

    // A text may hold any word that the program says too, and a folder of pictures one called noise.
    void wordsOfATextStay() {
        speak("de");
        Panel ribbon{"ribbon", "The window slides", "7 words; the target is in the middle", false, Plot()};
        Plot& plot = std::get<Plot>(ribbon.content);
        for (const char* text : {"noise", "table", "above", "noise, table", "your context", "to noise 0.5"})
            plot.marks.push_back(Word{0, 0, text, {}});
        Panel nearest{"nearest", "Nearest words", "", false, Plot()}, drives{"drives", "Drives", "", false, Plot()};
        for (Panel* panel : {&nearest, &drives})
            std::get<Plot>(panel->content).marks.push_back(Bars{{Bar{1, {}, {}, "above"}, Bar{1, {}, {}, "noise"}}});
        for (Panel* panel : {&ribbon, &nearest, &drives}) speakIn(*panel);
        QStringList words;
        for (const PlotMark& mark : plot.marks) words << QString::fromStdString(std::get<Word>(mark).text);
        QCOMPARE(words, QStringList({"noise", "table", "above", "noise, table", "eigener Kontext", "zu noise 0.5"}));
        QCOMPARE(ribbon.subtitle, std::string("7 Wörter; das Ziel ist in der Mitte"));
        const auto bar = [](const Panel& panel, std::size_t i) {
            return std::get<Bars>(std::get<Plot>(panel.content).marks.at(0)).bars.at(i).label;
        };
        QCOMPARE(bar(nearest, 0), std::string("above"));
        QCOMPARE(bar(drives, 0), std::string("oben"));
        QCOMPARE(bar(drives, 1), std::string("noise"));
    }

    void refusalsSpeakGerman() {
        speak("de");
        const auto said = [](const std::string& assignment) {
            try {
                Values values = experiment("dense_memory").params.defaults();
                experiment("dense_memory").params.set(values, assignment);
            } catch (const std::exception& error) {
                return spoken(error.what());
            }
            return std::string();
        };
        QCOMPARE(said("beta=1e9"), std::string("beta=1e+09 liegt außerhalb; beta geht von 0.001 bis 10000"));
        QCOMPARE(said("bata=1"), std::string("Parameter bata gibt es nicht; gemeint ist vielleicht beta"));
        QCOMPARE(said("model=hopfeld"), std::string("Wert von model hopfeld gibt es nicht; gemeint ist vielleicht hopfield"));
        QCOMPARE(spoken(test::messageOf([] { readFile("/there/is/noise, table", 1); })),
                 std::string("/there/is/noise, table lässt sich nicht öffnen: Datei oder Ordner nicht gefunden"));
        const std::string newer = spoken(test::messageOf([] { fromToml("format = 99\n", "new.engram"); }));
        QVERIFY2(newer.starts_with("new.engram: von einer neueren Version von Engram gemacht (Format 99, diese liest "), newer.c_str());
    }

    // Signs that stand for values in phrases may stand in the name of a file.
    void holesOfTheTextsOwnAreLeftAlone() {
        for (const char* text : {"step %1 of %2, x", "%1", "iteration %3 of %9", "%9: %9, %9"}) QCOMPARE(spoken(text), std::string(text));
    }

    void whatIsExportedStaysEnglish() {
        const QTemporaryDir folder;
        const std::string english = figureOf(folder, "a.svg");
        speak("de");
        QCOMPARE(figureOf(folder, "b.svg"), english);
        QVERIFY(english.find("time") != std::string::npos);
    }

    // It is done for every moment drawn, so a moment must hardly notice it.
    void speakingIsCheap() {
        const auto secondsOf = [](const Board& board) {
            double least = 1;
            for (int i = 0; i < 30; ++i) {
                Board copy = board;
                const auto start = std::chrono::steady_clock::now();
                speakIn(copy);
                least = std::min(least, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
            }
            return least;
        };
        for (const Experiment& e : experiments()) {
            const Board board = e.draw(momentOf(e, {}, 3, {}));
            speak("en");
            const double english = secondsOf(board);
            speak("de");
            const double german = secondsOf(board);
            qInfo("%s: %.0f µs in German, %.2f µs in English", e.id.c_str(), 1e6 * german, 1e6 * english);
            QVERIFY2(german < 0.2e-3, e.id.c_str());
            QVERIFY2(english < 1e-5, e.id.c_str());
        }
    }
};

QTEST_MAIN(TestPhrasebook)
#include "test_phrasebook.moc"
