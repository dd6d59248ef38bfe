#!/bin/bash
# Wall time, CPU and peak memory of FeedBook, Chromium, WeasyPrint and calibre while each makes a PDF of the same feed, in turns in one run.
#
#   compare-pdf.sh [ITEMS] [ROUNDS]        defaults: 100 items, 3 rounds
#
# The feed, its pages and its pictures come from shared/bench/gen.py and are served on 127.0.0.1; figures are those of shared/bench/peers/measure.py
# (whole process tree: CPU is user and system time, memory the peak of the sum of the processes' proportional shares).
# FeedBook is its sample program, as built in Release; set FEEDBOOK to run another one, for example one published with ReadyToRun.
# A peer that is not installed is named and left out; the exit code is 1 when there is none, or when FeedBook needs more than a fifth of the CPU of the fastest.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
bench=${FEEDBOOK_SHARED:-$here/../../../shared}/bench
items=${1:-100} rounds=${2:-3} port=${PORT:-8794}
[ -f "$bench/gen.py" ] || { echo "skipped: $bench is not there"; exit 0; }
python=${PYTHON:-/usr/bin/python3}
for need in "$python" /usr/bin/time; do [ -x "$need" ] || { echo "skipped: $need is not there"; exit 0; }; done

scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
if [ -z "${FEEDBOOK:-}" ]; then
  dotnet build "$here/../../examples/FeedBook.Sample" -c Release -nodeReuse:false -v q -p:RunAnalyzers=false >/dev/null
  FEEDBOOK="dotnet $here/../../examples/FeedBook.Sample/bin/Release/net10.0/FeedBook.Sample.dll"
fi
"$python" "$bench/gen.py" make "$scratch/work/n$items" --n "$items" --prefix "n$items" --port "$port"
"$python" "$bench/gen.py" serve "$scratch/work" --port "$port" >/dev/null 2>&1 &
server=$!
sleep 1
feed=http://127.0.0.1:$port/n$items/feed.xml page=http://127.0.0.1:$port/n$items/all.html
export QTWEBENGINE_DISABLE_SANDBOX=1 QT_QPA_PLATFORM=offscreen QTWEBENGINE_CHROMIUM_FLAGS=--disable-gpu CALIBRE_CONFIG_DIRECTORY=$scratch/calibre

peers=feedbook
for peer in chromium weasyprint ebook-convert; do
  if command -v "$peer" >/dev/null; then peers="$peers $peer"; else echo "not installed, left out: $peer"; fi
done
sed "s#@FEED@#$feed#" "$bench/peers/bench.recipe.in" >"$scratch/bench.recipe"
run() { # PEER OUTPUT: one run, its figures to the file of the peer
  local command
  case $1 in
    feedbook) read -ra command <<<"$FEEDBOOK $feed --allow-host 127.0.0.1:$port -o $2" ;;
    chromium) command=(chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update
      --disable-sync --user-data-dir="$(mktemp -d -p "$scratch")" --no-pdf-header-footer --timeout=400000 --print-to-pdf="$2" "$page") ;;
    weasyprint) command=(weasyprint "$page" "$2") ;;
    ebook-convert) command=(ebook-convert "$scratch/bench.recipe" "$2") ;;
  esac
  rm -f "$2"
  "$python" "$bench/peers/measure.py" 600 "$scratch/run.json" -- "${command[@]}" >"$scratch/$1.log" 2>&1 || true
  "$python" - "$scratch/run.json" "$1" "$2" >>"$scratch/results" <<'PY'
import json, os, sys
run = json.load(open(sys.argv[1]))
size = os.path.getsize(sys.argv[3]) if os.path.exists(sys.argv[3]) else 0
print(json.dumps(dict(peer=sys.argv[2], ok=run['rc'] == 0 and size > 0, wall=run['wall'], user=run['user'], sys=run['sys'], peak=run['tree_pss_mb'], size=size, load=run['load'])))
PY
  tail -n 1 "$scratch/results" >&2
}
for _ in $(seq "$rounds"); do
  for peer in $peers; do run "$peer" "$scratch/$peer.pdf"; done
done

"$python" - "$scratch/results" "$items" <<'PY'
import json, statistics, sys
rows = [json.loads(line) for line in open(sys.argv[1])]
def of(peer, key):
    good = [row[key] if key != 'cpu' else row['user'] + row['sys'] for row in rows if row['peer'] == peer and row['ok']]
    return statistics.median(good) if good else None
keys = ['wall', 'cpu', 'user', 'peak']
ours = {key: of('feedbook', key) for key in keys}
if ours['cpu'] is None:
    sys.exit('FeedBook failed')
print(f'\n{sys.argv[2]} items, medians of {sum(row["peer"] == "feedbook" for row in rows)} runs\n')
print('| program | wall s | CPU s | of it user s | peak MB | PDF MB | wall, times ours | CPU, times ours | user CPU, times ours | memory, times ours |\n|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|')
least = None
for peer in dict.fromkeys(row['peer'] for row in rows):
    value = {key: of(peer, key) for key in keys}
    if value['cpu'] is None:
        print(f'| {peer} | failed | | | | | | | | |')
        continue
    ratio = {key: value[key] / ours[key] for key in keys}
    if peer != 'feedbook':
        least = min(least or 1e9, ratio['cpu'])
    print(f"| {peer} | {value['wall']:.2f} | {value['cpu']:.2f} | {value['user']:.2f} | {value['peak']:.0f} | {of(peer, 'size') / 1e6:.1f} | "
          f"{ratio['wall']:.1f} | {ratio['cpu']:.1f} | {ratio['user']:.1f} | {ratio['peak']:.1f} |")
if least is None:
    sys.exit('no peer ran')
print(f'\nthe fastest peer needs {least:.1f} times the CPU of FeedBook; wanted: 5')
sys.exit(0 if least >= 5 else 1)
PY
