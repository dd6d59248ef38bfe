#!/bin/bash
# CPU, wall time and peak memory of FeedBook and of peers while each makes a book of the same feed, in turns in one run.
#
#   compare-books.sh epub|pdf [ITEMS] [ROUNDS] [PROGRAM...]       defaults: 100 items, 3 rounds, all programs
#     epub: feedbook floor ebooklib epub-gen pandoc calibre       pdf: feedbook chromium weasyprint calibre
#
# FeedBook is its sample program, published as Properties/PublishProfiles/Standalone.pubxml says where the packages that this needs restore, else as built in
# Release; set FEEDBOOK to run another one. The floor (FeedBook.Benchmarks floor; FLOOR, as FEEDBOOK) is a .NET program, compiled ahead with its framework too,
# that fetches the same bytes by HttpClient, stores them by ZipArchive, and does nothing else. The feed, its pages and its pictures come from shared/bench/gen.py (kept in $WORK, where it is set) and are served on
# 127.0.0.1; figures are those of shared/bench/peers/measure.py: CPU is user and system time of the whole process tree, memory its greatest sum of
# proportional shares, or the largest process where that is more. A peer that is not installed is named and left out (install-peers.sh beside measure.py
# has them all; epub-gen is looked for in $PEERS_NPM). The exit code is 1 when FeedBook fails, or when no peer ran.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
bench=${FEEDBOOK_SHARED:-$root/../shared}/bench
format=${1:?epub or pdf} items=${2:-100} rounds=${3:-3} port=${PORT:-8793}
shift $(($# < 3 ? $# : 3))
case $format in
  epub) all="feedbook floor ebooklib epub-gen pandoc calibre" ;;
  pdf) all="feedbook chromium weasyprint calibre" ;;
  *) echo "epub or pdf, not $format" >&2; exit 2 ;;
esac
export PEERS_NPM=${PEERS_NPM:-/tmp/peers/npm}
[ -f "$bench/gen.py" ] || { echo "skipped: $bench is not there"; exit 0; }
python=${PYTHON:-/usr/bin/python3}
for need in "$python" /usr/bin/time; do [ -x "$need" ] || { echo "skipped: $need is not there"; exit 0; }; done

scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
publish() { # PROJECT FOLDER PROGRAM OPTION...: what runs it, in the variable "published"
  local project=$root/$1 folder=$2 program=$3
  shift 3
  published="$folder/$program"
  dotnet publish "$project" -c Release -p:RunAnalyzers=false -nodeReuse:false -v q -o "$folder" "$@" >"$scratch/publish.log" 2>&1 && return
  echo "not compiled ahead (the packages for it did not restore): $program"
  published="dotnet $folder/$program.dll"
  dotnet publish "$project" -c Release -p:RunAnalyzers=false -nodeReuse:false -v q -o "$folder" >"$scratch/publish.log" 2>&1 || { cat "$scratch/publish.log"; exit 1; }
}
has() {
  case $1 in
    feedbook | floor) true ;;
    ebooklib) "$python" -c 'import ebooklib' 2>/dev/null ;;
    epub-gen) [ -d "$PEERS_NPM/epub-gen" ] && command -v node >/dev/null ;;
    calibre) command -v ebook-convert >/dev/null ;;
    *) command -v "$1" >/dev/null ;;
  esac
}
programs=
for program in ${*:-$all}; do
  if has "$program"; then programs="$programs $program"; else echo "not installed, left out: $program"; fi
done
if [ -z "${FEEDBOOK:-}" ]; then
  publish examples/FeedBook.Sample "$scratch/feedbook" FeedBook.Sample -p:PublishProfile=Standalone
  FEEDBOOK=$published
fi
if [ -z "${FLOOR:-}" ] && [[ " $programs " == *" floor "* ]]; then
  publish tests/FeedBook.Benchmarks "$scratch/floor" FeedBook.Benchmarks --use-current-runtime --self-contained -p:PublishReadyToRun=true -p:PublishReadyToRunComposite=true
  FLOOR="$published floor"
fi

work=${WORK:-$scratch/work}
[ -f "$work/n$items/manifest.json" ] || "$python" "$bench/gen.py" make "$work/n$items" --n "$items" --prefix "n$items" --port "$port"
"$python" "$bench/gen.py" serve "$work" --port "$port" >/dev/null 2>&1 &
server=$!
sleep 1
feed=http://127.0.0.1:$port/n$items/feed.xml page=http://127.0.0.1:$port/n$items/all.html
export CALIBRE_CONFIG_DIRECTORY=$scratch/calibre QT_QPA_PLATFORM=offscreen QTWEBENGINE_DISABLE_SANDBOX=1 QTWEBENGINE_CHROMIUM_FLAGS=--disable-gpu TMPDIR=$scratch
sed "s#@FEED@#$feed#" "$bench/peers/bench.recipe.in" >"$scratch/bench.recipe"

run() { # PROGRAM OUTPUT: one run, its figures to the results
  local command
  case $1 in
    feedbook) read -ra command <<<"$FEEDBOOK $feed --allow-host 127.0.0.1:$port -o $2" ;;
    floor) read -ra command <<<"$FLOOR $feed $2" ;;
    ebooklib) command=("$python" "$bench/peers/peer_ebooklib.py" "$feed" "$2") ;;
    epub-gen) command=(node --max-old-space-size=8192 "$bench/peers/peer-epub-gen.cjs" "$feed" "$2") ;;
    pandoc) command=(pandoc -f html -t epub3 -o "$2" "$page") ;;
    calibre) command=(ebook-convert "$scratch/bench.recipe" "$2") ;;
    chromium) command=(chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update
      --disable-sync --user-data-dir="$(mktemp -d -p "$scratch")" --no-pdf-header-footer --timeout=400000 --print-to-pdf="$2" "$page") ;;
    weasyprint) command=(weasyprint "$page" "$2") ;;
  esac
  rm -f "$2"
  "$python" "$bench/peers/measure.py" 900 "$scratch/run.json" -- "${command[@]}" >"$scratch/$1.log" 2>&1 || true
  "$python" "$here/compare-books.py" note "$scratch/run.json" "$1" "$2" | tee -a "$scratch/results" >&2
}
for _ in $(seq "$rounds"); do
  for program in $programs; do run "$program" "$scratch/$program.$format"; done
done
"$python" "$here/compare-books.py" table "$scratch/results" "$format" "$items"
