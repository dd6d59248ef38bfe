#!/bin/sh
# Makes the fonts of this package again: takes their sources from Debian's package, cuts and packs them, and lays the licence beside them.
# Needs apt, dpkg-deb, and Debian's python3-fonttools and python3-brotli. The version is fixed, so the bytes are the same.
# Each font keeps the letters of its script, what stands between them, and all of its layout; Latin letters and digits come from
# FeedBook.Fonts. Scripts that Noto draws with serifs are taken so, as a book's text is.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
apt-get download -qq fonts-noto-core=20201225-1
dpkg-deb -x fonts-noto-core_*.deb .
# Who made the fonts, and the licence; what the copyright file says of the packaging is not shipped.
awk 'BEGIN { RS = ""; ORS = "\n\n" } /^Files: \*/ || /^License: OFL-1.1/' usr/share/doc/fonts-noto-core/copyright >"$here/Licences/noto.txt"
fonts=usr/share/fonts/truetype/noto

cut() { # family characters [weights]: Regular and Bold unless told
    for weight in ${3:-Regular Bold}; do
        /usr/bin/python3 "$here/../FeedBook.Fonts/cut_font.py" "$fonts/$1-$weight.ttf" "$here/Fonts/$1-$weight" "20,A0,200B-200F,25CC,$2" '*'
    done
}

# Dandas and Vedic signs are shared by the scripts of India.
india=964-965,1CD0-1CFA,A8E0-A8FF,A830-A839
cut NotoSerifThai E00-E7F
cut NotoSerifLao E80-EFF
cut NotoSerifKhmer 1780-17FF,19E0-19FF
cut NotoSerifMyanmar 1000-109F,A9E0-A9FF,AA60-AA7F
cut NotoSerifDevanagari "900-97F,$india"
cut NotoSerifBengali "980-9FF,$india"
cut NotoSerifGurmukhi "A00-A7F,$india"
cut NotoSerifGujarati "A80-AFF,$india"
cut NotoSansOriya "B00-B7F,$india"
cut NotoSerifTamil "B80-BFF,$india"
cut NotoSerifTelugu "C00-C7F,$india"
cut NotoSerifKannada "C80-CFF,$india"
cut NotoSerifMalayalam "D00-D7F,$india"
cut NotoSerifSinhala "D80-DFF,$india,111E0-111FF"
cut NotoSerifTibetan F00-FFF
cut NotoSerifGeorgian 10A0-10FF,1C90-1CBF,2D00-2D2F,589
cut NotoSerifArmenian 530-58F,FB13-FB17
cut NotoSerifEthiopic 1200-139F,2D80-2DDF,AB00-AB2F
cut NotoSansCherokee 13A0-13FF,AB70-ABBF
cut NotoSansSyriac 303-304,307-308,30A,320,323-325,32D-32E,330-331,60C,61B-61C,61F,640,64B-655,660-669,670,700-74F,860-86F,1DF8,1DFA Regular
cut NotoSansThaana 60C,61B-61C,61F,660-66C,780-7BF,FDF2,FDFD
cut NotoSansMongolian 1800-18AF,202F,11660-1166C Regular
cut NotoNastaliqUrdu 60C-615,61B-61F,620-6FF,750-77F,8A0-8FF,FB50-FDFF,FE70-FEFF,200C-200F
cut NotoSansCanadianAboriginal 1400-167F,18B0-18FF
cut NotoSansTifinagh 2D30-2D7F,302-309,323,331 Regular
cut NotoSansNKo 7C0-7FF,60C,61B,61F Regular
cut NotoSansAdlam 1E900-1E95F,640 "Regular Bold"
cut NotoSansJavanese A980-A9DF "Regular Bold"
cut NotoSerifBalinese 1B00-1B7F Regular
cut NotoSansSundanese 1B80-1BBF,1CC0-1CCF "Regular Bold"
cut NotoSansOlChiki 1C50-1C7F "Regular Bold"
cut NotoSansMeeteiMayek AAE0-AAFF,ABC0-ABFF "Regular Bold"
cut NotoSansYi A000-A4CF,3001-3002,3008-3011,3014-301B Regular
cut NotoSansLisu A4D0-A4FF,2BC,2CD,300A-300B "Regular Bold"
cut NotoSansTaiLe 1950-197F,300-301,307-308,30C Regular
cut NotoSansTaiTham 1A20-1AAF "Regular Bold"
cut NotoSansCham AA00-AA5F "Regular Bold"
cut NotoSansCoptic 2C80-2CFF,3E2-3EF,300,304-305,307,487,1DCD,FE24-FE2F,102E0-102FB Regular
cut NotoSansSamaritan 800-83F Regular
cut NotoSansMandaic 840-85F,640 Regular
cut NotoSansVai A500-A63F Regular
cut NotoSansBamum A6A0-A6FF "Regular Bold"
cut NotoSansHanifiRohingya 10D00-10D3F,60C,61B,61F,640,6D4 "Regular Bold"
cut NotoSansGothic 10330-1034F,304-305,308,331 Regular
cut NotoSansRunic 16A0-16FF Regular
cut NotoSansOgham 1680-169F Regular
cut NotoSansDeseret 10400-1044F Regular
cut NotoSansGlagolitic 2C00-2C5F,484-487,303,305,1E000-1E02F,A66F Regular
cut NotoSansLimbu 1900-194F,965 Regular
cut NotoSansLepcha 1C00-1C4F Regular
cut NotoSansBuginese 1A00-1A1F,A9CF Regular
cut NotoSansBatak 1BC0-1BFF Regular
cut NotoSansTaiViet AA80-AADF Regular
cut NotoSansNewTaiLue 1980-19DF Regular
cut NotoSansOsage 104B0-104FF,301,304,30B,358 Regular
cut NotoSansChakma 11100-1114F,9E6-9EF,1040-1049 Regular
cut NotoSansTagalog 1700-171F,1735-1736 Regular
cut NotoSansHanunoo 1720-173F Regular
cut NotoSansKayahLi A900-A92F "Regular Bold"
cut NotoSansRejang A930-A95F Regular
cut NotoSansMro 16A40-16A6F Regular
cut NotoSansPahawhHmong 16B00-16B8F Regular
cut NotoSansNewa 11400-1147F Regular
cut NotoSansSaurashtra A880-A8DF Regular
cut NotoSansSharada 11180-111DF,951,1CD7,1CD9,1CDC-1CDD,1CE0 Regular
cut NotoSansSoraSompeng 110D0-110FF "Regular Bold"
cut NotoSansSylotiNagri A800-A82F,964-965,9E6-9EF Regular
cut NotoSansTirhuta 11480-114DF,951-952,964-965,1CF2 Regular
cut NotoSansWancho 1E2C0-1E2FF Regular
cut NotoSansWarangCiti 118A0-118FF Regular
