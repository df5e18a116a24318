// Nothing is left in English: lupdate looks through the application and all that the core says, and every text must have its German.
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "app/language/language.h"
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
    return process.waitForFinished(60'000) && process.exitCode() == 0 ? process.readAllStandardOutput() + "\n" : QByteArray();
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
        for (const Message& message : messagesOf(ENGRAM_ROOT "/assets/translations/engram_de.ts")) {
            const QByteArray what = (message.source + " / " + message.translation).toUtf8();
            QVERIFY2(placeholders(message.source) == placeholders(message.translation), what);
            QVERIFY2(message.source.endsWith(QChar(0x2026)) == message.translation.endsWith(QChar(0x2026)),
                     what);  // an ellipsis: a dialog follows
            QVERIFY2(message.source.startsWith(' ') == message.translation.startsWith(' '), what);
            QVERIFY2(message.source.endsWith(' ') == message.translation.endsWith(' '), what);
        }
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
