<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_GB">
<context>
    <name>Commands</name>
    <message>
        <source>Notes with the lecture</source>
        <translation>Notizen zur Vorlesung</translation>
    </message>
    <message>
        <source>Save lecture as…</source>
        <translation>Vorlesung speichern als …</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>About Engram</source>
        <translation>Über Engram</translation>
    </message>
    <message>
        <source>Branch here</source>
        <translation>Hier abzweigen</translation>
    </message>
    <message>
        <source>Compare branches</source>
        <translation>Zweige vergleichen</translation>
    </message>
    <message>
        <source>Compare with a session…</source>
        <translation>Mit einer Sitzung vergleichen…</translation>
    </message>
    <message>
        <source>Delete the other branch</source>
        <translation>Den anderen Zweig löschen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Export figure…</source>
        <translation>Abbildung exportieren…</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Film…</source>
        <translation>Film…</translation>
    </message>
    <message>
        <source>From above</source>
        <translation>Von oben</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>Instrumente</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Open folder…</source>
        <translation>Ordner öffnen…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Abspielen oder anhalten</translation>
    </message>
    <message>
        <source>Projector preset</source>
        <translation>Für den Projektor</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Rename this branch…</source>
        <translation>Diesen Zweig umbenennen…</translation>
    </message>
    <message>
        <source>Reset camera</source>
        <translation>Kamera zurücksetzen</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Save the sweep&apos;s table…</source>
        <translation>Tabelle des Durchlaufs speichern…</translation>
    </message>
    <message>
        <source>Save weights…</source>
        <translation>Gewichte speichern…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Scene alone</source>
        <translation>Nur die Szene</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Switch to the other branch</source>
        <translation>Zum anderen Zweig wechseln</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Theme system</source>
        <translation>Farben des Systems</translation>
    </message>
    <message>
        <source>Theme dark</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>Theme light</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>Theme print</source>
        <translation>Druckfarben</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Szene</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Add scene</source>
        <translation>Szene hinzufügen</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <translation>Zurück zur Vorgabe</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Ihn ändern</translation>
    </message>
    <message>
        <source>Choose a parameter</source>
        <translation>Einen Parameter wählen</translation>
    </message>
    <message>
        <source>Copy the run in one sentence</source>
        <translation>Den Lauf in einem Satz kopieren</translation>
    </message>
    <message>
        <source>Dense memories, in ten minutes</source>
        <translation>Dichtes Gedächtnis, in zehn Minuten</translation>
    </message>
    <message>
        <source>Download sample data…</source>
        <translation>Beispieldaten laden…</translation>
    </message>
    <message>
        <source>Everything tried</source>
        <translation>Alles Probierte</translation>
    </message>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation>Alles suchen…</translation>
    </message>
    <message>
        <source>Frame everything</source>
        <translation>Alles ins Bild</translation>
    </message>
    <message>
        <source>Go on where it was left</source>
        <translation>Fortsetzen, wo sie verlassen wurde</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Lecture</source>
        <translation>Vorlesung</translation>
    </message>
    <message>
        <source>Lesson beside the view</source>
        <translation>Lektion neben der Ansicht</translation>
    </message>
    <message>
        <source>One level up</source>
        <translation>Eine Ebene hinauf</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>Open lecture…</source>
        <translation>Vorlesung öffnen…</translation>
    </message>
    <message>
        <source>Pan sideways</source>
        <translation>Seitwärts schieben</translation>
    </message>
    <message>
        <source>Pan up and down</source>
        <translation>Auf und ab schieben</translation>
    </message>
    <message>
        <source>Parameters as native controls</source>
        <translation>Parameter als gewöhnliche Bedienelemente</translation>
    </message>
    <message>
        <source>Reduced motion</source>
        <translation>Weniger Bewegung</translation>
    </message>
    <message>
        <source>Region before, next region</source>
        <translation>Voriger, nächster Bereich</translation>
    </message>
    <message>
        <source>Start the lecture</source>
        <translation>Vorlesung beginnen</translation>
    </message>
    <message>
        <source>Status line</source>
        <translation>Statuszeile</translation>
    </message>
    <message>
        <source>Tilt</source>
        <translation>Neigen</translation>
    </message>
    <message>
        <source>To the end of what is recorded</source>
        <translation>Ans Ende des Aufgezeichneten</translation>
    </message>
    <message>
        <source>To the start</source>
        <translation>An den Anfang</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Drehen</translation>
    </message>
    <message>
        <source>Type a value</source>
        <translation>Einen Wert eingeben</translation>
    </message>
    <message>
        <source>What differs from the defaults…</source>
        <translation>Was von den Vorgaben abweicht…</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>by a tenth of a step</source>
        <translation>um ein Zehntel eines Schritts</translation>
    </message>
    <message>
        <source>by ten steps</source>
        <translation>um zehn Schritte</translation>
    </message>
    <message>
        <source>Usual colours</source>
        <translation>Gewöhnliche Farben</translation>
    </message>
    <message>
        <source>Deuteranopia</source>
        <translation>Deuteranopie</translation>
    </message>
    <message>
        <source>Protanopia</source>
        <translation>Protanopie</translation>
    </message>
    <message>
        <source>Tritanopia</source>
        <translation>Tritanopie</translation>
    </message>
    <message>
        <source>Greyscale</source>
        <translation>Graustufen</translation>
    </message>
    <message>
        <source>Next scene; plays on after a vote</source>
        <translation>Nächste Szene; spielt nach einer Abstimmung weiter</translation>
    </message>
    <message>
        <source>Previous scene</source>
        <translation>Vorige Szene</translation>
    </message>
    <message>
        <source>Black screen, and back</source>
        <translation>Schwarzer Bildschirm, und zurück</translation>
    </message>
    <message>
        <source>White screen, and back</source>
        <translation>Weißer Bildschirm, und zurück</translation>
    </message>
    <message>
        <source>A vote</source>
        <translation>Eine Stimme</translation>
    </message>
    <message>
        <source>Take a vote back</source>
        <translation>Eine Stimme zurücknehmen</translation>
    </message>
    <message>
        <source>From a detour back to the plan</source>
        <translation>Von einem Umweg zurück zum Plan</translation>
    </message>
    <message>
        <source>From the first scene on</source>
        <translation>Von der ersten Szene an</translation>
    </message>
    <message>
        <source>This scene once more</source>
        <translation>Diese Szene noch einmal</translation>
    </message>
    <message>
        <source>Notes in a second window</source>
        <translation>Notizen in einem zweiten Fenster</translation>
    </message>
    <message>
        <source>Scene and notes change screens</source>
        <translation>Szene und Notizen tauschen die Bildschirme</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Sie verlassen</translation>
    </message>
    <message>
        <source>Thing before, next thing</source>
        <translation>Ding davor, nächstes Ding</translation>
    </message>
    <message>
        <source>Move, with what is held</source>
        <translation>Bewegen, mit dem Gehaltenen</translation>
    </message>
    <message>
        <source>Press, hold while it is down, paint</source>
        <translation>Drücken, halten, solange sie unten ist, malen</translation>
    </message>
    <message>
        <source>Hold, and let go</source>
        <translation>Halten und loslassen</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Let go of all</source>
        <translation>Alles loslassen</translation>
    </message>
    <message>
        <source>Take things by keys</source>
        <translation>Dinge mit Tasten greifen</translation>
    </message>
    <message>
        <source>Another instrument, where they are tabs</source>
        <translation>Ein anderes Instrument, wo sie Reiter sind</translation>
    </message>
    <message>
        <source>Small multiples along its range</source>
        <translation>Viele kleine Bilder entlang seines Bereichs</translation>
    </message>
    <message>
        <source>Colour vision preview</source>
        <translation>Vorschau der Farbwahrnehmung</translation>
    </message>
    <message>
        <source>A lecture in ten minutes</source>
        <translation>Eine Vorlesung in zehn Minuten</translation>
    </message>
    <message>
        <source>Lesson of this experiment</source>
        <translation>Lektion dieses Experiments</translation>
    </message>
    <message>
        <source>Open labels of the pictures…</source>
        <translation>Labels der Bilder öffnen…</translation>
    </message>
    <message>
        <source>Open rated word pairs…</source>
        <translation>Bewertete Wortpaare öffnen…</translation>
    </message>
</context>
<context>
    <name>Core</name>
    <message>
        <source>never rises between changes by hand</source>
        <translation>steigt nie zwischen Änderungen von Hand</translation>
    </message>
    <message>
        <source>0: β is fixed, and the diffusion is the memory. 1: β = 1 / (2σ²) rises as the noise falls: the probability flow. All that differs between the two, with the exact score.</source>
        <translation>0: β ist fest, und die Diffusion ist das Gedächtnis. 1: β = 1 / (2σ²) steigt, während das Rauschen fällt: der Wahrscheinlichkeitsfluss. Mit dem exakten Score ist das alles, was die beiden unterscheidet.</translation>
    </message>
    <message>
        <source>36 settings from a start near the origin: the best score may use few clusters.</source>
        <translation>36 Einstellungen mit Beginn nahe dem Ursprung: die beste Bewertung nutzt vielleicht wenige Cluster.</translation>
    </message>
    <message>
        <source>A constant input: this much of the cue, at all times.</source>
        <translation>Ein konstanter Eingang: so viel vom Hinweis, zu jeder Zeit.</translation>
    </message>
    <message>
        <source>A crowded memory</source>
        <translation>Ein volles Gedächtnis</translation>
    </message>
    <message>
        <source>A fader for each layer: how slowly it follows what drives it.</source>
        <translation>Ein Regler für jede Schicht: wie langsam sie ihrem Antrieb folgt.</translation>
    </message>
    <message>
        <source>A fly reads</source>
        <translation>Eine Fliege liest</translation>
    </message>
    <message>
        <source>A folder of pictures given as data.</source>
        <translation>Ein Ordner mit Bildern, als Daten gegeben.</translation>
    </message>
    <message>
        <source>A glyph out of pure noise: suddenly one memory is left.</source>
        <translation>Ein Zeichen aus reinem Rauschen: plötzlich bleibt eine Erinnerung.</translation>
    </message>
    <message>
        <source>A map of words</source>
        <translation>Eine Karte der Wörter</translation>
    </message>
    <message>
        <source>A memory that learns</source>
        <translation>Ein Gedächtnis, das lernt</translation>
    </message>
    <message>
        <source>A million pictures, none stored</source>
        <translation>Eine Million Bilder, keins gespeichert</translation>
    </message>
    <message>
        <source>A network learns it while the particles go round: smoother, so that something new can appear.</source>
        <translation>Ein Netz lernt ihn, während die Teilchen kreisen: glatter, so dass Neues erscheinen kann.</translation>
    </message>
    <message>
        <source>A network learns nine points, live: its samples end on them.</source>
        <translation>Ein Netz lernt neun Punkte, vor Augen: was es zieht, endet auf ihnen.</translation>
    </message>
    <message>
        <source>A part is two by two strokes that one rule binds.</source>
        <translation>Ein Teil sind zwei mal zwei Striche, die eine Regel bindet.</translation>
    </message>
    <message>
        <source>A point completed</source>
        <translation>Ein Punkt, ergänzt</translation>
    </message>
    <message>
        <source>A race against k-means</source>
        <translation>Ein Rennen gegen k-means</translation>
    </message>
    <message>
        <source>A scale for each channel, as in ordinary layer normalisation: the energy rises.</source>
        <translation>Ein Maßstab für jeden Kanal, wie in gewöhnlicher Layer-Normalisierung: die Energie steigt.</translation>
    </message>
    <message>
        <source>A second network that learns from the same windows, one switch apart.</source>
        <translation>Ein zweites Netz, das aus denselben Fenstern lernt, einen Schalter entfernt.</translation>
    </message>
    <message>
        <source>A small β: basins are curved, prototypes share their points. Turn it up.</source>
        <translation>Ein kleines β: Einzugsgebiete sind gekrümmt, Prototypen teilen ihre Punkte. Aufdrehen.</translation>
    </message>
    <message>
        <source>A square grid.</source>
        <translation>Ein quadratisches Gitter.</translation>
    </message>
    <message>
        <source>A text file, or the txt, text and md files of a folder, given as data.</source>
        <translation>Eine Textdatei oder die Dateien txt, text und md eines Ordners, als Daten gegeben.</translation>
    </message>
    <message>
        <source>A thousand points on a circle: at t = 0.15 the wells have merged into a valley.</source>
        <translation>Tausend Punkte auf einem Kreis: bei t = 0.15 sind die Mulden zu einem Tal verschmolzen.</translation>
    </message>
    <message>
        <source>A thousand points: a ring</source>
        <translation>Tausend Punkte: ein Ring</translation>
    </message>
    <message>
        <source>A well for each memory; points run part of the way into it.</source>
        <translation>Eine Mulde für jede Erinnerung; Punkte laufen ein Stück in sie hinein.</translation>
    </message>
    <message>
        <source>A window slides over text; the Kenyon cell it drives most learns it.</source>
        <translation>Ein Fenster gleitet über Text; die Kenyon-Zelle, die es am stärksten treibt, lernt es.</translation>
    </message>
    <message>
        <source>A word is learned with weight 1 / count to this power: 1 as published, 0 without.</source>
        <translation>Ein Wort wird mit Gewicht 1 / Häufigkeit hoch dieser Zahl gelernt: 1 wie veröffentlicht, 0 ohne.</translation>
    </message>
    <message>
        <source>A γ for each channel</source>
        <translation>Ein γ für jeden Kanal</translation>
    </message>
    <message>
        <source>ASCII signs; letters beyond ASCII are left out, as published, and any token with a digit is &lt;NUM&gt;.</source>
        <translation>ASCII-Zeichen; Buchstaben jenseits von ASCII fallen weg, wie veröffentlicht, und jedes Wort mit einer Ziffer ist &lt;NUM&gt;.</translation>
    </message>
    <message>
        <source>Activation of memories</source>
        <translation>Aktivierung der Erinnerungen</translation>
    </message>
    <message>
        <source>Active cells</source>
        <translation>Aktive Zellen</translation>
    </message>
    <message>
        <source>Active memories</source>
        <translation>Aktive Erinnerungen</translation>
    </message>
    <message>
        <source>Adjusted Rand index</source>
        <translation>Bereinigter Rand-Index</translation>
    </message>
    <message>
        <source>Adjusted Rand index, k-means</source>
        <translation>Bereinigter Rand-Index, k-means</translation>
    </message>
    <message>
        <source>Agreement with classes</source>
        <translation>Übereinstimmung mit Klassen</translation>
    </message>
    <message>
        <source>All are &lt;UNK&gt;, as published.</source>
        <translation>Alle sind &lt;UNK&gt;, wie veröffentlicht.</translation>
    </message>
    <message>
        <source>All below a line.</source>
        <translation>Alle unter einer Linie.</translation>
    </message>
    <message>
        <source>All columns are features.</source>
        <translation>Alle Spalten sind Merkmale.</translation>
    </message>
    <message>
        <source>All layers at once</source>
        <translation>Alle Schichten zugleich</translation>
    </message>
    <message>
        <source>All layers at once from the old state: long steps raise the energy.</source>
        <translation>Alle Schichten zugleich aus dem alten Zustand: lange Schritte heben die Energie.</translation>
    </message>
    <message>
        <source>All others stand still; 0: none.</source>
        <translation>Alle anderen stehen still; 0: keine.</translation>
    </message>
    <message>
        <source>Along a spiral.</source>
        <translation>Entlang einer Spirale.</translation>
    </message>
    <message>
        <source>Ambiguous strokes</source>
        <translation>Mehrdeutige Striche</translation>
    </message>
    <message>
        <source>An assembly forms</source>
        <translation>Ein Verband bildet sich</translation>
    </message>
    <message>
        <source>Another matrix on the way back: there is no energy then.</source>
        <translation>Eine andere Matrix auf dem Rückweg: dann gibt es keine Energie.</translation>
    </message>
    <message>
        <source>Anywhere on the circle: basins are not Voronoi cells.</source>
        <translation>Irgendwo auf dem Kreis: Einzugsgebiete sind keine Voronoi-Zellen.</translation>
    </message>
    <message>
        <source>Anywhere, each by itself.</source>
        <translation>Irgendwo, jede für sich.</translation>
    </message>
    <message>
        <source>As published: well-known is wellknown.</source>
        <translation>Wie veröffentlicht: aus well-known wird wellknown.</translation>
    </message>
    <message>
        <source>As published; a sentence shorter than the window teaches nothing.</source>
        <translation>Wie veröffentlicht; ein Satz, der kürzer ist als das Fenster, lehrt nichts.</translation>
    </message>
    <message>
        <source>As training begins.</source>
        <translation>Wie zu Beginn eines Trainings.</translation>
    </message>
    <message>
        <source>Assembly theatre</source>
        <translation>Theater der Verbände</translation>
    </message>
    <message>
        <source>Asymmetry</source>
        <translation>Asymmetrie</translation>
    </message>
    <message>
        <source>Attention to itself</source>
        <translation>Attention auf sich selbst</translation>
    </message>
    <message>
        <source>Averaging of weights</source>
        <translation>Mittelung der Gewichte</translation>
    </message>
    <message>
        <source>Backtracking</source>
        <translation>Rückverfolgung</translation>
    </message>
    <message>
        <source>Basins</source>
        <translation>Einzugsgebiete</translation>
    </message>
    <message>
        <source>Basins of</source>
        <translation>Einzugsgebiete von</translation>
    </message>
    <message>
        <source>Basins of the noise</source>
        <translation>Einzugsgebiete des Rauschens</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Begins as the random circle: drag points in the basins, click beside them for more.</source>
        <translation>Beginnt als zufälliger Kreis: Punkte in den Einzugsgebieten ziehen, daneben klicken für mehr.</translation>
    </message>
    <message>
        <source>Begins with a few points: click in the map for more, drag prototypes.</source>
        <translation>Beginnt mit wenigen Punkten: in die Karte klicken für mehr, Prototypen ziehen.</translation>
    </message>
    <message>
        <source>Below the true gain symmetry is broken: what is ambiguous stays wrong.</source>
        <translation>Unter der wahren Verstärkung ist die Symmetrie gebrochen: was mehrdeutig ist, bleibt falsch.</translation>
    </message>
    <message>
        <source>Best silhouette, as published</source>
        <translation>Beste Silhouette, wie veröffentlicht</translation>
    </message>
    <message>
        <source>Best with all clusters used</source>
        <translation>Beste mit allen Clustern genutzt</translation>
    </message>
    <message>
        <source>Between blank lines.</source>
        <translation>Zwischen Leerzeilen.</translation>
    </message>
    <message>
        <source>Binary neurons, no diagonal, one after another: two digits, a fifth of the pixels flipped.</source>
        <translation>Binäre Neuronen, keine Diagonale, eins nach dem anderen: zwei Ziffern, ein Fünftel der Pixel umgekehrt.</translation>
    </message>
    <message>
        <source>Binary: the limit of infinite slope.</source>
        <translation>Binär: der Grenzfall unendlicher Steilheit.</translation>
    </message>
    <message>
        <source>Blobs that are drawn; the number of clusters may differ.</source>
        <translation>Haufen, die gezogen werden; die Zahl der Cluster kann eine andere sein.</translation>
    </message>
    <message>
        <source>Both layers at once from the old state. A bad example: at large steps the energy rises.</source>
        <translation>Beide Schichten zugleich aus dem alten Zustand. Ein schlechtes Beispiel: bei großen Schritten steigt die Energie.</translation>
    </message>
    <message>
        <source>Both layers at once, with steps longer than the time constant: the energy rises, and every such step is marked.</source>
        <translation>Beide Schichten zugleich, mit Schritten länger als die Zeitkonstante: die Energie steigt, und jeder solche Schritt ist markiert.</translation>
    </message>
    <message>
        <source>Break it</source>
        <translation>Zerbrechen</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Cells of a code that inhibition leaves on. 51 of 400 as published.</source>
        <translation>Zellen eines Codes, die die Hemmung an lässt. Veröffentlicht: 51 von 400.</translation>
    </message>
    <message>
        <source>Cells that compete for each window of words. 400 as published.</source>
        <translation>Zellen, die um jedes Fenster von Wörtern konkurrieren. Veröffentlicht: 400.</translation>
    </message>
    <message>
        <source>Cells used</source>
        <translation>Genutzte Zellen</translation>
    </message>
    <message>
        <source>ClAM</source>
        <translation>ClAM</translation>
    </message>
    <message>
        <source>Clustering with memories</source>
        <translation>Gruppieren mit Erinnerungen</translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>Clusters used</source>
        <translation>Genutzte Cluster</translation>
    </message>
    <message>
        <source>Clusters used, k-means</source>
        <translation>Genutzte Cluster, k-means</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>Codes</translation>
    </message>
    <message>
        <source>Colour of points</source>
        <translation>Farbe der Punkte</translation>
    </message>
    <message>
        <source>Column of classes</source>
        <translation>Spalte der Klassen</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>Ergänzung</translation>
    </message>
    <message>
        <source>Composition</source>
        <translation>Komposition</translation>
    </message>
    <message>
        <source>Context</source>
        <translation>Kontext</translation>
    </message>
    <message>
        <source>Corrugation</source>
        <translation>Welligkeit</translation>
    </message>
    <message>
        <source>Corruption</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>Corruption kind</source>
        <translation>Art der Störung</translation>
    </message>
    <message>
        <source>Cosine of the state with the cue&apos;s own memory; 1 is exact.</source>
        <translation>Kosinus des Zustands mit der Erinnerung des Hinweises; 1 ist genau.</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Cue shown</source>
        <translation>Gezeigter Hinweis</translation>
    </message>
    <message>
        <source>Cues</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>DDIM from σ_max to 0 at once: exactly one update of the modern Hopfield network.</source>
        <translation>DDIM von σ_max auf einmal zu 0: genau ein Schritt des modernen Hopfield-Netzes.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Dead cells</source>
        <translation>Tote Zellen</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>Zerfall</translation>
    </message>
    <message>
        <source>Decay of the features of model C. Any value gives the same path on the sphere once the hidden neurons follow; 0 lets the length grow.</source>
        <translation>Zerfall der Merkmale von Modell C. Jeder Wert gibt denselben Weg auf der Kugel, sobald die verborgenen Neuronen folgen; bei 0 wächst die Länge.</translation>
    </message>
    <message>
        <source>Dense layers of 12, 20 and 15 neurons with random weights: the meters add up to dE/dt.</source>
        <translation>Dichte Schichten aus 12, 20 und 15 Neuronen mit zufälligen Gewichten: die Anzeigen summieren sich zu dE/dt.</translation>
    </message>
    <message>
        <source>Dense layers with random weights: the theory, without pictures.</source>
        <translation>Dichte Schichten mit zufälligen Gewichten: die Theorie, ohne Bilder.</translation>
    </message>
    <message>
        <source>Dense memory</source>
        <translation>Dichtes Gedächtnis</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>Descent</source>
        <translation>Abstieg</translation>
    </message>
    <message>
        <source>Descent at fixed β.</source>
        <translation>Abstieg bei festem β.</translation>
    </message>
    <message>
        <source>Deviation on every pixel of the cue. Strokes, and pictures to denoise, have length 1.</source>
        <translation>Abweichung auf jedem Pixel des Hinweises. Striche, und zu entrauschende Bilder, haben Länge 1.</translation>
    </message>
    <message>
        <source>Diffusion</source>
        <translation>Diffusion</translation>
    </message>
    <message>
        <source>Diffusion beside memory</source>
        <translation>Diffusion neben Gedächtnis</translation>
    </message>
    <message>
        <source>Digits and letters drawn by the program.</source>
        <translation>Ziffern und Buchstaben, vom Programm gezeichnet.</translation>
    </message>
    <message>
        <source>Dimension</source>
        <translation>Dimension</translation>
    </message>
    <message>
        <source>Dimensions of the rival</source>
        <translation>Dimensionen des Rivalen</translation>
    </message>
    <message>
        <source>Dissipation</source>
        <translation>Dissipation</translation>
    </message>
    <message>
        <source>Dissipation of layer 1</source>
        <translation>Dissipation von Schicht 1</translation>
    </message>
    <message>
        <source>Dissipation of layer 2</source>
        <translation>Dissipation von Schicht 2</translation>
    </message>
    <message>
        <source>Dissipation of layer 3</source>
        <translation>Dissipation von Schicht 3</translation>
    </message>
    <message>
        <source>Dissipation of layer 4</source>
        <translation>Dissipation von Schicht 4</translation>
    </message>
    <message>
        <source>Dissipation of layer 5</source>
        <translation>Dissipation von Schicht 5</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Drawn from the noisy data at σ_max; both rules start from the same. The first 32, or 8 pictures, are followed in double precision.</source>
        <translation>Aus den verrauschten Daten bei σ_max gezogen; beide Regeln beginnen mit denselben. Die ersten 32, oder 8 Bilder, werden in doppelter Genauigkeit verfolgt.</translation>
    </message>
    <message>
        <source>Drive of each cell, sorted</source>
        <translation>Antrieb jeder Zelle, sortiert</translation>
    </message>
    <message>
        <source>Drives</source>
        <translation>Antriebe</translation>
    </message>
    <message>
        <source>Dynamics</source>
        <translation>Dynamik</translation>
    </message>
    <message>
        <source>E = −2σ² log (1/K) Σ exp: never rises along the flow.</source>
        <translation>E = −2σ² log (1/K) Σ exp: steigt entlang des Flusses nie.</translation>
    </message>
    <message>
        <source>E = −2σ² log Σ exp: may rise, an artefact of the constant.</source>
        <translation>E = −2σ² log Σ exp: kann steigen, ein Artefakt der Konstante.</translation>
    </message>
    <message>
        <source>E = −⅓ Σ relu³: memories speak up only where they fit well.</source>
        <translation>E = −⅓ Σ relu³: Erinnerungen melden sich nur, wo sie gut passen.</translation>
    </message>
    <message>
        <source>E(x), memory</source>
        <translation>E(x), Gedächtnis</translation>
    </message>
    <message>
        <source>E(x, t), diffusion</source>
        <translation>E(x, t), Diffusion</translation>
    </message>
    <message>
        <source>Each pattern&apos;s own mean removed, unit length.</source>
        <translation>Der eigene Mittelwert jedes Musters abgezogen, Länge 1.</translation>
    </message>
    <message>
        <source>Effective memories</source>
        <translation>Effektive Erinnerungen</translation>
    </message>
    <message>
        <source>Eight of 64 cells a word, and words of a topic share them.</source>
        <translation>Acht von 64 Zellen je Wort, und Wörter eines Themas teilen sie.</translation>
    </message>
    <message>
        <source>Eight topics, function words, and one word of two topics.</source>
        <translation>Acht Themen, Funktionswörter und ein Wort aus zwei Themen.</translation>
    </message>
    <message>
        <source>Energies of different times are defined only up to a function of time. This switch is that function.</source>
        <translation>Energien verschiedener Zeiten sind nur bis auf eine Funktion der Zeit bestimmt. Dieser Schalter ist diese Funktion.</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>Energy Transformer</source>
        <translation>Energy Transformer</translation>
    </message>
    <message>
        <source>Energy along the axis</source>
        <translation>Energie entlang der Achse</translation>
    </message>
    <message>
        <source>Energy is not quality</source>
        <translation>Energie ist nicht Güte</translation>
    </message>
    <message>
        <source>Energy of attention</source>
        <translation>Energie der Attention</translation>
    </message>
    <message>
        <source>Energy of layer 1</source>
        <translation>Energie von Schicht 1</translation>
    </message>
    <message>
        <source>Energy of layer 2</source>
        <translation>Energie von Schicht 2</translation>
    </message>
    <message>
        <source>Energy of layer 3</source>
        <translation>Energie von Schicht 3</translation>
    </message>
    <message>
        <source>Energy of layer 4</source>
        <translation>Energie von Schicht 4</translation>
    </message>
    <message>
        <source>Energy of layer 5</source>
        <translation>Energie von Schicht 5</translation>
    </message>
    <message>
        <source>Energy of memories</source>
        <translation>Energie der Erinnerungen</translation>
    </message>
    <message>
        <source>Energy of synapse 1</source>
        <translation>Energie von Synapse 1</translation>
    </message>
    <message>
        <source>Energy of synapse 2</source>
        <translation>Energie von Synapse 2</translation>
    </message>
    <message>
        <source>Energy of synapse 3</source>
        <translation>Energie von Synapse 3</translation>
    </message>
    <message>
        <source>Energy of synapse 4</source>
        <translation>Energie von Synapse 4</translation>
    </message>
    <message>
        <source>Energy of the diffusion</source>
        <translation>Energie der Diffusion</translation>
    </message>
    <message>
        <source>Energy of the features</source>
        <translation>Energie der Merkmale</translation>
    </message>
    <message>
        <source>Energy of the hidden neurons</source>
        <translation>Energie der verborgenen Neuronen</translation>
    </message>
    <message>
        <source>Energy of the memory</source>
        <translation>Energie des Gedächtnisses</translation>
    </message>
    <message>
        <source>Energy of the synapses</source>
        <translation>Energie der Synapsen</translation>
    </message>
    <message>
        <source>Energy surface</source>
        <translation>Energiefläche</translation>
    </message>
    <message>
        <source>Energy, k-means</source>
        <translation>Energie, k-means</translation>
    </message>
    <message>
        <source>Entries become 0.</source>
        <translation>Einträge werden 0.</translation>
    </message>
    <message>
        <source>Entries change sign.</source>
        <translation>Einträge wechseln das Vorzeichen.</translation>
    </message>
    <message>
        <source>Entries of a key.</source>
        <translation>Einträge eines Keys.</translation>
    </message>
    <message>
        <source>Entries of a token.</source>
        <translation>Einträge eines Tokens.</translation>
    </message>
    <message>
        <source>Entries that the corruption left alone do not move.</source>
        <translation>Einträge, die die Störung verschont hat, bewegen sich nicht.</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Eq. (1), mean over the windows of the last minibatch, 1/p relative to a word of mean frequency. No Lyapunov function.</source>
        <translation>Gl. (1), Mittel über die Fenster des letzten Minibatch, 1/p relativ zu einem Wort mittlerer Häufigkeit. Keine Ljapunow-Funktion.</translation>
    </message>
    <message>
        <source>Equally spaced: by symmetry, basins are Voronoi cells, but for the jitter.</source>
        <translation>In gleichen Abständen: der Symmetrie wegen sind Einzugsgebiete Voronoi-Zellen, bis auf die Streuung.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Euler</source>
        <translation>Euler</translation>
    </message>
    <message>
        <source>Euler goes wrong</source>
        <translation>Euler geht fehl</translation>
    </message>
    <message>
        <source>Euler with steps as long as the time constants: the energy goes up and down.</source>
        <translation>Euler mit Schritten so lang wie die Zeitkonstanten: die Energie geht auf und ab.</translation>
    </message>
    <message>
        <source>Euler–Maruyama</source>
        <translation>Euler–Maruyama</translation>
    </message>
    <message>
        <source>Evaluation time</source>
        <translation>Auswertungszeit</translation>
    </message>
    <message>
        <source>Every feature to mean 0 and standard deviation 1.</source>
        <translation>Jedes Merkmal auf Mittel 0 und Standardabweichung 1.</translation>
    </message>
    <message>
        <source>Every other layer relaxes exactly, then those between: never raises the energy.</source>
        <translation>Jede zweite Schicht entspannt sich exakt, dann die dazwischen: hebt die Energie nie.</translation>
    </message>
    <message>
        <source>Every stored point is displaced by this much, at random.</source>
        <translation>Jeder gespeicherte Punkt wird zufällig um so viel verschoben.</translation>
    </message>
    <message>
        <source>Exact score</source>
        <translation>Exakter Score</translation>
    </message>
    <message>
        <source>Exponent of the count</source>
        <translation>Exponent der Häufigkeit</translation>
    </message>
    <message>
        <source>Feature and hidden neurons, two-body synapses, one energy: models A, B, C and the networks of 1984 and 1982.</source>
        <translation>Merkmals- und verborgene Neuronen, Zweikörpersynapsen, eine Energie: die Modelle A, B, C und die Netze von 1984 und 1982.</translation>
    </message>
    <message>
        <source>Feature neurons of models A and 1984.</source>
        <translation>Merkmalsneuronen der Modelle A und 1984.</translation>
    </message>
    <message>
        <source>Feature time constant</source>
        <translation>Zeitkonstante der Merkmale</translation>
    </message>
    <message>
        <source>Features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>Features on a sphere, power or exponential hidden neurons.</source>
        <translation>Merkmale auf einer Kugel, verborgene Neuronen mit Potenz oder Exponentialfunktion.</translation>
    </message>
    <message>
        <source>Feedback at a third</source>
        <translation>Rückführung auf einem Drittel</translation>
    </message>
    <message>
        <source>Feedback gain</source>
        <translation>Verstärkung der Rückführung</translation>
    </message>
    <message>
        <source>First order; the DDIM step.</source>
        <translation>Erste Ordnung; der Schritt von DDIM.</translation>
    </message>
    <message>
        <source>Five groups, the same points: prototypes learn to complete, centres take means.</source>
        <translation>Fünf Gruppen, dieselben Punkte: Prototypen lernen zu ergänzen, Zentren nehmen Mittel.</translation>
    </message>
    <message>
        <source>Fixed β</source>
        <translation>Festes β</translation>
    </message>
    <message>
        <source>Four hundred cells</source>
        <translation>Vierhundert Zellen</translation>
    </message>
    <message>
        <source>Four layers</source>
        <translation>Vier Schichten</translation>
    </message>
    <message>
        <source>From one place to the next. As wide as a stroke they tile the picture; less, and they overlap.</source>
        <translation>Von einem Ort zum nächsten. So breit wie ein Strich decken sie das Bild lückenlos; schmaler überlappen sie.</translation>
    </message>
    <message>
        <source>From random weights, live, on glyphs or on files of yours.</source>
        <translation>Von zufälligen Gewichten an, vor Augen, mit Zeichen oder eigenen Dateien.</translation>
    </message>
    <message>
        <source>From soft to hard</source>
        <translation>Von weich zu hart</translation>
    </message>
    <message>
        <source>From wells to a ring</source>
        <translation>Von Mulden zum Ring</translation>
    </message>
    <message>
        <source>From σ_max down to σ = 0; a step takes the next.</source>
        <translation>Von σ_max hinab zu σ = 0; ein Schritt nimmt die nächste.</translation>
    </message>
    <message>
        <source>Full against reduced</source>
        <translation>Voll gegen reduziert</translation>
    </message>
    <message>
        <source>Gaussian noise is added.</source>
        <translation>Gaußsches Rauschen kommt hinzu.</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>Half an 8</source>
        <translation>Eine halbe 8</translation>
    </message>
    <message>
        <source>Half of it is hidden</source>
        <translation>Die Hälfte ist verdeckt</translation>
    </message>
    <message>
        <source>Half of the pixels are hidden; twelve memories compete and one wins.</source>
        <translation>Die Hälfte der Pixel ist verdeckt; zwölf Erinnerungen konkurrieren, eine gewinnt.</translation>
    </message>
    <message>
        <source>Head shown</source>
        <translation>Gezeigter Kopf</translation>
    </message>
    <message>
        <source>Head width</source>
        <translation>Breite eines Kopfes</translation>
    </message>
    <message>
        <source>Heads</source>
        <translation>Köpfe</translation>
    </message>
    <message>
        <source>Heun</source>
        <translation>Heun</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Verdeckt</translation>
    </message>
    <message>
        <source>Hidden neurons</source>
        <translation>Verborgene Neuronen</translation>
    </message>
    <message>
        <source>Hidden neurons drop out</source>
        <translation>Verborgene Neuronen fallen heraus</translation>
    </message>
    <message>
        <source>Hidden neurons of the denoising memory.</source>
        <translation>Verborgene Neuronen des entrauschenden Gedächtnisses.</translation>
    </message>
    <message>
        <source>Hidden patches</source>
        <translation>Verdeckte Kacheln</translation>
    </message>
    <message>
        <source>Hidden starts at</source>
        <translation>Verdecktes beginnt bei</translation>
    </message>
    <message>
        <source>Hidden time constant</source>
        <translation>Zeitkonstante der verborgenen</translation>
    </message>
    <message>
        <source>Hierarchical memory</source>
        <translation>Hierarchisches Gedächtnis</translation>
    </message>
    <message>
        <source>Hold known entries</source>
        <translation>Bekanntes festhalten</translation>
    </message>
    <message>
        <source>How a hidden neuron turns its overlap into activity.</source>
        <translation>Wie ein verborgenes Neuron seinen Überlapp in Aktivität umsetzt.</translation>
    </message>
    <message>
        <source>How a step is made.</source>
        <translation>Wie ein Schritt gemacht wird.</translation>
    </message>
    <message>
        <source>How far a run goes on: energy falls on, quality does not.</source>
        <translation>Wie weit ein Lauf weitergeht: die Energie fällt weiter, die Güte steigt nicht.</translation>
    </message>
    <message>
        <source>How far the threshold of the APL neuron has come down.</source>
        <translation>Wie weit die Schwelle des APL-Neurons herabgekommen ist.</translation>
    </message>
    <message>
        <source>How many are drawn, or read from an IDX file at most.</source>
        <translation>Wie viele gezogen werden, oder höchstens aus einer IDX-Datei gelesen.</translation>
    </message>
    <message>
        <source>How many are stored. On a circle, many become a ring.</source>
        <translation>Wie viele gespeichert sind. Auf einem Kreis werden viele zu einem Ring.</translation>
    </message>
    <message>
        <source>How many cues run as one batch, one for each memory in turn.</source>
        <translation>Wie viele Hinweise zusammen laufen, reihum einer für jede Erinnerung.</translation>
    </message>
    <message>
        <source>How many patterns are stored.</source>
        <translation>Wie viele Muster gespeichert sind.</translation>
    </message>
    <message>
        <source>How many random patterns fit: orders 2, 3, 4 and the exponential against theory, measured while you watch.</source>
        <translation>Wie viele zufällige Muster hineinpassen: Ordnungen 2, 3, 4 und die Exponentialfunktion gegen die Theorie, vor Augen gemessen.</translation>
    </message>
    <message>
        <source>How much of the picture is hidden.</source>
        <translation>Wie viel des Bildes verdeckt ist.</translation>
    </message>
    <message>
        <source>How noise is added. Both have the same trajectories once x is divided by a.</source>
        <translation>Wie Rauschen hinzukommt. Beide haben dieselben Bahnen, sobald x durch a geteilt wird.</translation>
    </message>
    <message>
        <source>How often all points are gone through. At the end the prototypes of the epoch with the least loss are taken.</source>
        <translation>Wie oft alle Punkte durchlaufen werden. Am Ende gelten die Prototypen der Epoche mit dem kleinsten Verlust.</translation>
    </message>
    <message>
        <source>How often the text is read. 15 as published.</source>
        <translation>Wie oft der Text gelesen wird. Veröffentlicht: 15.</translation>
    </message>
    <message>
        <source>How pictures become memories.</source>
        <translation>Wie Bilder zu Erinnerungen werden.</translation>
    </message>
    <message>
        <source>How slowly the feature neurons follow.</source>
        <translation>Wie langsam die Merkmalsneuronen folgen.</translation>
    </message>
    <message>
        <source>How slowly the hidden neurons follow. Towards 0 they drop out: see the gap.</source>
        <translation>Wie langsam die verborgenen Neuronen folgen. Gegen 0 fallen sie heraus: siehe die Lücke.</translation>
    </message>
    <message>
        <source>How the flow is followed.</source>
        <translation>Wie dem Fluss gefolgt wird.</translation>
    </message>
    <message>
        <source>IDX file</source>
        <translation>IDX-Datei</translation>
    </message>
    <message>
        <source>Images of a file given as data, plain or gzipped.</source>
        <translation>Bilder einer Datei, die als Daten gegeben ist, auch mit gzip gepackt.</translation>
    </message>
    <message>
        <source>In each layer.</source>
        <translation>In jeder Schicht.</translation>
    </message>
    <message>
        <source>Inertia</source>
        <translation>Trägheit</translation>
    </message>
    <message>
        <source>Inertia, k-means</source>
        <translation>Trägheit, k-means</translation>
    </message>
    <message>
        <source>Inhibition</source>
        <translation>Hemmung</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Integrator</source>
        <translation>Integrator</translation>
    </message>
    <message>
        <source>Inverse temperature</source>
        <translation>Inverse Temperatur</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>Iterationen</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>Kenyon calyx</source>
        <translation>Kenyon-Kelch</translation>
    </message>
    <message>
        <source>Kenyon cells</source>
        <translation>Kenyon-Zellen</translation>
    </message>
    <message>
        <source>Kenyon cells of a fly&apos;s brain compete for windows of words; the few that are driven most are a word&apos;s code.</source>
        <translation>Kenyon-Zellen eines Fliegenhirns konkurrieren um Fenster von Wörtern; die wenigen am stärksten getriebenen sind der Code eines Wortes.</translation>
    </message>
    <message>
        <source>Kenyon cells that won a window in the last epoch.</source>
        <translation>Kenyon-Zellen, die in der letzten Epoche ein Fenster gewannen.</translation>
    </message>
    <message>
        <source>Known classes of a table: to score with, never to learn from.</source>
        <translation>Bekannte Klassen einer Tabelle: zum Bewerten, nie zum Lernen.</translation>
    </message>
    <message>
        <source>Lagrangian</source>
        <translation>Lagrange-Funktion</translation>
    </message>
    <message>
        <source>Largest noise</source>
        <translation>Größtes Rauschen</translation>
    </message>
    <message>
        <source>Layer after layer, each solved exactly: never raises the energy.</source>
        <translation>Schicht nach Schicht, jede exakt gelöst: hebt die Energie nie.</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Layers of neurons with one energy: strokes and rules make more memories than could be stored.</source>
        <translation>Schichten von Neuronen mit einer Energie: Striche und Regeln ergeben mehr Erinnerungen, als gespeichert werden könnten.</translation>
    </message>
    <message>
        <source>Learned while you watch, from the stored pictures.</source>
        <translation>Vor Augen gelernt, aus den gespeicherten Bildern.</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Learning to complete</source>
        <translation>Ergänzen lernen</translation>
    </message>
    <message>
        <source>Least count</source>
        <translation>Mindesthäufigkeit</translation>
    </message>
    <message>
        <source>Least count of pairs</source>
        <translation>Mindesthäufigkeit von Paaren</translation>
    </message>
    <message>
        <source>Levels are equally spaced in σ to the power 1/ρ: large exponents stay long at little noise.</source>
        <translation>Die Stufen haben gleiche Abstände in σ hoch 1/ρ: große Exponenten bleiben lange bei wenig Rauschen.</translation>
    </message>
    <message>
        <source>Linear features, softmax hidden neurons: the modern Hopfield network; one step is attention.</source>
        <translation>Lineare Merkmale, verborgene Neuronen mit Softmax: das moderne Hopfield-Netz; ein Schritt ist Attention.</translation>
    </message>
    <message>
        <source>Long groups</source>
        <translation>Lange Gruppen</translation>
    </message>
    <message>
        <source>Looking</source>
        <translation>Betrachten</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Loss, k-means</source>
        <translation>Verlust, k-means</translation>
    </message>
    <message>
        <source>Mean norm</source>
        <translation>Mittlere Norm</translation>
    </message>
    <message>
        <source>Mean of E at fixed β over the particles followed in double precision, weight 1/K inside.</source>
        <translation>Mittel von E bei festem β über die in doppelter Genauigkeit verfolgten Teilchen, Gewicht 1/K innen.</translation>
    </message>
    <message>
        <source>Mean of E over the points where they are. Learning does not descend it: no Lyapunov function.</source>
        <translation>Mittel von E über die Punkte, wo sie sind. Das Lernen steigt sie nicht hinab: keine Ljapunow-Funktion.</translation>
    </message>
    <message>
        <source>Mean of E over the points, with the centres of k-means as prototypes.</source>
        <translation>Mittel von E über die Punkte, mit den Zentren von k-means als Prototypen.</translation>
    </message>
    <message>
        <source>Mean of E(x, t) at the present noise, weight 1/K inside.</source>
        <translation>Mittel von E(x, t) beim jetzigen Rauschen, Gewicht 1/K innen.</translation>
    </message>
    <message>
        <source>Mean over points of (b − a) / max(a, b), Euclidean; a point alone in its cluster counts 0.</source>
        <translation>Mittel über Punkte von (b − a) / max(a, b), euklidisch; ein Punkt allein in seinem Cluster zählt 0.</translation>
    </message>
    <message>
        <source>Mean picture</source>
        <translation>Mittleres Bild</translation>
    </message>
    <message>
        <source>Mean square error</source>
        <translation>Mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>Mean square error of the hidden pixels.</source>
        <translation>Mittlerer quadratischer Fehler der verdeckten Pixel.</translation>
    </message>
    <message>
        <source>Measured along the flow, by central difference.</source>
        <translation>Entlang des Flusses gemessen, durch zentrale Differenz.</translation>
    </message>
    <message>
        <source>Memories</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>Memories are learned, live, such that one step down the energy takes noise away.</source>
        <translation>Erinnerungen werden vor Augen so gelernt, dass ein Schritt die Energie hinab Rauschen entfernt.</translation>
    </message>
    <message>
        <source>Memories learned</source>
        <translation>Gelernte Erinnerungen</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>Minima</source>
        <translation>Minima</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Model A</source>
        <translation>Modell A</translation>
    </message>
    <message>
        <source>Model C lives on a sphere; with a high order its basins become cells.</source>
        <translation>Modell C lebt auf einer Kugel; bei hoher Ordnung werden seine Einzugsgebiete zu Zellen.</translation>
    </message>
    <message>
        <source>Muted layer</source>
        <translation>Stumme Schicht</translation>
    </message>
    <message>
        <source>Mutual information</source>
        <translation>Transinformation</translation>
    </message>
    <message>
        <source>Mutual information, k-means</source>
        <translation>Transinformation, k-means</translation>
    </message>
    <message>
        <source>Nearest stored</source>
        <translation>Nächstes gespeichertes</translation>
    </message>
    <message>
        <source>Nearest words</source>
        <translation>Nächste Wörter</translation>
    </message>
    <message>
        <source>Neuron looked at</source>
        <translation>Betrachtetes Neuron</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>Neuronen</translation>
    </message>
    <message>
        <source>Nine points anywhere on a circle, and where noise flows. Drag them.</source>
        <translation>Neun Punkte irgendwo auf einem Kreis, und wohin Rauschen fließt. Ziehen bewegt sie.</translation>
    </message>
    <message>
        <source>Nine points: it memorises</source>
        <translation>Neun Punkte: es merkt sie sich</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Noise added to the feedback synapses only. Broken symmetry voids the guarantee: rising steps are marked.</source>
        <translation>Rauschen nur auf den rückführenden Synapsen. Ohne Symmetrie gilt die Garantie nicht: steigende Schritte sind markiert.</translation>
    </message>
    <message>
        <source>Noise levels</source>
        <translation>Rauschstufen</translation>
    </message>
    <message>
        <source>Noise on the weights of the way down, in units of their own deviation. Without it they are those of the way up.</source>
        <translation>Rauschen auf den Gewichten des Weges hinab, in Einheiten ihrer eigenen Abweichung. Ohne es sind es die des Weges hinauf.</translation>
    </message>
    <message>
        <source>None to begin with: paint them.</source>
        <translation>Anfangs keine: sie werden gemalt.</translation>
    </message>
    <message>
        <source>Norm at the start</source>
        <translation>Norm zu Beginn</translation>
    </message>
    <message>
        <source>Normal, 0.1 ± 0.1, as published: prototypes are often left without points.</source>
        <translation>Normalverteilt, 0.1 ± 0.1, wie veröffentlicht: Prototypen bleiben oft ohne Punkte.</translation>
    </message>
    <message>
        <source>Norms of cells</source>
        <translation>Normen der Zellen</translation>
    </message>
    <message>
        <source>Not Voronoi cells</source>
        <translation>Keine Voronoi-Zellen</translation>
    </message>
    <message>
        <source>Number of a memory that the plane goes through. Numbers beyond the last count as the last.</source>
        <translation>Nummer einer Erinnerung, durch die die Ebene geht. Nummern über der letzten zählen als die letzte.</translation>
    </message>
    <message>
        <source>Numbers of a text file given as data: CSV, tabs or blanks.</source>
        <translation>Zahlen einer Textdatei, die als Daten gegeben ist: CSV, Tabulatoren oder Leerzeichen.</translation>
    </message>
    <message>
        <source>Of Adam, falling along a cosine.</source>
        <translation>Von Adam, fällt entlang eines Kosinus.</translation>
    </message>
    <message>
        <source>Of Adam; times 0.8 whenever ten epochs bring no gain.</source>
        <translation>Von Adam; mal 0.8, wann immer zehn Epochen keinen Gewinn bringen.</translation>
    </message>
    <message>
        <source>Of AdamW, falling along a cosine.</source>
        <translation>Von AdamW, fällt entlang eines Kosinus.</translation>
    </message>
    <message>
        <source>Of PPMI-SVD.</source>
        <translation>Von PPMI-SVD.</translation>
    </message>
    <message>
        <source>Of a file of word pairs, those are compared whose words both occur so often: the same pairs for any vocabulary.</source>
        <translation>Aus einer Datei von Wortpaaren werden die verglichen, deren beide Wörter so oft vorkommen: dieselben Paare für jeden Wortschatz.</translation>
    </message>
    <message>
        <source>Of attention and memories, in all.</source>
        <translation>Von Attention und Erinnerungen, insgesamt.</translation>
    </message>
    <message>
        <source>Of blobs: 2 lie in the plane; with more, groups lie anywhere.</source>
        <translation>Der Haufen: mit 2 liegen sie in der Ebene; mit mehr liegen Gruppen irgendwo.</translation>
    </message>
    <message>
        <source>Of completing hidden coordinates, mean over all coordinates of the last epoch; at the start of up to 2000 points.</source>
        <translation>Beim Ergänzen verdeckter Koordinaten, Mittel über alle Koordinaten der letzten Epoche; zu Beginn von bis zu 2000 Punkten.</translation>
    </message>
    <message>
        <source>Of completions with the centres of k-means as prototypes, of up to 2000 points.</source>
        <translation>Von Ergänzungen mit den Zentren von k-means als Prototypen, von bis zu 2000 Punkten.</translation>
    </message>
    <message>
        <source>Of each of its hidden layers.</source>
        <translation>Jeder seiner verborgenen Schichten.</translation>
    </message>
    <message>
        <source>Of pictures drawn or read from a folder.</source>
        <translation>Von gezeichneten Bildern und solchen aus einem Ordner.</translation>
    </message>
    <message>
        <source>Of tanh, sigmoid and softmax.</source>
        <translation>Von tanh, Sigmoid und Softmax.</translation>
    </message>
    <message>
        <source>Of that file, those of which the vocabulary has both words.</source>
        <translation>Aus jener Datei die, deren beide Wörter im Wortschatz sind.</translation>
    </message>
    <message>
        <source>Of the Hopfield network beside the attention.</source>
        <translation>Des Hopfield-Netzes neben der Attention.</translation>
    </message>
    <message>
        <source>Of the Hopfield network.</source>
        <translation>Des Hopfield-Netzes.</translation>
    </message>
    <message>
        <source>Of the Hopfield network: −½ Σ relu(ξ·g)², or of the activation chosen.</source>
        <translation>Des Hopfield-Netzes: −½ Σ relu(ξ·g)², oder der gewählten Aktivierung.</translation>
    </message>
    <message>
        <source>Of the attention.</source>
        <translation>Der Attention.</translation>
    </message>
    <message>
        <source>Of the feature.</source>
        <translation>Des Merkmals.</translation>
    </message>
    <message>
        <source>Of the memory, on squared distances. On dot products, as in modern Hopfield networks, the same β is twice as large.</source>
        <translation>Des Gedächtnisses, auf quadrierten Abständen. Auf Skalarprodukten, wie in modernen Hopfield-Netzen, ist dasselbe β doppelt so groß.</translation>
    </message>
    <message>
        <source>Of the pixels against what was spoilt; of the test pictures where a memory is trained.</source>
        <translation>Der Pixel gegen das, was verdorben wurde; der Testbilder, wo ein Gedächtnis trainiert wird.</translation>
    </message>
    <message>
        <source>Of the sentences, that are learned from; words are counted in all of it. Tells whether more text would help.</source>
        <translation>Der Sätze, aus denen gelernt wird; gezählt werden Wörter im ganzen Text. Zeigt, ob mehr Text helfen würde.</translation>
    </message>
    <message>
        <source>Of the softmax over the memories.</source>
        <translation>Des Softmax über den Erinnerungen.</translation>
    </message>
    <message>
        <source>Of the training, 10 a step.</source>
        <translation>Des Trainings, 10 je Schritt.</translation>
    </message>
    <message>
        <source>Of the training, 50 a step, on batches of 512.</source>
        <translation>Des Trainings, 50 je Schritt, mit je 512 Beispielen.</translation>
    </message>
    <message>
        <source>Of the training, ten a step.</source>
        <translation>Des Trainings, zehn je Schritt.</translation>
    </message>
    <message>
        <source>Of the weights of a cell. Above 1 a winner shrinks and lets others win; below 1 it grows, and most cells die.</source>
        <translation>Der Gewichte einer Zelle. Über 1 schrumpft ein Gewinner und lässt andere gewinnen; unter 1 wächst er, und die meisten Zellen sterben.</translation>
    </message>
    <message>
        <source>Of the weights of a cell. The rule leads it to 1.</source>
        <translation>Der Gewichte einer Zelle. Die Regel führt sie zu 1.</translation>
    </message>
    <message>
        <source>Off removes the diagonal of the synapses between features. With sign neurons these then update one after another, as in 1982.</source>
        <translation>Aus entfernt die Diagonale der Synapsen zwischen Merkmalen. Vorzeichenneuronen schalten dann eins nach dem anderen, wie 1982.</translation>
    </message>
    <message>
        <source>On a memory</source>
        <translation>Auf einer Erinnerung</translation>
    </message>
    <message>
        <source>On the nearest</source>
        <translation>Auf der nächsten</translation>
    </message>
    <message>
        <source>On the sphere</source>
        <translation>Auf der Kugel</translation>
    </message>
    <message>
        <source>One hidden layer that learns to take noise away, live.</source>
        <translation>Eine verborgene Schicht, die vor Augen lernt, Rauschen zu entfernen.</translation>
    </message>
    <message>
        <source>One landscape, two rules: energy descent at fixed β, and the probability flow of diffusion, from the same noise.</source>
        <translation>Eine Landschaft, zwei Regeln: Energieabstieg bei festem β und der Wahrscheinlichkeitsfluss der Diffusion, aus demselben Rauschen.</translation>
    </message>
    <message>
        <source>One memory at a time.</source>
        <translation>Eine Erinnerung auf einmal.</translation>
    </message>
    <message>
        <source>One network.</source>
        <translation>Ein Netz.</translation>
    </message>
    <message>
        <source>One of the channels of each place wins: g = softmax(βx).</source>
        <translation>Einer der Kanäle jedes Ortes gewinnt: g = softmax(βx).</translation>
    </message>
    <message>
        <source>One rectangle.</source>
        <translation>Ein Rechteck.</translation>
    </message>
    <message>
        <source>One ring in another.</source>
        <translation>Ein Ring in einem anderen.</translation>
    </message>
    <message>
        <source>One ring in another: spectral clustering finds them, no centre does.</source>
        <translation>Ein Ring in einem anderen: spektrales Gruppieren findet sie, kein Zentrum.</translation>
    </message>
    <message>
        <source>One switch apart</source>
        <translation>Einen Schalter entfernt</translation>
    </message>
    <message>
        <source>One word, two meanings</source>
        <translation>Ein Wort, zwei Bedeutungen</translation>
    </message>
    <message>
        <source>One-step memory</source>
        <translation>Gedächtnis in einem Schritt</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Ordnung</translation>
    </message>
    <message>
        <source>Ordinary layer normalisation: g is then no gradient, and the energy may rise.</source>
        <translation>Die gewöhnliche Layer-Normalisierung: g ist dann kein Gradient, und die Energie kann steigen.</translation>
    </message>
    <message>
        <source>Other ways to cluster</source>
        <translation>Andere Arten zu gruppieren</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Andere Wörter</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlapp</translation>
    </message>
    <message>
        <source>PPMI-SVD expanded at random to K cells of which the k largest are on.</source>
        <translation>PPMI-SVD, zufällig auf K Zellen erweitert, von denen die k größten an sind.</translation>
    </message>
    <message>
        <source>PSNR of one step of a dense memory of all stored pictures, its β chosen on them.</source>
        <translation>PSNR eines Schritts eines dichten Gedächtnisses aller gespeicherten Bilder, sein β an ihnen gewählt.</translation>
    </message>
    <message>
        <source>PSNR where hidden pixels are those of the mean stored picture.</source>
        <translation>PSNR, wo verdeckte Pixel die des mittleren gespeicherten Bildes sind.</translation>
    </message>
    <message>
        <source>PSNR where they are those of the stored picture nearest in what is visible.</source>
        <translation>PSNR, wo sie die des im Sichtbaren nächsten gespeicherten Bildes sind.</translation>
    </message>
    <message>
        <source>Pairs known</source>
        <translation>Bekannte Paare</translation>
    </message>
    <message>
        <source>Particle 1</source>
        <translation>Teilchen 1</translation>
    </message>
    <message>
        <source>Particles</source>
        <translation>Teilchen</translation>
    </message>
    <message>
        <source>Parts on a side</source>
        <translation>Teile je Seite</translation>
    </message>
    <message>
        <source>Past the trained depth</source>
        <translation>Über die trainierte Tiefe hinaus</translation>
    </message>
    <message>
        <source>Past the trained depth the energy falls on, and the quality does not.</source>
        <translation>Über die trainierte Tiefe hinaus fällt die Energie weiter, die Güte steigt nicht.</translation>
    </message>
    <message>
        <source>Patches</source>
        <translation>Kacheln</translation>
    </message>
    <message>
        <source>Patches of a picture descend one energy of attention and memories until what is hidden is filled in.</source>
        <translation>Kacheln eines Bildes steigen eine Energie aus Attention und Erinnerungen hinab, bis das Verdeckte ergänzt ist.</translation>
    </message>
    <message>
        <source>Patches pull at each other: the springs of one head, and both forces.</source>
        <translation>Kacheln ziehen aneinander: die Federn eines Kopfes und beide Kräfte.</translation>
    </message>
    <message>
        <source>Patches that do not fit</source>
        <translation>Kacheln, die nicht passen</translation>
    </message>
    <message>
        <source>Patterns</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Picture side</source>
        <translation>Bildseite</translation>
    </message>
    <message>
        <source>Pictures an iteration.</source>
        <translation>Bilder je Iteration.</translation>
    </message>
    <message>
        <source>Pictures in a folder given as data.</source>
        <translation>Bilder in einem Ordner, der als Daten gegeben ist.</translation>
    </message>
    <message>
        <source>Pictures made of strokes by rules, none of them stored.</source>
        <translation>Bilder, die Regeln aus Strichen machen, keins davon gespeichert.</translation>
    </message>
    <message>
        <source>Pictures of a file given as data, and their classes of one given as labels.</source>
        <translation>Bilder einer Datei, die als Daten gegeben ist, und ihre Klassen aus einer, die als Labels gegeben ist.</translation>
    </message>
    <message>
        <source>Pictures of an iteration.</source>
        <translation>Bilder einer Iteration.</translation>
    </message>
    <message>
        <source>Pixels as they are.</source>
        <translation>Pixel, wie sie sind.</translation>
    </message>
    <message>
        <source>Pixels, strokes, rules for parts, rules for parts of parts. A layer that is added while it runs begins silent.</source>
        <translation>Pixel, Striche, Regeln für Teile, Regeln für Teile von Teilen. Eine Schicht, die im Lauf hinzukommt, beginnt still.</translation>
    </message>
    <message>
        <source>Plane through memory</source>
        <translation>Ebene durch Erinnerung</translation>
    </message>
    <message>
        <source>Point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Points between two steps of the prototypes.</source>
        <translation>Punkte zwischen zwei Schritten der Prototypen.</translation>
    </message>
    <message>
        <source>Points in the plane</source>
        <translation>Punkte in der Ebene</translation>
    </message>
    <message>
        <source>Points of the data far from each other.</source>
        <translation>Punkte der Daten, weit voneinander entfernt.</translation>
    </message>
    <message>
        <source>Points of the data.</source>
        <translation>Punkte der Daten.</translation>
    </message>
    <message>
        <source>Points that can be dragged.</source>
        <translation>Punkte, die gezogen werden können.</translation>
    </message>
    <message>
        <source>Primitives: filters of the convolution.</source>
        <translation>Grundformen: Filter der Faltung.</translation>
    </message>
    <message>
        <source>Probability with which a coordinate of a point is hidden and has to be completed. 0: nothing is hidden, the whole point moves.</source>
        <translation>Wahrscheinlichkeit, mit der eine Koordinate eines Punktes verdeckt ist und ergänzt werden muss. 0: nichts ist verdeckt, der ganze Punkt bewegt sich.</translation>
    </message>
    <message>
        <source>Process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>Prototypes as memories: they learn to complete hidden coordinates, and points cluster by the memory they are drawn to.</source>
        <translation>Prototypen als Erinnerungen: sie lernen, verdeckte Koordinaten zu ergänzen, und Punkte gehören zu der Erinnerung, zu der es sie zieht.</translation>
    </message>
    <message>
        <source>Prototypes: one memory a cluster.</source>
        <translation>Prototypen: eine Erinnerung je Cluster.</translation>
    </message>
    <message>
        <source>Punctuation</source>
        <translation>Satzzeichen</translation>
    </message>
    <message>
        <source>Purity</source>
        <translation>Reinheit</translation>
    </message>
    <message>
        <source>Quality</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>Random layers</source>
        <translation>Zufällige Schichten</translation>
    </message>
    <message>
        <source>Random weights</source>
        <translation>Zufällige Gewichte</translation>
    </message>
    <message>
        <source>Random, W_K = −W_Q and no memories: with long steps, or a γ for each channel, the energy rises.</source>
        <translation>Zufällig, W_K = −W_Q und keine Erinnerungen: mit langen Schritten, oder einem γ für jeden Kanal, steigt die Energie.</translation>
    </message>
    <message>
        <source>Rank correlation of code similarity with the ratings of a file of pairs; without one, with the topics of generated text.</source>
        <translation>Rangkorrelation der Ähnlichkeit von Codes mit den Bewertungen einer Datei von Paaren; ohne sie mit den Themen des erzeugten Textes.</translation>
    </message>
    <message>
        <source>Rare words</source>
        <translation>Seltene Wörter</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Erinnern</translation>
    </message>
    <message>
        <source>Recalled</source>
        <translation>Erinnert</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Erkennen</translation>
    </message>
    <message>
        <source>Rises</source>
        <translation>Anstiege</translation>
    </message>
    <message>
        <source>Rises of the diffusion</source>
        <translation>Anstiege der Diffusion</translation>
    </message>
    <message>
        <source>Rises of the frozen energy</source>
        <translation>Anstiege der eingefrorenen Energie</translation>
    </message>
    <message>
        <source>Rises of the memory</source>
        <translation>Anstiege des Gedächtnisses</translation>
    </message>
    <message>
        <source>Rises without the weight</source>
        <translation>Anstiege ohne das Gewicht</translation>
    </message>
    <message>
        <source>Rival</source>
        <translation>Rivale</translation>
    </message>
    <message>
        <source>Round groups of different sizes on a circle.</source>
        <translation>Runde Gruppen verschiedener Größe auf einem Kreis.</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Rules for parts of parts: a picture of sixty-four strokes is found again by one neuron at the top.</source>
        <translation>Regeln für Teile von Teilen: ein Bild aus vierundsechzig Strichen wird von einem Neuron an der Spitze wiedergefunden.</translation>
    </message>
    <message>
        <source>Runge–Kutta 4</source>
        <translation>Runge–Kutta 4</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Verfahren</translation>
    </message>
    <message>
        <source>Samples are drawn with an exponential average of the weights.</source>
        <translation>Gezogen wird mit einem exponentiellen Mittel der Gewichte.</translation>
    </message>
    <message>
        <source>Scaling</source>
        <translation>Skalierung</translation>
    </message>
    <message>
        <source>Schedule exponent</source>
        <translation>Exponent des Zeitplans</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Second attention term</source>
        <translation>Zweiter Attention-Term</translation>
    </message>
    <message>
        <source>Second network</source>
        <translation>Zweites Netz</translation>
    </message>
    <message>
        <source>Second order: two looks a step.</source>
        <translation>Zweite Ordnung: zwei Blicke je Schritt.</translation>
    </message>
    <message>
        <source>Self-connections</source>
        <translation>Selbstkopplungen</translation>
    </message>
    <message>
        <source>Separation</source>
        <translation>Trennfunktion</translation>
    </message>
    <message>
        <source>Seven memories to drag; four thousand particles show who owns what.</source>
        <translation>Sieben Erinnerungen zum Ziehen; viertausend Teilchen zeigen, wem was gehört.</translation>
    </message>
    <message>
        <source>Share hidden</source>
        <translation>Verdeckter Anteil</translation>
    </message>
    <message>
        <source>Share nearest to the memory that was nearest to their start: basins are not Voronoi cells.</source>
        <translation>Anteil derer, die der Erinnerung am nächsten sind, die schon ihrem Start am nächsten war: Einzugsgebiete sind keine Voronoi-Zellen.</translation>
    </message>
    <message>
        <source>Share of cues whose nearest memory is their own, with an overlap above 0.95.</source>
        <translation>Anteil der Hinweise, deren nächste Erinnerung die eigene ist, mit einem Überlapp über 0.95.</translation>
    </message>
    <message>
        <source>Share of diffusing particles within 1e-3 of a stored point.</source>
        <translation>Anteil diffundierender Teilchen, die einem gespeicherten Punkt näher als 1e-3 sind.</translation>
    </message>
    <message>
        <source>Share of the text</source>
        <translation>Anteil des Textes</translation>
    </message>
    <message>
        <source>Share of the way to the weighted prototypes that a step takes. The energy never rises up to 2.</source>
        <translation>Anteil des Weges zu den gewichteten Prototypen, den ein Schritt nimmt. Bis 2 steigt die Energie nie.</translation>
    </message>
    <message>
        <source>Shares of each patch, and what each force alone would draw.</source>
        <translation>Anteile jeder Kachel, und was jede Kraft allein zeichnen würde.</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>Schärfe</translation>
    </message>
    <message>
        <source>Sharpness of recall</source>
        <translation>Schärfe des Erinnerns</translation>
    </message>
    <message>
        <source>Sharpness of the softmax over half squared distances, as in the published code: twice the β of the paper. Large: k-means.</source>
        <translation>Schärfe des Softmax über halben quadrierten Abständen, wie im veröffentlichten Code: doppelt das β des Artikels. Groß: k-means.</translation>
    </message>
    <message>
        <source>Sharpness of the softmax over keys, as a factor of the usual 1/√Y.</source>
        <translation>Schärfe des Softmax über den Keys, als Faktor des üblichen 1/√Y.</translation>
    </message>
    <message>
        <source>Sharpness of the softmax, or of the exponential, over memories. Small: all memories mix. Large: one wins.</source>
        <translation>Schärfe des Softmax oder der Exponentialfunktion über den Erinnerungen. Klein: alle mischen sich. Groß: eine gewinnt.</translation>
    </message>
    <message>
        <source>Side of a drawn picture.</source>
        <translation>Seitenlänge eines gezeichneten Bildes.</translation>
    </message>
    <message>
        <source>Side of drawn and folder pictures.</source>
        <translation>Seitenlänge gezeichneter Bilder und solcher aus einem Ordner.</translation>
    </message>
    <message>
        <source>Side of the square that a filter sees.</source>
        <translation>Seite des Quadrats, das ein Filter sieht.</translation>
    </message>
    <message>
        <source>Silhouette</source>
        <translation>Silhouette</translation>
    </message>
    <message>
        <source>Silhouette, k-means</source>
        <translation>Silhouette, k-means</translation>
    </message>
    <message>
        <source>Similarity between topics</source>
        <translation>Ähnlichkeit zwischen Themen</translation>
    </message>
    <message>
        <source>Similarity within topics</source>
        <translation>Ähnlichkeit innerhalb von Themen</translation>
    </message>
    <message>
        <source>Since the start.</source>
        <translation>Seit dem Beginn.</translation>
    </message>
    <message>
        <source>Six steps down the energy fill it in. Paint to hide more.</source>
        <translation>Sechs Schritte die Energie hinab ergänzen es. Malen verdeckt mehr.</translation>
    </message>
    <message>
        <source>Sixteen features, a fifth of them hidden each time: a point is completed coordinate by coordinate.</source>
        <translation>Sechzehn Merkmale, jedes Mal ein Fünftel verdeckt: ein Punkt wird Koordinate für Koordinate ergänzt.</translation>
    </message>
    <message>
        <source>Sixteen strokes and thirty-two rules, beside a net with one hidden layer and as many weights.</source>
        <translation>Sechzehn Striche und zweiunddreißig Regeln, neben einem Netz mit einer verborgenen Schicht und ebenso vielen Gewichten.</translation>
    </message>
    <message>
        <source>Size of a stroke</source>
        <translation>Größe eines Strichs</translation>
    </message>
    <message>
        <source>Slope of the features</source>
        <translation>Steilheit der Merkmale</translation>
    </message>
    <message>
        <source>Smallest noise</source>
        <translation>Kleinstes Rauschen</translation>
    </message>
    <message>
        <source>Soft or hard</source>
        <translation>Weich oder hart</translation>
    </message>
    <message>
        <source>Solo layer</source>
        <translation>Schicht allein</translation>
    </message>
    <message>
        <source>Sparse codes</source>
        <translation>Spärliche Codes</translation>
    </message>
    <message>
        <source>Spearman</source>
        <translation>Spearman</translation>
    </message>
    <message>
        <source>Spearman of PPMI-SVD</source>
        <translation>Spearman von PPMI-SVD</translation>
    </message>
    <message>
        <source>Spearman of its codes</source>
        <translation>Spearman seiner Codes</translation>
    </message>
    <message>
        <source>Sphere</source>
        <translation>Kugel</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Squared distances to the means of clusters, summed.</source>
        <translation>Quadrierte Abstände zu den Mitteln der Cluster, summiert.</translation>
    </message>
    <message>
        <source>Standardise</source>
        <translation>Standardisieren</translation>
    </message>
    <message>
        <source>Stands still whatever drives it; 0: none.</source>
        <translation>Steht still, was sie auch antreibt; 0: keine.</translation>
    </message>
    <message>
        <source>Start of prototypes</source>
        <translation>Beginn der Prototypen</translation>
    </message>
    <message>
        <source>Steep features, linear hidden neurons: the classical network; with sign neurons and no diagonal, that of 1982.</source>
        <translation>Steile Merkmale, lineare verborgene Neuronen: das klassische Netz; mit Vorzeichenneuronen und ohne Diagonale das von 1982.</translation>
    </message>
    <message>
        <source>Steep features, power hidden neurons: the dense associative memory.</source>
        <translation>Steile Merkmale, verborgene Neuronen mit Potenz: das dichte assoziative Gedächtnis.</translation>
    </message>
    <message>
        <source>Steep neurons and a separation of order ten hold what the classical network cannot.</source>
        <translation>Steile Neuronen und eine Trennfunktion zehnter Ordnung fassen, was das klassische Netz nicht kann.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Step size</source>
        <translation>Schrittgröße</translation>
    </message>
    <message>
        <source>Steps in which E(x, t) rose, weight 1/K inside. Theory: none along the exact flow.</source>
        <translation>Schritte, in denen E(x, t) stieg, Gewicht 1/K innen. Theorie: keine entlang des exakten Flusses.</translation>
    </message>
    <message>
        <source>Steps in which the energy rose.</source>
        <translation>Schritte, in denen die Energie stieg.</translation>
    </message>
    <message>
        <source>Steps in which the energy rose. Theory: none for small steps of an unbroken model.</source>
        <translation>Schritte, in denen die Energie stieg. Theorie: keine bei kleinen Schritten eines unversehrten Modells.</translation>
    </message>
    <message>
        <source>Steps of single particles in which E at fixed β rose. Theory: none.</source>
        <translation>Schritte einzelner Teilchen, in denen E bei festem β stieg. Theorie: keine.</translation>
    </message>
    <message>
        <source>Steps of the descent; those of a training.</source>
        <translation>Schritte des Abstiegs; die eines Trainings.</translation>
    </message>
    <message>
        <source>Steps of the flow that climb in the landscape frozen at t_eval: the landscape moves.</source>
        <translation>Schritte des Flusses, die in der bei t_eval eingefrorenen Landschaft steigen: die Landschaft bewegt sich.</translation>
    </message>
    <message>
        <source>Steps of the recursion. As published α T = 1, which takes a point 65 % of the way.</source>
        <translation>Schritte der Rekursion. Wie veröffentlicht α T = 1, was einen Punkt 65 % des Weges bringt.</translation>
    </message>
    <message>
        <source>Steps past the depth</source>
        <translation>Schritte über die Tiefe hinaus</translation>
    </message>
    <message>
        <source>Stored pictures</source>
        <translation>Gespeicherte Bilder</translation>
    </message>
    <message>
        <source>Strength of the way down. At 1 it is the exact adjoint of the way up, which the energy needs; elsewhere symmetry is broken.</source>
        <translation>Stärke des Weges hinab. Bei 1 ist er genau der adjungierte des Weges hinauf, den die Energie braucht; sonst ist die Symmetrie gebrochen.</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>Strokes</source>
        <translation>Striche</translation>
    </message>
    <message>
        <source>Strokes are seen, rules bind them, and what was ambiguous is resolved from above.</source>
        <translation>Striche werden gesehen, Regeln binden sie, und was mehrdeutig war, löst sich von oben.</translation>
    </message>
    <message>
        <source>Strokes that look a little more like a wrong one; at most one in each part.</source>
        <translation>Striche, die einem falschen etwas ähnlicher sehen; höchstens einer in jedem Teil.</translation>
    </message>
    <message>
        <source>Such a picture is refused.</source>
        <translation>Ein solches Bild wird abgelehnt.</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>That have a point at least.</source>
        <translation>Die mindestens einen Punkt haben.</translation>
    </message>
    <message>
        <source>The chance that an entry is flipped or masked; for noise its size against the pattern&apos;s own.</source>
        <translation>Die Wahrscheinlichkeit, dass ein Eintrag umgekehrt oder verdeckt wird; bei Rauschen dessen Größe gegen die des Musters.</translation>
    </message>
    <message>
        <source>The classical network fails</source>
        <translation>Das klassische Netz versagt</translation>
    </message>
    <message>
        <source>The classical one: continuous time, if steps are small.</source>
        <translation>Das klassische: stetige Zeit, wenn die Schritte klein sind.</translation>
    </message>
    <message>
        <source>The code of &quot;bank&quot; beside money and beside water. Drag words in and out.</source>
        <translation>Der Code von „bank“ neben Geld und neben Wasser. Wörter hinein- und herausziehen.</translation>
    </message>
    <message>
        <source>The energy they descend</source>
        <translation>Die Energie, die sie hinabsteigen</translation>
    </message>
    <message>
        <source>The faster the hidden neurons, the nearer the full path to the reduced one: a line of slope 1.</source>
        <translation>Je schneller die verborgenen Neuronen, desto näher der volle Weg am reduzierten: eine Gerade mit Steigung 1.</translation>
    </message>
    <message>
        <source>The floor of the valley</source>
        <translation>Der Talgrund</translation>
    </message>
    <message>
        <source>The frozen moment: minima, corrugation and the third energy are those of the landscape at this time.</source>
        <translation>Der eingefrorene Augenblick: Minima, Welligkeit und die dritte Energie sind die der Landschaft zu dieser Zeit.</translation>
    </message>
    <message>
        <source>The largest change of a weight in a minibatch; falls linearly from epoch to epoch.</source>
        <translation>Die größte Änderung eines Gewichts in einem Minibatch; fällt linear von Epoche zu Epoche.</translation>
    </message>
    <message>
        <source>The last level before 0.</source>
        <translation>Die letzte Stufe vor 0.</translation>
    </message>
    <message>
        <source>The moment of recognition</source>
        <translation>Der Augenblick des Erkennens</translation>
    </message>
    <message>
        <source>The most frequent words are kept, so many at most.</source>
        <translation>Die häufigsten Wörter werden behalten, höchstens so viele.</translation>
    </message>
    <message>
        <source>The picture gets a black rim until patches divide it.</source>
        <translation>Das Bild bekommt einen schwarzen Rand, bis Kacheln es aufteilen.</translation>
    </message>
    <message>
        <source>The pitchfork</source>
        <translation>Die Gabelung</translation>
    </message>
    <message>
        <source>The power of the separation function. Higher orders hold more patterns.</source>
        <translation>Die Potenz der Trennfunktion. Höhere Ordnungen fassen mehr Muster.</translation>
    </message>
    <message>
        <source>The probability flow from σ_max.</source>
        <translation>Der Wahrscheinlichkeitsfluss ab σ_max.</translation>
    </message>
    <message>
        <source>The published 51 of 400. They need more travel: six times the cells, a higher rate.</source>
        <translation>Die veröffentlichten 51 von 400. Sie brauchen mehr Weg: sechsmal so viele Zellen, eine höhere Rate.</translation>
    </message>
    <message>
        <source>The published weights at the start, on a small vocabulary: nearly all cells die.</source>
        <translation>Die veröffentlichten Gewichte zu Beginn, mit kleinem Wortschatz: fast alle Zellen sterben.</translation>
    </message>
    <message>
        <source>The reference for continuous time; needs small steps.</source>
        <translation>Der Maßstab für stetige Zeit; braucht kleine Schritte.</translation>
    </message>
    <message>
        <source>The reversed stochastic equation: noise on the way.</source>
        <translation>Die umgekehrte stochastische Gleichung: Rauschen unterwegs.</translation>
    </message>
    <message>
        <source>The rival&apos;s, from the same text and on the same pairs.</source>
        <translation>Die des Rivalen, aus demselben Text und auf denselben Paaren.</translation>
    </message>
    <message>
        <source>The same network and a thousand points: what it generates is new, and lies on the circle.</source>
        <translation>Dasselbe Netz und tausend Punkte: was es erzeugt, ist neu und liegt auf dem Kreis.</translation>
    </message>
    <message>
        <source>The same noise under descent at fixed β and under the probability flow: they agree, and part.</source>
        <translation>Dasselbe Rauschen unter dem Abstieg bei festem β und unter dem Wahrscheinlichkeitsfluss: sie stimmen überein und trennen sich.</translation>
    </message>
    <message>
        <source>The same twelve glyphs with linear hidden neurons: memories that look alike run together.</source>
        <translation>Dieselben zwölf Zeichen mit linearen verborgenen Neuronen: Erinnerungen, die sich ähneln, laufen zusammen.</translation>
    </message>
    <message>
        <source>The same without the weight 1/K: what the additive constant makes of it.</source>
        <translation>Dasselbe ohne das Gewicht 1/K: was die additive Konstante daraus macht.</translation>
    </message>
    <message>
        <source>The same, but all words weigh the same.</source>
        <translation>Dasselbe, aber alle Wörter wiegen gleich.</translation>
    </message>
    <message>
        <source>The same, but with the published weights at the start, made for 20 000 words.</source>
        <translation>Dasselbe, aber mit den veröffentlichten Gewichten zu Beginn, gemacht für 20 000 Wörter.</translation>
    </message>
    <message>
        <source>The same, words of different topics.</source>
        <translation>Dasselbe, Wörter verschiedener Themen.</translation>
    </message>
    <message>
        <source>The softmax over stored points: always ends on one of them.</source>
        <translation>Der Softmax über gespeicherte Punkte: endet immer auf einem von ihnen.</translation>
    </message>
    <message>
        <source>The sum of all parts; with a guarantee it never rises.</source>
        <translation>Die Summe aller Teile; wo eine Garantie gilt, steigt sie nie.</translation>
    </message>
    <message>
        <source>The sum of the three terms; with a guarantee it never rises.</source>
        <translation>Die Summe der drei Terme; wo eine Garantie gilt, steigt sie nie.</translation>
    </message>
    <message>
        <source>The toy of the paper: slanted groups that k-means cuts across.</source>
        <translation>Das Beispiel des Artikels: schräge Gruppen, die k-means durchschneidet.</translation>
    </message>
    <message>
        <source>The training set, which the baselines look things up in. The 64 after it are held out.</source>
        <translation>Die Trainingsmenge, in der auch die Vergleichsverfahren nachsehen. Die 64 danach sind zurückgehalten.</translation>
    </message>
    <message>
        <source>The window slides</source>
        <translation>Das Fenster gleitet</translation>
    </message>
    <message>
        <source>The word looked at, by its place in the vocabulary, the most frequent first. 0: the program picks one.</source>
        <translation>Das betrachtete Wort, nach seinem Platz im Wortschatz, das häufigste zuerst. 0: das Programm wählt eins.</translation>
    </message>
    <message>
        <source>They take their place, but count for nothing.</source>
        <translation>Sie behalten ihren Platz, zählen aber nicht.</translation>
    </message>
    <message>
        <source>Thirty-six glyphs, too warm to choose: the state settles between several of them.</source>
        <translation>Sechsunddreißig Zeichen, zu warm für eine Wahl: der Zustand kommt zwischen mehreren zur Ruhe.</translation>
    </message>
    <message>
        <source>Three long slanted groups side by side, as in the toy of the paper.</source>
        <translation>Drei lange schräge Gruppen nebeneinander, wie im Beispiel des Artikels.</translation>
    </message>
    <message>
        <source>Through all layers, the pixels first. Point at one in the theatre, and click to keep it. 0: the program picks a pixel; numbers beyond the last count as the last.</source>
        <translation>Durch alle Schichten gezählt, die Pixel zuerst. Im Theater auf eines zeigen; ein Klick behält es. 0: das Programm wählt ein Pixel; Zahlen über dem letzten zählen als das letzte.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Time constant</source>
        <translation>Zeitkonstante</translation>
    </message>
    <message>
        <source>Time of a step.</source>
        <translation>Zeit eines Schritts.</translation>
    </message>
    <message>
        <source>Time since the cue; sweeps for neurons that update one after another.</source>
        <translation>Zeit seit dem Hinweis; Durchgänge bei Neuronen, die eins nach dem anderen schalten.</translation>
    </message>
    <message>
        <source>Time step, in units of τ_f = 1.</source>
        <translation>Zeitschritt, in Einheiten von τ_f = 1.</translation>
    </message>
    <message>
        <source>Time-scale mixer</source>
        <translation>Mischpult der Zeitskalen</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Tokens on springs</source>
        <translation>Token an Federn</translation>
    </message>
    <message>
        <source>Topics apart, and the word of two topics between them.</source>
        <translation>Themen getrennt, und dazwischen das Wort aus zwei Themen.</translation>
    </message>
    <message>
        <source>Train it yourself</source>
        <translation>Selbst trainieren</translation>
    </message>
    <message>
        <source>Trained on drawn glyphs; come with the program, or are read from the file given as weights.</source>
        <translation>Auf gezeichneten Zeichen trainiert; kommen mit dem Programm oder aus der Datei, die als Gewichte gegeben ist.</translation>
    </message>
    <message>
        <source>Trained score</source>
        <translation>Gelernter Score</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Two half moons: no centre describes them.</source>
        <translation>Zwei Halbmonde: kein Zentrum beschreibt sie.</translation>
    </message>
    <message>
        <source>Two memories: one well above σ = a, two below. Scrub through it.</source>
        <translation>Zwei Erinnerungen: eine Mulde über σ = a, zwei darunter. Mit der Zeitleiste hindurchfahren.</translation>
    </message>
    <message>
        <source>Two points: the pitchfork.</source>
        <translation>Zwei Punkte: die Gabelung.</translation>
    </message>
    <message>
        <source>Two rules</source>
        <translation>Zwei Regeln</translation>
    </message>
    <message>
        <source>Two rules, one landscape</source>
        <translation>Zwei Regeln, eine Landschaft</translation>
    </message>
    <message>
        <source>Two: a plane to drag points in. Three: the sphere of model C.</source>
        <translation>Zwei: eine Ebene, in der Punkte gezogen werden. Drei: die Kugel von Modell C.</translation>
    </message>
    <message>
        <source>Untied memories</source>
        <translation>Gelöste Erinnerungen</translation>
    </message>
    <message>
        <source>Use of cells</source>
        <translation>Nutzung der Zellen</translation>
    </message>
    <message>
        <source>Variance exploding: x = x₀ + σ ε.</source>
        <translation>Wachsende Varianz: x = x₀ + σ ε.</translation>
    </message>
    <message>
        <source>Variance preserving: x = a x₀ + s ε, a² + s² = 1. The same flow through a lens: x / a at σ = s / a.</source>
        <translation>Erhaltene Varianz: x = a x₀ + s ε, a² + s² = 1. Derselbe Fluss durch eine Linse: x / a bei σ = s / a.</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Vocabulary</source>
        <translation>Wortschatz</translation>
    </message>
    <message>
        <source>Weight 1/K</source>
        <translation>Gewicht 1/K</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Well-known is well, known.</source>
        <translation>Aus well-known wird well, known.</translation>
    </message>
    <message>
        <source>What a search by silhouette rewards</source>
        <translation>Was eine Suche nach Silhouette belohnt</translation>
    </message>
    <message>
        <source>What a token does as a key. Ordinary attention leaves it out; the energy may then rise.</source>
        <translation>Was ein Token als Key bewirkt. Gewöhnliche Attention lässt es weg; die Energie kann dann steigen.</translation>
    </message>
    <message>
        <source>What becomes of words that are not kept.</source>
        <translation>Was aus Wörtern wird, die nicht behalten werden.</translation>
    </message>
    <message>
        <source>What is clustered.</source>
        <translation>Was gruppiert wird.</translation>
    </message>
    <message>
        <source>What is done to a memory to make a cue of it. Every entry is drawn independently.</source>
        <translation>Was mit einer Erinnerung geschieht, um einen Hinweis aus ihr zu machen. Jeder Eintrag wird unabhängig gezogen.</translation>
    </message>
    <message>
        <source>What is done where patches do not divide the picture.</source>
        <translation>Was geschieht, wo Kacheln das Bild nicht aufteilen.</translation>
    </message>
    <message>
        <source>What is read.</source>
        <translation>Was gelesen wird.</translation>
    </message>
    <message>
        <source>What is stored.</source>
        <translation>Was gespeichert ist.</translation>
    </message>
    <message>
        <source>What makes activity of currents, for each layer: g is the slope of the Lagrangian. The last one holds for all that follow.</source>
        <translation>Was aus Strömen Aktivität macht, für jede Schicht: g ist die Steigung der Lagrange-Funktion. Die letzte gilt für alle weiteren.</translation>
    </message>
    <message>
        <source>What no window crosses.</source>
        <translation>Was kein Fenster überschreitet.</translation>
    </message>
    <message>
        <source>What the colours of points stand for.</source>
        <translation>Wofür die Farben der Punkte stehen.</translation>
    </message>
    <message>
        <source>What the layers are about.</source>
        <translation>Worum es in den Schichten geht.</translation>
    </message>
    <message>
        <source>What the weights were trained with: E = −½ Σ relu².</source>
        <translation>Womit die Gewichte trainiert wurden: E = −½ Σ relu².</translation>
    </message>
    <message>
        <source>What the winner has learned</source>
        <translation>Was der Gewinner gelernt hat</translation>
    </message>
    <message>
        <source>What they are known to be.</source>
        <translation>Als was sie bekannt sind.</translation>
    </message>
    <message>
        <source>Where a hidden coordinate starts.</source>
        <translation>Wo eine verdeckte Koordinate beginnt.</translation>
    </message>
    <message>
        <source>Where centres fail</source>
        <translation>Wo Zentren versagen</translation>
    </message>
    <message>
        <source>Where is the energy?</source>
        <translation>Wo ist die Energie?</translation>
    </message>
    <message>
        <source>Where minima lie</source>
        <translation>Wo Minima liegen</translation>
    </message>
    <message>
        <source>Where pictures come from.</source>
        <translation>Woher die Bilder kommen.</translation>
    </message>
    <message>
        <source>Where prototypes are before they learn.</source>
        <translation>Wo Prototypen sind, bevor sie lernen.</translation>
    </message>
    <message>
        <source>Where the flow begins, at t = 1; σ² grows with t.</source>
        <translation>Wo der Fluss beginnt, bei t = 1; σ² wächst mit t.</translation>
    </message>
    <message>
        <source>Where the mean of the memories comes from.</source>
        <translation>Woher das Mittel der Erinnerungen kommt.</translation>
    </message>
    <message>
        <source>Where the weights come from.</source>
        <translation>Woher die Gewichte kommen.</translation>
    </message>
    <message>
        <source>Where they are assigned to.</source>
        <translation>Wohin sie zugeordnet sind.</translation>
    </message>
    <message>
        <source>Whether PPMI-SVD is made from the same text, to compare on a file of word pairs.</source>
        <translation>Ob PPMI-SVD aus demselben Text gemacht wird, zum Vergleich auf einer Datei von Wortpaaren.</translation>
    </message>
    <message>
        <source>Whether a token may attend to itself. The paper excludes it; these weights were trained without.</source>
        <translation>Ob ein Token auf sich selbst achten darf. Der Artikel schließt es aus; diese Gewichte wurden ohne das trainiert.</translation>
    </message>
    <message>
        <source>Which Lagrangians the two layers have.</source>
        <translation>Welche Lagrange-Funktionen die beiden Schichten haben.</translation>
    </message>
    <message>
        <source>Which composition is to be found again. The net with one hidden layer has stored the first few of them.</source>
        <translation>Welche Komposition wiedergefunden werden soll. Das Netz mit einer verborgenen Schicht hat die ersten davon gespeichert.</translation>
    </message>
    <message>
        <source>Which cue of the batch the pictures show. Numbers beyond the last count as the last.</source>
        <translation>Welchen Hinweis die Bilder zeigen. Nummern über der letzten zählen als die letzte.</translation>
    </message>
    <message>
        <source>Which four things may stand together, the same everywhere. Any two differ in two places at least.</source>
        <translation>Welche vier Dinge beieinander stehen dürfen, überall gleich. Je zwei unterscheiden sich an mindestens zwei Orten.</translation>
    </message>
    <message>
        <source>Which of the pictures that were held out is completed.</source>
        <translation>Welches der zurückgehaltenen Bilder ergänzt wird.</translation>
    </message>
    <message>
        <source>Which patches are hidden. Paint on the picture to hide more, or to show some again.</source>
        <translation>Welche Kacheln verdeckt sind. Auf das Bild malen verdeckt weitere oder zeigt einige wieder.</translation>
    </message>
    <message>
        <source>Whose attention the springs show.</source>
        <translation>Wessen Attention die Federn zeigen.</translation>
    </message>
    <message>
        <source>Whose completion is shown.</source>
        <translation>Wessen Ergänzung gezeigt wird.</translation>
    </message>
    <message>
        <source>Whose ends colour the plane.</source>
        <translation>Wessen Enden die Ebene färben.</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Width of the groups.</source>
        <translation>Breite der Gruppen.</translation>
    </message>
    <message>
        <source>Width of the network</source>
        <translation>Breite des Netzes</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Windows a minibatch. Fewer, larger ones move less: what counts is the rate times their number.</source>
        <translation>Fenster je Minibatch. Wenigere, größere bewegen weniger: es zählt die Rate mal ihre Anzahl.</translation>
    </message>
    <message>
        <source>Windows a second</source>
        <translation>Fenster je Sekunde</translation>
    </message>
    <message>
        <source>Windows stay within</source>
        <translation>Fenster bleiben in</translation>
    </message>
    <message>
        <source>Without an energy</source>
        <translation>Ohne Energie</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>Word embeddings of a fly</source>
        <translation>Worteinbettung einer Fliege</translation>
    </message>
    <message>
        <source>Word map</source>
        <translation>Wortkarte</translation>
    </message>
    <message>
        <source>Word similarity</source>
        <translation>Wortähnlichkeit</translation>
    </message>
    <message>
        <source>Words around it, by their places; 0: none. In One word, two meanings they are dragged in and out by hand.</source>
        <translation>Wörter um es herum, nach ihren Plätzen; 0: keins. In Ein Wort, zwei Bedeutungen werden sie von Hand hinein- und herausgezogen.</translation>
    </message>
    <message>
        <source>Words read at the end</source>
        <translation>Am Ende gelesene Wörter</translation>
    </message>
    <message>
        <source>Words seen at once; the one in the middle is the target.</source>
        <translation>Wörter, die zugleich gesehen werden; das mittlere ist das Ziel.</translation>
    </message>
    <message>
        <source>Words that occur less often are not kept.</source>
        <translation>Wörter, die seltener vorkommen, werden nicht behalten.</translation>
    </message>
    <message>
        <source>Words the window slides on over when all is learned.</source>
        <translation>Wörter, über die das Fenster weitergleitet, wenn alles gelernt ist.</translation>
    </message>
    <message>
        <source>and memory</source>
        <translation>und Erinnerung</translation>
    </message>
    <message>
        <source>and memory </source>
        <translation>und Erinnerung </translation>
    </message>
    <message>
        <source>blobs</source>
        <translation>Haufen</translation>
    </message>
    <message>
        <source>block</source>
        <translation>Block</translation>
    </message>
    <message>
        <source>block exponential Euler</source>
        <translation>blockweise exponentieller Euler</translation>
    </message>
    <message>
        <source>brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>centred, unit</source>
        <translation>zentriert, Länge 1</translation>
    </message>
    <message>
        <source>choice</source>
        <translation>Wahl</translation>
    </message>
    <message>
        <source>circle</source>
        <translation>Kreis</translation>
    </message>
    <message>
        <source>classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>clusters</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>composition</source>
        <translation>Komposition</translation>
    </message>
    <message>
        <source>context word</source>
        <translation>Kontextwort</translation>
    </message>
    <message>
        <source>cubic</source>
        <translation>kubisch</translation>
    </message>
    <message>
        <source>dE/dt, predicted and measured</source>
        <translation>dE/dt, vorhergesagt und gemessen</translation>
    </message>
    <message>
        <source>denoise</source>
        <translation>entrauschen</translation>
    </message>
    <message>
        <source>diffusion</source>
        <translation>Diffusion</translation>
    </message>
    <message>
        <source>elongated blobs</source>
        <translation>lange Haufen</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>exp of the entropy of the hidden activity: how many memories take part.</source>
        <translation>exp der Entropie der verborgenen Aktivität: wie viele Erinnerungen mitwirken.</translation>
    </message>
    <message>
        <source>exp of the entropy of the weights of particle 1.</source>
        <translation>exp der Entropie der Gewichte von Teilchen 1.</translation>
    </message>
    <message>
        <source>exp(beta h) / beta.</source>
        <translation>exp(beta h) / beta.</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>exponentiell</translation>
    </message>
    <message>
        <source>files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erste</translation>
    </message>
    <message>
        <source>flip</source>
        <translation>umkehren</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>g = 1 / (1 + exp(−βx)).</source>
        <translation>g = 1 / (1 + exp(−βx)).</translation>
    </message>
    <message>
        <source>g = max(x, 0); its energy has no floor of its own.</source>
        <translation>g = max(x, 0); ihre Energie hat für sich keinen Boden.</translation>
    </message>
    <message>
        <source>g = tanh βx.</source>
        <translation>g = tanh βx.</translation>
    </message>
    <message>
        <source>g = tanh(slope v).</source>
        <translation>g = tanh(slope v).</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source>glyphs</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>grid</source>
        <translation>Gitter</translation>
    </message>
    <message>
        <source>h^n / n. Odd orders are not convex: the energy may rise. A bad example.</source>
        <translation>h^n / n. Ungerade Ordnungen sind nicht konvex: die Energie kann steigen. Ein schlechtes Beispiel.</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>Identität</translation>
    </message>
    <message>
        <source>inside</source>
        <translation>innen</translation>
    </message>
    <message>
        <source>k-means</source>
        <translation>k-means</translation>
    </message>
    <message>
        <source>k-means++</source>
        <translation>k-means++</translation>
    </message>
    <message>
        <source>largest</source>
        <translation>größter</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzte</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>lower half</source>
        <translation>untere Hälfte</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>verdecken</translation>
    </message>
    <message>
        <source>max(h, 0)^n / n: convex for every order.</source>
        <translation>max(h, 0)^n / n: konvex für jede Ordnung.</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Gedächtnis</translation>
    </message>
    <message>
        <source>moons</source>
        <translation>Monde</translation>
    </message>
    <message>
        <source>near the origin</source>
        <translation>nahe dem Ursprung</translation>
    </message>
    <message>
        <source>noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>one step</source>
        <translation>ein Schritt</translation>
    </message>
    <message>
        <source>one word</source>
        <translation>ein Wort</translation>
    </message>
    <message>
        <source>opposed keys</source>
        <translation>entgegengesetzte Keys</translation>
    </message>
    <message>
        <source>pad</source>
        <translation>auffüllen</translation>
    </message>
    <message>
        <source>paragraphs</source>
        <translation>Absätze</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>random circle</source>
        <translation>zufälliger Kreis</translation>
    </message>
    <message>
        <source>raw</source>
        <translation>roh</translation>
    </message>
    <message>
        <source>rectified</source>
        <translation>gleichgerichtet</translation>
    </message>
    <message>
        <source>refuse</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>rings</source>
        <translation>Ringe</translation>
    </message>
    <message>
        <source>scattered</source>
        <translation>verstreut</translation>
    </message>
    <message>
        <source>sentences</source>
        <translation>Sätze</translation>
    </message>
    <message>
        <source>separates</source>
        <translation>trennt</translation>
    </message>
    <message>
        <source>shipped</source>
        <translation>mitgeliefert</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>Sigmoid</translation>
    </message>
    <message>
        <source>sign</source>
        <translation>Vorzeichen</translation>
    </message>
    <message>
        <source>simultaneous Euler</source>
        <translation>gleichzeitiger Euler</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>übersprungen</translation>
    </message>
    <message>
        <source>smallest</source>
        <translation>kleinster</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>glatt</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>spherical</source>
        <translation>sphärisch</translation>
    </message>
    <message>
        <source>spiral</source>
        <translation>Spirale</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>tanh of finite slope.</source>
        <translation>tanh mit endlicher Steilheit.</translation>
    </message>
    <message>
        <source>train now</source>
        <translation>jetzt trainieren</translation>
    </message>
    <message>
        <source>trained</source>
        <translation>gelernt</translation>
    </message>
    <message>
        <source>two</source>
        <translation>zwei</translation>
    </message>
    <message>
        <source>without 1/count</source>
        <translation>ohne 1/Häufigkeit</translation>
    </message>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>x moves by α along −dE/dg.</source>
        <translation>x bewegt sich um α entlang −dE/dg.</translation>
    </message>
    <message>
        <source>zero</source>
        <translation>null</translation>
    </message>
    <message>
        <source>α is halved until the energy does not rise.</source>
        <translation>α wird halbiert, bis die Energie nicht steigt.</translation>
    </message>
    <message>
        <source>β follows the noise</source>
        <translation>β folgt dem Rauschen</translation>
    </message>
    <message>
        <source>β of attention</source>
        <translation>β der Attention</translation>
    </message>
    <message>
        <source>τ x′·Hx′ with x′ = dx/dt; with symmetric feedback all together are −dE/dt.</source>
        <translation>τ x′·Hx′ mit x′ = dx/dt; bei symmetrischer Rückführung sind alle zusammen −dE/dt.</translation>
    </message>
    <message>
        <source>−(1/β) Σ log Σ exp(β K·Q) over heads and queries.</source>
        <translation>−(1/β) Σ log Σ exp(β K·Q) über Köpfe und Queries.</translation>
    </message>
    <message>
        <source>−1 and 1 about the pattern&apos;s mean.</source>
        <translation>−1 und 1 um den Mittelwert des Musters.</translation>
    </message>
    <message>
        <source>−dE/dt, computed from both layers.</source>
        <translation>−dE/dt, aus beiden Schichten berechnet.</translation>
    </message>
    <message>
        <source>A table is read whole</source>
        <translation>Eine Tabelle wird ganz gelesen</translation>
    </message>
    <message>
        <source>Basins are drawn for points of the plane</source>
        <translation>Einzugsgebiete werden für Punkte der Ebene gezeichnet</translation>
    </message>
    <message>
        <source>Basins are drawn for points of the plane. Set data=circle.</source>
        <translation>Einzugsgebiete werden für Punkte der Ebene gezeichnet. data=circle setzen.</translation>
    </message>
    <message>
        <source>It has not been computed yet</source>
        <translation>Noch nicht berechnet</translation>
    </message>
    <message>
        <source>It is half</source>
        <translation>Es ist die Hälfte</translation>
    </message>
    <message>
        <source>Memory on a sphere</source>
        <translation>Gedächtnis auf einer Kugel</translation>
    </message>
    <message>
        <source>No classes are known for these points</source>
        <translation>Für diese Punkte sind keine Klassen bekannt</translation>
    </message>
    <message>
        <source>Nothing is hidden</source>
        <translation>Nichts ist verdeckt</translation>
    </message>
    <message>
        <source>Nothing is hidden: there is no quality to see. Paint on the cue.</source>
        <translation>Nichts ist verdeckt: es gibt keine Güte zu sehen. Auf den Hinweis malen.</translation>
    </message>
    <message>
        <source>Nothing is hidden: there is nothing to complete. Paint on the cue.</source>
        <translation>Nichts ist verdeckt: es gibt nichts zu ergänzen. Auf den Hinweis malen.</translation>
    </message>
    <message>
        <source>Nothing is trained</source>
        <translation>Nichts wird trainiert</translation>
    </message>
    <message>
        <source>Only a table has columns</source>
        <translation>Nur eine Tabelle hat Spalten</translation>
    </message>
    <message>
        <source>Only blobs have a number of features to choose</source>
        <translation>Nur Haufen haben eine wählbare Zahl von Merkmalen</translation>
    </message>
    <message>
        <source>Only blobs have a number of groups to choose</source>
        <translation>Nur Haufen haben eine wählbare Zahl von Gruppen</translation>
    </message>
    <message>
        <source>Only drawn pictures have a size to choose</source>
        <translation>Nur gezeichnete Bilder haben eine wählbare Größe</translation>
    </message>
    <message>
        <source>Only drawn points have a spread</source>
        <translation>Nur gezogene Punkte haben eine Breite</translation>
    </message>
    <message>
        <source>Only models A and 1984 have a choice</source>
        <translation>Nur die Modelle A und 1984 lassen die Wahl</translation>
    </message>
    <message>
        <source>Only models A and 1984 have steep features</source>
        <translation>Nur die Modelle A und 1984 haben steile Merkmale</translation>
    </message>
    <message>
        <source>Only models A and C have a choice</source>
        <translation>Nur die Modelle A und C lassen die Wahl</translation>
    </message>
    <message>
        <source>Only models A and C have an order</source>
        <translation>Nur die Modelle A und C haben eine Ordnung</translation>
    </message>
    <message>
        <source>Pictures stay as they are</source>
        <translation>Bilder bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Points are made by hand</source>
        <translation>Punkte werden von Hand gemacht</translation>
    </message>
    <message>
        <source>Points have no picture. Set data=glyphs.</source>
        <translation>Punkte haben kein Bild. data=glyphs setzen.</translation>
    </message>
    <message>
        <source>Points have no pictures. Set patterns=glyphs.</source>
        <translation>Punkte haben keine Bilder. patterns=glyphs setzen.</translation>
    </message>
    <message>
        <source>Random layers have no pictures. Set task=composition.</source>
        <translation>Zufällige Schichten haben keine Bilder. task=composition setzen.</translation>
    </message>
    <message>
        <source>Random layers start anywhere</source>
        <translation>Zufällige Schichten beginnen irgendwo</translation>
    </message>
    <message>
        <source>Sign neurons are infinitely steep</source>
        <translation>Vorzeichenneuronen sind unendlich steil</translation>
    </message>
    <message>
        <source>Sign neurons move in jumps, which have no rate. Set neurons=smooth.</source>
        <translation>Vorzeichenneuronen bewegen sich in Sprüngen, die keine Rate haben. neurons=smooth setzen.</translation>
    </message>
    <message>
        <source>The brush decides</source>
        <translation>Der Pinsel entscheidet</translation>
    </message>
    <message>
        <source>The comparison is not made yet.</source>
        <translation>Der Vergleich ist noch nicht gemacht.</translation>
    </message>
    <message>
        <source>The exact score needs no training</source>
        <translation>Der exakte Score braucht kein Training</translation>
    </message>
    <message>
        <source>The exponential has no order</source>
        <translation>Die Exponentialfunktion hat keine Ordnung</translation>
    </message>
    <message>
        <source>The file says how large its pictures are</source>
        <translation>Die Datei sagt, wie groß ihre Bilder sind</translation>
    </message>
    <message>
        <source>The study has not begun yet.</source>
        <translation>Die Untersuchung hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>The weights are still being trained</source>
        <translation>Die Gewichte werden noch trainiert</translation>
    </message>
    <message>
        <source>The weights have their sizes</source>
        <translation>Die Gewichte haben ihre Größen</translation>
    </message>
    <message>
        <source>There are fewer than ten known pairs of any frequency</source>
        <translation>Es gibt weniger als zehn bekannte Paare jeder Häufigkeit</translation>
    </message>
    <message>
        <source>There are none. Set memories=256.</source>
        <translation>Es gibt keine. memories=256 setzen.</translation>
    </message>
    <message>
        <source>There are two points</source>
        <translation>Es gibt zwei Punkte</translation>
    </message>
    <message>
        <source>There is one network. Set twin=no_count or twin=small_norm for a second one, one switch apart.</source>
        <translation>Es gibt ein Netz. twin=no_count oder twin=small_norm setzen für ein zweites, einen Schalter entfernt.</translation>
    </message>
    <message>
        <source>dE/dt</source>
        <translation>dE/dt</translation>
    </message>
    <message>
        <source>Highest less lowest of the valley&apos;s floor around the middle, at t_eval; none for pictures.</source>
        <translation>Höchster minus tiefster Punkt des Talgrunds um die Mitte, bei t_eval; keine bei Bildern.</translation>
    </message>
    <message>
        <source>Local minima of the energy at t_eval, for points of the plane; none for pictures.</source>
        <translation>Lokale Minima der Energie bei t_eval, für Punkte der Ebene; keine bei Bildern.</translation>
    </message>
    <message>
        <source>Mean share of cells that agree, words of one topic; none where text has no topics.</source>
        <translation>Mittlerer Anteil übereinstimmender Zellen, Wörter eines Themas; keiner, wo Text keine Themen hat.</translation>
    </message>
    <message>
        <source>Nearest memory</source>
        <translation>Nächste Erinnerung</translation>
    </message>
    <message>
        <source>Number of the memory nearest to the state of the first cue, counted from 1.</source>
        <translation>Nummer der Erinnerung, die dem Zustand des ersten Hinweises am nächsten ist, von 1 an gezählt.</translation>
    </message>
    <message>
        <source>Of a picture: a square number, 49 are 7 x 7. Fewer, larger ones train faster; many small ones are completed better.</source>
        <translation>Eines Bildes: eine Quadratzahl, 49 sind 7 x 7. Wenige große trainieren schneller; viele kleine werden besser ergänzt.</translation>
    </message>
    <message>
        <source>Of a table, counted from 1, those to use as features: 1, 2, 5. 0: all but the classes.</source>
        <translation>Einer Tabelle, von 1 an gezählt, die als Merkmale dienen: 1, 2, 5. 0: alle außer den Klassen.</translation>
    </message>
    <message>
        <source>Of the trained score, 1 where nothing is known; none while the score is exact.</source>
        <translation>Des gelernten Scores, 1, wo nichts bekannt ist; keiner, solange der Score exakt ist.</translation>
    </message>
    <message>
        <source>Of the training, mean square error of what it hides; none where nothing is trained.</source>
        <translation>Des Trainings, mittlerer quadratischer Fehler dessen, was es verdeckt; keiner, wo nichts trainiert wird.</translation>
    </message>
    <message>
        <source>Of the training, over the last iterations; none without one.</source>
        <translation>Des Trainings, über die letzten Iterationen; keiner ohne Training.</translation>
    </message>
    <message>
        <source>Of the whole training, by the clock, once it is finished; none before.</source>
        <translation>Des ganzen Trainings, nach der Uhr, sobald es fertig ist; davor keine.</translation>
    </message>
    <message>
        <source>PSNR of the hidden pixels, 99 where they are exact; none while nothing is hidden.</source>
        <translation>PSNR der verdeckten Pixel, 99, wo sie genau sind; keines, solange nichts verdeckt ist.</translation>
    </message>
    <message>
        <source>Share of the five nearest words that are of the same topic; none where text has no topics.</source>
        <translation>Anteil der fünf nächsten Wörter aus demselben Thema; keiner, wo Text keine Themen hat.</translation>
    </message>
    <message>
        <source>With the known classes, over the mean of both entropies; none where no classes are known.</source>
        <translation>Mit den bekannten Klassen, durch das Mittel beider Entropien; keine, wo keine Klassen bekannt sind.</translation>
    </message>
    <message>
        <source>With the known classes; none where none are known.</source>
        <translation>Mit den bekannten Klassen; keiner, wo keine bekannt sind.</translation>
    </message>
    <message>
        <source>x·g − L; none where there is no such layer.</source>
        <translation>x·g − L; keine, wo es keine solche Schicht gibt.</translation>
    </message>
    <message>
        <source>−g·ξg between layer 1 and the next; none where there is no such layer.</source>
        <translation>−g·ξg zwischen Schicht 1 und der nächsten; keine, wo es keine solche Schicht gibt.</translation>
    </message>
    <message>
        <source>−g·ξg between layer 2 and the next; none where there is no such layer.</source>
        <translation>−g·ξg zwischen Schicht 2 und der nächsten; keine, wo es keine solche Schicht gibt.</translation>
    </message>
    <message>
        <source>−g·ξg between layer 3 and the next; none where there is no such layer.</source>
        <translation>−g·ξg zwischen Schicht 3 und der nächsten; keine, wo es keine solche Schicht gibt.</translation>
    </message>
    <message>
        <source>−g·ξg between layer 4 and the next; none where there is no such layer.</source>
        <translation>−g·ξg zwischen Schicht 4 und der nächsten; keine, wo es keine solche Schicht gibt.</translation>
    </message>
    <message>
        <source>Drag a prototype</source>
        <translation>Einen Prototyp ziehen</translation>
    </message>
    <message>
        <source>Drag a prototype, click for another point</source>
        <translation>Einen Prototyp ziehen, klicken für einen weiteren Punkt</translation>
    </message>
    <message>
        <source>Noise leaves no entry known</source>
        <translation>Rauschen lässt keinen Eintrag bekannt</translation>
    </message>
    <message>
        <source>One neuron after another uses the energy itself</source>
        <translation>Ein Neuron nach dem anderen nutzt die Energie selbst</translation>
    </message>
    <message>
        <source>One step is one sweep over all neurons</source>
        <translation>Ein Schritt ist ein Durchgang über alle Neuronen</translation>
    </message>
    <message>
        <source>Only model 1984, and A with sign neurons, have self-connections to remove</source>
        <translation>Nur das Modell 1984, und A mit Vorzeichenneuronen, haben Selbstkopplungen zu entfernen</translation>
    </message>
    <message>
        <source>Only model B and the exponential have a temperature</source>
        <translation>Nur Modell B und die Exponentialfunktion haben eine Temperatur</translation>
    </message>
    <message>
        <source>Only model C leaves the decay open</source>
        <translation>Nur Modell C lässt den Zerfall offen</translation>
    </message>
    <message>
        <source>Only points have a dimension to choose</source>
        <translation>Nur Punkte haben eine wählbare Dimension</translation>
    </message>
    <message>
        <source>Points are stored as they are</source>
        <translation>Punkte werden gespeichert, wie sie sind</translation>
    </message>
    <message>
        <source>Points in two dimensions lie in one plane</source>
        <translation>Punkte in zwei Dimensionen liegen in einer Ebene</translation>
    </message>
    <message>
        <source>Set task=composition for pictures made of strokes</source>
        <translation>task=composition setzen für Bilder aus Strichen</translation>
    </message>
    <message>
        <source>Set task=denoise for a memory that learns</source>
        <translation>task=denoise setzen für ein Gedächtnis, das lernt</translation>
    </message>
    <message>
        <source>Set task=random for dense layers of any size</source>
        <translation>task=random setzen für dichte Schichten jeder Größe</translation>
    </message>
    <message>
        <source>The text is generated</source>
        <translation>Der Text ist erzeugt</translation>
    </message>
    <message>
        <source>The trained memory has spherical pixels and a softmax over its memories</source>
        <translation>Das trainierte Gedächtnis hat sphärische Pixel und einen Softmax über seinen Erinnerungen</translation>
    </message>
    <message>
        <source>There is one cue</source>
        <translation>Es gibt einen Hinweis</translation>
    </message>
    <message>
        <source>These patterns have a size of their own</source>
        <translation>Diese Muster haben eine eigene Größe</translation>
    </message>
    <message>
        <source>drag memories, click beside them for more</source>
        <translation>Erinnerungen ziehen, daneben klicken für mehr</translation>
    </message>
    <message>
        <source>drag the memories</source>
        <translation>Erinnerungen lassen sich ziehen</translation>
    </message>
    <message>
        <source>drag words over the line to put them into the context, or out of it</source>
        <translation>Wörter über die Linie ziehen bringt sie in den Kontext oder heraus</translation>
    </message>
    <message>
        <source>paint on the cue to change it</source>
        <translation>auf den Hinweis malen ändert ihn</translation>
    </message>
    <message>
        <source>paint on the cue, point at the state to look at a pixel</source>
        <translation>auf den Hinweis malen, auf den Zustand zeigen für einen Blick auf ein Pixel</translation>
    </message>
    <message>
        <source>point at a neuron, click to keep it</source>
        <translation>auf ein Neuron zeigen, ein Klick behält es</translation>
    </message>
    <message>
        <source>The trained memory makes one step of size 1</source>
        <translation>Das trainierte Gedächtnis macht einen Schritt der Größe 1</translation>
    </message>
    <message>
        <source>Random layers have no pictures</source>
        <translation>Zufällige Schichten haben keine Bilder</translation>
    </message>
    <message>
        <source>The trained memory makes one step at a time, from all pixels at once</source>
        <translation>Das trainierte Gedächtnis macht einen Schritt auf einmal, von allen Pixeln aus</translation>
    </message>
    <message>
        <source>nearest memory %1 with overlap %2</source>
        <translation>nächste Erinnerung %1 mit Überlapp %2</translation>
    </message>
    <message>
        <source>Plane through memories %1, %2 and %3</source>
        <translation>Ebene durch die Erinnerungen %1, %2 und %3</translation>
    </message>
    <message>
        <source>Plane through memories %1 and %2</source>
        <translation>Ebene durch die Erinnerungen %1 und %2</translation>
    </message>
    <message>
        <source>Plane through memory %1</source>
        <translation>Ebene durch Erinnerung %1</translation>
    </message>
    <message>
        <source>place on the axis through memory %1</source>
        <translation>Ort auf der Achse durch Erinnerung %1</translation>
    </message>
    <message>
        <source>Memory %1</source>
        <translation>Erinnerung %1</translation>
    </message>
    <message>
        <source>goes to memory %1 in %2 steps</source>
        <translation>geht in %2 Schritten zu Erinnerung %1</translation>
    </message>
    <message>
        <source>goes to memory %1 in %2 step</source>
        <translation>geht in %2 Schritt zu Erinnerung %1</translation>
    </message>
    <message>
        <source>goes to memory %1 in %2 τ</source>
        <translation>geht in %2 τ zu Erinnerung %1</translation>
    </message>
    <message>
        <source>goes to memory %1</source>
        <translation>geht zu Erinnerung %1</translation>
    </message>
    <message>
        <source>switches to %1 at %2 % noise</source>
        <translation>wechselt zu %1 bei %2 % Rauschen</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Liest %1</translation>
    </message>
    <message>
        <source>%1 is the same in all rows and tells points apart by nothing</source>
        <translation>%1 ist in allen Zeilen gleich und unterscheidet keine Punkte</translation>
    </message>
    <message>
        <source>%1 holds %2 points: clusters are lowered from %3 to %4</source>
        <translation>%1 enthält %2 Punkte: die Zahl der Cluster sinkt von %3 auf %4</translation>
    </message>
    <message>
        <source>without %1/count</source>
        <translation>ohne %1/Häufigkeit</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>%1 and %2 more from step %3</source>
        <translation>%1 und %2 weitere ab Schritt %3</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 from step %2</source>
        <translation>%1 ab Schritt %2</translation>
    </message>
    <message>
        <source>by hand from step %1</source>
        <translation>von Hand ab Schritt %1</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>dasselbe</translation>
    </message>
    <message>
        <source>to no memory at %1 % noise</source>
        <translation>zu keiner Erinnerung bei %1 % Rauschen</translation>
    </message>
    <message>
        <source>reaches no memory in %1 steps</source>
        <translation>erreicht in %1 Schritten keine Erinnerung</translation>
    </message>
    <message>
        <source>reaches no memory in %1 step</source>
        <translation>erreicht in %1 Schritt keine Erinnerung</translation>
    </message>
    <message>
        <source>reaches no memory in %1 τ</source>
        <translation>erreicht in %1 τ keine Erinnerung</translation>
    </message>
    <message>
        <source>reaches no memory</source>
        <translation>erreicht keine Erinnerung</translation>
    </message>
    <message>
        <source>no basin</source>
        <translation>kein Gebiet</translation>
    </message>
    <message>
        <source>Comparing with PPMI-SVD</source>
        <translation>Vergleicht mit PPMI-SVD</translation>
    </message>
    <message>
        <source>the same so far</source>
        <translation>bisher gleich</translation>
    </message>
    <message>
        <source>they part at step %1</source>
        <translation>sie trennen sich bei Schritt %1</translation>
    </message>
    <message>
        <source>difference of energy</source>
        <translation>Energiedifferenz</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>The two runs show nothing here that could be subtracted</source>
        <translation>Die beiden Läufe zeigen hier nichts, was sich subtrahieren ließe</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Läufen</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>A plot needs one or two swept parameters</source>
        <translation>Ein Diagramm braucht einen oder zwei durchlaufene Parameter</translation>
    </message>
    <message>
        <source>%1=%2 is out of range; %3 goes from %4 to %5</source>
        <translation>%1=%2 liegt außerhalb; %3 geht von %4 bis %5</translation>
    </message>
    <message>
        <source>%1 must be a finite number, not %2</source>
        <translation>%1 muss eine endliche Zahl sein, nicht %2</translation>
    </message>
    <message>
        <source>%1=%2 is not on or off</source>
        <translation>%1=%2 ist nicht on oder off</translation>
    </message>
    <message>
        <source>%1=%2 is not a whole number from %3 to %4</source>
        <translation>%1=%2 ist keine ganze Zahl von %3 bis %4</translation>
    </message>
    <message>
        <source>%1=%2 is not a number from %3 to %4</source>
        <translation>%1=%2 ist keine Zahl von %3 bis %4</translation>
    </message>
    <message>
        <source>%1=%2 has %3 entries, more than %4; write one for each %5, with slashes or commas between them</source>
        <translation>%1=%2 hat %3 Einträge, mehr als %4; je einen schreiben für %5, mit Schrägstrichen oder Kommas dazwischen</translation>
    </message>
    <message>
        <source>%1 must be one of %2</source>
        <translation>%1 muss eins sein von %2</translation>
    </message>
    <message>
        <source>%1 must be a list of entries with slashes or commas between them</source>
        <translation>%1 muss eine Liste von Einträgen mit Schrägstrichen oder Kommas dazwischen sein</translation>
    </message>
    <message>
        <source>%1 must be on or off</source>
        <translation>%1 muss on oder off sein</translation>
    </message>
    <message>
        <source>%1 must be a whole number, not %2</source>
        <translation>%1 muss eine ganze Zahl sein, nicht %2</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is not of the form id=value</source>
        <translation>&apos;%1&apos; hat nicht die Form id=value</translation>
    </message>
    <message>
        <source>no %1 named %2; did you mean %3</source>
        <translation>%1 %2 gibt es nicht; gemeint ist vielleicht %3</translation>
    </message>
    <message>
        <source>no %1 named %2; known are %3</source>
        <translation>%1 %2 gibt es nicht; bekannt sind %3</translation>
    </message>
    <message>
        <source>no %1 named %2; known is %3</source>
        <translation>%1 %2 gibt es nicht; bekannt ist %3</translation>
    </message>
    <message>
        <source>no branch named %1 to compare with</source>
        <translation>Zweig %1 zum Vergleichen gibt es nicht</translation>
    </message>
    <message>
        <source>no %1 named %2</source>
        <translation>%1 %2 gibt es nicht</translation>
    </message>
    <message>
        <source>parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>measure or parameter</source>
        <translation>Maß oder Parameter</translation>
    </message>
    <message>
        <source>experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>panel</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>formula</source>
        <translation>Formel</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>tensor</source>
        <translation>Tensor</translation>
    </message>
    <message>
        <source>count=%1 patterns of %2 entries are more than fit; take fewer or smaller ones</source>
        <translation>count=%1 Muster mit %2 Einträgen sind mehr, als hineinpassen; weniger oder kleinere nehmen</translation>
    </message>
    <message>
        <source>cues=%1 are more than fit in memory at this size; take fewer</source>
        <translation>cues=%1 sind bei dieser Größe mehr, als in den Speicher passen; weniger nehmen</translation>
    </message>
    <message>
        <source>exp(beta h) overflows: overlaps reach %1 with these patterns and this scaling; take beta below %2, or scaling=centred_unit</source>
        <translation>exp(beta h) läuft über: Überlapps erreichen %1 mit diesen Mustern und dieser Skalierung; beta unter %2 nehmen, oder scaling=centred_unit</translation>
    </message>
    <message>
        <source>integrator=%1 is unbounded at dt=%2: every step longer than %3 of the shortest time constant makes the state grow without end; take dt below %4, or integrator=block</source>
        <translation>integrator=%1 ist bei dt=%2 unbeschränkt: jeder Schritt länger als %3 der kürzesten Zeitkonstante lässt den Zustand ohne Ende wachsen; dt unter %4 nehmen, oder integrator=block</translation>
    </message>
    <message>
        <source>sigma_min=%1 is not below sigma_max=%2: the noise has to fall on its way to %3</source>
        <translation>sigma_min=%1 liegt nicht unter sigma_max=%2: das Rauschen muss auf seinem Weg zu %3 fallen</translation>
    </message>
    <message>
        <source>score=trained learns points of the plane, not pictures: set data=circle, or score=exact</source>
        <translation>score=trained lernt Punkte der Ebene, keine Bilder: data=circle setzen, oder score=exact</translation>
    </message>
    <message>
        <source>tokens=%1 is not a square: %2 and %3 are</source>
        <translation>tokens=%1 ist keine Quadratzahl: %2 und %3 sind welche</translation>
    </message>
    <message>
        <source>active=%1 of kenyon_cells=%2: some must be silent</source>
        <translation>active=%1 von kenyon_cells=%2: einige müssen stumm sein</translation>
    </message>
    <message>
        <source>stride=%1 is longer than kernel=%2: pixels between strokes would be seen by none</source>
        <translation>stride=%1 ist länger als kernel=%2: Pixel zwischen Strichen sähe keiner</translation>
    </message>
    <message>
        <source>kernel=%1 is no multiple of stride=%2: no place would see a whole stroke</source>
        <translation>kernel=%1 ist kein Vielfaches von stride=%2: kein Ort sähe einen ganzen Strich</translation>
    </message>
    <message>
        <source>layers=%1 needs parts=%2 or a multiple of it, not parts=%3</source>
        <translation>layers=%1 braucht parts=%2 oder ein Vielfaches davon, nicht parts=%3</translation>
    </message>
    <message>
        <source>rules=%1 are more than %2 strokes can tell apart: at most %3</source>
        <translation>rules=%1 sind mehr, als %2 Striche unterscheiden können: höchstens %3</translation>
    </message>
    <message>
        <source>a picture of %1 pixels a side is too large; make parts, kernel or both smaller</source>
        <translation>ein Bild von %1 Pixeln je Seite ist zu groß; parts, kernel oder beide verkleinern</translation>
    </message>
    <message>
        <source>channels=%1 at %2 places are too many; make the stride longer or the parts fewer</source>
        <translation>channels=%1 an %2 Orten sind zu viele; stride verlängern oder parts verringern</translation>
    </message>
    <message>
        <source>%1=%2 is no layer; there are %3</source>
        <translation>%1=%2 ist keine Schicht; es gibt %3</translation>
    </message>
    <message>
        <source>sizes of %1 weights are too many; at most %2</source>
        <translation>Größen mit %1 Gewichten sind zu viele; höchstens %2</translation>
    </message>
    <message>
        <source>clusters=%1 is more than the %2 points there are</source>
        <translation>clusters=%1 ist mehr als die %2 Punkte, die es gibt</translation>
    </message>
    <message>
        <source>points of %1 features are too large; up to %2 are clustered</source>
        <translation>Punkte mit %1 Merkmalen sind zu groß; bis zu %2 werden gruppiert</translation>
    </message>
    <message>
        <source>%1 points are too many; up to %2 are clustered</source>
        <translation>%1 Punkte sind zu viele; bis zu %2 werden gruppiert</translation>
    </message>
    <message>
        <source>share leaves no window to learn from; raise it</source>
        <translation>share lässt kein Fenster zum Lernen übrig; erhöhen</translation>
    </message>
    <message>
        <source>%1 %2 has the same value everywhere; without its mean nothing is left to store</source>
        <translation>%1 %2 hat überall denselben Wert; ohne seinen Mittelwert bleibt nichts zu speichern</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>patterns=idx needs a file of images: add --data FILE</source>
        <translation>patterns=idx braucht eine Datei mit Bildern: eine öffnen, oder --data FILE</translation>
    </message>
    <message>
        <source>patterns=images needs a folder of pictures: add --data FOLDER</source>
        <translation>patterns=images braucht einen Ordner mit Bildern: einen öffnen, oder --data FOLDER</translation>
    </message>
    <message>
        <source>data=idx needs a file of images: add --data FILE</source>
        <translation>data=idx braucht eine Datei mit Bildern: eine öffnen, oder --data FILE</translation>
    </message>
    <message>
        <source>data=idx needs a file of pictures: add --data FILE</source>
        <translation>data=idx braucht eine Datei mit Bildern: eine öffnen, oder --data FILE</translation>
    </message>
    <message>
        <source>data=idx needs a file of images: open one, or add --data FILE</source>
        <translation>data=idx braucht eine Datei mit Bildern: eine öffnen, oder --data FILE</translation>
    </message>
    <message>
        <source>data=images needs a folder of pictures: open one, or add --data FOLDER</source>
        <translation>data=images braucht einen Ordner mit Bildern: einen öffnen, oder --data FOLDER</translation>
    </message>
    <message>
        <source>data=table needs a file of numbers: add --data FILE, or open it in the window</source>
        <translation>data=table braucht eine Datei mit Zahlen: sie im Fenster öffnen, oder --data FILE</translation>
    </message>
    <message>
        <source>data=text needs a text file or a folder: add --data PATH</source>
        <translation>data=text braucht eine Textdatei oder einen Ordner: öffnen, oder --data PATH</translation>
    </message>
    <message>
        <source>data=glyphs draws its own pictures: set data=idx or data=images to read %1</source>
        <translation>data=glyphs zeichnet eigene Bilder: data=idx oder data=images setzen, um %1 zu lesen</translation>
    </message>
    <message>
        <source>count=%1 but the glyphs holds %2 pictures</source>
        <translation>count=%1, aber es gibt %2 Zeichen</translation>
    </message>
    <message>
        <source>count=%1 but %2 holds %3 pictures</source>
        <translation>count=%1, aber %2 enthält %3 Bilder</translation>
    </message>
    <message>
        <source>count=%1 but %2 holds %3 labels</source>
        <translation>count=%1, aber %2 enthält %3 Labels</translation>
    </message>
    <message>
        <source>%1 holds %2 labels for %3 pictures</source>
        <translation>%1 enthält %2 Labels für %3 Bilder</translation>
    </message>
    <message>
        <source>%1 holds %2 pictures: at least %3 are needed, as some are held out</source>
        <translation>%1 enthält %2 Bilder: mindestens %3 sind nötig, da einige zurückgehalten werden</translation>
    </message>
    <message>
        <source>pictures of %1 are larger than the %2 these weights are for: set size=%3, or weights=trained</source>
        <translation>Bilder von %1 sind größer als die %2, für die diese Gewichte sind: size=%3 setzen, oder weights=trained</translation>
    </message>
    <message>
        <source>%1 patches across do not divide pictures of %2: set tokens, or fit=pad for a black rim</source>
        <translation>%1 Kacheln nebeneinander teilen Bilder von %2 nicht auf: tokens setzen, oder fit=pad für einen schwarzen Rand</translation>
    </message>
    <message>
        <source>of the %1 pairs in %2 the text knows none; open a longer text</source>
        <translation>von den %1 Paaren in %2 kennt der Text keins; einen längeren Text öffnen</translation>
    </message>
    <message>
        <source>of the %1 pairs in %2 the text knows none of so many occurrences; lower pair_count</source>
        <translation>von den %1 Paaren in %2 kennt der Text keins, das so oft vorkommt; pair_count verringern</translation>
    </message>
    <message>
        <source>cannot open %1: %2</source>
        <translation>%1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>cannot open %1</source>
        <translation>%1 lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>cannot read the folder %1: %2</source>
        <translation>der Ordner %1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>%1 lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>cannot read %1</source>
        <translation>%1 lässt sich nicht lesen</translation>
    </message>
    <message>
        <source>cannot write to an empty path</source>
        <translation>ohne Pfad lässt sich nicht schreiben</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>%1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>eine solche Datei gibt es nicht</translation>
    </message>
    <message>
        <source>there is no such folder</source>
        <translation>einen solchen Ordner gibt es nicht</translation>
    </message>
    <message>
        <source>it could not be opened</source>
        <translation>sie ließ sich nicht öffnen</translation>
    </message>
    <message>
        <source>no file %1</source>
        <translation>keine Datei %1</translation>
    </message>
    <message>
        <source>%1 is a folder, not a file</source>
        <translation>%1 ist ein Ordner, keine Datei</translation>
    </message>
    <message>
        <source>%1 is a folder, not an IDX file</source>
        <translation>%1 ist ein Ordner, keine IDX-Datei</translation>
    </message>
    <message>
        <source>%1 is a file, not a folder of pictures</source>
        <translation>%1 ist eine Datei, kein Ordner mit Bildern</translation>
    </message>
    <message>
        <source>%1 is not a file</source>
        <translation>%1 ist keine Datei</translation>
    </message>
    <message>
        <source>the folder %1 is empty</source>
        <translation>der Ordner %1 ist leer</translation>
    </message>
    <message>
        <source>%1 is empty</source>
        <translation>%1 ist leer</translation>
    </message>
    <message>
        <source>%1 is too large: %2 bytes, at most %3</source>
        <translation>%1 ist zu groß: %2 Bytes, höchstens %3</translation>
    </message>
    <message>
        <source>%1 is too large: more than %2 bytes</source>
        <translation>%1 ist zu groß: mehr als %2 Bytes</translation>
    </message>
    <message>
        <source>%1 is damaged or not a picture of a known kind (%2)</source>
        <translation>%1 ist beschädigt oder kein Bild bekannter Art (%2)</translation>
    </message>
    <message>
        <source>%1 is damaged or truncated (%2)</source>
        <translation>%1 ist beschädigt oder abgeschnitten (%2)</translation>
    </message>
    <message>
        <source>the folder %1 holds no pictures (PNG, JPEG, BMP or PGM), only %2</source>
        <translation>der Ordner %1 enthält keine Bilder (PNG, JPEG, BMP oder PGM), nur %2</translation>
    </message>
    <message>
        <source>%1 pictures of %2 would take more than %3 GiB of memory</source>
        <translation>%1 Bilder aus %2 bräuchten mehr als %3 GiB Speicher</translation>
    </message>
    <message>
        <source>%1 is truncated or its header lies: it promises %2 pictures of %3 x %4 (%5 bytes), but the file has %6 bytes</source>
        <translation>%1 ist abgeschnitten oder ihr Kopf lügt: er verspricht %2 Bilder von %3 x %4 (%5 Bytes), aber die Datei hat %6 Bytes</translation>
    </message>
    <message>
        <source>%1 is truncated or its header lies: it promises %2 pictures of %3 x %4 (%5 bytes), but the file has %6 bytes, gzipped</source>
        <translation>%1 ist abgeschnitten oder ihr Kopf lügt: er verspricht %2 Bilder von %3 x %4 (%5 Bytes), aber die Datei hat %6 Bytes, gepackt</translation>
    </message>
    <message>
        <source>%1 is truncated or its header lies: it promises %2 labels (%3 bytes), but the file has %4 bytes</source>
        <translation>%1 ist abgeschnitten oder ihr Kopf lügt: er verspricht %2 Labels (%3 Bytes), aber die Datei hat %4 Bytes</translation>
    </message>
    <message>
        <source>%1 is longer than its header says</source>
        <translation>%1 ist länger, als ihr Kopf sagt</translation>
    </message>
    <message>
        <source>%1 is truncated: the checksum at its end is missing</source>
        <translation>%1 ist abgeschnitten: die Prüfsumme am Ende fehlt</translation>
    </message>
    <message>
        <source>%1 is truncated: its header ends after %2 bytes</source>
        <translation>%1 ist abgeschnitten: ihr Kopf endet nach %2 Bytes</translation>
    </message>
    <message>
        <source>%1 is truncated: it ends within picture %2 of %3</source>
        <translation>%1 ist abgeschnitten: sie endet in Bild %2 von %3</translation>
    </message>
    <message>
        <source>%1 is too short for an IDX file: it has %2 bytes</source>
        <translation>%1 ist zu kurz für eine IDX-Datei: sie hat %2 Bytes</translation>
    </message>
    <message>
        <source>%1 does not hold IDX pictures: it looks like %2</source>
        <translation>%1 enthält keine IDX-Bilder: sie sieht aus wie %2</translation>
    </message>
    <message>
        <source>%1 does not hold IDX labels: it looks like %2</source>
        <translation>%1 enthält keine IDX-Labels: sie sieht aus wie %2</translation>
    </message>
    <message>
        <source>%1 holds no IDX pictures or labels: it looks like %2</source>
        <translation>%1 enthält keine IDX-Bilder oder -Labels: sie sieht aus wie %2</translation>
    </message>
    <message>
        <source>%1 holds no IDX pictures or labels</source>
        <translation>%1 enthält keine IDX-Bilder oder -Labels</translation>
    </message>
    <message>
        <source>IDX pictures</source>
        <translation>IDX-Bilder</translation>
    </message>
    <message>
        <source>IDX labels</source>
        <translation>IDX-Labels</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>something else</source>
        <translation>etwas anderes</translation>
    </message>
    <message>
        <source>%1 holds no pictures</source>
        <translation>%1 enthält keine Bilder</translation>
    </message>
    <message>
        <source>%1 holds no labels</source>
        <translation>%1 enthält keine Labels</translation>
    </message>
    <message>
        <source>%1 says that its pictures are %2 x %3; a side of %4 to %5 is read</source>
        <translation>%1 sagt, ihre Bilder seien %2 x %3; gelesen werden Seiten von %4 bis %5</translation>
    </message>
    <message>
        <source>%1 is not a table of text: it holds bytes that no text has</source>
        <translation>%1 ist keine Tabelle aus Text: sie enthält Bytes, die kein Text hat</translation>
    </message>
    <message>
        <source>%1 has quotes in line %2 that do not match; quote whole cells</source>
        <translation>%1 hat in Zeile %2 Anführungszeichen, die nicht zusammenpassen; ganze Zellen einschließen</translation>
    </message>
    <message>
        <source>%1 has %2 columns; up to %3 are read</source>
        <translation>%1 hat %2 Spalten; bis zu %3 werden gelesen</translation>
    </message>
    <message>
        <source>%1 has %2 cells in line %3, but %4 in the lines above</source>
        <translation>%1 hat %2 Zellen in Zeile %3, aber %4 in den Zeilen davor</translation>
    </message>
    <message>
        <source>%1 has more than %2 rows; cut it down</source>
        <translation>%1 hat mehr als %2 Zeilen; kürzen</translation>
    </message>
    <message>
        <source>%1 holds more than %2 cells; cut it down</source>
        <translation>%1 enthält mehr als %2 Zellen; kürzen</translation>
    </message>
    <message>
        <source>%1 has no line of numbers under its names</source>
        <translation>%1 hat unter ihren Namen keine Zeile mit Zahlen</translation>
    </message>
    <message>
        <source>%1 has one row of numbers; clusters need at least two points</source>
        <translation>%1 hat eine Zeile mit Zahlen; Cluster brauchen mindestens zwei Punkte</translation>
    </message>
    <message>
        <source>%1 has %2 columns, and no column %3</source>
        <translation>%1 hat %2 Spalten, und keine Spalte %3</translation>
    </message>
    <message>
        <source>column %1 of %2 holds the labels, which are never a feature; set labels=none to use it</source>
        <translation>Spalte %1 von %2 enthält die Labels, die nie ein Merkmal sind; labels=none setzen, um sie zu nutzen</translation>
    </message>
    <message>
        <source>column %1 of %2 is chosen twice</source>
        <translation>Spalte %1 von %2 ist zweimal gewählt</translation>
    </message>
    <message>
        <source>%1 has %2 features; up to %3 are read, so choose some with columns</source>
        <translation>%1 hat %2 Merkmale; bis zu %3 werden gelesen, also mit columns welche wählen</translation>
    </message>
    <message>
        <source>%1 has one column, and that holds the labels; set labels=none to cluster by it</source>
        <translation>%1 hat eine Spalte, und die enthält die Labels; labels=none setzen, um nach ihr zu gruppieren</translation>
    </message>
    <message>
        <source>%1, line %2, %3 (column %4): a number is missing; fill it in, or leave the column out with columns</source>
        <translation>%1, Zeile %2, %3 (Spalte %4): eine Zahl fehlt; ergänzen, oder die Spalte mit columns weglassen</translation>
    </message>
    <message>
        <source>%1, line %2, %3 (column %4): &quot;%5&quot; is not a number; fill it in, or leave the column out with columns</source>
        <translation>%1, Zeile %2, %3 (Spalte %4): „%5“ ist keine Zahl; ergänzen, oder die Spalte mit columns weglassen</translation>
    </message>
    <message>
        <source>%1 is not text: byte %2 is zero</source>
        <translation>%1 ist kein Text: Byte %2 ist null</translation>
    </message>
    <message>
        <source>%1 is not UTF-8: byte %2; save it as UTF-8 first</source>
        <translation>%1 ist nicht UTF-8: Byte %2; zuerst als UTF-8 speichern</translation>
    </message>
    <message>
        <source>%1 is not UTF-8: it ends in the middle of a letter</source>
        <translation>%1 ist nicht UTF-8: der Text endet mitten in einem Buchstaben</translation>
    </message>
    <message>
        <source>%1 holds no words</source>
        <translation>%1 enthält keine Wörter</translation>
    </message>
    <message>
        <source>no word of the text occurs %1 times; lower min_count</source>
        <translation>kein Wort des Textes kommt %1-mal vor; min_count verringern</translation>
    </message>
    <message>
        <source>there is no text %1</source>
        <translation>einen Text %1 gibt es nicht</translation>
    </message>
    <message>
        <source>the folder %1 holds no txt, text or md file</source>
        <translation>der Ordner %1 enthält keine Datei txt, text oder md</translation>
    </message>
    <message>
        <source>%1 holds more than %2 GiB of text</source>
        <translation>%1 enthält mehr als %2 GiB Text</translation>
    </message>
    <message>
        <source>there are no documents at %1</source>
        <translation>bei %1 gibt es keine Dokumente</translation>
    </message>
    <message>
        <source>%1 does not hold two classes of documents with some to learn from and some to test</source>
        <translation>%1 enthält nicht zwei Klassen von Dokumenten, mit einigen zum Lernen und einigen zum Testen</translation>
    </message>
    <message>
        <source>%1 line %2 does not begin with a label and a colon or tab</source>
        <translation>%1, Zeile %2 beginnt nicht mit einem Label und einem Doppelpunkt oder Tabulator</translation>
    </message>
    <message>
        <source>%1 line %2 has a label and no text</source>
        <translation>%1, Zeile %2 hat ein Label und keinen Text</translation>
    </message>
    <message>
        <source>%1 is no file of Energy Transformer weights: its %2 is missing</source>
        <translation>%1 ist keine Datei mit Gewichten eines Energy Transformers: %2 fehlt</translation>
    </message>
    <message>
        <source>%1 holds Energy Transformer weights of a later format</source>
        <translation>%1 enthält Gewichte eines Energy Transformers in neuerem Format</translation>
    </message>
    <message>
        <source>%1 is damaged: its header is not a JSON object</source>
        <translation>%1 ist beschädigt: ihr Kopf ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>%1 is too short for a safetensors file: it has %2 bytes</source>
        <translation>%1 ist zu kurz für eine Safetensors-Datei: sie hat %2 Bytes</translation>
    </message>
    <message>
        <source>%1 is no safetensors file, or its header lies: it would be %2 bytes long</source>
        <translation>%1 ist keine Safetensors-Datei, oder ihr Kopf lügt: er wäre %2 Bytes lang</translation>
    </message>
    <message>
        <source>%1 is not a NumPy array</source>
        <translation>%1 ist kein NumPy-Array</translation>
    </message>
    <message>
        <source>not a session: it does not say format = %1</source>
        <translation>keine Sitzung: format = %1 fehlt</translation>
    </message>
    <message>
        <source>not a session</source>
        <translation>keine Sitzung</translation>
    </message>
    <message>
        <source>made by a newer version of engram (format %1, this one reads %2)</source>
        <translation>von einer neueren Version von Engram gemacht (Format %1, diese liest %2)</translation>
    </message>
    <message>
        <source>made for a newer version of engram (format %1, this one reads %2)</source>
        <translation>für eine neuere Version von Engram gemacht (Format %1, diese liest %2)</translation>
    </message>
    <message>
        <source>format %1 never existed</source>
        <translation>Format %1 gab es nie</translation>
    </message>
    <message>
        <source>does not name its experiment</source>
        <translation>nennt kein Experiment</translation>
    </message>
    <message>
        <source>%1 must be true or false</source>
        <translation>%1 muss true oder false sein</translation>
    </message>
    <message>
        <source>%1 must be a whole number</source>
        <translation>%1 muss eine ganze Zahl sein</translation>
    </message>
    <message>
        <source>%1 = %2 is out of range</source>
        <translation>%1 = %2 liegt außerhalb</translation>
    </message>
    <message>
        <source>%1 must be a text</source>
        <translation>%1 muss ein Text sein</translation>
    </message>
    <message>
        <source>%1 must be a list</source>
        <translation>%1 muss eine Liste sein</translation>
    </message>
    <message>
        <source>%1 must be a table</source>
        <translation>%1 muss eine Tabelle sein</translation>
    </message>
    <message>
        <source>%1 must be a number, a text, true or false</source>
        <translation>%1 muss eine Zahl, ein Text, true oder false sein</translation>
    </message>
    <message>
        <source>%1 must be a number</source>
        <translation>%1 muss eine Zahl sein</translation>
    </message>
    <message>
        <source>%1 must hold %2 numbers</source>
        <translation>%1 muss %2 Zahlen enthalten</translation>
    </message>
    <message>
        <source>%1 cannot change on the way</source>
        <translation>%1 kann sich unterwegs nicht ändern</translation>
    </message>
    <message>
        <source>at step %1</source>
        <translation>bei Schritt %1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1 (Zeile %2)</translation>
    </message>
    <message>
        <source>%1 is no PNG, SVG or PDF, so it carries no Engram recipe</source>
        <translation>%1 ist kein PNG, SVG oder PDF und trägt also kein Engram-Rezept</translation>
    </message>
    <message>
        <source>%1 is a %2 without an Engram recipe; only figures made by Engram carry one</source>
        <translation>%1 ist ein %2 ohne Engram-Rezept; nur Abbildungen von Engram tragen eins</translation>
    </message>
    <message>
        <source>%1 is a film without an Engram recipe; only films made by Engram carry one</source>
        <translation>%1 ist ein Film ohne Engram-Rezept; nur Filme von Engram tragen eins</translation>
    </message>
    <message>
        <source>the Engram recipe in %1 is cut off</source>
        <translation>das Engram-Rezept in %1 ist abgeschnitten</translation>
    </message>
    <message>
        <source>%1 is damaged: a text chunk does not match its checksum</source>
        <translation>%1 ist beschädigt: ein Textblock passt nicht zu seiner Prüfsumme</translation>
    </message>
    <message>
        <source>a branch needs a name</source>
        <translation>ein Zweig braucht einen Namen</translation>
    </message>
    <message>
        <source>a branch is named %1 already</source>
        <translation>so heißt schon ein Zweig: %1</translation>
    </message>
    <message>
        <source>a grid of more than %1 runs is too large to look at; sweep instead</source>
        <translation>ein Gitter aus mehr als %1 Läufen ist zu groß zum Ansehen; stattdessen einen Durchlauf machen</translation>
    </message>
    <message>
        <source>this moment holds more than a command can say (changes on the way, a camera, a layout); save the session first</source>
        <translation>dieser Augenblick enthält mehr, als ein Befehl sagen kann (Änderungen unterwegs, eine Kamera, eine Anordnung); zuerst die Sitzung speichern</translation>
    </message>
    <message>
        <source>%1 no longer holds this session; save it first</source>
        <translation>%1 enthält diese Sitzung nicht mehr; zuerst speichern</translation>
    </message>
    <message>
        <source>%1 no longer holds this film; save the session first</source>
        <translation>%1 enthält diesen Film nicht mehr; zuerst die Sitzung speichern</translation>
    </message>
    <message>
        <source>the keys of a film are in its session; save the session first</source>
        <translation>die Marken eines Films stehen in seiner Sitzung; zuerst die Sitzung speichern</translation>
    </message>
    <message>
        <source>%1 at %2 s comes after one at %3 s; keys go in order of time</source>
        <translation>%1 bei %2 s kommt nach einem bei %3 s; Marken folgen der Zeit</translation>
    </message>
    <message>
        <source>%1 at %2 s lies beyond the end of the film, %3 s</source>
        <translation>%1 bei %2 s liegt hinter dem Ende des Films, %3 s</translation>
    </message>
    <message>
        <source>a film of %1 x %2 pixels is out of range; from %3 x %4 to %5 x %6</source>
        <translation>ein Film von %1 x %2 Pixeln liegt außerhalb; von %3 x %4 bis %5 x %6</translation>
    </message>
    <message>
        <source>a film from step %1 to step %2 goes backwards</source>
        <translation>ein Film von Schritt %1 bis Schritt %2 läuft rückwärts</translation>
    </message>
    <message>
        <source>fades of %1 s do not fit into %2 s</source>
        <translation>Blenden von %1 s passen nicht in %2 s</translation>
    </message>
    <message>
        <source>the caption &quot;%1&quot; ends before it begins</source>
        <translation>die Einblendung „%1“ endet, bevor sie beginnt</translation>
    </message>
    <message>
        <source>%1 starts the run anew, so it cannot change in the middle of a film</source>
        <translation>%1 startet den Lauf neu und kann sich mitten im Film nicht ändern</translation>
    </message>
    <message>
        <source>a lesson begins with its title, like # Dense memory</source>
        <translation>eine Lektion beginnt mit ihrem Titel, wie # Dense memory</translation>
    </message>
    <message>
        <source>no scene; one begins with a heading, like ## Half a glyph</source>
        <translation>keine Szene; eine beginnt mit einer Überschrift, wie ## Half a glyph</translation>
    </message>
    <message>
        <source>%1 needs words after it</source>
        <translation>%1 braucht Wörter dahinter</translation>
    </message>
    <message>
        <source>%1 needs the name of a file</source>
        <translation>%1 braucht den Namen einer Datei</translation>
    </message>
    <message>
        <source>%1 stands alone, without %2</source>
        <translation>%1 steht allein, ohne %2</translation>
    </message>
    <message>
        <source>name an experiment first, like experiment dense_memory</source>
        <translation>zuerst ein Experiment nennen, wie experiment dense_memory</translation>
    </message>
    <message>
        <source>the scene names no experiment</source>
        <translation>die Szene nennt kein Experiment</translation>
    </message>
    <message>
        <source>a step is a number from %1 to %2, not %3</source>
        <translation>ein Schritt ist eine Zahl von %1 bis %2, nicht %3</translation>
    </message>
    <message>
        <source>a seed is a whole number, not %1</source>
        <translation>ein Seed ist eine ganze Zahl, nicht %1</translation>
    </message>
    <message>
        <source>%1 reads no %2</source>
        <translation>%1 liest keine %2</translation>
    </message>
    <message>
        <source>no experiment reads %1</source>
        <translation>kein Experiment liest %1</translation>
    </message>
    <message>
        <source>folders of pictures</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>Tabellen</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>classes of pictures</source>
        <translation>Klassen von Bildern</translation>
    </message>
    <message>
        <source>word pairs</source>
        <translation>Wortpaare</translation>
    </message>
    <message>
        <source>IDX files</source>
        <translation>IDX-Dateien</translation>
    </message>
    <message>
        <source>the automatic backup</source>
        <translation>die automatische Sicherung</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 gibt es nicht</translation>
    </message>
    <message>
        <source>these panels show no plot, so there are no numbers to write beside the figure</source>
        <translation>diese Ansichten zeigen kein Diagramm, es gibt also keine Zahlen neben der Abbildung zu schreiben</translation>
    </message>
    <message>
        <source>%1 is damaged</source>
        <translation>%1 ist beschädigt</translation>
    </message>
    <message>
        <source>the scene %1 shows no panel</source>
        <translation>die Szene %1 zeigt keine Ansicht</translation>
    </message>
    <message>
        <source>the formula %1 cannot be drawn</source>
        <translation>die Formel %1 lässt sich nicht zeichnen</translation>
    </message>
    <message>
        <source>there is no memory for a frame of %1 x %2 pixels</source>
        <translation>für ein Bild von %1 x %2 Pixeln fehlt der Speicher</translation>
    </message>
    <message>
        <source>No such file or directory</source>
        <translation>Datei oder Ordner nicht gefunden</translation>
    </message>
    <message>
        <source>Permission denied</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>No space left on device</source>
        <translation>kein Platz mehr auf dem Gerät</translation>
    </message>
    <message>
        <source>Read-only file system</source>
        <translation>das Dateisystem ist nur lesbar</translation>
    </message>
    <message>
        <source>Not a directory</source>
        <translation>kein Ordner</translation>
    </message>
    <message>
        <source>Is a directory</source>
        <translation>es ist ein Ordner</translation>
    </message>
    <message>
        <source>File name too long</source>
        <translation>der Name ist zu lang</translation>
    </message>
    <message>
        <source>10,000 pictures of digits, 28 × 28 pixels, with what they show: the test part of MNIST. A dense memory stores some of them and recalls each from a spoilt half.</source>
        <translation>10 000 Bilder von Ziffern, 28 × 28 Pixel, mit dem, was sie zeigen: der Testteil von MNIST. Ein dichtes Gedächtnis speichert einige davon und erinnert jedes aus einer verdorbenen Hälfte.</translation>
    </message>
    <message>
        <source>101 animals by 16 features such as hair, eggs and legs, in 7 classes. A small table to cluster, and to see what a search by silhouette rewards.</source>
        <translation>101 Tiere mit 16 Merkmalen wie Haaren, Eiern und Beinen, in 7 Klassen. Eine kleine Tabelle zum Gruppieren, und um zu sehen, was eine Suche nach Silhouette belohnt.</translation>
    </message>
    <message>
        <source>3,000 pairs of words with ratings of how related people find them, to score what a fly has learned: beside the text that is open, or else with Pride and Prejudice.</source>
        <translation>3000 Wortpaare mit Bewertungen, wie verwandt Menschen sie finden, um zu bewerten, was eine Fliege gelernt hat: neben dem offenen Text, oder sonst mit Stolz und Vorurteil.</translation>
    </message>
    <message>
        <source>336 proteins by 7 features, in 8 places of the cell that differ much in size. A table to cluster.</source>
        <translation>336 Proteine mit 7 Merkmalen, an 8 Orten der Zelle, die sich stark in der Größe unterscheiden. Eine Tabelle zum Gruppieren.</translation>
    </message>
    <message>
        <source>353 pairs of words with ratings of how similar or related people find them, to score what a fly has learned: beside the text that is open, or else with Pride and Prejudice.</source>
        <translation>353 Wortpaare mit Bewertungen, wie ähnlich oder verwandt Menschen sie finden, um zu bewerten, was eine Fliege gelernt hat: neben dem offenen Text, oder sonst mit Stolz und Vorurteil.</translation>
    </message>
    <message>
        <source>360 movements of a hand in sign language, each 45 places of a path, in 15 classes. A table of many features to cluster.</source>
        <translation>360 Bewegungen einer Hand in Gebärdensprache, jede mit 45 Orten eines Weges, in 15 Klassen. Eine Tabelle mit vielen Merkmalen zum Gruppieren.</translation>
    </message>
    <message>
        <source>A novel, Pride and Prejudice</source>
        <translation>Ein Roman, Stolz und Vorurteil (englisch)</translation>
    </message>
    <message>
        <source>A short book, Alice in Wonderland</source>
        <translation>Ein kurzes Buch, Alice im Wunderland (englisch)</translation>
    </message>
    <message>
        <source>Animals, UCI Zoo</source>
        <translation>Tiere, UCI Zoo</translation>
    </message>
    <message>
        <source>Creative Commons BY 2.0</source>
        <translation>Creative Commons BY 2.0</translation>
    </message>
    <message>
        <source>Creative Commons BY 4.0</source>
        <translation>Creative Commons BY 4.0</translation>
    </message>
    <message>
        <source>Hand movements, UCI Libras</source>
        <translation>Handbewegungen, UCI Libras</translation>
    </message>
    <message>
        <source>Handwritten digits, MNIST</source>
        <translation>Handgeschriebene Ziffern, MNIST</translation>
    </message>
    <message>
        <source>None is stated by its authors</source>
        <translation>Von den Autoren keine angegeben</translation>
    </message>
    <message>
        <source>Proteins of a bacterium, UCI Ecoli</source>
        <translation>Proteine eines Bakteriums, UCI Ecoli</translation>
    </message>
    <message>
        <source>Public domain</source>
        <translation>Gemeinfrei</translation>
    </message>
    <message>
        <source>The text of Jane Austen, 1813. Long enough for words to get neighbours that mean something.</source>
        <translation>Der Text von Jane Austen, 1813. Lang genug, dass Wörter Nachbarn bekommen, die etwas bedeuten.</translation>
    </message>
    <message>
        <source>The text of Lewis Carroll, 1865. A fly learns from its words which belong together.</source>
        <translation>Der Text von Lewis Carroll, 1865. Eine Fliege lernt aus seinen Wörtern, welche zusammengehören.</translation>
    </message>
    <message>
        <source>Word pairs, MEN</source>
        <translation>Wortpaare, MEN</translation>
    </message>
    <message>
        <source>Word pairs, WordSim-353</source>
        <translation>Wortpaare, WordSim-353</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>converged</source>
        <translation>konvergiert</translation>
    </message>
    <message>
        <source>energy %1</source>
        <translation>Energie %1</translation>
    </message>
    <message>
        <source>energy %1 on average</source>
        <translation>Energie im Mittel %1</translation>
    </message>
    <message>
        <source>%1 % of %2 cues recalled</source>
        <translation>%1 % von %2 Hinweisen erinnert</translation>
    </message>
    <message>
        <source>The whole plane</source>
        <translation>Die ganze Ebene</translation>
    </message>
    <message>
        <source>A cue of point %1</source>
        <translation>Ein Hinweis auf Punkt %1</translation>
    </message>
    <message>
        <source>among %1 glyphs</source>
        <translation>unter %1 Zeichen</translation>
    </message>
    <message>
        <source>among %1 images</source>
        <translation>unter %1 Bildern</translation>
    </message>
    <message>
        <source>among %1 pictures</source>
        <translation>unter %1 Bildern</translation>
    </message>
    <message>
        <source>among %1 points</source>
        <translation>unter %1 Punkten</translation>
    </message>
    <message>
        <source>painted by hand</source>
        <translation>von Hand gemalt</translation>
    </message>
    <message>
        <source>%1 % hidden</source>
        <translation>%1 % verdeckt</translation>
    </message>
    <message>
        <source>%1 % flipped</source>
        <translation>%1 % umgekehrt</translation>
    </message>
    <message>
        <source>noise %1 %</source>
        <translation>Rauschen %1 %</translation>
    </message>
    <message>
        <source>model A</source>
        <translation>Modell A</translation>
    </message>
    <message>
        <source>model B</source>
        <translation>Modell B</translation>
    </message>
    <message>
        <source>model C</source>
        <translation>Modell C</translation>
    </message>
    <message>
        <source>Hopfield %1</source>
        <translation>Hopfield %1</translation>
    </message>
    <message>
        <source>not rectified</source>
        <translation>nicht gleichgerichtet</translation>
    </message>
    <message>
        <source>sign neurons</source>
        <translation>Vorzeichenneuronen</translation>
    </message>
    <message>
        <source>no diagonal</source>
        <translation>ohne Diagonale</translation>
    </message>
    <message>
        <source> of the state lies outside it</source>
        <translation> des Zustands liegen außerhalb</translation>
    </message>
    <message>
        <source>Load K / N = %1 / %2 = </source>
        <translation>Last K / N = %1 / %2 = </translation>
    </message>
    <message>
        <source>never rises</source>
        <translation>steigt nie</translation>
    </message>
    <message>
        <source>%1 of %2 steps</source>
        <translation>in %1 von %2 Schritten</translation>
    </message>
    <message>
        <source>rises in %1 of %2 steps</source>
        <translation>steigt in %1 von %2 Schritten</translation>
    </message>
    <message>
        <source>no guarantee</source>
        <translation>keine Garantie</translation>
    </message>
    <message>
        <source>changed by hand at %1 step</source>
        <translation>von Hand geändert bei %1 Schritt</translation>
    </message>
    <message>
        <source>changed by hand at %1 steps</source>
        <translation>von Hand geändert bei %1 Schritten</translation>
    </message>
    <message>
        <source>features</source>
        <translation>Merkmale</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verborgene</translation>
    </message>
    <message>
        <source>synapses</source>
        <translation>Synapsen</translation>
    </message>
    <message>
        <source>sum E</source>
        <translation>Summe E</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>sweeps</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>gap after %1 τ</source>
        <translation>Lücke nach %1 τ</translation>
    </message>
    <message>
        <source>slope %1</source>
        <translation>Steigung %1</translation>
    </message>
    <message>
        <source>|full − reduced|</source>
        <translation>|voll − reduziert|</translation>
    </message>
    <message>
        <source>slope %1 below %2</source>
        <translation>Steigung %1 unter %2</translation>
    </message>
    <message>
        <source>theory %1</source>
        <translation>Theorie %1</translation>
    </message>
    <message>
        <source>energy E</source>
        <translation>Energie E</translation>
    </message>
    <message>
        <source>log above %1</source>
        <translation>log über %1</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>nearest memory</source>
        <translation>nächste Erinnerung</translation>
    </message>
    <message>
        <source>%1 of %2 active</source>
        <translation>%1 von %2 aktiv</translation>
    </message>
    <message>
        <source>load K / N</source>
        <translation>Last K / N</translation>
    </message>
    <message>
        <source>wrong neurons after one update</source>
        <translation>falsche Neuronen nach einem Schritt</translation>
    </message>
    <message>
        <source>random signs</source>
        <translation>zufällige Vorzeichen</translation>
    </message>
    <message>
        <source>%1 of %2 draws a point</source>
        <translation>%1 von %2 Ziehungen je Punkt</translation>
    </message>
    <message>
        <source>Sign neurons move in jumps, so there is no smooth path to compare. Set neurons=smooth.</source>
        <translation>Vorzeichenneuronen bewegen sich in Sprüngen, es gibt also keinen glatten Weg zum Vergleich. neurons=smooth setzen.</translation>
    </message>
    <message>
        <source>The comparison is slow at this size. Set count below %1.</source>
        <translation>Der Vergleich ist bei dieser Größe langsam. count unter %1 setzen.</translation>
    </message>
    <message>
        <source>A plane needs at least two features. Set size=%1.</source>
        <translation>Eine Ebene braucht mindestens zwei Merkmale. size=%1 setzen.</translation>
    </message>
    <message>
        <source>The sphere needs three features. Set patterns=points, dimension=%1 and model=C.</source>
        <translation>Die Kugel braucht drei Merkmale. patterns=points, dimension=%1 und model=C setzen.</translation>
    </message>
    <message>
        <source>the run ended after %1 step</source>
        <translation>der Lauf endete nach %1 Schritt</translation>
    </message>
    <message>
        <source>the run ended after %1 steps</source>
        <translation>der Lauf endete nach %1 Schritten</translation>
    </message>
    <message>
        <source>iteration %1 of %2</source>
        <translation>Iteration %1 von %2</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>%1 past the depth</source>
        <translation>%1 über die Tiefe hinaus</translation>
    </message>
    <message>
        <source>%1 of %2 patches hidden</source>
        <translation>%1 von %2 Kacheln verdeckt</translation>
    </message>
    <message>
        <source>the energy rose in %1 step</source>
        <translation>die Energie stieg in %1 Schritt</translation>
    </message>
    <message>
        <source>the energy rose in %1 steps</source>
        <translation>die Energie stieg in %1 Schritten</translation>
    </message>
    <message>
        <source>nothing is hidden</source>
        <translation>nichts ist verdeckt</translation>
    </message>
    <message>
        <source>completed</source>
        <translation>ergänzt</translation>
    </message>
    <message>
        <source>original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>random weights</source>
        <translation>zufällige Gewichte</translation>
    </message>
    <message>
        <source>trained for %1 iterations</source>
        <translation>in %1 Iterationen trainiert</translation>
    </message>
    <message>
        <source>trained for %1 iterations at depth %2</source>
        <translation>in %1 Iterationen mit Tiefe %2 trainiert</translation>
    </message>
    <message>
        <source>trained at depth %1</source>
        <translation>mit Tiefe %1 trainiert</translation>
    </message>
    <message>
        <source>with attention to itself</source>
        <translation>mit Attention auf sich selbst</translation>
    </message>
    <message>
        <source>these weights know drawn glyphs alone</source>
        <translation>diese Gewichte kennen nur gezeichnete Zeichen</translation>
    </message>
    <message>
        <source>paint to hide patches, with the right button to show them</source>
        <translation>malen verdeckt Kacheln, mit der rechten Taste zeigt es sie</translation>
    </message>
    <message>
        <source>mean picture</source>
        <translation>mittleres Bild</translation>
    </message>
    <message>
        <source>nearest stored</source>
        <translation>nächstes Bild</translation>
    </message>
    <message>
        <source>one-step memory</source>
        <translation>in einem Schritt</translation>
    </message>
    <message>
        <source>among %1 stored pictures</source>
        <translation>unter %1 gespeicherten Bildern</translation>
    </message>
    <message>
        <source>E as query</source>
        <translation>E als Query</translation>
    </message>
    <message>
        <source>E as key</source>
        <translation>E als Key</translation>
    </message>
    <message>
        <source>E of memories</source>
        <translation>E der Erinnerungen</translation>
    </message>
    <message>
        <source>by attention</source>
        <translation>durch Attention</translation>
    </message>
    <message>
        <source>by memories</source>
        <translation>durch Erinnerungen</translation>
    </message>
    <message>
        <source>the first %1 of %2</source>
        <translation>die ersten %1 von %2</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>alle %1</translation>
    </message>
    <message>
        <source>decoded</source>
        <translation>decodiert</translation>
    </message>
    <message>
        <source>each to its own scale</source>
        <translation>jede in ihrem eigenen Maßstab</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>attention</source>
        <translation>Attention</translation>
    </message>
    <message>
        <source>energy</source>
        <translation>Energie</translation>
    </message>
    <message>
        <source>fell in %1 steps</source>
        <translation>fiel in %1 Schritten</translation>
    </message>
    <message>
        <source>rose in %1 of %2 steps</source>
        <translation>stieg in %1 von %2 Schritten</translation>
    </message>
    <message>
        <source>%1 more were not made</source>
        <translation>%1 weitere wurden nicht gemacht</translation>
    </message>
    <message>
        <source>PSNR of hidden pixels</source>
        <translation>PSNR der verdeckten Pixel</translation>
    </message>
    <message>
        <source>nearest</source>
        <translation>nächstes</translation>
    </message>
    <message>
        <source>completion</source>
        <translation>Ergänzung</translation>
    </message>
    <message>
        <source>share of the way from the start to the best</source>
        <translation>Anteil des Weges vom Beginn zum Besten</translation>
    </message>
    <message>
        <source>energy fallen</source>
        <translation>Energie gefallen</translation>
    </message>
    <message>
        <source>quality of this picture</source>
        <translation>Güte dieses Bildes</translation>
    </message>
    <message>
        <source>E falls to %1</source>
        <translation>E fällt auf %1</translation>
    </message>
    <message>
        <source>this picture is best at step %1</source>
        <translation>dieses Bild ist am besten bei Schritt %1</translation>
    </message>
    <message>
        <source>quality of %1 held out</source>
        <translation>Güte von %1 zurückgehaltenen</translation>
    </message>
    <message>
        <source>the mean of %1 held out at step %2</source>
        <translation>das Mittel von %1 zurückgehaltenen bei Schritt %2</translation>
    </message>
    <message>
        <source>trained depth</source>
        <translation>trainierte Tiefe</translation>
    </message>
    <message>
        <source>iteration</source>
        <translation>Iteration</translation>
    </message>
    <message>
        <source>mean square error</source>
        <translation>mittlerer quadratischer Fehler</translation>
    </message>
    <message>
        <source>%1 of %2 iterations</source>
        <translation>%1 von %2 Iterationen</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keiner</translation>
    </message>
    <message>
        <source>attention force</source>
        <translation>Kraft der Attention</translation>
    </message>
    <message>
        <source>memory force</source>
        <translation>Kraft der Erinnerungen</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>dem letzten</translation>
    </message>
    <message>
        <source>Level %1 of %2</source>
        <translation>Stufe %1 von %2</translation>
    </message>
    <message>
        <source>the two rules disagree on %1 of %2 particles</source>
        <translation>die zwei Regeln sind sich bei %1 von %2 Teilchen uneinig</translation>
    </message>
    <message>
        <source>the two rules agree on all %1 particles</source>
        <translation>die zwei Regeln sind sich bei allen %1 Teilchen einig</translation>
    </message>
    <message>
        <source>β = %1 on squared distances</source>
        <translation>β = %1 auf quadrierten Abständen</translation>
    </message>
    <message>
        <source>%1 on dot products</source>
        <translation>%1 auf Skalarprodukten</translation>
    </message>
    <message>
        <source>evaluated at t = %1</source>
        <translation>ausgewertet bei t = %1</translation>
    </message>
    <message>
        <source>at t_eval = %1</source>
        <translation>bei t_eval = %1</translation>
    </message>
    <message>
        <source>β = %1 at every step</source>
        <translation>β = %1 bei jedem Schritt</translation>
    </message>
    <message>
        <source>where noise at σ = %1 flows</source>
        <translation>wohin Rauschen bei σ = %1 fließt</translation>
    </message>
    <message>
        <source>where noise at σ = %1 flows by the exact score</source>
        <translation>wohin Rauschen bei σ = %1 nach dem exakten Score fließt</translation>
    </message>
    <message>
        <source>descent at β = %1 on squared distances</source>
        <translation>Abstieg bei β = %1 auf quadrierten Abständen</translation>
    </message>
    <message>
        <source>noisy x</source>
        <translation>verrauschtes x</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>Schätzung</translation>
    </message>
    <message>
        <source>fixed β</source>
        <translation>festes β</translation>
    </message>
    <message>
        <source>%1 of %2 take part</source>
        <translation>%1 von %2 wirken mit</translation>
    </message>
    <message>
        <source>the largest</source>
        <translation>die größten</translation>
    </message>
    <message>
        <source>noise σ</source>
        <translation>Rauschen σ</translation>
    </message>
    <message>
        <source>memories that take part</source>
        <translation>mitwirkende Erinnerungen</translation>
    </message>
    <message>
        <source>exp of the entropy of the weights of particle %1</source>
        <translation>exp der Entropie der Gewichte von Teilchen %1</translation>
    </message>
    <message>
        <source>falls in all %1 steps of %2 particle</source>
        <translation>fällt in allen %1 Schritten von %2 Teilchen</translation>
    </message>
    <message>
        <source>falls in all %1 steps of %2 particles</source>
        <translation>fällt in allen %1 Schritten von %2 Teilchen</translation>
    </message>
    <message>
        <source>rises in %1 of %2 steps of %3 particle</source>
        <translation>steigt in %1 von %2 Schritten von %3 Teilchen</translation>
    </message>
    <message>
        <source>rises in %1 of %2 steps of %3 particles</source>
        <translation>steigt in %1 von %2 Schritten von %3 Teilchen</translation>
    </message>
    <message>
        <source>level</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Memory: E(x)</source>
        <translation>Gedächtnis: E(x)</translation>
    </message>
    <message>
        <source>Diffusion: E(x, t)</source>
        <translation>Diffusion: E(x, t)</translation>
    </message>
    <message>
        <source>particles</source>
        <translation>Teilchen</translation>
    </message>
    <message>
        <source>This is drawn for points of the plane. Set data=circle.</source>
        <translation>Dies wird für Punkte der Ebene gezeichnet. data=circle setzen.</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>least E over the radius</source>
        <translation>kleinstes E über dem Radius</translation>
    </message>
    <message>
        <source>%1 minima</source>
        <translation>%1 Minima</translation>
    </message>
    <message>
        <source>corrugation %1</source>
        <translation>Welligkeit %1</translation>
    </message>
    <message>
        <source>the endless ring has its minimum at radius %1</source>
        <translation>der endlose Ring hat sein Minimum beim Radius %1</translation>
    </message>
    <message>
        <source>parted at level %1</source>
        <translation>getrennt bei Stufe %1</translation>
    </message>
    <message>
        <source>The score is exact. Set score=trained.</source>
        <translation>Der Score ist exakt. score=trained setzen.</translation>
    </message>
    <message>
        <source>E along rays</source>
        <translation>E entlang von Strahlen</translation>
    </message>
    <message>
        <source>%1 memorised</source>
        <translation>%1 gemerkt</translation>
    </message>
    <message>
        <source>%1 spurious</source>
        <translation>%1 Trugbilder</translation>
    </message>
    <message>
        <source>%1 generalised</source>
        <translation>%1 verallgemeinert</translation>
    </message>
    <message>
        <source>%1 iterations</source>
        <translation>%1 Iterationen</translation>
    </message>
    <message>
        <source>with the stored points</source>
        <translation>mit den gespeicherten Punkten</translation>
    </message>
    <message>
        <source>%1 is to know nothing</source>
        <translation>%1 heißt nichts zu wissen</translation>
    </message>
    <message>
        <source>silhouette %1</source>
        <translation>Silhouette %1</translation>
    </message>
    <message>
        <source>NMI %1</source>
        <translation>NMI %1</translation>
    </message>
    <message>
        <source>%1 of %2 clusters used</source>
        <translation>%1 von %2 Clustern genutzt</translation>
    </message>
    <message>
        <source>on the plane of the first two principal components</source>
        <translation>auf der Ebene der ersten zwei Hauptkomponenten</translation>
    </message>
    <message>
        <source>%1 % of the variance of %2 features</source>
        <translation>%1 % der Varianz von %2 Merkmalen</translation>
    </message>
    <message>
        <source>Epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>k-means %1</source>
        <translation>k-means %1</translation>
    </message>
    <message>
        <source>nearest prototype agrees on %1 %</source>
        <translation>nächster Prototyp stimmt bei %1 % überein</translation>
    </message>
    <message>
        <source>%1 point lies further out</source>
        <translation>%1 Punkt liegt weiter draußen</translation>
    </message>
    <message>
        <source>%1 points lie further out</source>
        <translation>%1 Punkte liegen weiter draußen</translation>
    </message>
    <message>
        <source> free steps of α = %1 take a point </source>
        <translation> freie Schritte mit α = %1 bringen einen Punkt </translation>
    </message>
    <message>
        <source> of the way</source>
        <translation> des Weges</translation>
    </message>
    <message>
        <source>Energy on the plane of the first two principal components</source>
        <translation>Energie auf der Ebene der ersten zwei Hauptkomponenten</translation>
    </message>
    <message>
        <source>paths leave it</source>
        <translation>Wege verlassen sie</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>starts</source>
        <translation>beginnt</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ist</translation>
    </message>
    <message>
        <source>becomes</source>
        <translation>wird</translation>
    </message>
    <message>
        <source>feature</source>
        <translation>Merkmal</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Point %1</source>
        <translation>Punkt %1</translation>
    </message>
    <message>
        <source>%1 of %2 hidden</source>
        <translation>%1 von %2 verdeckt</translation>
    </message>
    <message>
        <source>%1 of %2 moving</source>
        <translation>%1 von %2 bewegt</translation>
    </message>
    <message>
        <source>squared error %1 at the start</source>
        <translation>quadrierter Fehler %1 zu Beginn</translation>
    </message>
    <message>
        <source>%1 after %2 steps</source>
        <translation>%1 nach %2 Schritten</translation>
    </message>
    <message>
        <source>the first %1 features</source>
        <translation>die ersten %1 Merkmale</translation>
    </message>
    <message>
        <source>With %1 of %2 clusters used</source>
        <translation>Mit %1 von %2 Clustern genutzt</translation>
    </message>
    <message>
        <source>k-means uses %1</source>
        <translation>k-means nutzt %1</translation>
    </message>
    <message>
        <source>ARI %1</source>
        <translation>ARI %1</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>cluster</source>
        <translation>Cluster</translation>
    </message>
    <message>
        <source>share of points</source>
        <translation>Anteil der Punkte</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>effective clusters of a point</source>
        <translation>effektive Cluster eines Punktes</translation>
    </message>
    <message>
        <source>on average %1 clusters share a point</source>
        <translation>im Mittel teilen %1 Cluster einen Punkt</translation>
    </message>
    <message>
        <source>silhouette</source>
        <translation>Silhouette</translation>
    </message>
    <message>
        <source>Published grid</source>
        <translation>Veröffentlichtes Gitter</translation>
    </message>
    <message>
        <source>%1 epoch each</source>
        <translation>je %1 Epoche</translation>
    </message>
    <message>
        <source>%1 epochs each</source>
        <translation>je %1 Epochen</translation>
    </message>
    <message>
        <source>%1 of %2 learned</source>
        <translation>%1 von %2 gelernt</translation>
    </message>
    <message>
        <source>nothing is hidden, so mean, min and max are the same</source>
        <translation>nichts ist verdeckt, also sind mean, min und max dasselbe</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>Rate %1</translation>
    </message>
    <message>
        <source>hidden at mean</source>
        <translation>verdeckt bei mean</translation>
    </message>
    <message>
        <source>hidden at min</source>
        <translation>verdeckt bei min</translation>
    </message>
    <message>
        <source>hidden at max</source>
        <translation>verdeckt bei max</translation>
    </message>
    <message>
        <source>none uses all clusters</source>
        <translation>keine nutzt alle Cluster</translation>
    </message>
    <message>
        <source>none uses two clusters</source>
        <translation>keine nutzt zwei Cluster</translation>
    </message>
    <message>
        <source>NMI with the classes</source>
        <translation>NMI mit den Klassen</translation>
    </message>
    <message>
        <source>inertia</source>
        <translation>Trägheit</translation>
    </message>
    <message>
        <source>With the number of clusters used</source>
        <translation>Mit der Zahl genutzter Cluster</translation>
    </message>
    <message>
        <source>Silhouettes are taken over %1 of the %2 points</source>
        <translation>Silhouetten gelten für %1 der %2 Punkte</translation>
    </message>
    <message>
        <source>%1 epochs</source>
        <translation>%1 Epochen</translation>
    </message>
    <message>
        <source>%1 windows</source>
        <translation>%1 Fenster</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>%1 windows/s</source>
        <translation>%1 Fenster/s</translation>
    </message>
    <message>
        <source>about %1 s left</source>
        <translation>noch etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 minutes left</source>
        <translation>noch etwa %1 Minuten</translation>
    </message>
    <message>
        <source>%1 of %2 cells won</source>
        <translation>%1 von %2 Zellen gewannen</translation>
    </message>
    <message>
        <source>mean norm %1</source>
        <translation>mittlere Norm %1</translation>
    </message>
    <message>
        <source>similarity within topics %1</source>
        <translation>Ähnlichkeit innerhalb von Themen %1</translation>
    </message>
    <message>
        <source>between %1</source>
        <translation>zwischen %1</translation>
    </message>
    <message>
        <source>nearest five of the topic in %1 %</source>
        <translation>nächste fünf vom selben Thema in %1 %</translation>
    </message>
    <message>
        <source>travel %1</source>
        <translation>Weg %1</translation>
    </message>
    <message>
        <source>%1 a cell</source>
        <translation>%1 je Zelle</translation>
    </message>
    <message>
        <source>windows won</source>
        <translation>gewonnene Fenster</translation>
    </message>
    <message>
        <source>evenly</source>
        <translation>gleichmäßig</translation>
    </message>
    <message>
        <source>won</source>
        <translation>gewonnen</translation>
    </message>
    <message>
        <source>every cell won some windows so far</source>
        <translation>jede Zelle gewann bisher Fenster</translation>
    </message>
    <message>
        <source>every cell won some windows in the last epoch</source>
        <translation>jede Zelle gewann in der letzten Epoche Fenster</translation>
    </message>
    <message>
        <source>%1 cells won nothing so far</source>
        <translation>%1 Zellen gewannen bisher nichts</translation>
    </message>
    <message>
        <source>%1 cells won nothing in the last epoch</source>
        <translation>%1 Zellen gewannen in der letzten Epoche nichts</translation>
    </message>
    <message>
        <source>norm of its weights</source>
        <translation>Norm ihrer Gewichte</translation>
    </message>
    <message>
        <source>norm</source>
        <translation>Norm</translation>
    </message>
    <message>
        <source>began at %1</source>
        <translation>begann bei %1</translation>
    </message>
    <message>
        <source>mean now %1</source>
        <translation>Mittel jetzt %1</translation>
    </message>
    <message>
        <source>cells used</source>
        <translation>genutzte Zellen</translation>
    </message>
    <message>
        <source>purity</source>
        <translation>Reinheit</translation>
    </message>
    <message>
        <source>mean norm</source>
        <translation>mittlere Norm</translation>
    </message>
    <message>
        <source>%1 cells</source>
        <translation>%1 Zellen</translation>
    </message>
    <message>
        <source>norm %1</source>
        <translation>Norm %1</translation>
    </message>
    <message>
        <source>purity %1</source>
        <translation>Reinheit %1</translation>
    </message>
    <message>
        <source>Spearman %1</source>
        <translation>Spearman %1</translation>
    </message>
    <message>
        <source>σ = %1 %2 cells</source>
        <translation>σ = %1 %2 Zellen</translation>
    </message>
    <message>
        <source>rated by people</source>
        <translation>von Menschen bewertet</translation>
    </message>
    <message>
        <source>cells that agree</source>
        <translation>übereinstimmende Zellen</translation>
    </message>
    <message>
        <source>Spearman %1 on %2 of %3 pairs</source>
        <translation>Spearman %1 auf %2 von %3 Paaren</translation>
    </message>
    <message>
        <source>the others have words that are unknown or too rare</source>
        <translation>die anderen haben unbekannte oder zu seltene Wörter</translation>
    </message>
    <message>
        <source>PPMI-SVD of the whole text %1</source>
        <translation>PPMI-SVD des ganzen Textes %1</translation>
    </message>
    <message>
        <source>PPMI-SVD of the same text %1</source>
        <translation>PPMI-SVD desselben Textes %1</translation>
    </message>
    <message>
        <source>as sparse codes %1</source>
        <translation>als spärliche Codes %1</translation>
    </message>
    <message>
        <source>pairs by how often the rarer word occurs</source>
        <translation>Paare danach, wie oft das seltenere Wort vorkommt</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>documents are sorted when all is learned</source>
        <translation>Dokumente werden sortiert, wenn alles gelernt ist</translation>
    </message>
    <message>
        <source>%1 % of %2 right</source>
        <translation>%1 % von %2 richtig</translation>
    </message>
    <message>
        <source>learned from %1</source>
        <translation>gelernt aus %1</translation>
    </message>
    <message>
        <source>always the most frequent class %1 %</source>
        <translation>immer die häufigste Klasse %1 %</translation>
    </message>
    <message>
        <source>Open a file of word pairs that people rated, such as MEN or WordSim-353: --pairs FILE, or Open in the menu.</source>
        <translation>Eine Datei von Wortpaaren öffnen, die Menschen bewertet haben, wie MEN oder WordSim-353: --pairs FILE, oder Öffnen im Menü.</translation>
    </message>
    <message>
        <source>cells that speak for the same words stand together</source>
        <translation>Zellen, die für dieselben Wörter sprechen, stehen beieinander</translation>
    </message>
    <message>
        <source>sorted by the topic they learned</source>
        <translation>nach dem gelernten Thema sortiert</translation>
    </message>
    <message>
        <source>drive</source>
        <translation>Antrieb</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>silenced</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>Schwelle %1</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>%1 an</translation>
    </message>
    <message>
        <source>%1 silenced</source>
        <translation>%1 stumm</translation>
    </message>
    <message>
        <source>coming down</source>
        <translation>kommt herab</translation>
    </message>
    <message>
        <source>k = %1 remain</source>
        <translation>k = %1 bleiben</translation>
    </message>
    <message>
        <source>What cell %1 has learned</source>
        <translation>Was Zelle %1 gelernt hat</translation>
    </message>
    <message>
        <source>%1 words by %2 cells</source>
        <translation>%1 Wörter mal %2 Zellen</translation>
    </message>
    <message>
        <source>to &quot;%1&quot;</source>
        <translation>zu „%1“</translation>
    </message>
    <message>
        <source>word %1</source>
        <translation>Wort %1</translation>
    </message>
    <message>
        <source>by chance %1</source>
        <translation>durch Zufall %1</translation>
    </message>
    <message>
        <source>There are too few words near &quot;%1&quot; to tell two meanings. Choose another word.</source>
        <translation>Es gibt zu wenige Wörter nahe „%1“, um zwei Bedeutungen zu unterscheiden. Ein anderes Wort wählen.</translation>
    </message>
    <message>
        <source>After %1 iterations mse %2</source>
        <translation>Nach %1 Iterationen mse %2</translation>
    </message>
    <message>
        <source>the mean picture mse %1</source>
        <translation>das mittlere Bild mse %1</translation>
    </message>
    <message>
        <source>mse %1</source>
        <translation>mse %1</translation>
    </message>
    <message>
        <source>Time %1</source>
        <translation>Zeit %1</translation>
    </message>
    <message>
        <source>at rest</source>
        <translation>in Ruhe</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>memories</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>strokes</source>
        <translation>Striche</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>rules of rules</source>
        <translation>Regeln von Regeln</translation>
    </message>
    <message>
        <source>top rules</source>
        <translation>oberste Regeln</translation>
    </message>
    <message>
        <source>feedback %1</source>
        <translation>Rückführung %1</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>synapse %1–%2</source>
        <translation>Synapse %1–%2</translation>
    </message>
    <message>
        <source>%1 of %2 step</source>
        <translation>in %1 von %2 Schritt</translation>
    </message>
    <message>
        <source>rises in %1 of %2 step</source>
        <translation>steigt in %1 von %2 Schritt</translation>
    </message>
    <message>
        <source>%1 at %2 × %3</source>
        <translation>%1 zu %2 × %3</translation>
    </message>
    <message>
        <source>the pixels</source>
        <translation>die Pixel</translation>
    </message>
    <message>
        <source>one step from the noisy picture to the clean one</source>
        <translation>ein Schritt vom verrauschten zum reinen Bild</translation>
    </message>
    <message>
        <source>time %1</source>
        <translation>Zeit %1</translation>
    </message>
    <message>
        <source>feedback is not the adjoint</source>
        <translation>die Rückführung ist nicht die adjungierte</translation>
    </message>
    <message>
        <source>Pictures are composed of strokes by rules. Set task=composition.</source>
        <translation>Bilder werden nach Regeln aus Strichen zusammengesetzt. task=composition setzen.</translation>
    </message>
    <message>
        <source>Only the denoising memory is trained. Set task=denoise.</source>
        <translation>Nur das entrauschende Gedächtnis wird trainiert. task=denoise setzen.</translation>
    </message>
    <message>
        <source>The trained memory makes one step at a time. Set task=composition or task=random.</source>
        <translation>Das trainierte Gedächtnis macht einen Schritt auf einmal. task=composition oder task=random setzen.</translation>
    </message>
    <message>
        <source>being counted</source>
        <translation>wird gezählt</translation>
    </message>
    <message>
        <source>%1 layers</source>
        <translation>%1 Schichten</translation>
    </message>
    <message>
        <source>one hidden layer</source>
        <translation>eine verborgene Schicht</translation>
    </message>
    <message>
        <source>what was spoilt</source>
        <translation>was verdorben wurde</translation>
    </message>
    <message>
        <source>%1 pictures of %2 strokes</source>
        <translation>%1 Bilder aus %2 Strichen</translation>
    </message>
    <message>
        <source>%1 rules</source>
        <translation>%1 Regeln</translation>
    </message>
    <message>
        <source>%1 of %2 tried stay as they are</source>
        <translation>%1 von %2 versuchten bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>the same %1 weights store %2 whole ones</source>
        <translation>dieselben %1 Gewichte speichern %2 ganze</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>rein</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>%1 of %2 iterations in %3 s</source>
        <translation>%1 von %2 Iterationen in %3 s</translation>
    </message>
    <message>
        <source>test mse %1</source>
        <translation>Test mse %1</translation>
    </message>
    <message>
        <source>mean picture %1</source>
        <translation>mittleres Bild %1</translation>
    </message>
    <message>
        <source>nearest stored %1</source>
        <translation>nächstes Bild %1</translation>
    </message>
    <message>
        <source>after %1 iterations</source>
        <translation>nach %1 Iterationen</translation>
    </message>
    <message>
        <source>every one of length %1</source>
        <translation>jede mit Länge %1</translation>
    </message>
    <message>
        <source>The weights are as they came. Set weights=trained to train them here.</source>
        <translation>Die Gewichte sind, wie sie kamen. weights=trained setzen, um sie hier zu trainieren.</translation>
    </message>
    <message>
        <source>Weights of particle %1</source>
        <translation>Gewichte von Teilchen %1</translation>
    </message>
    <message>
        <source>Open documents with labels, a file of lines &quot;%1&quot; or of a label, a tab and a text, or a folder of one file a class: --labels PATH.</source>
        <translation>Dokumente mit Labels öffnen, eine Datei aus Zeilen „%1“ oder aus einem Label, einem Tabulator und einem Text, oder einen Ordner mit einer Datei je Klasse: --labels PATH.</translation>
    </message>
    <message>
        <source>Particle %1</source>
        <translation>Teilchen %1</translation>
    </message>
    <message>
        <source>best of %1 starts</source>
        <translation>beste von %1 Anfängen</translation>
    </message>
    <message>
        <source>%1 particles flow</source>
        <translation>%1 Teilchen fließen</translation>
    </message>
    <message>
        <source>dashed</source>
        <translation>gestrichelt</translation>
    </message>
    <message>
        <source>hidden neurons left out</source>
        <translation>ohne verborgene Neuronen</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>Theorie</translation>
    </message>
    <message>
        <source>K / N here</source>
        <translation>K / N hier</translation>
    </message>
    <message>
        <source>Voronoi cells</source>
        <translation>Voronoi-Zellen</translation>
    </message>
    <message>
        <source>the same in %1 % of the plane</source>
        <translation>gleich auf %1 % der Ebene</translation>
    </message>
    <message>
        <source>keys opposed to queries</source>
        <translation>Keys den Queries entgegengesetzt</translation>
    </message>
    <message>
        <source>published weights</source>
        <translation>veröffentlichte Gewichte</translation>
    </message>
    <message>
        <source>on grey pictures and without their class token</source>
        <translation>mit grauen Bildern und ohne ihr Klassen-Token</translation>
    </message>
    <message>
        <source>and what each force alone would change</source>
        <translation>und was jede Kraft allein ändern würde</translation>
    </message>
    <message>
        <source>springs</source>
        <translation>Federn</translation>
    </message>
    <message>
        <source>the strongest three keys in head %1 of %2</source>
        <translation>die stärksten drei Keys in Kopf %1 von %2</translation>
    </message>
    <message>
        <source>Features live on the sphere</source>
        <translation>Merkmale leben auf der Kugel</translation>
    </message>
    <message>
        <source>the length of the state plays no part</source>
        <translation>die Länge des Zustands spielt keine Rolle</translation>
    </message>
    <message>
        <source>its length is not shown</source>
        <translation>seine Länge ist nicht gezeigt</translation>
    </message>
    <message>
        <source>weight %1/K left out</source>
        <translation>Gewicht %1/K weggelassen</translation>
    </message>
    <message>
        <source>the constant</source>
        <translation>die Konstante</translation>
    </message>
    <message>
        <source>not the flow</source>
        <translation>nicht der Fluss</translation>
    </message>
    <message>
        <source>one minimum where the noise is large</source>
        <translation>ein Minimum, wo das Rauschen groß ist</translation>
    </message>
    <message>
        <source>up to %1 as it falls</source>
        <translation>bis zu %1, während es fällt</translation>
    </message>
    <message>
        <source>what each layer loses</source>
        <translation>was jede Schicht verliert</translation>
    </message>
    <message>
        <source>the sum is −dE/dt</source>
        <translation>die Summe ist −dE/dt</translation>
    </message>
    <message>
        <source>the sum is −dE/dt to %1 of it</source>
        <translation>die Summe ist −dE/dt, auf %1 genau</translation>
    </message>
    <message>
        <source>symmetry is broken</source>
        <translation>die Symmetrie ist gebrochen</translation>
    </message>
    <message>
        <source>the sum is not −dE/dt</source>
        <translation>die Summe ist nicht −dE/dt</translation>
    </message>
    <message>
        <source>the sum over layers</source>
        <translation>die Summe über Schichten</translation>
    </message>
    <message>
        <source>solid</source>
        <translation>durchgezogen</translation>
    </message>
    <message>
        <source>measured along the flow</source>
        <translation>entlang des Flusses gemessen</translation>
    </message>
    <message>
        <source>sum and measured slope part</source>
        <translation>Summe und gemessene Steigung gehen auseinander</translation>
    </message>
    <message>
        <source>not a Lyapunov function</source>
        <translation>keine Ljapunow-Funktion</translation>
    </message>
    <message>
        <source>symmetry is broken by feedback %1</source>
        <translation>die Symmetrie ist durch Rückführung %1 gebrochen</translation>
    </message>
    <message>
        <source>symmetry is broken by asymmetry %1</source>
        <translation>die Symmetrie ist durch Asymmetrie %1 gebrochen</translation>
    </message>
    <message>
        <source>E is not a Lyapunov function</source>
        <translation>E ist keine Ljapunow-Funktion</translation>
    </message>
    <message>
        <source>a word has %1</source>
        <translation>ein Wort hat %1</translation>
    </message>
    <message>
        <source>and two by chance agree in %1</source>
        <translation>und zwei stimmen durch Zufall in %1 überein</translation>
    </message>
    <message>
        <source>the code of &quot;%1&quot;</source>
        <translation>der Code von „%1“</translation>
    </message>
    <message>
        <source>cells in the order of the calyx</source>
        <translation>Zellen in der Reihenfolge des Kelchs</translation>
    </message>
    <message>
        <source>distance is the share of cells in which codes differ</source>
        <translation>Abstand ist der Anteil der Zellen, in denen sich Codes unterscheiden</translation>
    </message>
    <message>
        <source>dotted</source>
        <translation>gepunktet</translation>
    </message>
    <message>
        <source>where context takes &quot;%1&quot;</source>
        <translation>wohin der Kontext „%1“ führt</translation>
    </message>
    <message>
        <source>of what moving points change</source>
        <translation>dessen, was bewegte Punkte ändern</translation>
    </message>
    <message>
        <source>Of completions</source>
        <translation>Von Ergänzungen</translation>
    </message>
    <message>
        <source>mean over all coordinates</source>
        <translation>Mittel über alle Koordinaten</translation>
    </message>
    <message>
        <source>it need not fall</source>
        <translation>sie muss nicht fallen</translation>
    </message>
    <message>
        <source>winners are chosen without %1/p</source>
        <translation>Gewinner werden ohne %1/p gewählt</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>by its wins</source>
        <translation>nach ihren Gewinnen</translation>
    </message>
    <message>
        <source>by its norm</source>
        <translation>nach ihrer Norm</translation>
    </message>
    <message>
        <source>by its drive</source>
        <translation>nach ihrem Antrieb</translation>
    </message>
    <message>
        <source>where the rule leads</source>
        <translation>wohin die Regel führt</translation>
    </message>
    <message>
        <source>share</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>and mean norm</source>
        <translation>und mittlere Norm</translation>
    </message>
    <message>
        <source>%1 of the same topic</source>
        <translation>%1 bei gleichem Thema</translation>
    </message>
    <message>
        <source>%1 of others</source>
        <translation>%1 bei anderen</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 Wörter</translation>
    </message>
    <message>
        <source>the target is in the middle</source>
        <translation>das Ziel ist in der Mitte</translation>
    </message>
    <message>
        <source>size is its synapse</source>
        <translation>Größe ist ihre Synapse</translation>
    </message>
    <message>
        <source>context and target together</source>
        <translation>Kontext und Ziel zusammen</translation>
    </message>
    <message>
        <source>the winner ringed</source>
        <translation>der Gewinner umrandet</translation>
    </message>
    <message>
        <source>the state ran away</source>
        <translation>der Zustand lief davon</translation>
    </message>
    <message>
        <source>The state ran away</source>
        <translation>Der Zustand lief davon</translation>
    </message>
    <message>
        <source>beyond all numbers of use</source>
        <translation>jenseits aller brauchbaren Zahlen</translation>
    </message>
    <message>
        <source>too long a step</source>
        <translation>ein zu langer Schritt</translation>
    </message>
    <message>
        <source>or an energy without a floor</source>
        <translation>oder eine Energie ohne Boden</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Links</translation>
    </message>
    <message>
        <source>the cue</source>
        <translation>der Hinweis</translation>
    </message>
    <message>
        <source>and what each neuron does</source>
        <translation>und was jedes Neuron tut</translation>
    </message>
    <message>
        <source>right</source>
        <translation>rechts</translation>
    </message>
    <message>
        <source>and what each layer would draw</source>
        <translation>und was jede Schicht zeichnen würde</translation>
    </message>
    <message>
        <source>Pixel %1</source>
        <translation>Pixel %1</translation>
    </message>
    <message>
        <source>predicted from both layers</source>
        <translation>aus beiden Schichten vorhergesagt</translation>
    </message>
    <message>
        <source>and measured</source>
        <translation>und gemessen</translation>
    </message>
    <message>
        <source>%1 steps so far</source>
        <translation>bisher %1 Schritte</translation>
    </message>
    <message>
        <source>%1 step so far</source>
        <translation>bisher %1 Schritt</translation>
    </message>
    <message>
        <source>not at its end</source>
        <translation>nicht am Ende</translation>
    </message>
    <message>
        <source>The training diverged</source>
        <translation>Das Training lief davon</translation>
    </message>
    <message>
        <source>these are the last good weights</source>
        <translation>dies sind die letzten guten Gewichte</translation>
    </message>
    <message>
        <source>diverged after %1 iterations</source>
        <translation>lief nach %1 Iterationen davon</translation>
    </message>
    <message>
        <source>the last good weights are kept</source>
        <translation>die letzten guten Gewichte bleiben</translation>
    </message>
    <message>
        <source>training diverged after %1 iterations</source>
        <translation>Training lief nach %1 Iterationen davon</translation>
    </message>
    <message>
        <source>as it is broken</source>
        <translation>da sie gebrochen ist</translation>
    </message>
    <message>
        <source>no descent of it is promised</source>
        <translation>ist kein Abstieg versprochen</translation>
    </message>
    <message>
        <source>On the plane through the first three memories</source>
        <translation>Auf der Ebene durch die ersten drei Erinnerungen</translation>
    </message>
    <message>
        <source>noise lies mostly outside</source>
        <translation>Rauschen liegt meist außerhalb</translation>
    </message>
    <message>
        <source> memories lie where another does</source>
        <translation> Erinnerungen liegen, wo schon eine liegt</translation>
    </message>
    <message>
        <source>and share its well</source>
        <translation>und teilen ihre Mulde</translation>
    </message>
    <message>
        <source>VP</source>
        <translation>VP</translation>
    </message>
    <message>
        <source>everything is drawn a = </source>
        <translation>alles ist gezeichnet mit a = </translation>
    </message>
    <message>
        <source> as large</source>
        <translation> der Größe</translation>
    </message>
    <message>
        <source>β is that of x / a</source>
        <translation>β ist das von x / a</translation>
    </message>
    <message>
        <source>particle %1 in the landscape frozen at t_eval = %2</source>
        <translation>Teilchen %1 in der bei t_eval = %2 eingefrorenen Landschaft</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>eingefroren</translation>
    </message>
    <message>
        <source>on the plane in which they vary most</source>
        <translation>auf der Ebene, in der sie am meisten variieren</translation>
    </message>
    <message>
        <source>hidden ones framed by their row</source>
        <translation>verdeckte nach ihrer Zeile gerahmt</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>lief davon</translation>
    </message>
    <message>
        <source>the last good memories are kept</source>
        <translation>die letzten guten Erinnerungen bleiben</translation>
    </message>
    <message>
        <source>neuron %1 of layer %2</source>
        <translation>Neuron %1 von Schicht %2</translation>
    </message>
    <message>
        <source>pixel %1</source>
        <translation>Pixel %1</translation>
    </message>
    <message>
        <source>stroke %1</source>
        <translation>Strich %1</translation>
    </message>
    <message>
        <source>stroke %1 at %2</source>
        <translation>Strich %1 bei %2</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>rule %1 at %2</source>
        <translation>Regel %1 bei %2</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>unten %1</translation>
    </message>
    <message>
        <source>above %1</source>
        <translation>oben %1</translation>
    </message>
    <message>
        <source>decay %1</source>
        <translation>Zerfall %1</translation>
    </message>
    <message>
        <source>from below %1</source>
        <translation>von unten %1</translation>
    </message>
    <message>
        <source>from above %1</source>
        <translation>von oben %1</translation>
    </message>
    <message>
        <source>held</source>
        <translation>festgehalten</translation>
    </message>
    <message>
        <source>in all %1</source>
        <translation>insgesamt %1</translation>
    </message>
    <message>
        <source>Stroke %1</source>
        <translation>Strich %1</translation>
    </message>
    <message>
        <source>Stroke %1 at %2</source>
        <translation>Strich %1 bei %2</translation>
    </message>
    <message>
        <source>Rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>Rule %1 at %2</source>
        <translation>Regel %1 bei %2</translation>
    </message>
    <message>
        <source>Neuron %1 of layer %2</source>
        <translation>Neuron %1 von Schicht %2</translation>
    </message>
    <message>
        <source>raw prototypes</source>
        <translation>rohe Prototypen</translation>
    </message>
    <message>
        <source>which overshoot what they stand for</source>
        <translation>die über das, wofür sie stehen, hinausschießen</translation>
    </message>
    <message>
        <source>Ward and spectral clustering are left out</source>
        <translation>Ward und spektrales Gruppieren fehlen</translation>
    </message>
    <message>
        <source>Spectral clustering is left out</source>
        <translation>Spektrales Gruppieren fehlt</translation>
    </message>
    <message>
        <source>there are too many points</source>
        <translation>es sind zu viele Punkte</translation>
    </message>
    <message>
        <source>There is one feature</source>
        <translation>Es gibt ein Merkmal</translation>
    </message>
    <message>
        <source>points lie on a line</source>
        <translation>Punkte liegen auf einer Linie</translation>
    </message>
    <message>
        <source>Every row has a label of its own</source>
        <translation>Jede Zeile hat ein eigenes Label</translation>
    </message>
    <message>
        <source>the column that was taken for labels may be a feature</source>
        <translation>die Spalte, die für Labels gehalten wurde, ist vielleicht ein Merkmal</translation>
    </message>
    <message>
        <source>ARI</source>
        <translation>ARI</translation>
    </message>
    <message>
        <source>Dashed</source>
        <translation>Gestrichelt</translation>
    </message>
    <message>
        <source>NMI</source>
        <translation>NMI</translation>
    </message>
    <message>
        <source>energy of the memory %1</source>
        <translation>Energie des Gedächtnisses %1</translation>
    </message>
    <message>
        <source>lines</source>
        <translation>Linien</translation>
    </message>
    <message>
        <source>mse</source>
        <translation>mse</translation>
    </message>
    <message>
        <source>x = a tanh(2βax)</source>
        <translation>x = a tanh(2βax)</translation>
    </message>
    <message>
        <source>clustering with associative memories</source>
        <translation>Clustern mit assoziativen Speichern</translation>
    </message>
    <message>
        <source>τ of hidden neurons / τ of features</source>
        <translation>τ der verborgenen Neuronen / τ der Merkmale</translation>
    </message>
    <message>
        <source>−E of each patch</source>
        <translation>−E jeder Kachel</translation>
    </message>
    <message>
        <source>add up to nothing at rest, unless held</source>
        <translation>heben sich in Ruhe auf, außer bei Festgehaltenem</translation>
    </message>
</context>
<context>
    <name>Keywords</name>
    <message>
        <source>load import data csv table pictures images text lecture</source>
        <translation>laden importieren daten csv tabelle bilder text vorlesung</translation>
    </message>
    <message>
        <source>load import directory pictures images texts</source>
        <translation>laden importieren verzeichnis ordner bilder texte</translation>
    </message>
    <message>
        <source>classes mnist idx</source>
        <translation>klassen mnist idx</translation>
    </message>
    <message>
        <source>similarity wordsim benchmark</source>
        <translation>ähnlichkeit wordsim vergleich</translation>
    </message>
    <message>
        <source>mnist cifar internet example data set</source>
        <translation>mnist cifar internet beispiel datensatz</translation>
    </message>
    <message>
        <source>pdf svg png picture image print paper publication save</source>
        <translation>pdf svg png bild drucken artikel veröffentlichung speichern</translation>
    </message>
    <message>
        <source>video movie mp4 webm gif animation record export</source>
        <translation>video film mp4 webm gif animation aufnehmen exportieren</translation>
    </message>
    <message>
        <source>safetensors model export network</source>
        <translation>safetensors modell exportieren netz</translation>
    </message>
    <message>
        <source>exit close leave</source>
        <translation>beenden schließen verlassen</translation>
    </message>
    <message>
        <source>reset defaults start over</source>
        <translation>zurücksetzen vorgaben von vorn</translation>
    </message>
    <message>
        <source>start stop run pause</source>
        <translation>start stopp lauf pause</translation>
    </message>
    <message>
        <source>begin rewind reset</source>
        <translation>anfang zurückspulen zurücksetzen</translation>
    </message>
    <message>
        <source>csv numbers export table</source>
        <translation>csv zahlen exportieren tabelle</translation>
    </message>
    <message>
        <source>night black mode colours</source>
        <translation>nacht schwarz modus farben</translation>
    </message>
    <message>
        <source>day white mode colours</source>
        <translation>tag weiß modus farben</translation>
    </message>
    <message>
        <source>paper white ink colours</source>
        <translation>papier weiß tinte farben</translation>
    </message>
    <message>
        <source>desktop automatic colours</source>
        <translation>schreibtisch automatisch farben</translation>
    </message>
    <message>
        <source>fullscreen full screen large maximize</source>
        <translation>vollbild ganzer bildschirm groß maximieren</translation>
    </message>
    <message>
        <source>beamer presentation large zoom scale font size</source>
        <translation>beamer präsentation groß vergrößern maßstab schriftgröße</translation>
    </message>
    <message>
        <source>drawer sidebar panel settings sliders</source>
        <translation>schublade seitenleiste einstellungen regler</translation>
    </message>
    <message>
        <source>animation accessibility</source>
        <translation>animation barrierefreiheit</translation>
    </message>
    <message>
        <source>accessibility screen reader form</source>
        <translation>barrierefreiheit bildschirmleser formular</translation>
    </message>
    <message>
        <source>zoom fit rotate view</source>
        <translation>vergrößern einpassen drehen ansicht</translation>
    </message>
    <message>
        <source>presentation slides talk fullscreen present</source>
        <translation>präsentation folien vortrag vollbild vorführen</translation>
    </message>
    <message>
        <source>presentation slides talk markdown</source>
        <translation>präsentation folien vortrag markdown</translation>
    </message>
    <message>
        <source>presentation slide write markdown</source>
        <translation>präsentation folie schreiben markdown</translation>
    </message>
    <message>
        <source>tutorial explanation learn formula equations help</source>
        <translation>anleitung erklärung lernen formel gleichungen hilfe</translation>
    </message>
    <message>
        <source>keys keyboard manual</source>
        <translation>tasten tastatur handbuch</translation>
    </message>
    <message>
        <source>version licence papers cite citation authors</source>
        <translation>version lizenz artikel zitieren autoren</translation>
    </message>
    <message>
        <source>colour blind blindness accessibility</source>
        <translation>farbenblind farbsehschwäche barrierefreiheit</translation>
    </message>
    <message>
        <source>language translation</source>
        <translation>sprache übersetzung</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>memory %1</source>
        <translation>Erinnerung %1</translation>
    </message>
    <message>
        <source>nearest %1</source>
        <translation>nächste %1</translation>
    </message>
    <message>
        <source>cluster %1</source>
        <translation>Cluster %1</translation>
    </message>
    <message>
        <source>rest</source>
        <translation>Rest</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unten</translation>
    </message>
    <message>
        <source>above</source>
        <translation>oben</translation>
    </message>
    <message>
        <source>decay</source>
        <translation>Zerfall</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>mute</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>memories</source>
        <translation>Erinnerungen</translation>
    </message>
    <message>
        <source>strokes</source>
        <translation>Striche</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>rules of rules</source>
        <translation>Regeln von Regeln</translation>
    </message>
    <message>
        <source>top rules</source>
        <translation>oberste Regeln</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>pixels τ %1</source>
        <translation>Pixel τ %1</translation>
    </message>
    <message>
        <source>strokes τ %1</source>
        <translation>Striche τ %1</translation>
    </message>
    <message>
        <source>rules τ %1</source>
        <translation>Regeln τ %1</translation>
    </message>
    <message>
        <source>rules of rules τ %1</source>
        <translation>Regeln von Regeln τ %1</translation>
    </message>
    <message>
        <source>top rules τ %1</source>
        <translation>oberste Regeln τ %1</translation>
    </message>
    <message>
        <source>layer %1 τ %2</source>
        <translation>Schicht %1 τ %2</translation>
    </message>
    <message>
        <source>pixel</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>neuron %1</source>
        <translation>Neuron %1</translation>
    </message>
    <message>
        <source>stroke %1</source>
        <translation>Strich %1</translation>
    </message>
    <message>
        <source>rule %1</source>
        <translation>Regel %1</translation>
    </message>
    <message>
        <source>rate %1</source>
        <translation>Rate %1</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>mean</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>the classes %1</source>
        <translation>die Klassen %1</translation>
    </message>
    <message>
        <source>k-means %1</source>
        <translation>k-means %1</translation>
    </message>
    <message>
        <source>soft k-means %1</source>
        <translation>weiches k-means %1</translation>
    </message>
    <message>
        <source>spectral %1</source>
        <translation>spektral %1</translation>
    </message>
    <message>
        <source>Ward %1</source>
        <translation>Ward %1</translation>
    </message>
    <message>
        <source>ClAM %1</source>
        <translation>ClAM %1</translation>
    </message>
    <message>
        <source>patch %1</source>
        <translation>Kachel %1</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>verdeckt</translation>
    </message>
    <message>
        <source>%1 and more (%2 pairs)</source>
        <translation>%1 und mehr (%2 Paare)</translation>
    </message>
    <message>
        <source>%1 to %2 (%3 pairs)</source>
        <translation>%1 bis %2 (%3 Paare)</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>Schritt %1</translation>
    </message>
    <message>
        <source>step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>overlap %1</source>
        <translation>Überlapp %1</translation>
    </message>
    <message>
        <source>painted by hand</source>
        <translation>von Hand gemalt</translation>
    </message>
    <message>
        <source>%1 % hidden</source>
        <translation>%1 % verdeckt</translation>
    </message>
    <message>
        <source>%1 % flipped</source>
        <translation>%1 % umgekehrt</translation>
    </message>
    <message>
        <source>noise %1 %</source>
        <translation>Rauschen %1 %</translation>
    </message>
    <message>
        <source>denoised</source>
        <translation>entrauscht</translation>
    </message>
    <message>
        <source>%1 of %2 patches hidden</source>
        <translation>%1 von %2 Kacheln verdeckt</translation>
    </message>
    <message>
        <source>paint to hide patches</source>
        <translation>malen verdeckt Kacheln</translation>
    </message>
    <message>
        <source>nothing is hidden</source>
        <translation>nichts ist verdeckt</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>exakt</translation>
    </message>
    <message>
        <source>%1 past the depth</source>
        <translation>%1 über die Tiefe hinaus</translation>
    </message>
    <message>
        <source>held out</source>
        <translation>zurückgehalten</translation>
    </message>
    <message>
        <source>picture %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>%1 in all</source>
        <translation>%1 insgesamt</translation>
    </message>
    <message>
        <source>in one step</source>
        <translation>in einem Schritt</translation>
    </message>
    <message>
        <source>mse %1</source>
        <translation>mse %1</translation>
    </message>
    <message>
        <source>found %1 of %2</source>
        <translation>%1 von %2 gefunden</translation>
    </message>
    <message>
        <source>found being counted</source>
        <translation>gefunden: wird gezählt</translation>
    </message>
    <message>
        <source>stored by none but picture %1 to %2</source>
        <translation>nur bei Bild %1 bis %2 gespeichert</translation>
    </message>
    <message>
        <source>noise %1</source>
        <translation>Rauschen %1</translation>
    </message>
    <message>
        <source>after one step</source>
        <translation>nach einem Schritt</translation>
    </message>
    <message>
        <source>time %1</source>
        <translation>Zeit %1</translation>
    </message>
    <message>
        <source>everything is hidden</source>
        <translation>alles ist verdeckt</translation>
    </message>
    <message>
        <source>a guess of its own</source>
        <translation>frei erfunden</translation>
    </message>
    <message>
        <source>at the cue</source>
        <translation>beim Hinweis</translation>
    </message>
</context>
<context>
    <name>Panels</name>
    <message>
        <source>Planned</source>
        <translation>Geplant</translation>
    </message>
    <message>
        <source>Next: Page Down · Back: Page Up · Leave: Esc</source>
        <translation>Weiter: Bild ab · Zurück: Bild auf · Verlassen: Esc</translation>
    </message>
    <message>
        <source>Show something else here</source>
        <translation>Hier etwas anderes zeigen</translation>
    </message>
    <message>
        <source>restarts the run</source>
        <translation>startet den Lauf neu</translation>
    </message>
    <message>
        <source>applies at once</source>
        <translation>wirkt sofort</translation>
    </message>
    <message>
        <source>%1 changed</source>
        <translation>%1 geändert</translation>
    </message>
    <message>
        <source>Show all parameters</source>
        <translation>Alle Parameter zeigen</translation>
    </message>
    <message>
        <source>Show only what differs from the defaults</source>
        <translation>Nur zeigen, was von den Vorgaben abweicht</translation>
    </message>
    <message>
        <source>Find a parameter</source>
        <translation>Einen Parameter suchen</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>No parameter is called so.</source>
        <translation>So heißt kein Parameter.</translation>
    </message>
    <message>
        <source>Switch to %1</source>
        <translation>Zu %1 wechseln</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Vergleich beenden</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Branch %1
Click to switch to it, compare, rename or delete it</source>
        <translation>Zweig %1
Klicken, um zu wechseln, zu vergleichen, umzubenennen oder zu löschen</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>Pause
Space</source>
        <translation>Anhalten
Leertaste</translation>
    </message>
    <message>
        <source>Play
Space</source>
        <translation>Abspielen
Leertaste</translation>
    </message>
    <message>
        <source>How fast it plays</source>
        <translation>Wie schnell es abläuft</translation>
    </message>
    <message>
        <source>Restart
Shift+Space</source>
        <translation>Von vorn
Umschalt+Leertaste</translation>
    </message>
    <message>
        <source>Step back
,</source>
        <translation>Schritt zurück
,</translation>
    </message>
    <message>
        <source>Step
.</source>
        <translation>Schritt
.</translation>
    </message>
    <message>
        <source>step </source>
        <translation>Schritt </translation>
    </message>
    <message>
        <source> of %1</source>
        <translation> von %1</translation>
    </message>
    <message>
        <source>Recorded for going back: %1 of %2</source>
        <translation>Aufgezeichnet zum Zurückgehen: %1 von %2</translation>
    </message>
    <message>
        <source>Beside</source>
        <translation>Daneben</translation>
    </message>
    <message>
        <source>Overlay</source>
        <translation>Darüber</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Branches %1 and %2</source>
        <translation>Zweige %1 und %2</translation>
    </message>
    <message>
        <source>Save table…</source>
        <translation>Tabelle speichern…</translation>
    </message>
    <message>
        <source>Show another measure</source>
        <translation>Ein anderes Maß zeigen</translation>
    </message>
    <message>
        <source>%1; click a place to open its run</source>
        <translation>%1; ein Klick öffnet den Lauf an dieser Stelle</translation>
    </message>
    <message>
        <source>Back to one run</source>
        <translation>Zurück zu einem Lauf</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Durchlauf</translation>
    </message>
    <message>
        <source>Click a run to take it</source>
        <translation>Ein Klick übernimmt einen Lauf</translation>
    </message>
    <message>
        <source>Click a run to take it; Shift and a drag over another slider adds an axis</source>
        <translation>Ein Klick übernimmt einen Lauf; Umschalt und Ziehen über einen weiteren Regler gibt eine Achse dazu</translation>
    </message>
    <message>
        <source>running…</source>
        <translation>läuft…</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>%1 minus %2</source>
        <translation>%1 minus %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>, branch %1</source>
        <translation>, Zweig %1</translation>
    </message>
    <message>
        <source>Paint</source>
        <translation>Malen</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Zweig</translation>
    </message>
    <message>
        <source>Delete branch %1</source>
        <translation>Zweig %1 löschen</translation>
    </message>
    <message>
        <source>Rename branch %1</source>
        <translation>Zweig %1 umbenennen</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>Mit %1 vergleichen</translation>
    </message>
    <message>
        <source>Take %1</source>
        <translation>%1 übernehmen</translation>
    </message>
    <message>
        <source>The language changes when Engram is started again</source>
        <translation>Die Sprache wechselt, wenn Engram neu gestartet wird</translation>
    </message>
    <message>
        <source>Each from %1 to %2; default %3</source>
        <translation>Jeder Wert von %1 bis %2; Vorgabe %3</translation>
    </message>
    <message>
        <source>From %1 to %2; default %3</source>
        <translation>Von %1 bis %2; Vorgabe %3</translation>
    </message>
    <message>
        <source>Changes only what is shown</source>
        <translation>Ändert nur, was gezeigt wird</translation>
    </message>
    <message>
        <source>Applies at once</source>
        <translation>Wirkt sofort</translation>
    </message>
    <message>
        <source>Restarts the run</source>
        <translation>Startet den Lauf neu</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>Back to the default, %1</source>
        <translation>Zurück zur Vorgabe, %1</translation>
    </message>
    <message>
        <source>Frame everything
Home</source>
        <translation>Alles ins Bild
Pos1</translation>
    </message>
    <message>
        <source>From above, and back
T</source>
        <translation>Von oben, und zurück
T</translation>
    </message>
    <message>
        <source>Show or hide labels
L</source>
        <translation>Beschriftung zeigen oder verbergen
L</translation>
    </message>
    <message>
        <source>Export figure
Ctrl+E</source>
        <translation>Abbildung exportieren
Strg+E</translation>
    </message>
    <message>
        <source>The scene alone, and back
F</source>
        <translation>Die Szene allein, und zurück
F</translation>
    </message>
    <message>
        <source>1 vote</source>
        <translation>1 Stimme</translation>
    </message>
    <message>
        <source>%1 votes</source>
        <translation>%1 Stimmen</translation>
    </message>
    <message>
        <source>That was the last scene; Esc leaves the lecture</source>
        <translation>Das war die letzte Szene; Esc verlässt die Vorlesung</translation>
    </message>
    <message>
        <source>Detour · Home goes back</source>
        <translation>Umweg · Pos1 kehrt zurück</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Beginnt</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Liest %1</translation>
    </message>
    <message>
        <source>Changed by hand in “%1”: what is said there holds, and not what was set here for the start</source>
        <translation>Von Hand geändert in „%1“: es gilt, was dort steht, nicht was hier für den Start gesetzt war</translation>
    </message>
    <message>
        <source>Parameters
P</source>
        <translation>Parameter
P</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Preferences can be neither read from %1 nor kept there</source>
        <translation>Einstellungen können weder aus %1 gelesen noch dort behalten werden</translation>
    </message>
    <message>
        <source>The preferences could not be read and begin anew</source>
        <translation>Die Einstellungen waren nicht lesbar und beginnen neu</translation>
    </message>
    <message>
        <source>What the preferences say of %1 cannot be, so the usual stands in</source>
        <translation>Was die Einstellungen zu %1 sagen, kann nicht sein, daher gilt das Übliche</translation>
    </message>
    <message>
        <source>%1; the file as it was is now %2</source>
        <translation>%1; die Datei, wie sie war, ist jetzt %2</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In a lecture</source>
        <translation>In einer Vorlesung</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>Maus</translation>
    </message>
    <message>
        <source>Drag, right drag, wheel</source>
        <translation>Ziehen, rechts ziehen, Rad</translation>
    </message>
    <message>
        <source>Turn, pan, zoom</source>
        <translation>Drehen, schieben, vergrößern</translation>
    </message>
    <message>
        <source>Double click, Ctrl+click</source>
        <translation>Doppelklick, Strg+Klick</translation>
    </message>
    <message>
        <source>Type a value</source>
        <translation>Einen Wert eingeben</translation>
    </message>
    <message>
        <source>Shift+drag over a slider</source>
        <translation>Umschalt+Ziehen über einen Regler</translation>
    </message>
    <message>
        <source>A range for small multiples</source>
        <translation>Ein Bereich für viele kleine Bilder</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Taking things by keys</source>
        <translation>Mit Tasten greifen</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>memory %1</source>
        <translation>Erinnerung %1</translation>
    </message>
    <message>
        <source>cluster %1</source>
        <translation>Cluster %1</translation>
    </message>
    <message>
        <source>component %1</source>
        <translation>Komponente %1</translation>
    </message>
    <message>
        <source>pixel %1</source>
        <translation>Pixel %1</translation>
    </message>
    <message>
        <source>cell %1, drive %2</source>
        <translation>Zelle %1, Antrieb %2</translation>
    </message>
    <message>
        <source>the word alone</source>
        <translation>das Wort allein</translation>
    </message>
    <message>
        <source>your context</source>
        <translation>eigener Kontext</translation>
    </message>
    <message>
        <source>in your context</source>
        <translation>im eigenen Kontext</translation>
    </message>
    <message>
        <source>to %1 %2</source>
        <translation>zu %1 %2</translation>
    </message>
    <message>
        <source>mean similarity</source>
        <translation>mittlere Ähnlichkeit</translation>
    </message>
    <message>
        <source>%1 bits flip</source>
        <translation>%1 Bits kippen</translation>
    </message>
</context>
<context>
    <name>engram::AboutDialog</name>
    <message>
        <source>nothing painted yet</source>
        <translation>noch nichts gemalt</translation>
    </message>
    <message>
        <source>Scenes painted by</source>
        <translation>Szenen malt</translation>
    </message>
    <message>
        <source>Runs computed on</source>
        <translation>Läufe rechnet</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Window system</source>
        <translation>Fenstersystem</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>About Engram</source>
        <translation>Über Engram</translation>
    </message>
    <message>
        <source>A laboratory for associative memories</source>
        <translation>Ein Labor für assoziatives Gedächtnis</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Puts these lines on the clipboard</source>
        <translation>Legt diese Zeilen in die Zwischenablage</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autoren</translation>
    </message>
    <message>
        <source>The Engram authors, 2026</source>
        <translation>Die Autoren von Engram, 2026</translation>
    </message>
    <message>
        <source>What it shows is from</source>
        <translation>Was es zeigt, stammt aus</translation>
    </message>
</context>
<context>
    <name>engram::Download</name>
    <message>
        <source>%1 has no %2 any more (404)</source>
        <translation>%1 hat %2 nicht mehr (404)</translation>
    </message>
    <message>
        <source>%1 refuses to send %2 (%3)</source>
        <translation>%1 weigert sich, %2 zu senden (%3)</translation>
    </message>
    <message>
        <source>%1 has sent nothing for %2 seconds; try again to go on from here</source>
        <translation>%1 hat seit %2 Sekunden nichts gesendet; ein neuer Versuch macht hier weiter</translation>
    </message>
    <message>
        <source>%1 cannot be reached: %2</source>
        <translation>%1 ist nicht zu erreichen: %2</translation>
    </message>
    <message>
        <source>%1 was cut off after %2 of %3; try again to go on from there</source>
        <translation>%1 brach nach %2 von %3 ab; ein neuer Versuch macht dort weiter</translation>
    </message>
    <message>
        <source>%1 sends on to %2, which is not followed</source>
        <translation>%1 leitet zu %2 weiter, dem nicht gefolgt wird</translation>
    </message>
    <message>
        <source>%1 sends on from one address to the next without end</source>
        <translation>%1 leitet ohne Ende von einer Adresse zur nächsten weiter</translation>
    </message>
    <message>
        <source>%1 is not found; is this computer on the network?</source>
        <translation>%1 ist nicht zu finden; ist dieser Rechner am Netz?</translation>
    </message>
</context>
<context>
    <name>engram::DropPlan</name>
    <message>
        <source>%1 at step %2</source>
        <translation>%1 bei Schritt %2</translation>
    </message>
    <message>
        <source>%1 may not be read</source>
        <translation>%1 darf nicht gelesen werden</translation>
    </message>
    <message>
        <source>Opens the moment that %1 shows</source>
        <translation>Öffnet den Augenblick, den %1 zeigt</translation>
    </message>
    <message>
        <source>Opens the moment that %1 shows: %2</source>
        <translation>Öffnet den Augenblick, den %1 zeigt: %2</translation>
    </message>
    <message>
        <source>Opens the session of %1: %2</source>
        <translation>Öffnet die Sitzung vom %1: %2</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>%1 is a folder without texts or pictures</source>
        <translation>%1 ist ein Ordner ohne Texte oder Bilder</translation>
    </message>
    <message>
        <source>the one text of %1</source>
        <translation>den einen Text von %1</translation>
    </message>
    <message>
        <source>the one picture of %1</source>
        <translation>das eine Bild von %1</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translation>%1 und mehr</translation>
    </message>
    <message>
        <source>the %1 texts of %2</source>
        <translation>die %1 Texte von %2</translation>
    </message>
    <message>
        <source>the %1 pictures of %2</source>
        <translation>die %1 Bilder von %2</translation>
    </message>
    <message>
        <source>%1 pictures of %2 × %3</source>
        <translation>%1 Bilder von %2 × %3</translation>
    </message>
    <message>
        <source>the classes of %1 pictures</source>
        <translation>die Klassen von %1 Bildern</translation>
    </message>
    <message>
        <source>a table of %1 columns</source>
        <translation>eine Tabelle mit %1 Spalten</translation>
    </message>
    <message>
        <source>a text of %1</source>
        <translation>einen Text von %1</translation>
    </message>
    <message>
        <source>the weights in %1</source>
        <translation>die Gewichte in %1</translation>
    </message>
    <message>
        <source>the word pairs in %1</source>
        <translation>die Wortpaare in %1</translation>
    </message>
    <message>
        <source> with %1</source>
        <translation> mit %1</translation>
    </message>
    <message>
        <source>Opens %1 in %2</source>
        <translation>Öffnet %1 in %2</translation>
    </message>
    <message>
        <source>; asks for its columns first</source>
        <translation>; fragt zuerst nach den Spalten</translation>
    </message>
    <message>
        <source>word pairs lie beside a text; open one in %1 first</source>
        <translation>Wortpaare liegen neben einem Text; zuerst einen in %1 öffnen</translation>
    </message>
    <message>
        <source>classes lie beside pictures; open some in %1 first</source>
        <translation>Klassen liegen neben Bildern; zuerst welche in %1 öffnen</translation>
    </message>
    <message>
        <source>Opens %1 beside %2</source>
        <translation>Öffnet %1 neben %2</translation>
    </message>
    <message>
        <source>Cannot be read: only files and folders of this computer are opened</source>
        <translation>Nicht lesbar: nur Dateien und Ordner dieses Rechners werden geöffnet</translation>
    </message>
    <message>
        <source>; of the %1 files the others are left alone</source>
        <translation>; von den %1 Dateien bleiben die anderen unberührt</translation>
    </message>
    <message>
        <source>Cannot be read: %1</source>
        <translation>Nicht lesbar: %1</translation>
    </message>
    <message>
        <source>%1 does not exist</source>
        <translation>%1 gibt es nicht</translation>
    </message>
    <message>
        <source>Gives the lecture “%1”</source>
        <translation>Hält die Vorlesung „%1“</translation>
    </message>
</context>
<context>
    <name>engram::ExportDialog</name>
    <message>
        <source>Export figure</source>
        <translation>Abbildung exportieren</translation>
    </message>
    <message>
        <source>Custom size</source>
        <translation>Eigene Größe</translation>
    </message>
    <message>
        <source>Text, to edit and search</source>
        <translation>Text, zum Bearbeiten und Suchen</translation>
    </message>
    <message>
        <source>Paths, alike everywhere</source>
        <translation>Pfade, überall gleich</translation>
    </message>
    <message>
        <source>mm</source>
        <translation>mm</translation>
    </message>
    <message>
        <source>dpi</source>
        <translation>dpi</translation>
    </message>
    <message>
        <source>pt</source>
        <translation>pt</translation>
    </message>
    <message>
        <source>Transparent ground</source>
        <translation>Durchsichtiger Grund</translation>
    </message>
    <message>
        <source>Numbers beside it, as CSV</source>
        <translation>Zahlen daneben, als CSV</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Copy caption</source>
        <translation>Bildunterschrift kopieren</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Panels, side by side; drag to order</source>
        <translation>Ansichten, nebeneinander; ziehen ordnet sie</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Width, height</source>
        <translation>Breite, Höhe</translation>
    </message>
    <message>
        <source>Resolution, type</source>
        <translation>Auflösung, Schrift</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Letters</source>
        <translation>Buchstaben</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>The caption is on the clipboard</source>
        <translation>Die Bildunterschrift ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>Figures (*.svg *.pdf *.png)</source>
        <translation>Abbildungen (*.svg *.pdf *.png)</translation>
    </message>
    <message>
        <source>Tick at least one panel</source>
        <translation>Mindestens eine Ansicht ankreuzen</translation>
    </message>
    <message>
        <source>The command is on the clipboard</source>
        <translation>Der Befehl ist in der Zwischenablage</translation>
    </message>
    <message>
        <source>The figure is in %1</source>
        <translation>Die Abbildung ist in %1</translation>
    </message>
    <message>
        <source>Single column 84 mm</source>
        <translation>Einspaltig 84 mm</translation>
    </message>
    <message>
        <source>Double column 174 mm</source>
        <translation>Zweispaltig 174 mm</translation>
    </message>
    <message>
        <source>Slide 16:9</source>
        <translation>Folie 16:9</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>Vorschau…</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
</context>
<context>
    <name>engram::FigurePreview</name>
    <message>
        <source>Painting…</source>
        <translation>Wird gemalt…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Seen with</source>
        <translation>Gesehen mit</translation>
    </message>
    <message>
        <source>Only here: the file keeps its colours</source>
        <translation>Nur hier: die Datei behält ihre Farben</translation>
    </message>
</context>
<context>
    <name>engram::FilmDialog</name>
    <message>
        <source>Film</source>
        <translation>Film</translation>
    </message>
    <message>
        <source>Frame %1 of %2, %3 s left</source>
        <translation>Bild %1 von %2, noch %3 s</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>%1 frames a second</source>
        <translation>%1 Bilder je Sekunde</translation>
    </message>
    <message>
        <source>Turn the scene in the window first; a key keeps the camera you see there</source>
        <translation>Zuerst die Szene im Fenster drehen; eine Marke behält die Kamera, die dort zu sehen ist</translation>
    </message>
    <message>
        <source>Write the words of the caption first</source>
        <translation>Zuerst die Worte der Einblendung schreiben</translation>
    </message>
    <message>
        <source>Films (*.mp4 *.webm *.gif)</source>
        <translation>Filme (*.mp4 *.webm *.gif)</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The film is in %1: %2 frames in %3 s</source>
        <translation>Der Film ist in %1: %2 Bilder in %3 s</translation>
    </message>
    <message>
        <source>Draft, edges have steps</source>
        <translation>Entwurf, Kanten haben Stufen</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>and %1 beneath</source>
        <translation>und %1 darunter</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Shows</source>
        <translation>Zeigt</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Fades</source>
        <translation>Blenden</translation>
    </message>
    <message>
        <source>Camera key</source>
        <translation>Kameramarke</translation>
    </message>
    <message>
        <source>The camera of the window, at the needle</source>
        <translation>Die Kamera des Fensters, an der Nadel</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Words, for two seconds</source>
        <translation>Worte, für zwei Sekunden</translation>
    </message>
    <message>
        <source>How the selected key is reached from the one before it</source>
        <translation>Wie die gewählte Marke von der davor erreicht wird</translation>
    </message>
    <message>
        <source>Parameter key</source>
        <translation>Parametermarke</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>The ending says the format: .mp4, .webm, .gif, or a / for a folder of PNG files</source>
        <translation>Die Endung sagt das Format: .mp4, .webm, .gif oder ein / für einen Ordner mit PNG-Dateien</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Make film</source>
        <translation>Film machen</translation>
    </message>
    <message>
        <source>Copy as command</source>
        <translation>Als Befehl kopieren</translation>
    </message>
    <message>
        <source>The command that makes the same film from the saved session</source>
        <translation>Der Befehl, der denselben Film aus der gespeicherten Sitzung macht</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>The command is in the clipboard</source>
        <translation>Der Befehl ist in der Zwischenablage</translation>
    </message>
</context>
<context>
    <name>engram::FilmTracks</name>
    <message>
        <source>Keys of the film</source>
        <translation>Marken des Films</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>Kamera</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Einblendungen</translation>
    </message>
</context>
<context>
    <name>engram::Finding</name>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Find a command, a parameter, a panel, an example, a file</source>
        <translation>Einen Befehl, einen Parameter, eine Ansicht, ein Beispiel, eine Datei suchen</translation>
    </message>
    <message>
        <source>A name and a value set a parameter: beta 2.5</source>
        <translation>Ein Name und ein Wert setzen einen Parameter: beta 2.5</translation>
    </message>
    <message>
        <source>Find among what was changed</source>
        <translation>Im Geänderten suchen</translation>
    </message>
    <message>
        <source>Enter sets a parameter back</source>
        <translation>Enter setzt einen Parameter zurück</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>Kopiert: %1</translation>
    </message>
    <message>
        <source>Nothing is called so</source>
        <translation>So heißt nichts</translation>
    </message>
    <message>
        <source>No changes here</source>
        <translation>Hier keine Änderungen</translation>
    </message>
    <message>
        <source>Colour vision preview: %1</source>
        <translation>Vorschau der Farbwahrnehmung: %1</translation>
    </message>
</context>
<context>
    <name>engram::Gallery</name>
    <message>
        <source>Experiments</source>
        <translation>Experimente</translation>
    </message>
    <message>
        <source>Find an experiment</source>
        <translation>Ein Experiment suchen</translation>
    </message>
</context>
<context>
    <name>engram::Lectern</name>
    <message>
        <source>Notes come with the lecture; N shows and hides them</source>
        <translation>Notizen kommen mit der Vorlesung; N zeigt und verbirgt sie</translation>
    </message>
    <message>
        <source>One screen only: N hides the notes</source>
        <translation>Nur ein Bildschirm: N verbirgt die Notizen</translation>
    </message>
    <message>
        <source>Add scene to %1</source>
        <translation>Szene zu %1 hinzufügen</translation>
    </message>
    <message>
        <source>The sentence on the screen, %1 words at most</source>
        <translation>Der Satz auf dem Bildschirm, höchstens %1 Wörter</translation>
    </message>
    <message>
        <source>Save lecture as</source>
        <translation>Vorlesung speichern als</translation>
    </message>
    <message>
        <source>Saved as %1; scenes are added to it from now on</source>
        <translation>Gespeichert als %1; Szenen kommen von nun an dort hinzu</translation>
    </message>
    <message>
        <source>There is no second screen</source>
        <translation>Es gibt keinen zweiten Bildschirm</translation>
    </message>
    <message>
        <source>Open lecture</source>
        <translation>Vorlesung öffnen</translation>
    </message>
    <message>
        <source>Lectures (*.md)</source>
        <translation>Vorlesungen (*.md)</translation>
    </message>
    <message>
        <source>Lecture to add the scene to</source>
        <translation>Vorlesung, in die die Szene kommt</translation>
    </message>
    <message>
        <source>Scene %1 added to %2; F5 shows it</source>
        <translation>Szene %1 kam zu %2 hinzu; F5 zeigt sie</translation>
    </message>
</context>
<context>
    <name>engram::LessonPanel</name>
    <message>
        <source>play</source>
        <translation>abspielen</translation>
    </message>
    <message>
        <source>Turning a page changes nothing in the view; the buttons do.</source>
        <translation>Blättern ändert nichts an der Ansicht; das tun die Knöpfe.</translation>
    </message>
    <message>
        <source>Try it: %1</source>
        <translation>Probieren: %1</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Previous scene</source>
        <translation>Vorige Szene</translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation>Nächste Szene</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Ausprobieren</translation>
    </message>
</context>
<context>
    <name>engram::MainWindow</name>
    <message>
        <source>Restored what was open when Engram last stopped without saving</source>
        <translation>Wiederhergestellt, was offen war, als Engram zuletzt ohne Speichern endete</translation>
    </message>
    <message>
        <source>Safe mode</source>
        <translation>Abgesicherter Modus</translation>
    </message>
    <message>
        <source>Preferences and what a crash left stay as they are and play no part; everything is computed on the CPU</source>
        <translation>Einstellungen und was ein Absturz hinterließ bleiben, wie sie sind, und spielen keine Rolle; alles rechnet die CPU</translation>
    </message>
    <message>
        <source>Laboratory</source>
        <translation>Labor</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Sessions, figures, films and data (*.engram *.svg *.pdf *.png *.mp4 *.webm *.gif *.gz *.csv *.tsv *.data *.txt *.md *.safetensors);;All files (*)</source>
        <translation>Sitzungen, Abbildungen, Filme und Daten (*.engram *.svg *.pdf *.png *.mp4 *.webm *.gif *.gz *.csv *.tsv *.data *.txt *.md *.safetensors);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open a folder of pictures or texts</source>
        <translation>Einen Ordner mit Bildern oder Texten öffnen</translation>
    </message>
    <message>
        <source>%1 reads no %2</source>
        <translation>%1 liest keine Datei dieser Art: %2</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Sessions (*.engram)</source>
        <translation>Sitzungen (*.engram)</translation>
    </message>
    <message>
        <source>%1, OpenGL %2.%3</source>
        <translation>%1, OpenGL %2.%3</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>Save the changes to %1?</source>
        <translation>Die Änderungen an %1 speichern?</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Open labels</source>
        <translation>Labels öffnen</translation>
    </message>
    <message>
        <source>Open word pairs</source>
        <translation>Wortpaare öffnen</translation>
    </message>
    <message>
        <source>There is no branch; B makes one at the moment shown</source>
        <translation>Es gibt keinen Zweig; B macht einen im gezeigten Augenblick</translation>
    </message>
    <message>
        <source>Rename branch</source>
        <translation>Zweig umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>There is no finished sweep; draw a range with Shift over a slider, then press Sweep</source>
        <translation>Es gibt keinen fertigen Durchlauf; mit Umschalt einen Bereich über einen Regler ziehen, dann auf Durchlauf drücken</translation>
    </message>
    <message>
        <source>Save table</source>
        <translation>Tabelle speichern</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Nothing is learned in this run: choose to train it first</source>
        <translation>In diesem Lauf wird nichts gelernt: zuerst das Training wählen</translation>
    </message>
    <message>
        <source>%1 learns no weights</source>
        <translation>%1 lernt keine Gewichte</translation>
    </message>
    <message>
        <source>Save weights</source>
        <translation>Gewichte speichern</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>Gewichte (*.safetensors)</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>Sessions, figures and films (*.engram *.svg *.pdf *.png *.mp4 *.webm *.gif)</source>
        <translation>Sitzungen, Abbildungen und Filme (*.engram *.svg *.pdf *.png *.mp4 *.webm *.gif)</translation>
    </message>
    <message>
        <source>CPU · double precision</source>
        <translation>CPU · doppelte Genauigkeit</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Large region</source>
        <translation>Große Ansicht</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>Cannot open</source>
        <translation>Lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>Changed on disk</source>
        <translation>Auf der Platte geändert</translation>
    </message>
    <message>
        <source>%1 was written by something else since it was opened here.</source>
        <translation>%1 wurde von etwas anderem geschrieben, seit es hier geöffnet wurde.</translation>
    </message>
    <message>
        <source>Write over it</source>
        <translation>Überschreiben</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern als…</translation>
    </message>
</context>
<context>
    <name>engram::Palette</name>
    <message>
        <source>Set</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>Set %1 to %2</source>
        <translation>%1 auf %2 setzen</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Recent file</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Set back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>Experiment, open</source>
        <translation>Experiment, offen</translation>
    </message>
</context>
<context>
    <name>engram::ParameterForm</name>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>engram::PartFile</name>
    <message>
        <source>The folder %1 cannot be made</source>
        <translation>Der Ordner %1 kann nicht angelegt werden</translation>
    </message>
    <message>
        <source>%1 is being downloaded by another window</source>
        <translation>%1 wird gerade von einem anderen Fenster geladen</translation>
    </message>
    <message>
        <source>Nothing can be written to the folder of %1</source>
        <translation>In den Ordner von %1 kann nichts geschrieben werden</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>The disk of %1 has room for %2; %3 are needed</source>
        <translation>Der Datenträger von %1 hat Platz für %2; %3 sind nötig</translation>
    </message>
    <message>
        <source>%1 is larger than the %2 promised; nothing of it was kept</source>
        <translation>%1 ist größer als die versprochenen %2; nichts davon wurde behalten</translation>
    </message>
    <message>
        <source>What arrived as %1 is another file: its checksum is not the one promised. Nothing of it was kept</source>
        <translation>Was als %1 ankam, ist eine andere Datei: ihre Prüfsumme ist nicht die versprochene. Nichts davon wurde behalten</translation>
    </message>
    <message>
        <source>%1 cannot be put into its place: %2</source>
        <translation>%1 kann nicht an seinen Platz gebracht werden: %2</translation>
    </message>
</context>
<context>
    <name>engram::SamplesDialog</name>
    <message>
        <source>Download sample data</source>
        <translation>Beispieldaten laden</translation>
    </message>
    <message>
        <source>%1, is here</source>
        <translation>%1, ist hier</translation>
    </message>
    <message>
        <source>Data sets</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Ladens</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>Aufgeben</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Liegt in</translation>
    </message>
    <message>
        <source>%1 in %2 files</source>
        <translation>%1 in %2 Dateien</translation>
    </message>
    <message>
        <source>fetched from %1</source>
        <translation>geholt von %1</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Paused. What has arrived is kept</source>
        <translation>Unterbrochen. Was angekommen ist, bleibt</translation>
    </message>
    <message>
        <source>Given up. Nothing was kept</source>
        <translation>Aufgegeben. Nichts wurde behalten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Download and open</source>
        <translation>Laden und öffnen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
</context>
<context>
    <name>engram::SpeakerWindow</name>
    <message>
        <source>Detour · Home goes back</source>
        <translation>Umweg · Pos1 kehrt zurück</translation>
    </message>
    <message>
        <source>The screen is blank</source>
        <translation>Der Bildschirm ist leer</translation>
    </message>
    <message>
        <source>Digits take votes · next plays on</source>
        <translation>Ziffern nehmen Stimmen auf · weiter spielt ab</translation>
    </message>
    <message>
        <source>Playing on · next hurries</source>
        <translation>Läuft weiter · weiter beeilt sich</translation>
    </message>
    <message>
        <source>Notes of the lecture</source>
        <translation>Notizen der Vorlesung</translation>
    </message>
    <message>
        <source>Elapsed</source>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>planned %1 by the end of this scene, %2 in all</source>
        <translation>geplant %1 bis zum Ende dieser Szene, %2 insgesamt</translation>
    </message>
    <message>
        <source>%1 · %2 of %3</source>
        <translation>%1 · %2 von %3</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Danach: %1</translation>
    </message>
    <message>
        <source>Next: the end</source>
        <translation>Danach: das Ende</translation>
    </message>
</context>
<context>
    <name>engram::TableDialog</name>
    <message>
        <source>words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>whole numbers</source>
        <translation>ganze Zahlen</translation>
    </message>
    <message>
        <source>, %1 missing</source>
        <translation>, %1 fehlen</translation>
    </message>
    <message>
        <source>Open table</source>
        <translation>Tabelle öffnen</translation>
    </message>
    <message>
        <source>%1: %2 rows, %3 columns. Tick those that are features.</source>
        <translation>%1: %2 Zeilen, %3 Spalten. Die ankreuzen, die Merkmale sind.</translation>
    </message>
    <message>
        <source>Columns and first rows</source>
        <translation>Spalten und erste Zeilen</translation>
    </message>
    <message>
        <source>No column names the class</source>
        <translation>Keine Spalte nennt die Klasse</translation>
    </message>
    <message>
        <source>The first column names the class</source>
        <translation>Die erste Spalte nennt die Klasse</translation>
    </message>
    <message>
        <source>The last column names the class</source>
        <translation>Die letzte Spalte nennt die Klasse</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Tick one column at least</source>
        <translation>Mindestens eine Spalte ankreuzen</translation>
    </message>
    <message>
        <source>%1 points with %2 features</source>
        <translation>%1 Punkte mit %2 Merkmalen</translation>
    </message>
    <message>
        <source>, %1 classes</source>
        <translation>, %1 Klassen</translation>
    </message>
</context>
<context>
    <name>engram::Tried</name>
    <message>
        <source>Tried</source>
        <translation>Probiert</translation>
    </message>
    <message>
        <source>Everything tried</source>
        <translation>Alles Probierte</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of what was tried before cannot be read and are left out</source>
        <translation>
            <numerusform>%n Bild von früher Probiertem ist nicht lesbar und fällt weg</numerusform>
            <numerusform>%n Bilder von früher Probiertem sind nicht lesbar und fallen weg</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to “%1”</source>
        <translation>Zurück zu „%1“</translation>
    </message>
</context>
</TS>
