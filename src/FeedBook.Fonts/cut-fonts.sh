#!/bin/sh
# Makes the fonts of this package again: fetches their sources by name, cuts and packs them, and lays their licences beside them.
# Needs npm, Debian's python3-fonttools and python3-brotli. Run it anywhere; the versions are fixed, so the bytes are the same.
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

cut() { # source target characters features
    /usr/bin/python3 "$here/cut_font.py" "$@"
}

fetch noto-serif 0.4.2
fetch noto-sans 0.4.2
fetch noto-sans-mono 0.4.2
fetch noto-serif-hebrew 0.4.2
fetch noto-sans-hebrew 0.4.1
fetch noto-naskh-arabic 0.4.5
fetch noto-sans-math 0.4.2
fetch noto-sans-symbols 0.4.1
fetch noto-sans-symbols-2 0.4.1
fetch noto-emoji 0.4.7

# Latin with Vietnamese and phonetic letters, Greek with polytonic, Cyrillic; punctuation, currency, letter-like signs, what arrows there are.
text=20-7E,A0-36F,370-3FF,400-52F,1D00-1DBF,1E00-1FFF,2000-2066,206A-20C0,2100-218B,2190-21FF,2200-22FF,25A0-25FF,2C60-2C7F,A640-A69F,A720-A7FF,AB30-AB6F,FB00-FB06,FFFC-FFFD
keep=ccmp,locl,rlig,calt,liga,clig,kern,mark,mkmk,dist
for style in Regular:400Regular Italic:400Regular_Italic Bold:700Bold BoldItalic:700Bold_Italic; do
    cut "noto-serif/${style#*:}/NotoSerif_${style#*:}.ttf" "$here/Fonts/NotoSerif-${style%:*}" $text $keep
    cut "noto-sans/${style#*:}/NotoSans_${style#*:}.ttf" "$here/Fonts/NotoSans-${style%:*}" $text $keep
done
for style in Regular:400Regular Bold:700Bold; do
    cut "noto-sans-mono/${style#*:}/NotoSansMono_${style#*:}.ttf" "$here/Fonts/NotoSansMono-${style%:*}" "$text,2300-23FF,2500-259F" $keep
    cut "noto-serif-hebrew/${style#*:}/NotoSerifHebrew_${style#*:}.ttf" "$here/Fonts/NotoSerifHebrew-${style%:*}" 20,A0,200C-200F,25CC,590-5FF,FB1D-FB4F $keep
    cut "noto-sans-hebrew/${style#*:}/NotoSansHebrew_${style#*:}.ttf" "$here/Fonts/NotoSansHebrew-${style%:*}" 20,A0,200C-200F,25CC,590-5FF,FB1D-FB4F $keep
    cut "noto-naskh-arabic/${style#*:}/NotoNaskhArabic_${style#*:}.ttf" "$here/Fonts/NotoNaskhArabic-${style%:*}" \
        20,A0,200C-200F,25CC,600-6FF,750-77F,8A0-8FF,FB50-FDFF,FE70-FEFC "$keep,isol,init,medi,fina,mset,curs"
done
cut noto-sans-math/400Regular/NotoSansMath_400Regular.ttf "$here/Fonts/NotoSansMath-Regular" \
    20,A0,300-338,20D0-20F0,2100-214F,2190-23FF,25A0-25FF,27C0-27FF,2900-2BFF,1D400-1D7FF ccmp,kern,mark,mkmk
cut noto-sans-symbols/400Regular/NotoSansSymbols_400Regular.ttf "$here/Fonts/NotoSansSymbols-Regular" \
    20,A0,20D0-20F0,2100-218F,2190-24FF,2600-27BF,1F100-1F1FF,1F700-1F77F ccmp,mark,mkmk
cut noto-sans-symbols-2/400Regular/NotoSansSymbols2_400Regular.ttf "$here/Fonts/NotoSansSymbols2-Regular" \
    20,A0,2300-243F,2440-244A,2500-27BF,2800-28FF,2B00-2BFF,4DC0-4DFF,1F000-1F0FF,1F650-1F67F,1F780-1F8FF ccmp,mark,mkmk
cut noto-emoji/400Regular/NotoEmoji_400Regular.ttf "$here/Fonts/NotoEmoji-Regular" \
    20,23,2A,30-39,A9,AE,200C-200D,203C,2049,20E3,2122-3299,FE0F,1F000-1FAFF,E0020-E007F ccmp
