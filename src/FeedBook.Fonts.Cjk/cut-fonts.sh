#!/bin/sh
# Makes the fonts of this package again: fetches their sources by name, cuts and packs them, and lays their licences beside them.
# Needs npm, Debian's python3-fonttools and python3-brotli. Run it anywhere; the versions are fixed, so the bytes are the same.
# Hinting and layout tables are left out: every character stands on its square. Noto Serif SC holds the characters of GBK, Big5 and
# JIS X 0208 with kana and bopomofo, but no Hangul; that comes from Noto Serif KR, all 11,172 syllables.
# The reserved font name of both families is 'Source', which the cut fonts do not bear.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

fetch() { # name version
    npm pack --silent "@expo-google-fonts/$1@$2" >/dev/null
    mkdir "$1"
    tar xzf "expo-google-fonts-$1-$2.tgz" -C "$1" --strip-components=1
    cp "$1/LICENSE_FONT" "$here/Licences/$1.txt"
}

fetch noto-serif-sc 0.4.3
fetch noto-serif-kr 0.4.3
han=20-7E,A0,A7-A8,B0-B1,B7,D7,F7,2010-2027,2030-203B,2E80-2FDF,3000-30FF,3100-312F,3190-319F,31A0-31BF,31F0-31FF,3200-33FF,FE30-FE4F,FF00-FFEF,codec:gbk,codec:big5,codec:shift_jis
for style in Regular:400Regular Bold:700Bold; do
    /usr/bin/python3 "$here/../FeedBook.Fonts/cut_font.py" "noto-serif-sc/${style#*:}/NotoSerifSC_${style#*:}.ttf" "$here/Fonts/NotoSerifSC-${style%:*}" $han -
    /usr/bin/python3 "$here/../FeedBook.Fonts/cut_font.py" "noto-serif-kr/${style#*:}/NotoSerifKR_${style#*:}.ttf" "$here/Fonts/NotoSerifKR-${style%:*}" \
        20,A0,3000-303F,1100-11FF,3130-318F,AC00-D7A3 -
done
