// Nothing is left in English: lupdate looks through the application and all that the core says, and every text must have its German.
#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "app/language/books.h"
#include "app/language/language.h"
#include "app/language/phrases.h"
#include "app/shell/about.h"
#include "app/shell/export_dialog.h"
#include "app/shell/main_window.h"
#include "tests/program.h"

using namespace engram;

namespace {

struct Message {
    QString context, source, translation, state;  // "unfinished", "vanished", "obsolete" or empty
};

std::vector<Message> messagesOf(const QString& path) {
    std::vector<Message> messages;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return messages;
    QString context;
    bool hasForms = false;  // one and many
    for (QXmlStreamReader xml(&file); !xml.atEnd(); xml.readNext()) {
        if (!xml.isStartElement()) continue;
        if (xml.name() == QLatin1String("name")) context = xml.readElementText();
        if (xml.name() == QLatin1String("message")) hasForms = xml.attributes().hasAttribute("numerus");
        if (xml.name() == QLatin1String("source")) messages.push_back({context, xml.readElementText(), {}, {}});
        if (xml.name() == QLatin1String("translation")) {
            messages.back().state = xml.attributes().value("type").toString();
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            messages.back().translation = hasForms ? text.simplified() : text;
        }
    }
    return messages;
}

QByteArray outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setWorkingDirectory(ENGRAM_ROOT);
    process.start(program, arguments);
    return process.waitForFinished(240'000) && process.exitCode() == 0 ? process.readAllStandardOutput() + "\n" : QByteArray();
}

// The committed translation after lupdate has gone through everything again.
std::vector<Message> updated(const QTemporaryDir& folder) {
    const QString words = folder.filePath("words.cpp"), translation = folder.filePath("engram_de.ts");
    QFile file(words);
    if (!file.open(QIODevice::WriteOnly) || file.write(outputOf(ENGRAM_ROOT "/assets/translations/words.sh", {ENGRAM_PROGRAM})) < 1000)
        return {};
    file.close();
    QFile::copy(ENGRAM_ROOT "/assets/translations/engram_de.ts", translation);
    if (outputOf(ENGRAM_LUPDATE, {"-silent", "-locations", "none", "-I", ".", "app", words, "-ts", translation}).isEmpty()) return {};
    return messagesOf(translation);
}

QStringList placeholders(const QString& text) {
    QStringList found;
    static const QRegularExpression pattern("%(L?[0-9]|n)");
    for (auto it = pattern.globalMatch(text); it.hasNext();) found << it.next().captured();
    found.removeDuplicates();
    found.sort();
    return found;
}

// The text between the quotes of sources whose names match, neighbours on either side of a line break as one.
QStringList literalsOf(const QString& folder, const QStringList& names) {
    static const QRegularExpression literal("\"((?:[^\"\\\\\n]|\\\\.)*)\""), include("#include [^\n]*"), broken("\"\\s*\\n\\s*\"");
    QStringList found;
    for (QDirIterator files(ENGRAM_ROOT "/" + folder, names, QDir::Files, QDirIterator::Subdirectories); files.hasNext();) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly)) continue;
        const QString text = QString::fromUtf8(file.readAll()).remove(include).remove(broken);
        for (auto it = literal.globalMatch(text); it.hasNext();) found << it.next().captured(1).replace("\\\"", "\"");
    }
    return found;
}

}  // namespace

class TestTranslation : public QObject {
    Q_OBJECT

private slots:
    void everyTextHasItsGerman() {
        const QTemporaryDir folder;
        const std::vector<Message> messages = updated(folder);
        QVERIFY2(messages.size() > 400, "lupdate has found next to nothing");
        int missing = 0;
        for (const Message& message : messages) {
            if (message.state.isEmpty() && !message.translation.isEmpty()) continue;
            qWarning("%s: %s is %s", qPrintable(message.context), qPrintable(message.source),
                     message.state.isEmpty() ? "empty" : qPrintable(message.state));
            ++missing;
        }
        QVERIFY2(missing == 0, "build the target `translations`, then fill in assets/translations/engram_de.ts");
    }

    void whatIsFilledInStaysAndNothingIsDecorated() {
        std::set<QString> seen;
        for (const Message& message : messagesOf(ENGRAM_ROOT "/assets/translations/engram_de.ts")) {
            QVERIFY2(seen.insert(message.context + ": " + message.source).second, qPrintable(message.source + " comes twice"));
            const QByteArray what = (message.source + " / " + message.translation).toUtf8();
            QVERIFY2(placeholders(message.source) == placeholders(message.translation), what);
            QVERIFY2(message.source.endsWith(QChar(0x2026)) == message.translation.endsWith(QChar(0x2026)),
                     what);  // an ellipsis: a dialog follows
            QVERIFY2(message.source.startsWith(' ') == message.translation.startsWith(' '), what);
            QVERIFY2(message.source.endsWith(' ') == message.translation.endsWith(' '), what);
        }
    }

    // What playing does not come upon is found in the sources of the panels: every few words of them stand in some phrase.
    void everyWordOfThePanelsIsKnown() {
        static const QRegularExpression hole("%[1-9]"), joint(QString::fromUtf8("[;,.:] | · |[.,;:]$"));
        const auto unnumbered = [](QString text) { return text.replace(hole, "%"); };
        const auto phrase = [&](const QString& text) { return unnumbered(QString::fromStdString(phraseOf(text.toStdString()))); };
        QStringList sources;
        for (const Message& message : messagesOf(ENGRAM_ROOT "/assets/translations/engram_de.ts")) sources << unnumbered(message.source);
        const QString known = sources.join('\n');
        QStringList literals = literalsOf("core/experiments", {"draw*.cpp", "capacity_lab.cpp", "searches.cpp", "looked_at.cpp"});
        literals << literalsOf("core/view", {"marks.cpp"}) << literalsOf("core/sim", {"sweep_panel.cpp"});
        literals << literalsOf("core/experiment", {"summary.cpp", "compare.cpp"});
        QVERIFY(literals.size() > 500);
        int missing = 0;
        for (const QString& literal : literals) {
            if (known.contains(phrase(literal.trimmed())) || known.contains(unnumbered(literal.trimmed()))) continue;
            for (const QString& part : literal.split(joint)) {
                const QString words = phrase(part.trimmed());
                if (!words.contains(' ') || !isWords(words.toStdString()) || known.contains(words)) continue;
                qWarning("%s: no phrase has \"%s\"", qPrintable(literal), qPrintable(words));
                ++missing;
            }
        }
        QVERIFY2(missing == 0, "add what is said to app/language/phrases.cpp");
    }

    // A sentence that is said no longer, or with other words, is no use in the list.
    void phrasesAreThoseOfTheSources() {
        QStringList literals;
        for (const char* folder : {"core", "render", "app/shell", "app/find", "app/lecture"}) literals << literalsOf(folder, {"*.cpp", "*.h"});
        const QString said = literals.join('\n');
        static const QRegularExpression hole("%[1-9]|[0-9]+");
        int wrong = 0, checked = 0;
        for (const auto& phrases : {boardPhrases(), namePhrases(), refusalPhrases(), markPhrases(), wordPhrases()})
            for (const Phrase& phrase : phrases) {
                int pairs = 0, found = 0;
                for (const QString& part : QString::fromUtf8(phrase.text).split(hole)) {
                    const QStringList words = part.simplified().split(' ');
                    for (int i = 0; i + 1 < words.size(); ++i) ++pairs, found += said.contains(words[i] + " " + words[i + 1]);
                }
                if (pairs < 3) continue;
                ++checked;
                if (2 * found >= pairs) continue;
                qWarning("nothing says \"%s\"", phrase.text);
                ++wrong;
            }
        QVERIFY(checked > 150);
        QVERIFY(wrong == 0);
    }

    void theWindowSpeaksWhatIsChosen() {
        speak("de");
        QCOMPARE(spoken("Inverse temperature"), std::string("Inverse Temperatur"));
        QCOMPARE(spoken("not a text of the core"), std::string("not a text of the core"));
        speak("en");
        QCOMPARE(spoken("Inverse temperature"), std::string("Inverse temperature"));
        speak("tlh");  // spoken nowhere here: as the system does
        QVERIFY(spokenLanguage() == "en" || spokenLanguage() == "de");
        speak("en");
    }

    // A context that the sources give a text and that the program asks for must be the same one.
    void whatTheClassesSayIsFound() {
        speak("de");
        QCOMPARE(Panels::tr("Stop comparing"), QString("Vergleich beenden"));
        QCOMPARE(AboutDialog::tr("Licence"), QString("Lizenz"));
        QCOMPARE(MainWindow::tr("Unsaved changes"), QString::fromUtf8("Ungespeicherte Änderungen"));
        QCOMPARE(ExportDialog::tr("Cancel"), QString("Abbrechen"));
        QCOMPARE(spokenCommand("Play or pause"), QString("Abspielen oder anhalten"));
        speak("en");
        QCOMPARE(Panels::tr("Stop comparing"), QString("Stop comparing"));
    }

    void theCommandLineStaysEnglish() {
        qputenv("LC_ALL", "de_DE.UTF-8");
        qputenv("LANGUAGE", "de");
        QVERIFY(test::program({"run", "dense_memory", "order=1"}).err.contains("out of range"));
        qunsetenv("LC_ALL"), qunsetenv("LANGUAGE");
    }
};

QTEST_MAIN(TestTranslation)
#include "test_translation.moc"
