#!/bin/sh
# words.sh PROGRAM: the texts that no tr() in the sources shows to lupdate, as a source file.
# What experiments say of themselves comes from the program. What else the core says to people stands in its sources behind known words:
# why a parameter plays no part, the titles of panels, why one is absent. The window's commands stand in tables as {"id", "Menu", "Text",
# ...}, where a menu within a menu is "Menu/Within".
set -e
root=$(dirname "$0")/../..
"$1" --words
{
    grep -rhE -A4 'idle\("' "$root/core/experiments" | grep -oE '"[A-Z][^"\]* [^"\]*"'
    grep -rhoE 'Panel [a-z]+\{"[a-z_]+", "[^"]+"' "$root/core/experiments" | grep -oE '"[^"]+"$'
    grep -rhoE 'Absent\{"[^"\]+"' "$root/core/experiments" | grep -oE '"[^"]+"$'
} | sort -u | sed 's|.*|QT_TRANSLATE_NOOP("Core", &)|'
grep -rhoE '\{"[a-z]+\.[A-Za-z]+", "[^"]+", "[^"]+"' "$root/app" |
    sed -E 's|^[^,]*, "([^"]+)", ("[^"]+")$|\1\n\2|' | sed -E 's|^[^"/]+/||; s|^([^"].*)$|"\1"|' | sort -u |
    sed 's|.*|QT_TRANSLATE_NOOP("Commands", &)|'
