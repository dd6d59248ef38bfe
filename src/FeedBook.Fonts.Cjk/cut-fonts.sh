#!/bin/sh
# Makes the fonts of this package again: fetches their sources by name, cuts and packs them, and lays their licences beside them.
# Needs npm, Debian's python3-fonttools and python3-brotli. Run it anywhere; the versions are fixed, so the bytes are the same.
# Hinting and layout tables are left out: every character stands on its square. China, Taiwan with Hong Kong, Japan and Korea write many
# of the same characters each in a way of their own, so each has its set: Noto Serif SC holds GBK, Big5 and JIS X 0208 with kana and
# bopomofo, for whatever language; TC holds Big5 with Hong Kong's characters, JP JIS X 0213, KR all 11,172 syllables of Hangul and the Han
# characters of KS X 1001. 'More' has the other characters of Noto Serif SC, which names and old books need, in one weight.
# The reserved font name of these families is 'Source', which the cut fonts do not bear.
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

cut() { # region weight characters [target]
    case $2 in Bold) face=700Bold ;; *) face=400Regular ;; esac
    folder=noto-serif-$(echo "$1" | tr A-Z a-z)
    /usr/bin/python3 "$here/../FeedBook.Fonts/cut_font.py" "$folder/$face/NotoSerif$1_$face.ttf" "$here/Fonts/${4:-NotoSerif$1-$2}" "$3" -
}

fetch noto-serif-sc 0.4.3
fetch noto-serif-tc 0.4.4
fetch noto-serif-jp 0.4.3
fetch noto-serif-kr 0.4.3
signs=20-7E,A0,A7-A8,B0-B1,B7,D7,F7,2010-2027,2030-203B,2E3A-2E3B,2E80-2FDF,3000-303F,3190-319F,3200-33FF,FE30-FE4F,FF00-FFEF
kana=3040-30FF,31F0-31FF
han=20-7E,A0,A7-A8,B0-B1,B7,D7,F7,2010-2027,2030-203B,2E80-2FDF,3000-30FF,3100-312F,3190-319F,31A0-31BF,31F0-31FF,3200-33FF,FE30-FE4F,FF00-FFEF,codec:gbk,codec:big5,codec:shift_jis
cut SC Regular "3400-9FFF,F900-FAFF,20000-323AF,-,$han" NotoSerifSC-More
for weight in Regular Bold; do
    cut SC $weight "$han"
    cut TC $weight "$signs,3100-312F,31A0-31BF,$kana,codec:big5hkscs"
    cut JP $weight "$signs,$kana,codec:shift_jis_2004"
    cut KR $weight "$signs,1100-11FF,3130-318F,A960-A97F,AC00-D7FF,codec:euc_kr"
done
