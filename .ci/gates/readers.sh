# The sample in real readers: epub.js in Chromium; calibre reads the metadata, and makes an AZW3 of the book for Kindle and an EPUB of that again.
devices="$work/devices"
mkdir -p "$devices"
for device in kindle kobo ereader; do
  name=$device.epub; [ $device = kobo ] && name=kobo.kepub.epub
  check "the sample for $device" dotnet run -c Release --no-build --project examples/FeedBook.Sample -- --device $device -o "$devices/$name"
done
ls "$devices"/*.epub >"$work/devices.list" 2>/dev/null
validate_epubs "for devices" "$work/devices.list"

if [ -d "$FEEDBOOK_TOOLS/node_modules/epubjs" ] && [ -d "$FEEDBOOK_TOOLS/node_modules/puppeteer-core" ] && has chromium; then
  check "epub.js shows every page, picture and caption" node .ci/read-epub.mjs "$FEEDBOOK_TOOLS" "$(command -v chromium)" "$devices"/*.epub
else skip "epub.js in Chromium is not installed"; fi

in_calibre() { # every caption of the book is in what calibre makes of it, and every picture
  export QT_QPA_PLATFORM=offscreen QTWEBENGINE_DISABLE_SANDBOX=1 CALIBRE_CONFIG_DIRECTORY="$work/calibre" TMPDIR="$work"
  ebook-meta "$devices/kindle.epub" | tee "$work/meta.txt" | head -n 8
  grep -q '^Title *: FeedBook Sample' "$work/meta.txt" || { echo "the title is not there"; return 1; }
  ebook-convert "$devices/kindle.epub" "$devices/kindle.azw3" >"$work/azw3.log" 2>&1 || { tail -n 20 "$work/azw3.log"; return 1; }
  ebook-convert "$devices/kindle.azw3" "$devices/back.epub" >"$work/back.log" 2>&1 || { tail -n 20 "$work/back.log"; return 1; }
  python3 - "$devices/kindle.epub" "$devices/back.epub" <<'PY'
import re, sys, zipfile
def read(path):
    book = zipfile.ZipFile(path)
    pages = ' '.join(book.read(n).decode() for n in book.namelist() if re.search(r'\.x?html$', n))
    pictures = sum(1 for n in book.namelist() if re.search(r'\.(jpe?g|png|gif)$', n))
    return pages, pictures
def words(html):
    return re.sub(r'\s+', '', re.sub(r'<[^>]+>', '', html))
before, pictures = read(sys.argv[1])
after, kept = read(sys.argv[2])
text = words(after)
captions = [words(c) for c in re.findall(r'<figcaption.*?</figcaption>', before, re.S)]
lost = [c for c in captions if c not in text]
print(f'{len(captions)} captions, {len(lost)} lost; {pictures} pictures, {kept} kept')
sys.exit(1 if lost or not captions or kept < pictures else 0)
PY
}
if has ebook-convert && has python3; then check "calibre: metadata, AZW3 and back" in_calibre; else skip "calibre is not installed"; fi
