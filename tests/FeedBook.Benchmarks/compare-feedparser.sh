#!/bin/sh
# Time a megabyte and peak memory of FeedBook and of Python's feedparser (Debian: python3-feedparser) over one folder of feeds,
# side by side in one run.
#
#   compare-feedparser.sh [FOLDER] [ROUNDS]
#
# Each reads every file from memory, in one process, several rounds over. "first" is the first round, with loading and compiling; "best" adds up each
# file's best time, which a busy machine disturbs least; "median" is the middle round.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-${FEEDBOOK_SHARED:-$here/../../../shared}/feeds/real}
rounds=${2:-5}
python=${PYTHON:-/usr/bin/python3}

dotnet build "$here" -c Release -nodeReuse:false -v q -p:RunAnalyzers=false >/dev/null
ours=$(dotnet "$here/bin/Release/net10.0/FeedBook.Benchmarks.dll" feed-reading "$folder" "$((rounds * 4))")
theirs=$("$python" - "$folder" "$rounds" <<'PYTHON'
import glob, io, os, resource, sys, time
import feedparser
folder, rounds = sys.argv[1], int(sys.argv[2])
files = [open(f, 'rb').read() for f in sorted(glob.glob(os.path.join(folder, '*'))) if os.path.basename(f) != 'expected.json'
         and os.path.splitext(f)[1] in ('.xml', '.rss', '.atom', '.json')]
megabytes = sum(map(len, files)) / 1e6
times, best = [], [float('inf')] * len(files)
for _ in range(rounds):
    items = 0
    start = time.perf_counter()
    for i, f in enumerate(files):
        before = time.perf_counter()
        items += len(feedparser.parse(io.BytesIO(f)).entries)
        best[i] = min(best[i], (time.perf_counter() - before) * 1000)
    times.append((time.perf_counter() - start) * 1000)
ordered = sorted(times)
print(f'feedparser files {len(files)} megabytes {megabytes:.2f} items {items} first_ms_per_mb {times[0]/megabytes:.2f} '
      f'best_ms_per_mb {sum(best)/megabytes:.2f} median_ms_per_mb {ordered[len(ordered)//2]/megabytes:.2f} '
      f'peak_mb {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss/1000:.0f}')
PYTHON
)
echo "$ours"
echo "$theirs"
printf '%s\n%s\n' "$ours" "$theirs" | awk '
    { for (i = 1; i < NF; i++) value[NR, $i] = $(i + 1) }
    END {
        printf "feedparser takes %.1f times as long (best), %.1f times (median), %.1f times in the first round, and %.1f times the memory\n",
            value[2, "best_ms_per_mb"] / value[1, "best_ms_per_mb"], value[2, "median_ms_per_mb"] / value[1, "median_ms_per_mb"], value[2, "first_ms_per_mb"] / value[1, "first_ms_per_mb"], value[2, "peak_mb"] / value[1, "peak_mb"]
    }'
