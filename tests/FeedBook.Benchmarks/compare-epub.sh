#!/bin/bash
# CPU, wall time and peak memory of FeedBook, of a bare floor and of peers while each makes an EPUB of the same feed, in turns in one run.
#
#   compare-epub.sh [ITEMS] [ROUNDS] [PROGRAM...]   defaults: 100 items, 3 rounds, all programs: feedbook floor ebooklib epub-gen pandoc calibre
#
# The floor (FeedBook.Benchmarks floor) is a .NET program that fetches the same bytes by HttpClient, stores them by ZipArchive, and does nothing else.
# FeedBook is its sample program, published with ReadyToRun where the compiler package for it restores, else as built in Release; so is the floor.
# The feed and its pictures come from shared/bench/gen.py and are served on 127.0.0.1; figures are those of shared/bench/peers/measure.py (whole
# process tree). A peer that is not installed is named and left out; epub-gen is looked for in $PEERS_NPM (shared/bench/install-peers.sh).
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
bench=${FEEDBOOK_SHARED:-$root/../shared}/bench
items=${1:-100} rounds=${2:-3} port=${PORT:-8793}
shift $(($# < 2 ? $# : 2))
export PEERS_NPM=${PEERS_NPM:-/tmp/peers/npm}
[ -f "$bench/gen.py" ] || { echo "skipped: $bench is not there"; exit 0; }
python=${PYTHON:-/usr/bin/python3}
for need in "$python" /usr/bin/time; do [ -x "$need" ] || { echo "skipped: $need is not there"; exit 0; }; done

scratch=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$scratch"' EXIT
publish() { # PROJECT FOLDER
  dotnet publish "$root/$1" -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -p:RunAnalyzers=false -nodeReuse:false -v q -o "$2" >"$scratch/publish.log" 2>&1 && return
  echo "not ReadyToRun (the compiler's package did not restore): $1"
  dotnet publish "$root/$1" -c Release -p:RunAnalyzers=false -nodeReuse:false -v q -o "$2" >"$scratch/publish.log" 2>&1 || { cat "$scratch/publish.log"; exit 1; }
}
publish examples/FeedBook.Sample "$scratch/feedbook"
publish tests/FeedBook.Benchmarks "$scratch/floor"
work=${WORK:-$scratch/work}
[ -f "$work/n$items/manifest.json" ] || "$python" "$bench/gen.py" make "$work/n$items" --n "$items" --prefix "n$items" --port "$port"
"$python" "$bench/gen.py" serve "$work" --port "$port" >/dev/null 2>&1 &
server=$!
sleep 1
feed=http://127.0.0.1:$port/n$items/feed.xml page=http://127.0.0.1:$port/n$items/all.html
export CALIBRE_CONFIG_DIRECTORY=$scratch/calibre QT_QPA_PLATFORM=offscreen TMPDIR=$scratch
sed "s#@FEED@#$feed#" "$bench/peers/bench.recipe.in" >"$scratch/bench.recipe"

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
for program in ${*:-feedbook floor ebooklib epub-gen pandoc calibre}; do
  if has "$program"; then programs="$programs $program"; else echo "not installed, left out: $program"; fi
done
run() { # PROGRAM OUTPUT: one run, its figures to the results
  local command
  case $1 in
    feedbook) command=(dotnet "$scratch/feedbook/FeedBook.Sample.dll" "$feed" --allow-host "127.0.0.1:$port" -o "$2") ;;
    floor) command=(dotnet "$scratch/floor/FeedBook.Benchmarks.dll" floor "$feed" "$2") ;;
    ebooklib) command=("$python" "$bench/peers/peer_ebooklib.py" "$feed" "$2") ;;
    epub-gen) command=(node --max-old-space-size=8192 "$bench/peers/peer-epub-gen.cjs" "$feed" "$2") ;;
    pandoc) command=(pandoc -f html -t epub3 -o "$2" "$page") ;;
    calibre) command=(ebook-convert "$scratch/bench.recipe" "$2") ;;
  esac
  rm -f "$2"
  "$python" "$bench/peers/measure.py" 900 "$scratch/run.json" -- "${command[@]}" >"$scratch/$1.log" 2>&1 || true
  "$python" - "$scratch/run.json" "$1" "$2" >>"$scratch/results" <<'PY'
import json, os, sys
run = json.load(open(sys.argv[1]))
size = os.path.getsize(sys.argv[3]) if os.path.exists(sys.argv[3]) else 0
print(json.dumps(dict(peer=sys.argv[2], ok=run['rc'] == 0 and size > 0, wall=run['wall'], cpu=run['user'] + run['sys'], peak=run['time_v_maxrss_mb'], size=size, load=run['load'])))
PY
  tail -n 1 "$scratch/results" >&2
}
for _ in $(seq "$rounds"); do
  for program in $programs; do run "$program" "$scratch/$program.epub"; done
done

"$python" - "$scratch/results" "$items" <<'PY'
import json, statistics, sys
rows = [json.loads(line) for line in open(sys.argv[1])]
def of(peer, key):
    good = [row[key] for row in rows if row['peer'] == peer and row['ok']]
    return statistics.median(good) if good else None
print(f'\n{sys.argv[2]} items, medians of {max(sum(row["peer"] == each["peer"] for row in rows) for each in rows)} runs\n')
print('| program | wall s | CPU s, user and system | peak MB, largest process | EPUB MB | CPU, times FeedBook\'s | memory, times FeedBook\'s |\n|---|--:|--:|--:|--:|--:|--:|')
cpu, peak = of('feedbook', 'cpu'), of('feedbook', 'peak')
for peer in dict.fromkeys(row['peer'] for row in rows):
    if of(peer, 'cpu') is None:
        print(f'| {peer} | failed | | | | | |')
        continue
    ratios = '| |' if cpu is None else f"{of(peer, 'cpu') / cpu:.2f} | {of(peer, 'peak') / peak:.2f} |"
    print(f"| {peer} | {of(peer, 'wall'):.2f} | {of(peer, 'cpu'):.2f} | {of(peer, 'peak'):.0f} | {of(peer, 'size') / 1e6:.1f} | {ratios}")
if cpu and of('floor', 'cpu'):
    print(f"\nFeedBook takes {cpu / of('floor', 'cpu'):.2f} times the floor's CPU")
PY
