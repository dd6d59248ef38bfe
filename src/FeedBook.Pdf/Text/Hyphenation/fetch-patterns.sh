#!/bin/sh
# Packs TeX's hyphenation patterns, each file as it is, headers and licence included, into Patterns/*.tex.br.
# Source: Debian's texlive-lang-* packages (hyph-utf8). Needs apt, dpkg-deb and brotli. See Patterns/README.md for origin and licences.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
cd "$work"
if [ ! -d usr ]; then
    apt-get download texlive-lang-english texlive-lang-german texlive-lang-french texlive-lang-spanish texlive-lang-cyrillic \
        texlive-lang-italian texlive-lang-portuguese texlive-lang-european texlive-lang-polish
    for package in *.deb; do
        dpkg-deb --fsys-tarfile "$package" | tar x --wildcards '*hyph-utf8/patterns/tex/*' 2>/dev/null || true
    done
fi
for language in en-us en-gb de-1996 fr es ru it pt nl pl uk sv da no; do
    brotli -f -q 11 -w 24 -o "$here/Patterns/hyph-$language.tex.br" "usr/share/texlive/texmf-dist/tex/generic/hyph-utf8/patterns/tex/hyph-$language.tex"
done
