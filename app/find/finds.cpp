#include "app/find/finds.h"

#include <QFileInfo>
#include <QKeySequence>

#include "app/export/qt_values.h"
#include "app/find/keywords.h"
#include "app/find/palette.h"
#include "app/language/language.h"
#include "app/panels/parameters.h"
#include "app/shell/main_window.h"
#include "app/widgets/param_row.h"
#include "core/base/error.h"
#include "core/param/assignment.h"
#include "core/session/edit.h"

namespace engram {

namespace {

// Why the parameter cannot have that value now; empty where it can.
QString refusalOf(const Document& document, const ParamSpec& spec, const Value& value) {
    try {
        edited(document.session(), document.experiment(), spec.id, value, document.session().step);
        return {};
    } catch (const Error& error) {
        return qtText(spoken(error.what()));
    }
}

void change(MainWindow& window, const ParamSpec& spec, const Value& value) {
    changeParameter(window.canvas().ui(), spec, {.value = value, .dragging = false, .typed = {}});
    window.canvas().wake();
}

void addAssignment(std::vector<Find>& finds, MainWindow& window, const QString& typed) {
    const Document& document = window.document();
    const ParamTable& params = document.experiment().params;
    Find find{.kind = Palette::tr("Set"), .answers = true};
    try {
        const auto wanted = readAssignment(params, typed.toStdString());
        if (!wanted) return;
        const ParamSpec& spec = *wanted->spec;
        find.title = Palette::tr("Set %1 to %2").arg(qtText(shownLabel(spec)), qtText(wanted->text));
        find.detail = Palette::tr("now %1").arg(qtText(shownValue(spec, document.values().at(spec.id))));
        const Value value = params.parse(spec, wanted->text);
        find.title = Palette::tr("Set %1 to %2").arg(qtText(shownLabel(spec)), qtText(shownValue(spec, value)));
        find.refusal = refusalOf(document, spec, value);
        find.choose = [&window, spec = &spec, value] { change(window, *spec, value); };
    } catch (const Error& error) {
        if (find.title.isEmpty()) find.title = typed.trimmed();
        find.refusal = qtText(spoken(error.what()));
    }
    finds.push_back(std::move(find));
}

void addCommands(std::vector<Find>& finds, const Commands& commands) {
    for (const Command& command : commands.all()) {
        const QString keys = QKeySequence(qtText(command.keys)).toString(QKeySequence::NativeText);
        const QString ticked = command.ticked && command.ticked() ? Palette::tr("on") : QString();
        finds.push_back({.title = spokenCommand(command.text),
                         .detail = ticked,
                         .kind = keys.isEmpty() ? spokenCommand(command.menu) : keys,
                         .also = qtText(command.text + " " + command.menu + " " + command.id + " ") + keywordsOf(command.id),
                         .choose = command.run});
    }
}

void addParameters(std::vector<Find>& finds, MainWindow& window) {
    const Document& document = window.document();
    for (const ParamSpec& spec : document.experiment().params.specs())
        finds.push_back({.title = qtText(shownLabel(spec)),
                         .detail = qtText(shownValue(spec, document.values().at(spec.id))),
                         .kind = Palette::tr("Parameter"),
                         .also = qtText(spec.label + " " + spec.id + " " + spoken(spec.group)),
                         .choose = [&window, id = spec.id] {
                             focusParameter(window.canvas().ui(), id);
                             window.canvas().setFocus();
                             window.canvas().wake();
                         }});
}

void addPanels(std::vector<Find>& finds, MainWindow& window) {
    for (const PanelInfo& panel : window.document().experiment().panels)
        finds.push_back({.title = qtText(spoken(panel.title)),
                         .kind = Palette::tr("Panel"),
                         .also = qtText(panel.id),
                         .choose = [&window, id = panel.id] {
                             Blueprint view = window.document().session().view;
                             view.hero = id;
                             window.document().look(view);
                             window.canvas().wake();
                         }});
}

void addExperiments(std::vector<Find>& finds, MainWindow& window) {
    const auto open = [&window](const std::string& id, int example) {
        return [&window, id, example] { emit window.gallery().chosen(qtText(id), example); };
    };
    for (const Experiment& e : experiments()) {
        finds.push_back({.title = qtText(spoken(e.title)),
                         .detail = qtText(spoken(e.summary)),
                         .kind = e.id == window.document().experiment().id ? Palette::tr("Experiment, open") : Palette::tr("Experiment"),
                         .also = qtText(e.id + " " + e.paper),
                         .choose = open(e.id, -1)});
        for (std::size_t i = 0; i < e.examples.size(); ++i)
            finds.push_back({.title = qtText(spoken(e.examples[i].title)),
                             .detail = qtText(spoken(e.examples[i].summary)),
                             .kind = Palette::tr("Example"),
                             .also = qtText(e.title + " " + e.examples[i].id),
                             .choose = open(e.id, int(i))});
    }
}

void addFiles(std::vector<Find>& finds, MainWindow& window, const Preferences& preferences) {
    for (const QString& file : preferences.recent())
        finds.push_back({.title = QFileInfo(file).fileName(),
                         .detail = QFileInfo(file).path(),
                         .kind = Palette::tr("Recent file"),
                         .also = file,
                         .choose = [&window, file] { window.openRecent(file); }});
}

}  // namespace

FindSource everything(MainWindow& window, const Preferences& preferences) {
    return [&window, &preferences](const QString& typed) {
        std::vector<Find> finds;
        addAssignment(finds, window, typed);
        addCommands(finds, window.commands());
        addParameters(finds, window);
        addPanels(finds, window);
        addExperiments(finds, window);
        addFiles(finds, window, preferences);
        return finds;
    };
}

FindSource changes(MainWindow& window) {
    return [&window](const QString&) {
        std::vector<Find> finds;
        const Document& document = window.document();
        for (const ParamSpec& spec : document.experiment().params.specs()) {
            const Value& now = document.values().at(spec.id);
            if (now == spec.fallback) continue;
            finds.push_back({.title = qtText(shownLabel(spec)),
                             .detail = qtText(shownValue(spec, spec.fallback)) + QStringLiteral(" → ") + qtText(shownValue(spec, now)),
                             .kind = Palette::tr("Set back"),
                             .also = qtText(spec.label + " " + spec.id + " " + spoken(spec.group)),
                             .choose = [&window, spec = &spec] { change(window, *spec, spec->fallback); },
                             .refusal = refusalOf(document, spec, spec.fallback),
                             .stays = true});
        }
        return finds;
    };
}

}  // namespace engram
