#!/bin/sh
# words.sh PROGRAM: the texts that no tr() in the sources shows to lupdate, as a source file.
# What experiments say of themselves, and what their panels say while they play, comes from the program. What else the core says to
# people stands in its sources behind known words: sentences without a full stop beside its parameters, which say why one plays no part;
# of panels the titles, why one is absent, and what a hand can do there; and what the sample data are. The window's commands stand in
# tables as {"id", "Menu", "Text", ...}, where a menu within a menu is "Menu/Within".
set -e
root=$(dirname "$0")/../..
"$1" --words
{
    cat "$root"/core/experiments/*/params.cpp | grep -oE '"[A-Z][^"\]* [^"\]*[^"\. ]"'
    grep -rhoE 'Panel [a-z]+\{"[a-z_]+", "[^"]+"' "$root/core/experiments" | grep -oE '"[^"]+"$'
    grep -rhoE 'Absent\{"[^"\]+"' "$root/core/experiments" | grep -oE '"[^"]+"$'
    grep -rhoE 'Absent\{[^}]*\}, "[^"\]+"' "$root/core/experiments" | grep -oE '"[^"]+"$'
    grep -hE '^(title|use|licence) = ' "$root/assets/samples.toml" | grep -oE '"[^"]+"'
    grep -rhE '\.hint = ' "$root/core/experiments" | grep -oE '"[^"]+"'
} | sort -u | sed 's|.*|QT_TRANSLATE_NOOP("Core", &)|'
grep -rhoE '\{"[a-z]+\.[A-Za-z]+", "[^"]+", "[^"]+"' "$root/app" |
    sed -E 's|^[^,]*, "([^"]+)", ("[^"]+")$|\1\n\2|' | sed -E 's|^[^"/]+/||; s|^([^"].*)$|"\1"|' | sort -u |
    sed 's|.*|QT_TRANSLATE_NOOP("Commands", &)|'
