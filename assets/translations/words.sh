#!/bin/sh
# words.sh PROGRAM: the texts that no tr() in the sources shows to lupdate, as a source file: what the core says, and the commands of the
# window. These stand in tables as {"id", "Menu", "Text", ...}, and a menu within a menu as "Menu/Within".
set -e
"$1" --words
grep -rhoE '\{"[a-z]+\.[A-Za-z]+", "[^"]+", "[^"]+"' "$(dirname "$0")/../../app" |
    sed -E 's|^[^,]*, "([^"]+)", ("[^"]+")$|\1\n\2|' | sed -E 's|^[^"/]+/||; s|^([^"].*)$|"\1"|' | sort -u |
    sed 's|.*|QT_TRANSLATE_NOOP("Commands", &)|'
